"""Where the graph lives: one port, two engines. Nothing outside imports a driver."""

from __future__ import annotations

from graph.errors import (
    GraphBusy,
    GraphError,
    GraphReadOnly,
    GraphUnavailable,
    QueryFailed,
    QueryTimeout,
)
from graph.port import Batch, EdgeRecord, Graph, Health, Load, NodeRecord, Row, Stored, Value
from graph.settings import GraphSettings

__all__ = [
    "Batch",
    "EdgeRecord",
    "Graph",
    "GraphBusy",
    "GraphError",
    "GraphReadOnly",
    "GraphSettings",
    "GraphUnavailable",
    "Health",
    "Load",
    "NodeRecord",
    "QueryFailed",
    "QueryTimeout",
    "Row",
    "Stored",
    "Value",
    "open_graph",
]


def open_graph(settings: GraphSettings) -> Graph:
    """The engine that `settings.uri` names, opened; close it when done.

    The embedded one raises GraphBusy, GraphReadOnly or GraphError when its folder cannot be
    opened. Neo4j connects with the first query, so that a service can start before its database
    does: ask `health()`. ValueError when the URI names no engine.

    The drivers are imported here, so that each is loaded only where it is used.
    """
    if settings.engine == "embedded":
        from graph.embedded import EmbeddedGraph

        return EmbeddedGraph(settings)
    from graph.neo4j import Neo4jGraph

    return Neo4jGraph(settings)
