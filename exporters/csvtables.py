"""CSV (RFC 4180, UTF-8): the two tables that Gephi's "Import spreadsheet" expects, and statements.

Heads are the names that programs use, not titles: Gephi guesses the separator by counting spaces
and commas in the head, and takes an apostrophe in it for a quote. All begin with a byte-order mark:
without it Excel reads UTF-8 as the local code page, and Gephi, pandas (`utf-8-sig`), R and
LibreOffice skip it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exporters.cells import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    edge_row,
    neutral,
    node_row,
    plain,
    unescaping,
)
from exporters.stream import Encoder
from exporters.subgraph import Attribute, Edge, Node, Row, Subgraph, Table
from exporters.xmltext import stripped

BOM = "\ufeff"
PARTS = ("nodes", "edges", "statements")


class CsvEncoder(Encoder):
    """One of the tables of a subgraph. ValueError for statements where it has none."""

    def __init__(self, subgraph: Subgraph, part: str) -> None:
        self.parts = (part,)
        if part == "statements" and subgraph.statements is None:
            raise ValueError("this cut has no table of statements")
        self._tables = Tables(subgraph)

    def begin(self) -> bytes:
        return self._tables.head(self.parts[0])

    def nodes(self, rows: Sequence[Node]) -> bytes:
        return self._tables.nodes(rows)

    def edges(self, rows: Sequence[Edge]) -> bytes:
        return self._tables.edges(rows)

    def statements(self, rows: Sequence[Row]) -> bytes:
        return lines(map(_cells, rows))

    def end(self) -> Iterator[bytes]:
        return iter(())


class Tables:
    """The lines of each table of a subgraph."""

    def __init__(self, subgraph: Subgraph) -> None:
        self._kinds = subgraph.kinds
        statements = subgraph.statements
        self._columns: dict[str, Sequence[Attribute]] = {
            "nodes": [*NODE_COLUMNS, *subgraph.node_attributes],
            "edges": [*EDGE_COLUMNS, *subgraph.edge_attributes],
            "statements": statements.columns if statements else (),
        }
        self._edges = 0

    def head(self, part: str) -> bytes:
        return head(self._columns[part])

    def nodes(self, rows: Sequence[Node]) -> bytes:
        return lines((_cells(node_row(node, self._kinds)) for node in rows), gephi=True)

    def edges(self, rows: Sequence[Edge]) -> bytes:
        first = self._edges + 1
        self._edges += len(rows)
        cells = (_cells(edge_row(edge, number)) for number, edge in enumerate(rows, first))
        return lines(cells, gephi=True)


def head(columns: Iterable[Attribute]) -> bytes:
    """The first line of a table, with the byte-order mark."""
    return BOM.encode() + lines([[column.name for column in columns]])


def lines(rows: Iterable[Sequence[Any]], *, gephi: bool = False) -> bytes:
    """Rows of single values as CSV: texts neutralised, without control characters, None empty.

    `gephi`: also without what Gephi's reader stumbles over.
    """
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_text(value, gephi) for value in row] for row in rows)
    return out.getvalue().encode()


def table(table: Table) -> Iterator[bytes]:
    """Any table with rows at hand as CSV, batch by batch."""
    yield head(table.columns)
    assert isinstance(table.rows, Iterable)
    for rows in table.rows:
        yield lines(map(_cells, rows))


def _cells(values: Row) -> list[str | int | float | bool | None]:
    return [plain(value) for value in values]


def _text(value: Any, gephi: bool) -> Any:
    if isinstance(value, str):
        text = neutral(stripped(value))
        return unescaping(text) if gephi and "\\" in text else text
    return str(value).lower() if isinstance(value, bool) else value


class _Sink(io.RawIOBase):
    """What a zip file is written to: keeps the bytes until they are taken, cannot go back."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._chunks.append(bytes(data))
        return len(data)

    def take(self) -> bytes:
        taken = b"".join(self._chunks)
        self._chunks.clear()
        return taken


class CsvZipEncoder(Encoder):
    """`nodes.csv`, `edges.csv` and, where there are any, `statements.csv`, in one zip file."""

    def __init__(self, subgraph: Subgraph) -> None:
        self.parts = PARTS if subgraph.statements else PARTS[:2]
        self._tables = Tables(subgraph)
        day = subgraph.modified
        self._date = (day.year, day.month, day.day, 0, 0, 0) if day else (1980, 1, 1, 0, 0, 0)
        self._sink = _Sink()
        self._zip = ZipFile(self._sink, "w", ZIP_DEFLATED)
        self._open = self._next(0)

    def begin(self) -> bytes:
        return self._sink.take()

    def nodes(self, rows: Sequence[Node]) -> bytes:
        return self._write("nodes", self._tables.nodes(rows))

    def edges(self, rows: Sequence[Edge]) -> bytes:
        return self._write("edges", self._tables.edges(rows))

    def statements(self, rows: Sequence[Row]) -> bytes:
        return self._write("statements", lines(map(_cells, rows)))

    def end(self) -> Iterator[bytes]:
        yield self._write(self.parts[-1], b"")
        self._open.close()
        self._zip.close()
        yield self._sink.take()

    def _write(self, part: str, data: bytes) -> bytes:
        while self.parts[self._at] != part:
            self._open.close()
            self._open = self._next(self._at + 1)
        self._open.write(data)
        return self._sink.take()

    def _next(self, at: int) -> Any:
        """Begin the table of a part."""
        self._at = at
        part = self.parts[at]
        info = ZipInfo(f"{part}.csv", self._date)
        info.compress_type = ZIP_DEFLATED
        # Sizes are not known yet, and may pass 4 GiB.
        opened = self._zip.open(info, "w", force_zip64=True)
        opened.write(self._tables.head(part))
        return opened
