"""RDF comes out of the graph as it went in, and nothing else with it."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from exporters import rdf
from graph import Graph
from loaders.files import FORMATS
from loaders.registry import names_of
from loaders.sync import load
from tests.loaders.helpers import VOCABULARY, canonical, of_text, out, write

A = """
ex:s a sg:Statement ; sg:subject ex:a ; sg:predicate sg:supports ; sg:object ex:b ;
  sg:status sg:committed ; ex:note "deux"@fr, "two"@en, 2, 2.0, true ; ex:list ( 1 "x" ex:a ) .
"""
B = "ex:s ex:note 'three'@en . ex:a a sg:State ; ex:has [ ex:p [ ex:q 1 ] ] ."


@pytest.fixture
async def filled(graph: Graph, tmp_path: Path) -> Graph:
    files = [write(tmp_path / "a.ttl", A), write(tmp_path / "b b.ttl", B)]
    assert (await load(graph, files, vocabulary=VOCABULARY)).adds_up
    return graph


async def whole(graph: Graph, format: str, dataset: str | None = None) -> bytes:
    parts = [part async for part in rdf.export(graph, format, dataset, vocabulary=VOCABULARY)]
    return b"".join(parts)


@pytest.mark.parametrize("format", ["turtle", "ntriples", "jsonld"])
async def test_everything_or_one_dataset(filled: Graph, format: str) -> None:
    assert await out(filled, None, format) == of_text(A + B)
    assert await out(filled, "a", format) == of_text(A)
    assert await out(filled, "b b", format) == of_text(B)
    assert await out(filled, "nobody", format) == frozenset()


@pytest.mark.parametrize("format", ["trig", "nquads"])
async def test_each_dataset_is_a_graph_that_loads_as_it_was(
    filled: Graph, tmp_path: Path, format: str
) -> None:
    path = tmp_path / f"out.{ {'nquads': 'nq'}.get(format, format) }"
    path.write_bytes(await whole(filled, format))
    quads = list(ox.parse(path.read_bytes(), FORMATS[format]))
    base = "https://w3id.org/sahelgraph/dataset/"
    for name, text in ((base + "a", A), (base + "b%20b", B)):
        graph = ox.NamedNode(name)
        assert canonical(q for q in quads if q.graph_name == graph) == of_text(text)
    ledger = await load(filled, [path], vocabulary=VOCABULARY)
    assert ledger.adds_up, ledger.text()
    assert [entry.dataset for entry in ledger.datasets] == ["a", "b b"]
    assert await out(filled, "b b") == of_text(B)
    assert await out(filled) == of_text(A + B)


async def test_two_exports_are_equal_byte_by_byte(filled: Graph) -> None:
    for format in rdf.FORMATS:
        assert await whole(filled, format) == await whole(filled, format)


async def test_long_exports_are_whole(graph: Graph, tmp_path: Path) -> None:
    text = "".join(f"ex:s{n} ex:p {n} , 'é'@fr .\n" for n in range(2600))
    await load(graph, [write(tmp_path / "d.ttl", text)], vocabulary=VOCABULARY)
    for format in ("turtle", "ntriples", "jsonld"):
        assert await out(graph, "d", format) == of_text(text)
    turtle = (await whole(graph, "turtle")).decode()
    assert turtle.count("@prefix ex:") == 1


async def test_a_resource_comes_with_its_blank_nodes(filled: Graph) -> None:
    said = await rdf.describe(filled, "http://ex.org/a", vocabulary=VOCABULARY)
    names = await names_of(filled, VOCABULARY)
    for format in ("turtle", "ntriples", "jsonld"):
        text = rdf.serialize(said, format, names, VOCABULARY.context)
        expected = of_text("ex:a a sg:State ; ex:has [ ex:p [ ex:q 1 ] ] .")
        assert canonical(ox.parse(text, FORMATS[format])) == expected
    turtle = rdf.serialize(said, "turtle", names).decode()
    assert "@prefix skos:" not in turtle
    assert await rdf.describe(filled, "http://ex.org/nobody", vocabulary=VOCABULARY) == []


async def test_json_ld_speaks_in_terms_of_the_context(filled: Graph) -> None:
    document = json.loads(await whole(filled, "jsonld"))
    node = next(n for n in document["@graph"] if n["@id"] == "http://ex.org/s")
    assert node["@type"] == "Statement"
    assert node["status"] == "committed"
    assert node["predicate"] == "supports"
    assert node["subject"] == "http://ex.org/a"


async def test_views_and_inferred_classes_stay_inside(filled: Graph) -> None:
    ((row),) = await filled.read(
        "MATCH (:Entity)-[r:SUPPORTS]->(:Entity) RETURN r.statement AS statement"
    )
    assert row == {"statement": "http://ex.org/s"}
    (row,) = await filled.read("MATCH (n:State) RETURN labels(n) AS labels")
    assert "sg__Actor" in row["labels"]
    text = (await whole(filled, "turtle")).decode()
    assert "sg:supports" in text
    assert "sg:Actor" not in text
    assert canonical(ox.parse(text, ox.RdfFormat.TURTLE)) == of_text(A + B)


async def test_an_unknown_format_is_refused(filled: Graph) -> None:
    with pytest.raises(ValueError, match="turtle"):
        await whole(filled, "docx")


async def test_triples_one_by_one(filled: Graph) -> None:
    said = [t async for t in rdf.triples(filled, "b b", vocabulary=VOCABULARY)]
    assert len(said) == 5
    assert ("http://ex.org/s", "http://ex.org/note", ("three", "@en")) in said
