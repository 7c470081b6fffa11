"""A load on Neo4j: one transaction from the lock to the commit, with staging before it when large.

The transaction holds the lock of `lock.cypher` throughout. All changes of visible nodes are made
in it; what a large load creates is staged beside it (`graph.neo4j_stage`) and revealed in it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Any, Self

from neo4j import AsyncSession, AsyncTransaction

from graph.errors import GraphBusy, GraphError
from graph.neo4j_errors import errors
from graph.neo4j_rows import rows_of
from graph.neo4j_stage import Stage
from graph.neo4j_writers import chunks
from graph.port import Batch, EdgeRecord, NodeRecord, Row, Stored
from graph.texts import text

NewSession = Callable[[], AsyncSession]

CHUNK = 10_000
"""Rows a statement."""


async def begin_locked(session: AsyncSession, address: str, patience: float) -> AsyncTransaction:
    """A transaction that holds the lock of loads; GraphBusy after `patience` seconds."""
    try:
        # A cancelled call closes its connection, so the server forgets the wait, too.
        async with asyncio.timeout(patience):
            # 0: no time limit, whatever the server's default.
            transaction = await session.begin_transaction(timeout=0)
            await (await transaction.run(text("lock"))).consume()
            return transaction
    except TimeoutError:
        raise GraphBusy(
            f"Another load is running on {address} and did not end within {patience:g} s; "
            "try again later."
        ) from None


async def clear_leftovers(new_session: NewSession, address: str) -> None:
    """Remove the staged nodes of loads that are no more; none while a load runs."""
    async with new_session() as session:
        found = await (await session.run(text("staged-count"))).single(strict=True)
        if found["nodes"]:
            # Busy: they belong to a load that runs, or that load has cleared them at its start.
            with contextlib.suppress(GraphBusy):
                transaction = await begin_locked(session, address, patience=5.0)
                await _clear(new_session)
                await transaction.rollback()


async def _clear(new_session: NewSession) -> None:
    for name in ("staged-clear", "staged-index-drop"):
        async with new_session() as session:
            await (await session.run(text(name))).consume()


class Neo4jLoad:
    """A `graph.port.Load`; `new_session` opens further sessions for staging."""

    def __init__(
        self,
        address: str,
        session: AsyncSession,
        transaction: AsyncTransaction,
        new_session: NewSession,
    ) -> None:
        self._address = address
        self._session = session
        self._transaction = transaction
        self._new_session = new_session
        self._stage: Stage | None = None
        self._staged = False
        self._stubs: set[str] = set()
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

    async def stage(self) -> None:
        """Make this a large load: clear what a killed one left, then stage what is created."""
        with errors(self._address):
            if (await self._cypher("staged-count"))[0]["nodes"]:
                await _clear(self._new_session)
            self._stage = await Stage.open(self._new_session, self._statement)

    async def fetch(self, ids: Sequence[str], *, edges: bool = False) -> dict[str, Stored]:
        self._check_open()
        wanted = list(dict.fromkeys(ids))
        with errors(self._address):
            staged: dict[str, NodeRecord] = {}
            if self._stage is not None:
                staged = await self._stage.fetch(wanted)
                if staged and edges:
                    await self._settle()
                    staged = {}
                else:
                    wanted = self._stage.maybe_visible(wanted)
            found = await self._fetch(wanted, edges)
        return found | {id_: Stored(node) for id_, node in staged.items()}

    async def apply(self, batch: Batch) -> None:
        self._check_open()
        with errors(self._address):
            if self._stage is not None:
                remaining = await self._stage.apply(batch)
                if remaining is None:
                    await self._settle()
                batch = remaining or batch
            await self._apply(self._with_late_stubs(batch))

    async def run(self, text: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        self._check_open()
        with errors(self._address):
            if self._stage is not None and self._stage.used:
                await self._settle()
            return await self._statement(text, dict(params or {}))

    async def commit(self) -> None:
        self._check_open()
        with errors(self._address):
            await self._settle()
            await self._transaction.commit()
            self._open = False
            await self._session.close()
            if self._staged:
                await _drop_index(self._new_session)

    async def rollback(self) -> None:
        if not self._open:
            return
        self._open = False
        if self._stage is not None:
            self._staged = self._staged or self._stage.used
            await self._stage.close()
        # The connection may be gone, and the transaction with it: that is a rollback, too.
        with contextlib.suppress(GraphError), errors(self._address):
            await self._transaction.close()
            await self._session.close()
            if self._staged:
                await clear_leftovers(self._new_session, self._address)

    def _check_open(self) -> None:
        if not self._open:
            raise GraphError("the load has ended")

    async def _settle(self) -> None:
        """Bring all that is staged into the transaction; from now on it does everything."""
        if self._stage is not None:
            stage, self._staged = self._stage, self._staged or self._stage.used
            await stage.settle()
            self._stubs = stage.stubs
            self._stage = None

    def _with_late_stubs(self, batch: Batch) -> Batch:
        """`batch`, replacing where it creates what settling has made a stub after its `fetch`."""
        if self._stubs.isdisjoint(node.id for node in batch.create):
            return batch
        late = [node for node in batch.create if node.id in self._stubs]
        create = [node for node in batch.create if node.id not in self._stubs]
        return replace(batch, create=create, replace=[*late, *batch.replace])

    async def _cypher(self, name: str, /, **params: Any) -> list[Row]:
        return await self._statement(text(name), params)

    async def _statement(self, statement: str, params: dict[str, Any]) -> list[Row]:
        result = await self._transaction.run(statement, params)
        return await rows_of(result)

    async def _fetch(self, ids: Sequence[str], edges: bool) -> dict[str, Stored]:
        leaving: dict[str, list[EdgeRecord]] = defaultdict(list)
        found: dict[str, Stored] = {}
        for chunk in chunks(ids, CHUNK):
            if edges:
                rows = await self._cypher("neo4j-fetch-edges", ids=chunk)
                for source, type_, target, properties in rows[0]["edges"]:
                    leaving[source].append(EdgeRecord(source, type_, target, properties))
            rows = await self._cypher("neo4j-fetch-nodes", ids=chunk)
            for id_, labels, properties in rows[0]["nodes"]:
                properties.pop("id")
                node = NodeRecord(id_, tuple(sorted(set(labels) - {"Entity"})), properties)
                found[id_] = Stored(node, tuple(leaving[id_]))
        return found

    async def _apply(self, batch: Batch) -> None:
        for nodes in chunks(batch.create, CHUNK):
            await self._cypher("neo4j-create-nodes", rows=[_node_row(node) for node in nodes])
        for nodes in chunks(batch.replace, CHUNK):
            rows = await self._cypher("neo4j-replace-nodes", rows=[_node_row(n) for n in nodes])
            if rows[0]["replaced"] != len({node.id for node in nodes}):
                raise GraphError(f"no node to replace: one of {len(nodes)} does not exist")
        for edges in chunks(batch.unlink, CHUNK):
            await self._cypher("neo4j-remove-edges", rows=[_edge_row(edge) for edge in edges])
        present = {node.id for node in batch.create} | {node.id for node in batch.replace}
        ends = {end for edge in batch.link for end in (edge.source, edge.target)} - present
        for ids in chunks(sorted(ends), CHUNK):
            await self._cypher("create-stubs", ids=ids)
        for edges in chunks([edge for edge in batch.link if not edge.properties], CHUNK):
            await self._cypher("neo4j-create-edges", **_columns(edges))
        for edges in chunks([edge for edge in batch.link if edge.properties], CHUNK):
            properties = [dict(edge.properties) for edge in edges]
            columns = _columns(edges)
            await self._cypher(
                "neo4j-create-edges-with-properties", **columns, properties=properties
            )
        for ids in chunks(batch.delete, CHUNK):
            await self._cypher("neo4j-delete-nodes", ids=ids)


async def _drop_index(new_session: NewSession) -> None:
    """Best effort: an index that stays costs the next large load some time, no more."""
    with contextlib.suppress(Exception):
        async with new_session() as session:
            await (await session.run(text("staged-index-drop"))).consume()


def _node_row(node: NodeRecord) -> Row:
    return {"labels": list(node.labels), "properties": {**node.properties, "id": node.id}}


def _edge_row(edge: EdgeRecord) -> Row:
    return {
        "source": edge.source,
        "type": edge.type,
        "target": edge.target,
        "properties": dict(edge.properties),
    }


def _columns(edges: Sequence[EdgeRecord]) -> dict[str, list[str]]:
    return {
        "sources": [edge.source for edge in edges],
        "types": [edge.type for edge in edges],
        "targets": [edge.target for edge in edges],
    }
