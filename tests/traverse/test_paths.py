"""How things are connected: the telling paths first, hubs late, and why."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import Graph
from queries.errors import StaleCursor, UnknownId, WrongParameter
from queries.reader import Reader
from queries.traverse import paths as module
from queries.traverse.common import common
from queries.traverse.connect import connect
from queries.traverse.links import Link
from queries.traverse.paths import paths
from queries.traverse.search import Path as Found
from queries.traverse.search import best, net
from queries.traverse.walk import walk_past_hubs
from tests.traverse.small import filters, loaded


def ids(path: dict[str, Any]) -> list[str]:
    return [node["id"] for node in path["nodes"]]


def edges(path: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge for step in path["edges"] for edge in (step, *step["also"])]


async def test_interpol_and_pcms_are_connected_by_the_four_links(reader: Reader) -> None:
    page = await paths(reader, "interpol", "pcms", k=20)
    first = page["items"][0]
    assert ids(first) == ["interpol", "pcms"]
    said = {(e["predicate"]["id"], e["status"], e["evidence"][0]["document"]) for e in edges(first)}
    assert ("supports", "offered", "nouakchott-2016") in said  # ¶27
    assert ("supports", "planned", "dinard-2019") in said  # ¶6 bullet 6
    [trained] = [
        p for p in page["items"]
        if ids(p) == ["interpol", "pcms-national-coordinators", "pcms-national-units", "pcms"]
    ]  # fmt: skip
    assert [s["predicate"]["id"] for s in trained["edges"]][:2] == ["trains", "partOf"]
    assert trained["edges"][0]["status"] == "proposed"
    assert trained["edges"][0]["evidence"][0]["paragraph"] == "¶28 bullet 2"
    assert trained in page["items"][:5]
    [bureaus] = [p for p in page["items"] if "interpol-national-central-bureaus" in ids(p)]
    assert any(e["evidence"][0]["paragraph"] == "¶2 bullet 7" for e in edges(bureaus))
    # Nothing is said to be carried out, and that is said.
    assert "not said to be carried out" in first["why"]


async def test_a_hub_explains_little_and_comes_late(reader: Reader) -> None:
    page = await paths(reader, "interpol", "pcms")
    by_things = {tuple(ids(p)): p for p in page["items"]}
    narrow = by_things["interpol", "pcms-national-coordinators", "pcms-national-units", "pcms"]
    assert "few other ways" in narrow["why"]
    # Two steps through the European Union, linked to 59 things, tell less than three narrow ones.
    wide = await paths(reader, "interpol", "pcms", k=20)
    [hub] = [p for p in wide["items"] if ids(p) == ["interpol", "european-union", "pcms"]]
    assert hub["cost"] > narrow["cost"]
    assert "European Union has to do with so much" in hub["why"]
    assert "linked to 59 things" in hub["why"]
    shortest = await paths(reader, "interpol", "pcms", rank="shortest", k=20)
    lengths = [p["length"] for p in shortest["items"]]
    assert lengths == sorted(lengths)
    places = [ids(p) for p in shortest["items"]]
    assert places.index(ids(hub)) < places.index(ids(narrow))


async def test_the_reason_is_given_in_french_too(reader: Reader) -> None:
    page = await paths(reader, "interpol", "pcms", lang="fr", k=2)
    assert page["items"][0]["why"].startswith("Lien direct, par 4 énoncés.")
    assert "Office des Nations Unies" in page["items"][1]["why"]


async def test_what_is_to_be_avoided_is_not_gone_through(reader: Reader) -> None:
    usual = await paths(reader, "interpol", "pcms", k=100, distinct=False)
    past = await paths(
        reader, "interpol", "pcms", k=100, distinct=False,
        avoid=("unodc", "united-nations", "g5-sahel"),
    )  # fmt: skip
    assert {"unodc", "united-nations", "g5-sahel"} & {i for p in usual["items"] for i in ids(p)}
    assert not {"unodc", "united-nations", "g5-sahel"} & {i for p in past["items"] for i in ids(p)}
    assert past["total"] < usual["total"]


async def test_filters_hold_for_every_step(reader: Reader) -> None:
    page = await paths(reader, "interpol", "pcms", filters(certainty="stated"), k=20)
    assert {e["certainty"] for p in page["items"] for e in edges(p)} == {"stated"}
    then = await paths(reader, "interpol", "pcms", filters(as_of="2017"), k=20)
    assert {e["evidence"][0]["document"] for p in then["items"] for e in edges(p)} <= {
        "nouakchott-2016", "ec-2017",
    }  # fmt: skip
    before = await paths(reader, "interpol", "pcms", filters(as_of="2016-11-08"))
    assert before["items"] == []
    assert before["total"] == 0
    assert not before["truncated"]


async def test_pages_of_paths_follow_each_other(reader: Reader) -> None:
    for distinct in (True, False):
        every = await paths(reader, "frontex", "niger", k=100, max_length=3, distinct=distinct)
        found: list[Any] = []
        cursor = None
        while True:
            page = await paths(
                reader, "frontex", "niger", k=7, max_length=3, distinct=distinct, cursor=cursor
            )
            found += page["items"]
            cursor = page["next"]
            if cursor is None or len(found) >= 100:
                break
        assert found[:100] == every["items"][: len(found)]


async def test_a_cursor_of_paths_stays_valid_while_data_changes(
    graph: Graph, tmp_path: Path
) -> None:
    def through(names: str) -> str:
        return "\n".join(f"a supports {name}\n{name} supports b" for name in names)

    reader = await loaded(graph, tmp_path, through("cdefg"))
    first = await paths(reader, "a", "b", k=2)
    assert [ids(p)[1] for p in first["items"]] == ["c", "d"]
    reader = await loaded(graph, tmp_path, through("cefgh"))
    then = await paths(reader, "a", "b", k=9, cursor=first["next"])
    assert [ids(p)[1] for p in then["items"]] == ["e", "f", "g", "h"]


async def test_bounds_are_said(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ENUMERATED", 3)
    page = await paths(reader, "frontex", "niger", distinct=False, max_length=4)
    assert page["cut"]["by"] == "paths"
    assert page["truncated"]

    async def tight(*args: Any, **more: Any) -> Any:
        return await walk_past_hubs(*args, **{**more, "rows": 100})

    monkeypatch.setattr(module, "walk_past_hubs", tight)
    page = await paths(reader, "frontex", "niger", max_length=6)
    assert page["cut"]["by"] == "hubs"
    assert page["cut"]["left_out"]
    assert page["items"]


async def test_what_is_wrong_is_said(reader: Reader) -> None:
    with pytest.raises(WrongParameter, match="two things"):
        await paths(reader, "jit", "id:jit")
    with pytest.raises(UnknownId, match="pcms"):
        await paths(reader, "interpol", "pmcs-x")
    for length in (0, 7):
        with pytest.raises(WrongParameter, match="max_length"):
            await paths(reader, "interpol", "pcms", max_length=length)
    with pytest.raises(WrongParameter, match="limit"):
        await paths(reader, "interpol", "pcms", k=101)
    with pytest.raises(StaleCursor):
        await paths(reader, "interpol", "pcms", cursor="e30")


async def test_what_two_have_in_common_is_ranked_by_how_special_it_is(reader: Reader) -> None:
    page = await common(reader, ["pcms", "g5-sahel-joint-force"])
    linked = [item["linked_to"] for item in page["items"]]
    assert linked == sorted(linked)
    assert page["items"][0]["id"] == "interpol"
    for item in page["items"]:
        assert [s["thing"] for s in item["shared"]] == ["g5-sahel-joint-force", "pcms"]
        assert all(s["edges"][0]["evidence"] for s in item["shared"])
    some = await common(reader, ["niger", "mali", "libya"], at_least=2, limit=1000)
    everything = await common(reader, ["niger", "mali", "libya"], limit=1000)
    shared = [len(item["shared"]) for item in some["items"]]
    assert shared == sorted(shared, reverse=True)
    assert [i["id"] for i in everything["items"]] == [
        i["id"] for i in some["items"] if len(i["shared"]) == 3
    ]
    for wrong in (["pcms"], ["pcms", "id:pcms"], [f"p{n}" for n in range(11)]):
        with pytest.raises(WrongParameter, match="ids"):
            await common(reader, wrong)


async def test_what_connects_a_set_joins_all_of_it(reader: Reader) -> None:
    asked = ["interpol", "pcms", "gar-si", "frontex", "jit"]
    found = await connect(reader, asked)
    assert found["groups"] == [sorted(asked)]
    assert {n["id"] for n in found["nodes"] if n["asked"]} == set(asked)
    assert len(found["paths"]) == len(asked) - 1
    inside = {n["id"] for n in found["nodes"]}
    assert all({e["from"], e["to"]} <= inside and e["evidence"] for e in found["edges"])
    assert "european-union" not in inside


async def test_what_cannot_be_joined_is_left_apart(graph: Graph, tmp_path: Path) -> None:
    reader = await loaded(graph, tmp_path, "a supports m\nb supports m\nc funds d")
    found = await connect(reader, ["a", "b", "c"])
    assert found["groups"] == [["a", "b"], ["c"]]
    assert [ids(p) for p in found["paths"]] == [["a", "m", "b"]]
    assert {n["id"] for n in found["nodes"]} == {"a", "b", "c", "m"}


LINKS = st.sets(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1]),
    max_size=16,
)


@settings(max_examples=300)
@given(LINKS, st.lists(st.integers(0, 9), min_size=7, max_size=7), st.integers(1, 5))
def test_paths_come_complete_and_in_their_order(
    pairs: set[tuple[int, int]], through: list[int], length: int
) -> None:
    """Against all simple paths, found by trying every order of the things."""
    types = ("SUPPORTS", "MEMBER_OF", "CITES")
    links = [Link(str(a), str(b), types[(a + b) % 3], f"s{a}{b}", None, "stated") for a, b in pairs]
    graph = net(links, {str(i): cost * 1000 for i, cost in enumerate(through)})
    expected = []
    for inner in range(length):
        for middle in itertools.permutations("23456", inner):
            way = ("0", *middle, "1")
            if all(b in graph.steps.get(a, {}) for a, b in itertools.pairwise(way)):
                cost = sum(graph.step_cost(a, b) for a, b in itertools.pairwise(way))
                cost += sum(graph.through[thing] for thing in middle)
                expected.append(Found(cost, way))
    assert list(best(graph, "0", "1", length)) == sorted(expected)
