"""GEXF: valid by its schema, whole, and readable by anyone's reader."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from exporters.formats import stream, write
from exporters.stream import BrokenSubgraphError, Counts
from exporters.subgraph import Attribute, Edge, Node, Subgraph
from tests.exporters.generated import generated
from tests.exporters.sample import empty, nodes, subgraph
from tests.exporters.tools import export

NS = "{http://gexf.net/1.3}"


@pytest.fixture(params=[subgraph, empty, generated], ids=lambda make: make.__name__)
def cut(request: pytest.FixtureRequest) -> Subgraph:
    made: Subgraph = request.param()
    return made


def parsed(cut: Subgraph) -> etree._ElementTree:
    out = BytesIO()
    write("gexf", cut, out)
    return etree.parse(BytesIO(out.getvalue()))


def test_is_valid_by_the_schema(cut: Subgraph, schema: etree.XMLSchema) -> None:
    document = parsed(cut)
    assert schema.validate(document), schema.error_log


def test_every_node_has_a_label_and_every_edge_a_kind_and_two_ends(cut: Subgraph) -> None:
    document = parsed(cut)
    ids = {node.get("id") for node in document.iter(f"{NS}node")}
    assert all(node.get("label") for node in document.iter(f"{NS}node"))
    for edge in document.iter(f"{NS}edge"):
        assert {edge.get("source"), edge.get("target")} <= ids
        assert edge.get("kind")


def test_attribute_ids_are_numbers_and_colours_have_no_alpha(cut: Subgraph) -> None:
    document = parsed(cut)
    assert all((a.get("id") or "").isdigit() for a in document.iter(f"{NS}attribute"))
    colors = list(document.iter(f"{NS}color"))
    assert colors or not list(document.iter(f"{NS}node"))
    assert not any("a" in color.attrib for color in colors)


def test_times_are_full_dates() -> None:
    document = parsed(generated())
    bounds = [e.get(name) for e in document.iter() for name in ("start", "end") if e.get(name)]
    assert bounds
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", str(bound)) for bound in bounds)
    graph = document.find(f"{NS}graph")
    assert graph is not None
    assert graph.get("timeformat") == "date"
    assert graph.get("timerepresentation") == "interval"


def test_networkx_reads_the_same_counts(cut: Subgraph, tmp_path: Path) -> None:
    path = export("gexf", cut, tmp_path)
    document = etree.parse(str(path))
    graph = nx.read_gexf(path, version="1.3")
    assert graph.number_of_nodes() == len(list(document.iter(f"{NS}node")))
    assert graph.number_of_edges() == len(list(document.iter(f"{NS}edge")))


def test_titles_and_kinds_are_in_the_language_asked_for() -> None:
    document = parsed(subgraph("fr"))
    titles = {a.get("title") for a in document.iter(f"{NS}attribute")}
    assert {"Énoncés", "Statut", "nature de la chose"} <= titles
    assert any(v.get("value") == "État" for v in document.iter(f"{NS}attvalue"))


def test_an_edge_that_leads_out_of_the_cut_stops_the_export() -> None:
    lost = replace(subgraph(), edges=[[Edge("a", "nowhere", "FUNDS", "funds", 1, [None] * 7)]])
    with pytest.raises(BrokenSubgraphError, match="nowhere"):
        write("gexf", lost, BytesIO())


def test_a_node_that_comes_twice_stops_the_export() -> None:
    with pytest.raises(BrokenSubgraphError, match="twice"):
        write("gexf", replace(subgraph(), nodes=[nodes(), nodes()[:1]], edges=[]), BytesIO())


def test_a_row_with_a_value_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match=r"zip\(\)"):
        write("gexf", replace(subgraph(), nodes=[[Node("a", "A", "State", (1,))]]), BytesIO())


@pytest.mark.parametrize("name", ["label", "Weight", "id", "iri"])
def test_columns_that_readers_would_mix_up_are_refused(name: str) -> None:
    attributes = (Attribute("iri", "IRI"), Attribute(name, "Other"))
    with pytest.raises(ValueError, match="reserved or used twice"):
        Subgraph("en", "", [], [], node_attributes=attributes)


async def test_an_asynchronous_cut_gives_the_same_bytes() -> None:
    async def later(batches: list[list[Node]] | list[list[Edge]]) -> AsyncIterator[list[Node]]:
        for batch in batches:
            yield batch  # type: ignore[misc]

    cut = subgraph()
    waiting = replace(cut, nodes=later(cut.nodes), edges=later(cut.edges))  # type: ignore[arg-type]
    counts = Counts()
    chunks = [chunk async for chunk in stream("gexf", waiting, counts)]
    out = BytesIO()
    assert write("gexf", cut, out) == counts == Counts(14, 4, 6)
    assert b"".join(chunks) == out.getvalue()
    with pytest.raises(TypeError, match="asynchronous"):
        write("gexf", replace(cut, nodes=later([])), BytesIO())
