"""What a batch of changes does to the graph, the same on both engines."""

from __future__ import annotations

import pytest

from graph import Batch, EdgeRecord, Graph, GraphError, NodeRecord, QueryFailed
from tests.graph.records import apply, count, fetch, node


async def test_what_is_created_is_found(graph: Graph) -> None:
    niger = node("id:niger", "Actor", "State", **{"prefLabel@fr": "Niger", "population": 27})
    jit = node("id:jit", "MechanismClass")
    edge = EdgeRecord(
        "id:niger", "SUPPORTS", "id:jit", {"statement": "st:1", "sources": ["a", "b"]}
    )
    await apply(graph, Batch(create=[niger, jit], link=[edge]))
    found = await fetch(graph, "id:niger", "id:jit", "id:none")
    assert found.keys() == {"id:niger", "id:jit"}
    assert found["id:niger"].node == niger
    assert found["id:niger"].edges == (edge,)
    assert found["id:jit"].edges == ()


async def test_a_replaced_node_keeps_only_what_is_given_and_its_relationships(graph: Graph) -> None:
    edge = EdgeRecord("id:a", "P", "id:b")
    await apply(
        graph,
        Batch(
            create=[node("id:a", "Actor", "State", x=1, dataset="one"), node("id:b")], link=[edge]
        ),
    )
    after = node("id:a", "Actor", "Group", y=2, dataset="two")
    await apply(graph, Batch(replace=[after]))
    found = await fetch(graph, "id:a")
    assert found["id:a"].node == after
    assert found["id:a"].edges == (edge,)
    query = "MATCH (n:Entity) WHERE n.dataset = $d RETURN n.id AS id"
    assert await graph.read(query, {"d": "one"}) == []
    assert await graph.read(query, {"d": "two"}) == [{"id": "id:a"}]


async def test_a_missing_end_becomes_a_stub(graph: Graph) -> None:
    await apply(graph, Batch(link=[EdgeRecord("id:a", "P", "id:b")]))
    async with await graph.begin() as load:
        found = await load.fetch(["id:a", "id:b"])
        assert found["id:b"].node == NodeRecord("id:b")
        await load.apply(Batch(replace=[node("id:b", "State", x=1)]))
        await load.commit()
    assert await graph.read("MATCH (s:Entity)-[:P]->(t:State) RETURN s.id AS s, t.x AS x") == [
        {"s": "id:a", "x": 1}
    ]


async def test_unlink_tells_parallel_relationships_apart(graph: Graph) -> None:
    def view(number: int) -> EdgeRecord:
        return EdgeRecord("id:a", "P", "id:b", {"statement": f"st:{number}", "status": "actual"})

    bare = EdgeRecord("id:a", "P", "id:b")
    await apply(graph, Batch(link=[bare, view(1), view(2)]))
    await apply(graph, Batch(unlink=[bare]))
    await apply(graph, Batch(unlink=[EdgeRecord("id:a", "P", "id:b", {"statement": "st:1"})]))
    assert (await fetch(graph, "id:a"))["id:a"].edges == (view(2),)


async def test_a_deleted_node_goes_with_its_relationships(graph: Graph) -> None:
    links = [EdgeRecord("id:a", "P", "id:b"), EdgeRecord("id:c", "P", "id:b")]
    await apply(graph, Batch(link=links))
    await apply(graph, Batch(delete=["id:b", "id:none"]))
    found = await fetch(graph, "id:a", "id:b", "id:c")
    assert {id_: stored.edges for id_, stored in found.items()} == {"id:a": (), "id:c": ()}


async def test_many_label_sets_and_keys_in_one_batch(graph: Graph) -> None:
    nodes = [
        node(f"id:{i}", *["A", "B", "C"][: i % 4], **{f"key{i % 7}": i, f"other{i % 5}": [i, i]})
        for i in range(500)
    ]
    edges = [EdgeRecord(f"id:{i}", f"T{i % 3}", f"id:{i * 7 % 500}", {"n": i}) for i in range(500)]
    await apply(graph, Batch(create=nodes, link=edges))
    found = await fetch(graph, *[n.id for n in nodes])
    assert [found[n.id].node for n in nodes] == nodes
    assert [found[e.source].edges for e in edges] == [(e,) for e in edges]


async def test_a_node_that_exists_is_not_created_again(graph: Graph) -> None:
    await apply(graph, Batch(create=[node("id:a", x=1)]))
    with pytest.raises(QueryFailed):
        await apply(graph, Batch(create=[node("id:a", x=2)]))
    assert (await fetch(graph, "id:a"))["id:a"].node == node("id:a", x=1)


async def test_a_node_that_does_not_exist_is_not_replaced(graph: Graph) -> None:
    with pytest.raises(GraphError, match="no node to replace"):
        await apply(graph, Batch(create=[node("id:b")], replace=[node("id:a")]))
    assert await count(graph) == (0, 0)


async def test_an_empty_batch_changes_nothing(graph: Graph) -> None:
    await apply(graph, Batch(), Batch())
    assert await count(graph) == (0, 0)


async def test_each_commit_raises_the_version(graph: Graph) -> None:
    before = await graph.version()
    await apply(graph, Batch(create=[node("id:a")]))
    assert await graph.version() == before + 1
