"""The graph as it stood at a date: nothing said later, and what had been said all the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from graph import Graph
from queries import ask, catalogue, commitments, documents, entities, run, statements
from queries.commitments import CommitmentFilter
from queries.coverage.contradictions import contradictions
from queries.dated.weave import NotDatedError, woven
from queries.errors import UnknownId, WrongParameter
from queries.history.compare import compare
from queries.reader import Reader
from queries.statements import StatementFilter
from tests.queries.filled import filled

THEN, TODAY = "2018-01-01", "2026-11-24"
# Two meetings, of 2016 and of June 2017, which had ended: their statements are over.
OVER = {"event-nouakchott-meeting-2016", "event-european-council-june-2017"}
LATER = re.compile(r"niamey-2018|dinard-2019|niamey-participants|dinard-participants"
                   r"|doc-niamey|doc-dinard")  # fmt: skip
EXAMPLES = sorted(catalogue.load())


async def rows(reader: Reader, name: str, as_of: str | None = None) -> list[dict[str, Any]]:
    query = reader.catalogue[name]
    page = await run.run(await reader.at(as_of), name, query.header.example, limit=query.max_limit)
    return page.items


def texts(value: Any) -> Iterator[str]:
    """All texts in an answer."""
    if isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", EXAMPLES)
async def test_no_query_tells_what_was_said_later(reader: Reader, name: str) -> None:
    found = await rows(reader, name, THEN)
    assert not [text for text in texts(found) if LATER.search(text)]


@pytest.mark.parametrize("name", EXAMPLES)
async def test_today_is_the_graph_without_what_is_over(reader: Reader, name: str) -> None:
    whole, today = await rows(reader, name), await rows(reader, name, TODAY)
    if whole != today:
        different = [row for row in whole if row not in today]
        assert len(different) <= 8
        for row in different:
            assert await tells_of_what_is_over(reader, row), row


async def tells_of_what_is_over(reader: Reader, row: dict[str, Any]) -> bool:
    """Whether a row names a thing of which a statement that is over tells."""
    over = set(OVER)
    for event in OVER:
        for found in await rows_about(reader, event):
            over |= set(texts(found))
    return bool(over & set(texts(row)))


async def rows_about(reader: Reader, thing: str) -> list[dict[str, Any]]:
    page = await run.run(reader, "statements-about", {"id": thing}, limit=1000)
    return [
        {part: row["statement"][part]["id"] for part in ("subject", "object")} for row in page.items
    ]


async def test_what_had_been_said_is_still_there(reader: Reader) -> None:
    early = await rows(reader, "figures", THEN)
    assert early
    assert early == [row for row in await rows(reader, "figures") if row in early]
    assert await rows(reader, "who-supports") != await rows(reader, "who-supports", THEN)


async def test_the_same_on_each_engine(graph: Graph, reader: Reader) -> None:
    other = await filled(graph)
    different = [
        (name, as_of)
        for as_of in (THEN, "2017-06-01")
        for name in EXAMPLES
        if json.dumps(await rows(other, name, as_of)) != json.dumps(await rows(reader, name, as_of))
    ]
    assert not different


async def test_lists_and_single_things(reader: Reader) -> None:
    then = await reader.at(THEN)
    found = await commitments.listed(then, CommitmentFilter(), limit=1000)
    assert {row["evidence"][0]["document"] for row in found.items} == {"ec-2017", "nouakchott-2016"}
    assert found.total == len(found.items) < (await commitments.listed(
        reader, CommitmentFilter(), limit=1)).total  # fmt: skip
    said = await statements.listed(reader, StatementFilter(as_of=THEN), limit=1000)
    assert said.items == (await statements.listed(then, StatementFilter(), limit=1000)).items
    assert not LATER.search(json.dumps(said.items))
    listed = await documents.listed(then)
    assert [d["id"] for d in listed.items] == ["ec-2017", "nouakchott-2016"]
    with pytest.raises(UnknownId):
        await commitments.one(then, "niamey-17a")
    with pytest.raises(UnknownId):
        await documents.paragraphs(then, "niamey-2018")
    niger, now = await entities.page(then, "niger"), await entities.page(reader, "niger")
    assert not LATER.search(json.dumps([niger["mentions"], niger["links"]]))
    assert 0 < niger["counts"]["statements_as_subject"] < now["counts"]["statements_as_subject"]
    assert 0 < niger["counts"]["mentions"] == len(niger["mentions"]) < now["counts"]["mentions"]
    named = await entities.search(then, "niamey")
    assert {row["id"] for row in named.items}
    assert not {"niamey-participants", "event-niamey-meeting-2018"} & {r["id"] for r in named.items}


async def test_documents_that_were_not_there_cannot_be_compared(reader: Reader) -> None:
    both = ["nouakchott-2016", "ec-2017"]
    assert (await compare(reader, both, as_of="2017"))["total"]
    with pytest.raises(WrongParameter, match="2017-01-31"):
        await compare(reader, both, as_of="2017-01")
    at = await reader.at(THEN)
    assert (await contradictions(at))["total"] <= (await contradictions(reader))["total"]


async def test_questions_are_answered_as_of_a_date(reader: Reader) -> None:
    question = "who supports JITs in Niger"
    assert (await ask.ask(reader, question))["stated"]
    then = await ask.ask(await reader.at(THEN), question)
    assert not LATER.search(json.dumps({k: then[k] for k in ("stated", "inferred", "commitments")}))


def test_no_query_takes_the_date_itself() -> None:
    assert not [n for n, q in catalogue.load().items() if "as_of" in q.header.parameters]


def test_a_condition_keeps_alternatives_together() -> None:
    text = woven("MATCH (c:Commitment)\nWHERE c.a = 1 OR c.b = 'WITH (' // no WHERE\nRETURN c.id")
    assert re.search(r"WHERE \( c\.a = 1 OR c\.b = 'WITH \('\s+\) AND \(", text)
    assert text.endswith("RETURN c.id")


def test_what_is_looked_up_by_its_id_is_left_alone() -> None:
    for text in (
        "MATCH (n:Entity {id: $id})\nRETURN n.id AS id",
        "MATCH (a:Entity {id: $id})-[:PART_OF]->(b:Entity)\nRETURN b.id AS id",
    ):
        assert woven(text) == text


def test_a_direct_edge_is_told_where_it_comes_in() -> None:
    outside = "MATCH (a:Entity {id: $a})-[v]->(b:Entity)\nWITH v\nWHERE v.statement IS NOT NULL"
    with pytest.raises(NotDatedError, match=r"v\.statement"):
        woven(f"{outside}\nRETURN v.status AS status")
