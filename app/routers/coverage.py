"""Who does what, where: the matrix, gaps, overlaps, contradictions."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import Field

from app.coverage_schemas import Contradiction, Covering, Gaps, Matrix, Overlaps
from app.deps import LIMIT, Lang, Language, Reads
from app.negotiation import preferred
from app.problems import (
    NotAcceptable,
    StaleCursor,
    TooSlow,
    Unavailable,
    UnknownId,
    WrongParameter,
    responses,
)
from queries.coverage.contradictions import contradictions
from queries.coverage.dimensions import Name
from queries.coverage.gaps import GAPS, gaps
from queries.coverage.matrix import COLUMNS, MOST, matrix
from queries.coverage.overlaps import overlaps
from queries.filters import Filters, Values
from queries.pages import MAX_LIMIT

router = APIRouter(tags=["coverage"])

_LISTED = responses(UnknownId, StaleCursor, WrongParameter, Unavailable, TooSlow)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CSV = "text/csv"
Format = Literal["json", "csv", "xlsx"]
_MEDIA: dict[str, Format] = {
    "application/json": "json", _CSV: "csv", _XLSX: "xlsx", "*/*": "json", "application/*": "json",
    "text/html": "json", "text/*": "csv",
}  # fmt: skip


class Asked(Filters):
    """The filters with the language and the page."""

    lang: Language | None = Field(None, description="Else by Accept-Language")
    limit: int = Field(LIMIT, ge=1, le=MAX_LIMIT, description="Items a page")
    cursor: str | None = Field(None, max_length=500, description="`next` of the page before")


class MatrixQuery(Asked):
    rows: Name = Field(examples=["actor"])
    columns: Name = Field(examples=["mechanism"])
    cells: Literal["statements", "count", "amounts"] = Field(
        "statements",
        description="statements: counts, and lists the first of each cell; count: counts only; "
        "amounts: also what is printed of its funding events",
    )
    most: int = Field(MOST, ge=1, le=100, description="Statements listed a cell")
    max_columns: int = Field(COLUMNS, ge=1, le=1000, description="The fullest columns")
    format: Format | None = Field(None, description="Instead of an Accept header")


class GapQuery(Asked):
    gap: Values = Field((), description=f"Only these: {', '.join(GAPS)}")
    commitment_kind: Values = Field((), description="Of these commitments; default Promise")


class OverlapQuery(Asked):
    of: str | None = Field(None, description="Only with this initiative", examples=["pcms"])
    by: Literal["function", "crime", "place"] | None = None


class ContradictionQuery(Asked):
    concerning: str | None = Field(None, description="With this thing in one of the statements")


@router.get(
    "/matrix",
    summary="Counts of statements by two dimensions, each funding event once a cell",
    description="An actor stands where it acts (subject); against another actor, the column is "
    "whom it acts upon. A place is where the statement says that it holds. The header "
    "`Sahelgraph-Truncated` says when a table does not hold all rows or columns.",
    response_model=Matrix,
    responses={
        200: {
            "content": {
                _CSV: {"schema": {"type": "string"}},
                _XLSX: {"schema": {"type": "string", "format": "binary"}},
            }
        },
        **_LISTED,
        **responses(NotAcceptable),
    },
)
async def counted(
    request: Request, reader: Reads, lang: Lang, query: Annotated[MatrixQuery, Query()]
) -> Any:
    format_ = query.format if query.format else preferred(request, _MEDIA)
    # A table is not paged through by hand: it holds all that may be had at once.
    limit = query.limit if format_ == "json" or "limit" in query.model_fields_set else MAX_LIMIT
    found = await matrix(
        reader, query.rows, query.columns, query.cells, query.alone(), most=query.most,
        max_columns=query.max_columns, lang=lang, limit=limit, cursor=query.cursor,
    )  # fmt: skip
    return Matrix.model_validate(found) if format_ == "json" else _file(found, format_, lang)


@router.get(
    "/gaps",
    summary="Promises that lack something; themes and places that a document leaves out",
    description="Closed-world over the documents that `about` names.",
    responses=_LISTED,
)
async def lacking(reader: Reads, lang: Lang, query: Annotated[GapQuery, Query()]) -> Gaps:
    found = await gaps(
        reader, query.alone(), gap=query.gap, commitment_kind=query.commitment_kind, lang=lang,
        limit=query.limit, cursor=query.cursor,
    )  # fmt: skip
    return Gaps.model_validate(found)


@router.get(
    "/overlaps",
    summary="Initiatives with the same function, crime or place, the strongest overlap first",
    description="Each with the statements that both sides rest on, and why it is strong or "
    "weak: what few share weighs more than what all do.",
    responses=_LISTED,
)
async def alike(reader: Reads, lang: Lang, query: Annotated[OverlapQuery, Query()]) -> Overlaps:
    found = await overlaps(
        reader, query.alone(), of=query.of, by=query.by, lang=lang, limit=query.limit,
        cursor=query.cursor,
    )  # fmt: skip
    return Overlaps.model_validate(found)


@router.get(
    "/contradictions",
    summary="Every set of statements that disagree, all sides side by side",
    description="Statements that one another deny, or figures that differ: all sides with their "
    "evidence, none preferred.",
    responses=_LISTED,
)
async def disagreeing(
    reader: Reads, lang: Lang, query: Annotated[ContradictionQuery, Query()]
) -> Covering[Contradiction]:
    found = await contradictions(
        reader, query.alone(), concerning=query.concerning, lang=lang, limit=query.limit,
        cursor=query.cursor,
    )  # fmt: skip
    return Covering[Contradiction].model_validate(found)


def _file(found: dict[str, Any], format_: Format, lang: str) -> Response:
    # Imported late: the writers are not needed to start.
    from app import matrix_files

    parts = matrix_files.csv(found, lang) if format_ == "csv" else matrix_files.xlsx(found, lang)
    name = f"{found['rows']}-{found['columns']}.{format_}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Language": lang,
        "Vary": "Accept, Accept-Language",
    }
    if found["truncated"] or found["columns_truncated"]:
        rows, columns = len(found["items"]), len(found["column_items"])
        headers["Sahelgraph-Truncated"] = (
            f"rows {rows} of {found['total']}, columns {columns} of {found['columns_total']}"
        )
    media = f"{_CSV}; charset=utf-8; header=present" if format_ == "csv" else _XLSX
    return StreamingResponse(parts, media_type=media, headers=headers)
