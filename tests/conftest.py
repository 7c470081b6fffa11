"""Fixtures of all tests: the real engines, empty, one test at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from graph import Graph, GraphSettings, open_graph


@pytest.fixture(params=["embedded"])
async def graph(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Graph]:
    """An empty graph with its schema, on each engine in turn."""
    opened = open_graph(GraphSettings(uri=f"embedded:{tmp_path / 'graph'}"))
    await opened.ensure_schema()
    yield opened
    await opened.close()


@pytest.fixture
async def embedded(tmp_path: Path) -> AsyncIterator[Graph]:
    """An empty embedded graph with its schema."""
    opened = open_graph(GraphSettings(uri=f"embedded:{tmp_path / 'graph'}"))
    await opened.ensure_schema()
    yield opened
    await opened.close()
