"""Reading: bounded in time, without side effects, and as a stream."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from dataclasses import replace

import pytest

from graph import Batch, EdgeRecord, Graph, GraphSettings, QueryFailed, QueryTimeout, open_graph
from tests.graph.records import apply, count, node

ENDLESS = """
UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b
WITH a, b WHERE (a * b) % 7 = 8 RETURN count(*) AS n
"""


async def test_parameters_and_rows_are_plain_values(graph: Graph) -> None:
    given = {"list": [1, "a", None], "map": {"x": 1.5, "y": True}, "none": None}
    rows = await graph.read("RETURN $list AS list, $map AS map, $none AS none", given)
    assert rows == [given]


async def test_a_query_is_stopped_at_its_time_limit(graph: Graph) -> None:
    start = time.monotonic()
    with pytest.raises(QueryTimeout):
        await graph.read(ENDLESS, timeout=0.5)
    assert time.monotonic() - start < 10
    assert await graph.read("RETURN 1 AS one") == [{"one": 1}]


async def test_a_read_cannot_write(graph: Graph) -> None:
    for query in ("CREATE (n:Entity {id: 'x'})", "MERGE (n:Entity {id: 'x'}) RETURN n.id AS id"):
        with pytest.raises(QueryFailed):
            await graph.read(query)
        with pytest.raises(QueryFailed):
            async for _ in graph.stream(query):
                pass
    assert await count(graph) == (0, 0)


async def test_a_mistake_in_a_query_is_told(graph: Graph) -> None:
    for query in ("MATCH (n:Entity RETURN n", "MATCH (n:Entity {id: $missing}) RETURN n.id AS id"):
        with pytest.raises(QueryFailed):
            await graph.read(query)


async def test_a_stream_gives_all_rows_in_order(graph: Graph) -> None:
    query = "UNWIND range(1, $n) AS i RETURN i, toString(i) AS text"
    rows = [row async for row in graph.stream(query, {"n": 25_000})]
    assert len(rows) == 25_000
    assert rows[0] == {"i": 1, "text": "1"}
    assert [row["i"] for row in rows] == list(range(1, 25_001))


async def test_a_stream_may_be_left(graph: Graph) -> None:
    for _ in range(3):
        async with aclosing(graph.stream("UNWIND range(1, 100000) AS i RETURN i")) as rows:  # type: ignore[type-var]
            async for row in rows:
                if row["i"] == 10:
                    break
    assert await graph.read("RETURN 1 AS one") == [{"one": 1}]


async def test_a_stream_is_stopped_at_its_time_limit(settings: GraphSettings) -> None:
    graph = open_graph(replace(settings, stream_timeout=0.5))
    try:
        with pytest.raises(QueryTimeout):
            async for _ in graph.stream(ENDLESS):
                pass
    finally:
        await graph.close()


async def test_many_readers_at_once_beside_a_load(graph: Graph) -> None:
    await apply(graph, Batch(create=[node("id:a", x=1)], link=[EdgeRecord("id:a", "P", "id:b")]))
    query = "MATCH (n:Entity {id: $id})-[:P]->(m:Entity) RETURN n.x AS x, m.id AS m"

    async def read() -> bool:
        return await graph.read(query, {"id": "id:a"}) == [{"x": 1, "m": "id:b"}]

    async with await graph.begin() as load:
        await load.apply(Batch(replace=[node("id:a", x=2)]))
        assert all(await asyncio.gather(*(read() for _ in range(100))))


async def test_health_tells_engine_and_version(graph: Graph, settings: GraphSettings) -> None:
    health = await graph.health()
    assert health.ready
    assert health.engine == settings.engine
    assert health.version[0].isdigit()


async def test_the_schema_may_be_ensured_again_and_beside_a_load(graph: Graph) -> None:
    await graph.ensure_schema()
    assert await graph.version() == 0
