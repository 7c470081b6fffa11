"""Long lists: a page reads what it shows, pages join without gap, cursors cannot be made up."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from graph import Row
from queries import commitments, documents, pages, statements
from queries.commitments import CommitmentFilter
from queries.errors import StaleCursor, UnknownId, WrongParameter
from queries.pages import Page, window
from queries.reader import Reader
from queries.statements import StatementFilter

LISTS = (
    StatementFilter(),
    StatementFilter(predicate="supports"),
    StatementFilter(status="committed"),
    StatementFilter(document="ec-2017", as_of="2017"),
    CommitmentFilter(),
    CommitmentFilter(document="niamey-2018"),
    CommitmentFilter(has_deadline=False),
)
Filter = StatementFilter | CommitmentFilter


async def listed(reader: Reader, wanted: Filter, limit: int, cursor: str | None = None) -> Page:
    if isinstance(wanted, StatementFilter):
        return await statements.listed(reader, wanted, limit=limit, cursor=cursor)
    return await commitments.listed(reader, wanted, limit=limit, cursor=cursor)


@pytest.mark.parametrize("wanted", LISTS, ids=str)
async def test_pages_join_to_the_whole_list(reader: Reader, wanted: Filter) -> None:
    whole = await listed(reader, wanted, 1000)
    size = max(7, whole.total // 9)
    items: list[Any] = []
    cursor = None
    while len(items) < 1000:
        page = await listed(reader, wanted, size, cursor)
        assert page.total == whole.total
        items += page.items
        cursor = page.next
        if cursor is None:
            break
    assert items[: len(whole.items)] == whole.items
    if cursor is None:
        assert len(items) == whole.total


class Watched:
    """A graph that notes how many rows each of its answers has."""

    def __init__(self, graph: Any) -> None:
        self._graph = graph
        self.rows: list[int] = []

    async def read(
        self, text: str, params: Mapping[str, Any] | None = None, **options: Any
    ) -> list[Row]:
        found: list[Row] = await self._graph.read(text, params, **options)
        self.rows.append(len(found))
        return found


@pytest.mark.parametrize("wanted", LISTS, ids=str)
async def test_a_page_reads_no_more_ids_than_it_shows(reader: Reader, wanted: Filter) -> None:
    first = await listed(reader, wanted, 1)
    watched = Watched(reader.graph)
    watching = replace(reader, graph=watched)  # type: ignore[arg-type]
    await watching.lexicon()
    for cursor in (None, first.next):
        watched.rows.clear()
        await listed(watching, wanted, 1, cursor)
        # One item, what it points at, and never the whole list.
        assert max(watched.rows) < 60, watched.rows


@pytest.mark.parametrize(
    "place",
    [
        [1, 2], "x", {"a": 1}, [], ["question", 1, -1], ["question", 1, 0, "many", "id"],
        ["question", 1, 2**60], ["question", 1, 0, 10, 7], ["question", 1, 0, None, "id"],
    ],
)  # fmt: skip
def test_a_cursor_that_was_made_up_is_refused(place: Any) -> None:
    known = window("q", {}, 1)
    if isinstance(place, list) and place[:1] == ["question"]:
        place = [known.question, *place[1:]]
    text = base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")
    with pytest.raises(StaleCursor):
        window("q", {}, 1, cursor=text)


@pytest.mark.parametrize("cursor", ["%%%", "é", "AAAA", "W10", "a" * 4000])
def test_what_is_no_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(StaleCursor):
        window("q", {}, 1, cursor=cursor)


def test_a_very_long_id_does_not_make_a_very_long_cursor() -> None:
    page = window("q", {}, 1, limit=1).page(["x"], 9, "urn:" + "x" * 100_000)
    assert page.next
    assert len(page.next) < pages.MAX_CURSOR
    again = window("q", {}, 1, limit=1, cursor=page.next)
    assert (again.skip, again.after, again.total) == (1, None, None)


@pytest.mark.parametrize("limit", [0, -1, 1001, 10**12])
async def test_a_limit_has_bounds(reader: Reader, limit: int) -> None:
    for wanted in (StatementFilter(), CommitmentFilter()):
        with pytest.raises(WrongParameter, match="between 1 and 1000"):
            await listed(reader, wanted, limit)
    with pytest.raises(WrongParameter):
        await documents.listed(reader, limit=limit)


async def test_a_document_is_found_by_its_paragraphs(reader: Reader) -> None:
    every = {d["id"]: d for d in (await documents.listed(reader)).items}
    assert await documents.one(reader, "niamey-2018") == every["niamey-2018"]
    with pytest.raises(UnknownId):
        await documents.one(reader, "jit")
