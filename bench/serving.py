"""The service over HTTP: beside the bare driver, and with many callers at once.

Beside the driver, on Neo4j: 8 callers of one statement's address, then of a 2-hop neighbourhood's.
The peer is one process with the same async driver whose 8 callers send the queries that carry the
answer (the node with what leaves it; the two levels of the walk) and do nothing with the rows: no
labels, paragraphs, ranking, JSON or HTTP. Then 32 callers of mixed addresses for a minute on each
engine, alone and beside an expensive request: errors, p95, the memory of the service.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import tempfile
import urllib.request
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import neo4j

from bench.callers import Run, Served, call, over_http, served
from bench.coverage_matrix import fill
from graph import GraphSettings, open_graph
from graph.port import Row
from queries import statements
from queries.filters import Filters, bind
from queries.reader import Reader
from queries.statements import StatementFilter
from queries.traverse.bounds import Clock
from queries.traverse.walk import walk

CALLERS = 8
MANY = 32
SECONDS = 10.0
Sent = list[tuple[str, dict[str, Any]]]


class Recorder:
    """The queries that a graph was asked for."""

    def __init__(self, reader: Reader) -> None:
        self._graph = reader.graph
        self._read = reader.graph.read
        self.sent: Sent = []

    def __enter__(self) -> Recorder:
        async def read(text: str, params: Any = None, *, timeout: float | None = None) -> list[Row]:  # noqa: ASYNC109
            self.sent.append((text, dict(params or {})))
            return await self._read(text, params, timeout=timeout)

        self._graph.read = read  # type: ignore[method-assign]
        return self

    def __exit__(self, *_: object) -> None:
        self._graph.read = self._read  # type: ignore[method-assign]


async def plan(uri: str) -> tuple[dict[str, Sent], dict[str, Sent]]:
    """Address → the queries that carry its answer: of statements, and of neighbourhoods."""
    graph = open_graph(GraphSettings(uri=uri))
    try:
        reader = Reader(graph)
        lexicon = await reader.lexicon()
        page = await statements.listed(reader, StatementFilter(), limit=200)
        points: dict[str, Sent] = {}
        for item in page.items:
            with Recorder(reader) as recorder:
                await reader.ask_for("nodes", [item["iri"]])
            points[f"/v1/statements/{item['id']}"] = recorder.sent
        bound = await bind(reader, Filters())
        walks: dict[str, Sent] = {}
        ends = sorted({item["subject"]["iri"] for item in page.items})
        for iri in ends:
            with Recorder(reader) as recorder:
                await walk(reader, [iri], 2, bound, Clock())
            id_ = lexicon.ids.short(iri)
            walks[f"/v1/graph/neighbours?id={id_}&depth=2&limit=10"] = recorder.sent
        return points, walks
    finally:
        await graph.close()


async def bare(uri: str, sent: dict[str, Sent], seconds: float) -> Run:
    """The same queries straight through the driver."""
    async with neo4j.AsyncGraphDatabase.driver(uri, notifications_min_severity="OFF") as driver:

        async def ask(address: str) -> int:
            for text, params in sent[address]:
                async with driver.session(
                    default_access_mode=neo4j.READ_ACCESS, fetch_size=-1
                ) as session:
                    _ = [record async for record in await session.run(text, params)]  # type: ignore[arg-type]
            return 200

        callers: list[Callable[[str], Awaitable[int]]] = [ask] * CALLERS
        await call(callers, list(sent), seconds / 5)
        return await call(callers, list(sent), seconds)


def beside_the_driver(uri: str, seconds: float) -> None:
    points, walks = asyncio.run(plan(uri))
    print(f"Neo4j, {CALLERS} callers, {seconds:g} s each (× the driver alone)")
    for name, sent in (("a statement", points), ("2 hops", walks)):
        # The server grows faster as it goes: the peer is measured first and last, and the better
        # of the two counts.
        first = asyncio.run(bare(uri, sent, seconds))
        found: dict[str, Run] = {}
        with served(graph=uri) as service:
            asyncio.run(over_http(service.base, CALLERS, list(sent), seconds / 5))
            for new, said in ((True, "never asked before"), (False, "asked again")):
                found[said] = asyncio.run(
                    over_http(service.base, CALLERS, list(sent), seconds, new)
                )
        with served(graph=uri, kept_characters="0") as service:
            asyncio.run(over_http(service.base, CALLERS, list(sent), seconds / 5))
            found["nothing kept between answers"] = asyncio.run(
                over_http(service.base, CALLERS, list(sent), seconds)
            )
        alone = max(first, asyncio.run(bare(uri, sent, seconds)), key=lambda run: run.rate)
        print(alone.line(f"{name}: the driver alone"))
        for said, run in found.items():
            print(run.line(f"{name}: over HTTP, {said}", alone))
            _errors(run)


MIXED = [
    "/v1/queries/who-supports?of=jit&place=niger",
    "/v1/entities/pcms", "/v1/entities?q=interpoll", "/v1/statements?predicate=supports",
    "/v1/commitments?document=niamey-2018", "/v1/graph/neighbours?id=interpol&depth=2",
    "/v1/graph/paths?from=interpol&to=pcms", "/v1/documents", "/v1/matrix?rows=kind&columns=place",
    "/v1/ask?q=who%20supports%20JITs%20in%20Niger", "/v1/entities/niger?lang=fr",
]  # fmt: skip
EXPENSIVE = "/v1/graph/structure?by=betweenness"
"""Of the whole graph, which holds several times the links that a cut may have."""
MORE = 30_000
"""Generated edges beside the shipped data."""


def many(label: str, service: Served, seconds: float) -> None:
    """No answer that is kept fits any of the calls: each is worked out."""
    print(f"{label}, {MANY} callers of {len(MIXED)} kinds of address, {seconds:g} s")
    asyncio.run(over_http(service.base, MANY, MIXED, seconds / 10, new=True))
    before = service.memory()
    halves = [
        asyncio.run(over_http(service.base, MANY, MIXED, seconds / 2, new=True)) for _ in range(2)
    ]
    after = [service.memory()]
    alone = Run(seconds, [*halves[0].times, *halves[1].times], dict(halves[0].statuses))
    for status, count in halves[1].statuses.items():
        alone.statuses[status] = alone.statuses.get(status, 0) + count
    print(alone.line("alone"))
    _errors(alone)
    beside, expensive = asyncio.run(_beside(service, seconds / 2))
    after.append(service.memory())
    print(beside.line("beside an expensive request", alone))
    print(f"  p95 beside it {beside.at(0.95) / alone.at(0.95):.2f} × alone")
    _errors(beside)
    print(
        f"  the expensive request: {len(expensive.times)} times, p50 {expensive.at(0.5):.0f} ms,"
        f" the longest {expensive.at(1):.0f} ms, statuses {expensive.statuses};"
        f" it says: {_cut(service)}"
    )
    print(f"  memory: {before:.0f} MB warm, {after[0]:.0f} MB after, {after[1]:.0f} MB at the end")


async def _beside(service: Served, seconds: float) -> tuple[Run, Run]:
    return await asyncio.gather(
        over_http(service.base, MANY, MIXED, seconds, new=True),
        over_http(service.base, 1, [EXPENSIVE], seconds, new=True),
    )


def _cut(service: Served) -> str:
    """How the expensive request's answer says at which bound it was cut."""
    with urllib.request.urlopen(service.base + EXPENSIVE) as answer:
        cut = json.load(answer)["cut"]
    return cut["message"] if cut else "NOTHING OF A CUT"


def _errors(found: Run) -> None:
    if wrong := {status: count for status, count in found.statuses.items() if status != 200}:
        print(f"    NOT ANSWERED WITH 200: {wrong}")


async def _more(uri: str) -> None:
    graph = open_graph(GraphSettings(uri=uri))
    try:
        await fill(graph, MORE)
    finally:
        await graph.close()


def main(seconds: float, minute: float) -> None:
    print(f"Serving the shipped data over HTTP, with {MORE:,} generated edges where many call")
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        embedded = f"embedded:{folder}/graph"
        with served(graph=embedded):  # fills it
            pass
        asyncio.run(_more(embedded))
        with served(graph=embedded) as service:
            many("embedded", service, minute)
        from tests import neo4j_server

        if reason := neo4j_server.missing():
            print(f"Neo4j is left out: {reason}")
            return
        uri = stack.enter_context(neo4j_server.running(heap="2g")).uri
        with served(graph=uri):
            pass
        beside_the_driver(uri, seconds)
        asyncio.run(_more(uri))
        with served(graph=uri) as service:
            many("Neo4j", service, minute)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="a measurement")
    parser.add_argument("--minute", type=float, default=60.0, help="with 32 callers")
    given = parser.parse_args()
    main(given.seconds, given.minute)
