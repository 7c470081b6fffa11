"""Align the commitments of two documents by what they concern: pure, and ours.

No document says that a commitment takes up another. The alignment is a likeness of subjects: each
thing that a commitment concerns weighs the more the fewer commitments concern it, headings (printed
or aligned by us) weigh half. Two are aligned where the cosine of their weights is at least
`LEAST`, or where both concern the same named arrangement (a mechanism, a programme …).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

LEAST = 0.18
HEADING = 0.5
Change = Literal["new", "stronger", "repeated", "weaker", "dropped"]
CHANGES: tuple[Change, ...] = ("new", "stronger", "repeated", "weaker", "dropped")

# From what binds least to what binds most.
FIRMNESS = ("Acknowledgement", "Encouragement", "Recommendation", "Request", "Promise")


@dataclass(frozen=True, slots=True)
class Commitment:
    """What counts of a commitment: what it concerns, under which headings, how firm it is."""

    id: str
    kind: str
    matters: frozenset[str]
    headings: frozenset[str]
    deadline: str | None = None
    indicators: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier commitment aligned with a later one: how near, and by what they share."""

    earlier: Commitment
    later: Commitment
    nearness: float
    shared: tuple[str, ...]

    def order(self) -> tuple[float, int, str]:
        return -self.nearness, -len(self.shared), self.earlier.id


@dataclass(frozen=True, slots=True)
class Weights:
    """What a shared thing weighs: `log(1 + commitments / commitments that concern it)`."""

    commitments: int
    concerned: Mapping[str, int]

    def of(self, thing: str) -> float:
        return math.log(1 + self.commitments / max(1, self.concerned.get(thing, 1)))

    def vector(self, commitment: Commitment) -> dict[str, float]:
        headings = {h: HEADING * self.of(h) for h in commitment.headings}
        return {**headings, **{m: self.of(m) for m in commitment.matters}}


def match(
    earlier: Commitment, later: Commitment, weights: Weights, arrangements: frozenset[str]
) -> Match | None:
    """The alignment of two commitments, None where they are not about the same."""
    one, other = weights.vector(earlier), weights.vector(later)
    shared = sorted(one.keys() & other.keys(), key=lambda t: (-min(one[t], other[t]), t))
    matters = earlier.matters & later.matters
    if not matters:
        return None
    product = sum(one[t] * other[t] for t in shared)
    nearness = round(product / (_length(one.values()) * _length(other.values())), 4)
    if nearness < LEAST and not matters & arrangements:
        return None
    return Match(earlier, later, nearness, tuple(shared))


def _length(values: Iterable[float]) -> float:
    return math.sqrt(sum(value * value for value in sorted(values)))


@dataclass(frozen=True, slots=True)
class Reason:
    """What makes a commitment firmer (`gain`) or less firm than the one before."""

    gain: bool
    en: str
    fr: str


def reasons(earlier: Commitment, later: Commitment) -> list[Reason]:
    """In what the later one is firmer or less firm: kind, deadline, figure."""
    found = []
    before, after = _firmness(earlier.kind), _firmness(later.kind)
    if before != after:
        gain = after > before
        found.append(
            Reason(
                gain,
                f"{'from' if gain else 'falls from'} {earlier.kind} to {later.kind}",
                f"{'passe' if gain else 'retombe'} de {earlier.kind} à {later.kind}",
            )
        )
    if bool(earlier.deadline) != bool(later.deadline):
        found.append(
            Reason(True, f"now has a deadline ({later.deadline})",
                   f"a désormais une échéance ({later.deadline})")
            if later.deadline
            else Reason(False, f"no longer has a deadline (was {earlier.deadline})",
                        f"n’a plus d’échéance (c’était {earlier.deadline})")
        )  # fmt: skip
    if bool(earlier.indicators) != bool(later.indicators):
        found.append(
            Reason(True, "now gives a figure", "donne désormais un chiffre")
            if later.indicators
            else Reason(False, "no longer gives a figure", "ne donne plus de chiffre")
        )  # fmt: skip
    return found


def change_of(found: Iterable[Reason]) -> Change:
    """Stronger or weaker where all reasons say so; else repeated."""
    gains = {reason.gain for reason in found}
    if len(gains) != 1:
        return "repeated"
    return "stronger" if gains == {True} else "weaker"


def _firmness(kind: str) -> int:
    return FIRMNESS.index(kind) if kind in FIRMNESS else -1
