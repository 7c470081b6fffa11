"""What connects a set of things: a small union of most telling paths that joins them.

The tree that Kou, Markowsky and Berman (1981, "A fast algorithm for Steiner trees") build: the best
path between each two, and of these the cheapest that join all. It costs at most twice the best one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

import networkx as nx

from queries.filters import Filters, bind
from queries.hydrate import Known, show_thing
from queries.params import within
from queries.reader import Reader
from queries.traverse.bounds import MAX_LENGTH, Clock
from queries.traverse.common import several
from queries.traverse.paths import DEFAULT_LENGTH, between, show_paths
from queries.traverse.search import Net, Path, best


async def connect(
    reader: Reader,
    ids: Sequence[str],
    filters: Filters | None = None,
    *,
    max_length: int = DEFAULT_LENGTH,
    avoid: Sequence[str] = (),
    lang: str = "en",
) -> dict[str, Any]:
    """What joins these things, as `nodes` and `edges`, and as the `paths` that they come from.

    `groups` are the things by what is joined: one group when all are. Raises as `paths` does.
    """
    length = within("max_length", max_length, 1, MAX_LENGTH)
    things = await several(reader, ids)
    avoided = sorted({*await reader.resolve_all(avoid, "avoid")} - {*things})
    filters = filters or Filters()
    reader = await reader.at(filters.as_of)
    bound = await bind(reader, filters)
    clock = Clock()
    graph, known_degrees, cut = await between(reader, things, length, bound, clock, avoided)
    found = await asyncio.to_thread(_joining, graph, things, length, clock)
    known = Known(reader, await reader.lexicon(), lang)
    shown = await show_paths(known, graph, known_degrees, found, "telling")
    await known.fetch(things=things)
    nodes = {node["iri"]: node for path in shown for node in path["nodes"]}
    for thing in things:
        nodes.setdefault(
            thing, {**show_thing(known, thing), "linked_to": known_degrees[thing].things}
        )
    edges = {edge["statement"]: edge for path in shown for edge in path["edges"]}
    return {
        "nodes": [{**nodes[iri], "asked": iri in things} for iri in sorted(nodes)],
        "edges": [edges[statement] for statement in sorted(edges)],
        "paths": shown,
        "groups": [[known.lexicon.ids.short(t) for t in g] for g in _groups(things, found)],
        "truncated": cut is not None,
        "cut": cut.shown(lang) if cut else None,
    }


def _joining(graph: Net, things: Sequence[str], length: int, clock: Clock) -> list[Path]:
    """The cheapest of the best paths between each two that join as many as can be joined."""
    pairs: list[Path] = []
    for start, end in combinations(things, 2):
        first = next(best(graph, start, end, length, stop=lambda: clock.over), None)
        if first is not None:
            pairs.append(first)
    union = nx.utils.UnionFind(things)
    kept = []
    for path in sorted(pairs):
        start, end = path.things[0], path.things[-1]
        if union[start] != union[end]:
            union.union(*path.things)
            kept.append(path)
    return kept


def _groups(things: Sequence[str], paths: Iterable[Path]) -> list[list[str]]:
    union = nx.utils.UnionFind(things)
    for path in paths:
        union.union(*path.things)
    groups: dict[str, list[str]] = {}
    for thing in things:
        groups.setdefault(union[thing], []).append(thing)
    return sorted(groups.values(), key=lambda group: (-len(group), group))
