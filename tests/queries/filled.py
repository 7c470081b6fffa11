"""A graph with the shipped ontology and data, as the service fills one."""

from __future__ import annotations

from app.service import fill_when_empty, reader_of
from app.settings import Settings
from graph import Graph
from queries.reader import Reader


async def filled(graph: Graph, settings: Settings | None = None) -> Reader:
    reader = reader_of(graph, settings or Settings())
    await fill_when_empty(graph, reader, settings or Settings())
    return reader
