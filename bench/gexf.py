"""GEXF beside `networkx.write_gexf`: the same generated graph, one after the other, in one run.

`python -m bench.gexf`. Time: both write to a file from a graph that is in memory already. Memory:
what writing adds to the process at its peak (Linux; the resident set's high-water mark); ours then
takes its rows from a generator, as it takes them from the database in service, and grows the graph
to show that it stays flat. Each figure is taken in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exporters.gexf import GexfEncoder
from exporters.stream import write
from exporters.subgraph import Attribute, Edge, Node, Subgraph, batched

NODES, EDGES = 100_000, 500_000
GROWTH = (10_000, 100_000, 1_000_000)
KINDS = ("State", "Mechanism", "Programme", "UNEntity", "Place", "Theme")
PREDICATES = ("SUPPORTS", "FUNDS", "MEMBER_OF", "COOPERATES_WITH", "TRAINS", "COVERS", "HOSTS")
STATUSES = ("actual", "committed", "offered", "proposed", "encouraged")
NODE_ATTRIBUTES = (Attribute("acronym", "Acronym"), Attribute("mentions", "Mentions", "integer"))
EDGE_ATTRIBUTES = (
    Attribute("statements", "Statements", "strings"),
    Attribute("status", "Status"),
    Attribute("certainty", "Certainty"),
    Attribute("documents", "Documents", "strings"),
)


def nodes(count: int) -> Iterator[Node]:
    """Things with IRIs, labels (one in twenty needs escaping) and two attributes."""
    for n in range(count):
        label = f"Organisme n° {n} de l’essai" if n % 20 else f"Thing <{n}> & sons"
        values = (f"O{n}", n % 97)
        yield Node(f"https://example.org/id/{n}", label, KINDS[n % 6], values, n % 40)


def edges(count: int, among: int, seed: int = 1) -> Iterator[Edge]:
    """Edges in the order of their sources; one in ten stands for two statements."""
    chance = random.Random(seed)
    for n in range(count):
        source, target = n * among // count, chance.randrange(among)
        predicate = PREDICATES[n % 7]
        statements = [f"https://example.org/statement/{n}"]
        if n % 10 == 0:
            statements.append(f"https://example.org/statement/{n}.2")
        values = (
            statements,
            STATUSES[n % 5],
            "stated" if n % 3 else "implied",
            (f"document-{n % 50}",),
        )
        yield Edge(
            f"https://example.org/id/{source}", f"https://example.org/id/{target}",
            predicate, predicate.lower(), len(statements), values,
        )  # fmt: skip


def subgraph(node_count: int, edge_count: int, *, held: bool) -> Subgraph:
    """The generated graph, in memory when `held`, else made while it is read."""
    node_batches, edge_batches = batched(nodes(node_count)), batched(edges(edge_count, node_count))
    return Subgraph(
        "en", "Generated", list(node_batches) if held else node_batches,
        list(edge_batches) if held else edge_batches, NODE_ATTRIBUTES, EDGE_ATTRIBUTES,
    )  # fmt: skip


def peer(node_count: int, edge_count: int) -> Any:
    """The same graph for networkx, whose writer refuses lists: they are joined for it."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes(node_count):
        graph.add_node(
            node.id,
            label=node.label,
            kind=node.kind,
            acronym=node.values[0],
            mentions=node.values[1],
        )
    for edge in edges(edge_count, node_count):
        statements, status, certainty, documents = edge.values
        assert isinstance(statements, list)
        assert isinstance(documents, tuple)
        graph.add_edge(
            edge.source, edge.target, label=edge.label, weight=edge.weight, predicate=edge.kind,
            statements=" | ".join(statements), status=status, certainty=certainty,
            documents=" | ".join(documents),
        )  # fmt: skip
    return graph


def measure(who: str, node_count: int, edge_count: int) -> dict[str, float]:
    """Seconds of writing, MiB that it adds at its peak, MiB of the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "out.gexf")
        if who == "networkx":
            import networkx as nx

            graph = peer(node_count, edge_count)
            before = _reset_peak()
            start = time.perf_counter()
            nx.write_gexf(graph, path)
        else:
            # Once small, so that code and caches are there, as in a service that is up.
            write_ours(subgraph(10, 10, held=True), path)
            cut = subgraph(node_count, edge_count, held=who == "held")
            before = _reset_peak()
            start = time.perf_counter()
            write_ours(cut, path)
        seconds = time.perf_counter() - start
        return {
            "seconds": seconds,
            "added": _status("VmHWM") - before,
            "file": path.stat().st_size / 2**20,
        }


def write_ours(cut: Subgraph, path: Path) -> None:
    with path.open("wb") as out:
        write(GexfEncoder(cut), cut, out)


def _reset_peak() -> float:
    """Begin a new high-water mark (proc(5), clear_refs); the MiB resident now."""
    Path("/proc/self/clear_refs").write_text("5")
    return _status("VmRSS")


def _status(field: str) -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"this system does not tell {field}")


def apart(who: str, node_count: int, edge_count: int) -> dict[str, float]:
    """`measure` in a process of its own."""
    command = [sys.executable, "-m", "bench.gexf", "--only", who, str(node_count), str(edge_count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def report(repeats: int = 3) -> None:
    """Print the ratios; of each time the best of `repeats` runs in turn."""
    ours, theirs = [], []
    for _ in range(repeats):
        ours.append(apart("held", NODES, EDGES)["seconds"])
        theirs.append(apart("networkx", NODES, EDGES))
    streamed = apart("streamed", NODES, EDGES)
    fastest = min(t["seconds"] for t in theirs)
    added = min(t["added"] for t in theirs)
    print(f"GEXF of {NODES:,} nodes and {EDGES:,} edges, best of {repeats}, beside networkx")
    ratio = fastest / min(ours)
    print(f"  time: {min(ours):.2f} s against {fastest:.2f} s: {ratio:.1f} times as fast")
    print(
        f"  memory added: {streamed['added']:.1f} MiB against {added:,.0f} MiB:"
        f" 1/{added / max(streamed['added'], 0.1):,.0f}"
    )
    for edge_count in GROWTH:
        grown = apart("streamed", edge_count // 5, edge_count)
        print(
            f"  {edge_count:>9,} edges, made while written: {grown['added']:5.1f} MiB added,"
            f" {grown['seconds'] / edge_count * 1e6:.2f} µs an edge, file {grown['file']:,.0f} MiB"
        )


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--only", nargs=3, metavar=("WHO", "NODES", "EDGES"))
    arguments.add_argument("--repeats", type=int, default=3)
    given = arguments.parse_args()
    if given.only:
        print(json.dumps(measure(given.only[0], int(given.only[1]), int(given.only[2]))))
    else:
        report(given.repeats)
