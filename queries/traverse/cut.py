"""A cut of the graph: what lies around some things, or everything, under the filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.errors import QueryTimeout
from queries.filters import Bound
from queries.params import within
from queries.reader import Reader
from queries.traverse.bounds import MAX_DEPTH, NODES, ROWS, Clock, Cut
from queries.traverse.links import Link, among, whole
from queries.traverse.walk import walk


@dataclass(frozen=True, slots=True)
class Section:
    """Things and all direct edges among them; `distance` from the seeds, 0 for all without."""

    distance: dict[str, int] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    cut: Cut | None = None


async def section(
    reader: Reader,
    seeds: Sequence[str],
    depth: int,
    bound: Bound,
    *,
    avoid: Sequence[str] = (),
    nodes: int = NODES,
    rows: int = ROWS,
) -> Section:
    """The ego graph of the seeds to `depth`, or (no seeds) the whole graph, within bounds.

    Things come by distance and IRI, links by subject and statement. Seeds and things to avoid are
    IRIs. Raises `WrongParameter`, `QueryTimeout`.
    """
    clock = Clock()
    if not seeds:
        links, more = await whole(reader, bound, clock, avoid=avoid, rows=rows)
        return _bounded(links, Cut("links", rows) if more else None, nodes)
    depth = within("depth", depth, 0, MAX_DEPTH)
    found = await walk(
        reader, seeds, depth, bound, clock, avoid=avoid, nodes=nodes, rows=rows
    )  # fmt: skip
    cut = found.cut
    try:
        links, more = await among(reader, found.distance, bound, clock, rows)
        if more:
            cut = cut or Cut("links", rows)
    except QueryTimeout:
        links = [
            link for link in found.links if {link.source, link.target} <= found.distance.keys()
        ]
        cut = cut or clock.cut()
    distance = dict(sorted(found.distance.items(), key=lambda item: (item[1], item[0])))
    return Section(distance, sorted(links), cut)


def _bounded(links: list[Link], cut: Cut | None, nodes: int) -> Section:
    """The first links whose things stay within the bound."""
    things: set[str] = set()
    kept: list[Link] = []
    for link in links:
        if len(things | {link.source, link.target}) > nodes:
            cut = Cut("nodes", nodes)
            break
        things.update((link.source, link.target))
        kept.append(link)
    return Section(dict.fromkeys(sorted(things), 0), sorted(kept), cut)
