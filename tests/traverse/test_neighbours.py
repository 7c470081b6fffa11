"""Who is around a thing; pages that stay right while data changes; bounds that are said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph import Graph
from queries.errors import StaleCursor, UnknownId, WrongParameter
from queries.filters import Filters, bind
from queries.reader import Reader
from queries.traverse import neighbours as module
from queries.traverse.bounds import Clock
from queries.traverse.links import whole
from queries.traverse.neighbours import neighbours
from queries.traverse.walk import walk
from tests.traverse.small import filters, loaded


async def ids(reader: Reader, *args: Any, **more: Any) -> list[str]:
    return [item["id"] for item in (await neighbours(reader, *args, **more))["items"]]


async def test_each_link_leads_to_its_statement_and_paragraph(reader: Reader) -> None:
    page = await neighbours(reader, "jit")
    [one] = [item for item in page["items"] if item["id"] == "niamey-participants"]
    assert one["distance"] == 1
    assert one["edges_total"] == len(one["edges"]) == 2
    edge = one["edges"][0]
    assert (edge["from"], edge["predicate"]["id"], edge["to"]) == (
        "niamey-participants", "supports", "jit",
    )  # fmt: skip
    assert (edge["status"], edge["certainty"]) == ("committed", "stated")
    assert edge["evidence"][0]["document"] == "niamey-2018"
    assert edge["evidence"][0]["paragraph"] == "¶17"
    assert edge["evidence"][1]["role"] == "chapeau"


async def test_distances_are_those_of_the_whole_graph(reader: Reader) -> None:
    links, _ = await whole(reader, await bind(reader, Filters()), Clock())
    graph = nx.Graph((link.source, link.target) for link in links)
    start = await reader.resolve("interpol")
    expected = nx.single_source_shortest_path_length(graph, start, cutoff=4)
    page = await neighbours(reader, "interpol", depth=4, limit=1000)
    assert {i["iri"]: i["distance"] for i in page["items"]} == {
        thing: d for thing, d in expected.items() if d
    }
    assert page["total"] == len(page["items"]) == len(expected) - 1
    assert page["cut"] is None
    assert not page["truncated"]
    assert [(i["distance"], i["iri"]) for i in page["items"]] == sorted(
        (i["distance"], i["iri"]) for i in page["items"]
    )
    for item in page["items"]:
        assert item["edges_total"] >= 1
        assert all(item["id"] in (e["from"], e["to"]) for e in item["edges"])


async def test_filters_and_avoid_hold_at_every_step(reader: Reader) -> None:
    offered = filters(status="offered,proposed")
    assert await ids(reader, "interpol", offered) == [
        "g5-sahel", "pcms", "pcms-national-coordinators",
    ]  # fmt: skip
    past = await ids(reader, "interpol", depth=2, avoid=("european-union", "pcms"), limit=1000)
    assert not {"european-union", "pcms"} & set(past)
    assert set(past) < set(await ids(reader, "interpol", depth=2, limit=1000))
    states = await neighbours(reader, "g5-sahel", filters(kind="State"), depth=2, limit=1000)
    assert {item["kind"] for item in states["items"]} == {"State"}


async def test_as_of_leaves_out_documents_that_came_later(reader: Reader) -> None:
    assert await ids(reader, "interpol", filters(as_of="2016-11-08")) == []
    then = await ids(reader, "interpol", filters(as_of="2016"))
    assert "pcms" in then
    assert "united-nations" not in then  # Dinard says so, in 2019
    assert "united-nations" in await ids(reader, "interpol", filters(as_of="2019-04"))


async def test_pages_follow_each_other_without_gap_or_repetition(reader: Reader) -> None:
    every = await neighbours(reader, "pcms", depth=2, limit=1000)
    items: list[Any] = []
    cursor = None
    while True:
        page = await neighbours(reader, "pcms", depth=2, limit=9, cursor=cursor)
        assert page["total"] == every["total"]
        items += page["items"]
        cursor = page["next"]
        assert page["truncated"] == (cursor is not None)
        if cursor is None:
            break
    assert items == every["items"]


async def test_a_cursor_stays_valid_while_data_changes(graph: Graph, tmp_path: Path) -> None:
    def star(names: str) -> str:
        return "\n".join(f"hub supports {name}" for name in names)

    reader = await loaded(graph, tmp_path, star("cefgk"))
    first = await neighbours(reader, "hub", limit=2)
    assert [i["id"] for i in first["items"]] == ["c", "e"]
    # Before the cursor: a and e come and go; behind it: h comes, g goes.
    reader = await loaded(graph, tmp_path, star("acfhk"))
    then = await neighbours(reader, "hub", limit=2, cursor=first["next"])
    assert [i["id"] for i in then["items"]] == ["f", "h"]
    last = await neighbours(reader, "hub", limit=2, cursor=then["next"])
    assert [i["id"] for i in last["items"]] == ["k"]
    assert last["next"] is None


async def test_a_level_beyond_the_bound_is_said_and_gone_on_with(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = await ids(reader, "european-union", limit=1000)

    async def tight(*args: Any, **more: Any) -> Any:
        return await walk(*args, **{**more, "rows": 25})

    monkeypatch.setattr(module, "walk", tight)
    found: list[str] = []
    cursor = None
    for _ in range(50):
        page = await neighbours(reader, "european-union", depth=3, limit=10, cursor=cursor)
        found += [item["id"] for item in page["items"]]
        cursor = page["next"]
        if page["cut"]:
            assert page["truncated"]
            assert page["cut"]["by"] == "links"
            assert "Narrow it" in page["cut"]["message"]
        if cursor is None:
            break
    assert found == every  # all of the level that was cut, and none beyond it


async def test_more_things_than_the_bound_are_said(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def tight(*args: Any, **more: Any) -> Any:
        return await walk(*args, **{**more, "nodes": 20})

    monkeypatch.setattr(module, "walk", tight)
    page = await neighbours(reader, "interpol", depth=4, limit=100, lang="fr")
    assert page["total"] == 19
    assert page["cut"]["by"] == "nodes"
    assert page["cut"]["message"].startswith("Coupé")


async def test_what_is_wrong_is_said(reader: Reader) -> None:
    with pytest.raises(UnknownId, match="interpol"):
        await neighbours(reader, "interpool")
    for depth in (0, 5):
        with pytest.raises(WrongParameter, match="between 1 and 4"):
            await neighbours(reader, "interpol", depth=depth)
    page = await neighbours(reader, "interpol", limit=1)
    for cursor in ("x", page["next"][:-3], "W10", "bnVsbA"):
        with pytest.raises(StaleCursor):
            await neighbours(reader, "interpol", cursor=cursor)
    with pytest.raises(StaleCursor):
        await neighbours(reader, "pcms", cursor=page["next"])


async def test_a_loop_and_a_thing_without_links_are_no_trouble(
    graph: Graph, tmp_path: Path
) -> None:
    reader = await loaded(graph, tmp_path, "a supports a\na supports b\nb supports a\nc funds d")
    page = await neighbours(reader, "a", depth=4)
    assert [(i["id"], i["edges_total"]) for i in page["items"]] == [("b", 2)]
    assert await ids(reader, "doc-a") == []
