"""Whatever RDF holds comes back from either engine unchanged."""

from __future__ import annotations

import pytest

from graph import Batch, EdgeRecord, Graph, NodeRecord
from tests.graph.records import apply, fetch, node

LARGE = pytest.mark.parametrize("large", [False, True], ids=["small", "large"])

NAMES = [
    "ex__é-1/x",
    "back`tick",
    "`",
    'it\'s "quoted"',
    "prefLabel@fr",
    "amount^^xsd:decimal",
    "a b\tc",
    "中文",
    "\\u0060 \\u0041 \\\\u0041 \\",
    "{{x}} $x %s __TYPE__ __LABELS__",
    "//comment",
    "N:M|O",
    "😀",
]

VALUES = {
    "empty": "",
    "nul": "a\0b",
    "emoji": "😀 e\u0301 \u202e ",
    "newlines": "a\nb\r\nc\td",
    "quotes": "'\"`\\ \\u0041 \\n",
    "largest": 2**63 - 1,
    "least": -(2**63),
    "true": True,
    "false": False,
    "strings": ["b", "a", "", "a"],
    "integers": [1, -1, 2**62],
    "booleans": [True, False],
    "number_text": "007",
}


@LARGE
@pytest.mark.parametrize("name", NAMES)
async def test_any_name_of_a_label_a_type_and_a_key(graph: Graph, name: str, large: bool) -> None:
    nodes = [NodeRecord(f"id:{i}", (name,), {name: i}) for i in range(3)]
    edges = [EdgeRecord("id:0", name, "id:1", {name: "x"}), EdgeRecord("id:1", name, "id:2")]
    await apply(graph, Batch(create=nodes, link=edges), large=large)
    found = await fetch(graph, "id:0", "id:1", "id:2")
    assert [found[n.id].node for n in nodes] == nodes
    assert [found[n.id].edges for n in nodes] == [(edges[0],), (edges[1],), ()]
    await apply(graph, Batch(replace=[node("id:0", "Plain", x=1)], unlink=edges))
    found = await fetch(graph, "id:0", "id:1")
    assert found["id:0"].node == node("id:0", "Plain", x=1)
    assert found["id:0"].edges == found["id:1"].edges == ()


async def test_names_that_a_large_load_puts_into_query_texts(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph import neo4j_stage

    monkeypatch.setattr(neo4j_stage, "HOT", 0)
    nodes = [NodeRecord(f"id:{i}", (name,), {name: i}) for i, name in enumerate(NAMES)]
    await apply(graph, Batch(create=nodes), large=True)
    found = await fetch(graph, *[n.id for n in nodes])
    assert [found[n.id].node for n in nodes] == nodes


@LARGE
async def test_values_come_back_with_their_types(graph: Graph, large: bool) -> None:
    given = NodeRecord("id:a", (), VALUES)
    edge = EdgeRecord("id:a", "P", "id:b", VALUES)
    await apply(graph, Batch(create=[given], link=[edge]), large=large)
    stored = (await fetch(graph, "id:a"))["id:a"]
    assert _typed(stored.node.properties) == _typed(VALUES)
    assert _typed(stored.edges[0].properties) == _typed(VALUES)


async def test_one_key_holds_values_of_different_types(graph: Graph) -> None:
    values = ["text", 1, True, ["a"], [1], "1"]
    await apply(graph, Batch(create=[node(f"id:{i}", x=value) for i, value in enumerate(values)]))
    found = await fetch(graph, *[f"id:{i}" for i in range(len(values))])
    assert [_typed(found[f"id:{i}"].node.properties) for i in range(len(values))] == [
        _typed({"x": value}) for value in values
    ]


async def test_a_megabyte_of_text(graph: Graph) -> None:
    text = "Sahél 😀 \0\n" * 100_000
    await apply(graph, Batch(create=[node("id:a", text=text)]))
    assert (await fetch(graph, "id:a"))["id:a"].node.properties["text"] == text


async def test_any_id(graph: Graph) -> None:
    ids = ["_:big.1", "https://example.org/é?a=b#c'd\"", "urn:x:`", "", "a\0b", "x" * 3000]
    await apply(graph, Batch(create=[node(id_, x=1) for id_ in ids]))
    assert (await fetch(graph, *ids)).keys() == set(ids)


def _typed(properties: object) -> object:
    """For comparison: in Python True == 1."""
    assert isinstance(properties, dict)
    return {
        key: [(type(v), v) for v in (value if isinstance(value, list) else [value])]
        + [isinstance(value, list)]
        for key, value in properties.items()
    }
