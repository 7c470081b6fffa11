"""The ids of rows of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def ids(rows: Iterable[Mapping[str, object]]) -> set[str]:
    """The ids of the rows of one part of an answer: stated, inferred, commitments, choices."""
    return {str(row["id"]) for row in rows}
