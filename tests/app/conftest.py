"""The service over the real embedded engine with the shipped data."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from app.main import create_app
from app.service import Service
from app.settings import Settings


def service_of(client: httpx.AsyncClient) -> Service:
    """The service that a client asks, for a test that changes what lies behind it."""
    transport = client._transport
    assert isinstance(transport, httpx.ASGITransport)
    found: Service = transport.app.state.service  # type: ignore[attr-defined]
    return found


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a running service."""
    async with running(create_app(settings)) as client:
        yield client


@asynccontextmanager
async def running(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of an app, which runs meanwhile."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://sahelgraph.test") as client,
    ):
        yield client


@pytest.fixture(scope="session")
async def client(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    folder: Path = tmp_path_factory.mktemp("service")
    sources = folder / "sources"
    sources.mkdir()
    # A stand-in for the document: which lines are quoted can be told from it.
    lines = "\n".join(f"line {n}" for n in range(1, 101))
    (sources / "niamey-2018.txt").write_text(lines, encoding="utf-8")
    settings = Settings(graph=f"embedded:{folder / 'graph'}", sources=sources)
    async with serving(settings) as client:
        yield client
