"""What is kept of a version of the graph: asked for once, bounded, forgotten with the version."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import GraphSettings, open_graph
from graph.port import Row
from loaders.sync import load
from queries import entities, run
from queries.memory import Memory
from queries.reader import Reader


class Store:
    """Rows by id, and every id that it was asked for."""

    def __init__(self, rows: dict[str, Row]) -> None:
        self.rows = rows
        self.asked: list[str] = []

    async def __call__(self, ids: list[str]) -> list[Row]:
        self.asked += ids
        return [self.rows[id_] for id_ in ids if id_ in self.rows]


@given(
    st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), max_size=20),
    st.integers(min_value=1, max_value=3000),
)
async def test_rows_are_the_stores_whatever_is_kept(asked: list[list[str]], most: int) -> None:
    store = Store({c: {"id": c, "text": c * 40 * i} for i, c in enumerate("abcdef")})
    memory = Memory(most)
    for ids in asked:
        assert await memory.rows("q", ids, store) == [
            store.rows[id_] for id_ in sorted(set(ids)) if id_ in store.rows
        ]


async def test_a_row_is_asked_for_once_and_so_is_its_absence() -> None:
    store = Store({"a": {"id": "a"}})
    memory = Memory()
    for _ in range(3):
        await memory.rows("q", ["a", "missing"], store)
    assert store.asked == ["a", "missing"]
    await memory.rows("another query", ["a"], store)
    assert store.asked == ["a", "missing", "a"]


async def test_a_row_heavier_than_the_memory_is_given_and_not_kept() -> None:
    store = Store({"a": {"id": "a", "text": "x" * 10_000}})
    memory = Memory(5_000)
    for _ in range(2):
        assert await memory.rows("q", ["a"], store) == [store.rows["a"]]
    assert store.asked == ["a", "a"]


async def test_the_least_used_is_forgotten_first() -> None:
    store = Store({c: {"id": c, "text": "x" * 1000} for c in "abc"})
    memory = Memory(3_000)
    for ids in (["a"], ["b"], ["a"], ["c"]):
        await memory.rows("q", ids, store)
    store.asked.clear()
    await memory.rows("q", ["a", "c"], store)
    assert store.asked == []
    await memory.rows("q", ["b"], store)
    assert store.asked == ["b"]


TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/x> skos:prefLabel "{label}"@en .
"""


async def test_a_changed_graph_is_seen_at_once(tmp_path: Path) -> None:
    graph = open_graph(GraphSettings(uri=f"embedded:{tmp_path}/graph"))
    await graph.ensure_schema()
    reader = Reader(graph)
    file = tmp_path / "x.ttl"
    for label in ("before", "after"):
        file.write_text(TURTLE.format(label=label), encoding="utf-8")
        await load(graph, [file], "x")
        for _ in range(2):
            assert (await entities.page(reader, "https://example.org/x"))["label"] == label
    await graph.close()


async def test_a_question_asked_again_reads_its_rows_and_no_more(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ask() -> Any:
        return await run.run(reader, "who-supports", {"of": "jit", "place": "niger"})

    first = await ask()
    texts: list[str] = []
    read = reader.graph.read

    async def counted(text: str, *args: Any, **kwargs: Any) -> list[Row]:
        texts.append(text)
        return await read(text, *args, **kwargs)

    monkeypatch.setattr(reader.graph, "read", counted)
    assert await ask() == first
    assert len(texts) == 2, "the version of the graph, then the question"
