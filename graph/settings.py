"""What an engine needs to know, as plain values: the `app` reads them from the environment."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import SecretStr

EMBEDDED = "embedded:"
NEO4J_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class GraphSettings:
    """Where the graph lives and how patient to be with it. All times in seconds."""

    uri: str = EMBEDDED
    """`embedded:`, `embedded:FOLDER` or a Neo4j URI (`neo4j://host:7687`, `bolt+s://…`)."""
    user: str = "neo4j"
    password: SecretStr = field(default=SecretStr(""))
    """Empty: connect without credentials (a server with authentication switched off)."""
    database: str | None = None
    """The Neo4j database; None is the user's home database, found out once per connection."""
    query_timeout: float = 30.0
    """After which the engine stops a read."""
    stream_timeout: float = 900.0
    """After which it stops a stream, whose time includes that of a slow consumer."""
    connect_timeout: float = 5.0
    retry_time: float = 10.0
    """How long transient failures (a leader election, a lost connection) are tried again."""
    lock_timeout: float = 60.0
    """How long `begin` waits for another load to end."""
    pool_size: int = 50
    """Bolt connections at most; threads at most for the embedded engine are a sixth of it."""
    fetch_size: int = 1000
    """Rows a round trip when streaming."""

    @property
    def engine(self) -> Literal["neo4j", "embedded"]:
        """Which engine the URI names; ValueError when it names none."""
        if self.uri.startswith(EMBEDDED):
            return "embedded"
        if self.uri.partition("://")[0] in NEO4J_SCHEMES and "://" in self.uri:
            return "neo4j"
        raise ValueError(
            f"{_without_credentials(self.uri)!r} names no graph engine: "
            "use embedded:, embedded:FOLDER or neo4j://HOST:PORT"
        )

    @property
    def folder(self) -> Path:
        """The folder of the embedded engine."""
        named = self.uri.removeprefix(EMBEDDED)
        if named:
            return Path(named).expanduser()
        return platformdirs.user_data_path("sahelgraph", appauthor=False) / "graph"

    @property
    def address(self) -> str:
        """The URI in a form that may be shown and logged."""
        return _without_credentials(self.uri)


def _without_credentials(uri: str) -> str:
    scheme, mark, rest = uri.partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}" if mark else uri
