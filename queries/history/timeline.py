"""The timeline: documents, events, deadlines and follow-up records by date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.port import Row
from queries import pages, params
from queries.coverage.about import about
from queries.errors import WrongParameter
from queries.filters import Filters, bind
from queries.history.texts import text
from queries.hydrate import Known, show_evidence, show_thing
from queries.reader import Reader

KINDS = ("document", "event", "deadline", "record")
# Predicates whose date is that of the event they name.
DATING = ("heldAt", "participatesIn", "hosts")
_PLANNED = {"planned", "announced", "proposed", "committed"}
SOURCES = 5


async def timeline(
    reader: Reader,
    filters: Filters | None = None,
    *,
    kind: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """A page of what happened or is due, by date.

    An event whose date only a plan gives is `planned`. Dates are as printed: a day, month or year.
    `as_of`: as it was known then, so that deadlines may lie beyond. Raises `WrongParameter`.
    """
    filters = filters or Filters()
    reader = await reader.at(filters.as_of)
    if unused := sorted(filters.given().keys() - {"document", "as_of"}):
        raise WrongParameter(
            unused[0],
            "the timeline is asked for by document, kind and dates",
            "la chronologie se demande par document, nature et dates",
        )
    wanted = [params.one_of("kind", name, KINDS) for name in kind] or list(KINDS)
    since = params.date("since", since) if since else None
    until = Filters(as_of=params.date("until", until)).as_of if until else None
    lexicon = await reader.lexicon()
    bound = await bind(reader, filters)
    asked = {"kind": sorted(wanted), "since": since, "until": until, **filters.given()}
    window = pages.window("timeline", asked, lexicon.version, limit=limit, cursor=cursor)
    given = {
        "documents": bound.params()["documents"],
        "as_of": bound.as_of,
        "dating": [lexicon.ids.ontology + name for name in DATING],
    }
    rows: list[Row] = []
    for name in KINDS:
        if name in wanted:
            found = await reader.graph.read(
                text(f"timeline-{name}s"), given, timeout=reader.timeout
            )
            rows += [{**row, "kind": name} for row in found]
    stated = {
        (row["kind"], row["thing"], row["date"]) for row in rows
        if row.get("certainty") != "implied"
    }  # fmt: skip
    rows = [
        row for row in rows
        # A judgement adds nothing to what a document says.
        if (row.get("certainty") != "implied"
            or (row["kind"], row["thing"], row["date"]) not in stated)
        and (since is None or max(row["date"], row["until"] or "") >= since)
        and (until is None or row["date"] <= until)
    ]  # fmt: skip
    rows.sort(
        key=lambda row: (
            row["date"], KINDS.index(row["kind"]), row["thing"], row["until"] or "",
            row.get("status") or "", row.get("certainty") or "",
        )
    )  # fmt: skip
    part = rows[window.skip : window.skip + window.limit]
    known = Known(reader, lexicon, lang)
    await known.fetch(
        things=[row["thing"] for row in part],
        nodes={s for row in part for s in sorted(row["sources"])[:SOURCES]},
    )
    return {
        **window.page([_show(known, row) for row in part], len(rows)).as_dict(),
        "about": await about(reader, lang, bound.documents),
    }


def _show(known: Known, row: Row) -> dict[str, Any]:
    sources = sorted(row["sources"])
    event = row["kind"] == "event"
    return {
        "date": row["date"],
        "until": row["until"] or None,
        "kind": row["kind"],
        "thing": show_thing(known, row["thing"]),
        "status": row.get("status"),
        "planned": row.get("status") in _PLANNED if event else None,
        "tier": "inferred" if row.get("certainty") == "implied" else "stated",
        "statements": [known.lexicon.ids.short(s) for s in sources[:SOURCES]] if event else [],
        "statements_total": len(sources) if event else 0,
        "evidence": show_evidence(known, sources[:SOURCES]),
    }
