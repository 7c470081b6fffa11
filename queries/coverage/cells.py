"""Put together the queries of a matrix: one for each pair of positions of its two dimensions.

The positions of a dimension exclude each other, so what the queries count adds up: a role that
repeats a counted end is left out there. Where both things stand at the ends, and the filters ask
for what edges carry, the direct edges are counted; else the statements, from the rarest part on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from queries.coverage.dimensions import Dimension, Position
from queries.coverage.texts import any_of, fill, has_label

Tail = Literal["rows", "columns", "count", "list", "tell"]
_ENDS: dict[Position, str] = {"subject": "a", "object": "b"}


@dataclass(frozen=True, slots=True)
class Cells:
    """The queries of one matrix over edges of `types`; `filtered`: its filters ask for more of a
    statement than its edge carries."""

    rows: Dimension
    columns: Dimension
    types: tuple[str, ...]
    filtered: bool

    def texts(self, tail: Tail, *, some: bool = False) -> Iterator[str]:
        """The queries that sum up rows or columns, count cells, count and list their statements,
        or tell funding events; `some`: only of the rows in `$rows`."""
        for row, column in product(self.rows.positions, self.columns.positions):
            if row == column and row in _ENDS:
                continue
            needs = {"role", "document"} & {row, column}
            if tail == "tell" or needs or self.filtered:
                yield self._by_statement(row, column, tail)
            else:
                yield self._by_edge(row, column, tail, some)

    def _by_edge(self, row: Position, column: Position, tail: Tail, some: bool) -> str:
        start = "from-all"
        if some and row in _ENDS:
            start = "from-subjects" if row == "subject" else "from-objects"
        sums = tail in {"rows", "columns"}
        from_ = fill(start, types=any_of(self.types))
        parts = [
            fill("edges", ends=self._ends(row, column, by_edge=True)).replace("__FROM__", from_),
            fill("ends" if sums and "status" not in {row, column} else "carried"),
            fill(tail, row=row, column=column),
        ]
        return "\n".join(parts)

    def _by_statement(self, row: Position, column: Position, tail: Tail) -> str:
        axes = {"row": (self.rows, row), "column": (self.columns, column)}
        roles = [dimension.roles for dimension, position in axes.values() if position == "role"]
        if tail == "tell":
            start = fill("told")
        elif roles:
            fewest = min(roles, key=len)
            start = fill("holding", roles=any_of(fewest))
        else:
            start = fill("any")
        carry = ", events" if tail == "tell" else ""
        ends = carry
        for axis, (dimension, position) in axes.items():
            # Whether a place is counted as object can be told only while the predicate is at hand.
            if position == "role" and dimension.name == "place":
                ends += f", CASE WHEN {dimension.end('b')} THEN b.id ELSE '' END AS {axis}_end"
                carry += f", {axis}_end"
        parts = [start, fill("statements", ends=self._ends(row, column), carry=ends)]
        names = {"row": row, "column": column}
        for axis, (dimension, position) in axes.items():
            if position == "document":
                parts.append(fill("document", carry=carry, axis=f"{axis}_thing"))
            elif position == "role":
                parts.append(
                    fill(
                        "role",
                        roles=any_of(dimension.roles),
                        taken=_taken(dimension, axis),
                        carry=carry,
                        axis=f"{axis}_thing",
                    ).replace("__CLASS__", has_label("x", dimension.classes))
                )
            else:
                continue
            carry += f", {axis}_thing"
            names[axis] = f"{axis}_thing"  # type: ignore[assignment]
        parts.append(fill(tail, row=names["row"], column=names["column"]))
        return "\n".join(parts)

    def _ends(self, row: Position, column: Position, *, by_edge: bool = False) -> str:
        """The condition on the ends of the edge or statement."""
        conditions = [
            dimension.end(_ENDS[position], by_edge=by_edge)
            for dimension, position in ((self.rows, row), (self.columns, column))
            if position in _ENDS
        ]
        return " AND ".join(conditions) or "true"


def _taken(dimension: Dimension, axis: str) -> str:
    """The counted ends of the same dimension."""
    if dimension.name == "place":
        return f"{axis}_end" if "object" in dimension.positions else ""
    return ", ".join(position for position in dimension.positions if position in _ENDS)
