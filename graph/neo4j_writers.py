"""What staging writes through: two sessions at work at once, and a file for what must wait."""

from __future__ import annotations

import asyncio
import pickle
import tempfile
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any, Self, TypeVar

from neo4j import AsyncSession

from graph.neo4j_errors import rolled_back
from graph.neo4j_rows import rows_of
from graph.port import Row

T = TypeVar("T")

SESSIONS = 2
"""Transactions at a time; a third gained nothing on two cores."""
TRIES = 6


def chunks(items: Sequence[T], size: int) -> Iterator[list[T]]:
    for start in range(0, len(items), size):
        yield list(items[start : start + size])


class Writers:
    """Runs statements, each in a transaction of its own, `SESSIONS` of them at a time."""

    def __init__(self, new_session: Callable[[], AsyncSession]) -> None:
        self._new_session = new_session
        self._slots = asyncio.Semaphore(SESSIONS)
        self._running: set[asyncio.Task[list[Row]]] = set()
        self._failed: BaseException | None = None

    async def submit(self, statement: str, params: dict[str, Any]) -> asyncio.Task[list[Row]]:
        """Start it when there is room, so that the caller prepares the next one meanwhile.

        Raises what an earlier one failed with, unless somebody awaited that one.
        """
        await self._slots.acquire()
        if self._failed is not None:
            self._slots.release()
            raise self._failed
        task = asyncio.create_task(self._run(statement, params))
        self._running.add(task)
        task.add_done_callback(self._done)
        return task

    async def drain(self) -> None:
        """Wait until all are done."""
        if self._running:
            await asyncio.gather(*self._running, return_exceptions=True)
        if self._failed is not None:
            raise self._failed

    async def cancel(self) -> None:
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _done(self, task: asyncio.Task[list[Row]]) -> None:
        self._running.discard(task)
        self._slots.release()
        if not task.cancelled() and task.exception() is not None:
            self._failed = task.exception()

    async def _run(self, statement: str, params: dict[str, Any]) -> list[Row]:
        pause = 0.05
        for attempt in range(TRIES):
            try:
                async with self._new_session() as session:
                    result = await session.run(statement, params)
                    return await rows_of(result)
            except Exception as error:
                # Only what the server surely undid (a deadlock of two sessions) is done again.
                if attempt == TRIES - 1 or not rolled_back(error):
                    raise
            await asyncio.sleep(pause)
            pause *= 2
        raise AssertionError("unreachable")


class Spool:
    """Tuples written to a temporary file and read back in parts, in memory that does not grow."""

    PART = 20_000

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed by close()
        self._part: list[Any] = []
        self._written = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return self._written + len(self._part)

    def add(self, items: Sequence[Any]) -> None:
        self._part.extend(items)
        if len(self._part) >= self.PART:
            self._flush()

    def parts(self) -> Iterator[list[Any]]:
        """All that was added, in order, for the one who adds no more."""
        self._flush()
        self._file.seek(0)
        while True:
            try:
                yield pickle.load(self._file)  # noqa: S301  our own file, without a name
            except EOFError:
                return

    def close(self) -> None:
        self._file.close()

    def _flush(self) -> None:
        if self._part:
            pickle.dump(self._part, self._file, pickle.HIGHEST_PROTOCOL)
            self._written += len(self._part)
            self._part = []
