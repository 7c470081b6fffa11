"""The structure of a cut over HTTP: measured in a process of its own."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from tests.app.conftest import service_of

ADDRESS = "/v1/graph/structure?seed=pcms"


async def test_it_is_measured_in_another_process_that_may_die(client: httpx.AsyncClient) -> None:
    first = await client.get(ADDRESS)
    worker = service_of(client).worker
    assert worker._process is not None
    worker._process.kill()
    again = await client.get(f"{ADDRESS}&limit=100")
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json()["summary"] == again.json()["summary"]


async def test_what_takes_too_long_says_so(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = service_of(client).worker
    await worker.close()
    monkeypatch.setattr(worker, "seconds", 0.001)
    address = f"{ADDRESS}&by=pagerank"  # asked nowhere else: an answer that is kept takes no time
    answer = await client.get(address)
    assert (answer.status_code, answer.json()["type"]) == (504, "/problems/timeout")
    monkeypatch.undo()
    assert (await client.get(address)).status_code == 200
    assert (await client.get("/v1/healthz")).status_code == 200


async def test_too_many_at_once_are_told_to_come_back(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_of(client).worker, "waiting", 2)
    answers = await asyncio.gather(*(client.get(f"{ADDRESS}&limit={n}") for n in range(1, 8)))
    found = {answer.status_code for answer in answers}
    assert found == {200, 503}
    refused = next(answer for answer in answers if answer.status_code == 503)
    assert refused.json()["type"] == "/problems/busy"
    assert refused.headers["retry-after"] == "5"
