"""Rows that one version of the graph has given for an id, kept for the answers that follow.

Answers repeat the same few things, statements and paragraphs. What was read of one version stays
true as long as the graph has that version, so it is kept with the `Lexicon` of that version and
forgotten with it. Rows are shared between answers: nobody changes them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from cachetools import LRUCache

from graph.port import Row

MAX_CHARACTERS = 32_000_000
"""What is kept at most, by the characters of the rows' texts; some 200 bytes a row come on top."""

_PER_ROW = 200
_NONE: Row = {}


class Memory:
    """The least recently used rows are forgotten first."""

    def __init__(self, most: int = MAX_CHARACTERS) -> None:
        self._rows: LRUCache[tuple[str, str], Row] = LRUCache(most, getsizeof=_weight)

    async def rows(
        self,
        query: str,
        ids: Iterable[str],
        ask: Callable[[list[str]], Awaitable[list[Row]]],
    ) -> list[Row]:
        """The rows of `query`, one an id and by id; `ask` reads those that are not kept.

        That an id has no row is kept too. A row heavier than the whole memory is not kept.
        """
        wanted = sorted(set(ids))
        found = {id_: row for id_ in wanted if (row := self._rows.get((query, id_))) is not None}
        if missing := [id_ for id_ in wanted if id_ not in found]:
            read = {row["id"]: row for row in await ask(missing)}
            for id_ in missing:
                found[id_] = self._keep((query, id_), read.get(id_, _NONE))
        return [row for id_ in wanted if (row := found[id_])]

    def _keep(self, key: tuple[str, str], row: Row) -> Row:
        if _weight(row) <= self._rows.maxsize:
            self._rows[key] = row
        return row


def _weight(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return _PER_ROW + sum(_weight(k) + _weight(v) for k, v in value.items())
    if isinstance(value, list | tuple):
        return 8 + sum(_weight(v) for v in value)
    return 8
