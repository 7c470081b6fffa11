"""Compare what two documents commit to: new, stronger, repeated, weaker, dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.port import Row
from queries import pages
from queries.commitments import KINDS
from queries.coverage.about import about
from queries.errors import WrongParameter
from queries.filters import end_of_period
from queries.history.align import (
    CHANGES,
    Change,
    Commitment,
    Match,
    Weights,
    change_of,
    match,
    reasons,
)
from queries.history.texts import text
from queries.hydrate import Known, show_commitment_in_short, show_thing
from queries.params import one_of
from queries.reader import Reader

DEFAULT_KINDS = ("Promise", "Request", "Recommendation", "Encouragement")
OTHERS = 5
"""Earlier commitments shown beside the nearest one."""

METHOD = {
    "en": "The alignment is ours, inferred: neither document says that it takes up the other. "
    "Commitments are aligned by the things they concern, the rarer the more, and by headings; each "
    "row shows what is shared. Firmness is judged by kind, deadline and figure only.",
    "fr": "Le rapprochement est de nous, déduit : aucun des documents ne dit reprendre l’autre. "
    "Les engagements sont rapprochés par les choses sur lesquelles ils portent, d’autant plus "
    "qu’elles sont rares, et par les titres ; chaque ligne montre ce qui est commun. La fermeté "
    "n’est jugée que d’après la nature, l’échéance et le chiffre.",
}
_WHY: dict[Change, tuple[str, str]] = {
    "new": (
        "Nothing in {earlier} concerns the same",
        "Rien dans {earlier} ne porte sur la même chose",
    ),
    "dropped": (
        "Nothing in {later} concerns the same",
        "Rien dans {later} ne porte sur la même chose",
    ),
    "repeated": (
        "Concerns the same, as firmly as before",
        "Porte sur la même chose, aussi fermement qu’avant",
    ),
    "stronger": ("Concerns the same, and {reasons}", "Porte sur la même chose, et {reasons}"),
    "weaker": ("Concerns the same, but {reasons}", "Porte sur la même chose, mais {reasons}"),
}


async def compare(
    reader: Reader,
    documents: Sequence[str],
    *,
    kind: Sequence[str] = (),
    change: Sequence[str] = (),
    as_of: str | None = None,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """A page of rows, each a commitment of the later document with what it takes up of the
    earlier, or one of the earlier that the later drops.

    `documents`: two, in any order; the earlier issued is compared with the later. `kind`: which
    kinds of commitment (default: those that look forward). `as_of`: by what had been said by then,
    both documents among it. Raises `WrongParameter`, `UnknownId`.
    """
    if len(documents) != 2 or documents[0] == documents[1]:
        raise WrongParameter(
            "documents",
            "two different documents, as in niamey-2018,dinard-2019",
            "deux documents différents, comme dans niamey-2018,dinard-2019",
        )
    kinds = [one_of("kind", name, KINDS) for name in kind] or list(DEFAULT_KINDS)
    changes = {one_of("change", name, CHANGES) for name in change} or set(CHANGES)
    reader = await reader.at(end_of_period(as_of))
    lexicon = await reader.lexicon()
    resolved = await reader.resolve_all(list(documents), "documents")
    speaks = await about(reader, lang, resolved)
    order = {document["iri"]: document for document in speaks["documents"]}
    for given, iri in zip(documents, resolved, strict=True):
        if iri not in order:
            raise WrongParameter(
                "documents",
                f"{given!r} is not a document with paragraphs{_by(reader.as_of, 'issued by')}",
                f"« {given} » n’est pas un document dont les paragraphes sont chargés"
                f"{_by(reader.as_of, 'publié au')}",
                nearest=sorted(lexicon.ids.documents),
            )
    by_date = sorted(resolved, key=lambda iri: (order[iri]["issued"] or "", resolved.index(iri)))
    asked = {
        "documents": by_date, "kind": kinds, "change": sorted(changes), "as_of": reader.as_of,
    }  # fmt: skip
    window = pages.window("compare", asked, lexicon.version, limit=limit, cursor=cursor)
    earlier = await _commitments(reader, by_date[0], kinds)
    later = await _commitments(reader, by_date[1], kinds)
    weights = await _weights(reader)
    arrangements = frozenset(i for i, c in lexicon.classes.items() if "Arrangement" in c)
    rows = list(_rows(earlier, later, weights, arrangements))
    counts = {name: sum(row[0] == name for row in rows) for name in CHANGES}
    chosen = [row for row in rows if row[0] in changes]
    part = chosen[window.skip : window.skip + window.limit]
    known = Known(reader, lexicon, lang)
    await known.fetch(
        nodes={c for _, own, found in part for c in (own.id, *(m.earlier.id for m in found))},
        things={thing for _, _, found in part for m in found for thing in m.shared},
    )
    names = {"earlier": order[by_date[0]]["id"], "later": order[by_date[1]]["id"]}
    return {
        **window.page(
            [_show(known, row, weights, names) for row in part], len(chosen)
        ).as_dict(),
        **names,
        "counts": counts,
        "inferred": True,
        "method": METHOD[lang],
        "about": speaks,
    }  # fmt: skip


def _by(as_of: str | None, words: str) -> str:
    return f" {words} {as_of}" if as_of else ""


Found = tuple[Change, Commitment, list[Match]]


def _rows(
    earlier: list[Commitment],
    later: list[Commitment],
    weights: Weights,
    arrangements: frozenset[str],
) -> list[Found]:
    """Each later commitment with its alignments, nearest first, and each earlier one without."""
    rows: list[Found] = []
    taken_up: set[str] = set()
    for own in later:
        found = [m for before in earlier if (m := match(before, own, weights, arrangements))]
        found.sort(key=Match.order)
        taken_up.update(m.earlier.id for m in found)
        change: Change = change_of(reasons(found[0].earlier, own)) if found else "new"
        rows.append((change, own, found))
    rows += [("dropped", own, []) for own in earlier if own.id not in taken_up]
    return sorted(rows, key=lambda row: (CHANGES.index(row[0]), row[1].id))


async def _commitments(reader: Reader, document: str, kinds: Sequence[str]) -> list[Commitment]:
    params = {"document": document, "commitment_kinds": list(kinds)}
    rows = await reader.read(text("commitments"), params)
    return [_commitment(row) for row in rows]


def _commitment(row: Row) -> Commitment:
    return Commitment(
        id=row["id"],
        kind=next((kind for kind in KINDS if kind in row["labels"]), "Commitment"),
        matters=frozenset(row["matters"]),
        headings=frozenset(row["headings"]),
        deadline=row["deadline"],
        indicators=row["indicators"],
    )


async def _weights(reader: Reader) -> Weights:
    rows = await reader.read(text("concerned"), {})
    commitments = max((row["commitments"] for row in rows), default=1)
    return Weights(commitments, {row["matter"]: row["concerned"] for row in rows})


def _show(known: Known, row: Found, weights: Weights, names: dict[str, str]) -> dict[str, Any]:
    change, own, found = row
    fr = known.lang == "fr"
    told = reasons(found[0].earlier, own) if found else []
    why = _WHY[change][1 if fr else 0].format(
        reasons=(" et " if fr else " and ").join(r.fr if fr else r.en for r in told), **names
    )
    if change == "repeated" and told:  # firmer in one way, less firm in another
        same = "Porte sur la même chose : " if fr else "Concerns the same: "
        why = same + (" ; " if fr else "; ").join(r.fr if fr else r.en for r in told)
    shown = show_commitment_in_short(known, own.id)
    aligned = [
        {
            **show_commitment_in_short(known, m.earlier.id),
            "nearness": m.nearness,
            "shared": [
                {**show_thing(known, thing), "weight": round(weights.of(thing), 3)}
                for thing in m.shared
            ],
        }
        for m in found[: 1 + OTHERS]
    ]
    return {
        "change": change,
        "reason": why + ".",
        "tier": "inferred",
        "later": None if change == "dropped" else shown,
        "earlier": shown if change == "dropped" else (aligned[0] if aligned else None),
        "also_earlier": aligned[1:],
        "aligned_total": len(found),
    }
