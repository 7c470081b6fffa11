"""kill -9 or Ctrl-C in the middle of a load: nothing half loaded, and loading again is enough."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from graph import Graph, open_graph
from loaders.sync import load
from tests.loaders.helpers import VOCABULARY, dump, out, wipe, write


def many(step: int) -> str:
    return "".join(
        f"ex:s{n} a sg:Statement ; sg:subject ex:s{n} ; sg:predicate sg:supports ;"
        f" sg:object ex:s{n + step} ; ex:p {n % 7} .\n"
        for n in range(150)
    )


class Interrupted:
    """The graph, given out of hand while another process loads into it."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._settings: Any = graph._settings  # type: ignore[attr-defined]

    async def load(self, path: Path, name: str, applies: int) -> int:
        """The exit code of the process that was struck."""
        await self.graph.close()
        words = ["-m", "tests.loaders.interrupted", self._settings.uri, str(path), name]
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, *words, str(applies)),
            cwd=Path(__file__).parents[2],
            stderr=asyncio.subprocess.PIPE,
        )
        async with asyncio.timeout(60):
            _, said = await child.communicate()
        self.graph = open_graph(self._settings)
        await self.graph.ensure_schema()
        code = child.returncode
        assert code is not None
        assert code != 1 or b"KeyboardInterrupt" in said, said.decode()
        return code


@pytest.mark.parametrize("applies", [1, 3, 0])
async def test_killed_and_loaded_again_equals_a_clean_load(
    graph: Graph, tmp_path: Path, applies: int
) -> None:
    path = write(tmp_path / "d.ttl", many(1))
    other = write(tmp_path / "other.ttl", "ex:s1 ex:p 99 . ex:other sg:object ex:s2 .")
    (tmp_path / "changed").mkdir()
    changed = write(tmp_path / "changed" / "d.ttl", many(2))

    for one in (other, path, changed):
        assert (await load(graph, [one], vocabulary=VOCABULARY)).adds_up
    clean = await dump(graph)
    await wipe(graph)

    struck = Interrupted(graph)
    try:
        await load(struck.graph, [other], vocabulary=VOCABULARY)
        for file in (path, changed):
            before = await out(struck.graph)
            assert await struck.load(file, "SIGKILL", applies) == -signal.SIGKILL
            if applies:
                assert await out(struck.graph) == before
            ledger = await load(struck.graph, [file], vocabulary=VOCABULARY)
            assert ledger.adds_up, ledger.text()
        assert await dump(struck.graph) == clean
    finally:
        await struck.graph.close()


async def test_ctrl_c_ends_a_load_and_leaves_the_graph_as_it_was(
    graph: Graph, tmp_path: Path
) -> None:
    path = write(tmp_path / "d.ttl", many(1))
    await load(graph, [path], vocabulary=VOCABULARY)
    before = await dump(graph, times=True)
    write(path, many(2))
    struck = Interrupted(graph)
    try:
        assert await struck.load(path, "SIGINT", 3) != 0
        assert await dump(struck.graph, times=True) == before
    finally:
        await struck.graph.close()
