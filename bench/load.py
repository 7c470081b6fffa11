"""Loading: triples a second of both engines, beside a bare parse and a plain MERGE loader.

`python -m bench.load [--triples N]` runs all; each measurement is a process of its own. On Neo4j
the peers share one warm server, which is emptied between them.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import tempfile
from pathlib import Path
from typing import Any

import neo4j

from bench.generate import write_ntriples
from bench.measured import in_process, report
from bench.peers import bare_parse, merge_load
from graph import GraphSettings, open_graph
from loaders.sync import load
from ontology.files import DATA_FILES, ONTOLOGY_FILES

ROUNDS = 3


def empty(uri: str) -> None:
    """Take everything out of the server, so that each loader meets the same store."""
    with neo4j.GraphDatabase.driver(uri, auth=None) as driver, driver.session() as session:
        session.run(
            "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"
        ).consume()
        for row in session.run("SHOW CONSTRAINTS YIELD name RETURN name").data():
            session.run(f"DROP CONSTRAINT `{row['name']}`").consume()
        for row in session.run(
            "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"
        ).data():
            session.run(f"DROP INDEX `{row['name']}`").consume()


async def ours(uri: str, files: list[Path]) -> int:
    graph = open_graph(GraphSettings(uri=uri))
    try:
        await graph.ensure_schema()
        ledger = await load(graph, files)
    finally:
        await graph.close()
    if not ledger.adds_up:
        raise SystemExit(f"the ledger does not add up: {ledger}")
    return sum(entry.read for entry in ledger.datasets)


def one(kind: str, target: str, files: list[Path]) -> None:
    """A single measurement, printed for `in_process` to read."""
    if kind == "parse":
        report(lambda: sum(bare_parse(path) for path in files))
    elif kind == "merge":
        report(lambda: sum(merge_load(target, path) for path in files))
    else:
        report(lambda: asyncio.run(ours(target, files)))


def line(name: str, result: dict[str, Any], base: float | None = None) -> None:
    rate = result["count"] / result["seconds"]
    ratio = f"{base / result['seconds']:6.2f} ×" if base else " " * 8
    print(
        f"  {name:<44} {result['seconds']:7.2f} s {rate:>11,.0f} triples/s {ratio}"
        f"  {result['added_mb']:7.0f} MB added"
    )


def main(triples: int, uri: str | None) -> None:
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if uri is None:
            from tests import neo4j_server

            reason = neo4j_server.missing()
            if reason:
                print(f"Neo4j is left out: {reason}")
            else:
                uri = stack.enter_context(neo4j_server.running(heap="4g")).uri
        shipped = [str(p) for p in DATA_FILES]
        everything = [str(p) for p in (*ONTOLOGY_FILES, *DATA_FILES)]
        # The last one is there for the memory, which must not grow with the file.
        sizes = [n for n in (triples // 10, triples, triples * 2) if n]
        files = {n: folder / f"generated-{n}.nt" for n in sizes}
        for n, path in files.items():
            write_ntriples(path, n)

        print("Load of the shipped data (ontology and documents)")
        line(
            "embedded",
            in_process("bench.load", "one", "ours", f"embedded:{folder}/data", *everything),
        )
        if uri:
            empty(uri)
            in_process("bench.load", "one", "ours", uri, *shipped)  # the server's caches are warm
            empty(uri)
            line("Neo4j", in_process("bench.load", "one", "ours", uri, *everything))
        for n in sizes:
            path = str(files[n])
            print(f"Load of a generated file of {n:,} triples")
            line("pyoxigraph, bare parse", in_process("bench.load", "one", "parse", "-", path))
            line(
                "embedded, lossless",
                in_process("bench.load", "one", "ours", f"embedded:{folder}/{n}", path),
            )
            if uri:
                beside_merge(uri, path, ROUNDS if n == triples else 1)


def beside_merge(uri: str, path: str, rounds: int) -> None:
    """Both loaders by turns, so that a server that warms up or a busy machine meets both alike;
    of several rounds the one with the middle ratio is shown, and the ratios of all."""
    pairs = []
    for _ in range(rounds):
        results = []
        for kind in ("merge", "ours"):
            empty(uri)
            results.append(in_process("bench.load", "one", kind, uri, path))
        pairs.append(results)
    empty(uri)
    pairs.sort(key=lambda pair: pair[0]["seconds"] / pair[1]["seconds"])
    merge, ours_ = pairs[len(pairs) // 2]
    line("Neo4j, UNWIND … MERGE, lossy", merge)
    line("Neo4j, lossless (× the MERGE loader)", ours_, merge["seconds"])
    if rounds > 1:
        ratios = ", ".join(f"{m['seconds'] / o['seconds']:.2f}" for m, o in pairs)
        print(f"  the ratios of {rounds} rounds: {ratios}")
    print("  of that time this process was in (threads overlap; the rest waits):")
    for place, share in ours_["profile"].items():
        print(f"    {share:6.1%}  {place}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command")
    single = commands.add_parser("one")
    single.add_argument("kind")
    single.add_argument("target")
    single.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--neo4j", default=None, help="an empty server of one's own")
    given = parser.parse_args()
    if given.command == "one":
        one(given.kind, given.target, given.files)
    else:
        main(given.triples, given.neo4j)
