"""A set of ids that may be larger than memory: beyond a bound it waits in a temporary file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator


class IdSet:
    """Add, ask, and walk through in pages."""

    def __init__(self, held: int = 200_000) -> None:
        self._held = held
        self._recent: set[str] = set()
        self._spilled: sqlite3.Connection | None = None

    def add(self, ids: Iterable[str]) -> None:
        self._recent.update(ids)
        if len(self._recent) > self._held:
            self._spill()

    def present(self, ids: Iterable[str]) -> set[str]:
        """Those of `ids` that are in the set."""
        wanted = set(ids)
        found = wanted & self._recent
        if self._spilled is not None:
            ask = "SELECT 1 FROM ids WHERE id = ?"
            found.update(
                id_ for id_ in wanted - found if self._spilled.execute(ask, (id_,)).fetchone()
            )
        return found

    def pages(self, size: int) -> Iterator[list[str]]:
        """All ids in order, `size` at a time; adding meanwhile is allowed and may be missed."""
        if self._spilled is None:
            ordered = sorted(self._recent)
            yield from (ordered[i : i + size] for i in range(0, len(ordered), size))
            return
        self._spill()
        last = ""
        ask = "SELECT id FROM ids WHERE id > ? ORDER BY id LIMIT ?"
        while page := [row[0] for row in self._spilled.execute(ask, (last, size))]:
            yield page
            last = page[-1]

    def close(self) -> None:
        if self._spilled is not None:
            self._spilled.close()
            self._spilled = None

    def _spill(self) -> None:
        if self._spilled is None:
            # An empty name makes a temporary file that goes with the connection; threads use it
            # one after the other.
            self._spilled = sqlite3.connect("", check_same_thread=False, isolation_level=None)
            self._spilled.execute("CREATE TABLE ids (id TEXT PRIMARY KEY) WITHOUT ROWID")
        self._spilled.execute("BEGIN")
        self._spilled.executemany(
            "INSERT OR IGNORE INTO ids VALUES (?)", ((id_,) for id_ in self._recent)
        )
        self._spilled.execute("COMMIT")
        self._recent.clear()
