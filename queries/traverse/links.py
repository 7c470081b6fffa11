"""Direct edges as they come from the engine, and how linked things are."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from graph.port import Row
from queries import catalogue
from queries.filters import Bound
from queries.reader import CHUNK, Reader
from queries.traverse.bounds import ROWS, Clock

FOLDER = Path(__file__).parent / "cypher"
_TOLD = re.compile(r"^// told:.*?^// end\n", re.M | re.S)


class Link(NamedTuple):
    """One statement's direct edge. `type` is the relationship type of its predicate."""

    source: str
    target: str
    type: str
    statement: str
    status: str | None
    certainty: str | None

    def other(self, end: str) -> str:
        """The thing at the other end; of a loop, the same."""
        return self.target if self.source == end else self.source


def link(row: Row) -> Link:
    return Link(
        row["source"], row["target"], row["type"], row["statement"], row["status"],
        row["certainty"],
    )  # fmt: skip


class Degree(NamedTuple):
    """How many things a thing is linked to in the whole graph, and by how many statements."""

    things: int = 0
    links: int = 0


async def expand(
    reader: Reader,
    ids: Iterable[str],
    bound: Bound,
    clock: Clock,
    *,
    avoid: Sequence[str] = (),
    after: str | None = None,
    rows: int = ROWS,
) -> tuple[dict[str, list[Link]], bool]:
    """The links at `ids`, by the thing at the other end, in the order of their IRIs.

    At most `rows` links; where there are more, the last thing, whose links may be incomplete, is
    left out, and the answer is marked (True): ask again `after` the last one.
    """
    params = {"ids": sorted(ids), "after": after, "avoid": sorted(avoid) or None, **bound.params()}
    found = await take(reader, text("expand", told=bound.told), params, rows, clock)
    others: dict[str, list[Link]] = {}
    for row in found[:rows]:
        others.setdefault(row["other"], []).append(link(row))
    more = len(found) > rows
    if more and found[rows]["other"] == found[rows - 1]["other"] and len(others) > 1:
        others.popitem()
    return others, more


async def among(
    reader: Reader, ids: Iterable[str], bound: Bound, clock: Clock, rows: int = ROWS
) -> tuple[list[Link], bool]:
    """The links with both ends among `ids`, and whether there were more than `rows`."""
    params = {"ids": sorted(ids), **bound.params()}
    params.pop("kinds")
    found = await take(reader, text("among", told=bound.told), params, rows, clock)
    return [link(row) for row in found[:rows]], len(found) > rows


async def degrees(reader: Reader, ids: Iterable[str]) -> dict[str, Degree]:
    """How linked things are in the whole graph, whatever the filters: 0 where not at all."""
    wanted = sorted(set(ids))
    found: dict[str, Degree] = {}
    for start in range(0, len(wanted), CHUNK):
        params = {"ids": wanted[start : start + CHUNK]}
        for row in await reader.graph.read(text("degrees"), params, timeout=reader.timeout):
            found[row["id"]] = Degree(row["things"], row["links"])
    return {id_: found.get(id_, Degree()) for id_ in wanted}


async def whole(
    reader: Reader, bound: Bound, clock: Clock, *, avoid: Sequence[str] = (), rows: int = ROWS
) -> tuple[list[Link], bool]:
    """The links of the whole graph by subject, and whether there were more than `rows`."""
    found = await take(reader, text("links", told=bound.told), _all(bound, avoid), rows, clock)
    return [link(row) for row in found[:rows]], len(found) > rows


async def stream_links(
    reader: Reader, bound: Bound, avoid: Sequence[str] = ()
) -> AsyncIterator[Link]:
    """The links of the whole graph by subject, one by one."""
    async for row in reader.graph.stream(text("links", told=bound.told), _all(bound, avoid)):
        yield link(row)


async def stream_ends(
    reader: Reader, bound: Bound, avoid: Sequence[str] = ()
) -> AsyncIterator[Row]:
    """The things that `stream_links` leads to or from, by IRI, with their `edges` (of one
    predicate between the same two things) and `statements`."""
    async for row in reader.graph.stream(text("ends", told=bound.told), _all(bound, avoid)):
        yield row


def _all(bound: Bound, avoid: Sequence[str]) -> dict[str, Any]:
    return {"avoid": sorted(avoid) or None, **bound.params()}


async def take(
    reader: Reader, query: str, params: Mapping[str, Any], rows: int, clock: Clock
) -> list[Row]:
    """The first `rows` + 1 rows of a query: where the last one comes, there are more."""
    seconds = max(0.001, min(clock.left, reader.timeout or clock.left))
    wanted = {**params, "take_rows": rows + 1}
    return await reader.graph.read(f"{query}\nLIMIT $take_rows", wanted, timeout=seconds)


def text(name: str, *, told: bool = False) -> str:
    """The query in `cypher/{name}.cypher`; without `told` without the part that its marks enclose.

    Looking up the statement of every link costs ten times what the rest does.
    """
    return _texts()[name, told]


@cache
def _texts() -> dict[tuple[str, bool], str]:
    queries = catalogue.load(FOLDER)
    short = {(name, False): _TOLD.sub("", query.text) for name, query in queries.items()}
    return {**short, **{(name, True): query.text for name, query in queries.items()}}
