"""What the commands share: where they write, how they open the graph, how they fail."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from app.settings import Settings
    from graph import Graph
    from queries.reader import Reader

T = TypeVar("T")
AsOf = Annotated[str | None, typer.Option(help="The graph as it stood: 2018-03-16, 2018-03, 2018")]


def fail(message: str, code: int = 1) -> NoReturn:
    """One clear line on stderr, and the exit code: 1 the work failed, 2 wrong usage."""
    typer.echo(f"sahelgraph: {message}", err=True)
    raise typer.Exit(code)


def settings() -> Settings:
    """The settings; wrong ones are wrong usage, and each is named."""
    from pydantic import ValidationError

    from app.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        # The value is left out of the message: it may be a password.
        wrong = [
            f"SAHELGRAPH_{'_'.join(str(p) for p in e['loc']).upper()}: {e['msg']}"
            for e in error.errors(include_input=False)
        ]
        fail("; ".join(wrong), 2)


def work(task: Coroutine[Any, Any, T]) -> T:
    """Run a task; what goes wrong becomes one line and an exit code."""
    from graph import GraphError
    from loaders.errors import LoadError
    from queries.errors import QueryError, UnknownId

    try:
        return asyncio.run(task)
    except UnknownId as error:
        fail(str(error))
    except QueryError as error:
        fail(str(error), 2)
    except (GraphError, LoadError, OSError) as error:
        fail(str(error))
    except (KeyboardInterrupt, asyncio.CancelledError):
        fail("stopped; what was not finished has changed nothing", 1)


def quiet_logs(known: Settings) -> None:
    """A command says what it does itself; its logs are warnings, on stderr."""
    from app import logging

    logging.configure(known.model_copy(update={"log_level": "warning"}))


@asynccontextmanager
async def opened() -> AsyncIterator[tuple[Graph, Settings]]:
    """The graph of the settings, with its schema, closed afterwards."""
    from graph import GraphUnavailable, open_graph

    known = settings()
    quiet_logs(known)
    graph = open_graph(known.graph_settings())
    try:
        health = await graph.health()
        if not health.ready:
            raise GraphUnavailable(health.detail)
        await graph.ensure_schema()
        yield graph, known
    finally:
        await graph.close()


@asynccontextmanager
async def reading(as_of: str | None = None, *, fill: bool = True) -> AsyncIterator[Reader]:
    """A reader, of the graph as it stood `as_of`; an empty graph is filled first, as the service
    does."""
    from app.service import fill_when_empty, reader_of
    from queries.filters import end_of_period

    until = end_of_period(as_of)

    async with opened() as (graph, known):
        reader = reader_of(graph, known)
        if fill and not await reader.version():
            typer.echo("The graph is empty: loading the ontology and its data …", err=True)
            await fill_when_empty(graph, reader, known)
        yield await reader.at(until)


def on_terminal() -> bool:
    return sys.stdout.isatty()
