"""Resources as the store has them, read outside a load."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.port import EdgeRecord, Graph, NodeRecord, Stored
from loaders.texts import text


def stored(row: Mapping[str, Any]) -> Stored:
    """A row of `id`, `labels`, `properties`, `edges` ([type, target, datasets])."""
    id_ = str(row["id"])
    properties = {key: value for key, value in row["properties"].items() if key != "id"}
    edges = (
        EdgeRecord(id_, type_, target, {"datasets": datasets} if datasets else {})
        for type_, target, datasets in row["edges"]
    )
    labels = tuple(sorted(label for label in row.get("labels", ()) if label != "Entity"))
    return Stored(NodeRecord(id_, labels, properties), tuple(edges))


async def read(graph: Graph, ids: Iterable[str]) -> dict[str, Stored]:
    """Those of `ids` that exist, as last committed, without views."""
    rows = await graph.read(text("describe"), {"ids": list(ids)})
    return {row["id"]: stored(row) for row in rows}
