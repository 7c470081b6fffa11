"""The whole shipped graph in every format: as the graph holds it, so each reader opens it."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import igraph  # type: ignore[import-untyped]
import networkx as nx
import openpyxl
import pytest
from lxml import etree

from exporters import cut, formats
from graph import GraphSettings, open_graph
from queries.reader import Reader
from tests import gephi_toolkit
from tests.exporters import graphology
from tests.exporters.tools import require
from tests.queries.filled import filled

NAMES = ("gexf", "graphml", "json", "graphology", "csv-nodes", "csv-edges", "csv-statements",
         "xlsx")  # fmt: skip
MEETING = "event-niamey-meeting-2018"
HELD = "<[2018-03-16, 2018-03-16]>"


@dataclass
class Whole:
    """What the graph holds, asked of it without the exporters, and the files of it."""

    things: set[str]
    statements: set[str]
    edges: Counter[str]
    """Edges by relation: all statements of one between the same two things are one."""
    weights: int
    files: dict[str, Path]


async def direct_edges(reader: Reader) -> list[dict[str, Any]]:
    text = """
        MATCH (a:Entity)-[v]->(b:Entity)
        WHERE v.statement IS NOT NULL
        RETURN a.id AS source, type(v) AS type, b.id AS target, v.statement AS statement
    """
    return await reader.graph.read(text, {})


@pytest.fixture(scope="module")
async def whole(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Whole]:
    folder = tmp_path_factory.mktemp("whole")
    graph = open_graph(GraphSettings(uri=f"embedded:{folder / 'graph'}"))
    reader = await filled(graph)
    files = {}
    wanted = cut.Wanted()
    for name in NAMES:
        files[name] = folder / f"{name}.{formats.FORMATS[name].ending}"
        found = cut.subgraph(await cut.source(reader, wanted, "en"), wanted)
        with files[name].open("wb") as out:
            async for part in formats.stream(name, found):
                out.write(part)
    rows = await direct_edges(reader)
    lexicon = await reader.lexicon()
    kinds = {
        row["type"]: lexicon.ids.short(lexicon.table.predicate_of_type(row["type"])) for row in rows
    }
    yield Whole(
        {lexicon.ids.short(row[end]) for row in rows for end in ("source", "target")},
        {lexicon.ids.short(row["statement"]) for row in rows},
        Counter(kinds[type_] for _, type_, _ in {(r["source"], r["type"], r["target"])
                                                 for r in rows}),
        len({row["statement"] for row in rows}),
        files,
    )  # fmt: skip
    await graph.close()


def test_it_is_the_real_graph(whole: Whole) -> None:
    assert len(whole.things) > 300
    assert whole.edges.total() > 700
    assert len(whole.edges) > 30
    assert whole.weights > whole.edges.total()  # some are said more than once


def test_gexf_is_valid_by_the_schema(whole: Whole, schema: etree.XMLSchema) -> None:
    document = etree.parse(str(whole.files["gexf"]))
    assert schema.validate(document), schema.error_log


def test_gephi_opens_it_without_a_complaint(whole: Whole) -> None:
    require(gephi_toolkit.missing())
    gexf, tables = gephi_toolkit.inspect(
        whole.files["gexf"],
        (whole.files["csv-nodes"], whole.files["csv-edges"]),
        day="2018-03-17",
    )
    for opened in (gexf, tables):
        assert opened["nodes"] == len(whole.things)
        assert opened["edges"] == whole.edges.total()
        assert opened["edge_types"] == whole.edges
        assert {row["id"] for row in opened["node_rows"]} == whole.things
        shown = {row["id"]: row for row in opened["node_rows"]}
        assert shown[MEETING]["Interval"] == HELD
        assert "Interval" not in shown["niger"]
        assert sum(row["weight"] for row in opened["edge_rows"]) == whole.weights
    assert gexf["issues"] == ["INFO: GEXF version 1.3"]
    assert tables["issues"] == []
    assert gexf["dynamic"]
    assert {"niger", MEETING} - set(gexf["that_day"]) == {MEETING}
    told = {statement for row in gexf["edge_rows"] for statement in row["Statements"]}
    assert told == whole.statements
    assert gexf["node_columns"] == {
        "Id": "String", "Label": "String", "Interval": "IntervalSet", "kind of thing": "String",
        "IRI": "String", "Classes": "String[]", "Acronym": "String[]", "Also called": "String[]",
        "Language of label": "String", "Distance from the start": "Long",
        "Statements in this cut": "Long",
    }  # fmt: skip
    assert gexf["edge_columns"] == {
        "Id": "String", "Label": "String", "Interval": "IntervalSet", "Weight": "Double",
        "Statements": "String[]", "Status": "String", "Certainty": "String",
        "Status of each statement": "String[]", "Certainty of each statement": "String[]",
        "Documents": "String[]", "Paragraphs": "String[]",
    }  # fmt: skip


def test_graphology_reads_it(whole: Whole) -> None:
    require(graphology.missing())
    names = ("gexf", "graphml", "json", "graphology")
    for name, read in zip(
        names, graphology.read(*(whole.files[name] for name in names)), strict=True
    ):
        assert (read["order"], read["size"]) == (len(whole.things), whole.edges.total()), name
        assert Counter(edge["kind"] for edge in read["edges"]) == whole.edges
        assert sum(edge["weight"] for edge in read["edges"]) == whole.weights


def test_networkx_reads_it(whole: Whole) -> None:
    graphml = nx.read_graphml(whole.files["graphml"], force_multigraph=True)
    data = json.loads(whole.files["json"].read_text("utf-8"))
    for graph in (graphml, nx.node_link_graph(data, edges="links")):
        assert graph.number_of_nodes() == len(whole.things)
        assert Counter(edge["kind"] for *_, edge in graph.edges(data=True)) == whole.edges
    found = {node["identifier"]: node for _, node in graphml.nodes(data=True)}
    assert found.keys() == whole.things
    assert (found[MEETING]["start"], found[MEETING]["end"]) == ("2018-03-16", "2018-03-16")
    (meeting,) = (node for node in data["nodes"] if node["id"] == MEETING)
    assert meeting["periods"] == [["2018-03-16", "2018-03-16"]]
    assert {s for link in data["links"] for s in link["statements"]} == whole.statements


def test_igraph_reads_it(whole: Whole) -> None:
    graph = igraph.Graph.Read_GraphML(str(whole.files["graphml"]))
    assert set(graph.vs["identifier"]) == whole.things
    assert Counter(graph.es["kind"]) == whole.edges
    assert sum(graph.es["weight"]) == whole.weights


def test_tables_hold_it(whole: Whole) -> None:
    def rows(name: str) -> list[dict[str, str]]:
        text = whole.files[name].read_text("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    assert {row["Id"] for row in rows("csv-nodes")} == whole.things
    assert {row["Id"]: row["Timeset"] for row in rows("csv-nodes")}[MEETING] == HELD
    assert Counter(row["Kind"] for row in rows("csv-edges")) == whole.edges
    assert {row["statement"] for row in rows("csv-statements")} == whole.statements
    book = openpyxl.load_workbook(whole.files["xlsx"], read_only=True)
    things, links, statements = (
        list(book[name].iter_rows(min_row=2, values_only=True))
        for name in ("Nodes", "Edges", "Statements")
    )
    assert {row[0] for row in things} == whole.things
    assert len(links) == whole.edges.total()
    assert {row[0] for row in statements} == whole.statements
