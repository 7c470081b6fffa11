"""The port: what the rest of the project may ask of a graph engine, and nothing more.

Two engines stand behind it, `graph.neo4j` and `graph.embedded`; `graph.open_graph` chooses by
setting. Rows are plain values: scalars, lists and maps, never an engine's own node or path types.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

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

    `create`: nodes whose ids do not exist yet. `replace`: existing nodes; their labels and
    properties become exactly those given, their relationships stay. `link`: relationships to
    create; both ends exist or are in `create` (ids in `stubs` are created bare where missing).
    `unlink`: relationships to remove, matched by ends, type and *all* given properties.
    `delete`: nodes to remove with all their relationships.
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
    the end. Reads through `fetch` and `run` see the load's own changes.
    """

    async def fetch(self, ids: Sequence[str], *, edges: bool = False) -> dict[str, Stored]:
        """Those of `ids` that exist, with their outgoing relationships when `edges`."""
        ...

    async def apply(self, batch: Batch) -> None: ...

    async def run(self, text: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        """A statement of the project's own `.cypher` files within the load."""
        ...

    async def commit(self) -> None: ...

    async def rollback(self) -> None: ...


class Graph(Protocol):
    """A graph engine. All methods may raise the exceptions of `graph.errors`."""

    async def read(
        self, text: str, params: Mapping[str, Any] | None = None, *, timeout: float | None = None
    ) -> list[Row]:
        """The rows of a read-only query; `timeout` in seconds, else the setting's."""
        ...

    def stream(
        self, text: str, params: Mapping[str, Any] | None = None
    ) -> AsyncIterator[Row]:
        """The rows of a read-only query, one by one, in memory that does not grow with them."""
        ...

    async def begin(self, *, large: bool = False) -> Load:
        """Open a load. `large`: more than fits one transaction of the engine."""
        ...

    async def ensure_schema(self) -> None:
        """Constraints and indexes; also clears what an interrupted load left behind."""
        ...

    async def health(self) -> Health: ...

    async def close(self) -> None: ...
