"""Statements: the list by filters, and one of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from graph.port import Row
from queries import pages, params
from queries.errors import UnknownId
from queries.hydrate import Known, show_statement
from queries.pages import Page, Window
from queries.reader import Reader, nearest


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """What statements to list; ids as people write them. `as_of`: a year, month or day."""

    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    place: str | None = None
    status: str | None = None
    certainty: str | None = None
    document: str | None = None
    as_of: str | None = None


async def listed(
    reader: Reader,
    wanted: StatementFilter,
    *,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> Page:
    """A page of the statements that pass every filter, by id (document, paragraph, subject …)."""
    lexicon = await reader.lexicon()
    bound: dict[str, Any] = asdict(wanted)
    for name in ("subject", "predicate", "object", "place", "document"):
        if bound[name]:
            bound[name] = await reader.resolve(bound[name], name, lexicon)
    for name, scheme in (("status", "Statuses"), ("certainty", "Certainties")):
        if bound[name]:
            value = lexicon.ids.term(bound[name])
            bound[name] = params.one_of(name, value, await reader.values_of(scheme))
    if bound["as_of"]:
        # The end of the year or month that was named.
        bound["as_of"] = (params.date("as_of", bound["as_of"]) + "-12-31")[:10]
    bound = {name: value or None for name, value in bound.items()}
    window = pages.window("statements", bound, lexicon.version, limit=limit, cursor=cursor)
    rows, total = await _rows(reader, bound, window)
    ids = [row["id"] for row in rows]
    known = Known(reader, lexicon, lang)
    await known.fetch(nodes=ids)
    shown = [show_statement(known, iri) for iri in ids]
    return window.page(shown, total, ids[-1] if ids else None)


# What narrows most comes first: an object is said less about than a predicate is used.
_ANCHORS = (
    ("object", ["OBJECT"]),
    ("subject", ["SUBJECT"]),
    ("place", ["PLACE", "APPLIES_TO"]),
    ("predicate", ["PREDICATE"]),
)


async def _rows(reader: Reader, bound: dict[str, Any], window: Window) -> tuple[list[Row], int]:
    """The ids of a window's statements, and how many pass the filters. Where a filter names a
    thing, only the statements around it are read; without any filter, only those shown."""
    if not any(bound.values()):
        return await reader.ask_page("statements-all", window)
    for name, roles in _ANCHORS:
        if bound[name]:
            anchor = bound[name]
            return await reader.ask_page(
                "statements-around", window, anchor=anchor, roles=roles, **bound
            )
    return await reader.ask_page("statements", window, **bound)


async def one(reader: Reader, id_: str, *, lang: str = "en") -> dict[str, Any]:
    """A statement. Raises `UnknownId` where the id is none or is that of something else."""
    lexicon = await reader.lexicon()
    iri = await reader.resolve(id_, lexicon=lexicon)
    known = Known(reader, lexicon, lang)
    await known.fetch(nodes=[iri])
    if "Statement" not in known.nodes[iri]["labels"]:
        raise UnknownId(id_, nearest(lexicon, id_))
    return show_statement(known, iri)
