"""Commitments, recommendations, requests, encouragements, acknowledgements, reported results."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from app.deps import LIMIT, Lang, Language, Reads
from app.problems import StaleCursor, Unavailable, UnknownId, WrongParameter, responses
from app.schemas import Commitment, ListOf
from queries import commitments
from queries.commitments import CommitmentFilter
from queries.filters import AS_OF
from queries.pages import MAX_CURSOR, MAX_LIMIT

router = APIRouter(tags=["commitments"])


class CommitmentQuery(BaseModel):
    """Ids may be short (`jit`), CURIEs (`id:jit`) or whole IRIs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: str | None = Field(None, description="Who commits or reports")
    to: str | None = None
    concerns: str | None = None
    theme: str | None = Field(None, description="Theme, printed heading or our alignment")
    document: str | None = None
    kind: str | None = Field(None, examples=["Promise", "Recommendation"])
    has_deadline: bool | None = Field(None, description="With (or without) a due date")
    has_figure: bool | None = Field(None, description="With (or without) a figure")
    as_of: str | None = Field(None, description=AS_OF)
    lang: Language | None = None
    limit: int = Field(LIMIT, ge=1, le=MAX_LIMIT)
    cursor: str | None = Field(None, max_length=MAX_CURSOR)


@router.get(
    "/commitments",
    summary="Commitments by actor, addressee, matter, document, kind",
    description="Promises, recommendations, requests, encouragements, acknowledgements and "
    "reported results, each with its statements and evidence. Filters add up.",
    responses=responses(UnknownId, StaleCursor, WrongParameter, Unavailable),
)
async def listed(
    reader: Reads, lang: Lang, query: Annotated[CommitmentQuery, Query()]
) -> ListOf[Commitment]:
    wanted = CommitmentFilter(**query.model_dump(exclude={"as_of", "lang", "limit", "cursor"}))
    page = await commitments.listed(
        reader, wanted, lang=lang, limit=query.limit, cursor=query.cursor
    )
    return ListOf[Commitment].model_validate(page.as_dict())


@router.get(
    "/commitments/{id:path}",
    summary="One commitment with its statements and evidence",
    description="By whom, to whom, on what, until when, how it is measured, and where it is said.",
    responses=responses(UnknownId, WrongParameter, Unavailable),
)
async def one(reader: Reads, lang: Lang, id: str) -> Commitment:
    return Commitment.model_validate(await commitments.one(reader, id, lang=lang))
