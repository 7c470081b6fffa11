"""A load that is interrupted by a signal: `python -m tests.loaders.interrupted URI FILE SIGNAL N`.

The signal comes to this process itself when it applies its N-th batch, or with its commit when N
is 0.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from graph import GraphSettings, open_graph
from loaders.sync import load
from tests.loaders.helpers import VOCABULARY


async def main(uri: str, path: str, name: str, applies: int) -> None:
    graph: Any = open_graph(GraphSettings(uri=uri))
    begin = graph.begin
    left = applies

    def strike() -> None:
        os.kill(os.getpid(), signal.Signals[name])

    async def counted(*, large: bool = False) -> object:
        opened: Any = await begin(large=large)
        apply, commit = opened.apply, opened.commit

        async def applying(batch: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                strike()
            await apply(batch)

        async def committing() -> None:
            if applies == 0:
                threading.Timer(0.002, strike).start()
            await commit()

        opened.apply, opened.commit = applying, committing
        return opened

    graph.begin = counted
    try:
        await load(graph, [Path(path)], vocabulary=VOCABULARY, chunk=200, small=300)
    finally:
        await graph.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
