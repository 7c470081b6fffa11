"""The matrix and the overlaps over generated direct edges: time and growth on both engines.

`python -m bench.coverage_matrix [--edges N…] [--neo4j URI]`. For each number of edges a graph is
made through the port: an actor for every 200 edges, an initiative for every 500, 200 places, 60
themes, 30 crimes; half of the edges are support, the rest where, against what and what for; things
are drawn unevenly, so that some are hubs. The matrix is asked for twice: the second time the engine
has planned it. Memory is the high-water mark of the process that asks.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import random
import resource
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

from bench.measured import in_process
from graph import Batch, EdgeRecord, Graph, GraphSettings, NodeRecord, open_graph
from loaders.sync import load
from ontology.files import ONTOLOGY_FILES
from queries.coverage.matrix import matrix
from queries.coverage.overlaps import overlaps
from queries.reader import Reader

SIZES = (10_000, 100_000, 1_000_000)
BASE = "https://example.org/bench/"
STATUSES = ("actual", "committed", "planned", "offered")
BATCH = 20_000


def things(edges: int) -> dict[str, list[NodeRecord]]:
    """The nodes by kind."""

    def made(name: str, count: int, *labels: str) -> list[NodeRecord]:
        return [NodeRecord(f"{BASE}{name}{n}", labels, {"types": [labels[-1]]})
                for n in range(count)]  # fmt: skip

    return {
        "actor": made("actor", max(50, edges // 200), "Actor", "State"),
        "initiative": made("initiative", max(20, edges // 500), "Arrangement", "Mechanism"),
        "place": made("place", 200, "Area", "Place"),
        "theme": made("theme", 60, "Concept", "Theme"),
        "crime": made("crime", 30, "Concept", "CrimeType"),
    }


def links(nodes: dict[str, list[NodeRecord]], edges: int) -> Iterator[EdgeRecord]:
    chance = random.Random(1)

    def one(kind: str) -> str:
        held = nodes[kind]
        return held[int(len(held) * chance.random() ** 2)].id

    for n in range(edges):
        part = chance.random()
        if part < 0.5:
            source, type_, target = one("actor"), "SUPPORTS", one("initiative")
        else:
            source = one("actor" if part < 0.65 else "initiative")
            type_, target = chance.choice(
                (("OPERATES_IN", one("place")), ("TARGETS_CRIME", one("crime")),
                 ("HAS_FUNCTION", one("theme")))
            )  # fmt: skip
        yield EdgeRecord(
            source, type_, target,
            {
                "statement": f"{BASE}statement/{n:08d}",
                "status": STATUSES[n % len(STATUSES)],
                "certainty": "implied" if n % 5 == 0 else "stated",
            },
        )  # fmt: skip


async def fill(graph: Graph, edges: int) -> float:
    """Fill an empty graph; the seconds that the edges took."""
    await graph.ensure_schema()
    await load(graph, list(ONTOLOGY_FILES), "ontology")
    nodes = things(edges)
    began = time.perf_counter()
    async with await graph.begin(large=True) as loading:
        await loading.apply(Batch(create=[node for some in nodes.values() for node in some]))
        held: list[EdgeRecord] = []
        for link in links(nodes, edges):
            held.append(link)
            if len(held) == BATCH:
                await loading.apply(Batch(link=held))
                held = []
        await loading.apply(Batch(link=held))
        await loading.commit()
    return time.perf_counter() - began


async def measure(uri: str, edges: int) -> dict[str, Any]:
    """Seconds of each question over `edges` generated edges, and the peak memory in MB."""
    graph = open_graph(GraphSettings(uri=uri, query_timeout=600))
    try:
        found: dict[str, Any] = {"fill": await fill(graph, edges)}
        reader = Reader(graph, timeout=600)
        await reader.lexicon()
        asked: dict[str, Callable[[], Awaitable[dict[str, Any]]]] = {
            "matrix actor × mechanism, counts": lambda: matrix(
                reader, "actor", "mechanism", "count"
            ),
            "matrix actor × mechanism, statements": lambda: matrix(reader, "actor", "mechanism"),
            "matrix mechanism × crime, counts": lambda: matrix(
                reader, "mechanism", "crime", "count"
            ),
            "matrix kind × place, counts": lambda: matrix(reader, "kind", "place", "count"),
            "overlaps, all": lambda: overlaps(reader),
            "overlaps, of one": lambda: overlaps(reader, of=f"{BASE}initiative7"),
        }
        for name, question in asked.items():
            await question()
            began = time.perf_counter()
            answer = await question()
            found[name] = time.perf_counter() - began
            found[f"{name}: items"] = answer["total"]
    finally:
        await graph.close()
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def main(sizes: list[int], uri: str | None) -> None:
    results: dict[str, dict[int, dict[str, Any]]] = {"embedded": {}, "Neo4j": {}}
    with contextlib.ExitStack() as stack:
        for edges in sizes:
            with tempfile.TemporaryDirectory() as folder:
                results["embedded"][edges] = in_process(
                    "bench.coverage_matrix", "--one", f"embedded:{Path(folder) / 'graph'}",
                    str(edges),
                )  # fmt: skip
        if uri is None:
            from tests import neo4j_server

            if reason := neo4j_server.missing():
                print(f"Neo4j is left out: {reason}")
            else:
                uri = stack.enter_context(neo4j_server.running(heap="4g")).uri
        if uri is not None:
            from bench.load import empty

            for edges in sizes:
                empty(uri)
                results["Neo4j"][edges] = in_process(
                    "bench.coverage_matrix", "--one", uri, str(edges)
                )
    print(f"{'seconds over direct edges':<48}" + "".join(f"{n:>12,}" for n in sizes))
    for engine, by_size in results.items():
        if by_size:
            for name in by_size[sizes[0]]:
                if not name.endswith(": items"):
                    unit = " MB" if name == "memory" else " s "
                    cells = "".join(f"{by_size[n][name]:>9.2f}{unit}" for n in sizes)
                    print(f"  {engine:<9} {name:<36}{cells}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edges", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--neo4j", help="a server to empty and use, instead of one of its own")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(asyncio.run(measure(arguments.one[0], int(arguments.one[1])))))
    else:
        main(arguments.edges, arguments.neo4j)
