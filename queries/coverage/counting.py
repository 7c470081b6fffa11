"""Count a matrix as the engine finds it: rows and columns in all, then the cells that are shown.

Only cells that a page shows are counted one by one, so that what is read does not grow with the
matrix.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.port import Row
from queries.coverage.cells import Cells, Tail
from queries.coverage.dimensions import PLACE_TYPES, Dimension
from queries.coverage.texts import text
from queries.filters import Bound, predicates
from queries.hydrate import Known, kind_of
from queries.ids import as_list
from queries.reader import Lexicon, Reader

# From what says most to what says least.
STATUSES = (
    "actual", "committed", "announced", "planned", "offered", "proposed", "recommended",
    "requested", "encouraged", "commended",
)  # fmt: skip
_RANK = {status: place for place, status in enumerate(STATUSES)}
Cell = tuple[str, str]
Group = tuple[str, str]


@dataclass(slots=True)
class Counted:
    """One cell: units by certainty and status, statements in all and the first of them, events."""

    units: Counter[Group] = field(default_factory=Counter)
    statements: int = 0
    first: list[str] = field(default_factory=list)
    events: dict[str, list[tuple[Group, str]]] = field(default_factory=lambda: defaultdict(list))

    @property
    def count(self) -> int:
        return self.units.total()

    def settle(self, most: int) -> None:
        """Put one unit for each funding event in the place of the statements that tell of it, and
        keep the first statements by id."""
        self.first = sorted(set(self.first))[:most]
        told = {statement: group for all_ in self.events.values() for group, statement in all_}
        self.units -= Counter(told.values())
        for all_ in self.events.values():
            certainty = "stated" if any(g[0] == "stated" for g, _ in all_) else "implied"
            status = max((g[1] for g, _ in all_), key=lambda s: (_RANK.get(s, len(_RANK)), s))
            self.units[certainty, status] += 1


def cells_of(lexicon: Lexicon, rows: Dimension, columns: Dimension, bound: Bound) -> Cells:
    """The queries for a matrix under these filters."""
    return Cells(rows, columns, _types(lexicon, bound), _filtered(bound))


async def totals(reader: Reader, queries: Cells, bound: Bound) -> tuple[Counter[str], Counter[str]]:
    """How many statements each row and each column holds in all."""
    params = _params(await reader.lexicon(), bound)
    kinds = await _kinds(reader, queries)
    found: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    tails: tuple[Tail, Tail] = ("rows", "columns")
    for tail, total, by_kind in zip(tails, found, (kinds.rows, kinds.columns), strict=True):
        for query in queries.texts(tail):
            for row in await reader.read(query, params):
                thing = kinds.kinds[row["thing"]] if by_kind else row["thing"]
                total[thing] += row["statements"]
    return found


async def count(
    reader: Reader,
    queries: Cells,
    bound: Bound,
    rows: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
    most: int = 0,
) -> dict[Cell, Counted]:
    """The cells of these rows and columns (None: of all) that hold anything, each with the first
    `most` of its statements."""
    kinds = await _kinds(reader, queries)
    params = {
        **_params(await reader.lexicon(), bound),
        "rows": None if rows is None else kinds.of(rows, kinds.rows),
        "columns": None if columns is None else kinds.of(columns, kinds.columns),
        "most": most,
    }
    counted: dict[Cell, Counted] = defaultdict(Counted)
    for query in queries.texts("list" if most else "count", some=rows is not None):
        found = await reader.read(query, params)
        # There may be as many as cells: other requests go on meanwhile.
        await asyncio.to_thread(_add, counted, found, kinds)
    for query in queries.texts("tell"):
        found = await reader.read(query, params)
        await asyncio.to_thread(_tell, counted, found, kinds)
    for cell in counted.values():
        cell.settle(most)
    return dict(counted)


def _add(counted: dict[Cell, Counted], rows: list[Row], kinds: _Kinds) -> None:
    for row in rows:
        found = counted[kinds.cell(row)]
        found.units[row["certainty"] or "", row["status"] or ""] += row["statements"]
        found.statements += row["statements"]
        found.first += row["first"]


def _tell(counted: dict[Cell, Counted], rows: list[Row], kinds: _Kinds) -> None:
    for row in rows:
        group = (row["certainty"] or "", row["status"] or "")
        for event in row["events"]:
            counted[kinds.cell(row)].events[event].append((group, row["statement"]))


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Turns actors into their kinds on the axes that ask for kinds."""

    kinds: dict[str, str]
    rows: bool
    columns: bool

    def cell(self, row: Row) -> Cell:
        one, other = row["row"], row["column"]
        return (
            self.kinds[one] if self.rows else one,
            self.kinds[other] if self.columns else other,
        )

    def of(self, wanted: Iterable[str], on: bool) -> list[str]:
        """The actors of kinds, where the axis holds kinds."""
        held = set(wanted)
        return sorted(a for a, k in self.kinds.items() if k in held) if on else sorted(held)


async def _kinds(reader: Reader, queries: Cells) -> _Kinds:
    rows, columns = queries.rows.name == "kind", queries.columns.name == "kind"
    if not rows and not columns:
        return _Kinds({}, False, False)
    lexicon = await reader.lexicon()
    params = {"actor": f"{lexicon.ids.ontology}Actor"}
    found = await reader.read(text("actor-classes"), params)
    classes = {lexicon.ids.short(row["id"]) for row in found} or {"Actor"}
    known = Known(reader, lexicon, "en")
    kinds: dict[str, str] = {}
    # Read from the graph, since only things with a name are known by heart.
    for row in await reader.read(text("actor-types"), {}):
        kind = kind_of(known, set(as_list(row["types"])) & classes) or "Actor"
        kinds |= dict.fromkeys(row["actors"], kind)
    return _Kinds(kinds, rows, columns)


def _params(lexicon: Lexicon, bound: Bound) -> dict[str, Any]:
    """The parameters of all queries: predicates by their relationship types and by their IRIs."""
    params = bound.params()
    types = {iri: lexicon.table.rule(iri).type for iri in predicates(lexicon).values()}
    wanted = set(params.pop("types") or types.values())
    return {
        **params,
        "where_types": list(PLACE_TYPES),
        "predicates": sorted(iri for iri, type_ in types.items() if type_ in wanted),
        "where_predicates": sorted(iri for iri, type_ in types.items() if type_ in PLACE_TYPES),
        "place_predicates": sorted(
            iri for iri, type_ in types.items() if type_ in bound.place_types
        ),
    }


def _types(lexicon: Lexicon, bound: Bound) -> tuple[str, ...]:
    if bound.types:
        return bound.types
    table = lexicon.table
    return tuple(sorted({table.rule(iri).type for iri in predicates(lexicon).values()}))


def _filtered(bound: Bound) -> bool:
    """Whether a filter asks for what the edge does not carry."""
    return any(getattr(bound, name, None) for name in ("documents", "themes", "datasets"))
