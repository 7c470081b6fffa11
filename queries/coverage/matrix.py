"""A matrix of two dimensions: in each cell how many statements, of what certainty and status.

One funding event counts once in a cell, however many statements tell of it. It then has the
status that says least (an announcement beside a promise is no promise twice over, and a promise
beside a fact no fact) and is stated where any statement of it is.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import product
from typing import Any

from graph.port import Row
from queries import pages
from queries.coverage.about import about
from queries.coverage.counting import Cell, Counted, cells_of, count, listed
from queries.coverage.dimensions import Dimension, pair
from queries.coverage.texts import text
from queries.filters import Filters, bind
from queries.hydrate import Known, edges, number, show_thing
from queries.params import one_of, within
from queries.reader import Reader

COLUMNS = 100
MOST = 5
"""Statements that a cell lists unless asked for more."""
MEASURES = ("statements", "count", "amounts")


async def matrix(
    reader: Reader,
    rows: str,
    columns: str,
    cells: str = "statements",
    filters: Filters | None = None,
    *,
    most: int = MOST,
    max_columns: int = COLUMNS,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """A page of the matrix' rows, the fullest first; empty cells are left out.

    `cells`: `statements` counts and lists the first `most` of each cell, `count` only counts,
    `amounts` adds what is printed of its funding events. Columns beyond `max_columns`, the
    emptiest, are left out and said to be. Raises `WrongParameter`, `UnknownId`, `StaleCursor`.
    """
    filters = filters or Filters()
    one, other = pair(rows, columns)
    measure = one_of("cells", cells, MEASURES)
    most, max_columns = within("most", most, 1, 100), within("max_columns", max_columns, 1, 1000)
    lexicon = await reader.lexicon()
    bound = await bind(reader, filters)
    asked = {
        "rows": rows, "columns": columns, "cells": cells, "most": most,
        "max_columns": max_columns, **filters.given(),
    }  # fmt: skip
    window = pages.window("matrix", asked, lexicon.version, limit=limit, cursor=cursor)
    queries = cells_of(lexicon, one, other, bound)
    counted = await count(reader, queries, bound)
    row_order, column_order = await asyncio.to_thread(_order, counted)
    kept_columns = column_order[:max_columns]
    kept_rows = row_order[window.skip : window.skip + window.limit]
    shown = {cell: counted[cell] for cell in product(kept_rows, kept_columns) if cell in counted}
    statements = await listed(reader, queries, bound, shown, most) if measure != "count" else {}
    known = Known(reader, lexicon, lang)
    axes = (_Axis(known, one), _Axis(known, other))
    await known.fetch(
        things=[*axes[0].things(kept_rows), *axes[1].things(kept_columns)],
        nodes={s for some in statements.values() for s in some},
    )
    amounts = await _amounts(reader, shown) if measure == "amounts" else None
    items = [
        {
            "row": axes[0].show(row),
            "cells": [
                _show(known, axes[1].key(column), shown[row, column],
                      statements.get((row, column)), amounts)
                for column in kept_columns
                if (row, column) in shown
            ],
        }
        for row in kept_rows
    ]  # fmt: skip
    return {
        **window.page(items, len(row_order)).as_dict(),
        "rows": rows,
        "columns": columns,
        "column_items": [axes[1].show(column) for column in kept_columns],
        "columns_total": len(column_order),
        "columns_truncated": len(column_order) > len(kept_columns),
        "about": await about(reader, lang, bound.documents, bound.as_of),
    }


def _order(counted: dict[Cell, Counted]) -> tuple[list[str], list[str]]:
    """Rows and columns, the fullest first."""
    totals: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for cell, found in counted.items():
        for total, key in zip(totals, cell, strict=True):
            total[key] += found.count
    by_count = [sorted(total, key=lambda key: (-total[key], key)) for total in totals]
    return by_count[0], by_count[1]


async def _amounts(reader: Reader, shown: dict[Cell, Counted]) -> dict[str, list[Row]]:
    """What is printed of each funding event, each wording once."""
    events = sorted({event for found in shown.values() for event in found.events})
    printed: dict[str, list[Row]] = defaultdict(list)
    for row in await reader.graph.read(text("amounts"), {"ids": events}, timeout=reader.timeout):
        printed[row["event"]].append(row)
    return printed


class _Axis:
    """How the keys of one axis are shown: things, or a status or class by its concept."""

    def __init__(self, known: Known, dimension: Dimension) -> None:
        self._known = known
        self._terms = dimension.name in {"status", "kind"}

    def things(self, keys: Iterable[str]) -> list[str]:
        return [self._known.concept(key) if self._terms else key for key in keys]

    def key(self, key: str) -> str:
        return key if self._terms else self._known.lexicon.ids.short(key)

    def show(self, key: str) -> dict[str, Any]:
        return show_thing(self._known, self.things([key])[0])


def _show(
    known: Known,
    column: str,
    found: Counted,
    listed: list[str] | None,
    amounts: dict[str, list[Row]] | None,
) -> dict[str, Any]:
    short = known.lexicon.ids.short
    by_certainty: dict[str, dict[str, int]] = {"stated": {}, "implied": {}}
    for (certainty, status), units in sorted(found.units.items()):
        if units:
            by_certainty.setdefault(certainty, {})[status] = units
    cell: dict[str, Any] = {
        "column": column,
        "count": found.count,
        "stated": by_certainty.pop("stated"),
        "implied": by_certainty.pop("implied"),
        "statements_total": found.statements,
        "funding_events": [short(event) for event in sorted(found.events)],
    }
    if listed is not None:
        cell["statements"] = [_reference(known, iri) for iri in listed]
    if amounts is not None:
        cell["amounts"] = [
            {
                "funding_event": short(event),
                "amount": number(str(row["amount"])),
                "currency": row["currency"],
                "qualifier": row["qualifier"],
                "status": row["status"],
                "statement": short(row["statement"]),
            }
            for event in sorted(found.events)
            for row in amounts.get(event, ())
        ]
    return cell


def _reference(known: Known, iri: str) -> dict[str, Any]:
    """A statement as a cell lists it: where it stands and how sure it is."""
    row = known.nodes.get(iri)
    sources = [known.paragraphs[p] for p in edges(row, "HAD_PRIMARY_SOURCE")
               if p in known.paragraphs] if row else []  # fmt: skip
    return {
        "id": known.lexicon.ids.short(iri),
        "status": row["properties"].get("status") if row else None,
        "certainty": row["properties"].get("certainty") if row else None,
        "paragraphs": [
            {"document": p.document, "paragraph": p.locator}
            for p in sorted(sources, key=lambda p: (p.document, p.order, p.iri))
        ],
    }
