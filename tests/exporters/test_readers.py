"""Exports as graphology, networkx and igraph read them: equal counts, nothing lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import igraph  # type: ignore[import-untyped]
import networkx as nx
import pytest
from lxml import etree

from exporters.graphml import nmtoken
from exporters.subgraph import Edge, Subgraph
from tests.exporters import graphology
from tests.exporters.generated import generated
from tests.exporters.sample import HOSTILE, empty, nodes, subgraph
from tests.exporters.tools import export, require

XML_LOSES = {"control": "bell null escape lone"}  # characters that XML cannot hold


@pytest.fixture(params=[subgraph, empty, generated], ids=lambda make: make.__name__)
def make(request: pytest.FixtureRequest) -> Callable[[], Subgraph]:
    made: Callable[[], Subgraph] = request.param
    return made


def counts(cut: Subgraph) -> tuple[int, int]:
    return sum(map(len, cut.nodes)), sum(map(len, cut.edges))  # type: ignore[arg-type]


def edges(cut: Subgraph) -> list[Edge]:
    return [edge for batch in cut.edges for edge in batch]  # type: ignore[union-attr]


def test_graphology_reads_all_that_went_out(make: Callable[[], Subgraph], tmp_path: Path) -> None:
    require(graphology.missing())
    names = ("gexf", "graphml", "json", "graphology")
    for name, read in zip(
        names, graphology.read(*(export(n, make(), tmp_path) for n in names)), strict=True
    ):
        assert (read["order"], read["size"]) == counts(make()), name
        for ours, theirs in zip(edges(make()), read["edges"], strict=True):
            assert theirs["kind"] == ours.kind
            assert theirs["weight"] == ours.weight
            statements = theirs.get("statements", theirs.get("Statements"))
            listed = json.loads(statements) if name == "graphml" else statements
            assert listed == ours.values[0]


def test_graphology_reads_hostile_texts_as_they_are(tmp_path: Path) -> None:
    require(graphology.missing())
    gexf, own = graphology.read(
        export("gexf", subgraph(), tmp_path), export("graphology", subgraph(), tmp_path)
    )
    for i, (name, text) in enumerate(HOSTILE.items()):
        whole = text.replace("\ud800", "?")
        assert own["nodes"][f"h{i}"]["label"] == (whole or f"h{i}")
        kept = XML_LOSES.get(name, text)
        # The DOM that graphology uses takes U+FFFE and the like; ours are gone before.
        assert gexf["nodes"][f"h{i}"]["label"] == (kept or f"h{i}")
        if "\\" not in kept and kept:
            assert gexf["nodes"][f"h{i}"]["Also called"] == [kept, name]
    assert gexf["nodes"]["a"]["Also called"] == ["G5", "l'un", "d\\e"]
    assert gexf["nodes"]["a"]["x"] == 1.5
    assert gexf["nodes"]["a"]["color"] == "rgb(0,114,178)"


def test_networkx_and_igraph_read_graphml(make: Callable[[], Subgraph], tmp_path: Path) -> None:
    path = export("graphml", make(), tmp_path)
    graph = nx.read_graphml(path, force_multigraph=True)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == counts(make())
    assert graph.is_directed()
    theirs = igraph.Graph.Read_GraphML(str(path))
    assert (theirs.vcount(), theirs.ecount()) == counts(make())
    identifiers = [node.id for batch in make().nodes for node in batch]  # type: ignore[union-attr]
    assert [data["identifier"] for _, data in graph.nodes(data=True)] == identifiers
    if identifiers:
        assert theirs.vs["identifier"] == identifiers
    if edges(make()):
        assert theirs.es["kind"] == [edge.kind for edge in edges(make())]
        assert sorted(d["weight"] for *_, d in graph.edges(data=True)) == sorted(
            theirs.es["weight"]
        )


def test_graphml_holds_hostile_texts_and_typed_values(tmp_path: Path) -> None:
    graph = nx.read_graphml(export("graphml", subgraph(), tmp_path))
    for i, (name, text) in enumerate(HOSTILE.items()):
        kept = XML_LOSES.get(name, text)
        assert graph.nodes[f"h{i}"]["label"] == (kept or f"h{i}")
    a = graph.nodes["a"]
    assert (a["members"], a["latitude"], a["hub"]) == (2**40, 13.5, True)
    assert json.loads(a["aliases"]) == ["G5", "l'un", "d\\e"]
    assert "latitude" not in graph.nodes["b"]


def test_graphml_ids_are_nmtokens_and_stay_apart(tmp_path: Path) -> None:
    document = etree.parse(str(export("graphml", generated(), tmp_path)))
    found = [e.get("id") for e in document.iter("{*}node", "{*}edge")]
    assert len(found) == len(set(found))
    assert all(etree_nmtoken(str(id_)) for id_ in found)
    ids = ["jit", "a/b", "a·2F·b", "a·b", "", "é", "_:x.1", "a b"]
    assert len({nmtoken(id_) for id_ in ids}) == len(ids)
    assert nmtoken("_:x.1") == "_:x.1"


def etree_nmtoken(text: str) -> bool:
    """Whether libxml2 takes a text for an NMTOKEN."""
    dtd = etree.DTD(
        __import__("io").StringIO("<!ELEMENT a EMPTY><!ATTLIST a id NMTOKEN #REQUIRED>")
    )
    return bool(dtd.validate(etree.Element("a", id=text)))


def test_networkx_reads_node_link(make: Callable[[], Subgraph], tmp_path: Path) -> None:
    data: dict[str, Any] = json.loads(export("json", make(), tmp_path).read_text("utf-8"))
    graph = nx.node_link_graph(data, edges="links")
    assert (graph.number_of_nodes(), graph.number_of_edges()) == counts(make())
    assert graph.is_multigraph()
    assert graph.is_directed()
    theirs = [data["statements"] for *_, data in graph.edges(data=True)]
    assert sorted(theirs) == sorted(edge.values[0] for edge in edges(make()))  # type: ignore[type-var]


def test_json_loses_nothing_but_what_is_no_character(tmp_path: Path) -> None:
    data = json.loads(export("json", subgraph(), tmp_path).read_text("utf-8"))
    shown = {node["id"]: node for node in data["nodes"]}
    for ours in nodes():
        assert shown[ours.id]["label"] == (ours.label.replace("\ud800", "?") or ours.id)
    assert shown["a"]["aliases"] == ["G5", "l'un", "d\\e"]
    assert "latitude" not in shown["b"]
