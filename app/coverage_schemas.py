"""The shapes of coverage and of commitments over time."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, Field

from app.schemas import (
    CommitmentInShort,
    CommitmentRef,
    Evidence,
    ListOf,
    Premise,
    Statement,
    Thing,
)

T = TypeVar("T")
Tier = Literal["stated", "inferred"]


class SourceDocument(Thing):
    issued: str | None


class About(BaseModel):
    """Over which documents an answer speaks; what it lacks, these lack."""

    documents: list[SourceDocument]
    says: str


class Covering(ListOf[T], Generic[T]):
    about: About


class Cited(BaseModel):
    document: str
    paragraph: str


class CellStatement(BaseModel):
    """A statement as a cell lists it; all of it is at /v1/statements/{id}."""

    id: str
    status: str | None
    certainty: str | None
    paragraphs: list[Cited]


class Amount(BaseModel):
    funding_event: str
    amount: int | float | str
    currency: str | None
    qualifier: str | list[str] | None
    status: str | None
    statement: str


class MatrixCell(BaseModel):
    column: str = Field(description="Id of an item of `column_items`")
    count: int = Field(description="Statements, each funding event once")
    stated: dict[str, int] = Field(description="Of these stated, by status")
    implied: dict[str, int] = Field(description="Of these implied, by status")
    statements_total: int = Field(description="Statements, all that tell of a funding event too")
    funding_events: list[str]
    statements: list[CellStatement] | None = None
    amounts: list[Amount] | None = Field(
        None, description="As printed; several of one event are one amount told several times"
    )


class MatrixRow(BaseModel):
    row: Thing
    cells: list[MatrixCell] = Field(description="Empty ones are left out")


class Matrix(Covering[MatrixRow]):
    rows: str
    columns: str
    column_items: list[Thing]
    columns_total: int
    columns_truncated: bool


class Gap(BaseModel):
    """What lacks what. `matters`: what the commitment concerns that could be supported."""

    gap: str
    thing: Thing
    why: str
    commitment: CommitmentInShort | None = None
    matters: list[Thing] = Field(default_factory=list)
    missing_in: str | None = None
    said_in: list[str] | None = None
    evidence: list[Evidence]
    sources_total: int


class Gaps(Covering[Gap]):
    counts: dict[str, int]
    not_applicable: dict[str, int]


class Sides(BaseModel):
    one: list[Premise]
    other: list[Premise]


class SharedFeature(BaseModel):
    by: Literal["function", "crime", "place"]
    thing: Thing
    tier: Tier = Field(description="stated where both sides are, in so many words")
    shared_by: int = Field(description="How many initiatives have it")
    weight: float
    statements: Sides


class Overlap(BaseModel):
    one: Thing
    other: Thing
    strength: float = Field(description="0 to 1, by what both have in so many words")
    strength_with_inferred: float
    tier: Tier
    shared: list[SharedFeature]
    tied: list[Premise] = Field(description="Statements that make one part of the other or its own")


class Overlaps(Covering[Overlap]):
    pairs: int = Field(description="Pairs with anything in common")
    complete: bool
    note: str | None


class Contradiction(BaseModel):
    """Statements tied by conflictsWith, also through others; none is taken to be right."""

    id: str
    size: int
    documents: list[str]
    things: list[Thing]
    pairs: list[tuple[str, str]]
    statements: list[Statement]


class HistoryEntry(BaseModel):
    record: str | None = Field(description="Id of the record; null for the document itself")
    date: str | None
    status: str | None = Field(
        description="stated, started, limited, substantial, complete or withdrawn"
    )
    status_concept: Thing | None
    certainty: str | None
    summary: str | None
    note: str | None
    sources: list[Thing]
    evidence: list[Evidence]


class History(BaseModel):
    commitment: CommitmentRef
    as_of: str | None
    current: HistoryEntry
    records: int
    items: list[HistoryEntry]


class WeighedThing(Thing):
    weight: float


class Aligned(CommitmentRef):
    nearness: float | None = Field(None, description="0 to 1; null where nothing is aligned")
    shared: list[WeighedThing] = Field(default_factory=list)


class Compared(BaseModel):
    change: Literal["new", "stronger", "repeated", "weaker", "dropped"]
    reason: str
    tier: Literal["inferred"]
    later: CommitmentRef | None
    earlier: Aligned | None
    also_earlier: list[Aligned]
    aligned_total: int


class Comparison(Covering[Compared]):
    earlier: str
    later: str
    counts: dict[str, int]
    inferred: Literal[True]
    method: str


class Moment(BaseModel):
    date: str = Field(description="Day, month or year as printed")
    until: str | None
    kind: Literal["document", "event", "deadline", "record"]
    thing: Thing
    status: str | None
    planned: bool | None = Field(description="Of events: only a plan gives the date")
    tier: Tier
    statements: list[str]
    statements_total: int
    evidence: list[Evidence]
