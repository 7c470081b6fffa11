"""A load is seen whole or not at all, however large, and loads follow each other."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from graph import Batch, EdgeRecord, Graph, GraphBusy, GraphError, GraphSettings, open_graph
from tests.graph.records import apply, count, fetch, node

LARGE = pytest.mark.parametrize("large", [False, True], ids=["small", "large"])


def chain(start: int, stop: int) -> Batch:
    """Nodes `id:start` … , each pointing at the next, the last at one outside the batch."""
    return Batch(
        create=[node(f"id:{i}", "Link", number=i) for i in range(start, stop)],
        link=[EdgeRecord(f"id:{i}", "NEXT", f"id:{i + 1}") for i in range(start, stop)],
    )


@LARGE
async def test_readers_see_nothing_before_the_commit_and_all_after(
    graph: Graph, large: bool
) -> None:
    await apply(graph, Batch(create=[node("id:9"), node("id:old", "Link", x=1)]))
    async with await graph.begin(large=large) as load:
        await load.apply(chain(0, 9))
        await load.apply(Batch(replace=[node("id:old", "Link", x=2)]))
        assert await count(graph) == (2, 0)
        assert await graph.read("MATCH (n:Link) RETURN n.x AS x") == [{"x": 1}]
        assert await graph.read("MATCH (n:Entity {id: 'id:9'})--(m) RETURN m.id AS id") == []
        assert (await load.fetch(["id:3"]))["id:3"].node == node("id:3", "Link", number=3)
        await load.commit()
    assert await count(graph) == (11, 9)
    assert await graph.read("MATCH (n) WHERE n.id = 'id:old' RETURN n.x AS x") == [{"x": 2}]


@LARGE
async def test_rollback_leaves_the_graph_as_it_was(graph: Graph, large: bool) -> None:
    await apply(graph, Batch(create=[node("id:9", x=1)]))
    version = await graph.version()
    async with await graph.begin(large=large) as load:
        await load.apply(chain(0, 9))
        await load.apply(Batch(replace=[node("id:9", x=2)], delete=["id:9"]))
    assert await count(graph) == (1, 0)
    assert (await fetch(graph, "id:9"))["id:9"].node == node("id:9", x=1)
    assert await graph.read("MATCH (n) WHERE n.id STARTS WITH 'id:' RETURN n.id AS id") == [
        {"id": "id:9"}
    ]
    assert await graph.version() == version


@LARGE
async def test_the_load_reads_its_own_changes(graph: Graph, large: bool) -> None:
    await apply(graph, Batch(create=[node("id:9", x=1)]))
    async with await graph.begin(large=large) as load:
        await load.apply(chain(0, 9))
        rows = await load.run("MATCH (:Link)-[e:NEXT]->(t:Entity) RETURN t.id AS id ORDER BY id")
        assert [row["id"] for row in rows] == [f"id:{i}" for i in range(1, 10)]
        await load.apply(chain(10, 12))
        found = await load.fetch(["id:8", "id:11", "id:12", "id:none"], edges=True)
        assert found.keys() == {"id:8", "id:11", "id:12"}
        assert found["id:11"].edges == (EdgeRecord("id:11", "NEXT", "id:12"),)
        await load.commit()
    assert await count(graph) == (13, 11)


@LARGE
async def test_later_batches_change_what_earlier_ones_made(graph: Graph, large: bool) -> None:
    await apply(graph, Batch(create=[node("id:seen"), node("id:gone")]))
    async with await graph.begin(large=large) as load:
        await load.apply(
            Batch(
                create=[node("id:a", "A", x=1), node("id:b", "B", x=1)],
                link=[
                    EdgeRecord("id:a", "P", "id:later", {"n": 1}),
                    EdgeRecord("id:a", "P", "id:seen"),
                    EdgeRecord("id:a", "P", "id:gone"),
                    EdgeRecord("id:seen", "P", "id:gone"),
                ],
            )
        )
        stubs = await load.fetch(["id:later"])
        described = Batch(create=[node("id:later", "C", x=3)])
        if stubs:  # a large load makes stubs last, so that what is described later is created
            described = Batch(replace=described.create)
        await load.apply(described)
        await load.apply(Batch(replace=[node("id:a", "D", y=1)], delete=["id:gone"]))
        await load.apply(Batch(link=[EdgeRecord("id:b", "P", "id:a")]))
        await load.apply(Batch(unlink=[EdgeRecord("id:a", "P", "id:seen")], delete=["id:b"]))
        await load.commit()
    found = await fetch(graph, "id:a", "id:b", "id:later", "id:seen", "id:gone")
    assert {id_: stored.node for id_, stored in found.items()} == {
        "id:a": node("id:a", "D", y=1),
        "id:later": node("id:later", "C", x=3),
        "id:seen": node("id:seen"),
    }
    assert found["id:a"].edges == (EdgeRecord("id:a", "P", "id:later", {"n": 1}),)
    assert found["id:seen"].edges == ()


async def test_a_load_ends_with_its_commit(graph: Graph) -> None:
    load = await graph.begin()
    await load.commit()
    with pytest.raises(GraphError):
        await load.apply(chain(0, 3))
    await load.rollback()


@LARGE
async def test_loads_follow_each_other(graph: Graph, large: bool) -> None:
    async def add(start: int) -> None:
        async with await graph.begin(large=large) as load:
            await load.apply(chain(start, start + 9))
            await load.commit()

    await asyncio.gather(*(add(start) for start in range(0, 50, 10)))
    assert await count(graph) == (50, 45)
    assert await graph.version() == 5


async def test_a_load_that_does_not_end_makes_the_next_one_fail(settings: GraphSettings) -> None:
    graph = open_graph(replace(settings, lock_timeout=0.5))
    try:
        await graph.ensure_schema()
        async with await graph.begin() as load:
            await load.apply(chain(0, 3))
            with pytest.raises(GraphBusy, match="Another load"):
                await graph.begin()
            await load.commit()
        assert await count(graph) == (4, 3)
    finally:
        await graph.close()


async def test_a_cancelled_load_leaves_nothing(graph: Graph) -> None:
    started = asyncio.Event()

    async def endless() -> None:
        async with await graph.begin(large=True) as load:
            for start in range(0, 10_000_000, 1000):
                await load.apply(chain(start, start + 500))
                started.set()

    task = asyncio.create_task(endless())
    await started.wait()
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await graph.read("MATCH (n) WHERE n.id STARTS WITH 'id:' RETURN n.id AS id") == []
    await apply(graph, chain(0, 9), large=True)
    assert await count(graph) == (10, 9)
