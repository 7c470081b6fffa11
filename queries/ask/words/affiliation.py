"""Whose a thing is by its name: the organisations and states that the name holds."""

from __future__ import annotations

from collections.abc import Collection

from queries.ask.words.vocabulary import Vocabulary

_BODIES = frozenset({"IntergovernmentalOrganisation", "State", "EUBody", "UNEntity"})


def affiliated(known: Vocabulary, iri: str, of: Collection[str]) -> bool:
    """Whether a thing bears the name of another organisation or state than those asked for."""
    return bool(bodies_in_name(known, iri) - set(of))


def index_bodies(known: Vocabulary) -> None:
    """Puts each name of an organisation or a state under the rarest of its words."""
    for named in known.names:
        if named.stems and known.kinds(named.iri) & _BODIES:
            rarest = min(sorted(named.stems), key=lambda stem: len(known.postings[stem]))
            known.body_names[rarest].append(named)


def bodies_in_name(known: Vocabulary, iri: str) -> frozenset[str]:
    """The organisations and states whose name is part of a thing's name."""
    if iri not in known.bodies:
        known.bodies[iri] = frozenset(
            other.iri
            for named in known.own.get(iri, ())
            for stem in named.stems
            for other in known.body_names.get(stem, ())
            if other.iri != iri and other.stems < named.stems
        )
    return known.bodies[iri]
