"""The same coverage, history and catalogue examples on every engine."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graph import Graph
from queries import catalogue, run
from queries.coverage.contradictions import contradictions
from queries.coverage.dimensions import DIMENSIONS
from queries.coverage.gaps import gaps
from queries.coverage.matrix import matrix
from queries.coverage.overlaps import overlaps
from queries.filters import Filters
from queries.history.compare import compare
from queries.history.records import history
from queries.history.timeline import timeline
from queries.reader import Reader
from tests.queries.filled import filled

FILTERS = (
    Filters(),
    Filters(document="ec-2017", status="committed,actual"),
    Filters(certainty="stated", place="niger"),
    Filters(theme="border-management"),
    Filters(as_of="2017-12", predicate="supports,funds"),
)


async def answers(reader: Reader) -> dict[str, str]:
    """Every question with its answer as text, cursors left out."""
    found: dict[str, Any] = {}
    names = list(DIMENSIONS)
    for n, rows in enumerate(names):
        for step in (1, 4):  # each dimension on both sides of two others
            columns = names[(n + step) % len(names)]
            found[f"{rows} {columns}"] = await matrix(reader, rows, columns, limit=1000)
    found["actor actor"] = await matrix(reader, "actor", "actor", limit=1000)
    for n, filters in enumerate(FILTERS):
        found[f"matrix {n}"] = await matrix(
            reader, "kind", "place", "amounts", filters, limit=1000, lang="fr"
        )
        found[f"overlaps {n}"] = await overlaps(reader, filters, limit=1000)
        found[f"contradictions {n}"] = await contradictions(reader, filters)
    found["gaps"] = await gaps(reader, limit=1000)
    found["gaps in one"] = await gaps(reader, Filters(document="niamey-2018"), limit=1000)
    for documents in (["niamey-2018", "dinard-2019"], ["nouakchott-2016", "ec-2017"]):
        found[str(documents)] = await compare(reader, documents, limit=1000)
    found["history"] = await history(reader, "niamey-37")
    found["timeline"] = await timeline(reader, limit=1000)
    found["timeline then"] = await timeline(reader, Filters(as_of="2018"), limit=1000)
    for page in found.values():
        page.pop("next", None)
    return {question: json.dumps(answer, sort_keys=True) for question, answer in found.items()}


@pytest.fixture(scope="module")
async def expected(reader: Reader) -> dict[str, str]:
    return await answers(reader)


async def test_the_same_on_each_engine(graph: Graph, expected: dict[str, str]) -> None:
    got = await answers(await filled(graph))
    different = [question for question, answer in expected.items() if got[question] != answer]
    assert got.keys() == expected.keys()
    assert not different


async def test_examples_have_the_rows_that_their_headers_tell(graph: Graph) -> None:
    reader = await filled(graph)
    wrong = {}
    for name, query in catalogue.load().items():
        if query.header.rows is not None:
            page = await run.run(reader, name, query.header.example)
            if page.total != query.header.rows:
                wrong[name] = (query.header.rows, page.total)
    assert not wrong


def test_at_least_forty_queries_tell_their_rows() -> None:
    queries = catalogue.load().values()
    assert sum(query.header.rows is not None for query in queries) >= 40
