"""Rows from the driver's records."""

from __future__ import annotations

from neo4j import AsyncResult, Record

from graph.neo4j_query import PACKED
from graph.port import Row


async def rows_of(result: AsyncResult, columns: tuple[str, ...] = ()) -> list[Row]:
    """All rows of a result, whose query was packed with these columns or not packed.

    Values are plain already, since no query returns nodes or paths: `Record.data()` would look
    through every one of them.
    """
    if columns:
        record = await anext(aiter(result))
        return [dict(zip(columns, row, strict=True)) for row in record[PACKED]]
    keys = result.keys()
    return [_row(keys, record) async for record in result]


def row_of(record: Record) -> Row:
    return _row(record.keys(), record)


def _row(keys: list[str] | tuple[str, ...], record: Record) -> Row:
    return dict(zip(keys, tuple.__iter__(record), strict=True))
