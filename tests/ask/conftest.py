"""A reader over the shipped data, and a service, shared by the tests that only ask."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from app.settings import Settings
from graph import GraphSettings, open_graph
from queries.reader import Reader
from tests.queries.filled import filled


@pytest.fixture(scope="session")
async def reader(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Reader]:
    folder = tmp_path_factory.mktemp("asked") / "graph"
    graph = open_graph(GraphSettings(uri=f"embedded:{folder}"))
    yield await filled(graph)
    await graph.close()


@pytest.fixture(scope="session")
async def client(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    from tests.app.conftest import serving

    folder = tmp_path_factory.mktemp("ask-service")
    async with serving(Settings(graph=f"embedded:{folder / 'graph'}")) as client:
        yield client
