"""One answer for all who ask at once, and never one older than the question."""

from __future__ import annotations

import asyncio

import pytest

from queries.shared import Shared


class Slow:
    """Gives the number of the calls begun before it, each when the gate is opened."""

    def __init__(self) -> None:
        self.begun = 0
        self.gate = asyncio.Event()

    async def __call__(self) -> int:
        self.begun += 1
        mine = self.begun
        await self.gate.wait()
        return mine


async def _settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_those_who_come_together_ask_once() -> None:
    slow = Slow()
    shared = Shared(slow)
    asked = [asyncio.create_task(shared()) for _ in range(10)]
    await _settle()
    slow.gate.set()
    assert await asyncio.gather(*asked) == [1] * 10
    assert slow.begun == 1


async def test_who_comes_later_gets_an_answer_asked_for_after_that() -> None:
    slow = Slow()
    shared = Shared(slow)
    first = asyncio.create_task(shared())
    await _settle()
    later = [asyncio.create_task(shared()) for _ in range(10)]
    await _settle()
    slow.gate.set()
    assert await first == 1
    assert await asyncio.gather(*later) == [2] * 10
    assert await shared() == 3


async def test_an_error_reaches_all_who_share_it_and_nobody_after() -> None:
    failing = True

    async def ask() -> int:
        await asyncio.sleep(0)
        if failing:
            raise OSError("away")
        return 7

    shared = Shared(ask)
    found = await asyncio.gather(*(shared() for _ in range(5)), return_exceptions=True)
    assert [type(one) for one in found] == [OSError] * 5
    failing = False
    assert await shared() == 7


async def test_who_gives_up_does_not_take_the_answer_from_the_others() -> None:
    slow = Slow()
    shared = Shared(slow)
    leaving, staying = asyncio.create_task(shared()), asyncio.create_task(shared())
    await _settle()
    leaving.cancel()
    slow.gate.set()
    assert await staying == 1
    with pytest.raises(asyncio.CancelledError):
        await leaving
