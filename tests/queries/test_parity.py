"""The same question gives the same rows on every engine, over the whole graph."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from graph import Graph
from queries import commitments, documents, entities, pages, params, run, statements
from queries.catalogue import load
from queries.commitments import CommitmentFilter
from queries.reader import Reader
from queries.statements import StatementFilter
from tests.queries.filled import filled
from tests.queries.questions import questions

AT_ONCE = 8
THINGS = ("jit", "pcms", "niger", "eutf", "niamey-17a", "niamey-2018/17", "sg:supports", "ec-2017")
STATEMENTS = (
    StatementFilter(),
    StatementFilter(subject="eutf", predicate="funds"),
    StatementFilter(object="pcms", status="offered"),
    StatementFilter(place="niger"),
    StatementFilter(document="ec-2017", certainty="implied"),
    StatementFilter(as_of="2016"),
    StatementFilter(subject="european-union", as_of="2017-06-10"),
)
COMMITMENTS = (
    CommitmentFilter(),
    CommitmentFilter(has_deadline=True),
    CommitmentFilter(has_figure=True, document="ec-2017"),
    CommitmentFilter(has_figure=False, kind="Promise"),
    CommitmentFilter(by="niamey-participants", concerns="jit"),
    CommitmentFilter(theme="trafficking-in-persons", to="unodc"),
)


def canonical(value: Any) -> Any:
    """Lists within a row are sets without gaps: `run.show` sorts them.

    `[] + null` is `[null]` in kglite and null in Neo4j; nobody is shown the difference.
    """
    if isinstance(value, dict):
        return {key: canonical(item) for key, item in value.items()}
    if isinstance(value, list):
        items = [canonical(item) for item in value if item is not None]
        return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))
    return value


async def raw(reader: Reader) -> dict[str, str]:
    """Every question to the catalogue with its rows as the engine gives them."""
    lexicon = await reader.lexicon()
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(name: str, given: dict[str, Any]) -> str:
        async with turn:
            query = reader.catalogue[name]
            bound = await params.bind(reader, query, given, lexicon)
            rows, total = await run.read(reader, query, bound, pages.Window("", 0, 1000))
            return json.dumps([[canonical(row) for row in rows], total], sort_keys=True)

    asked = questions()
    rows = await asyncio.gather(*(one(name, given) for name, given in asked))
    return {f"{name} {given}": row for (name, given), row in zip(asked, rows, strict=True)}


async def shown(reader: Reader) -> dict[str, str]:
    """What people get: a page of every query's example, pages of things, lists, searches."""
    asked: dict[str, Callable[[], Awaitable[Any]]] = {}
    for name, query in load().items():
        asked[name] = lambda name=name, query=query: run.run(  # type: ignore[misc]
            reader, name, query.header.example, limit=10, lang="fr"
        )
    for thing in THINGS:
        asked[thing] = lambda thing=thing: entities.page(reader, thing)  # type: ignore[misc]
    for wanted in STATEMENTS:
        asked[str(wanted)] = lambda wanted=wanted: statements.listed(reader, wanted)  # type: ignore[misc]
    for chosen in COMMITMENTS:
        asked[str(chosen)] = lambda chosen=chosen: commitments.listed(reader, chosen)  # type: ignore[misc]
    asked["documents"] = lambda: documents.listed(reader)
    asked["paragraphs"] = lambda: documents.paragraphs(reader, "niamey-2018")
    for text in ("PMCS", "eucap", "trafic", "niger", "interpoll"):
        asked[f"q={text}"] = lambda text=text: entities.search(reader, text, lang="fr")  # type: ignore[misc]
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(ask: Callable[[], Awaitable[Any]]) -> str:
        async with turn:
            answer = await ask()
            if isinstance(answer, pages.Page):
                # A cursor names the version of the graph, which engines count on their own.
                answer = [answer.items, answer.total]
            return json.dumps(answer, sort_keys=True)

    answers = await asyncio.gather(*(one(ask) for ask in asked.values()))
    return dict(zip(asked, answers, strict=True))


@pytest.fixture(scope="session")
async def expected(reader: Reader) -> dict[str, str]:
    return {**await raw(reader), **await shown(reader)}


async def test_every_question_has_the_same_answer_on_each_engine(
    graph: Graph, expected: dict[str, str]
) -> None:
    reader = await filled(graph)
    got = {**await raw(reader), **await shown(reader)}
    different = [question for question, answer in expected.items() if got[question] != answer]
    assert got.keys() == expected.keys()
    assert not different


async def test_the_examples_of_the_catalogue_have_answers(reader: Reader) -> None:
    for name, query in load().items():
        page = await run.run(reader, name, query.header.example)
        # A list without parameters may be empty: not everything is in the shipped data.
        assert page.total > 0 or not query.header.example, f"{name}: its example finds nothing"


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
