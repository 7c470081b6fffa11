"""Things: the search over their names, and the page of one."""

from __future__ import annotations

import asyncio
from typing import Any

from graph.port import Row
from queries import evidence, pages, params
from queries.hydrate import BOOKKEEPING, Known, role_name, show_thing, show_things, show_value
from queries.ids import as_list
from queries.labels import split_key, text_of, texts
from queries.pages import Page
from queries.reader import TERMS, Lexicon, Reader

MAX_MENTIONS = 200
_NAMES = {"prefLabel", "altLabel", "hiddenLabel", "acronym", "definition", "note"}


async def search(
    reader: Reader,
    text: str | None,
    *,
    kind: str | None = None,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> Page:
    """Things whose names match `text`, best first; without it, all of them by id. As of a date,
    only those that something had told of by then, or that nothing tells of.

    Each item is a thing in short with `match` (label, acronym, alias, hidden, fuzzy), `matched`
    (the name), `matched_lang`, `how` (exact, folded, prefix, words, fuzzy) and `score`.
    """
    lexicon = await reader.lexicon()
    if kind:
        kind = params.one_of("kind", lexicon.ids.term(kind), lexicon.thing_classes())
    asked = {"q": text or "", "kind": kind, "as_of": reader.as_of}
    window = pages.window("entities", asked, lexicon.version, limit=limit, cursor=cursor)
    found = _found(lexicon, text, kind)
    if reader.as_of is not None:
        there = await reader.there(iri for iri, _ in found)
        found = [(iri, how) for iri, how in found if iri in there]
    part = found[window.skip : window.skip + window.limit]
    known = Known(reader, lexicon, lang)
    await known.fetch(things=[iri for iri, _ in part])
    return window.page([{**show_thing(known, iri), **how} for iri, how in part], len(found))


def _found(
    lexicon: Lexicon, text: str | None, kind: str | None
) -> list[tuple[str, dict[str, Any]]]:
    def wanted(iri: str) -> bool:
        classes = lexicon.classes[iri]
        return kind in classes if kind else not TERMS & classes

    if not text or not text.strip():
        return [(iri, {}) for iri in sorted(lexicon.classes) if wanted(iri)]
    return [
        (
            hit.iri,
            {
                "match": hit.match,
                "matched": hit.name.text,
                "matched_lang": hit.name.lang or None,
                "how": hit.how,
                "score": round(hit.score, 3),
            },
        )
        for hit in lexicon.index.find(text)
        if wanted(hit.iri)
    ]


async def page(reader: Reader, id_: str, *, lang: str = "en") -> dict[str, Any]:
    """All about one thing. Raises `UnknownId` with the nearest labels."""
    lexicon = await reader.lexicon()
    iri = await reader.resolve(id_, lexicon=lexicon)
    known = Known(reader, lexicon, lang)
    mentions, counts, _ = await asyncio.gather(
        reader.ask("mentions", id=iri),
        reader.ask("counts", id=iri),
        known.fetch(nodes=[iri], things=[iri]),
    )
    row = known.nodes[iri]
    properties = row["properties"]
    asserted = {known.concept(str(t)) for t in as_list(properties.get("types"))}
    above = {known.concept(name) for name in row["labels"] if name not in {"Entity", "Shared"}}
    ours = {kind for kind in above if kind.startswith(lexicon.ids.ontology)}
    paragraphs = [row["paragraph"] for row in mentions[:MAX_MENTIONS]]
    await known.fetch(nodes=paragraphs, things=asserted | ours)
    definition, definition_lang = text_of(properties, "definition", lang)
    return {
        **show_thing(known, iri),
        "labels": {k: v[0] for k, v in texts(properties, "prefLabel").items()},
        "acronyms": texts(properties, "acronym"),
        "aliases": texts(properties, "altLabel"),
        "definition": definition,
        "definition_lang": definition_lang,
        "definitions": {k: v[0] for k, v in texts(properties, "definition").items()},
        "note": text_of(properties, "note", lang)[0],
        "kinds": [
            {**thing, "asserted": thing["iri"] in asserted}
            for thing in show_things(known, asserted | ours)
        ],
        "counts": _counts(counts, len(mentions)),
        "mentions": _mentions(known, mentions[:MAX_MENTIONS]),
        "properties": {
            name: show_value(known, properties, name)
            for name in sorted({split_key(key)[0] for key in properties} - _NAMES - BOOKKEEPING)
        },
        "links": _links(known, row),
        "datasets": sorted(
            str(d) for d in as_list(properties.get("datasets") or properties.get("dataset"))
        ),
    }


def _counts(rows: list[Row], mentions: int) -> dict[str, int]:
    def count(kind: str, *relationships: str) -> int:
        return sum(
            row["count"] for row in rows
            if row["kind"] == kind and (not relationships or row["relationship"] in relationships)
        )  # fmt: skip

    subject, object_ = count("Statement", "SUBJECT"), count("Statement", "OBJECT")
    return {
        "statements_as_subject": subject,
        "statements_as_object": object_,
        "statements_in_a_role": count("Statement") - subject - object_,
        "commitments": count("Commitment"),
        "mentions": mentions,
    }


def _mentions(known: Known, rows: list[Row]) -> list[dict[str, Any]]:
    found = []
    for row in rows:
        if item := known.paragraphs.get(row["paragraph"]):
            shown = evidence.show(
                {item.iri: item}, [(item.iri, "source")], known.reader.sources, known.lang
            )[0]
            shown.pop("role")
            by = "name" if "MENTIONS" in row["relationships"] else "reference"
            found.append((item.document, item.order, {**shown, "by": by}))
    return [shown for _, _, shown in sorted(found, key=lambda f: f[:2])]


def _links(known: Known, row: Row) -> dict[str, list[dict[str, Any]]]:
    """What the thing's own description points at, by relation."""
    links: dict[str, set[str]] = {}
    for edge in row["edges"]:
        if edge["id"] and not edge["id"].startswith("_:"):
            links.setdefault(role_name(known, edge["type"]), set()).add(edge["id"])
    return {name: show_things(known, iris) for name, iris in sorted(links.items())}
