"""The structure of a cut: who is central, what holds together, what hangs by one link.

Measured by networkx on the simple undirected graph of the cut (links between the same two things
count once), in a fixed order and with a fixed seed, so that the same data give the same figures.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, cast

import networkx as nx

from queries.filters import Filters, bind
from queries.hydrate import Known, show_thing
from queries.reader import Reader
from queries.traverse import cursor as pages
from queries.traverse.cut import Section, section
from queries.traverse.links import Link
from queries.traverse.measures import MEASURES
from queries.traverse.show import known_of, show_link, shown_first
from queries.traverse.worker import Worker

By = Literal["degree", "in_degree", "out_degree", "statements", "betweenness", "pagerank"]

NODES = 2_000
ROWS = 10_000
SEED = 20_160_711  # any number, as long as it stays the same
WORK = 2_000_000
"""Steps of the betweenness: starting things times links. Beyond it, some starts stand for all."""
MOST_PARTS = 50
MOST_MEMBERS = 20
MOST_BRIDGES = 200
_MILLIONTH = 1_000_000


class Row(NamedTuple):
    """The figures of one thing. Shares are in millionths, so that pages have an exact order."""

    thing: str
    degree: int
    in_degree: int
    out_degree: int
    statements: int
    betweenness: int
    pagerank: int
    community: int
    component: int


@dataclass(frozen=True, slots=True)
class Structure:
    """`starts`: how many things the betweenness was measured from, None for all."""

    rows: list[Row]
    communities: list[list[str]]
    components: list[list[str]]
    bridges: list[tuple[str, str]]
    density: float
    modularity: float
    starts: int | None


async def structure(
    reader: Reader,
    seeds: Sequence[str] = (),
    filters: Filters | None = None,
    *,
    depth: int = 2,
    avoid: Sequence[str] = (),
    by: By = "betweenness",
    worker: Worker | None = None,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """The figures of a cut, with a page of its things by one of the measures, greatest first.

    `worker` measures in a process of its own, which a service with other callers needs. Raises
    `UnknownId`, `WrongParameter`, `StaleCursor`, `QueryTimeout`, `BusyError`.
    """
    filters = filters or Filters()
    reader = await reader.at(filters.as_of)
    seeds = sorted(set(await reader.resolve_all(seeds, "seed")))
    avoided = sorted(set(await reader.resolve_all(avoid, "avoid")))
    bound = await bind(reader, filters)
    question = {"seeds": seeds, "depth": depth if seeds else 0, "avoid": avoided, "by": by}
    where = pages.place(
        "structure", {**question, **filters.given()}, shape="is", limit=limit, cursor=cursor
    )
    part = await section(
        reader, seeds, depth, bound, avoid=avoided, nodes=NODES, rows=ROWS
    )  # fmt: skip
    found = await (worker.run(measure, part) if worker else asyncio.to_thread(measure, part))
    ranked = sorted(found.rows, key=lambda row: _key(row, by))
    shown, next_ = pages.page(ranked, lambda row: _key(row, by), where)
    known = Known(reader, await reader.lexicon(), lang)
    pairs = _pairs(part.links)
    bridges = found.bridges[:MOST_BRIDGES]
    first = [link for pair in bridges for link in shown_first(pairs[pair])]
    members = {t for g in _large(found.communities) for t in g[:MOST_MEMBERS]}
    members |= {t for g in _large(found.components) for t in g[:MOST_MEMBERS]}
    await known_of(known, {*members, *(row.thing for row in shown)}, first)
    return {
        **pages.as_dict(
            [_row(known, row) for row in shown], len(ranked), where, next_, part.cut, lang
        ),
        "measures": {
            name: {
                "title": title.get(lang),
                "meaning": meaning.get(lang),
                "meanings": {"en": meaning.en, "fr": meaning.fr},
            }
            for name, (title, meaning) in MEASURES.items()
        },
        "summary": {
            "things": len(found.rows),
            "pairs": len(pairs),
            "statements": len(part.links),
            "density": found.density,
            "components": len(found.components),
            "communities": len(found.communities),
            "modularity": found.modularity,
            "bridges": len(found.bridges),
            "betweenness_from": found.starts,
        },
        "components": _groups(known, found.components),
        "communities": _groups(known, found.communities),
        "bridges": [
            {
                "between": [show_thing(known, end) for end in pair],
                "edges": [show_link(known, link) for link in shown_first(pairs[pair])],
                "edges_total": len(pairs[pair]),
            }
            for pair in bridges
        ],
    }


def measure(part: Section) -> Structure:
    """All figures of a cut; a pure function of its things and links."""
    things = sorted(part.distance)
    # Numbers instead of IRIs: the order in which Python walks a set of texts differs between two
    # runs, and with it where networkx would draw borders.
    number = {thing: i for i, thing in enumerate(things)}
    directed: nx.DiGraph[int] = nx.DiGraph()
    directed.add_nodes_from(range(len(things)))
    directed.add_edges_from(
        (number[x.source], number[x.target]) for x in part.links if x.source != x.target
    )
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(things)))
    graph.add_edges_from(sorted({(min(pair), max(pair)) for pair in directed.edges}))
    statements = [0] * len(things)
    for link in part.links:
        for end in {link.source, link.target}:
            statements[number[end]] += 1
    starts = _starts(len(things), graph.number_of_edges())
    between = nx.betweenness_centrality(graph, k=starts, seed=SEED if starts else None)
    rank = pagerank(graph)
    communities = _parts(nx.community.louvain_communities(graph, seed=SEED)) if things else []
    components = _parts(nx.connected_components(graph))
    community = {one: i for i, group in enumerate(communities, 1) for one in group}
    component = {one: i for i, group in enumerate(components, 1) for one in group}
    rows = [
        Row(
            thing,
            graph.degree[one],
            directed.in_degree[one],
            directed.out_degree[one],
            statements[one],
            round(_MILLIONTH * between[one]),
            round(_MILLIONTH * rank[one]),
            community[one],
            component[one],
        )
        for one, thing in enumerate(things)
    ]

    def named(groups: list[list[int]]) -> list[list[str]]:
        """The most linked things of a group first: they say what it is about."""
        return [
            [things[one] for one in sorted(group, key=lambda n: (-graph.degree[n], n))]
            for group in groups
        ]

    divided = [set(group) for group in communities]
    modular = nx.community.modularity(graph, divided) if graph.number_of_edges() else 0.0
    # The stubs have single nodes here; networkx gives pairs.
    bridging = cast(Iterable[tuple[int, int]], nx.bridges(graph))
    bridges = sorted((min(pair), max(pair)) for pair in bridging)
    return Structure(
        rows,
        named(communities),
        named(components),
        [(things[a], things[b]) for a, b in bridges],
        round(nx.density(graph), 6),
        round(modular, 6),
        starts,
    )


def pagerank(
    graph: nx.Graph[int], damping: float = 0.85, rounds: int = 100, close: float = 1e-9
) -> dict[int, float]:
    """PageRank (Brin and Page, 1998) by power iteration over an undirected graph.

    networkx's own needs SciPy, tens of megabytes that nothing else here needs.
    """
    count = len(graph)
    if not count:
        return {}
    rank = dict.fromkeys(graph, 1 / count)
    for _ in range(rounds):
        loose = sum(rank[thing] for thing in graph if not graph.degree[thing])
        now = dict.fromkeys(graph, (1 - damping + damping * loose) / count)
        for thing, others in graph.adj.items():
            if others:
                share = damping * rank[thing] / len(others)
                for other in others:
                    now[other] += share
        moved = sum(abs(now[thing] - rank[thing]) for thing in graph)
        rank = now
        if moved < close * count:
            break
    return rank


def _starts(things: int, pairs: int) -> int | None:
    """From how many things the betweenness is measured within `WORK`; None: from all."""
    affordable = WORK // max(1, things + pairs)
    return None if affordable >= things else max(1, affordable)


def _parts(groups: Iterable[set[int]]) -> list[list[int]]:
    """Groups of things, the largest first, then by their first thing."""
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))


def _large(groups: list[list[str]]) -> list[list[str]]:
    return groups[:MOST_PARTS]


def _key(row: Row, by: By) -> tuple[int, str]:
    value: int = getattr(row, by)
    return -value, row.thing


def _pairs(links: Sequence[Link]) -> dict[tuple[str, str], list[Link]]:
    pairs: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        if link.source != link.target:
            pair = (min(link.source, link.target), max(link.source, link.target))
            pairs.setdefault(pair, []).append(link)
    return pairs


def _row(known: Known, row: Row) -> dict[str, Any]:
    figures = row._asdict()
    thing = figures.pop("thing")
    figures["betweenness"] /= _MILLIONTH
    figures["pagerank"] /= _MILLIONTH
    return {**show_thing(known, thing), **figures}


def _groups(known: Known, groups: list[list[str]]) -> list[dict[str, Any]]:
    """The largest groups, numbered as in the rows, each with some of its things."""
    return [
        {
            "number": number,
            "size": len(group),
            "things": [show_thing(known, thing) for thing in group[:MOST_MEMBERS]],
        }
        for number, group in enumerate(_large(groups), 1)
    ]
