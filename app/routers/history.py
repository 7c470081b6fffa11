"""Commitments over time: follow-up, two documents compared, the timeline."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from app.coverage_schemas import Comparison, Covering, History, Moment
from app.deps import LIMIT, Lang, Language, Reads
from app.problems import StaleCursor, TooSlow, Unavailable, UnknownId, WrongParameter, responses
from queries.filters import AS_OF, Filters, Values
from queries.history.compare import DEFAULT_KINDS, compare
from queries.history.records import history
from queries.history.timeline import KINDS, timeline
from queries.pages import MAX_LIMIT

router = APIRouter(tags=["commitments"])

_LISTED = responses(UnknownId, StaleCursor, WrongParameter, Unavailable, TooSlow)


class CompareQuery(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    documents: Values = Field(description="Two", examples=[["niamey-2018", "dinard-2019"]])
    kind: Values = Field((), description=f"Of these kinds; default {', '.join(DEFAULT_KINDS)}")
    change: Values = Field((), description="Only new, stronger, repeated, weaker or dropped")
    as_of: str | None = Field(None, description=AS_OF)
    lang: Language | None = None
    limit: int = Field(LIMIT, ge=1, le=MAX_LIMIT)
    cursor: str | None = Field(None, max_length=500)


class TimelineQuery(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    document: Values = Field((), description="Only from these documents")
    kind: Values = Field((), description=f"Only {', '.join(KINDS)}")
    since: str | None = Field(None, description="From this year, month or day on")
    until: str | None = Field(None, description="To the end of this year, month or day")
    as_of: str | None = Field(None, description=AS_OF)
    lang: Language | None = None
    limit: int = Field(LIMIT, ge=1, le=MAX_LIMIT)
    cursor: str | None = Field(None, max_length=500)


@router.get(
    "/commitments/compare",
    summary="What a later document takes up of an earlier one: an alignment of ours",
    description="New, stronger, repeated, weaker, dropped; each with its reason and the evidence "
    "of both sides. No document says that it takes up the other: all rows are inferred.",
    responses=_LISTED,
)
async def compared(
    reader: Reads, lang: Lang, query: Annotated[CompareQuery, Query()]
) -> Comparison:
    found = await compare(
        reader, query.documents, kind=query.kind, change=query.change, as_of=query.as_of,
        lang=lang, limit=query.limit, cursor=query.cursor,
    )  # fmt: skip
    return Comparison.model_validate(found)


@router.get(
    "/commitments/{id:path}/history",
    summary="How far a commitment has been carried out, by dated records with sources",
    description="Dated records of follow-up, each with source and certainty; none is made up "
    "where no document reports any.",
    responses=responses(UnknownId, WrongParameter, Unavailable),
)
async def followed(
    reader: Reads,
    lang: Lang,
    id: str,
    as_of: Annotated[str | None, Query(description=AS_OF)] = None,
) -> History:
    return History.model_validate(await history(reader, id, as_of=as_of, lang=lang))


@router.get(
    "/timeline",
    summary="Documents, events, deadlines and follow-up records by date",
    description="In the order of time; what holds for a period stands at its begin.",
    responses=_LISTED,
)
async def by_date(
    reader: Reads, lang: Lang, query: Annotated[TimelineQuery, Query()]
) -> Covering[Moment]:
    found = await timeline(
        reader, Filters(document=query.document, as_of=query.as_of), kind=query.kind,
        since=query.since, until=query.until, lang=lang, limit=query.limit, cursor=query.cursor,
    )  # fmt: skip
    return Covering[Moment].model_validate(found)
