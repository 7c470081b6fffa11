"""Put together the queries of a matrix: one for each pair of positions of its two dimensions.

The positions of a dimension exclude each other, so what the queries count adds up: a role that
repeats a counted end is left out there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from queries.coverage.dimensions import Dimension, Position
from queries.coverage.texts import any_of, fill


@dataclass(frozen=True, slots=True)
class Cells:
    """The queries of one matrix over edges of `types`; `filtered`: its filters ask for more of a
    statement than its edge carries."""

    rows: Dimension
    columns: Dimension
    types: tuple[str, ...]
    filtered: bool

    def texts(self, tail: str, head: str = "edges") -> Iterator[str]:
        """The queries that end in `tail`: count, list or tell (which begins with `told`)."""
        carry = ", events" if head == "told" else ""
        for row, column in product(self.rows.positions, self.columns.positions):
            if row == column and row in {"subject", "object"}:
                continue
            yield self._text(row, column, head, tail, carry)

    def _text(self, row: Position, column: Position, head: str, tail: str, carry: str) -> str:
        ends = [
            dimension.end("a" if position == "subject" else "b")
            for dimension, position in ((self.rows, row), (self.columns, column))
            if position in {"subject", "object"}
        ]
        parts = [fill(head, types=any_of(self.types), ends=" AND ".join(ends) or "true")]
        roles = {"row": (self.rows, row), "column": (self.columns, column)}
        kept = carry
        for axis, (dimension, position) in roles.items():
            # Whether the object is counted can be told only while the edge is at hand.
            if position == "role" and dimension.name == "place":
                counted = f"CASE WHEN {dimension.end('b')} THEN b.id ELSE '' END AS {axis}_end"
                kept += f", {counted}"
        parts.append(fill("carried", carry=kept))
        passed = carry + "".join(
            f", {axis}_end"
            for axis, (dimension, position) in roles.items()
            if position == "role" and dimension.name == "place"
        )
        needs = {"role", "document"} & {row, column}
        if needs or self.filtered:
            parts.append(fill("statement"))
        names = {}
        for axis, (dimension, position) in roles.items():
            if position == "document":
                parts.append(fill("document", carry=passed, axis=f"{axis}_thing"))
                passed += f", {axis}_thing"
            elif position == "role":
                parts.append(
                    fill(
                        "role",
                        roles=any_of(dimension.roles),
                        taken=_taken(dimension, axis),
                        carry=passed,
                        axis=f"{axis}_thing",
                    ).replace("__CLASS__", _role_class(dimension))
                )
                passed += f", {axis}_thing"
            names[axis] = position if position in {"subject", "object", "status"} else ""
        parts.append(
            fill(
                tail,
                row=names["row"] or "row_thing",
                column=names["column"] or "column_thing",
            )
        )
        return "\n".join(parts)


def _taken(dimension: Dimension, axis: str) -> str:
    """The counted ends of the same dimension."""
    if dimension.name == "place":
        return f"{axis}_end" if "object" in dimension.positions else ""
    return ", ".join(p for p in dimension.positions if p in {"subject", "object"})


def _role_class(dimension: Dimension) -> str:
    from queries.coverage.texts import has_label

    return has_label("x", dimension.classes)
