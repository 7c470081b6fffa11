"""A load of the embedded engine: one kglite transaction, published whole by its commit."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Self

from graph import texts
from graph.errors import GraphError
from graph.port import Batch, EdgeRecord, NodeRecord, Row, Stored
from graph.texts import fill, quoted

log = logging.getLogger(__name__)

# kglite shows these among the properties inside a transaction; the store has none of its own.
STRUCTURAL_KEYS = ("id", "title", "type")

CHUNK = 20_000
"""Rows a statement: enough to make its cost vanish, few enough to keep the parameters small."""


class Transaction(Protocol):
    """The part of kglite's SessionTransaction that a load uses."""

    def cypher(self, query: str, *, params: dict[str, Any], timeout_ms: int) -> Any: ...
    def commit(self) -> None: ...
    def rollback(self) -> None: ...


Call = Callable[[Callable[[], Any]], Awaitable[Any]]


class EmbeddedLoad:
    """A `graph.port.Load`. `call` runs work in a thread, `release` lets the next load begin."""

    def __init__(
        self,
        transaction: Transaction,
        call: Call,
        checkpoint: Callable[[], None],
        release: Callable[[], None],
    ) -> None:
        self._transaction = transaction
        self._call = call
        self._checkpoint = checkpoint
        self._release = release
        self._open = True

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.rollback()

    async def fetch(self, ids: Sequence[str], *, edges: bool = False) -> dict[str, Stored]:
        self._check_open()
        found: dict[str, Stored] = await self._work(lambda: self._fetch(ids, edges))
        return found

    async def apply(self, batch: Batch) -> None:
        self._check_open()
        await self._work(lambda: self._apply(batch))

    async def run(self, text: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        self._check_open()
        rows: list[Row] = await self._work(lambda: self._cypher(text, **dict(params or {})))
        return rows

    async def commit(self) -> None:
        self._check_open()
        try:
            await self._work(self._commit)
        finally:
            self._close()
        try:
            await self._work(self._checkpoint)
        except GraphError as error:
            # The commit is safe in the log; only the next start takes longer.
            log.warning("no checkpoint was written: %s", error)

    async def rollback(self) -> None:
        if self._open:
            try:
                await self._work(self._transaction.rollback)
            finally:
                self._close()

    async def _work(self, work: Callable[[], Any]) -> Any:
        """Run it in a thread, to its end even when cancelled: a thread cannot be stopped, and the
        transaction takes one call at a time."""
        running = asyncio.ensure_future(self._call(work))
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            await asyncio.wait({running})
            raise

    def _check_open(self) -> None:
        if not self._open:
            raise GraphError("the load has ended")

    def _close(self) -> None:
        self._open = False
        self._release()

    def _commit(self) -> None:
        self._cypher(texts.text("bump-version"))
        self._transaction.commit()

    def _cypher(self, text: str, **params: Any) -> list[Row]:
        # 0: no limit; the default would stop a long load after three minutes.
        rows = self._transaction.cypher(text, params=params, timeout_ms=0)
        return [] if rows is None else list(rows)

    def _fetch(self, ids: Sequence[str], edges: bool) -> dict[str, Stored]:
        wanted = list(dict.fromkeys(ids))
        leaving: dict[str, list[EdgeRecord]] = defaultdict(list)
        if edges:
            for row in self._cypher(texts.text("fetch-edges"), ids=wanted):
                properties = {k: v for k, v in row["properties"].items() if k != "type"}
                edge = EdgeRecord(row["id"], row["type"], row["target"], properties)
                leaving[row["id"]].append(edge)
        found = {}
        for row in self._cypher(texts.text("fetch-nodes"), ids=wanted):
            labels = tuple(sorted(label for label in row["labels"] if label != "Entity"))
            properties = {k: v for k, v in row["properties"].items() if k not in STRUCTURAL_KEYS}
            node = NodeRecord(row["id"], labels, properties)
            found[node.id] = Stored(node, tuple(leaving[node.id]))
        return found

    def _apply(self, batch: Batch) -> None:
        self._create(batch.create)
        self._replace(batch.replace)
        self._chunks("remove-edges", [_row(edge) for edge in batch.unlink])
        self._link(batch)
        self._chunks("delete-nodes", batch.delete)

    def _create(self, nodes: Iterable[NodeRecord]) -> None:
        groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for node in nodes:
            groups[node.labels].append({"id": node.id, "properties": node.properties})
        for labels, rows in groups.items():
            self._chunks("create-nodes", rows, labels=texts.labels(labels))

    def _replace(self, nodes: Sequence[NodeRecord]) -> None:
        if not nodes:
            return
        before = self._fetch([node.id for node in nodes], edges=False)
        if missing := [node.id for node in nodes if node.id not in before]:
            raise GraphError(f"no node to replace: {missing[0]} (of {len(missing)})")
        rows = [{"id": n.id, "properties": {**n.properties, "id": n.id}} for n in nodes]
        self._chunks("replace-properties", rows)
        added: dict[tuple[str, ...], list[str]] = defaultdict(list)
        removed: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for node in nodes:
            old, new = set(before[node.id].node.labels), set(node.labels)
            if new - old:
                added[tuple(sorted(new - old))].append(node.id)
            if old - new:
                removed[tuple(sorted(old - new))].append(node.id)
        for labels, ids in added.items():
            self._chunks("add-labels", ids, labels=texts.labels(labels))
        for labels, ids in removed.items():
            self._chunks("remove-labels", ids, labels=texts.labels(labels))

    def _link(self, batch: Batch) -> None:
        present = {node.id for node in batch.create} | {node.id for node in batch.replace}
        ends = {end for edge in batch.link for end in (edge.source, edge.target)} - present
        self._chunks("create-stubs", sorted(ends))
        for type_, rows in _by_type([e for e in batch.link if not e.properties]).items():
            self._chunks("create-edges", rows, type=quoted(type_))
        for type_, rows in _by_type([e for e in batch.link if e.properties]).items():
            self._chunks("create-edges-with-properties", rows, type=quoted(type_))

    def _chunks(self, name: str, items: Sequence[Any], **names: str) -> None:
        """Run a statement over `items`, given as `$ids` when they are strings, else `$rows`."""
        statement = fill(name, **names)
        for start in range(0, len(items), CHUNK):
            chunk = list(items[start : start + CHUNK])
            self._cypher(statement, **{"ids" if isinstance(chunk[0], str) else "rows": chunk})


def _by_type(edges: Iterable[EdgeRecord]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for edge in edges:
        groups[edge.type].append(_row(edge))
    return groups


def _row(edge: EdgeRecord) -> Row:
    return {
        "source": edge.source,
        "type": edge.type,
        "target": edge.target,
        "properties": edge.properties,
    }
