"""Blank nodes get ids that every run gives again: numbers by first appearance in the dataset."""

from __future__ import annotations

import sqlite3
from urllib.parse import quote, unquote

DATASET_BASE = "https://w3id.org/sahelgraph/dataset/"
_HELD = 200_000  # labels kept in memory; beyond that they wait in a temporary file


def slug(dataset: str) -> str:
    """A dataset's name as it stands in a blank node label: no two datasets have the same.

    Bytes other than ASCII letters, digits and inner hyphens become `_xx`.
    """
    return "".join(
        chr(byte)
        if byte < 128 and (chr(byte).isalnum() or (byte == 0x2D and place))
        else f"_{byte:02x}"
        for place, byte in enumerate(dataset.encode())
    )


def graph_iri(dataset: str) -> str:
    """The name of a dataset's graph in TriG: its own IRI, or one made of its name."""
    if dataset.startswith("_:") or ":" in dataset:
        return dataset
    return DATASET_BASE + quote(dataset, safe="")


def dataset_of(graph: str) -> str:
    """The dataset that a named graph (IRI or `_:…`) stands for; undoes `graph_iri`."""
    if graph.startswith(DATASET_BASE) and graph != DATASET_BASE:
        name = unquote(graph.removeprefix(DATASET_BASE))
        if graph_iri(name) == graph:
            return name
    return graph


class BlankNumbers:
    """label in a file → id in the store, for the files of one dataset, one after the other."""

    def __init__(self, dataset: str, held: int = _HELD) -> None:
        self._stem = f"_:{slug(dataset)}."
        self._held = held
        self._count = 0
        self._known: dict[str, str] = {}
        self._spilled: sqlite3.Connection | None = None

    def next_file(self) -> None:
        """Labels are local to a file; the numbers go on."""
        self._known.clear()
        self.close()

    def id(self, label: str) -> str:
        found = self._known.get(label)
        if found is None:
            found = self._recall(label)
            if found is None:
                self._count += 1
                found = f"{self._stem}{self._count}"
            if len(self._known) >= self._held:
                self._spill()
            self._known[label] = found
        return found

    def close(self) -> None:
        if self._spilled is not None:
            self._spilled.close()
            self._spilled = None

    def _recall(self, label: str) -> str | None:
        if self._spilled is None:
            return None
        row = self._spilled.execute("SELECT id FROM blank WHERE label = ?", (label,)).fetchone()
        return str(row[0]) if row else None

    def _spill(self) -> None:
        if self._spilled is None:
            # An empty name makes a temporary file that goes with the connection. Chunks are read
            # in worker threads, one at a time.
            self._spilled = sqlite3.connect("", check_same_thread=False, isolation_level=None)
            self._spilled.execute("CREATE TABLE blank (label TEXT PRIMARY KEY, id TEXT)")
        self._spilled.execute("BEGIN")
        self._spilled.executemany("INSERT OR IGNORE INTO blank VALUES (?, ?)", self._known.items())
        self._spilled.execute("COMMIT")
        self._known.clear()
