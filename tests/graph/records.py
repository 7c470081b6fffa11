"""Short ways to write nodes and changes in the tests of the engines."""

from __future__ import annotations

from graph import Batch, Graph, NodeRecord, Stored, Value


def node(id_: str, *labels: str, **properties: Value) -> NodeRecord:
    return NodeRecord(id_, tuple(sorted(labels)), properties)


async def apply(graph: Graph, *batches: Batch, large: bool = False) -> None:
    async with await graph.begin(large=large) as load:
        for batch in batches:
            await load.apply(batch)
        await load.commit()


async def fetch(graph: Graph, *ids: str) -> dict[str, Stored]:
    async with await graph.begin() as load:
        return await load.fetch(ids, edges=True)


async def count(graph: Graph) -> tuple[int, int]:
    """Visible nodes and relationships."""
    nodes = await graph.read("MATCH (n:Entity) RETURN count(*) AS n")
    edges = await graph.read("MATCH (:Entity)-[e]->(:Entity) RETURN count(*) AS n")
    return nodes[0]["n"], edges[0]["n"]
