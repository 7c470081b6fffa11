"""The history of a commitment: when it was made, and each dated record of how far it has got.

Records come in through files (`sahelgraph load`); the documents shipped bring none. Without any,
the history says only that the commitment has been stated, by its document.
"""

from __future__ import annotations

from typing import Any

from queries.errors import UnknownId, WrongParameter
from queries.filters import Filters
from queries.history.texts import text
from queries.hydrate import Known, show_commitment_in_short, show_evidence, show_thing
from queries.ids import as_list
from queries.labels import choose
from queries.reader import Reader, nearest

STATED = "onlyStated"
# The names of the Open Government Partnership's scale, as its concepts have them in skos:notation.
NAMES = {STATED: "stated"}


async def history(
    reader: Reader, id_: str, *, as_of: str | None = None, lang: str = "en"
) -> dict[str, Any]:
    """The entries of a commitment by date, the first from its document, and the `current` one.

    `as_of`: only what had been said by the end of that year, month or day. Raises `UnknownId`
    where the id is none or is that of something else, `WrongParameter` where it was not said yet.
    """
    until = Filters(as_of=as_of).as_of
    reader = await reader.at(until)
    iri = await reader.resolve(id_)
    lexicon = await reader.lexicon()
    known = Known(reader, lexicon, lang)
    await known.fetch(nodes=[iri])
    if "Commitment" not in known.nodes[iri]["labels"]:
        raise UnknownId(id_, nearest(lexicon, id_))
    timeout = reader.timeout
    said = await reader.graph.read(text("said"), {"id": iri}, timeout=timeout)
    records = await reader.graph.read(text("records"), {"id": iri}, timeout=timeout)
    if until is not None:
        if said and all((row["date"] or "") > until for row in said):
            raise WrongParameter(
                "as_of",
                f"the commitment {id_} had not been made by then",
                f"l’engagement {id_} n’avait pas encore été pris",
            )
        records = [row for row in records if (row["date"] or "") <= until]
    concepts = {known.concept(row["status"]) for row in records if row["status"]}
    sources = {source for row in records for source in row["sources"]}
    await known.fetch(
        things=[*concepts, *sources, *(row["document"] for row in said), known.concept(STATED)],
        nodes=sources,
    )
    dates = sorted(row["date"] for row in said if row["date"])
    entries = [
        {
            "record": None,
            "date": dates[0] if dates else None,
            **_status(known, STATED),
            "certainty": known.nodes[iri]["properties"].get("certainty"),
            "summary": None,
            "note": None,
            "sources": [show_thing(known, row["document"]) for row in said],
            "evidence": show_evidence(known, [iri]),
        },
        *(
            {
                "record": lexicon.ids.short(row["id"]),
                "date": row["date"],
                **_status(known, row["status"]),
                "certainty": row["certainty"],
                "summary": _text(row["summary"], lang),
                "note": _text(row["note"], lang),
                "sources": [show_thing(known, source) for source in sorted(row["sources"])],
                "evidence": show_evidence(known, sorted(row["sources"])),
            }
            for row in records
        ),
    ]
    return {
        "commitment": show_commitment_in_short(known, iri),
        "as_of": until,
        "current": entries[-1],
        "records": len(records),
        "items": entries,
    }


def _status(known: Known, status: str | None) -> dict[str, Any]:
    """The status by its name on the scale, and as a concept with its label."""
    if not status:
        return {"status": None, "status_concept": None}
    return {
        "status": NAMES.get(status, status),
        "status_concept": show_thing(known, known.concept(status)),
    }


def _text(by_language: dict[str, Any], lang: str) -> str | None:
    found = {key: [str(v) for v in as_list(value)] for key, value in by_language.items() if value}
    chosen = choose(found, lang)
    return chosen[0] if chosen else None
