"""The peers that the loader is measured beside: a bare parse, and the loader most people write.

`merge_load` is the usual `UNWIND … MERGE` recipe over the official driver: batches of rows,
`MERGE` by id, one statement per relationship type. It is lossy (languages and datatypes are
dropped, the last of several values wins): only its speed is of interest here.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import neo4j
import pyoxigraph

BATCH = 10_000


def bare_parse(path: Path) -> int:
    """Count the triples of an N-Triples file with pyoxigraph alone."""
    return sum(1 for _ in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.N_TRIPLES))


def merge_load(uri: str, path: Path) -> int:
    """Load `path` by `UNWIND … MERGE`; return the triples read."""
    read = 0
    nodes: dict[str, dict[str, Any]] = defaultdict(dict)
    edges: dict[str, list[list[str]]] = defaultdict(list)
    with neo4j.GraphDatabase.driver(uri, auth=None) as driver, driver.session() as session:
        session.run("CREATE CONSTRAINT IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE")

        def flush() -> None:
            session.run(
                "UNWIND $rows AS row MERGE (n:Resource {id: row.id}) SET n += row.properties",
                rows=[{"id": i, "properties": p} for i, p in nodes.items()],
            ).consume()
            for kind, rows in edges.items():
                session.run(
                    "UNWIND $rows AS row MERGE (a:Resource {id: row[0]})"
                    f" MERGE (b:Resource {{id: row[1]}}) MERGE (a)-[:`{kind}`]->(b)",
                    rows=rows,
                ).consume()
            nodes.clear()
            edges.clear()

        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.N_TRIPLES):
            read += 1
            subject = quad.subject.value
            name = quad.predicate.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
            if isinstance(quad.object, pyoxigraph.Literal):
                nodes[subject][name] = quad.object.value
            else:
                edges[name].append([subject, quad.object.value])
            if len(nodes) + sum(map(len, edges.values())) >= BATCH:
                flush()
        flush()
    return read
