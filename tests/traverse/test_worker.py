"""Measuring beside the service: stopped at its limit, refused when too many wait, never fatal."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator

import pytest

from graph.errors import QueryTimeout
from queries.errors import BusyError
from queries.filters import Filters, bind
from queries.reader import Reader
from queries.traverse.cut import section
from queries.traverse.structure import measure, structure
from queries.traverse.worker import Worker


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    found = Worker(seconds=20)
    yield found
    await found.close()


async def process_of(worker: Worker) -> int:
    return await worker.run(os.getpid)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_figures_are_the_same_as_in_this_process(worker: Worker, reader: Reader) -> None:
    part = await section(reader, [], 0, await bind(reader, Filters()))
    assert await worker.run(measure, part) == measure(part)
    assert await structure(reader, worker=worker) == await structure(reader)


async def test_one_process_is_kept_and_ends_with_the_service(worker: Worker) -> None:
    first = await process_of(worker)
    assert first != os.getpid()
    assert await process_of(worker) == first
    await worker.close()
    assert not alive(first)


async def test_a_task_that_takes_too_long_is_stopped(worker: Worker) -> None:
    pid = await process_of(worker)
    worker.seconds = 0.3
    began = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"0\.3 seconds"):
        await worker.run(time.sleep, 60)
    assert time.monotonic() - began < 5
    assert not alive(pid)
    worker.seconds = 20
    assert await process_of(worker) != pid


async def test_a_killed_process_is_replaced(worker: Worker) -> None:
    idle = await process_of(worker)
    os.kill(idle, signal.SIGKILL)
    assert await process_of(worker) != idle
    busy = asyncio.create_task(worker.run(time.sleep, 1))
    await asyncio.sleep(0.3)
    assert worker._process is not None
    worker._process.kill()
    assert await busy is None  # it was done by another


async def test_a_task_that_kills_its_process_fails_and_the_next_does_not(worker: Worker) -> None:
    with pytest.raises(RuntimeError, match="died twice"):
        await worker.run(os._exit, 1)
    with pytest.raises(RuntimeError, match="FileNotFoundError"):
        await worker.run(os.listdir, "/no/such/folder")
    assert await process_of(worker)


async def test_only_some_may_wait(worker: Worker) -> None:
    worker.waiting = 3
    tasks = [asyncio.create_task(worker.run(time.sleep, 0.2)) for _ in range(3)]
    await asyncio.sleep(0)
    with pytest.raises(BusyError):
        await worker.run(time.sleep, 0)
    assert await asyncio.gather(*tasks) == [None] * 3
    assert await worker.run(abs, -1) == 1


async def test_who_gives_up_does_not_mix_up_the_answers(worker: Worker) -> None:
    await process_of(worker)
    task = asyncio.create_task(worker.run(time.sleep, 0.3))
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await worker.run(abs, -7) == 7


async def test_others_are_answered_while_it_works(worker: Worker) -> None:
    await process_of(worker)
    task = asyncio.create_task(worker.run(sum, range(50_000_000)))
    ticks = 0
    while not task.done():
        began = time.monotonic()
        await asyncio.sleep(0.01)
        assert time.monotonic() - began < 0.5
        ticks += 1
    assert await task == sum(range(50_000_000))
    assert ticks > 5
