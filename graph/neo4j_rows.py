"""The driver's records as plain rows."""

from __future__ import annotations

from neo4j import AsyncResult, Record

from graph.port import Row


async def rows_of(result: AsyncResult) -> list[Row]:
    """All rows of a result. Values are plain already, since no query returns nodes or paths:
    `Record.data()` would look through every one of them, which takes longer than the query."""
    keys = result.keys()
    return [_row(keys, record) async for record in result]


def row_of(record: Record) -> Row:
    return _row(record.keys(), record)


def _row(keys: list[str] | tuple[str, ...], record: Record) -> Row:
    return dict(zip(keys, tuple.__iter__(record), strict=True))
