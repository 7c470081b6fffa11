"""Commitments over time: follow-up through files, two documents compared, the timeline."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import Graph
from loaders.sync import load
from loaders.validate import validate
from queries.coverage.gaps import gaps
from queries.errors import UnknownId, WrongParameter
from queries.filters import Filters
from queries.history.align import Commitment, Weights, change_of, match, reasons
from queries.history.compare import compare
from queries.history.records import history
from queries.history.timeline import timeline
from queries.reader import Reader
from tests.queries.filled import filled

PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix id: <https://w3id.org/sahelgraph/id/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix sg: <https://w3id.org/sahelgraph/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# An example of a file, of no source: nothing of the kind is shipped.
RECORDS = (
    PREFIXES
    + """
id:record-1 a sg:StatusRecord ; sg:recordOf id:niamey-37 ; sg:followUpStatus sg:complete ;
    sg:date "2018-06-18"^^xsd:date ; sg:certainty sg:stated ;
    prov:hadPrimarySource <https://example.org/report> ;
    sg:summary "The workshop was held."@en , "L’atelier s’est tenu."@fr .
id:record-2 a sg:StatusRecord ; sg:followUpStatus sg:limited ;
    sg:date "2019"^^xsd:gYear ; sg:certainty sg:implied ;
    prov:hadPrimarySource <https://example.org/report> ;
    sg:summary "Few took part."@en , "Peu y ont pris part."@fr .
id:niamey-17b sg:followUp id:record-2 .
"""
)


async def test_without_records_a_commitment_is_stated_and_no_more(reader: Reader) -> None:
    found = await history(reader, "niamey-17b")
    assert found["records"] == 0
    assert [(e["date"], e["status"], e["record"]) for e in found["items"]] == [
        ("2018-03-16", "stated", None)
    ]
    assert found["current"] == found["items"][0]
    assert found["items"][0]["evidence"][0]["paragraph"] == "¶17"


async def test_records_come_in_through_a_file(graph: Graph, tmp_path: Path) -> None:
    reader = await filled(graph)
    file = tmp_path / "follow-up.ttl"
    file.write_text(RECORDS, encoding="utf-8")
    assert (await load(graph, [file])).adds_up
    found = await history(reader, "niamey-37", lang="fr")
    assert [(e["date"], e["status"]) for e in found["items"]] == [
        ("2018-03-16", "stated"), ("2018-06-18", "complete"),
    ]  # fmt: skip
    current = found["current"]
    assert current["status_concept"]["label"] == "achevé"
    assert current["summary"] == "L’atelier s’est tenu."
    assert current["sources"][0]["iri"] == "https://example.org/report"
    before = await history(reader, "niamey-37", as_of="2018-05")
    assert before["current"]["status"] == "stated"
    # Said from the other side, dated by a year, implied: a record all the same.
    other = (await history(reader, "niamey-17b"))["current"]
    assert (other["status"], other["date"], other["certainty"]) == ("limited", "2019", "implied")
    followed = await gaps(reader, gap=["no-follow-up"], limit=1000)
    assert not {"niamey-37", "niamey-17b"} & {item["thing"]["id"] for item in followed["items"]}
    dated = await timeline(reader, kind=["record"])
    assert [(m["date"], m["thing"]["id"], m["tier"]) for m in dated["items"]] == [
        ("2018-06-18", "niamey-37", "stated"), ("2019", "niamey-17b", "inferred"),
    ]  # fmt: skip


# Each: the rule that must speak, what is taken from a good record, what is put in its place.
FAULTS = (
    ("status-record-of", "sg:recordOf id:niamey-37 ; ", ""),
    ("status-record-of", "sg:recordOf id:niamey-37", "sg:recordOf id:niamey-37 , id:niamey-38"),
    ("status-record-status", "sg:complete", "sg:done"),
    ("status-record-status", "sg:followUpStatus sg:complete ;", ""),
    ("status-record-date", 'sg:date "2018-06-18"^^xsd:date ;', ""),
    ("status-record-source", "prov:hadPrimarySource <https://example.org/report> ;", ""),
    ("certainty-known", "sg:certainty sg:stated ;", ""),
)


def test_a_record_needs_commitment_status_date_source_certainty(tmp_path: Path) -> None:
    good, _, rest = RECORDS.removeprefix(PREFIXES).partition("id:record-2")
    texts = [RECORDS]
    for n, (_, old, new) in enumerate(FAULTS):
        assert old in good
        texts.append(good.replace(old, new, 1).replace("record-1", f"fault-{n}"))
    file = tmp_path / "follow-up.ttl"
    file.write_text("".join(texts), encoding="utf-8")
    found = {(finding.node.rpartition("/")[2], finding.rule) for finding in validate([file])}
    for n, (rule, _, _) in enumerate(FAULTS):
        assert any(node == f"fault-{n}" and rule in said for node, said in found), (n, rule)
    assert not {said for node, said in found if node in {"record-1", "record-2"}}, rest


async def test_only_commitments_have_a_history(reader: Reader) -> None:
    with pytest.raises(UnknownId):
        await history(reader, "jit")
    with pytest.raises(WrongParameter, match="as_of"):
        await history(reader, "niamey-17b", as_of="2017")


async def test_niamey_and_dinard(reader: Reader) -> None:
    found = await compare(reader, ["dinard-2019", "niamey-2018"], limit=1000)
    assert (found["earlier"], found["later"]) == ("niamey-2018", "dinard-2019")
    assert found["inferred"] is True
    assert "ours" in found["method"]
    rows = {(i["later"] or i["earlier"])["id"]: i for i in found["items"]}
    # WACAP: consolidated in Niamey ¶25, revitalised in Dinard.
    wacap = rows["dinard-b7"]
    assert wacap["change"] == "repeated"
    assert wacap["earlier"]["id"] == "niamey-25b"
    assert "wacap" in {s["id"] for s in wacap["earlier"]["shared"]}
    assert wacap["earlier"]["evidence"][0]["document"] == "niamey-2018"
    assert wacap["later"]["evidence"][0]["document"] == "dinard-2019"
    # Dinard's own partnership, its donors and its small arms have nothing before them in Niamey.
    assert {i for i, row in rows.items() if row["change"] == "new"} == {
        "dinard-05", "dinard-b2b", "dinard-b5",
    }  # fmt: skip
    # The PCMS of ¶22 is among what the coordination of Dinard takes up.
    b6 = rows["dinard-b6"]
    assert "niamey-22a" in {b6["earlier"]["id"], *(e["id"] for e in b6["also_earlier"])}
    # Returns, resettlement and the Niamey workshop are not taken up.
    dropped = {i for i, row in rows.items() if row["change"] == "dropped"}
    assert {"niamey-30", "niamey-32", "niamey-36", "niamey-37"} <= dropped
    assert all(row["reason"] and row["tier"] == "inferred" for row in rows.values())


async def test_from_recommendation_to_promise_is_stronger(reader: Reader) -> None:
    # Nouakchott ¶29 recommends the UN protocols; Niamey ¶14 undertakes to promote them.
    found = await compare(reader, ["nouakchott-2016", "niamey-2018"], lang="fr", limit=1000)
    row = next(i for i in found["items"] if i["later"] and i["later"]["id"] == "niamey-14")
    assert row["change"] == "stronger"
    assert row["earlier"]["id"] == "nouakchott-29"
    assert "Recommendation" in row["reason"]
    assert found["counts"]["stronger"] == sum(i["change"] == "stronger" for i in found["items"])


async def test_compare_asks_for_two_documents(reader: Reader) -> None:
    for documents in (["niamey-2018"], ["niamey-2018", "niamey-2018"], ["niamey-2018", "jit"]):
        with pytest.raises(WrongParameter, match="document"):
            await compare(reader, documents)
    one = await compare(reader, ["niamey-2018", "dinard-2019"], change=["new"])
    assert {i["change"] for i in one["items"]} == {"new"}


def commitment(id_: str, kind: str = "Promise", deadline: str | None = None) -> Commitment:
    return Commitment(id_, kind, frozenset({"jit", "border"}), frozenset(), deadline)


def test_firmness_is_kind_deadline_and_figure() -> None:
    promise, request = commitment("a"), commitment("b", "Request")
    assert change_of(reasons(request, promise)) == "stronger"
    assert change_of(reasons(promise, request)) == "weaker"
    assert change_of(reasons(promise, promise)) == "repeated"
    dated = commitment("c", deadline="2020")
    assert change_of(reasons(promise, dated)) == "stronger"
    # Firmer in one way, less firm in another: neither.
    assert change_of(reasons(promise, commitment("d", "Request", "2020"))) == "repeated"


def test_common_things_align_nothing() -> None:
    weights = Weights(100, {"crime": 99, "jit": 1, "border": 10})
    one = Commitment("a", "Promise", frozenset({"crime", "jit"}), frozenset())
    other = Commitment("b", "Promise", frozenset({"crime", "border"}), frozenset())
    assert match(one, other, weights, frozenset()) is None
    named = match(one, one, weights, frozenset({"jit"}))
    assert named is not None
    assert named.nearness == 1
    assert named.shared[0] == "jit"


async def test_the_timeline_is_in_order_and_tells_plans_from_facts(reader: Reader) -> None:
    found = await timeline(reader, limit=1000)
    dates = [m["date"] for m in found["items"]]
    assert dates == sorted(dates)
    moments = {(m["kind"], m["thing"]["id"]): m for m in found["items"]}
    assert moments["document", "doc-dinard-declaration-2019"]["date"] == "2019-04"
    workshop = moments["event", "event-niamey-workshop-2018"]
    assert (workshop["date"], workshop["planned"]) == ("2018-06-18", True)
    assert moments["deadline", "niamey-37"]["date"] == "2018-06-18"
    meeting = moments["event", "event-nouakchott-meeting-2016"]
    assert (meeting["date"], meeting["until"], meeting["planned"]) == (
        "2016-11-08", "2016-11-09", False,
    )  # fmt: skip
    assert all(m["evidence"] for m in found["items"] if m["kind"] != "document")


async def test_the_timeline_as_it_was_known_then(reader: Reader) -> None:
    found = await timeline(reader, Filters(as_of="2018-04"), limit=1000)
    assert {"2018-06-18"} <= {m["date"] for m in found["items"]}  # due, and known
    assert "doc-dinard-declaration-2019" not in {m["thing"]["id"] for m in found["items"]}
    part = await timeline(reader, since="2017", until="2017-08", kind=["event"])
    assert {m["date"][:7] for m in part["items"]} <= {"2017-06", "2017-08"}
    with pytest.raises(WrongParameter, match="place"):
        await timeline(reader, Filters(place="niger"))
