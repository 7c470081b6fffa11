"""The app: settings, logs, the graph's life, problems, routers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI
from fastapi_offline import FastAPIOffline
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from app import logging, openapi, problems
from app.caching import Conditional
from app.routers import (
    ask,
    commitments,
    coverage,
    documents,
    entities,
    graph,
    health,
    history,
    linked,
    problem_pages,
    queries,
    statements,
)
from app.service import Service
from app.settings import Settings
from app.validation import only_known_parameters
from graph import Graph
from queries import catalogue

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"  # a zip already
DESCRIPTION = """\
A knowledge graph of the actors, mechanisms, programmes and commitments against trafficking in
persons, migrant smuggling and organised crime in the Sahel. Every statement leads to its source;
what is stated and what is only inferred never mix. Absence is closed-world over what is loaded.
"""


def create_app(settings: Settings | None = None, opened: Graph | None = None) -> FastAPI:
    """The app. `opened`: a graph that is open already and that its owner closes."""
    settings = settings or Settings()
    logging.configure(settings)
    service = Service(settings, graph=opened)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await service.start()
        try:
            yield
        finally:
            await service.stop()

    app = FastAPIOffline(
        title="sahelgraph",
        version=version("sahelgraph"),
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
        separate_input_output_schemas=False,
        generate_unique_id_function=openapi.operation_id,
    )
    app.state.service = service
    # From the inside out: tags, then compression, then what a browser asks, then the request id.
    app.add_middleware(
        Conditional,
        service=service,
        seconds=settings.cache_seconds,
        kept=settings.kept_characters,
    )
    app.add_middleware(
        GZipMiddleware,
        minimum_size=1000,
        compresslevel=5,
        exclude_content_types=(*DEFAULT_EXCLUDED_CONTENT_TYPES, XLSX),
    )
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "HEAD"],
            allow_headers=["If-None-Match", "X-Request-ID"],
            expose_headers=["Content-Disposition", "ETag", "Sahelgraph-Truncated", "X-Request-ID"],
            allow_credentials=False,
        )
    app.add_middleware(logging.RequestId, on_error=problems.respond)
    problems.install(app)
    for router in (
        health.router,
        ask.router,
        entities.router,
        statements.router,
        coverage.router,
        history.router,  # before commitments, whose ids may hold slashes
        commitments.router,
        documents.router,
        graph.router,
        queries.router_for(catalogue.load()),
    ):
        app.include_router(router, prefix="/v1", dependencies=[Depends(only_known_parameters)])
    app.include_router(problem_pages.router)
    app.include_router(linked.router)
    openapi.complete(app)
    return app
