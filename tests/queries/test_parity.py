"""The same question gives the same rows on every engine, over the whole graph."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graph import Graph
from queries import commitments, documents, entities, run, statements
from queries.catalogue import load
from queries.commitments import CommitmentFilter
from queries.reader import Reader
from queries.statements import StatementFilter
from tests.queries.filled import filled
from tests.queries.questions import THINGS, questions


async def answers(reader: Reader) -> dict[str, str]:
    """Every question with its answer as text, versions left out."""
    found: dict[str, Any] = {}
    for name, given in questions():
        page = await run.run(reader, name, given, limit=1000)
        found[f"{name} {given}"] = [page.items, page.total]
    for thing in (*THINGS, "niamey-17a", "niamey-2018/17", "sg:supports", "niamey-2018"):
        found[f"page of {thing}"] = await entities.page(reader, thing, lang="fr")
    for wanted in (
        StatementFilter(),
        StatementFilter(subject="eutf", predicate="funds"),
        StatementFilter(object="pcms", status="offered"),
        StatementFilter(place="niger"),
        StatementFilter(document="ec-2017", certainty="implied"),
        StatementFilter(as_of="2016"),
        StatementFilter(subject="european-union", as_of="2017-06-10"),
    ):
        listed = await statements.listed(reader, wanted, limit=1000)
        found[str(wanted)] = [listed.items, listed.total]
    for chosen in (
        CommitmentFilter(),
        CommitmentFilter(has_deadline=True),
        CommitmentFilter(has_figure=True, document="ec-2017"),
        CommitmentFilter(has_figure=False, kind="Promise"),
        CommitmentFilter(by="niamey-participants", concerns="jit"),
        CommitmentFilter(theme="trafficking-in-persons", to="unodc"),
    ):
        commits = await commitments.listed(reader, chosen, limit=1000)
        found[str(chosen)] = [commits.items, commits.total]
    found["documents"] = (await documents.listed(reader)).items
    for document in ("niamey-2018", "dinard-2019", "nouakchott-2016", "ec-2017"):
        page = await documents.paragraphs(reader, document, limit=1000)
        found[document] = [page.items, page.total]
    for text in ("PMCS", "ECI", "eucap", "trafic", "niger", "interpoll"):
        hits = await entities.search(reader, text, lang="fr", limit=1000)
        found[f"search {text}"] = [hits.items, hits.total]
    return {question: json.dumps(answer, sort_keys=True) for question, answer in found.items()}


@pytest.fixture(scope="session")
async def expected(reader: Reader) -> dict[str, str]:
    return await answers(reader)


async def test_every_question_has_the_same_answer_on_each_engine(
    graph: Graph, expected: dict[str, str]
) -> None:
    got = await answers(await filled(graph))
    different = [question for question, answer in expected.items() if got[question] != answer]
    assert got.keys() == expected.keys()
    assert not different


async def test_the_examples_of_the_catalogue_have_answers(reader: Reader) -> None:
    for name, query in load().items():
        page = await run.run(reader, name, query.header.example)
        assert page.total > 0, f"{name}: its own example finds nothing"


async def test_pages_follow_each_other_without_gap_or_repetition(reader: Reader) -> None:
    given = {"id": "pcms"}
    whole = await run.run(reader, "statements-about", given, limit=1000)
    items: list[Any] = []
    cursor = None
    while True:
        page = await run.run(reader, "statements-about", given, limit=7, cursor=cursor)
        assert page.total == whole.total
        items += page.items
        if not page.truncated:
            break
        cursor = page.next
    assert items == whole.items
