"""Fixtures of the loaders' tests."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from graph import Graph, GraphSettings, open_graph


@pytest.fixture
async def neo4j(neo4j_settings: GraphSettings) -> AsyncIterator[Graph]:
    """An empty Neo4j with its schema."""
    opened = open_graph(neo4j_settings)
    await opened.ensure_schema()
    yield opened
    await opened.close()
