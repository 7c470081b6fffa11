"""What the tests of loading and exporting have in common."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from exporters import rdf
from graph import Graph
from loaders.files import FORMATS
from loaders.mapping import Triple
from loaders.registry import Vocabulary
from loaders.terms import to_ox
from tests.loaders.generated import CONTEXT, SG

VOCABULARY = Vocabulary(CONTEXT, {SG + "State": frozenset({SG + "Actor"})})
SHARED_DATA = Path(__file__).parents[3] / "shared" / "data"
PREFIXES = f"""
@prefix sg: <{SG}> . @prefix ex: <http://ex.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
"""
Canonical = frozenset[str]


def canonical(triples: Iterable[Any]) -> Canonical:
    """Equal for isomorphic sets of triples (RDFC-1.0)."""
    whole = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    whole.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(str(quad) for quad in whole)


def in_file(path: Path, format: str = "turtle") -> Canonical:
    return canonical(ox.parse(path.read_bytes(), FORMATS[format], base_iri="http://base.org/"))


def of_text(turtle: str) -> Canonical:
    return canonical(ox.parse(PREFIXES + turtle, ox.RdfFormat.TURTLE))


async def out(
    graph: Graph,
    dataset: str | None = None,
    format: str = "ntriples",
    vocabulary: Vocabulary = VOCABULARY,
) -> Canonical:
    """What an export says."""
    parts = [part async for part in rdf.export(graph, format, dataset, vocabulary=vocabulary)]
    return canonical(ox.parse(b"".join(parts), FORMATS[format]))


def write(path: Path, turtle: str) -> Path:
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return path


def write_triples(path: Path, triples: Iterable[Triple]) -> Path:
    """N-Triples, in the order given."""
    with path.open("wb") as file:
        ox.serialize(map(to_ox, triples), file, ox.RdfFormat.N_TRIPLES)
    return path


async def dump(graph: Graph, *, times: bool = False) -> list[str]:
    """The whole store as sorted text, without what differs between two equal loads: times, the
    number of commits and, unless `times`, how long each load took."""
    lines = []
    async for row in graph.stream("MATCH (n) RETURN labels(n) AS labels, properties(n) AS p"):
        if "Meta" in row["labels"]:
            continue
        p = dict(row["p"])
        if not times:
            p.pop("loaded_at", None)
            p.pop("ledger", None)
        lines.append(json.dumps([sorted(row["labels"]), p], sort_keys=True))
    edges = "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p"
    async for row in graph.stream(edges):
        p = {key: value for key, value in row["p"].items() if key != "type"}
        lines.append(json.dumps([row["a"], row["t"], row["b"], p], sort_keys=True))
    return sorted(lines)


async def wipe(graph: Graph) -> None:
    async with await graph.begin() as load:
        await load.run("MATCH (n) DETACH DELETE n")
        await load.commit()
