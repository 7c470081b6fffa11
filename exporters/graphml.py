"""GraphML (http://graphml.graphdrawing.org), as networkx, igraph, graphology and Gephi read it.

GraphML has no lists and no dates: lists go as JSON arrays in a string, dates as ISO text. Its ids
are NMTOKENs (GraphML 1.1 schema), which an IRI is not: characters that may not stand there are
escaped in `id`, and the data `identifier` holds every node's id as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from exporters.palette import color_of, size_of
from exporters.stream import Encoder
from exporters.subgraph import Attribute, Edge, Node, Spell, Subgraph
from exporters.xmlcolumns import Column, Values, across, rows, values_of
from exporters.xmltext import escape, escaped

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_TYPES = {
    "string": "string", "integer": "long", "double": "double", "boolean": "boolean",
    "date": "string", "strings": "string",
}  # fmt: skip
_TIMES = (
    Attribute("start", "Start", "date"), Attribute("end", "End", "date"),
    Attribute("periods", "Periods"),
)  # fmt: skip
_NODE_KEYS = (
    Attribute("identifier", "Id"), Attribute("label", "Label"), Attribute("kind", "Kind"),
    Attribute("r", "Red", "integer"), Attribute("g", "Green", "integer"),
    Attribute("b", "Blue", "integer"), Attribute("size", "Size", "double"),
    Attribute("x", "x", "double"), Attribute("y", "y", "double"),
    *_TIMES,
)  # fmt: skip
_EDGE_KEYS = (
    Attribute("label", "Label"), Attribute("kind", "Kind"), Attribute("weight", "Weight", "double"),
    *_TIMES,
)  # fmt: skip
# Name characters of XML in ASCII, but for the escape itself and for what is rare in ids.
_NOT_IN_NMTOKEN = re.compile(r"[^A-Za-z0-9._:-]")


class GraphmlEncoder(Encoder):
    """One GraphML file of a directed graph."""

    def __init__(self, subgraph: Subgraph) -> None:
        self._subgraph = subgraph
        self._node_keys = [*_NODE_KEYS, *subgraph.node_attributes]
        self._edge_keys = [*_EDGE_KEYS, *subgraph.edge_attributes]
        self._node_data = [_data("n", i, a) for i, a in enumerate(self._node_keys)]
        self._edge_data = [_data("e", i, a) for i, a in enumerate(self._edge_keys)]
        self._edges = 0

    def begin(self) -> bytes:
        keys = [_key("node", "n", i, a) for i, a in enumerate(self._node_keys)]
        keys += [_key("edge", "e", i, a) for i, a in enumerate(self._edge_keys)]
        description = f" <desc>{escape(self._subgraph.title)}</desc>\n"
        graph = ' <graph id="sahelgraph" edgedefault="directed">\n'
        return "".join([_HEAD, description, *keys, graph]).encode()

    def nodes(self, rows_: Sequence[Node]) -> bytes:
        if not rows_:
            return b""
        ids, labels, kinds, values, degrees, colors, sizes, positions, spells = zip(
            *rows_, strict=True
        )
        shown = [color or color_of(kind) for color, kind in zip(colors, kinds, strict=True)]
        own: list[Sequence[Any]] = [
            ids,
            [label or id_ for label, id_ in zip(labels, ids, strict=True)],
            [self._subgraph.kinds.get(kind, kind) for kind in kinds],
            *zip(*shown, strict=True),
            [_size(size, degree) for size, degree in zip(sizes, degrees, strict=True)],
            [position[0] if position else None for position in positions],
            [position[1] if position else None for position in positions],
            *_times(spells),
        ]
        columns: list[Column] = ['  <node id="', list(map(nmtoken, ids)), '">']
        columns += across(self._node_data, values, own)
        return rows([*columns, "</node>\n"], len(rows_))

    def edges(self, rows_: Sequence[Edge]) -> bytes:
        if not rows_:
            return b""
        sources, targets, kinds, labels, weights, values, spells = zip(*rows_, strict=True)
        first = self._edges + 1
        self._edges += len(rows_)
        own: list[Sequence[Any]] = [labels, kinds, weights, *_times(spells)]
        columns: list[Column] = ['  <edge id="e', list(map(str, range(first, self._edges + 1)))]
        columns += ['" source="', list(map(nmtoken, sources))]
        columns += ['" target="', list(map(nmtoken, targets)), '">']
        columns += across(self._edge_data, values, own)
        return rows([*columns, "</edge>\n"], len(rows_))

    def end(self) -> Iterator[bytes]:
        yield b" </graph>\n</graphml>\n"


def nmtoken(id_: str) -> str:
    """An id as an NMTOKEN, one to one: a character that may not stand there as `·HEX·`."""
    if _NOT_IN_NMTOKEN.search(id_) is None and id_:
        return id_
    return _NOT_IN_NMTOKEN.sub(lambda found: f"·{ord(found[0]):X}·", id_) or "··"


def _times(spells: Iterable[Sequence[Spell]]) -> list[Sequence[Any]]:
    """The first day, the last day and, of several periods, all: a column each."""
    iso = [[(s and s.isoformat(), e and e.isoformat()) for s, e in found] for found in spells]
    return [
        [found[0][0] if found else None for found in iso],
        [found[-1][1] if found else None for found in iso],
        [json.dumps(found) if len(found) > 1 else None for found in iso],
    ]


def _size(size: float | None, degree: int | None) -> float | None:
    return size if size is not None or degree is None else size_of(degree)


def _key(class_: str, prefix: str, index: int, attribute: Attribute) -> str:
    return (
        f' <key id="{prefix}{index}" for="{class_}" attr.name="{escape(attribute.name)}"'
        f' attr.type="{_TYPES[attribute.type]}"/>\n'
    )


def _data(prefix: str, index: int, attribute: Attribute) -> Values:
    """The writer of one attribute's column."""
    return values_of(attribute.type, f'<data key="{prefix}{index}">', "</data>", lists=_json_lists)


def _json_lists(column: Sequence[Sequence[str]]) -> Sequence[str]:
    return escaped([json.dumps(items, ensure_ascii=False) for items in column])
