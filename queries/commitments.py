"""Commitments of all kinds: the list by filters, and one of them with its statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from queries import pages, params
from queries.errors import UnknownId
from queries.hydrate import (
    Known,
    edges,
    show_commitment_in_short,
    show_statement,
    show_things,
    show_value,
)
from queries.labels import text_of
from queries.pages import Page
from queries.reader import Lexicon, Reader, nearest

KINDS = (
    "Promise", "Recommendation", "Request", "Encouragement", "Acknowledgement", "ReportedResult",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CommitmentFilter:
    """What commitments to list; ids as people write them."""

    by: str | None = None
    to: str | None = None
    concerns: str | None = None
    theme: str | None = None
    document: str | None = None
    kind: str | None = None
    has_deadline: bool | None = None
    has_figure: bool | None = None


async def listed(
    reader: Reader,
    wanted: CommitmentFilter,
    *,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> Page:
    """A page of the commitments that pass every filter, by id."""
    lexicon = await reader.lexicon()
    bound: dict[str, Any] = asdict(wanted)
    for name in ("by", "to", "concerns", "theme", "document"):
        if bound[name]:
            bound[name] = await reader.resolve(bound[name], name, lexicon)
    if bound["kind"]:
        kind = lexicon.ids.term(bound["kind"])
        # What the reading calls a commitment in the narrow sense is a promise.
        bound["kind"] = params.one_of("kind", kind, [*KINDS, "Commitment"])
    bound = {n: v if isinstance(v, bool) else (v or None) for n, v in bound.items()}
    asked = {**bound, "as_of": reader.as_of}
    window = pages.window("commitments", asked, lexicon.version, limit=limit, cursor=cursor)
    bound |= {"actor": bound.pop("by"), "addressee": bound.pop("to")}
    if any(value is not None for value in bound.values()):
        rows, total = await reader.ask_page("commitments", window, **bound)
    else:
        rows, total = await reader.ask_page("commitments-all", window)
    ids = [row["id"] for row in rows]
    shown = await _show(reader, lexicon, ids, lang)
    return window.page(shown, total, ids[-1] if ids else None)


async def one(reader: Reader, id_: str, *, lang: str = "en") -> dict[str, Any]:
    """A commitment. Raises `UnknownId` where the id is none or is that of something else."""
    lexicon = await reader.lexicon()
    iri = await reader.resolve(id_, lexicon=lexicon)
    rows = await reader.recall(lexicon, "nodes", [iri])
    if "Commitment" not in rows[0]["labels"] or not await reader.there([iri]):
        raise UnknownId(id_, nearest(lexicon, id_))
    return (await _show(reader, lexicon, [iri], lang))[0]


async def _show(
    reader: Reader, lexicon: Lexicon, ids: Sequence[str], lang: str
) -> list[dict[str, Any]]:
    known = Known(reader, lexicon, lang)
    rows = await reader.recall(lexicon, "expressed", ids)
    statements = {row["id"]: sorted(row["statements"]) for row in rows}
    await known.fetch(nodes=[*ids, *(s for found in statements.values() for s in found)])
    return [_commitment(known, iri, statements.get(iri, [])) for iri in ids]


def _commitment(known: Known, iri: str, statements: list[str]) -> dict[str, Any]:
    row = known.nodes[iri]
    properties = row["properties"]
    return {
        **show_commitment_in_short(known, iri),
        "by": show_things(known, edges(row, "COMMITTED_BY", "REPORTED_BY")),
        "to": show_things(known, edges(row, "ADDRESSED_TO")),
        "achieved_by": show_things(known, edges(row, "ACHIEVED_BY")),
        "concerns": show_things(known, edges(row, "CONCERNS")),
        "section": show_things(known, edges(row, "SECTION")),
        "aligned_with": show_things(known, edges(row, "ALIGNED_WITH")),
        "deadline": properties.get("deadline"),
        "deadline_text": text_of(properties, "deadlineText", known.lang)[0],
        "indicators": [
            {
                name: show_value(known, known.nodes[i]["properties"], name) or None
                for name in ("figure", "unit", "figureQualifier", "period")
            }
            | {"place": show_things(known, edges(known.nodes[i], "PLACE"))}
            for i in edges(row, "INDICATOR")
            if i in known.nodes
        ],
        "certainty": properties.get("certainty"),
        "note": text_of(properties, "note", known.lang)[0],
        "statements": [show_statement(known, s) for s in statements],
    }
