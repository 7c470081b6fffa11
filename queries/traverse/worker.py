"""A process of its own for what would hold up all other answers: it is measured there.

networkx keeps the interpreter for itself while it counts, whatever thread it runs in. A pool of
`concurrent.futures` cannot stop a task that has begun, so here is one process at the other end of
two pipes: started with the first task, killed when a task takes longer than it may, started again
with the next, gone when the service is. Its questions and answers are pickled; both ends are ours.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, BinaryIO, TypeVar

from graph.errors import QueryTimeout
from queries.errors import BusyError

WAITING = 8
"""Tasks that may wait or run; one more is refused."""
_SIZE = 8  # bytes before each message that tell its length
_NICE = 10
T = TypeVar("T")


@dataclass(slots=True)
class Worker:
    """Runs functions of importable modules one after the other, each for at most `seconds`."""

    seconds: float = 30.0
    waiting: int = WAITING
    _process: Process | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _asked: int = 0

    async def run(self, function: Callable[..., T], *arguments: Any) -> T:
        """What the function returns.

        Raises `BusyError` when too many wait, `QueryTimeout` when it took too long and was
        stopped, RuntimeError when it failed or the process died twice.
        """
        if self._asked >= self.waiting:
            raise BusyError(self.waiting)
        self._asked += 1
        # Whoever gives up leaves the task to its end, or the pipes would hold half a message.
        task = asyncio.create_task(self._in_turn(function, arguments))
        task.add_done_callback(self._done)
        done, result = await asyncio.shield(task)
        if not done:
            raise RuntimeError(f"{function.__name__} failed in its process:\n{result}")
        found: T = result
        return found

    async def close(self) -> None:
        """End the process; it can be started again."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._asked -= 1
        if not task.cancelled():
            task.exception()  # seen, though whoever asked may be gone

    async def _in_turn(self, function: Callable[..., T], arguments: tuple[Any, ...]) -> Any:
        message = await asyncio.to_thread(pickle.dumps, (function, arguments))
        async with self._turn:
            try:
                async with asyncio.timeout(self.seconds):
                    answer = await self._ask(message)
            except TimeoutError:
                await self.close()
                raise QueryTimeout(f"stopped after {self.seconds:g} seconds") from None
        return await asyncio.to_thread(pickle.loads, answer)

    async def _ask(self, message: bytes) -> bytes:
        for attempt in (1, 2):
            process = await self._started()
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                process.stdin.write(len(message).to_bytes(_SIZE, "big") + message)
                await process.stdin.drain()
                size = int.from_bytes(await process.stdout.readexactly(_SIZE), "big")
                return await process.stdout.readexactly(size)
            except (ConnectionError, asyncio.IncompleteReadError) as error:
                # It was killed, now or since the last task: once more with a new one.
                await self.close()
                if attempt == 2:
                    raise RuntimeError("the measuring process died twice") from error
        raise AssertionError

    async def _started(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", __name__, stdin=PIPE, stdout=PIPE, start_new_session=True
            )
        return self._process


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer each message of `source` on `sink`, until it ends, as it does with the service."""
    while head := source.read(_SIZE):
        message = source.read(int.from_bytes(head, "big"))
        try:
            function, arguments = pickle.loads(message)  # noqa: S301  from the service alone
            answer = pickle.dumps((True, function(*arguments)))
        except Exception as error:
            answer = pickle.dumps((False, f"{type(error).__name__}: {error}"))
        sink.write(len(answer).to_bytes(_SIZE, "big") + answer)
        sink.flush()


if __name__ == "__main__":
    if hasattr(os, "nice"):  # whoever only asks goes first
        os.nice(_NICE)
    out, sys.stdout = sys.stdout, sys.stderr  # what anyone prints is no answer
    serve(sys.stdin.buffer, out.buffer)
