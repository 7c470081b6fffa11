"""What a cell of a table holds: lists in one line, and never a formula.

A spreadsheet runs what begins like a formula, whoever wrote it (OWASP, "CSV injection"). In CSV an
apostrophe goes before it: shown in the cell, harmless, and easily taken off again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from exporters.subgraph import Attribute, Edge, Node, Spell, Value

# No IRI holds a bar, so a list of IRIs can be cut at it again.
LIST_SEPARATOR = " | "
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

NODE_COLUMNS = (
    Attribute("Id", "Id"), Attribute("Label", "Label"), Attribute("Kind", "Kind"),
    Attribute("Timeset", "Interval"),
)  # fmt: skip
EDGE_COLUMNS = (
    Attribute("Source", "Source"), Attribute("Target", "Target"), Attribute("Type", "Type"),
    Attribute("Id", "Id"), Attribute("Label", "Label"), Attribute("Kind", "Kind"),
    Attribute("Weight", "Weight", "double"), Attribute("Timeset", "Interval"),
)  # fmt: skip


def node_row(node: Node, kinds: Mapping[str, str]) -> list[Value]:
    """A node under `NODE_COLUMNS` and its attributes; `kinds` names the kinds."""
    kind = kinds.get(node.kind, node.kind)
    return [node.id, node.label or node.id, kind, _interval(node.spells), *node.values]


def edge_row(edge: Edge, number: int) -> list[Value]:
    """An edge under `EDGE_COLUMNS` and its attributes."""
    own = [edge.source, edge.target, "Directed", f"e{number}", edge.label, edge.kind]
    return [*own, edge.weight, _interval(edge.spells), *edge.values]


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula, also after spaces."""
    return text.lstrip(" ").startswith(_STARTS_FORMULA)


def neutral(text: str) -> str:
    """A text that no spreadsheet runs."""
    return "'" + text if starts_formula(text) else text


def unescaping(text: str) -> str:
    """A text that Gephi reads whole: it takes a backslash before a quote for an escape of it.

    A space goes between the two, also where the quote is the one that ends the cell.
    """
    text = text.replace('\\"', '\\ "')
    return text + " " if text.endswith("\\") else text


def plain(value: Value) -> str | int | float | bool | None:
    """A value that fits one cell: lists joined, what is not a number left out."""
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, int):
        return value
    return LIST_SEPARATOR.join(value)


def _interval(spells: Sequence[Spell]) -> str | None:
    """Periods as Gephi's tables have them: `<[2018-03-16, 2018-12-31]; [2020-01-01, Infinity]>`."""
    if not spells:
        return None
    bounds = [
        f"[{start.isoformat() if start else '-Infinity'}, {end.isoformat() if end else 'Infinity'}]"
        for start, end in spells
    ]
    return f"<{'; '.join(bounds)}>"
