"""The app: settings, logs, the graph's life, problems, routers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from app import logging, problems
from app.routers import (
    commitments,
    coverage,
    documents,
    entities,
    health,
    history,
    linked,
    queries,
    statements,
)
from app.schemas import CommitmentRef, Evidence, Premise, ProblemDetail, Statement, Thing
from app.service import Service
from app.settings import Settings
from graph import Graph
from queries import catalogue

DESCRIPTION = """\
A knowledge graph of the actors, mechanisms, programmes and commitments against trafficking in
persons, migrant smuggling and organised crime in the Sahel. Every statement leads to its source;
what is stated and what is only inferred never mix. Absence is closed-world over what is loaded.
"""


def create_app(settings: Settings | None = None, graph: Graph | None = None) -> FastAPI:
    """The app. `graph`: one that is open already and that its owner closes."""
    settings = settings or Settings()
    logging.configure(settings)
    service = Service(settings, graph=graph)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await service.start()
        try:
            yield
        finally:
            await service.stop()

    app = FastAPI(
        title="sahelgraph",
        version=version("sahelgraph"),
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
        separate_input_output_schemas=False,
    )
    app.state.service = service
    # Rows repeat things and premises: on a poor line an answer is a tenth of its size.
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(logging.RequestId, on_error=problems.respond)
    problems.install(app)
    for router in (
        health.router,
        entities.router,
        statements.router,
        coverage.router,
        history.router,  # before commitments, whose ids may hold slashes
        commitments.router,
        documents.router,
        queries.router_for(catalogue.load()),
    ):
        app.include_router(router, prefix="/v1")
    app.include_router(linked.router)
    _complete_schema(app)
    return app


def _complete_schema(app: FastAPI) -> None:
    """Put into the OpenAPI document the shapes that only hand-made operations refer to."""
    make = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = make()
            shapes = schema.setdefault("components", {}).setdefault("schemas", {})
            for model in (ProblemDetail, Thing, Statement, Premise, CommitmentRef, Evidence):
                described = model.model_json_schema(ref_template="#/components/schemas/{model}")
                for name, shape in described.pop("$defs", {}).items():
                    shapes.setdefault(name, shape)
                shapes.setdefault(model.__name__, described)
        assert app.openapi_schema is not None
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
