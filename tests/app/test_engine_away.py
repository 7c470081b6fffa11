"""The service while its Neo4j refuses it, is away, goes, and comes back."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from app.settings import Settings
from tests import neo4j_server
from tests.app.conftest import serving
from tests.app.proxy import Proxy
from tests.conftest import require_neo4j

pytestmark = pytest.mark.neo4j
RIGHT, WRONG = "right-s3cret", "wrong-s3cret"


@pytest.fixture(scope="module")
def server() -> Iterator[neo4j_server.Server]:
    require_neo4j()
    with neo4j_server.running(password=RIGHT) as running:
        yield running


def settings(uri: str, password: str, **others: Any) -> Settings:
    return Settings(
        graph=uri, graph_password=SecretStr(password), connect_timeout=2, retry_time=0.5,
        log_format="json", **others,
    )  # fmt: skip


async def answers_as_unavailable(client: httpx.AsyncClient) -> dict[str, Any]:
    """It is alive, it is not ready, and a question is told why."""
    assert (await client.get("/v1/healthz")).status_code == 200
    ready = await client.get("/v1/readyz")
    assert ready.status_code == 503
    asked = await client.get("/v1/entities/jit")
    assert asked.status_code == 503
    assert asked.headers["content-type"] == "application/problem+json"
    assert asked.headers["retry-after"]
    body: dict[str, Any] = asked.json()
    assert body["type"] == "/problems/graph-unavailable"
    return body


async def test_a_wrong_password(
    server: neo4j_server.Server, capsys: pytest.CaptureFixture[str]
) -> None:
    # Tried once: after a few wrong ones Neo4j refuses the right one too, for a while.
    wrong = settings(server.uri, WRONG, reconnect_interval=600)
    async with serving(wrong) as client:
        body = await answers_as_unavailable(client)
    address = server.uri.removeprefix("neo4j://")
    assert address in body["detail"]
    written = capsys.readouterr().err
    lines = [json.loads(line) for line in written.splitlines() if line.startswith("{")]
    told = [line for line in lines if line["event"] == "graph-unavailable"]
    assert told
    assert address in told[0]["detail"]
    assert WRONG not in written
    assert WRONG not in json.dumps(body)
    assert "Traceback" not in written


@pytest.fixture
async def line(server: neo4j_server.Server) -> AsyncIterator[Proxy]:
    proxy = Proxy(int(server.uri.rpartition(":")[2]))
    await proxy.up()
    await proxy.down()
    yield proxy
    await proxy.down()


async def test_an_engine_that_comes_goes_and_comes_back(line: Proxy) -> None:
    # bolt: with neo4j: the server would name its own address, past the line.
    away = settings(f"bolt://127.0.0.1:{line.port}", RIGHT, reconnect_interval=0.2)
    async with serving(away) as client:
        body = await answers_as_unavailable(client)
        assert str(line.port) in body["detail"]

        await line.up()
        await until_ready(client, 120)  # it fills the empty graph
        assert (await client.get("/v1/entities/jit")).status_code == 200

        await line.down()
        await answers_as_unavailable(client)

        await line.up()
        await until_ready(client, 15)
        assert (await client.get("/v1/entities/jit")).status_code == 200


async def until_ready(client: httpx.AsyncClient, seconds: float) -> None:
    until = time.monotonic() + seconds
    while (await client.get("/v1/readyz")).status_code != 200:
        assert time.monotonic() < until, "it did not become ready"
        await asyncio.sleep(0.2)
