"""Random loads do on each engine, small, large and larger than its caches, what the port says."""

from __future__ import annotations

import random

import pytest

from graph import Batch, EdgeRecord, Graph, NodeRecord, neo4j_stage
from tests.graph.records import fetch, node

IDS = [f"id:{i}" for i in range(40)]
LABELS = ["A", "B", "C"]


class Model:
    """The port's promises in plain dictionaries."""

    def __init__(self) -> None:
        self.nodes: dict[str, NodeRecord] = {}
        self.edges: list[EdgeRecord] = []

    def apply(self, batch: Batch) -> None:
        for record in [*batch.create, *batch.replace]:
            self.nodes[record.id] = record
        self.edges = [e for e in self.edges if not any(_matches(u, e) for u in batch.unlink)]
        for edge in batch.link:
            for end in (edge.source, edge.target):
                self.nodes.setdefault(end, NodeRecord(end))
            self.edges.append(edge)
        for id_ in batch.delete:
            self.nodes.pop(id_, None)
        self.edges = [e for e in self.edges if not {e.source, e.target} & set(batch.delete)]


def _matches(wanted: EdgeRecord, edge: EdgeRecord) -> bool:
    same = (wanted.source, wanted.type, wanted.target) == (edge.source, edge.type, edge.target)
    if not wanted.properties:
        return same and not edge.properties
    return same and all(edge.properties.get(k) == v for k, v in wanted.properties.items())


def _comparable(edge: EdgeRecord) -> tuple[str, str, str, str]:
    return edge.source, edge.type, edge.target, repr(sorted(edge.properties.items()))


def random_batch(dice: random.Random, exist: set[str], model: Model, number: int) -> Batch:
    def described(id_: str) -> NodeRecord:
        labels = dice.sample(LABELS, dice.randrange(3))
        keys = dice.sample(["x", "y", "z@en"], dice.randrange(4))
        return node(id_, *labels, **{key: dice.choice([1, "1", [1, 2]]) for key in keys})

    some = dice.sample(IDS, dice.randrange(12))
    batch = Batch(
        create=[described(id_) for id_ in some if id_ not in exist],
        replace=[described(id_) for id_ in some if id_ in exist],
    )
    for n in range(dice.randrange(15)):
        properties = dice.choice([{}, {"n": number * 100 + n}, {"n": number * 100 + n, "m": [1]}])
        ends = dice.choices(IDS, k=2)
        batch.link.append(EdgeRecord(ends[0], dice.choice("PQ"), ends[1], properties))
    if dice.random() < 0.4 and model.edges:
        batch.unlink = dice.sample(model.edges, min(2, len(model.edges)))
    if dice.random() < 0.3:
        batch.delete = dice.sample(IDS, 2)
    return batch


@pytest.fixture(params=["small", "large", "larger"])
def large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if request.param == "larger":
        for name, value in {"NODES": 3, "EDGES": 4, "CACHE": 6, "VISIBLE": 2, "HOT": 3}.items():
            monkeypatch.setattr(neo4j_stage, name, value)
    return request.param != "small"


@pytest.mark.parametrize("seed", range(5))
async def test_random_loads(graph: Graph, large: bool, seed: int) -> None:
    dice, model = random.Random(seed), Model()
    for number in range(4):
        async with await graph.begin(large=large) as load:
            for part in range(dice.randrange(1, 5)):
                exist = set(await load.fetch(IDS))
                batch = random_batch(dice, exist, model, number * 10 + part)
                await load.apply(batch)
                model.apply(batch)
                if dice.random() < 0.1:
                    await load.run("MATCH (n:Entity) RETURN n.id AS id")
            await load.commit()
        found = await fetch(graph, *IDS)
        assert {id_: stored.node for id_, stored in found.items()} == model.nodes
        edges = [edge for stored in found.values() for edge in stored.edges]
        assert sorted(map(_comparable, edges)) == sorted(map(_comparable, model.edges))
