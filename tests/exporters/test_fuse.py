"""Statements of one predicate between the same two things become one edge, and none is lost."""

from __future__ import annotations

from datetime import date

import pytest

from exporters.fuse import edge_attributes, fused
from exporters.periods import disjoint, first_day, last_day, spell
from exporters.subgraph import Edge, batched
from tests.exporters.sample import views


@pytest.mark.parametrize("size", [1, 2, 100])
def test_statements_of_one_predicate_on_one_pair_are_one_edge(size: int) -> None:
    edges = [edge for batch in fused(batched(views(), size)) for edge in batch]
    assert [(e.source, e.target, e.kind, e.weight) for e in edges] == [
        ("a", "b", "SUPPORTS", 3),
        ("a", "b", "FUNDS", 1),
        ("a", "a", "PART_OF", 1),
        ("b", "a", "SUPPORTS", 1),
    ]
    assert values(edges[0]) == {
        "statements": ["st:1", "st:2", "st:3"],
        "status": "actual + committed",
        "certainty": "implied + stated",
        "statuses": ["committed", "actual", "actual"],
        "certainties": ["stated", "implied", "unsaid"],
        "documents": ["niamey-2018", "dinard-2019"],
        "paragraphs": ["n:17", "d:4", "d'5\\"],
    }
    assert edges[0].spells == (
        (date(2016, 1, 1), date(2016, 12, 31)),
        (date(2018, 3, 16), None),
    )


def test_a_statement_that_comes_twice_counts_once() -> None:
    first = views()[0]
    ((edge,),) = [batch for batch in fused([[first, first]]) if batch]
    assert edge.weight == 1


def values(edge: Edge) -> dict[str, object]:
    names = [attribute.name for attribute in edge_attributes("en")]
    return dict(zip(names, edge.values, strict=True))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018-03-16", date(2018, 3, 16), date(2018, 3, 16)),
        ("2018-03-16T10:00:00Z", date(2018, 3, 16), date(2018, 3, 16)),
        ("2018Z", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-13", None, None),
        ("2018-02-30", None, None),
        ("0000", None, None),
        ("March 2018", None, None),
    ],
)
def test_a_date_of_any_precision_is_a_period(
    text: str, first: date | None, last: date | None
) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


def test_validity_goes_before_the_date_and_an_end_before_its_start_tells_nothing() -> None:
    assert spell("2018", "2016-02", None) == (date(2016, 2, 1), None)
    assert spell("2018", None, None) == (date(2018, 1, 1), date(2018, 12, 31))
    assert spell(None, "2018", "2016") is None
    assert spell(None, None, None) is None


def test_periods_that_overlap_or_follow_at_once_are_one() -> None:
    day = [date(2018, 1, n) for n in range(1, 10)]
    assert disjoint([(day[3], day[4]), (day[0], day[2]), (day[6], None)]) == (
        (day[0], day[4]),
        (day[6], None),
    )
    assert disjoint([(None, day[2]), (day[0], None)]) == ((None, None),)
    assert disjoint([]) == ()
