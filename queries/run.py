"""Run a catalogue query: check its parameters, read a page of rows, show them in a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from graph.port import Row
from queries import hydrate, pages, params
from queries.catalogue import Column, Query
from queries.errors import UnknownQuery
from queries.hydrate import Known
from queries.ids import as_list
from queries.labels import choose
from queries.pages import Page, Window
from queries.reader import Reader

_WEIGHT = {"stated": 0, "implied": 1}


def find(reader: Reader, name: str) -> Query:
    """The query of a name. Raises `UnknownQuery` with the nearest names."""
    if name not in reader.catalogue:
        raise UnknownQuery(name, params.closest(name, list(reader.catalogue)))
    return reader.catalogue[name]


async def run(
    reader: Reader,
    name: str,
    given: Mapping[str, Any],
    *,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> Page:
    """A page of a query's rows, shown in `lang`. Raises the errors of `queries.errors`."""
    query = find(reader, name)
    lexicon = await reader.lexicon()
    bound = await params.bind(reader, query, given, lexicon)
    asked = {**bound, "as_of": reader.as_of}
    window = pages.window(
        name, asked, lexicon.version, limit=limit, cursor=cursor,
        default=query.default_limit, maximum=query.max_limit,
    )  # fmt: skip
    rows, total = await read(reader, query, bound, window)
    known = Known(reader, lexicon, lang)
    page = window.page(await show(known, query.header.columns, rows), total)
    return replace(page, included=included(known, query.header.columns, rows))


def included(
    known: Known, columns: Mapping[str, Column], rows: list[Row]
) -> dict[str, dict[str, Any]] | None:
    """`{"premises": {id: statement}}`: what inferences rest on, once for all rows that name it;
    None where the query has no such column."""
    if not any(type_ == "premises" for type_ in _types(columns)):
        return None
    named = {
        str(iri)
        for type_, value in _values(columns, rows)
        if type_ == "premises"
        for iri in as_list(value)
        if iri is not None
    }
    shown = (hydrate.show_premise(known, iri) for iri in sorted(named))
    return {"premises": {premise["statement"]: premise for premise in shown}}


def _types(columns: Mapping[str, Column]) -> Iterator[str]:
    for column in columns.values():
        yield column.type
        yield from _types(column.fields)


async def read(
    reader: Reader, query: Query, bound: Mapping[str, Any], window: Window
) -> tuple[list[Row], int]:
    """The rows of a window and how many there are in all.

    One row more than the window is read: where it comes, all are counted by a second query.
    """
    text, more = query.at(reader.as_of)
    bound = {**bound, **more}
    page = {**bound, "skip_rows": window.skip, "take_rows": window.limit + 1}
    rows = await reader.graph.read(
        f"{text}\nSKIP $skip_rows LIMIT $take_rows", page, timeout=reader.timeout
    )
    if len(rows) <= window.limit and (rows or not window.skip):
        return rows, window.skip + len(rows)
    count = f"CALL {{\n{text}\n}}\nRETURN count(*) AS total"
    counted = await reader.graph.read(count, bound, timeout=reader.timeout)
    return rows[: window.limit], int(counted[0]["total"])


async def show(known: Known, columns: Mapping[str, Column], rows: list[Row]) -> list[Row]:
    """Rows with every column shown as its type says."""
    things: set[str] = set()
    nodes: set[str] = set()
    for type_, value in _values(columns, rows):
        if type_ in {"thing", "things"}:
            things.update(str(v) for v in as_list(value))
        elif type_ in {"concept", "concepts"}:
            things.update(known.concept(str(v)) for v in as_list(value))
        elif type_ in {"statement", "statements", "premises", "commitments", "evidence"}:
            nodes.update(str(v) for v in as_list(value))
    await known.fetch(things=things, nodes=nodes)
    return [{name: _show(known, columns[name], row[name]) for name in columns} for row in rows]


def _values(columns: Mapping[str, Column], rows: Iterable[Row]) -> Iterator[tuple[str, Any]]:
    for row in rows:
        for name, column in columns.items():
            value = row.get(name)
            if column.type == "map" and value is not None:
                yield from _values(column.fields, [value])
            else:
                yield column.type, value


def _show(known: Known, column: Column, value: Any) -> Any:
    many = sorted({str(v) for v in as_list(value) if v is not None})
    match column.type:
        case "thing":
            return hydrate.show_thing(known, value) if value is not None else None
        case "things":
            return hydrate.show_things(known, many)
        case "concept":
            return hydrate.show_thing(known, known.concept(value)) if value is not None else None
        case "concepts":
            return hydrate.show_things(known, (known.concept(v) for v in many))
        case "statement":
            return hydrate.show_statement(known, value) if value is not None else None
        case "statements":
            return [hydrate.show_statement(known, v) for v in many]
        case "ref":
            return known.lexicon.ids.short(value) if value is not None else None
        case "refs":
            return [known.lexicon.ids.short(v) for v in many]
        case "premises":
            return [hydrate.show_premise_in_short(known, v) for v in many]
        case "commitments":
            return [hydrate.show_commitment_in_short(known, v) for v in many]
        case "evidence":
            return hydrate.show_evidence(known, many)
        case "strings":
            return many
        case "text":
            return _text(known, value)
        case "number":
            return hydrate.number(value) if isinstance(value, str) else value
        case "map":
            if value is None:
                return None
            return {name: _part(known, f, value.get(name)) for name, f in column.fields.items()}
        case _:
            return value


def _part(known: Known, column: Column, value: Any) -> Any:
    """A part of a map. Premises are named only: the row itself or `included` shows them."""
    if column.type == "premises":
        return [{"statement": premise["statement"]} for premise in _show(known, column, value)]
    return _show(known, column, value)


def _text(known: Known, value: Any) -> str | None:
    """A text in the asker's language from `{en: …, fr: …}` as a query returns it."""
    if value is None or isinstance(value, str):
        return value
    found = {lang: [str(v) for v in as_list(text)] for lang, text in value.items() if text}
    chosen = choose(found, known.lang)
    return chosen[0] if chosen else None
