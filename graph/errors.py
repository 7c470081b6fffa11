"""What can go wrong in an engine, in words for the person who runs the service."""

# ruff: noqa: N818  named for what happened, as a person would say it
from __future__ import annotations


class GraphError(Exception):
    """Base of all; the message says what and where, never a secret."""


class GraphUnavailable(GraphError):
    """The engine cannot be reached, or refuses the credentials."""


class GraphBusy(GraphError):
    """The embedded folder is in use by another process, or another load does not end."""


class GraphReadOnly(GraphError):
    """The disk is full, or the folder or the database cannot be written."""


class QueryTimeout(GraphError):
    """The query ran past its time limit and was stopped."""


class QueryFailed(GraphError):
    """The engine refused the query: a mistake in a `.cypher` file."""
