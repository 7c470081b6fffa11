"""Questions that set lists against each other: in both, in this one and not in that one.

Lists are what the texts print whole: members, parties, participants, countries of a class, what a
document names. Each list is a condition of its own, so that none is dropped without a word.
"""

from __future__ import annotations

from dataclasses import dataclass

from queries.ask.linking.items import Item
from queries.ask.reading.asked import asked
from queries.ask.reading.frames import Asked, Find, Ids, Naming, Pattern
from queries.ask.reading.parts import (
    Clause,
    documents_of,
    events_of,
    fitting,
    object_classes,
    only_weak,
    settle,
)
from queries.ask.reading.relations import closed_relation, is_mention, is_relation
from queries.ask.words.vocabulary import Relation

LISTS = frozenset({"Group", "Event", "Text", "IntergovernmentalOrganisation"})
"""Kinds of things of which the texts print who belongs to them."""
_LISTED = frozenset({"Group", "Event", "Text"})
"""Kinds that are lists themselves where they are asked for."""
_OTHER = (
    "frame-amount", "frame-count", "frame-when", "frame-commitments", "frame-path", "q-where", "or",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _List:
    item: Item
    of: Ids
    named: bool
    """What a document names, not who belongs to something."""
    away: bool
    """What is in it is taken away."""


def sets(clause: Clause) -> Find | None:
    """The frame of two lists or more, or nothing where anything else is asked."""
    closed = closed_relation(clause)
    if closed is None or clause.loose or any(map(clause.has, _OTHER)):
        return None
    verbs = [i for i in clause.items if is_relation(clause, i) and not i.things]
    if not all(_belongs(clause, v, closed) for v in verbs):
        return None
    items = _whole_names(clause)
    told = clause.has("both") or clause.has("and") or _denied(clause) or _are(clause, items)
    if len(items) < 2 or not told:
        return None
    what = _asked(clause, items[0])
    if not verbs and not what.kinds and not what.person and not _told(clause, items[0]):
        return None
    attended = any(_attended(clause, v) for v in verbs)
    lists = [_list(clause, i, what, attended) for i in items]
    found = [one for one in lists if one is not None]
    if len(found) < len(items) or all(one.away for one in found):
        return None
    if set(what.kinds) & _LISTED or _subjects(clause, items, verbs):
        return None
    patterns = tuple(Pattern(closed, one.of, negated=one.away) for one in found if not one.named)
    naming = tuple(Naming(one.of, negated=one.away) for one in found if one.named)
    return Find(what, patterns, naming, whole=True)


def _told(clause: Clause, first: Item) -> bool:
    """Whether two names with no verb are set against each other, and not only said together."""
    return clause.has("both") or _denied(clause) or _listed(clause, first)


def _are(clause: Clause, items: list[Item]) -> bool:
    """`G5 countries that are priority countries`: a form of `to be` between two lists."""
    first, second = items[:1], items[1:2]
    between = [i for i in clause.items for a, b in zip(first, second, strict=False)
               if a.end <= i.start < b.start]  # fmt: skip
    said = any(i.has("be") for i in between) and all(map(_little, between))
    return said and all(_listed(clause, i) for i in (*first, *second))


def _little(item: Item) -> bool:
    return item.has("be") or item.has("filler") or only_weak(item)


def _subjects(clause: Clause, items: list[Item], verbs: list[Item]) -> bool:
    """`what do X and Y both take part in`: what stands in front of the verb is not the list."""
    if not verbs or _denied(clause):
        return False
    behind = any(v.end <= i.start for v in verbs for i in items)
    return not behind and not any(v.start == i.end for v in verbs for i in items)


def _asked(clause: Clause, first: Item) -> Asked:
    """The kind that is asked for, in front of the first list."""
    behind = next((i for i in clause.items if i.start == first.end and i.has("class")), first)
    # `which Niamey states`: the word for the kind right behind the name.
    what = asked(clause, behind.end if behind is not first and not behind.things else first.start)
    return Asked(kinds=what.kinds, without_kinds=what.without_kinds, person=what.person)


def _denied(clause: Clause) -> bool:
    return clause.has("negation") or clause.has("except")


def _belongs(clause: Clause, verb: Item, closed: Relation) -> bool:
    """A relation word that says no more than to be in a list, or to be named."""
    relation = verb.relation
    if relation is None or relation.status or relation.detail or relation.asks:
        return False
    # Documents that name things are read with all that may stand around them.
    return not is_mention(verb, relation) and bool(relation.all() & closed.all())


def _whole_names(clause: Clause) -> list[Item]:
    """The names of a question without those that are part of the name of a list beside them."""
    items = [i for i in clause.items if i.things]
    inside: set[int] = set()
    for one in items:
        of = settle(clause, one, LISTS)
        stems = frozenset().union(*(clause.known.stems_of(i) for i in of))
        for other in items:
            if other is not one and clause.stems(other) < stems and _listed(clause, one):
                inside.add(id(other))
    kept: list[Item] = []
    for at, item in enumerate(items):
        behind = items[at + 1] if at + 1 < len(items) else None
        # `EU priority countries`: a name right in front of a part of a list's name is part of it.
        fronts = (
            behind is not None
            and behind.start == item.end
            and (id(behind) in inside or (behind.part and _listed(clause, behind)))
        )
        if id(item) not in inside and not fronts and not (kept and _of(clause, kept[-1], item)):
            kept.append(item)
    return kept


def _of(clause: Clause, one: Item, item: Item) -> bool:
    """`the priority countries of the EU partnership`: whose list it is, where that is said."""
    between = [i for i in clause.items if one.end <= i.start < item.start]
    words = clause.linked.tokens[one.end : item.start]
    said = [s.role for t in words for s in clause.known.full.get(t.folded, ())]
    whose = "of" in said or not words or any(i.things for i in between)
    return (
        whose and one.part and _listed(clause, one)
        and all(i.things or only_weak(i) for i in between)
    )  # fmt: skip


def _listed(clause: Clause, item: Item) -> bool:
    kinds = clause.known.kinds
    return any("Group" in kinds(i) for i in settle(clause, item, LISTS))


def _attended(clause: Clause, verb: Item) -> bool:
    """To have been there or to be a party, which is said of those who act."""
    relation = verb.relation
    return relation is not None and bool(object_classes(clause.known, relation) & {"Event", "Text"})


def _list(clause: Clause, item: Item, what: Asked, attended: bool) -> _List | None:
    """A name as a list: its members, those who took part in it, what it names."""
    away = _away(clause, item)
    sources = documents_of(clause, item)
    whole = any(i in clause.known.documents for i in item.things)
    beings = attended or what.person or not what.kinds or set(what.kinds) & {"State", "Actor"}
    if sources and whole and not beings:
        return _List(item, sources, True, away)
    of = fitting(clause.known, settle(clause, item, LISTS), LISTS)
    # To be in a declaration is to have been where it was made.
    of = tuple(i for i in of if i not in clause.known.documents) or events_of(clause, item)[:1]
    of = of or _held(clause, sources)
    return _List(item, of, False, away) if of else None


def _held(clause: Clause, documents: Ids) -> Ids:
    """The event that bears the place of a document in its name."""
    known = clause.known
    for place, (texts, events) in known.metonyms.items():
        if "Place" in known.kinds(place) and set(texts) & set(documents) and events:
            return events[:1]
    return ()


def _away(clause: Clause, item: Item) -> bool:
    """Behind a negation; or in front of one that denies nothing behind it."""
    denials = [i for i in clause.items if i.has("negation") or i.has("except")]
    if any(d.end <= item.start for d in denials):
        return True
    last = [i for i in clause.items if i.things][-1]
    return item is last and bool(denials) and all(d.start >= item.end for d in denials)
