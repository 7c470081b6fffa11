"""Rows from the driver: its records as plain values, and many of them in one record.

The async driver reads each record by itself, two reads of the socket apiece, which for a query of
some hundred short rows takes longer than the query. A query that ends in LIMIT, whose rows are
few enough for that, is therefore sent so that the server packs its rows into one list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from neo4j import AsyncResult, Record

from graph.port import Row

_PACKED = "packed rows"
_TOKEN = re.compile(
    r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|//[^\n]*|/\*.*?\*/|[()\[\]{},]|\b\w+\b", re.S
)
_END = frozenset({"ORDER", "SKIP", "OFFSET", "LIMIT"})
_NAME = re.compile(r"\bAS\s+(\w+)\s*$", re.I)


@lru_cache(maxsize=2048)
def packed(text: str) -> tuple[str, tuple[str, ...]]:
    """The query in its packed form, and the names of its columns; itself and () where its rows
    have no LIMIT or a column has no name."""
    found = _last_return(text)
    if found is None:
        return text, ()
    start, items = found
    names = [match[1] if (match := _NAME.search(item)) else None for item in items]
    if not all(names):
        return text, ()
    columns = tuple(str(name) for name in names)
    body = f"{text[:start]}WITH{text[start + len('RETURN') :]}"
    return f"{body}\nRETURN collect([{', '.join(columns)}]) AS `{_PACKED}`", columns


def _last_return(text: str) -> tuple[int, list[str]] | None:
    """Where the query's own RETURN stands and its columns as written; None without LIMIT."""
    start, cuts, ends, limited = -1, list[int](), -1, False
    for word, at in _outside(text):
        if word == "RETURN":
            start, cuts, ends, limited = at, [], -1, False
        elif start >= 0:
            if word in _END:
                ends = at if ends < 0 else ends
                limited = limited or word == "LIMIT"
            elif word == "UNION":
                return None
            elif word == "," and ends < 0:
                cuts.append(at)
    if not limited:
        return None
    edges = [start + len("RETURN"), *cuts, ends]
    return start, [text[a:b].lstrip(",") for a, b in pairwise(edges)]


def _outside(text: str) -> Iterator[tuple[str, int]]:
    """The words and commas outside of brackets, quotes and comments, with their places."""
    depth = 0
    for found in _TOKEN.finditer(text):
        word = found[0]
        if word in "([{":
            depth += 1
        elif word in ")]}":
            depth -= 1
        elif depth == 0 and (word == "," or word[0].isalpha()):
            yield word.upper() if word != "," else word, found.start()


async def rows_of(result: AsyncResult, columns: tuple[str, ...] = ()) -> list[Row]:
    """All rows of a result, whose query was packed with these columns or not packed.

    Values are plain already, since no query returns nodes or paths: `Record.data()` would look
    through every one of them.
    """
    if columns:
        record = await anext(aiter(result))
        return [dict(zip(columns, row, strict=True)) for row in record[_PACKED]]
    keys = result.keys()
    return [_row(keys, record) async for record in result]


def row_of(record: Record) -> Row:
    return _row(record.keys(), record)


def _row(keys: list[str] | tuple[str, ...], record: Record) -> Row:
    return dict(zip(keys, tuple.__iter__(record), strict=True))
