"""A process for the tests to kill: loads without end, after telling that it has begun."""

import asyncio
import sys

from graph import GraphSettings, open_graph
from tests.graph.test_loads import chain


async def main(uri: str, large: bool) -> None:
    graph = open_graph(GraphSettings(uri=uri))
    async with await graph.begin(large=large) as load:
        for start in range(0, 10_000_000, 1000):
            await load.apply(chain(start, start + 500))
            print(start, flush=True)


asyncio.run(main(sys.argv[1], sys.argv[2] == "large"))
