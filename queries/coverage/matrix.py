"""A matrix of two dimensions: in each cell how many statements, of what certainty and status.

One funding event counts once in a cell, however many statements tell of it. It then has the
status that says least (an announcement beside a promise is no promise twice over, and a promise
beside a fact no fact) and is stated where any statement of it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from graph.port import Row
from queries import pages
from queries.coverage.about import about
from queries.coverage.counting import Cell, Counted, cells_of, count, totals
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
    reader = await reader.at(filters.as_of)
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
    row_totals, column_totals = await totals(reader, queries, bound)
    kept_rows = _fullest(row_totals)[window.skip : window.skip + window.limit]
    kept_columns = _fullest(column_totals)[:max_columns]
    listing = 0 if measure == "count" else most
    counted = await count(reader, queries, bound, kept_rows, kept_columns, listing)
    known = Known(reader, lexicon, lang)
    axes = (_Axis(known, one), _Axis(known, other))
    await known.fetch(
        things=[*axes[0].things(kept_rows), *axes[1].things(kept_columns)],
        nodes={s for cell in counted.values() for s in cell.first},
    )
    amounts = await _amounts(reader, counted) if measure == "amounts" else None
    items = [
        {
            "row": axes[0].show(row),
            "cells": [
                _show(known, axes[1].key(column), counted[row, column], listing, amounts)
                for column in kept_columns
                if (row, column) in counted
            ],
        }
        for row in kept_rows
    ]  # fmt: skip
    return {
        **window.page(items, len(row_totals)).as_dict(),
        "rows": rows,
        "columns": columns,
        "column_items": [axes[1].show(column) for column in kept_columns],
        "columns_total": len(column_totals),
        "columns_truncated": len(column_totals) > len(kept_columns),
        "about": await about(reader, lang, bound.documents),
    }


def _fullest(totals: Counter[str]) -> list[str]:
    return sorted(totals, key=lambda key: (-totals[key], key))


async def _amounts(reader: Reader, counted: dict[Cell, Counted]) -> dict[str, list[Row]]:
    """What is printed of each funding event, each wording once."""
    events = sorted({event for found in counted.values() for event in found.events})
    printed: dict[str, list[Row]] = defaultdict(list)
    for row in await reader.read(text("amounts"), {"ids": events}):
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
    listing: int,
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
    if listing:
        cell["statements"] = [_reference(known, iri) for iri in found.first]
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
