"""The structure of a cut: the figures are those of networkx, and the same in every run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import networkx as nx
import pytest

from queries.errors import WrongParameter
from queries.filters import Filters, bind
from queries.reader import Reader
from queries.traverse import structure as module
from queries.traverse.cut import Section, section
from queries.traverse.links import Link
from queries.traverse.measures import MEASURES
from queries.traverse.structure import measure, pagerank, structure


async def test_figures_are_those_of_the_definition(reader: Reader) -> None:
    part = await section(reader, [], 0, await bind(reader, Filters()))
    graph = nx.Graph((x.source, x.target) for x in part.links)
    page = await structure(reader, by="betweenness", limit=1000)
    between = nx.betweenness_centrality(graph)
    assert page["total"] == len(page["items"]) == graph.number_of_nodes()
    for item in page["items"]:
        assert item["degree"] == graph.degree[item["iri"]]
        assert item["betweenness"] == pytest.approx(between[item["iri"]], abs=1e-6)
    assert sum(item["pagerank"] for item in page["items"]) == pytest.approx(1, abs=1e-3)
    summary = page["summary"]
    assert summary["statements"] == len(part.links)
    assert summary["components"] == nx.number_connected_components(graph)
    assert summary["bridges"] == len(list(nx.bridges(graph))) == len(page["bridges"])
    assert summary["betweenness_from"] is None
    assert summary["modularity"] > 0.4
    assert all(bridge["edges"][0]["evidence"] for bridge in page["bridges"])
    values = [item["betweenness"] for item in page["items"]]
    assert values == sorted(values, reverse=True)


async def test_every_figure_has_its_meaning_beside_it(reader: Reader) -> None:
    page = await structure(reader, ["pcms"], depth=1, lang="fr", limit=1)
    figures = page["items"][0].keys() - {"id", "iri", "label", "label_lang", "kind"}
    assert figures <= page["measures"].keys()
    for name, (title, meaning) in MEASURES.items():
        assert page["measures"][name]["meanings"] == {"en": meaning.en, "fr": meaning.fr}
        assert page["measures"][name]["title"] == title.fr
        assert meaning.en != meaning.fr


async def test_pages_by_each_measure_hold_everything_once(reader: Reader) -> None:
    for by in ("degree", "statements", "pagerank"):
        found: list[str] = []
        cursor = None
        while True:
            page = await structure(
                reader,
                ["pcms"],
                depth=1,
                by=by,
                limit=7,
                cursor=cursor,
            )
            found += [item["id"] for item in page["items"]]
            cursor = page["next"]
            if cursor is None:
                break
        assert len(found) == len(set(found)) == page["total"]


async def test_a_cut_beyond_the_budget_is_said(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "NODES", 50)
    page = await structure(reader, limit=10)
    assert page["cut"]["by"] == "nodes"
    assert page["truncated"]
    assert page["summary"]["things"] <= 50
    monkeypatch.setattr(module, "WORK", 1000)
    page = await structure(reader, ["pcms"], depth=1)
    assert 0 < page["summary"]["betweenness_from"] < page["summary"]["things"]
    with pytest.raises(WrongParameter, match="depth"):
        await structure(reader, ["pcms"], depth=5)


def test_an_empty_cut_has_an_empty_structure() -> None:
    found = measure(Section())
    assert not any((found.rows, found.communities, found.components, found.bridges))


def test_pagerank_is_that_of_the_linear_system() -> None:
    graph = nx.lollipop_graph(4, 3)
    graph.add_node(99)
    rank = pagerank(graph)
    assert sum(rank.values()) == pytest.approx(1)
    loose = rank[99]
    for thing in graph:
        flow = sum(rank[n] / graph.degree[n] for n in graph.adj[thing])
        assert rank[thing] == pytest.approx(0.15 / 8 + 0.85 * (flow + loose / 8), abs=1e-6)


def hard() -> Section:
    """A cut whose communities hang by a thread, so that any change of order would show."""
    graph = nx.gnm_random_graph(150, 400, seed=3)
    links = [
        Link(f"https://e.org/{a}", f"https://e.org/{b}", "SUPPORTS", f"s{a}-{b}", None, None)
        for a, b in graph.edges
    ]
    return Section({f"https://e.org/{n}": 0 for n in graph}, links)


def test_the_figures_are_the_same_in_every_process() -> None:
    script = (
        "from tests.traverse.test_structure import *\n"
        "found = measure(hard())\n"
        "print(json.dumps([found.rows, found.communities, found.bridges]))"
    )
    seen: set[str] = set()
    for seed in "12":
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        seen.add(done.stdout)
    assert len(seen) == 1
    rows: list[Any] = json.loads(seen.pop())[0]
    assert len(rows) == 150
