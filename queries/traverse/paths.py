"""How two things are connected: the most telling paths, or the shortest, and why they stand so."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from queries.errors import WrongParameter
from queries.filters import Bound, Filters, bind
from queries.hydrate import Known, show_thing
from queries.params import within
from queries.reader import Reader
from queries.traverse import cursor as pages
from queries.traverse.bounds import MAX_LENGTH, ROWS, Clock, Cut
from queries.traverse.links import Degree, Link, degrees
from queries.traverse.search import Net, Path, best, net
from queries.traverse.show import known_of, show_link, shown_first
from queries.traverse.telling import UNIT, costs, why
from queries.traverse.walk import Walk, walk_past_hubs

Rank = Literal["telling", "shortest"]
DEFAULT_LENGTH = 4
MAX_PATHS = 100
ENUMERATED = 2_000
"""Paths that are looked at; the total is exact where there are fewer."""
_STEP = 10**9  # outweighs every cost: the shortest first, the most telling of them before others


async def paths(
    reader: Reader,
    from_: str,
    to: str,
    filters: Filters | None = None,
    *,
    max_length: int = DEFAULT_LENGTH,
    rank: Rank = "telling",
    avoid: tuple[str, ...] = (),
    distinct: bool = True,
    lang: str = "en",
    k: int = 5,
    cursor: str | None = None,
) -> dict[str, Any]:
    """A page of `k` paths; each has its things as `nodes` and between them its `edges`.

    `distinct`: only paths that bring a thing which no better path brought, since the better ones
    joined together in other ways say nothing new.

    An edge is the most telling link of its step; other links of the same step stand in its `also`.
    Raises `UnknownId`, `WrongParameter`, `StaleCursor`, `QueryTimeout`.
    """
    filters = filters or Filters()
    reader = await reader.at(filters.as_of)
    length = within("max_length", max_length, 1, MAX_LENGTH)
    start, end = await reader.resolve(from_, "from"), await reader.resolve(to, "to")
    if start == end:
        raise WrongParameter(
            "to", "a path needs two things", "un chemin demande deux choses différentes"
        )
    avoided = tuple(sorted({*await reader.resolve_all(avoid, "avoid")} - {start, end}))
    bound = await bind(reader, filters)
    question = {"from": start, "to": end, "length": length, "rank": rank}
    question |= {"avoid": avoided, "distinct": distinct}
    where = pages.place(
        "paths", {**question, **filters.given()}, shape="il", limit=k, cursor=cursor,
        maximum=MAX_PATHS,
    )  # fmt: skip
    clock = Clock()
    graph, known, cut = await between(reader, [start, end], length, bound, clock, avoided)
    found, more = await asyncio.to_thread(
        enumerated, graph, (start, end), length, _STEP if rank == "shortest" else 0, clock
    )
    if distinct:
        found = list(fresh(found))
    if more and cut is None:
        cut = clock.cut() if clock.over else Cut("paths", ENUMERATED)
    shown, next_ = pages.page(found, lambda path: (path.cost, path.things), where)
    lexicon = Known(reader, await reader.lexicon(), lang)
    items = await show_paths(lexicon, graph, known, shown, rank)
    return pages.as_dict(items, len(found), where, next_, cut, lang)


async def between(
    reader: Reader,
    things: Sequence[str],
    length: int,
    bound: Bound,
    clock: Clock,
    avoided: Sequence[str] = (),
) -> tuple[Net, dict[str, Degree], Cut | None]:
    """All that can lie on a path of at most `length` steps between any two of `things`.

    Walked from each of them, half of the way. Things that no path may go through (by `kind`) are
    not walked to; the ends are met whatever they are.
    """
    walks: list[Walk] = []
    cut: Cut | None = None
    rows = max(1_000, ROWS // len(things))
    for place, thing in enumerate(things):
        # With two ends and an odd length the first side goes one step further.
        half = length // 2 if len(things) == 2 and place == 1 else (length + 1) // 2
        one = await walk_past_hubs(
            reader, [thing], max(half, 1), bound, clock, avoid=avoided, rows=rows
        )
        walks.append(one)
        cut = cut or one.cut
    links = {link for one in walks for link in one.links}
    near = _within_reach(walks, length)
    kept = [link for link in links if link.source in near and link.target in near]
    known = await degrees(reader, near)
    return net(kept, costs(known)), known, cut


def _within_reach(walks: Sequence[Walk], length: int) -> set[str]:
    """The things reached from two sides in all within `length` steps: others lie on no path."""
    reached: dict[str, list[int]] = {}
    for one in walks:
        for thing, distance in one.distance.items():
            reached.setdefault(thing, []).append(distance)
    return {
        thing
        for thing, found in reached.items()
        if min(found) == 0 or (len(found) > 1 and sum(sorted(found)[:2]) <= length)
    } | _one_sided(walks, length)


def _one_sided(walks: Sequence[Walk], length: int) -> set[str]:
    """Things reached from one side only, whose links lead on to what the other side reached."""
    found: set[str] = set()
    for one in walks:
        others: dict[str, int] = {}
        for other in walks:
            if other is not one:
                for thing, distance in other.distance.items():
                    others[thing] = min(distance, others.get(thing, distance))
        for link in one.links:
            for a, b in ((link.source, link.target), (link.target, link.source)):
                here = one.distance.get(a)
                if here is not None and b in others and here + 1 + others[b] <= length:
                    found.add(a)
    return found


def fresh(found: Iterable[Path]) -> Iterator[Path]:
    """Of paths in their order those with a thing that none before them has."""
    met: set[str] = set()
    for path in found:
        if not met.issuperset(path.things):
            met.update(path.things)
            yield path


def enumerated(
    graph: Net, ends: tuple[str, str], length: int, per_step: int, clock: Clock
) -> tuple[list[Path], bool]:
    """The first paths, and whether there may be more."""
    found: list[Path] = []
    for path in best(graph, *ends, length, per_step=per_step, stop=lambda: clock.over):
        if len(found) == ENUMERATED:
            return found, True
        found.append(path)
    return found, clock.over


async def show_paths(
    known: Known, graph: Net, degree: dict[str, Degree], paths: Sequence[Path], rank: Rank
) -> list[dict[str, Any]]:
    """Paths for reading."""
    steps = {path: _steps(graph, path) for path in paths}
    first = [link for found in steps.values() for step in found for link in shown_first(step)]
    await known_of(known, {thing for path in paths for thing in path.things}, first)
    return [_shown(known, path, steps[path], degree, rank) for path in paths]


def _steps(graph: Net, path: Path) -> list[list[Link]]:
    return [graph.steps[a][b] for a, b in zip(path.things, path.things[1:], strict=False)]


def _shown(
    known: Known, path: Path, steps: list[list[Link]], degree: dict[str, Degree], rank: Rank
) -> dict[str, Any]:
    nodes = [show_thing(known, thing) for thing in path.things]
    inner = [
        (node["label"], degree[thing]) for node, thing in zip(nodes, path.things, strict=True)
    ][1:-1]
    edges = []
    for step in steps:
        head, *also = [show_link(known, link) for link in shown_first(step)]
        edges.append({**head, "also": also, "links": len(step)})
    cost = path.cost - (_STEP * len(steps) if rank == "shortest" else 0)
    return {
        "nodes": [
            {**node, "linked_to": degree[thing].things}
            for node, thing in zip(nodes, path.things, strict=True)
        ],
        "edges": edges,
        "length": len(edges),
        "cost": cost / UNIT,
        "why": why(inner, steps).get(known.lang),
    }
