"""Statements with roles, status, certainty and evidence."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from app.deps import LIMIT, Lang, Language, Reads
from app.problems import StaleCursor, Unavailable, UnknownId, WrongParameter, responses
from app.schemas import ListOf, Statement
from queries import statements
from queries.pages import MAX_CURSOR, MAX_LIMIT
from queries.statements import StatementFilter

router = APIRouter(tags=["statements"])


class StatementQuery(StatementFilter):
    """The filters with the language and the page."""

    lang: Language | None = None
    limit: int = Field(LIMIT, ge=1, le=MAX_LIMIT)
    cursor: str | None = Field(None, max_length=MAX_CURSOR)


@router.get(
    "/statements",
    summary="Statements by subject, predicate, object, place, status, document, date",
    description="What documents say, one statement an item, with roles, status, certainty and the "
    "paragraphs that carry it. Filters add up; a promise never reads as a fact: see `status`.",
    responses=responses(UnknownId, StaleCursor, WrongParameter, Unavailable),
)
async def listed(
    reader: Reads, lang: Lang, query: Annotated[StatementQuery, Query()]
) -> ListOf[Statement]:
    page = await statements.listed(reader, query, lang=lang, limit=query.limit, cursor=query.cursor)
    return ListOf[Statement].model_validate(page.as_dict())


@router.get(
    "/statements/{id:path}",
    summary="One statement",
    description="A statement with its roles, premises, conflicts and evidence.",
    responses=responses(UnknownId, WrongParameter, Unavailable),
)
async def one(reader: Reads, lang: Lang, id: str) -> Statement:
    return Statement.model_validate(await statements.one(reader, id, lang=lang))
