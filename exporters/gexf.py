"""GEXF 1.3 (https://gexf.net), as Gephi, Gephi Lite and graphology read it, written as a stream.

Rows are written by columns: the text of a column is escaped at once, constants between columns are
merged, and the pieces are read across and joined in C, which no loop over rows comes near.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import cast

from exporters.palette import color_of, size_of
from exporters.stream import Encoder
from exporters.subgraph import Attribute, Color, Edge, Node, Spell, Subgraph
from exporters.xmlcolumns import Column, Values, across, escaped_lists, rows, values_of
from exporters.xmltext import escape, escaped

# The XSD has the elements of viz in the main namespace. The prefix is bound to it as well, so
# that the file is valid and readers which look for the name `viz:color` find it.
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3" version="1.3">
"""
# Integers of the graph have 64 bits; GEXF has no date for attributes, so dates go as text.
_TYPES = {
    "string": "string", "integer": "long", "double": "double", "boolean": "boolean",
    "date": "string", "strings": "liststring",
}  # fmt: skip
_KIND = {"en": "kind of thing", "fr": "nature de la chose"}


class GexfEncoder(Encoder):
    """One GEXF file. Node kinds are its first node attribute, edge kinds are edge types."""

    def __init__(self, subgraph: Subgraph) -> None:
        self._subgraph = subgraph
        self._node_values = [_attvalue(i, a) for i, a in enumerate(subgraph.node_attributes, 1)]
        self._edge_values = [_attvalue(i, a) for i, a in enumerate(subgraph.edge_attributes)]
        self._edges = 0
        self._in_edges = False
        self._kinds: dict[str, str] = {}

    def begin(self) -> bytes:
        s = self._subgraph
        modified = f' lastmodifieddate="{s.modified.isoformat()}"' if s.modified else ""
        description = f"{s.title}. {s.description}" if s.description else s.title
        kind = Attribute("kind", _KIND.get(s.lang, _KIND["en"]))
        return "".join(
            [
                _HEAD,
                f" <meta{modified}>\n  <creator>sahelgraph</creator>\n",
                f"  <description>{escape(description)}</description>\n </meta>\n",
                ' <graph defaultedgetype="directed" idtype="string" mode="dynamic"'
                ' timeformat="date" timerepresentation="interval">\n',
                _declarations("node", [kind, *s.node_attributes]),
                _declarations("edge", s.edge_attributes),
                "  <nodes>\n",
            ]
        ).encode()

    def nodes(self, rows_: Sequence[Node]) -> bytes:
        if not rows_:
            return b""
        ids, labels, kinds, values, degrees, colors, sizes, positions, spells = zip(
            *rows_, strict=True
        )
        names = escaped(ids)
        shown = [label or name for label, name in zip(escaped(labels), names, strict=True)]
        columns: list[Column] = ['   <node id="', names, '" label="', shown, '"']
        begun, periods = _times(spells)
        columns += [*begun, "><attvalues>", [self._kind(kind) for kind in kinds]]
        columns += [*across(self._node_values, values), "</attvalues>", *periods]
        columns += [[_color(c or color_of(k)) for c, k in zip(colors, kinds, strict=True)]]
        columns += [[_size(s, d) for s, d in zip(sizes, degrees, strict=True)]]
        if any(positions):
            columns += [[_position(p) for p in positions]]
        return rows([*columns, "</node>\n"], len(rows_))

    def edges(self, rows_: Sequence[Edge]) -> bytes:
        opening = self._open_edges()
        if not rows_:
            return opening
        sources, targets, kinds, labels, weights, values, spells = zip(*rows_, strict=True)
        first = self._edges + 1
        self._edges += len(rows_)
        columns: list[Column] = ['   <edge id="e', list(map(str, range(first, self._edges + 1)))]
        columns += ['" source="', escaped(sources), '" target="', escaped(targets)]
        columns += ['" kind="', escaped(kinds), '" label="', escaped(labels)]
        columns += ['" weight="', list(map(str, weights)), '"']
        begun, periods = _times(spells)
        columns += [*begun, "><attvalues>", *across(self._edge_values, values), "</attvalues>"]
        columns += periods
        return opening + rows([*columns, "</edge>\n"], len(rows_))

    def end(self) -> Iterator[bytes]:
        yield self._open_edges() + b"  </edges>\n </graph>\n</gexf>\n"

    def _open_edges(self) -> bytes:
        if self._in_edges:
            return b""
        self._in_edges = True
        return b"  </nodes>\n  <edges>\n"

    def _kind(self, kind: str) -> str:
        found = self._kinds.get(kind)
        if found is None:
            name = escape(self._subgraph.kinds.get(kind, kind))
            found = self._kinds[kind] = f'<attvalue for="0" value="{name}"/>'
        return found


def _declarations(class_: str, attributes: Iterable[Attribute]) -> str:
    lines = [
        f'   <attribute id="{i}" title="{escape(a.title)}" type="{_TYPES[a.type]}"/>\n'
        for i, a in enumerate(attributes)
    ]
    return f'  <attributes class="{class_}">\n{"".join(lines)}  </attributes>\n'


def _attvalue(index: int, attribute: Attribute) -> Values:
    """The writer of one attribute's column."""
    before = f'<attvalue for="{index}" value="'
    return values_of(attribute.type, before, '"/>', lists=escaped_lists)


@lru_cache(maxsize=256)
def _color(color: Color) -> str:
    red, green, blue = color
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


@lru_cache(maxsize=4096)
def _size(size: float | None, degree: int | None) -> str:
    if size is None and degree is None:
        return ""
    return f'<viz:size value="{size if size is not None else size_of(cast(int, degree))}"/>'


def _position(position: tuple[float, float] | None) -> str:
    return f'<viz:position x="{position[0]}" y="{position[1]}"/>' if position else ""


def _times(spells: Sequence[Sequence[Spell]]) -> tuple[list[Column], list[Column]]:
    """What goes into the tags of nodes or edges, and what behind their values."""
    if not any(spells):
        return [], []
    found = [tuple(s) for s in spells]
    return [list(map(_interval, found))], [list(map(_spells, found))]


@lru_cache(maxsize=4096)
def _interval(spells: tuple[Spell, ...]) -> str:
    """The one period of a node or edge as its attributes."""
    return "".join(map(_bounds, spells)) if len(spells) == 1 else ""


@lru_cache(maxsize=4096)
def _spells(spells: tuple[Spell, ...]) -> str:
    """The periods of one that has several."""
    if len(spells) < 2:
        return ""
    return "<spells>" + "".join(f"<spell{_bounds(spell)}/>" for spell in spells) + "</spells>"


def _bounds(spell: Spell) -> str:
    start, end = spell
    return (f' start="{start.isoformat()}"' if start else "") + (
        f' end="{end.isoformat()}"' if end else ""
    )
