"""A reader over the shipped data, shared by the tests that only ask."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from graph import GraphSettings, open_graph
from queries.reader import Reader
from tests.queries.filled import filled


@pytest.fixture(scope="session")
async def reader(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Reader]:
    folder = tmp_path_factory.mktemp("coverage") / "graph"
    graph = open_graph(GraphSettings(uri=f"embedded:{folder}"))
    yield await filled(graph)
    await graph.close()
