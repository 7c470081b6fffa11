"""The port: what the rest of the project may ask of a graph engine, and nothing more.

Two engines stand behind it, `graph.neo4j` and `graph.embedded`; `graph.open_graph` chooses by
setting. Rows are plain values: scalars, lists and maps, never an engine's own node or path types.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Literal, Protocol, Self

Scalar = str | int | float | bool
Value = Scalar | list[Scalar]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """A resource as it is stored: `id` is its IRI (or `_:…` for a blank node).

    `labels` are those beside `Entity`, sorted; `properties` do not hold `id`. An undescribed
    resource that others only point at has no labels and no properties.
    """

    id: str
    labels: tuple[str, ...] = ()
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EdgeRecord:
    """A relationship; two between the same ends are told apart by type and properties."""

    source: str
    type: str
    target: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class Batch:
    """A set of changes, applied in the order of the fields.

    `create`: nodes that do not exist yet, stubs included: ask `fetch` first.
    `replace`: existing nodes, stubs included; their labels and properties become exactly those
    given, their relationships stay.
    `unlink`: relationships to remove, matched by ends, type and all given properties; where none
    are given, only those that have none.
    `link`: relationships to create; an end that does not exist becomes a stub (an id, no more).
    `delete`: nodes to remove with all their relationships. An id that does not exist is ignored
    here and in `unlink`, an error in `replace`.
    """

    create: list[NodeRecord] = field(default_factory=list)
    replace: list[NodeRecord] = field(default_factory=list)
    unlink: list[EdgeRecord] = field(default_factory=list)
    link: list[EdgeRecord] = field(default_factory=list)
    delete: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stored:
    """A node as found in the store, with the relationships that leave it."""

    node: NodeRecord
    edges: tuple[EdgeRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """`ready` is false when the engine cannot answer; `detail` then says why."""

    ready: bool
    engine: Literal["neo4j", "embedded"]
    version: str
    detail: str = ""


class Load(Protocol):
    """One change of the graph, invisible to every reader until `commit`, then whole.

    The engine decides how: one transaction, or staged nodes made visible by one transaction at
    the end. Reads through `fetch` and `run` see the load's own changes. Loads of one graph follow
    each other: `begin` waits for the one before. Leaving `async with` without `commit` rolls back.
    """

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    async def fetch(self, ids: Sequence[str], *, edges: bool = False) -> dict[str, Stored]:
        """Those of `ids` that exist, with their outgoing relationships when `edges`.

        A large load may make its stubs as late as at its commit, and ends its staging when asked
        for the relationships of a node that it created.
        """
        ...

    async def apply(self, batch: Batch) -> None:
        """Make the changes. On an error the load is lost: roll back."""
        ...

    async def run(self, text: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        """A statement of the project's own `.cypher` files within the load.

        In a large load it ends the staging of what was applied so far, so run what can wait at
        the end. Aggregates by group are not for here: the embedded engine's transaction cannot
        switch off the optimizer passes that count them wrongly.
        """
        ...

    async def commit(self) -> None:
        """Make it visible; raises `version` of the graph by one."""
        ...

    async def rollback(self) -> None:
        """Leave the graph as it was; does nothing after `commit`."""
        ...


class Graph(Protocol):
    """A graph engine. All methods may raise the exceptions of `graph.errors`."""

    async def read(
        self,
        text: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,  # noqa: ASYNC109  the engine itself stops the query
    ) -> list[Row]:
        """The rows of a read-only query; `timeout` in seconds, else the setting's."""
        ...

    def stream(self, text: str, params: Mapping[str, Any] | None = None) -> AsyncIterator[Row]:
        """The rows of a read-only query, one by one, in memory that does not grow with them."""
        ...

    async def begin(self, *, large: bool = False) -> Load:
        """Open a load. `large`: more than fits one transaction of the engine (some 100,000
        triples on). GraphBusy when another load does not end in time."""
        ...

    async def version(self) -> int:
        """The number of commits so far: changes exactly when an answer may."""
        ...

    async def ensure_schema(self) -> None:
        """Constraints and indexes; also clears what an interrupted load left behind."""
        ...

    async def health(self) -> Health: ...

    async def close(self) -> None: ...
