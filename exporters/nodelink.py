"""JSON: node-link, as networkx reads it (`node_link_graph(data, edges="links")`), and graphology's.

Nothing is lost on the way: control characters are escaped, lists are lists, None is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from math import isfinite
from typing import Any

from exporters.palette import color_of, size_of
from exporters.stream import Encoder
from exporters.subgraph import Edge, Node, Spell, Subgraph


class NodeLinkEncoder(Encoder):
    """`{"directed", "multigraph", "graph", "nodes": [{"id", …}], "links": [{"source", …}]}`."""

    def __init__(self, subgraph: Subgraph, *, graphology: bool = False) -> None:
        self._subgraph = subgraph
        self._graphology = graphology
        self._node_names = [a.name for a in subgraph.node_attributes]
        self._edge_names = [a.name for a in subgraph.edge_attributes]
        self._count = {"nodes": 0, "edges": 0}
        self._in_edges = False

    def begin(self) -> bytes:
        s = self._subgraph
        about = {"title": s.title, "description": s.description, "lang": s.lang}
        if s.modified:
            about["modified"] = s.modified.isoformat()
        head: dict[str, Any]
        if self._graphology:
            options = {"type": "directed", "multi": True, "allowSelfLoops": True}
            head = {"attributes": about, "options": options}
        else:
            head = {"directed": True, "multigraph": True, "graph": about}
        return _dump(head)[:-1] + b', "nodes": [\n'

    def nodes(self, rows: Sequence[Node]) -> bytes:
        return self._joined("nodes", map(self._node, rows))

    def edges(self, rows: Sequence[Edge]) -> bytes:
        first = self._count["edges"] + 1
        return self._open_edges() + self._joined("edges", map(self._edge, rows, count(first)))

    def end(self) -> Iterator[bytes]:
        yield self._open_edges() + b"\n]}\n"

    def _open_edges(self) -> bytes:
        if self._in_edges:
            return b""
        self._in_edges = True
        return b'\n], "edges": [\n' if self._graphology else b'\n], "links": [\n'

    def _joined(self, part: str, objects: Iterable[dict[str, Any]]) -> bytes:
        texts = [_dump(item) for item in objects]
        comma = b",\n" if self._count[part] and texts else b""
        self._count[part] += len(texts)
        return comma + b",\n".join(texts)

    def _node(self, node: Node) -> dict[str, Any]:
        id_, label, kind, values, degree, color, size, position, spells = node
        red, green, blue = color or color_of(kind)
        if size is None and degree is not None:
            size = size_of(degree)
        more: dict[str, Any] = {
            "label": label or id_,
            "kind": kind,
            **_present(self._node_names, values),
            "color": f"#{red:02x}{green:02x}{blue:02x}",
        }
        if size is not None:
            more["size"] = size
        if position:
            more["x"], more["y"] = position
        if spells:
            more["periods"] = _periods(spells)
        return {"key": id_, "attributes": more} if self._graphology else {"id": id_, **more}

    def _edge(self, edge: Edge, number: int) -> dict[str, Any]:
        source, target, kind, label, weight, values, spells = edge
        ends = {"source": source, "target": target, "key": f"e{number}"}
        more: dict[str, Any] = {
            "kind": kind,
            "label": label,
            "weight": weight,
            **_present(self._edge_names, values),
        }
        if spells:
            more["periods"] = _periods(spells)
        return {**ends, "attributes": more} if self._graphology else {**ends, **more}


def _periods(spells: Sequence[Spell]) -> list[list[str | None]]:
    return [[day.isoformat() if day else None for day in spell] for spell in spells]


def _present(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """Values by name, without None and what JSON has no number for."""
    return {
        name: value
        for name, value in zip(names, values, strict=True)
        if value is not None and not (isinstance(value, float) and not isfinite(value))
    }


def _dump(value: Any) -> bytes:
    # A lone surrogate is no character: UTF-8 has no bytes for it.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
