"""What the routers ask for: the reader, the language, the page."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query, Request, Response

from app.problems import accepted_language
from app.service import Service
from queries.filters import AS_OF, end_of_period
from queries.pages import DEFAULT_LIMIT, MAX_CURSOR, MAX_LIMIT
from queries.reader import Reader

Language = Literal["en", "fr"]


def service_of(request: Request) -> Service:
    found: Service = request.app.state.service
    return found


# None of them waits for anything; as plain functions they would each take a turn in a thread.
# None needs another: each dependency costs a request more than what it does here.
async def service(request: Request) -> Service:
    return service_of(request)


async def reader_now(request: Request) -> Reader:
    return service_of(request).ready_reader()


async def reader(
    request: Request, as_of: Annotated[str | None, Query(description=AS_OF)] = None
) -> Reader:
    return await service_of(request).ready_reader().at(end_of_period(as_of))


async def language(
    request: Request,
    response: Response,
    lang: Annotated[
        Language | None,
        Query(description="Language of labels and texts; else by Accept-Language"),
    ] = None,
) -> Language:
    chosen = lang or preferred(request)
    say_language(response, chosen)
    return chosen


def preferred(request: Request) -> Language:
    """By Accept-Language."""
    said = accepted_language(request.headers.get("accept-language", ""))
    return "fr" if said == "fr" else "en"


def say_language(response: Response, chosen: str) -> None:
    response.headers["Content-Language"] = chosen
    response.headers["Vary"] = "Accept-Language, Accept"


Held = Annotated[Service, Depends(service)]
Reads = Annotated[Reader, Depends(reader)]
ReadsNow = Annotated[Reader, Depends(reader_now)]
"""For what has no date: names, terms."""

Lang = Annotated[Language, Depends(language)]
Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="Items a page")]
Cursor = Annotated[
    str | None,
    Query(max_length=MAX_CURSOR, description="`next` of the page before, as it was given"),
]
LIMIT = DEFAULT_LIMIT
