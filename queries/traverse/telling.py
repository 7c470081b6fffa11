"""What a path tells: little, where it goes through what everybody is linked to.

A step onto a thing with n neighbours leaves n ways on, so having gone this one way says log2 n bits
less; that is the probability of a random walk, and "specificity" of a path in link prediction
(the log-degree sum behind Adamic and Adar, 2003, "Friends and neighbors on the Web"). To it comes
the weight of each step's predicate: to have sat in one meeting ties two things less than support.

Costs are whole thousandths of a bit: sums of them are exact, so both engines rank alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2
from typing import NamedTuple

from queries.traverse.links import Degree, Link

UNIT = 1000
HUB = 20
"""Things with at least so many neighbours are called hubs in words; the ranking needs no limit."""

# Bits a step costs. Whoever acts on another is tied to it; belonging ties less, and to be named or
# present beside it least.
_ACTS = 1.0
_BELONGS = 1.5
_BESIDE = 3.0
_BELONGING = {
    "MEMBER_OF", "PART_OF", "BROADER_THAN", "IN_COUNTRY_CLASS", "HOLDS_OFFICE", "PARTY_TO",
    "SIGNATORY_OF", "FOLLOW_UP_OF", "LAUNCHED_UNDER", "OPERATES_IN", "COVERS",
}  # fmt: skip
_BEING_BESIDE = {
    "PARTICIPATES_IN", "HOSTS", "HELD_AT", "ADOPTED_AT", "CITES", "HAS_FUNCTION", "TARGETS_CRIME",
    "APPLIES_TO_ROUTE",
}  # fmt: skip
_WEIGHTS = {**dict.fromkeys(_BELONGING, _BELONGS), **dict.fromkeys(_BEING_BESIDE, _BESIDE)}
_IMPLIED = 0.5
"""What only a judgement says ties less than what a document says."""


def link_cost(link: Link) -> int:
    """Thousandths of a bit that a step over a link costs."""
    bits = _WEIGHTS.get(link.type, _ACTS) + (_IMPLIED if link.certainty == "implied" else 0)
    return round(UNIT * bits)


def thing_cost(degree: Degree) -> int:
    """Thousandths of a bit that going through a thing costs."""
    return round(UNIT * log2(max(degree.things, 1)))


class Told(NamedTuple):
    """Why a path stands where it stands."""

    en: str
    fr: str

    def get(self, lang: str) -> str:
        return self.fr if lang == "fr" else self.en


def why(inner: Sequence[tuple[str, Degree]], steps: Sequence[Sequence[Link]]) -> Told:
    """In words, for the labels and degrees of the things in between and the links of each step."""
    links = sum(len(step) for step in steps)
    if not inner:
        en = f"Linked directly, by {_count(links, 'statement', 'statements')}."
        fr = f"Lien direct, par {_count(links, 'énoncé', 'énoncés')}."
    else:
        en = "Through " + ", ".join(
            f"{label} (linked to {_count(d.things, 'thing', 'things')})" for label, d in inner
        )
        fr = "Par " + ", ".join(
            f"{label} (lié à {_count(d.things, 'chose', 'choses')})" for label, d in inner
        )
        hubs = [label for label, degree in inner if degree.things >= HUB]
        if hubs:
            en += f": {', '.join(hubs)} has to do with so much that the path explains little."
            fr += f" : {', '.join(hubs)} touche à tant de choses que le chemin explique peu."
        else:
            en += ": few other ways lead through, so the path says something."
            fr += " : peu d’autres voies y passent, donc le chemin dit quelque chose."
    if beside := sum(all(link.type in _BEING_BESIDE for link in step) for step in steps):
        en += f" {_count(beside, 'step is', 'steps are')} only presence, mention or a shared aim."
        fr += f" {_count(beside, 'pas n’est', 'pas ne sont')} que présence, mention ou but partagé."
    if implied := sum(all(link.certainty == "implied" for link in step) for step in steps):
        en += f" {_count(implied, 'step is', 'steps are')} only implied."
        fr += f" {_count(implied, 'pas n’est qu’implicite', 'pas ne sont qu’implicites')}."
    promised = sum(all(link.status not in (None, "actual") for link in step) for step in steps)
    if promised:
        en += f" {_count(promised, 'step is', 'steps are')} not said to be carried out."
        fr += f" {_count(promised, 'pas n’est pas dit réalisé', 'pas ne sont pas dits réalisés')}."
    return Told(en, fr)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def costs(degrees: Mapping[str, Degree]) -> dict[str, int]:
    return {id_: thing_cost(degree) for id_, degree in degrees.items()}
