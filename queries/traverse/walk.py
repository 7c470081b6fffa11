"""Level by level away from some things: who is reached at which distance, over which links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.errors import QueryTimeout
from queries.filters import Bound
from queries.reader import Reader
from queries.traverse.bounds import NODES, ROWS, Clock, Cut
from queries.traverse.links import Degree, Link, degrees, expand


@dataclass(slots=True)
class Walk:
    """What was reached. `distance` of the things it began with is 0.

    `links` holds every link met, once, in a fixed order. Where the walk was cut, nothing lies
    beyond the level that was cut, and that level ends after its last thing by IRI.
    """

    distance: dict[str, int] = field(default_factory=dict)
    links: dict[Link, None] = field(default_factory=dict)
    cut: Cut | None = None
    complete: int = 0
    """The distance up to which nothing is missing."""

    def at(self, distance: int) -> list[str]:
        return [id_ for id_, d in self.distance.items() if d == distance]


async def walk(
    reader: Reader,
    seeds: Iterable[str],
    depth: int,
    bound: Bound,
    clock: Clock,
    *,
    avoid: Sequence[str] = (),
    after: tuple[int, str] | None = None,
    nodes: int = NODES,
    rows: int = ROWS,
) -> Walk:
    """Everything within `depth` steps of the seeds.

    `after` (distance, IRI): at that distance only things behind that IRI are wanted, which is how
    a page goes on where the one before was cut. Raises QueryTimeout when not even the first level
    came in time.
    """
    found = Walk(dict.fromkeys(sorted(set(seeds)), 0))
    for level in range(1, depth + 1):
        frontier = found.at(level - 1)
        if not frontier:
            found.complete = depth
            break
        if clock.over:
            found.cut = clock.cut()
            break
        begin = after[1] if after and after[0] == level == depth else None
        try:
            others, more = await expand(
                reader, frontier, bound, clock, avoid=avoid, after=begin, rows=rows
            )
        except QueryTimeout:
            if level == 1:
                raise
            found.cut = clock.cut()
            break
        room = nodes - len(found.distance)
        for other, links in others.items():
            if other not in found.distance:
                if room <= 0:
                    found.cut = Cut("nodes", nodes)
                    break
                room -= 1
                found.distance[other] = level
            found.links.update(dict.fromkeys(links))
        if more and not found.cut:
            found.cut = Cut("links", rows)
        if found.cut:
            break
        found.complete = level
    return found


async def walk_past_hubs(
    reader: Reader,
    seeds: Iterable[str],
    depth: int,
    bound: Bound,
    clock: Clock,
    *,
    avoid: Sequence[str] = (),
    rows: int = ROWS,
) -> Walk:
    """The same, but where there are too many links the most linked things are not entered.

    That is how paths are looked for: a path through a hub explains little, and two walks that
    meet in one still find it.
    """
    found = Walk(dict.fromkeys(sorted(set(seeds)), 0))
    for level in range(1, depth + 1):
        frontier = found.at(level - 1)
        if not frontier:
            break
        if clock.over:
            found.cut = clock.cut()
            break
        entered, left_out = frontier, list[str]()
        if level > 1:
            entered, left_out = _least_linked(await degrees(reader, frontier), rows)
        if left_out:
            found.cut = Cut("hubs", rows, tuple(left_out))
        try:
            others, more = await expand(reader, entered, bound, clock, avoid=avoid, rows=rows)
        except QueryTimeout:
            if level == 1:
                raise
            found.cut = clock.cut()
            break
        if more:
            found.cut = Cut("links", rows)
        for other, links in others.items():
            found.distance.setdefault(other, level)
            found.links.update(dict.fromkeys(links))
        found.complete = level
    return found


def _least_linked(known: dict[str, Degree], rows: int) -> tuple[list[str], list[str]]:
    """The things that together have at most `rows` links, least linked first; and the rest."""
    entered: list[str] = []
    total = 0
    ranked = sorted(known, key=lambda id_: (known[id_].links, id_))
    for id_ in ranked:
        total += known[id_].links
        if total > rows:
            break
        entered.append(id_)
    return sorted(entered), ranked[len(entered) :]
