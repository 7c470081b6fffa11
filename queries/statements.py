"""Statements: the list by filters, and one of them."""

from __future__ import annotations

from typing import Any

from graph.port import Row
from queries import pages
from queries.errors import UnknownId
from queries.filters import Filters, bind, predicates
from queries.hydrate import Known, show_statement
from queries.pages import Page, Window
from queries.reader import Lexicon, Reader, nearest


class StatementFilter(Filters):
    """The shared filters, and the ends of the statements."""

    subject: str | None = None
    object: str | None = None


async def listed(
    reader: Reader,
    wanted: StatementFilter,
    *,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> Page:
    """A page of the statements that pass every filter, by id (document, paragraph, subject …)."""
    reader = await reader.at(wanted.as_of)
    lexicon = await reader.lexicon()
    bound = await _bound(reader, lexicon, wanted)
    asked = {**bound, "as_of": reader.as_of}
    window = pages.window("statements", asked, lexicon.version, limit=limit, cursor=cursor)
    rows, total = await _rows(reader, bound, window)
    ids = [row["id"] for row in rows]
    known = Known(reader, lexicon, lang)
    await known.fetch(nodes=ids)
    shown = [show_statement(known, iri) for iri in ids]
    return window.page(shown, total, ids[-1] if ids else None)


async def _bound(reader: Reader, lexicon: Lexicon, wanted: StatementFilter) -> dict[str, Any]:
    """The parameters of the queries: what is not asked for is None."""
    bound = await bind(reader, wanted.alone())
    params = bound.params()
    params.pop("as_of")  # the reader's
    types, place_types = params.pop("types"), params.pop("place_types")
    iris = {lexicon.table.rule(iri).type: iri for iri in predicates(lexicon).values()}
    params["predicates"] = types and [iris[name] for name in types]
    params["place_predicates"] = bound.places and [iris[name] for name in place_types]
    for name in ("subject", "object"):
        value = getattr(wanted, name)
        params[name] = await reader.resolve(value, name, lexicon) if value else None
    return params


# What narrows most comes first: an object is said less about than a predicate is used.
_ANCHORS = (
    ("object", ["OBJECT"]),
    ("subject", ["SUBJECT"]),
    ("places", ["PLACE", "APPLIES_TO", "OBJECT"]),
    ("predicates", ["PREDICATE"]),
)


async def _rows(reader: Reader, bound: dict[str, Any], window: Window) -> tuple[list[Row], int]:
    """The ids of a window's statements, and how many pass the filters. Where a filter names a
    thing, only the statements around it are read; without any filter, only those shown."""
    if not any(bound.values()):
        return await reader.ask_page("statements-all", window)
    for name, roles in _ANCHORS:
        if anchors := bound[name]:
            anchors = [anchors] if isinstance(anchors, str) else anchors
            return await reader.ask_page(
                "statements-around", window, anchors=anchors, roles=roles, **bound
            )
    return await reader.ask_page("statements", window, **bound)


async def one(reader: Reader, id_: str, *, lang: str = "en") -> dict[str, Any]:
    """A statement. Raises `UnknownId` where the id is none or is that of something else."""
    lexicon = await reader.lexicon()
    iri = await reader.resolve(id_, lexicon=lexicon)
    known = Known(reader, lexicon, lang)
    await known.fetch(nodes=[iri])
    if "Statement" not in known.nodes[iri]["labels"] or not await reader.there([iri]):
        raise UnknownId(id_, nearest(lexicon, id_))
    return show_statement(known, iri)
