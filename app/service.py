"""The service's hold on the graph: open it, fill it when empty, keep trying while it is away."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field

import structlog

from app.settings import Settings
from graph import Graph, GraphError, GraphUnavailable, Health, open_graph
from loaders.errors import LoadError
from loaders.names import ONTOLOGY_DATASET
from queries.ids import DEFAULT_BASE
from queries.reader import Reader
from queries.traverse.worker import Worker

log = structlog.stdlib.get_logger("sahelgraph.service")


@dataclass(slots=True)
class Service:
    """One for each app. `reader` is None until the engine has answered once."""

    settings: Settings
    graph: Graph | None = None
    reader: Reader | None = None
    fault: Exception | None = None
    worker: Worker = field(init=False)
    _owned: bool = True
    _retry: asyncio.Task[None] | None = None
    _connecting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _state: tuple[int, str] = (-1, "")

    def __post_init__(self) -> None:
        self.worker = Worker(self.settings.query_timeout)

    async def start(self) -> None:
        """Connect; an engine that is away does not stop the service, it is tried again."""
        if self.graph is not None:
            self._owned = False
        if not await self._try():
            self._retry = asyncio.create_task(self._keep_trying())

    async def stop(self) -> None:
        if self._retry is not None:
            self._retry.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._retry
        await self.worker.close()
        if self.graph is not None and self._owned:
            await self.graph.close()

    async def _try(self) -> bool:
        try:
            await self._connect()
        except (GraphError, LoadError, OSError) as error:
            self.fault = error
            log.warning("graph-unavailable", detail=str(error))
            return False
        return True

    async def _keep_trying(self) -> None:
        while True:
            await asyncio.sleep(self.settings.reconnect_interval)
            if await self._try():
                return

    async def _connect(self) -> None:
        async with self._connecting:
            if self.reader is not None:
                return
            if self.graph is None:
                self.graph = await asyncio.to_thread(open_graph, self.settings.graph_settings())
            health = await self.graph.health()
            if not health.ready:
                raise GraphUnavailable(health.detail)
            reader = reader_of(self.graph, self.settings)
            await fill_when_empty(self.graph, reader, self.settings)
            await reader.lexicon()
            self.reader, self.fault = reader, None
            log.info("graph-ready", engine=health.engine, version=health.version)

    def ready_reader(self) -> Reader:
        """The reader. Raises GraphUnavailable, saying why, until the engine has answered once."""
        if self.reader is None:
            raise GraphUnavailable(str(self.fault or "The service is starting."))
        return self.reader

    async def state(self) -> tuple[int, str]:
        """The version of the graph, and a text that no other state of any graph has.

        A number alone would not do: a graph that was emptied and filled again counts from one.
        """
        reader = self.ready_reader()
        number = await reader.version()
        if self._state[0] != number:
            rows = await reader.ask("datasets")
            said = sorted(f"{row['id']} {row['triples']} {row['loaded_at']}" for row in rows)
            self._state = number, "\n".join([str(number), *said])
        return self._state

    async def health(self) -> Health:
        """Whether questions can be answered now. Raises GraphUnavailable where not."""
        self.ready_reader()
        assert self.graph is not None
        health = await self.graph.health()
        if not health.ready:
            raise GraphUnavailable(health.detail)
        return health


def reader_of(graph: Graph, settings: Settings) -> Reader:
    return Reader(
        graph,
        base=settings.base,
        sources=settings.sources.resolve() if settings.sources else None,
        timeout=settings.query_timeout,
        kept=settings.kept_characters,
    )


async def fill_when_empty(graph: Graph, reader: Reader, settings: Settings) -> bool:
    """Load the ontology and its data into an empty graph; whether anything was loaded.

    A graph that holds the ontology and nothing else was left by an interrupted filling, which is
    then completed. Any other graph is left as it is.
    """
    names = {row["id"] for row in await reader.ask("datasets")}
    if names - {ONTOLOGY_DATASET}:
        return False
    # rdflib and the parser are needed for filling only: a second start does without them.
    from loaders.rdf import Rebase
    from loaders.shipped import load_shipped

    await graph.ensure_schema()
    log.info("filling", detail="the graph is empty: loading the ontology and its data")
    rebase = None if settings.base == DEFAULT_BASE else Rebase(DEFAULT_BASE, settings.base)
    ledger = await load_shipped(graph, rebase=rebase)
    if not ledger.adds_up:
        raise LoadError("the ledger of the shipped data does not add up: " + ledger.text())
    return True
