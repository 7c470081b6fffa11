"""The shapes of answers, as the contract has them."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, Field

T = TypeVar("T")


class ProblemDetail(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    request_id: str | None
    errors: list[dict[str, Any]] | None = None
    nearest: list[Any] | None = None


class ListOf(BaseModel, Generic[T]):
    """A page of a list. `truncated`: there is more, ask again with `cursor` = `next`."""

    items: list[T]
    total: int
    limit: int
    next: str | None
    truncated: bool


class Thing(BaseModel):
    """A thing in short. `label_lang` says when the label is not in the language asked for."""

    id: str
    iri: str
    label: str
    label_lang: str | None
    kind: str | None


class Found(Thing):
    """A thing found: by which of its names, and how."""

    match: str | None = Field(None, description="label, acronym, alias, hidden or fuzzy")
    matched: str | None = None
    matched_lang: str | None = None
    how: str | None = Field(None, description="exact, folded, prefix, words or fuzzy")
    score: float | None = None


class Evidence(BaseModel):
    """A paragraph that carries something: the source, its chapeau, or a premise of an inference."""

    document: str
    paragraph: str
    role: str
    summary: str | None
    summary_lang: str | None
    quote: str | None


class ParagraphOf(BaseModel):
    document: str
    paragraph: str
    summary: str | None
    quote: str | None


class ParagraphInShort(ParagraphOf):
    summary_lang: str | None
    by: str = Field(description="name or reference")


class StatementInShort(BaseModel):
    statement: str
    subject: Thing | None
    predicate: Thing | None
    object: Thing | None
    status: str | None
    certainty: str | None
    note: str | None


class Premise(StatementInShort):
    """A statement that an inference rests on."""

    evidence: list[Evidence]


class PremiseRef(BaseModel):
    """A premise as a row names it; `included.premises` of the page holds all about it."""

    statement: str
    evidence: list[ParagraphOf] | None = Field(None, description="Its own paragraphs")


class CommitmentInShort(BaseModel):
    id: str
    iri: str
    kind: str | None
    summary: str | None
    summary_lang: str | None


class CommitmentRef(CommitmentInShort):
    evidence: list[Evidence]


class Statement(BaseModel):
    """What a document says. `roles`: things and concepts as lists, other values bare."""

    id: str
    iri: str
    subject: Thing | None
    predicate: Thing | None
    object: Thing | None
    roles: dict[str, Any]
    status: str | None
    status_detail: str | None
    certainty: str | None
    date: str | None
    valid_from: str | None
    valid_to: str | None
    period: str | None
    note: str | None
    source_issue: str | None
    commitments: list[CommitmentRef]
    conflicts_with: list[str]
    premises: list[Premise]
    evidence: list[Evidence]


class Indicator(BaseModel):
    figure: Any
    unit: Any
    figureQualifier: Any  # noqa: N815  the context's name
    period: Any
    place: list[Thing]


class Commitment(CommitmentInShort):
    by: list[Thing]
    to: list[Thing]
    achieved_by: list[Thing]
    concerns: list[Thing]
    section: list[Thing]
    aligned_with: list[Thing]
    deadline: str | None
    deadline_text: str | None
    indicators: list[Indicator]
    certainty: str | None
    note: str | None
    statements: list[Statement]
    evidence: list[Evidence]


class Kind(Thing):
    asserted: bool = Field(description="Said of the thing, not only implied by another class")


class Entity(Thing):
    labels: dict[str, str]
    acronyms: dict[str, list[str]]
    aliases: dict[str, list[str]]
    definition: str | None
    definition_lang: str | None
    definitions: dict[str, str]
    note: str | None
    kinds: list[Kind]
    counts: dict[str, int]
    mentions: list[ParagraphInShort]
    properties: dict[str, Any]
    links: dict[str, list[Thing]]
    datasets: list[str]


class Document(BaseModel):
    id: str
    thing: str
    iri: str
    label: str
    label_lang: str | None
    kind: str | None
    issued: str | None
    issuer: str | None
    document_kind: list[Thing]
    language: Any
    definition: str | None
    counts: dict[str, int]


class Paragraph(BaseModel):
    id: str
    iri: str
    document: str | None = None
    paragraph: str | None = None
    summary: str | None = None
    summary_lang: str | None = None
    quote: str | None = None
    chapeau: list[str]
    heading: Thing | None
    mentions: list[Thing]
    refers_to: list[Thing]
    statements: list[StatementInShort]
    commitments: list[CommitmentInShort]


class QueryEntry(BaseModel):
    """A query of the catalogue."""

    name: str
    title: str
    description: str
    parameters: dict[str, Any]
    columns: dict[str, Any]
    example: dict[str, Any]
    example_rows: int | None = Field(
        description="Rows of the example over the data that comes with the project"
    )
    address: str
    example_address: str
