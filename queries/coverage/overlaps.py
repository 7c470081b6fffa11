"""Overlaps: initiatives with the same function, crime or place, and how strong the overlap is.

Strength is a weighted share of 0 to 1: the weight of what two initiatives have in common over
the weight of all that either has (Ruzicka’s similarity), a weight of 1 added below, so that one
shared feature alone is never a strong overlap. What few initiatives have weighs more than what all
have: to work in Libya ties more than to act against smuggling. Stated and inferred are kept apart:
`strength` counts only what both have in so many words, `strength_with_inferred` also judgements.
"""

from __future__ import annotations

import asyncio
import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from graph.port import Row
from queries import pages
from queries.coverage.about import about
from queries.coverage.texts import text
from queries.filters import Bound, Filters, bind
from queries.hydrate import Known, show_premise, show_thing
from queries.params import one_of
from queries.reader import Reader

PAIRS = 500_000
"""Pairs looked at, unless one initiative is asked about; the most special features go first."""
KEPT = 10_000
STATEMENTS = 5
"""Statements of an initiative for one shared feature."""
BY = ("function", "crime", "place")
Pair = tuple[str, str]
_KIND = {"HAS_FUNCTION": "function", "TARGETS_CRIME": "crime"}


@dataclass(slots=True)
class Features:
    """What initiatives do: for each its features, and for each feature who has it."""

    of: dict[str, dict[tuple[str, str], bool]] = field(default_factory=lambda: defaultdict(dict))
    """initiative → (feature, by) → whether any statement says so in so many words."""
    holders: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def read(cls, rows: Iterable[Row], by: str | None) -> Features:
        found = cls()
        for row in rows:
            key = (row["feature"], _KIND.get(row["type"], "place"))
            if by is None or key[1] == by:
                held = found.of[row["initiative"]]
                held[key] = held.get(key, False) or row["stated"] > 0
        for initiative in sorted(found.of):
            for key in found.of[initiative]:
                found.holders[key].append(initiative)
        return found

    def weight(self, key: tuple[str, str]) -> float:
        return math.log(1 + len(self.of) / len(self.holders[key]))

    def total(self, initiative: str) -> tuple[float, float]:
        """The weight of all its features: the stated ones, and all."""
        held = sorted(self.of[initiative].items())
        return (
            sum(self.weight(key) for key, stated in held if stated),
            sum(self.weight(key) for key, _ in held),
        )

    def both_state(self, pair: Pair, key: tuple[str, str]) -> bool:
        return self.of[pair[0]][key] and self.of[pair[1]][key]

    def common(self, pair: Pair) -> tuple[float, float]:
        """The weight of what two have in common: what both have stated, and all."""
        keys = sorted(self.of[pair[0]].keys() & self.of[pair[1]].keys())
        return (
            sum(self.weight(key) for key in keys if self.both_state(pair, key)),
            sum(self.weight(key) for key in keys),
        )


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two initiatives, the first by id first."""

    pair: Pair
    strength: float
    with_inferred: float
    shared: tuple[tuple[str, str], ...]


def overlaps_of(
    features: Features, initiative: str | None = None, *, pairs: int = PAIRS, kept: int = KEPT
) -> tuple[list[Overlap], int, bool]:
    """The strongest overlaps, how many were found, and whether all pairs were looked at.

    Features are gone through from the rarest on, pair by pair, until `pairs` have been looked at.
    Pairs that share only commoner features are then not found; of those that were, the nearest by
    their rare features are measured by all they share.
    """
    names = sorted(features.of)
    place = {name: n for n, name in enumerate(names)}
    stated: dict[int, float] = defaultdict(float)
    either: dict[int, float] = defaultdict(float)
    complete = True
    for key in sorted(features.holders, key=lambda key: (len(features.holders[key]), key)):
        holders = features.holders[key]
        weight = features.weight(key)
        if initiative is None:
            pairs -= len(holders) * (len(holders) - 1) // 2
            if pairs < 0:
                complete = False
                break
            found = list(combinations(holders, 2))
        elif key in features.of.get(initiative, {}):
            found = [(min(initiative, o), max(initiative, o)) for o in holders if o != initiative]
        else:
            continue
        for pair in found:
            code = place[pair[0]] * len(names) + place[pair[1]]
            either[code] += weight
            if features.both_state(pair, key):
                stated[code] += weight
    totals = [features.total(name) for name in names]

    def measured(shared: tuple[float, float], code: int) -> tuple[float, float, int]:
        """Both strengths, negative, so that the strongest is the smallest."""
        one, other = totals[code // len(names)], totals[code % len(names)]
        first, second = (round(shared[n] / (1 + one[n] + other[n] - shared[n]), 4) for n in (0, 1))
        return -first, -second, code

    best = heapq.nsmallest(
        kept if complete else 2 * kept,
        (measured((stated.get(code, 0.0), either[code]), code) for code in either),
    )
    if not complete:
        best = heapq.nsmallest(
            kept, (measured(features.common(_pair(names, code)), code) for *_, code in best)
        )
    return (
        [
            Overlap(
                _pair(names, code),
                -first,
                -second,
                tuple(sorted(_shared(features, _pair(names, code)))),
            )
            for first, second, code in best
        ],
        len(either),
        complete,
    )


def _pair(names: list[str], code: int) -> Pair:
    return names[code // len(names)], names[code % len(names)]


def _shared(features: Features, pair: Pair) -> set[tuple[str, str]]:
    return features.of[pair[0]].keys() & features.of[pair[1]].keys()


async def read_features(reader: Reader, bound: Bound, by: str | None = None) -> Features:
    params = bound.params()
    wants = any(getattr(bound, name, None) for name in ("documents", "themes"))
    query = text("initiatives") + "\n" + text("initiatives-told" if wants else "initiatives-read")
    rows = await reader.read(query, params)
    rows += await reader.read(text("feature-places"), params)
    return await asyncio.to_thread(Features.read, rows, by)


async def overlaps(
    reader: Reader,
    filters: Filters | None = None,
    *,
    of: str | None = None,
    by: str | None = None,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """A page of pairs of initiatives, the strongest overlap first.

    `of`: only with this initiative; `by`: only what they share of function, crime or place. Each
    shared feature is stated where both sides have it in so many words, else inferred.
    """
    filters = filters or Filters()
    reader = await reader.at(filters.as_of)
    by = one_of("by", by, BY) if by else None
    lexicon = await reader.lexicon()
    initiative = await reader.resolve(of, "of") if of else None
    bound = await bind(reader, filters)
    asked = {"of": initiative, "by": by, **filters.given()}
    window = pages.window("overlaps", asked, lexicon.version, limit=limit, cursor=cursor)
    features = await read_features(reader, bound, by)
    found, total, complete = await asyncio.to_thread(overlaps_of, features, initiative)
    part = found[window.skip : window.skip + window.limit]
    statements = await _statements(reader, bound, part)
    tied = await _tied(reader, part)
    known = Known(reader, lexicon, lang)
    await known.fetch(
        things={iri for o in part for iri in (*o.pair, *(f for f, _ in o.shared))},
        nodes={s for all_ in statements.values() for s in all_[:STATEMENTS]}
        | {s for all_ in tied.values() for s in all_},
    )
    items = [_show(known, overlap, features, statements, tied) for overlap in part]
    return {
        **window.page(items, min(total, len(found))).as_dict(),
        "pairs": total,
        "complete": complete,
        "note": _note(lang, complete),
        "about": await about(reader, lang, bound.documents),
    }


def _note(lang: str, complete: bool) -> str | None:
    if complete:
        return None
    if lang == "fr":
        return (
            "Les paires qui n’ont en commun que des traits très répandus n’ont pas été examinées ; "
            "demandez une initiative (of) ou restreignez (kind, place, theme)."
        )
    return (
        "Pairs that share only very common features were not looked at; ask about one initiative "
        "(of), or narrow it (kind, place, theme)."
    )


async def _statements(
    reader: Reader, bound: Bound, part: list[Overlap]
) -> dict[tuple[str, str], list[str]]:
    ids = sorted({iri for overlap in part for iri in overlap.pair})
    params = {
        "features": sorted({f for overlap in part for f, _ in overlap.shared}),
        "ids": ids,
        "statuses": bound.params()["statuses"],
        "certainties": bound.params()["certainties"],
    }
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in ("feature-statements", "feature-place-statements"):
        for row in await reader.read(text(name), params):
            found[row["initiative"], row["feature"]].add(row["statement"])
    return {key: sorted(statements) for key, statements in found.items()}


async def _tied(reader: Reader, part: list[Overlap]) -> dict[tuple[str, str], list[str]]:
    ids = sorted({iri for overlap in part for iri in overlap.pair})
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in await reader.read(text("tied"), {"ids": ids}):
        one, other = sorted((row["one"], row["other"]))
        found[one, other].append(row["statement"])
    return found


def _show(
    known: Known,
    overlap: Overlap,
    features: Features,
    statements: Mapping[tuple[str, str], list[str]],
    tied: Mapping[tuple[str, str], list[str]],
) -> dict[str, Any]:
    shared = []
    for key in overlap.shared:
        stated = features.both_state(overlap.pair, key)
        sides = {
            name: [show_premise(known, s) for s in statements.get((iri, key[0]), [])[:STATEMENTS]]
            for name, iri in zip(("one", "other"), overlap.pair, strict=True)
        }
        shared.append(
            {
                "by": key[1],
                "thing": show_thing(known, key[0]),
                "tier": "stated" if stated else "inferred",
                "shared_by": len(features.holders[key]),
                "weight": round(features.weight(key), 3),
                "statements": sides,
            }
        )
    return {
        "one": show_thing(known, overlap.pair[0]),
        "other": show_thing(known, overlap.pair[1]),
        "strength": overlap.strength,
        "strength_with_inferred": overlap.with_inferred,
        "tier": "stated" if any(s["tier"] == "stated" for s in shared) else "inferred",
        "shared": sorted(shared, key=lambda s: (BY.index(s["by"]), -s["weight"], s["thing"]["id"])),
        "tied": [show_premise(known, s) for s in tied.get(overlap.pair, ())],
    }
