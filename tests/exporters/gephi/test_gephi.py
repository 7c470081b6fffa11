"""Exports opened by the real Gephi: all there, of the right type, and no complaint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exporters.cells import neutral
from exporters.subgraph import Edge, Subgraph
from tests import gephi_toolkit
from tests.exporters.generated import generated
from tests.exporters.sample import HOSTILE, empty, subgraph
from tests.exporters.tools import export, require

Opened = dict[str, dict[str, Any]]
DAY = "2018-03-20"  # after the times of "b", within that of "a"
MAKERS: dict[str, Callable[[], Subgraph]] = {
    "sample": subgraph,
    "generated": generated,
    "empty": empty,
}


@pytest.fixture(scope="module")
def gexf(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Each cut as GEXF, opened; all in one run, for starting Gephi takes longest."""
    require(gephi_toolkit.missing())
    folders = {name: tmp_path_factory.mktemp(name) for name in MAKERS}
    files = [export("gexf", MAKERS[name](), folder) for name, folder in folders.items()]
    return dict(zip(MAKERS, gephi_toolkit.inspect(*files, day=DAY), strict=True))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Each cut as the two tables of CSV, imported into one workspace."""
    require(gephi_toolkit.missing())
    names = ("sample", "generated")
    folders = {name: tmp_path_factory.mktemp(name) for name in names}
    pairs = [
        (export("csv-nodes", MAKERS[name](), folder), export("csv-edges", MAKERS[name](), folder))
        for name, folder in folders.items()
    ]
    return dict(zip(names, gephi_toolkit.inspect(*pairs), strict=True))


def edges(cut: Subgraph) -> list[Edge]:
    return [edge for batch in cut.edges for edge in batch]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", MAKERS)
def test_gephi_holds_every_node_and_edge_by_its_type(gexf: Opened, name: str) -> None:
    opened, cut = gexf[name], MAKERS[name]()
    assert opened["nodes"] == sum(map(len, cut.nodes))  # type: ignore[arg-type]
    assert opened["edges"] == len(edges(cut))
    assert opened["edge_types"] == Counter(edge.kind for edge in edges(cut))
    assert opened["issues"] == ["INFO: GEXF version 1.3"]


def test_columns_have_their_types(gexf: Opened) -> None:
    assert gexf["sample"]["node_columns"] == {
        "Id": "String", "Label": "String", "Interval": "IntervalSet", "kind of thing": "String",
        "IRI": "String", "Also called": "String[]", "Members": "Long", "Latitude": "Double",
        "Hub": "Boolean", "Founded": "String",
    }  # fmt: skip
    assert gexf["sample"]["edge_columns"] == {
        "Id": "String", "Label": "String", "Interval": "IntervalSet", "Weight": "Double",
        "Statements": "String[]", "Status": "String", "Certainty": "String",
        "Status of each statement": "String[]", "Certainty of each statement": "String[]",
        "Documents": "String[]", "Paragraphs": "String[]",
    }  # fmt: skip


def test_no_statement_is_lost_where_several_say_the_same(gexf: Opened) -> None:
    for name, make in MAKERS.items():
        shown = {row["id"]: row for row in gexf[name]["edge_rows"]}
        for n, ours in enumerate(edges(make()), start=1):
            theirs = shown[f"e{n}"]
            assert theirs["Statements"] == ours.values[0]
            assert theirs["Status of each statement"] == ours.values[3]
            assert theirs["Paragraphs"] == ours.values[6]
            assert theirs["weight"] == ours.weight
            assert theirs["directed"]
    first = gexf["sample"]["edge_rows"][0]
    assert first["Interval"] == "<[2016-01-01, 2016-12-31]; [2018-03-16, Infinity]>"


def test_things_have_their_own_times(gexf: Opened, tables: Opened) -> None:
    for opened in (gexf["sample"], tables["sample"]):
        shown = {row["id"]: row.get("Interval") for row in opened["node_rows"]}
        assert shown["a"] == "<[2014-02-16, Infinity]>"
        assert shown["b"] == "<[-Infinity, 2016-01-01]; [2018-03-16, 2018-03-17]>"
        assert shown["h0"] is None
    # What has no time of its own is shown at any: Gephi's timeline keeps it.
    left = set(gexf["sample"]["that_day"])
    assert left == {node.id for batch in subgraph().nodes for node in batch} - {"b"}  # type: ignore[union-attr]


def test_hostile_texts_arrive_whole(gexf: Opened) -> None:
    shown = {row["id"]: row for row in gexf["sample"]["node_rows"]}
    for i, (name, text) in enumerate(HOSTILE.items()):
        kept = "bell null escape lone" if name == "control" else text
        assert shown[f"h{i}"]["label"] == (kept or f"h{i}")
        assert shown[f"h{i}"]["Also called"] == [kept or None, name]
    assert shown["a"]["Also called"] == ["G5", "l'un", "d\\e"]


def test_kinds_are_coloured_and_hubs_are_large(gexf: Opened) -> None:
    shown = {row["id"]: row for row in gexf["sample"]["node_rows"]}
    assert shown["a"]["color"] == "0,114,178,255"
    assert shown["b"]["color"] == "0,158,115,255"
    assert shown["a"]["size"] > shown["b"]["size"] > shown["h0"]["size"]


@pytest.mark.parametrize("name", ["sample", "generated"])
def test_gephi_imports_the_two_tables(tables: Opened, name: str) -> None:
    opened, cut = tables[name], MAKERS[name]()
    assert opened["nodes"] == sum(map(len, cut.nodes))  # type: ignore[arg-type]
    assert opened["edge_types"] == Counter(edge.kind for edge in edges(cut))
    assert opened["issues"] == []
    shown = {row["id"]: row for row in opened["edge_rows"]}
    for n, ours in enumerate(edges(cut), start=1):
        assert isinstance(ours.values[0], list)
        assert shown[f"e{n}"]["statements"] == " | ".join(ours.values[0])
        assert shown[f"e{n}"]["weight"] == ours.weight


def test_tables_keep_hostile_texts_in_their_rows(tables: Opened) -> None:
    shown = {row["id"]: row for row in tables["sample"]["node_rows"]}
    for i, (name, text) in enumerate(HOSTILE.items()):
        if name not in ("control", "empty", "markup"):  # Gephi reads \n in a cell as a line end
            assert shown[f"h{i}"]["label"] == neutral(text).strip()
    assert shown["h5"]["label"].startswith("'=HYPERLINK")


def test_graphml_opens_too(tmp_path: Path) -> None:
    require(gephi_toolkit.missing())
    (opened,) = gephi_toolkit.inspect(export("graphml", subgraph(), tmp_path))
    assert opened["nodes"] == 14
    # Gephi knows no kind of edge in GraphML and fuses: GEXF is the format for it.
    assert sum(row["weight"] for row in opened["edge_rows"]) == 6
