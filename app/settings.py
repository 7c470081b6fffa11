"""Settings from the environment, prefix `SAHELGRAPH_`, each with a default that runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from graph.settings import GraphSettings
from queries.ids import DEFAULT_BASE


class Settings(BaseSettings):
    """All times in seconds."""

    model_config = SettingsConfigDict(env_prefix="SAHELGRAPH_", frozen=True, extra="ignore")

    graph: str = "embedded:"
    """`embedded:`, `embedded:FOLDER` or a Neo4j URI (`neo4j://host:7687`)."""
    graph_user: str = "neo4j"
    graph_password: SecretStr = SecretStr("")
    graph_database: str | None = None
    query_timeout: float = Field(default=30.0, gt=0)
    stream_timeout: float = Field(default=900.0, gt=0)
    connect_timeout: float = Field(default=5.0, gt=0)
    retry_time: float = Field(default=10.0, ge=0)
    lock_timeout: float = Field(default=60.0, ge=0)
    pool_size: int = Field(default=50, ge=1)
    fetch_size: int = Field(default=1000, ge=1)
    reconnect_interval: float = Field(default=5.0, gt=0)
    """How long the service waits before it tries an unreachable engine again."""

    sources: Path | None = None
    """A folder with the documents' texts (`niamey-2018.txt` …): evidence then quotes them."""
    base: str = DEFAULT_BASE
    """Where the ids of things, statements, paragraphs and terms live."""

    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    """Whose pages may read the service from a browser: origins (`https://example.org`), separated
    by commas, or `*` for all. None by default; credentials are never let through."""
    cache_seconds: int = Field(default=0, ge=0)
    """How long a cache may give an answer again without asking; 0: it asks each time (304)."""

    kept_characters: int = Field(default=32_000_000, ge=0)
    """How much of what the graph has answered, and as much again of whole answers, is kept for the
    next ones, by their length; none of it is given once the graph has changed. 0: nothing."""

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    log_format: Literal["text", "json"] = "text"
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("base")
    @classmethod
    def _ends_with_a_separator(cls, base: str) -> str:
        return base if base.endswith(("/", "#", ":")) else base + "/"

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _origins(cls, value: object) -> object:
        """`https://a.org, https://b.org`, each an origin as a browser sends it (RFC 6454, 6.2)."""
        given = value.split(",") if isinstance(value, str) else value
        if not isinstance(given, list | tuple):
            return given
        origins = tuple(str(one).strip().rstrip("/") for one in given if str(one).strip())
        for origin in origins:
            if origin != "*" and not re.fullmatch(r"https?://[^/\s*?#@]+", origin):
                raise ValueError(f"{origin!r} is not an origin such as https://example.org")
        return origins

    @field_validator("graph_database", "sources", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("graph")
    @classmethod
    def _names_an_engine(cls, uri: str) -> str:
        _ = GraphSettings(uri=uri).engine  # ValueError, in words, where it names none
        return uri

    def graph_settings(self) -> GraphSettings:
        return GraphSettings(
            uri=self.graph,
            user=self.graph_user,
            password=self.graph_password,
            database=self.graph_database,
            query_timeout=self.query_timeout,
            stream_timeout=self.stream_timeout,
            connect_timeout=self.connect_timeout,
            retry_time=self.retry_time,
            lock_timeout=self.lock_timeout,
            pool_size=self.pool_size,
            fetch_size=self.fetch_size,
        )
