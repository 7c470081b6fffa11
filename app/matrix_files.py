"""A matrix as a table: CSV with a column a column, XLSX with that and a sheet of all counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exporters import csvtables
from exporters.subgraph import Attribute, Row, Table
from exporters.xlsx import XlsxBook

_WORDS = {
    "en": {
        "matrix": "Matrix", "cells": "Cells", "label": "Label", "row": "Row", "column": "Column",
        "certainty": "Certainty", "status": "Status", "count": "Count", "statements": "Statements",
        "once": "Counts are of statements; each funding event counts once in a cell.",
        "cut": "Not all rows or columns are here: ask with limit, cursor or max_columns.",
    },
    "fr": {
        "matrix": "Matrice", "cells": "Cellules", "label": "Libellé", "row": "Ligne",
        "column": "Colonne", "certainty": "Certitude", "status": "Statut", "count": "Nombre",
        "statements": "Énoncés",
        "once": "Les nombres sont des énoncés ; un financement compte une fois par cellule.",
        "cut": "Lignes ou colonnes manquent : demandez avec limit, cursor ou max_columns.",
    },
}  # fmt: skip


def csv(matrix: dict[str, Any], lang: str) -> Iterator[bytes]:
    """The grid of counts; heads are ids, each row also has its label."""
    return csvtables.table(Table(_columns(matrix, lang), [list(_grid(matrix))]))


def xlsx(matrix: dict[str, Any], lang: str) -> Iterator[bytes]:
    """A workbook: the grid of counts, and a sheet with a line for each count of each cell."""
    words = _WORDS[lang]
    book = XlsxBook(lang)
    grid = book.sheet(words["matrix"], _columns(matrix, lang))
    for row in _grid(matrix):
        grid.append(row)
    names = ("row", "label", "column", "label", "certainty", "status", "count", "statements")
    cells = book.sheet(words["cells"], [Attribute(name, words[name]) for name in names])
    for row in _lines(matrix):
        cells.append(row)
    cut = matrix["truncated"] or matrix["columns_truncated"]
    return book.finish([matrix["about"]["says"], words["once"], words["cut"] if cut else ""])


def _columns(matrix: dict[str, Any], lang: str) -> tuple[Attribute, ...]:
    words = _WORDS[lang]
    head = (Attribute(matrix["rows"], words["row"]), Attribute("label", words["label"]))
    return head + tuple(
        Attribute(item["id"], item["label"], "integer") for item in matrix["column_items"]
    )


def _grid(matrix: dict[str, Any]) -> Iterator[Row]:
    columns = [item["id"] for item in matrix["column_items"]]
    for item in matrix["items"]:
        counts = {cell["column"]: cell["count"] for cell in item["cells"]}
        own = [item["row"]["id"], item["row"]["label"]]
        yield [*own, *(counts.get(column) for column in columns)]


def _lines(matrix: dict[str, Any]) -> Iterator[Row]:
    labels = {item["id"]: item["label"] for item in matrix["column_items"]}
    for item in matrix["items"]:
        for cell in item["cells"]:
            listed = [s["id"] for s in cell.get("statements") or ()]
            for certainty in ("stated", "implied"):
                for status, count in cell[certainty].items():
                    yield [
                        item["row"]["id"], item["row"]["label"], cell["column"],
                        labels[cell["column"]], certainty, status, count, listed,
                    ]  # fmt: skip
