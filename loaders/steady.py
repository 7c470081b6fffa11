"""A load that can be cancelled only between two calls of the engine, never inside one.

An engine may work in a thread that nobody can stop; to roll back under it would pull the
transaction from its hands.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from graph.port import Batch, Graph, Load, Row, Stored

T = TypeVar("T")


class SteadyLoad:
    """The calls of a `graph.port.Load` that the loaders make."""

    def __init__(self, load: Load) -> None:
        self._load = load

    async def fetch(self, ids: Sequence[str], *, edges: bool = False) -> dict[str, Stored]:
        return await _to_its_end(self._load.fetch(ids, edges=edges))

    async def apply(self, batch: Batch) -> None:
        await _to_its_end(self._load.apply(batch))

    async def run(self, text: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        return await _to_its_end(self._load.run(text, params))

    async def commit(self) -> None:
        await _to_its_end(self._load.commit())


@asynccontextmanager
async def opened(graph: Graph, *, large: bool = False) -> AsyncIterator[SteadyLoad]:
    """A load, rolled back at the end unless committed."""
    async with await graph.begin(large=large) as load:
        yield SteadyLoad(load)


async def _to_its_end(work: Coroutine[Any, Any, T]) -> T:
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as signal:
            cancelled = signal
    if cancelled is not None:
        if not task.cancelled():
            task.exception()
        raise cancelled
    return task.result()
