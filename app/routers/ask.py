"""Questions in English and French, answered with evidence."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.deps import Lang, Language, Reads, ReadsNow, preferred, say_language
from app.problems import Unavailable, WrongParameter, responses
from queries import ask as asking

router = APIRouter(tags=["ask"])


class Reading(BaseModel):
    """How the question was understood, and the catalogue queries to run it again."""

    model_config = ConfigDict(extra="allow")

    sentence: str
    resolved: list[dict[str, Any]]
    unresolved: list[str]
    query: dict[str, Any] | None = Field(description="The first catalogue query: name and params")
    queries: list[dict[str, Any]]


class Answer(BaseModel):
    """Stated and inferred never mix; `outcome` says whether the graph holds anything on it."""

    model_config = ConfigDict(extra="allow")

    question: str
    lang: str
    as_of: str | None = Field(description="The day by whose end it is answered; its queries too")
    understood: Reading
    outcome: str = Field(description="answered, nothing or clarification")
    answer: str = Field(description="One sentence that says no more than the rows do")
    stated: list[dict[str, Any]]
    inferred: list[dict[str, Any]]
    commitments: list[dict[str, Any]]
    values: list[dict[str, Any]]
    conflict: bool
    paths: list[dict[str, Any]]
    choices: list[dict[str, Any]]
    nearest: list[dict[str, Any]]
    related: list[dict[str, Any]]


class Suggestion(BaseModel):
    text: str
    kind: str
    id: str | None = None


@router.get(
    "/ask",
    summary="Answer a question, with evidence",
    description="The answer with its evidence: what is stated apart from what is inferred, how "
    "the question was understood, and the catalogue queries to run it again. Where "
    "nothing is known, it says so and what is nearest.",
    responses=responses(WrongParameter, Unavailable),
)
async def ask(
    request: Request,
    response: Response,
    reader: Reads,
    q: Annotated[
        str, Query(max_length=asking.MAX_QUESTION, examples=["who supports JITs in Niger"])
    ],
    lang: Annotated[
        Language | None,
        Query(description="Language of the answer; else the question's, else by Accept-Language"),
    ] = None,
) -> Answer:
    found = await asking.ask(reader, q, lang, otherwise=preferred(request))
    say_language(response, found["lang"])
    return Answer.model_validate({**found, "as_of": reader.as_of})


@router.get(
    "/ask/complete",
    summary="Things and question shapes while one types",
    description="How a question that was begun may go on: things and words of the graph.",
    responses=responses(WrongParameter, Unavailable),
)
async def complete(
    reader: ReadsNow,
    lang: Lang,
    q: Annotated[str, Query(max_length=500, examples=["who sup"])] = "",
    limit: Annotated[int, Query(ge=1, le=12)] = 8,
) -> list[Suggestion]:
    found = await asking.complete(reader, q, lang, limit)
    return [Suggestion.model_validate(s) for s in found]
