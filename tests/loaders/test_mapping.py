"""Triples → records → triples gives the same triples, whatever they are."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.port import EdgeRecord, Stored
from loaders.mapping import Description, Pair, describe, pairs, parts_of, record, whole
from loaders.names import RDF_TYPE, XSD, Names, UnknownName
from tests.loaders.generated import CONTEXT, SG, iris, literals, terms

DATE = "^^" + XSD + "date"
STRING = "^^" + XSD + "string"
INTEGER = "^^" + XSD + "integer"


def stored(names: Names, id_: str, parts: dict[str, Description]) -> Stored:
    """The record as a store gives it back."""
    node, edges = record(names, id_, parts)
    return Stored(
        node,
        tuple(
            EdgeRecord(id_, type_, target, {"datasets": list(who)} if who else {})
            for type_, target, who in edges
        ),
    )


def again(names: Names) -> Names:
    """The table as the next process builds it: from the context and the stored prefixes."""
    return Names(CONTEXT, names.new_prefixes)


described = st.sets(st.tuples(iris, terms), max_size=25)


@given(said=described)
@settings(max_examples=400, deadline=None)
def test_any_description_comes_back(said: set[Pair]) -> None:
    names = Names(CONTEXT)
    kept = stored(names, "http://ex.org/s", {"d": describe(names, said)} if said else {})
    other = again(names)
    assert {p for part in parts_of(kept).values() for p in pairs(other, part)} == said
    assert set(pairs(other, whole(kept))) == said
    assert len(describe(names, said)) == len(said)


@given(a=described, b=described, c=described)
@settings(max_examples=200, deadline=None)
def test_datasets_that_share_a_resource_stay_apart(
    a: set[Pair], b: set[Pair], c: set[Pair]
) -> None:
    names = Names(CONTEXT)
    said = {name: s for name, s in (("a", a), ("b", b), ("c", c)) if s}
    kept = stored(names, "_:s.1", {d: describe(names, s) for d, s in said.items()})
    other = again(names)
    assert {d: set(pairs(other, p)) for d, p in parts_of(kept).items()} == said
    assert set(pairs(other, whole(kept))) == a | b | c


@given(said=described)
@settings(max_examples=200, deadline=None)
def test_values_suit_an_engine(said: set[Pair]) -> None:
    names = Names(CONTEXT)
    node, edges = record(names, "x", {"d": describe(names, said)})
    for key, value in node.properties.items():
        assert key not in {"id", "name", "title", "type", "label"}
        items = value if isinstance(value, list) else [value]
        assert len({type(item) for item in items}) == 1
        assert all(-(2**63) <= i < 2**63 for i in items if isinstance(i, int))
    assert "`" not in "".join([*node.properties, *node.labels, *(e[0] for e in edges)])


@given(iri=iris, text=st.text())
@example(iri="", text="")
@example(iri="no-split", text="a`b")
def test_any_iri_has_a_name_of_its_own(iri: str, text: str) -> None:
    names = Names(CONTEXT)
    for one in (iri, iri + "#" + text, text.replace(" ", "")):
        assert names.iri(names.qualified(one)) == one
        assert again(names).iri(names.datatype(one), ":") == one
        assert names.predicate_of_type(names.rule(one).type) == one
        assert names.rule_of_key(names.rule(one).key).iri == one


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ((SG + "date", ("2018-03-16", DATE)), {"date": "2018-03-16"}),
        ((SG + "date", ("2018", "^^" + XSD + "gYear")), {"date^^xsd:gYear": "2018"}),
        ((SG + "date", ("7", INTEGER)), {"date^^xsd:integer": "7"}),
        ((SG + "amount", ("2.80", "^^" + XSD + "decimal")), {"amount": "2.80"}),
        ((SG + "order", ("7", INTEGER)), {"order": 7}),
        ((SG + "order", ("007", INTEGER)), {"order^^xsd:integer": "007"}),
        ((SG + "order", ("9" * 30, INTEGER)), {"order^^xsd:integer": "9" * 30}),
        ((SG + "order", ("7", STRING)), {"order^^xsd:string": "7"}),
        ((SG + "status", SG + "committed"), {"status": "committed"}),
        ((SG + "status", ("committed", STRING)), {"status^^xsd:string": "committed"}),
        (("http://xmlns.com/foaf/0.1/name", ("x", STRING)), {"ns1__name": "x"}),
        (("http://ex.org/p", ("true", "^^" + XSD + "boolean")), {"ns1__p": True}),
        (("http://ex.org/p", ("1", "^^" + XSD + "boolean")), {"ns1__p^^xsd:boolean": "1"}),
        (("http://ex.org/p@q", ("x", "@ar--rtl")), {"ns1__p%40q@ar--rtl": "x"}),
    ],
)
def test_where_a_literal_goes(pair: Pair, expected: dict[str, object]) -> None:
    assert describe(Names(CONTEXT), [pair]).values == expected


def test_a_list_never_mixes_types() -> None:
    p = "http://ex.org/p"
    said: list[Pair] = [
        (p, ("5", INTEGER)), (p, ("x", STRING)), (p, ("true", "^^" + XSD + "boolean")), (p, "_:b"),
        (p, ("4", INTEGER)),
    ]  # fmt: skip
    values = describe(Names(CONTEXT), said).values
    assert values == {
        "ns1__p": "x",
        "ns1__p^^xsd:integer": ["4", "5"],
        "ns1__p^^xsd:boolean": "true",
    }
    assert describe(Names(CONTEXT), said[2:]).values == {
        "ns1__p": 4,
        "ns1__p^^xsd:boolean": "true",
    }


def test_one_megabyte_comes_back() -> None:
    names, text = Names(CONTEXT), 'é"\n\x00' * 250_000
    said = {("http://ex.org/p", (text, STRING)), ("http://ex.org/p", (text, "@fr"))}
    assert set(pairs(names, describe(names, said))) == said


def test_labels_hold_the_superclasses_and_types_only_what_was_said() -> None:
    names = Names(CONTEXT, superclasses={SG + "State": [SG + "Actor", SG + "Thing"]})
    said = [(RDF_TYPE, SG + "State"), (RDF_TYPE, "http://www.w3.org/ns/dcat#Dataset")]
    node, _ = record(names, "x", {"d": describe(names, said)})
    assert node.labels == ("State", "ns1__Dataset", "sg__Actor", "sg__Thing")
    assert node.properties == {"dataset": "d", "types": ["State", "ns1__Dataset"]}


def test_prefixes_of_the_file_are_taken_where_free() -> None:
    names = Names(CONTEXT, {"ex": "http://other.org/"})
    names.hint({"ex": "http://ex.org/", "good": "http://good.org/", "bad__one": "http://bad.org/"})
    assert names.qualified("http://good.org/x") == "good__x"
    assert names.qualified("http://other.org/x") == "ex__x"
    assert names.qualified("http://ex.org/x").startswith("ns")
    assert names.qualified("http://bad.org/x").startswith("ns")


def test_relationship_types_that_would_clash_stay_apart() -> None:
    names = Names(CONTEXT)
    types = {names.rule(SG + name).type for name in ("fundsX", "funds_X")}
    assert types == {"FUNDS_X", "sg__funds_X"}
    assert names.rule(SG + "subject").type == "SUBJECT"


def test_a_name_without_meaning_is_refused() -> None:
    with pytest.raises(UnknownName):
        Names(CONTEXT).iri("nobody__x")


@given(said=st.sets(st.tuples(st.just(SG + "order"), literals), min_size=2, max_size=6))
def test_equal_values_of_other_types_are_other_triples(said: set[Pair]) -> None:
    names = Names(CONTEXT)
    assert len(set(pairs(names, describe(names, said)))) == len(said)
    assert json.dumps(describe(names, said).values)
