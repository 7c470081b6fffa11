"""The Neo4j engine: the official async driver, a server or a cluster of one's own."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, TypeVar

from neo4j import READ_ACCESS, AsyncGraphDatabase, AsyncSession, Query

from graph import texts
from graph.errors import GraphError, QueryTimeout
from graph.neo4j_errors import errors, transient
from graph.neo4j_load import Neo4jLoad, begin_locked, clear_leftovers
from graph.neo4j_query import packed, with_one_parameter
from graph.neo4j_rows import row_of, rows_of
from graph.port import Health, Row
from graph.settings import GraphSettings

T = TypeVar("T")

GRACE = 5.0
"""Seconds that a server has to stop a query by itself before its connection is closed."""


class Neo4jGraph:
    """A `graph.port.Graph` on a Neo4j of version 5.26 or newer."""

    def __init__(self, settings: GraphSettings) -> None:
        self._settings = settings
        password = settings.password.get_secret_value()
        with errors(settings.address):
            self._driver = AsyncGraphDatabase.driver(
                settings.uri,
                auth=(settings.user, password) if password else None,
                max_connection_pool_size=settings.pool_size,
                connection_timeout=settings.connect_timeout,
                connection_acquisition_timeout=settings.query_timeout + settings.connect_timeout,
                notifications_min_severity="OFF",
                user_agent="sahelgraph",
            )
        # What a load wrote is seen by the reads after it, on whichever server they run.
        self._bookmarks = AsyncGraphDatabase.bookmark_manager()

    async def read(
        self,
        text: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,  # noqa: ASYNC109  the engine itself stops the query
    ) -> list[Row]:
        limit = self._settings.query_timeout if timeout is None else timeout
        # Without LIMIT on the fetch: one round trip; queries of the catalogue bound their rows.
        text, given = with_one_parameter(text, params)
        sent, columns = packed(text)
        query = Query(sent, timeout=limit)

        async def work() -> list[Row]:
            async with self._session(default_access_mode=READ_ACCESS, fetch_size=-1) as session:
                result = await session.run(query, given)
                return await rows_of(result, columns)

        try:
            async with asyncio.timeout(limit + self._settings.retry_time + GRACE):
                return await self._retried(work)
        except TimeoutError:
            raise QueryTimeout("The query ran past its time limit and was stopped.") from None

    async def stream(
        self, text: str, params: Mapping[str, Any] | None = None
    ) -> AsyncIterator[Row]:
        text, given = with_one_parameter(text, params)
        query = Query(text, timeout=self._settings.stream_timeout)
        fetch = self._settings.fetch_size
        async with self._session(default_access_mode=READ_ACCESS, fetch_size=fetch) as session:
            # Tried again only until rows flow: a second run might give them in another order.
            result = await self._retried(lambda: session.run(query, given))
            records = aiter(result)
            while True:
                # The consumer runs outside: its own errors are not the engine's.
                with errors(self._settings.address):
                    record = await anext(records, None)
                if record is None:
                    return
                yield row_of(record)

    async def begin(self, *, large: bool = False) -> Neo4jLoad:
        address, patience = self._settings.address, self._settings.lock_timeout
        session = self._session()
        try:
            transaction = await self._retried(lambda: begin_locked(session, address, patience))
            load = Neo4jLoad(address, session, transaction, self._session)
            if large:
                await load.stage()
        except BaseException:
            await session.close()
            raise
        return load

    async def version(self) -> int:
        rows = await self.read(texts.text("version"))
        return int(rows[0]["version"]) if rows else 0

    async def ensure_schema(self) -> None:
        """Constraints and indexes; clears the staged nodes of a load that was killed."""
        shown = await self.read("SHOW CONSTRAINTS YIELD name RETURN collect(name) AS names")
        shown += await self.read("SHOW INDEXES YIELD name RETURN collect(name) AS names")
        present = {name for row in shown for name in row["names"]}
        for statement in texts.statements("schema"):
            # Asked first, as creating waits for the locks of a running load even where it would
            # have nothing to do.
            name = re.search(r"(?:CONSTRAINT|INDEX) (\w+)", statement)
            if name is None or name.group(1) not in present:
                await self._write(statement)
        await self._write("CALL db.awaitIndexes(300)")
        with errors(self._settings.address):
            await clear_leftovers(self._session, self._settings.address)

    async def health(self) -> Health:
        try:
            async with asyncio.timeout(self._settings.connect_timeout + GRACE):
                with errors(self._settings.address):
                    info = await self._driver.get_server_info()
        except (GraphError, TimeoutError) as error:
            detail = str(error) or f"Neo4j at {self._settings.address} does not answer."
            return Health(False, "neo4j", "", detail)
        return Health(True, "neo4j", str(info.agent).removeprefix("Neo4j/"), self._settings.address)

    async def close(self) -> None:
        await self._driver.close()

    def _session(self, **options: Any) -> AsyncSession:
        return self._driver.session(
            database=self._settings.database, bookmark_manager=self._bookmarks, **options
        )

    async def _write(self, text: str) -> None:
        async def work() -> None:
            async with self._session() as session:
                await (await session.run(text)).consume()

        await self._retried(work)

    async def _retried(self, work: Callable[[], Awaitable[T]]) -> T:
        """`work`, again while its failure is transient and `retry_time` is not over.

        Our own loop around auto-commit queries: the driver's managed transactions cost 15 to 45 %
        more (two round trips).
        """
        deadline = time.monotonic() + self._settings.retry_time
        pause = 0.1
        with errors(self._settings.address):
            while True:
                try:
                    return await work()
                except Exception as error:
                    if not transient(error) or time.monotonic() + pause > deadline:
                        raise
                await asyncio.sleep(pause * random.uniform(0.8, 1.2))  # noqa: S311
                pause *= 2
