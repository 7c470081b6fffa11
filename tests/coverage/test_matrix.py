"""Who does what, where: every statement in its cells, no funding event counted twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF

from graph import Graph as Store
from ontology.files import DATA_FILES, NAMESPACE, superclasses
from queries.coverage.cells import Cells
from queries.coverage.counting import count
from queries.coverage.dimensions import DIMENSIONS, pair
from queries.coverage.matrix import matrix
from queries.errors import StaleCursor, WrongParameter
from queries.filters import Filters, bind, predicates
from queries.reader import Reader
from tests.traverse.small import loaded

SG = Namespace(NAMESPACE)
ID = "https://w3id.org/sahelgraph/id/"


def cell(found: dict[str, Any], row: str, column: str) -> dict[str, Any]:
    for item in found["items"]:
        if item["row"]["id"] == row:
            for one in item["cells"]:
                if one["column"] == column:
                    return dict(one)
    raise AssertionError(f"no cell {row} × {column}")


@pytest.fixture(scope="module")
def data() -> Graph:
    graph = Graph()
    for path in DATA_FILES:
        graph.parse(path, format="turtle")
    return graph


def is_a(data: Graph, thing: Any, cls: str) -> bool:
    types = {str(t) for t in data.objects(thing, RDF.type)}
    return str(SG[cls]) in types.union(*(superclasses().get(t, frozenset()) for t in types))


async def test_the_joint_force_50m_count_once(reader: Reader) -> None:
    # PR ¶7 announces up to EUR 50 million, QA ¶19 EUR 50 million: one event, told three times.
    found = await matrix(reader, "actor", "mechanism", "amounts", most=100, limit=1000)
    one = cell(found, "european-union", "g5-sahel-joint-force")
    assert one["funding_events"] == ["joint-force-50m"]
    told = [s for s in one["statements"] if s["id"].startswith("ec-2017")]
    assert len(told) == 3
    assert one["statements_total"] - one["count"] == 2
    assert one["stated"]["announced"] == 1
    assert {(a["amount"], a["currency"]) for a in one["amounts"]} == {(50_000_000, "EUR")}
    assert {a["qualifier"] for a in one["amounts"]} == {"upTo", None}


async def test_an_event_told_by_several_actors_counts_once_for_their_kind(reader: Reader) -> None:
    # QA ¶21: 202.4 million pledged by Member States, Norway and Switzerland, as one figure.
    filters = Filters(predicate="funds", document="ec-2017")
    found = await matrix(reader, "kind", "programme", filters=filters, limit=1000)
    one = cell(found, "State", "eutf")
    assert "eutf-pledges-member-states-others" in one["funding_events"]
    assert one["statements_total"] == 2
    assert one["count"] == 1


async def test_counts_are_those_of_the_data(reader: Reader, data: Graph) -> None:
    """Actors against mechanisms, against a count over the Turtle itself, events left aside."""
    expected: Counter[tuple[str, str]] = Counter()
    for statement in data.subjects(RDF.type, SG.Statement):
        if data.value(statement, SG.fundingEvent):
            continue
        subject = data.value(statement, SG.subject)
        if not is_a(data, subject, "Actor"):
            continue
        things = {data.value(statement, SG.object)}
        for role in ("via", "tool", "framework", "beneficiary", "partner", "topic"):
            things |= set(data.objects(statement, SG[role]))
        for thing in things - {subject}:
            if any(is_a(data, thing, c) for c in ("Mechanism", "MechanismClass",
                                                  "InformationSystem")):  # fmt: skip
                expected[str(subject).removeprefix(ID), str(thing).removeprefix(ID)] += 1
    found = await matrix(reader, "actor", "mechanism", "count", limit=1000, max_columns=1000)
    got = {
        (item["row"]["id"], one["column"]): one["count"] - len(one["funding_events"])
        for item in found["items"]
        for one in item["cells"]
    }
    assert {key: n for key, n in got.items() if n} == dict(expected)


async def test_edges_and_statements_count_alike(reader: Reader) -> None:
    bound = await bind(reader, Filters())
    lexicon = await reader.lexicon()
    types = tuple(sorted({lexicon.table.rule(p).type for p in predicates(lexicon).values()}))
    for rows, columns in (("actor", "mechanism"), ("kind", "place"), ("crime", "programme"),
                          ("actor", "status"), ("mechanism", "mechanism")):  # fmt: skip
        one, other = pair(rows, columns)
        by_edge = await count(reader, Cells(one, other, types, False), bound)
        by_statement = await count(reader, Cells(one, other, types, True), bound)
        assert by_edge == by_statement
        assert by_edge


async def test_certainty_and_status_add_up_to_the_count(reader: Reader) -> None:
    for rows in DIMENSIONS:
        for columns in ("place", "crime", "document"):
            if rows == columns == "document":
                continue
            found = await matrix(reader, rows, columns, "count", limit=1000)
            for item in found["items"]:
                for one in item["cells"]:
                    parts = [*one["stated"].values(), *one["implied"].values()]
                    assert sum(parts) == one["count"] > 0
                    assert one["count"] <= one["statements_total"]


async def test_rows_and_columns_can_be_swapped(reader: Reader) -> None:
    names = ("actor", "kind", "mechanism", "programme", "place", "theme", "crime", "document",
             "status")  # fmt: skip
    for n, one in enumerate(names):
        for other in names[n + 1 :]:
            if {one, other} == {"actor", "kind"}:
                continue  # rows act, columns are acted upon
            there = await matrix(reader, one, other, "count", limit=1000, max_columns=1000)
            back = await matrix(reader, other, one, "count", limit=1000, max_columns=1000)
            flat = {
                (axis(item["row"]), c["column"]): c["count"]
                for item in there["items"] for c in item["cells"]
            }  # fmt: skip
            swapped = {
                (c["column"], axis(item["row"])): c["count"]
                for item in back["items"] for c in item["cells"]
            }  # fmt: skip
            assert flat == swapped, (one, other)


def axis(thing: dict[str, Any]) -> str:
    return str(thing["id"])


async def test_every_statement_stands_once_in_document_by_status(
    reader: Reader, data: Graph
) -> None:
    found = await matrix(reader, "document", "status", "count", limit=1000)
    told = sum(c["statements_total"] for item in found["items"] for c in item["cells"])
    assert told == len(set(data.subjects(RDF.type, SG.Statement)))


async def test_a_place_is_where_it_is_said_to_hold(reader: Reader) -> None:
    found = await matrix(reader, "actor", "place", limit=1000, most=100)
    # ¶24: infrastructure and equipment in North Niger and North Chad, not in Niger or Chad.
    one = cell(found, "niamey-participants", "north-niger")
    assert any(s["paragraphs"] == [{"document": "niamey-2018", "paragraph": "¶24"}]
               for s in one["statements"])  # fmt: skip
    country = [
        c
        for item in found["items"]
        for c in item["cells"]
        if item["row"]["id"] == "niamey-participants" and c["column"] in {"niger", "chad"}
    ]
    assert not any("¶24" in str(s["paragraphs"]) for c in country for s in c["statements"])


async def test_filters_and_dates_narrow_it(reader: Reader) -> None:
    whole = await matrix(reader, "actor", "document", "count", limit=1000)
    one = await matrix(reader, "actor", "document", "count", Filters(document="dinard-2019"),
                       limit=1000)  # fmt: skip
    assert [c["id"] for c in one["column_items"]] == ["doc-dinard-declaration-2019"]
    assert [d["id"] for d in one["about"]["documents"]] == ["dinard-2019"]
    early = await matrix(reader, "actor", "document", "count", Filters(as_of="2017"), limit=1000)
    assert {c["id"] for c in early["column_items"]} == {
        "doc-pcms-conclusions-2016", "doc-ec-press-release-2017"
    }  # fmt: skip
    assert len(whole["column_items"]) == 4


async def test_pages_follow_each_other_and_columns_say_what_was_cut(reader: Reader) -> None:
    whole = await matrix(reader, "actor", "place", limit=1000)
    first = await matrix(reader, "actor", "place", limit=7)
    second = await matrix(reader, "actor", "place", limit=7, cursor=first["next"])
    assert first["items"] + second["items"] == whole["items"][:14]
    narrow = await matrix(reader, "actor", "place", max_columns=2)
    assert narrow["columns_truncated"]
    assert len(narrow["column_items"]) == 2
    with pytest.raises(StaleCursor):
        await matrix(reader, "actor", "crime", limit=7, cursor=first["next"])


@pytest.mark.parametrize(("rows", "columns"), [("actors", "place"), ("status", "status")])
async def test_what_is_no_matrix_is_named(reader: Reader, rows: str, columns: str) -> None:
    with pytest.raises(WrongParameter):
        await matrix(reader, rows, columns)


async def test_labels_follow_the_language(reader: Reader) -> None:
    found = await matrix(reader, "kind", "status", lang="fr")
    assert {"État", "organisation intergouvernementale"} <= {
        item["row"]["label"] for item in found["items"]
    }
    assert {c["label_lang"] for c in found["column_items"]} == {"fr"}
    assert URIRef(found["items"][0]["row"]["iri"]).startswith(NAMESPACE)


async def test_actors_without_a_name_count_by_their_kind(graph: Store, tmp_path: Path) -> None:
    """Of two states and a third that is only typed as an actor, none has a label."""
    reader = await loaded(
        graph,
        tmp_path,
        """
        ax supports px place=id:cx
        ay supports px place=id:cx
        az supports px place=id:cx
        az supports ay place=id:cx
        """,
        classes={"ax": "sg:State", "ay": "sg:State", "az": "sg:Actor", "px": "sg:Programme",
                 "cx": "sg:State"},
    )  # fmt: skip
    kinds = await matrix(reader, "kind", "programme", "count", limit=1000)
    assert {i["row"]["id"]: i["cells"][0]["count"] for i in kinds["items"]} == {
        "State": 2, "Actor": 1
    }  # fmt: skip
    actors = await matrix(reader, "actor", "programme", "count", limit=1000)
    assert [(i["row"]["id"], i["row"]["label"], i["row"]["label_lang"]) for i in actors["items"]] \
        == [("ax", "ax", None), ("ay", "ay", None), ("az", "az", None)]  # fmt: skip
    upon = await matrix(reader, "actor", "kind", "count", limit=1000)
    assert [(i["row"]["id"], c["column"]) for i in upon["items"] for c in i["cells"]] == [
        ("az", "State")
    ]
    places = await matrix(reader, "kind", "place", limit=1000)
    assert cell(places, "State", "cx")["statements_total"] == 2
    assert places["column_items"][0]["label"] == "cx"
