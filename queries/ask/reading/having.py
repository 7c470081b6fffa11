"""`which countries have X`: where a mission, a unit, an office is, and not who else acts on it."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.reading.frames import Asked, Pattern, Where
from queries.ask.reading.parts import MATTERS, Clause, documents_of, is_preposition, settle
from queries.ask.reading.relations import relations
from queries.ask.words.vocabulary import Relation

PLACES = frozenset({"State", "Area", "Region", "Place"})
"""Kinds that have things in them."""

_NOWHERE = MATTERS | {"Text", "Event", "TargetGroup", "State", "CountryClass", "CriminalActor"}


def having(clause: Clause, things: list[Item]) -> Where | None:
    """The frame Where of a question for the places that have a thing, or nothing."""
    if len(things) != 1 or clause.loose or clause.has("negation") or clause.has("both"):
        return None
    kinds = placed_kinds(clause)
    of = settle(clause, things[0])
    if not kinds or documents_of(clause, things[0]) or clause.preposition(things[0]):
        return None
    if any(not is_preposition(v) for v in relations(clause)) or clause.has("frame-amount"):
        return None
    if any(clause.known.kinds(i) & _NOWHERE for i in of):
        return None
    return Where(of, Relation(), Asked(kinds=kinds))


def placed_kinds(clause: Clause) -> tuple[str, ...]:
    """`which countries have`: the kinds of place in front of the verb to have."""
    at = next((n for n, i in enumerate(clause.items) if i.has("light") and not i.things), None)
    front = clause.items[at - 1] if at else None
    if front is None or front.things or not front.has("class") or not clause.has("q-what"):
        return ()
    return front.classes if set(front.classes) <= PLACES else ()


def where_it_is(clause: Clause, patterns: list[Pattern]) -> list[Pattern]:
    """`which countries have both X and Y`: what is said of each is where it is."""
    there = clause.known.one("where", "q-where")
    if there is None or there.relation is None or not placed_kinds(clause):
        return patterns
    plain = [p for p in patterns if not (p.relation.all() or p.relation.asks or p.negated)]
    return [replace(p, relation=there.relation) if p in plain else p for p in patterns]
