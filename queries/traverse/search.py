"""The best simple paths between two things, in an exact order, over links that are in memory.

networkx has Yen's algorithm, which knows no bound on the number of steps and whose order of equal
paths follows that of insertion; this one is bounded, and its order can be gone on with by key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from typing import NamedTuple

from queries.traverse.links import Link
from queries.traverse.telling import link_cost

Step = dict[str, list[Link]]


class Path(NamedTuple):
    """In the order of paths: by what they cost, then by their things."""

    cost: int
    things: tuple[str, ...]


class Net(NamedTuple):
    """Links both ways, and what it costs to go through a thing."""

    steps: Mapping[str, Step]
    through: Mapping[str, int]

    def step_cost(self, a: str, b: str) -> int:
        return min(map(link_cost, self.steps[a][b]))


def net(links: Iterable[Link], through: Mapping[str, int]) -> Net:
    steps: dict[str, Step] = {}
    for link in sorted(links):
        if link.source != link.target:
            steps.setdefault(link.source, {}).setdefault(link.target, []).append(link)
            steps.setdefault(link.target, {}).setdefault(link.source, []).append(link)
    return Net(steps, through)


def best(
    graph: Net,
    start: str,
    end: str,
    length: int,
    *,
    per_step: int = 0,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Path]:
    """Simple paths of at most `length` steps, cheapest first, equal ones by their things.

    `per_step` is added for each step: where it outweighs all else, the shortest come first. Ends
    early when `stop` says so (asked now and then).
    """
    rest = _rest(graph, start, end, length, per_step)
    if start not in rest[length]:
        return
    heap: list[tuple[int, tuple[str, ...], int]] = [(rest[length][start], (start,), 0)]
    popped = 0
    while heap:
        cost, things, gone = heappop(heap)
        popped += 1
        if popped % 1000 == 0 and stop():
            return
        last = things[-1]
        if last == end:
            yield Path(cost, things)
            continue
        left = rest[length - len(things)]
        inner = graph.through.get(last, 0) if len(things) > 1 else 0
        for other in graph.steps[last]:
            if other in left and other not in things:
                so_far = gone + inner + graph.step_cost(last, other) + per_step
                ahead = left[other] + (graph.through.get(other, 0) if other != end else 0)
                heappush(heap, (so_far + ahead, (*things, other), so_far))


def _rest(graph: Net, start: str, end: str, length: int, per_step: int) -> list[dict[str, int]]:
    """For each number of steps left: from where the end can be reached, and at what least cost.

    The cost of going through the thing itself is not in it. Never more than the true rest, so the
    search that adds it up finds the best path first.
    """
    rest: list[dict[str, int]] = [{end: 0}]
    for _ in range(length):
        nearer = rest[-1]
        now = dict(nearer)
        for thing, ahead in nearer.items():
            cost = ahead + per_step + (graph.through.get(thing, 0) if thing != end else 0)
            for other in graph.steps.get(thing, ()):
                if other == end:
                    continue
                total = cost + graph.step_cost(thing, other)
                if total < now.get(other, total + 1):
                    now[other] = total
        rest.append(now)
    return rest
