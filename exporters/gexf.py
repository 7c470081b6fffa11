"""GEXF 1.3 (https://gexf.net), as Gephi, Gephi Lite and graphology read it, written as a stream.

Rows are written by columns: the text of a column is escaped at once, constants between columns are
merged, and the pieces are read across and joined in C, which no loop over rows comes near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import isfinite
from typing import Any, cast

from exporters.palette import color_of, size_of
from exporters.subgraph import Attribute, Color, Edge, Node, Row, Spell, Subgraph
from exporters.xmltext import Column, escape, escaped, escaped_lists, rows

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


class GexfEncoder:
    """One GEXF file. Node kinds are its first node attribute, edge kinds are edge types."""

    parts = ("nodes", "edges")

    def __init__(self, subgraph: Subgraph) -> None:
        self._subgraph = subgraph
        self._node_columns = [
            _attvalues(i, a) for i, a in enumerate(subgraph.node_attributes, start=1)
        ]
        self._edge_columns = [_attvalues(i, a) for i, a in enumerate(subgraph.edge_attributes)]
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
        ids, labels, kinds, values, degrees, colors, sizes, positions = zip(*rows_, strict=True)
        ids = escaped(ids)
        labels = [label or id_ for label, id_ in zip(escaped(labels), ids, strict=True)]
        columns: list[Column] = ['   <node id="', ids, '" label="', labels]
        columns += ['"><attvalues>', [self._kind(kind) for kind in kinds]]
        columns += _values(self._node_columns, values)
        columns += ["</attvalues>"]
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
        timed = any(spells)
        if timed:
            columns += [[_interval(tuple(s)) for s in spells]]
        columns += ["><attvalues>", *_values(self._edge_columns, values), "</attvalues>"]
        if timed:
            columns += [[_spells(tuple(s)) for s in spells]]
        return opening + rows([*columns, "</edge>\n"], len(rows_))

    def statements(self, rows_: Sequence[Row]) -> bytes:
        raise NotImplementedError  # not among the parts

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


# Texts of one column's values, and the column as it stands in the file.
_Texts = Callable[[Sequence[Any]], Sequence[str]]
_Attvalues = Callable[[Sequence[Any]], list[Column]]

_TEXTS: dict[str, _Texts] = {
    "string": escaped,
    "date": escaped,
    "strings": escaped_lists,
    "integer": lambda column: list(map(str, column)),
    "double": lambda column: list(map(repr, map(float, column))),
    "boolean": lambda column: ["true" if value else "false" for value in column],
}


def _attvalues(index: int, attribute: Attribute) -> _Attvalues:
    """The writer of one attribute: `<attvalue>` for each value, nothing for None."""
    texts = _TEXTS[attribute.type]
    before, after = f'<attvalue for="{index}" value="', '"/>'
    may_be_nan = attribute.type == "double"

    def write(column: Sequence[Any]) -> list[Column]:
        if may_be_nan:
            column = [v if v is not None and isfinite(v) else None for v in column]
        if None not in column:
            return [before, texts(column), after]
        present = iter(texts([value for value in column if value is not None]))
        return [["" if v is None else before + next(present) + after for v in column]]

    return write


def _values(writers: Sequence[_Attvalues], values: Sequence[Sequence[Any]]) -> list[Column]:
    """All attributes of a batch; ValueError when a row has not one value for each."""
    transposed = list(zip(*values, strict=True))
    return [
        column
        for write, of_one in zip(writers, transposed, strict=True)
        for column in write(of_one)
    ]


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


@lru_cache(maxsize=4096)
def _interval(spells: tuple[Spell, ...]) -> str:
    """The one period of an edge as its attributes."""
    return "".join(map(_bounds, spells)) if len(spells) == 1 else ""


@lru_cache(maxsize=4096)
def _spells(spells: tuple[Spell, ...]) -> str:
    """The periods of an edge that has several."""
    if len(spells) < 2:
        return ""
    return "<spells>" + "".join(f"<spell{_bounds(spell)}/>" for spell in spells) + "</spells>"


def _bounds(spell: Spell) -> str:
    start, end = spell
    return (f' start="{start.isoformat()}"' if start else "") + (
        f' end="{end.isoformat()}"' if end else ""
    )
