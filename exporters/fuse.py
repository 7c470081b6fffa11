"""One edge for all statements of one predicate between the same two things.

Gephi fuses such edges on import and keeps the values of one of them only. Fused here, each edge
counts its statements as its weight and names them all, with the status and certainty of each.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from exporters.periods import disjoint
from exporters.subgraph import Attribute, Edge, Value

_ATTRIBUTES: dict[str, tuple[str, str]] = {
    "statements": ("Statements", "Énoncés"),
    "status": ("Status", "Statut"),
    "certainty": ("Certainty", "Certitude"),
    "statuses": ("Status of each statement", "Statut de chaque énoncé"),
    "certainties": ("Certainty of each statement", "Certitude de chaque énoncé"),
    "documents": ("Documents", "Documents"),
    "paragraphs": ("Paragraphs", "Paragraphes"),
}
UNSAID = "unsaid"  # Gephi would make null of an empty item
_SINGLE = {"status", "certainty"}


class View(NamedTuple):
    """A direct edge of one statement, as the loader derives it."""

    source: str
    target: str
    kind: str
    label: str
    statement: str
    status: str | None = None
    certainty: str | None = None
    documents: Sequence[str] = ()
    paragraphs: Sequence[str] = ()
    start: date | None = None
    end: date | None = None


def edge_attributes(lang: str) -> tuple[Attribute, ...]:
    """The columns of fused edges, with titles in English or French.

    `status` and `certainty` hold the one value that all statements share, or all of them joined
    by " + "; `statuses` and `certainties` stand in the order of `statements`, "unsaid" for none.
    """
    return tuple(
        Attribute(name, titles[lang == "fr"], "string" if name in _SINGLE else "strings")
        for name, titles in _ATTRIBUTES.items()
    )


class Fuser:
    """Fuses a stream that comes grouped by source; holds the edges of one source at a time."""

    def __init__(self) -> None:
        self._source: str | None = None
        self._open: dict[tuple[str, str], list[View]] = {}

    def feed(self, views: Iterable[View]) -> list[Edge]:
        """The edges that are complete now."""
        ready: list[Edge] = []
        for view in views:
            if view.source != self._source:
                ready += self.flush()
                self._source = view.source
            self._open.setdefault((view.kind, view.target), []).append(view)
        return ready

    def flush(self) -> list[Edge]:
        """The edges of the last source: call at the end."""
        edges = [_fused(views) for views in self._open.values()]
        self._open = {}
        return edges


def fused(batches: Iterable[Iterable[View]]) -> Iterator[list[Edge]]:
    """Batches of edges from batches of views; views must come grouped by source."""
    fuser = Fuser()
    for views in batches:
        yield fuser.feed(views)
    yield fuser.flush()


async def fused_async(batches: AsyncIterable[Iterable[View]]) -> AsyncIterator[list[Edge]]:
    """The same for a stream that is waited for."""
    fuser = Fuser()
    async for views in batches:
        yield fuser.feed(views)
    yield fuser.flush()


def _fused(views: list[View]) -> Edge:
    """One edge of the views of one source, predicate and target; None values are kept apart."""
    first = views[0]
    by_statement = {view.statement: view for view in views}  # a view twice is one statement
    statements = list(by_statement.values())
    values: list[Value] = [
        list(by_statement),
        _shared(view.status for view in statements),
        _shared(view.certainty for view in statements),
        [view.status or UNSAID for view in statements],
        [view.certainty or UNSAID for view in statements],
        _union(view.documents for view in statements),
        _union(view.paragraphs for view in statements),
    ]
    spells = disjoint((v.start, v.end) for v in statements if v.start or v.end)
    return Edge(
        first.source, first.target, first.kind, first.label, len(statements), values, spells
    )


def _shared(values: Iterable[str | None]) -> str | None:
    return " + ".join(sorted({value for value in values if value})) or None


def _union(lists: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(chain.from_iterable(lists)))
