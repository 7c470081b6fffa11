"""Documents and their paragraphs, each with what it states."""

from __future__ import annotations

from typing import Any

from graph.port import Row
from queries import evidence, pages
from queries.errors import UnknownId
from queries.hydrate import (
    Known,
    edges,
    show_commitment_in_short,
    show_premise,
    show_thing,
    show_things,
    show_value,
)
from queries.labels import text_of
from queries.pages import Page
from queries.reader import Reader, nearest


async def listed(
    reader: Reader, *, lang: str = "en", limit: int | None = None, cursor: str | None = None
) -> Page:
    """The documents that the graph holds paragraphs of, with counts."""
    lexicon = await reader.lexicon()
    window = pages.window(
        "documents", {"as_of": reader.as_of}, lexicon.version, limit=limit, cursor=cursor
    )
    rows = await reader.ask("document-list")
    part = rows[window.skip : window.skip + window.limit]
    known = Known(reader, lexicon, lang)
    await known.fetch(nodes=[r["id"] for r in part], things=[r["id"] for r in part])
    return window.page([_document(known, row) for row in part], len(rows))


def _document(known: Known, row: Row) -> dict[str, Any]:
    thing = show_thing(known, row["id"])
    properties = known.nodes[row["id"]]["properties"]
    issued = sorted(str(v) for k, v in properties.items() if k.split("^^")[0] == "issued")
    return {
        "id": row["identifier"] or thing["id"],
        "thing": thing["id"],
        **{name: thing[name] for name in ("iri", "label", "label_lang", "kind")},
        "issued": issued[0] if issued else None,
        "issuer": text_of(properties, "issuerName", known.lang)[0],
        "document_kind": show_value(known, properties, "documentKind") or [],
        "language": properties.get("language"),
        "definition": text_of(properties, "definition", known.lang)[0],
        "counts": {name: row[name] for name in ("paragraphs", "statements", "commitments")},
    }


async def one(reader: Reader, id_: str, *, lang: str = "en") -> dict[str, Any]:
    """A document. Raises `UnknownId` where the graph holds no paragraph of it."""
    lexicon = await reader.lexicon()
    iri = await reader.resolve(id_, lexicon=lexicon)
    for row in await reader.ask("document-counts", id=iri):
        known = Known(reader, lexicon, lang)
        await known.fetch(nodes=[iri], things=[iri])
        return _document(known, row)
    raise UnknownId(id_, nearest(lexicon, id_))


async def paragraphs(
    reader: Reader,
    id_: str,
    *,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> Page:
    """The paragraphs of a document in reading order, each with what it states."""
    lexicon = await reader.lexicon()
    document = await reader.resolve(id_, lexicon=lexicon)
    window = pages.window(
        "paragraphs",
        {"document": document, "as_of": reader.as_of},
        lexicon.version,
        limit=limit,
        cursor=cursor,
    )
    rows = await reader.ask("paragraphs-of", document=document)
    if not rows:
        raise UnknownId(id_, nearest(lexicon, id_))
    ids = [row["id"] for row in rows[window.skip : window.skip + window.limit]]
    said = {row["id"]: row for row in await reader.recall(lexicon, "stated-in", ids)}
    known = Known(reader, lexicon, lang)
    inside = [n for r in said.values() for n in (*r["statements"], *r["commitments"])]
    await known.fetch(nodes=[*ids, *inside])
    return window.page([_paragraph(known, iri, said[iri]) for iri in ids], len(rows))


def _paragraph(known: Known, iri: str, said: Row) -> dict[str, Any]:
    row = known.nodes[iri]
    shown = evidence.show(known.paragraphs, [(iri, "source")], known.reader.sources, known.lang)
    own = shown[0] if shown else {}
    own.pop("role", None)
    locators = {p: known.paragraphs[p].locator for p in known.paragraphs[iri].chapeaux}
    # The paragraph itself is their evidence.
    statements = [_without_evidence(show_premise(known, s)) for s in sorted(said["statements"])]
    commitments = [
        _without_evidence(show_commitment_in_short(known, c)) for c in sorted(said["commitments"])
    ]
    return {
        "id": known.lexicon.ids.short(iri),
        "iri": iri,
        **own,
        "chapeau": sorted(locators.values()),
        "heading": next((show_thing(known, h) for h in edges(row, "UNDER_HEADING")), None),
        "mentions": show_things(known, edges(row, "MENTIONS")),
        "refers_to": show_things(known, edges(row, "REFERS_TO")),
        "statements": statements,
        "commitments": commitments,
    }


def _without_evidence(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != "evidence"}
