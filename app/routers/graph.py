"""Walks over the direct edges, and cuts of the graph in every format of the exports."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import Field

from app.deps import LIMIT, Lang, Language, Reads, service
from app.graph_schemas import (
    CommonNeighbour,
    Connections,
    GraphPath,
    GraphStructure,
    Neighbour,
    Walked,
)
from app.negotiation import preferred
from app.problems import (
    Busy,
    NotAcceptable,
    StaleCursor,
    TooSlow,
    Unavailable,
    UnknownId,
    WrongParameter,
    responses,
)
from app.service import Service
from queries.filters import Filters, Values
from queries.pages import MAX_LIMIT
from queries.traverse.bounds import MAX_DEPTH, MAX_LENGTH
from queries.traverse.common import common
from queries.traverse.connect import connect
from queries.traverse.neighbours import neighbours
from queries.traverse.paths import DEFAULT_LENGTH, MAX_PATHS, Rank, paths
from queries.traverse.structure import By, structure

router = APIRouter(prefix="/graph", tags=["graph"])

_LISTED = responses(UnknownId, StaleCursor, WrongParameter, Unavailable, TooSlow)
_IDS = "Short ids, CURIEs or whole IRIs, separated by commas or the parameter repeated"

# Named here as literals so that OpenAPI lists them without the exporters being imported.
Format = Literal[
    "json", "graphology", "gexf", "graphml", "csv", "csv-nodes", "csv-edges", "csv-statements",
    "xlsx", "turtle", "ntriples", "jsonld",
]  # fmt: skip
_MEDIA: dict[str, Format] = {
    "application/json": "json",
    "application/gexf+xml": "gexf",
    "application/graphml+xml": "graphml",
    "application/zip": "csv",
    "text/csv": "csv-statements",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "*/*": "json",
    "application/*": "json",
    "text/*": "csv-statements",
    "text/html": "json",
}


class Asked(Filters):
    """The filters with the language, which every walk takes."""

    lang: Language | None = Field(None, description="Else by Accept-Language")


class Paged(Asked):
    limit: int = Field(LIMIT, ge=1, le=MAX_LIMIT, description="Items a page")
    cursor: str | None = Field(
        None, max_length=4000, description="`next` of the page before; valid while data changes"
    )


class NeighboursQuery(Paged):
    id: str = Field(examples=["interpol"])
    depth: int = Field(1, ge=1, le=MAX_DEPTH, description="Steps")
    avoid: Values = Field((), description=f"Things not to walk to. {_IDS}")


class PathsQuery(Asked):
    from_: str = Field(alias="from", examples=["interpol"])
    to: str = Field(examples=["pcms"])
    max_length: int = Field(DEFAULT_LENGTH, ge=1, le=MAX_LENGTH, description="Steps at most")
    k: int = Field(5, ge=1, le=MAX_PATHS, description="Paths a page")
    rank: Rank = Field(
        "telling",
        description="telling: those first that go through what little else goes through; "
        "shortest: by steps, and then so",
    )
    distinct: bool = Field(
        True, description="Only paths that bring a thing which no better path brought"
    )
    avoid: Values = Field((), description=f"Things not to go through. {_IDS}")
    cursor: str | None = Field(None, max_length=4000)


class CommonQuery(Paged):
    ids: Values = Field(..., description=_IDS, examples=[["pcms", "g5-sahel-joint-force"]])
    at_least: int | None = Field(None, ge=2, description="Of how many of them; default all")


class ConnectQuery(Asked):
    ids: Values = Field(..., description=_IDS, examples=[["interpol", "frontex", "jit"]])
    max_length: int = Field(DEFAULT_LENGTH, ge=1, le=MAX_LENGTH, description="Steps between two")
    avoid: Values = Field((), description=f"Things not to go through. {_IDS}")


class StructureQuery(Paged):
    seed: Values = Field((), description=f"Around these; without, of the whole graph. {_IDS}")
    depth: int = Field(2, ge=1, le=MAX_DEPTH, description="Steps from the seeds")
    avoid: Values = Field((), description=f"Things to leave out. {_IDS}")
    by: By = Field("betweenness", description="Measure by which things are listed")


class GraphQuery(Asked):
    seed: Values = Field((), description=f"Around these; without, the whole graph. {_IDS}")
    depth: int = Field(1, ge=0, le=MAX_DEPTH, description="Steps from the seeds")
    avoid: Values = Field((), description=f"Things to leave out. {_IDS}")
    format: Format | None = Field(None, description="Instead of an Accept header")


@router.get(
    "/neighbours",
    summary="The things around a thing, to depth 4",
    description="By direct edges, one a statement, each with its evidence; what is nearest first.",
    responses=_LISTED,
)
async def around(
    reader: Reads, lang: Lang, query: Annotated[NeighboursQuery, Query()]
) -> Walked[Neighbour]:
    found = await neighbours(
        reader, query.id, query.alone(), depth=query.depth, avoid=query.avoid, lang=lang,
        limit=query.limit, cursor=query.cursor,
    )  # fmt: skip
    return Walked[Neighbour].model_validate(found)


@router.get(
    "/paths",
    summary="How two things are connected: the most telling or the shortest paths, and why",
    description="A way through a hub explains little, so ways are ranked by how special their "
    "things are, and `why` says so; `avoid` leaves things out.",
    responses=_LISTED,
)
async def connected(
    reader: Reads, lang: Lang, query: Annotated[PathsQuery, Query()]
) -> Walked[GraphPath]:
    found = await paths(
        reader, query.from_, query.to, query.alone(), max_length=query.max_length,
        rank=query.rank, avoid=query.avoid, distinct=query.distinct, lang=lang, k=query.k,
        cursor=query.cursor,
    )  # fmt: skip
    return Walked[GraphPath].model_validate(found)


@router.get(
    "/common",
    summary="What two or more things are linked to alike",
    description="The things that are linked to all, or `at_least` some, of those named.",
    responses=_LISTED,
)
async def shared(
    reader: Reads, lang: Lang, query: Annotated[CommonQuery, Query()]
) -> Walked[CommonNeighbour]:
    found = await common(
        reader, query.ids, query.alone(), at_least=query.at_least, lang=lang,
        limit=query.limit, cursor=query.cursor,
    )  # fmt: skip
    return Walked[CommonNeighbour].model_validate(found)


@router.get(
    "/connections",
    summary="What connects a set of things: a small union of most telling paths",
    description="The most telling ways between the things named, put together.",
    responses=responses(UnknownId, WrongParameter, Unavailable, TooSlow),
)
async def joined(reader: Reads, lang: Lang, query: Annotated[ConnectQuery, Query()]) -> Connections:
    found = await connect(
        reader, query.ids, query.alone(), max_length=query.max_length, avoid=query.avoid,
        lang=lang,
    )  # fmt: skip
    return Connections.model_validate(found)


@router.get(
    "/structure",
    summary="Who is central in a cut, what holds together, what hangs by one link",
    description="Degree, betweenness, PageRank, communities, components and bridges, each with "
    "what it means; the same cut gives the same figures.",
    responses={**_LISTED, **responses(Unavailable, Busy)},
)
async def measured(
    reader: Reads,
    held: Annotated[Service, Depends(service)],
    lang: Lang,
    query: Annotated[StructureQuery, Query()],
) -> GraphStructure:
    found = await structure(
        reader, query.seed, query.alone(), depth=query.depth, avoid=query.avoid, by=query.by,
        worker=held.worker, lang=lang, limit=query.limit, cursor=query.cursor,
    )  # fmt: skip
    return GraphStructure.model_validate(found)


_FILES: dict[str, Any] = {
    # `links` beside `nodes`, or `edges` where graphology's own form is asked for.
    "application/json": {"schema": {"type": "object", "required": ["nodes"]}},
    "application/ld+json": {"schema": {"type": "object"}},
    **{
        media: {"schema": {"type": "string", "format": "binary"}}
        for media in _MEDIA
        if "*" not in media and "json" not in media and media != "text/html"
    },
}


@router.get(
    "",
    summary="A cut of the graph, or the whole, in any export format",
    description="Around seeds a cut is bounded, and the header `Sahelgraph-Truncated` says so "
    "where a bound was met; without seeds the whole graph is streamed.",
    response_class=Response,
    responses={
        200: {"description": "The cut", "content": _FILES},
        **responses(UnknownId, NotAcceptable, WrongParameter, Unavailable, TooSlow),
    },
)
async def cut(
    request: Request, reader: Reads, lang: Lang, query: Annotated[GraphQuery, Query()]
) -> Response:
    # Imported late: the writers are not needed to start.
    from exporters import cut as cuts
    from exporters import cutrdf, formats

    wanted = cuts.Wanted(query.seed, query.depth, query.avoid, query.alone())
    name: str = query.format or preferred(request, _MEDIA)
    found = await cuts.source(reader, wanted, lang)
    if name in cutrdf.FORMATS:
        parts, media, ending = cutrdf.stream(found, name), cutrdf.FORMATS[name], name
    else:
        format_ = formats.FORMATS[name]
        parts = formats.stream(name, cuts.subgraph(found, wanted))
        media, ending = format_.media_type, format_.ending
    headers = {
        "Content-Disposition": f'inline; filename="sahelgraph.{_ENDINGS.get(ending, ending)}"',
        "Content-Language": lang,
        "Vary": "Accept, Accept-Language",
    }
    if found.part and found.part.cut:
        headers["Sahelgraph-Truncated"] = f"{found.part.cut.by}; limit={found.part.cut.limit:g}"
    return StreamingResponse(await _begun(parts), media_type=media, headers=headers)


_ENDINGS = {"turtle": "ttl", "ntriples": "nt"}


async def _begun(parts: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The same bytes, the first of which are there: what goes wrong until then is a problem."""
    first: list[bytes] = []
    async for part in parts:
        first.append(part)
        if len(first) == 2:
            break

    async def again() -> AsyncIterator[bytes]:
        for part in first:
            yield part
        async for part in parts:
            yield part

    return again()
