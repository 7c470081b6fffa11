"""Whose a thing is by its name: the organisations and states that the name holds."""

from __future__ import annotations

from collections.abc import Collection

from queries.ask.words.vocabulary import Vocabulary

_MOST = 1000
"""Names with one word in common that are looked at."""

_BODIES = frozenset({"IntergovernmentalOrganisation", "State", "EUBody", "UNEntity"})


def affiliated(known: Vocabulary, iri: str, of: Collection[str]) -> bool:
    """Whether a thing bears the name of another organisation or state than those asked for."""
    return bool(bodies_in_name(known, iri) - set(of))


def bodies_in_name(known: Vocabulary, iri: str) -> frozenset[str]:
    """The organisations and states whose name is part of a thing's name."""
    if iri not in known.bodies:
        known.bodies[iri] = frozenset(
            other.iri
            for named in known.own.get(iri, ())
            for number in {n for stem in named.stems for n in known.postings.get(stem, ())[:_MOST]}
            if (other := known.names[number]).iri != iri
            and other.stems < named.stems
            and known.kinds(other.iri) & _BODIES
        )
    return known.bodies[iri]
