"""A relation to things told by another one: `programmes backed by countries that joined X`."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.reading.asked import asked
from queries.ask.reading.finding import find
from queries.ask.reading.frames import Find, Frame, Pattern
from queries.ask.reading.parts import Clause, is_preposition, only_weak
from queries.ask.reading.relations import relations


def chained(clause: Clause) -> Frame | None:
    """The frame whose one pattern is about what a frame inside finds, or nothing."""
    verbs = [i for i in relations(clause) if not i.things]
    if len(verbs) < 2 or clause.has("negation") or clause.has("except") or clause.has("or"):
        return None
    outer, inner = verbs[0], verbs[1]
    kind = _kind(clause, outer, inner)
    front = [i for i in clause.items if i.end <= outer.start]
    asks = any(i.has("q-what") or i.has("q-who") or i.has("class") for i in front)
    told = any(i.things for i in front)
    relation = outer.relation
    if kind is None or not asks or told or relation is None or relation.asks or relation.status:
        return None
    at = clause.place(kind)
    rest = [n for n in clause.loose if n >= kind.start]
    if len(rest) < len(clause.loose):
        # A word in front that is not understood may change what is asked.
        return None
    found = find(replace(clause, items=clause.items[at:], loose=rest, unclear=[]))
    if not isinstance(found, Find) or not any(p.of or p.documents for p in found.patterns):
        return None
    if not set(kind.classes) <= set(found.asked.kinds):
        return None
    return Find(asked(clause, outer.start), (Pattern(relation, through=found),))


def _kind(clause: Clause, outer: Item, inner: Item) -> Item | None:
    """The word for a kind between two relations, with nothing else but little words beside it."""
    between = [i for i in clause.items if outer.end <= i.start < inner.start]
    kinds = [i for i in between if i.has("class") and not i.things]
    rest = [i for i in between if i not in kinds]
    if len(kinds) != 1 or any(i.things or i.has("and") for i in between):
        return None
    little = all(only_weak(i) or is_preposition(i) or i.has("be") or i.has("q-what") for i in rest)
    behind = any(i.things for i in clause.items if i.start >= inner.end)
    return kinds[0] if little and behind else None
