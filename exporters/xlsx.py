"""XLSX: a sheet each for nodes, edges and statements, and one that says what did not fit.

Heads are titles in the language of the export. No text becomes a formula: heads, and cells that
begin like one, are marked as text (the mark that a typed apostrophe sets) and hold it unchanged. A
cell holds 32,767 characters (Excel, "Specifications and limits"); longer texts end in a note that
says so and are listed on the last sheet. A sheet holds 1,048,576 rows; more go on to another.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from exporters.cells import EDGE_COLUMNS, NODE_COLUMNS, edge_row, node_row, plain, starts_formula
from exporters.stream import Encoder
from exporters.subgraph import Attribute, Edge, Node, Row, Subgraph, Table
from exporters.xmltext import stripped

CELL_LIMIT = 32_767  # UTF-16 code units
ROW_LIMIT = 1_048_576
LISTED = 1000  # cut cells named on the last sheet
_CHUNK = 1 << 16

_WORDS = {
    "en": {
        "nodes": "Nodes", "edges": "Edges", "statements": "Statements", "about": "About",
        "cut": " … [cut: the whole text has {n} characters]",
        "fits": "No text was cut.",
        "cells": "{n} texts were longer than a cell holds (32,767 characters) and were cut:",
    },
    "fr": {
        "nodes": "Nœuds", "edges": "Liens", "statements": "Énoncés", "about": "À propos",
        "cut": " … [coupé : le texte entier compte {n} caractères]",
        "fits": "Aucun texte n’a été coupé.",
        "cells": "{n} textes dépassaient ce que contient une cellule (32 767 caractères) et ont"
        " été coupés :",
    },
}  # fmt: skip


class XlsxEncoder(Encoder):
    """One workbook, kept in temporary files until it is whole: `end` streams it."""

    parts = ("nodes", "edges", "statements")

    def __init__(self, subgraph: Subgraph) -> None:
        self._kinds = subgraph.kinds
        self._about = [subgraph.title, subgraph.description]
        self._book = XlsxBook(subgraph.lang)
        self._columns: dict[str, Sequence[Attribute]] = {
            "nodes": [*NODE_COLUMNS, *subgraph.node_attributes],
            "edges": [*EDGE_COLUMNS, *subgraph.edge_attributes],
        }
        if subgraph.statements:
            self._columns["statements"] = subgraph.statements.columns
        self._sheets: dict[str, Sheet] = {}
        self._edge_count = 0

    def begin(self) -> bytes:
        return b""

    def nodes(self, rows: Sequence[Node]) -> bytes:
        return self._append("nodes", (node_row(node, self._kinds) for node in rows))

    def edges(self, rows: Sequence[Edge]) -> bytes:
        first = self._edge_count + 1
        self._edge_count += len(rows)
        return self._append("edges", (edge_row(edge, n) for n, edge in enumerate(rows, first)))

    def statements(self, rows: Sequence[Row]) -> bytes:
        return self._append("statements", rows)

    def end(self) -> Iterator[bytes]:
        self._append(list(self._columns)[-1], ())
        return self._book.finish(self._about)

    def close(self) -> None:
        self._book.close()

    def _append(self, part: str, rows: Iterable[Row]) -> bytes:
        """Add rows to the sheet of a part; nothing goes out before the end."""
        while part not in self._sheets:  # in order, the empty ones too
            new = list(self._columns)[len(self._sheets)]
            self._sheets[new] = self._book.sheet(self._book.words[new], self._columns[new])
        for row in rows:
            self._sheets[part].append(row)
        return b""


class XlsxBook:
    """A workbook that is written once, row by row."""

    def __init__(self, lang: str) -> None:
        self.words = _WORDS.get(lang, _WORDS["en"])
        self.book = Workbook(write_only=True)
        self.cut: list[tuple[str, int, str]] = []  # sheet, row, column of the first cut texts
        self.cut_count = 0

    def sheet(self, title: str, columns: Sequence[Attribute]) -> Sheet:
        """A sheet with its head."""
        return Sheet(self, title, columns)

    def finish(self, about: Iterable[str] = ()) -> Iterator[bytes]:
        """The workbook, with a last sheet that says what was cut."""
        last = self.book.create_sheet(self.words["about"])
        for line in [*filter(None, about), *self._notes()]:
            last.append([_cell(last, line)])
        for place in self.cut:
            last.append([_cell(last, part) if isinstance(part, str) else part for part in place])
        with tempfile.TemporaryFile() as whole:
            self.book.save(whole)
            whole.seek(0)
            while chunk := whole.read(_CHUNK):
                yield chunk

    def close(self) -> None:
        """Remove the temporary files that openpyxl keeps of sheets that were not saved."""
        sheets: list[Any] = list(self.book.worksheets)
        for sheet in sheets:
            if sheet._writer is not None and Path(sheet._writer.out).exists():
                sheet.close()
                sheet._writer.cleanup()

    def _notes(self) -> list[str]:
        if not self.cut_count:
            return [self.words["fits"]]
        return [self.words["cells"].format(n=self.cut_count)]


class Sheet:
    """A table in a workbook, over as many sheets as its rows need."""

    def __init__(self, book: XlsxBook, title: str, columns: Sequence[Attribute]) -> None:
        self._book = book
        self._title = title
        self._columns = columns
        self._number = 0
        self._begin()

    def append(self, values: Row) -> None:
        if self._rows == ROW_LIMIT:
            self._begin()
        self._rows += 1
        cells = []
        for i, value in enumerate(values):
            cell = plain(value)
            if isinstance(cell, str):
                cell = self._fit(cell, i)
                cells.append(_cell(self._sheet, cell))
            else:
                cells.append(cell)
        self._sheet.append(cells)

    def _begin(self) -> None:
        self._number += 1
        name = self._title if self._number == 1 else f"{self._title} {self._number}"
        self._sheet = self._book.book.create_sheet(name)
        self._sheet.freeze_panes = "A2"
        self._rows = 1
        head = []
        for i, column in enumerate(self._columns):
            cell = _as_text(self._sheet, self._fit(stripped(column.title), i))
            cell.font = Font(bold=True)
            head.append(cell)
        self._sheet.append(head)

    def _fit(self, text: str, column: int) -> str:
        """A text that a cell holds, the cut noted in it and on the last sheet."""
        # No text has more code units than twice its characters.
        if len(text) * 2 <= CELL_LIMIT or _units(text) <= CELL_LIMIT:
            return text
        note = self._book.words["cut"].format(n=len(text))
        kept = text.encode("utf-16-le", "replace")[: 2 * (CELL_LIMIT - _units(note))]
        self._book.cut_count += 1
        if len(self._book.cut) < LISTED:
            name = self._columns[column].title
            self._book.cut.append((self._sheet.title, self._rows, name))
        return kept.decode("utf-16-le", "ignore") + note


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2


def _cell(sheet: Any, text: str) -> Any:
    """A text for a sheet: a plain string, or a cell marked as text where it looks like more."""
    text = stripped(text)
    if not starts_formula(text) and not text.startswith("#"):  # "#N/A" would become an error
        return text
    return _as_text(sheet, text)


def _as_text(sheet: Any, text: str) -> Any:
    """A cell marked as text, whatever it holds."""
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # set after the value, which is taken for a formula or an error
    cell.quotePrefix = True
    return cell


def table(table: Table, lang: str, title: str) -> Iterator[bytes]:
    """Any table with rows at hand as a workbook."""
    book = XlsxBook(lang)
    sheet = book.sheet(title, table.columns)
    assert isinstance(table.rows, Iterable)
    for rows in table.rows:
        for row in rows:
            sheet.append(row)
    return book.finish([title])
