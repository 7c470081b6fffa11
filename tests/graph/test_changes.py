"""What a batch of changes does to the graph, the same on both engines."""

from __future__ import annotations

from graph import Batch, EdgeRecord, Graph, NodeRecord


def node(id_: str, *labels: str, **properties: object) -> NodeRecord:
    return NodeRecord(id_, tuple(sorted(labels)), properties)  # type: ignore[arg-type]


async def apply(graph: Graph, batch: Batch, *, large: bool = False) -> None:
    async with await graph.begin(large=large) as load:
        await load.apply(batch)
        await load.commit()


async def test_what_is_created_is_found(graph: Graph) -> None:
    niger = node("id:niger", "Actor", "State", **{"prefLabel@fr": "Niger", "population": 27})
    jit = node("id:jit", "MechanismClass")
    edge = EdgeRecord(
        "id:niger", "SUPPORTS", "id:jit", {"statement": "st:1", "sources": ["a", "b"]}
    )
    await apply(graph, Batch(create=[niger, jit], link=[edge]))
    async with await graph.begin() as load:
        found = await load.fetch(["id:niger", "id:jit", "id:none"], edges=True)
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
    async with await graph.begin() as load:
        found = await load.fetch(["id:a"], edges=True)
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
    async with await graph.begin() as load:
        assert (await load.fetch(["id:a"], edges=True))["id:a"].edges == (view(2),)


async def test_a_deleted_node_goes_with_its_relationships(graph: Graph) -> None:
    links = [EdgeRecord("id:a", "P", "id:b"), EdgeRecord("id:c", "P", "id:b")]
    await apply(graph, Batch(link=links))
    await apply(graph, Batch(delete=["id:b", "id:none"]))
    async with await graph.begin() as load:
        found = await load.fetch(["id:a", "id:b", "id:c"], edges=True)
    assert {id_: stored.edges for id_, stored in found.items()} == {"id:a": (), "id:c": ()}


async def test_each_commit_raises_the_version(graph: Graph) -> None:
    before = await graph.version()
    await apply(graph, Batch(create=[node("id:a")]))
    assert await graph.version() == before + 1
