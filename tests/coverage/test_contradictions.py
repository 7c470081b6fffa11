"""Statements that disagree, all sides side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from ontology.files import DATA_FILES, NAMESPACE
from queries.coverage.contradictions import components, contradictions
from queries.filters import Filters
from queries.reader import Reader

SG = Namespace(NAMESPACE)


async def test_nigeria_or_burkina_faso(reader: Reader) -> None:
    # PR ¶7 counts Nigeria among the five; QA ¶19 and fn 2 Burkina Faso.
    found = await contradictions(reader, concerning="nigeria")
    assert found["total"] == 1
    item = found["items"][0]
    assert {"nigeria", "burkina-faso", "g5-sahel-joint-force"} <= {t["id"] for t in item["things"]}
    assert {e["paragraph"] for s in item["statements"] for e in s["evidence"]} >= {
        "PR ¶7", "QA ¶19", "fn 2",
    }  # fmt: skip
    assert item["documents"] == ["ec-2017"]
    assert (await contradictions(reader, concerning="burkina-faso"))["items"] == found["items"]


async def test_two_point_eight_or_two_point_eight_five_billion(reader: Reader) -> None:
    found = await contradictions(reader, concerning="eutf")
    figures = [
        {s["roles"].get("figure") or s["roles"].get("amount") for s in item["statements"]}
        for item in found["items"]
    ]
    assert any({2_800_000_000, 2_850_000_000} <= values for values in figures), figures


async def test_sets_are_all_that_the_data_tie(reader: Reader) -> None:
    data = Graph()
    for path in DATA_FILES:
        data.parse(path, format="turtle")
    tied = {str(s).removeprefix("https://w3id.org/sahelgraph/statement/")
            for s in data.subjects(SG.conflictsWith)}  # fmt: skip
    assert all((s, RDF.type, SG.Statement) in data for s in data.subjects(SG.conflictsWith))
    found = await contradictions(reader)
    listed = [s["id"] for item in found["items"] for s in item["statements"]]
    assert sorted(listed) == sorted(tied)
    for item in found["items"]:
        assert item["size"] == len(item["statements"]) >= 2
        assert {s for two in item["pairs"] for s in two} == {s["id"] for s in item["statements"]}


async def test_filters_and_dates(reader: Reader) -> None:
    assert (await contradictions(reader, Filters(document="niamey-2018")))["total"] == 0
    whole = await contradictions(reader)
    assert (await contradictions(reader, Filters(document="ec-2017")))["total"] == whole["total"]
    assert (await contradictions(reader, Filters(as_of="2017-06-12")))["total"] == 0
    assert (await contradictions(reader, Filters(as_of="2017-06-13")))["total"] == whole["total"]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20))
def test_components_are_closed_and_disjoint(numbers: list[tuple[int, int]]) -> None:
    pairs = [(f"n{a:02d}", f"n{b:02d}") for a, b in numbers]
    sets = components(pairs)
    flat = [node for found in sets for node in found]
    assert sorted(flat) == sorted({node for two in pairs for node in two})
    for a, b in pairs:
        assert sum(a in found and b in found for found in sets) == 1
