"""Things: search, page, RDF."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response

from app import negotiation
from app.deps import LIMIT, Cursor, Lang, Limit, Reads
from app.negotiation import FormatParam
from app.problems import NotAcceptable, Unavailable, UnknownId, WrongParameter, responses
from app.schemas import Entity, Found, ListOf
from queries import entities, errors

router = APIRouter(tags=["things"])


@router.get(
    "/entities",
    summary="Search things by label, acronym, alias or misspelling",
    description="Each item says which of its names matched and how; exact matches come first. "
    "Without `q`, all things (of a kind) by id.",
    responses=responses(WrongParameter, Unavailable),
)
async def search(
    reader: Reads,
    lang: Lang,
    q: Annotated[
        str | None, Query(max_length=200, description="Name as typed", examples=["Interpol"])
    ] = None,
    kind: Annotated[str | None, Query(description="Class: State, Mechanism, Programme …")] = None,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> ListOf[Found]:
    page = await entities.search(reader, q, kind=kind, lang=lang, limit=limit, cursor=cursor)
    return ListOf[Found].model_validate(page.as_dict())


_RDF: dict[str, Any] = {
    media: {"schema": {"type": "string"}} for media in negotiation.MEDIA if "json" not in media
} | {"application/ld+json": {"schema": {"type": "object"}}}


@router.get(
    "/entities/{id:path}",
    summary="All about one thing; by content negotiation also JSON-LD and Turtle",
    description="Labels, acronyms, aliases and definition in both languages, kinds, counts, the "
    "paragraphs that name it, links out. As RDF: every triple said of it, at whatever date. The id "
    "may be short (`jit`), a CURIE (`id:jit`) or the whole IRI.",
    response_model=Entity,
    responses={
        200: {"content": _RDF},
        **responses(UnknownId, NotAcceptable, WrongParameter, Unavailable),
    },
)
async def page(
    request: Request,
    response: Response,
    reader: Reads,
    lang: Lang,
    id: str,
    format: FormatParam = None,
) -> Any:
    wanted = negotiation.chosen(request, format)
    if wanted != "json":
        if reader.as_of is not None:
            raise errors.WrongParameter(
                "as_of",
                "as RDF a thing comes with all that is said of it",
                "en RDF, une chose vient avec tout ce qui en est dit",
            )
        return await negotiation.describe(reader, await reader.resolve(id), wanted)
    found = Entity.model_validate(await entities.page(reader, id, lang=lang))
    return JSONResponse(found.model_dump(), headers=dict(response.headers))
