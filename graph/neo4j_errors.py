"""What the Neo4j driver raises, as the exceptions of `graph.errors`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as neo

from graph.errors import (
    GraphError,
    GraphReadOnly,
    GraphUnavailable,
    QueryFailed,
    QueryTimeout,
)

TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"
OUT_OF_MEMORY = ("MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError", "OutOfMemoryError")
UNWRITABLE = ("ForbiddenOnReadOnlyDatabase", "DatabaseReadOnly", "WriteOnReadOnlyAccessDatabase")
LOGIN = ("Unauthorized", "AuthenticationRateLimit", "CredentialsExpired", "TokenExpired")


def transient(error: BaseException) -> bool:
    """Whether trying again may help: says the driver, but for a query that needs more memory."""
    if isinstance(error, neo.Neo4jError):
        return error.is_retryable() and not _ends(error, OUT_OF_MEMORY)
    return isinstance(error, neo.DriverError) and error.is_retryable()


def rolled_back(error: BaseException) -> bool:
    """Whether the server itself undid the transaction, so that its work can be done again."""
    return isinstance(error, neo.Neo4jError) and transient(error)


@contextmanager
def errors(address: str) -> Iterator[None]:
    try:
        yield
    except (neo.Neo4jError, neo.DriverError, OSError, ValueError) as error:
        raise _translated(error, address) from error


def _translated(error: Exception, address: str) -> GraphError:
    if isinstance(error, neo.Neo4jError):
        code, message = error.code or "", error.message or str(error)
        if code.startswith(TIMED_OUT):
            return QueryTimeout("The query ran past its time limit and was stopped.")
        if _ends(error, LOGIN):
            return GraphUnavailable(
                f"Neo4j at {address} refuses the user name or the password: check "
                "SAHELGRAPH_GRAPH_USER and SAHELGRAPH_GRAPH_PASSWORD."
            )
        if _ends(error, ("DatabaseNotFound",)):
            return GraphUnavailable(
                f"Neo4j at {address} has no such database: check SAHELGRAPH_GRAPH_DATABASE. "
                f"({message})"
            )
        if _ends(error, UNWRITABLE):
            return GraphReadOnly(f"Neo4j at {address} is read-only. ({message})")
        if _ends(error, OUT_OF_MEMORY):
            return GraphError(f"Neo4j at {address} has too little memory for this. ({message})")
        if transient(error):
            return GraphUnavailable(f"Neo4j at {address} cannot answer at the moment. ({message})")
        return QueryFailed(message)
    if isinstance(error, ValueError) and not isinstance(error, OSError):
        return QueryFailed(str(error))
    return GraphUnavailable(f"Neo4j at {address} cannot be reached. ({error})")


def _ends(error: neo.Neo4jError, names: tuple[str, ...]) -> bool:
    return (error.code or "").rpartition(".")[2] in names
