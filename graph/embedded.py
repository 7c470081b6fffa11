"""The embedded engine: kglite in this process, a folder as its store.

Calls block, so each runs in a thread (kglite lets go of the GIL). Readers see the last committed
state and never wait for a load.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import os
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import kglite

from graph import texts
from graph.embedded_load import EmbeddedLoad
from graph.errors import (
    GraphBusy,
    GraphError,
    GraphReadOnly,
    GraphUnavailable,
    QueryFailed,
    QueryTimeout,
)
from graph.port import Health, Row
from graph.settings import GraphSettings

T = TypeVar("T")

log = logging.getLogger(__name__)

FILE = "graph.kgl"
LOG = "graph.kgl-wal"

# These optimizer passes of kglite 0.21.2 count wrongly; without them 52,000 random queries agreed
# with a brute-force reference.
DISABLED_PASSES = [
    "fuse_match_return_aggregate",
    "fuse_optional_match_aggregate",
    "push_distinct_into_match",
]

CHECKPOINT_BYTES = 16 * 1024 * 1024
"""A longer log is folded into the file after a commit: replaying it would slow the next start."""

# It warns on stderr of every label and key that is not stored yet: normal for an empty graph.
kglite.set_query_warning_policy("silent")


class EmbeddedGraph:
    """A `graph.port.Graph` in a folder; one process at a time owns the folder."""

    def __init__(self, settings: GraphSettings) -> None:
        self._settings = settings
        self._folder = settings.folder
        self._writing = asyncio.Lock()
        self._closed = False
        with errors(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            # Our own checkpoints (see `_checkpoint`) instead of its background ones: they end
            # before the commit is reported, and fail where it can be logged.
            self._session = kglite.open_session(
                str(self._folder / FILE), durable="full", auto_checkpoint_wal_mib=0
            )
        self._threads = ThreadPoolExecutor(
            max(2, settings.pool_size // 6), thread_name_prefix="sahelgraph-embedded"
        )

    async def read(
        self,
        text: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,  # noqa: ASYNC109  the engine itself stops the query
    ) -> list[Row]:
        limit = self._settings.query_timeout if timeout is None else timeout
        return await self._call(lambda: list(self._query(text, params, limit)))

    async def stream(
        self, text: str, params: Mapping[str, Any] | None = None
    ) -> AsyncIterator[Row]:
        # The result stays in kglite, about 40 bytes a value; rows become Python objects a chunk
        # at a time.
        limit = self._settings.stream_timeout
        rows = iter(await self._call(lambda: self._query(text, params, limit)))
        size = self._settings.fetch_size
        while chunk := await self._call(lambda: list(islice(rows, size))):
            for row in chunk:
                yield row

    def _query(self, text: str, params: Mapping[str, Any] | None, timeout: float) -> Any:
        cursor = self._session.cursor()
        cursor.read_only(True)
        return cursor.cypher(
            text,
            params=dict(params or {}),
            timeout_ms=max(1, round(timeout * 1000)),
            disabled_passes=DISABLED_PASSES,
            hide_structural_keys=True,
        )

    async def begin(self, *, large: bool = False) -> EmbeddedLoad:
        """One transaction for any size: a million triples take 730 MB and 3 s to commit."""
        await self._lock()
        try:
            transaction = await self._call(self._session.begin)
        except BaseException:
            self._writing.release()
            raise
        return EmbeddedLoad(transaction, self._call, self._checkpoint, self._writing.release)

    async def version(self) -> int:
        rows = await self.read(texts.text("version"))
        return int(rows[0]["version"]) if rows else 0

    async def ensure_schema(self) -> None:
        """Constraints and indexes. An interrupted load leaves nothing behind here."""
        await self._lock()
        try:
            for statement in texts.statements("schema"):
                await self._call(lambda text=statement: self._session.execute(text))  # type: ignore[misc]
        finally:
            self._writing.release()

    async def health(self) -> Health:
        try:
            await self.read("RETURN 1 AS one", timeout=5)
        except GraphError as error:
            return Health(False, "embedded", kglite.__version__, str(error))
        return Health(True, "embedded", kglite.__version__, str(self._folder))

    async def close(self) -> None:
        """Write a checkpoint where something changed, and give the folder free; once is enough."""
        if self._closed:
            return
        self._closed = True
        try:
            await self._call(self._session.close)
        except GraphReadOnly as error:
            log.warning("closed without a checkpoint, the next start replays the log: %s", error)
        finally:
            self._threads.shutdown(wait=True)

    async def _lock(self) -> None:
        try:
            async with asyncio.timeout(self._settings.lock_timeout):
                await self._writing.acquire()
        except TimeoutError:
            raise GraphBusy(
                f"Another load is running on {self._folder} and did not end within "
                f"{self._settings.lock_timeout:g} s; try again later."
            ) from None

    async def _call(self, work: Callable[[], T]) -> T:
        def guarded() -> T:
            with errors(self._folder):
                return work()

        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, guarded)
        except RuntimeError as error:
            if self._session.closed:
                raise GraphUnavailable(f"The graph in {self._folder} is closed.") from error
            raise

    def _checkpoint(self) -> None:
        try:
            long = (self._folder / LOG).stat().st_size > CHECKPOINT_BYTES
        except OSError:
            return
        if long:
            self._session.save()


@contextmanager
def errors(folder: Path) -> Iterator[None]:
    """kglite's exceptions as those of `graph.errors`."""
    try:
        yield
    except kglite.CypherTimeoutError:
        raise QueryTimeout("The query ran past its time limit and was stopped.") from None
    except kglite.WriterLeaseHeldError as error:
        pid = error.holder.get("pid")
        raise GraphBusy(
            f"The folder {folder} is in use by another process"
            f"{f' (pid {pid})' if pid else ''}. Stop that one, or use another folder "
            "(SAHELGRAPH_GRAPH=embedded:FOLDER). A service that runs on it answers at its address."
        ) from error
    except (kglite.FileIoError, OSError) as error:
        raise _cannot_write(folder, error) from error
    except kglite.FileFormatError as error:
        raise GraphError(
            f"The graph in {folder} cannot be read ({error}). Restore it from a backup, or move "
            "the folder away and load again."
        ) from error
    except kglite.ReadOnlyError as error:
        raise QueryFailed("A query for reading tried to write.") from error
    except (kglite.KgError, OverflowError) as error:
        raise QueryFailed(str(error)) from error


def _cannot_write(folder: Path, error: Exception) -> GraphError:
    number = getattr(error, "errno", None)
    for code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM):
        if number == code or f"(os error {code})" in str(error):
            reason = os.strerror(code)
            break
    else:
        reason = str(error)
    return GraphReadOnly(
        f"The graph's folder {folder} cannot be written: {reason}. Free space or allow writing "
        "there, or use another folder (SAHELGRAPH_GRAPH=embedded:FOLDER)."
    )
