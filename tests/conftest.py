"""Fixtures of all tests: the real engines, empty, one test at a time.

The Neo4j server is one for all the processes of a test run (pytest-xdist); as it holds one
database, tests that use it take turns.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from graph import Graph, GraphSettings, open_graph
from tests import neo4j_server

ENGINES = [
    pytest.param("embedded"),
    pytest.param("neo4j", marks=pytest.mark.neo4j),
]


def pytest_configure() -> None:
    """End as by Ctrl-C when told to end, so that the server is stopped, too."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary folder that all processes of this test run see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def require_neo4j() -> None:
    """Skip where a server cannot be run; fail where it has to (continuous integration)."""
    if lack := neo4j_server.missing():
        message = f"no test on Neo4j: {lack}"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)


@pytest.fixture(scope="session")
def neo4j_uri(shared_folder: Path) -> Iterator[str]:
    """The URI of a real Neo4j; the first process to ask starts it, the last to end stops it."""
    require_neo4j()
    state, lock = shared_folder / "neo4j.json", shared_folder / "neo4j.lock"
    with locked(lock):
        if state.exists():
            uri, pid, home, users = json.loads(state.read_text())
        else:
            server = neo4j_server.start()
            uri, pid, home, users = server.uri, server.pid, str(server.home), 0
        state.write_text(json.dumps([uri, pid, home, users + 1]))
    yield uri
    with locked(lock):
        uri, pid, home, users = json.loads(state.read_text())
        if users > 1:
            state.write_text(json.dumps([uri, pid, home, users - 1]))
        else:
            neo4j_server.Server(uri, pid, Path(home)).stop()
            state.unlink()


@asynccontextmanager
async def neo4j_emptied(uri: str, shared_folder: Path) -> AsyncIterator[GraphSettings]:
    """Settings for the test server, emptied, and for this test alone until the end."""
    with locked(shared_folder / "neo4j.turn"):
        await neo4j_server.empty(uri)
        # It plans hundreds of queries beside other tests: a machine that is busy is no failure.
        yield GraphSettings(uri=uri, lock_timeout=5, query_timeout=120)


@pytest.fixture
async def neo4j_settings(neo4j_uri: str, shared_folder: Path) -> AsyncIterator[GraphSettings]:
    """Settings for an empty Neo4j that is this test's own."""
    async with neo4j_emptied(neo4j_uri, shared_folder) as settings:
        yield settings


@pytest.fixture(params=ENGINES)
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> GraphSettings:
    """Settings for an empty graph, on each engine in turn."""
    if request.param == "neo4j":
        chosen: GraphSettings = request.getfixturevalue("neo4j_settings")
        return chosen
    return GraphSettings(uri=f"embedded:{tmp_path / 'graph'}", lock_timeout=5)


@pytest.fixture
async def graph(settings: GraphSettings) -> AsyncIterator[Graph]:
    """An empty graph with its schema, on each engine in turn."""
    opened = open_graph(settings)
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
