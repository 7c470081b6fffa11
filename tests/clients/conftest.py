"""A service with the shipped data, in a process of its own, for clients in theirs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.app.running import running


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address."""
    folder = tmp_path_factory.mktemp("served") / "graph"
    with running(SAHELGRAPH_GRAPH=f"embedded:{folder}") as address:
        yield address
