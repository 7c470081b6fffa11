"""Reading: an entity page and `who-supports` on both engines, beside the driver alone.

p50 and p95 of one caller, in process, over the shipped data. On Neo4j the peer sends the same
query text with the same parameters straight through the driver and shapes nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import neo4j

from graph import GraphSettings, open_graph
from loaders.sync import load
from ontology.files import DATA_FILES, ONTOLOGY_FILES
from queries import catalogue, entities, run
from queries.reader import Reader

REPEATS = 200
ASKED = {"of": "jit", "place": "niger"}


async def measured(work: Callable[[], Awaitable[Any]], repeats: int = REPEATS) -> list[float]:
    """Milliseconds of each of `repeats` calls, sorted, after a tenth as many to warm up."""
    for _ in range(repeats // 10):
        await work()
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        await work()
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def line(name: str, times: list[float], peer: list[float] | None = None) -> None:
    p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
    ratio = f"   {p50 / peer[len(peer) // 2]:.2f} × the driver" if peer else ""
    print(f"  {name:<46} p50 {p50:8.2f} ms   p95 {p95:8.2f} ms{ratio}")


async def engine(uri: str, label: str) -> None:
    graph = open_graph(GraphSettings(uri=uri))
    try:
        await graph.ensure_schema()
        await load(graph, ONTOLOGY_FILES, "ontology")
        await load(graph, DATA_FILES)
        reader = Reader(graph)
        page = await measured(lambda: entities.page(reader, "pcms"))
        rows = await measured(lambda: run.run(reader, "who-supports", dict(ASKED), lang="en"))
    finally:
        await graph.close()
    peer: list[float] | None = None
    if uri.startswith("neo4j"):
        query = catalogue.load()["who-supports"]
        base = "https://w3id.org/sahelgraph/id/"
        params = dict.fromkeys(query.header.parameters)
        params |= {name: base + value for name, value in ASKED.items()}
        async with neo4j.AsyncGraphDatabase.driver(uri) as driver:

            async def bare() -> list[Any]:
                async with driver.session() as session:
                    return [record async for record in await session.run(query.text, params)]

            peer = await measured(bare)
        line(f"{label}: who-supports, the driver alone", peer)
    line(f"{label}: who-supports, with labels and evidence", rows, peer)
    line(f"{label}: entity page", page)


def main() -> None:
    print("Reading the shipped data, one caller")
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        asyncio.run(engine(f"embedded:{folder}/graph", "embedded"))
        from tests import neo4j_server

        reason = neo4j_server.missing()
        if reason:
            print(f"Neo4j is left out: {reason}")
        else:
            uri = stack.enter_context(neo4j_server.running(heap="2g")).uri
            asyncio.run(engine(uri, "Neo4j"))


if __name__ == "__main__":
    main()
