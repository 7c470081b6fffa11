"""What stands beside a name and belongs to it: `the expert meeting on X`, `the X system`.

A name behind a preposition is part of the name in front where one thing bears both. A word for a
kind right beside a name of that kind only says what it is.
"""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item, Linked
from queries.ask.reading.parts import bearing
from queries.ask.words.vocabulary import Sense, Vocabulary

APART = 4
"""Words that may stand between the two names."""

_PREPOSITIONS = frozenset({"of", "in", "about", "for", "to", "with", "by"})


def take_in(linked: Linked, known: Vocabulary) -> Linked:
    """The question with what belongs to a name taken into it."""
    items = list(linked.items)
    at = 0
    while at < len(items):
        while taken := (
            _absorbed(linked, known, items, at)
            or _kind_beside(linked, known, items, at)
            or _in_a_row(linked, known, items, at)
            or _named_again(known, items, at)
            or _event_there(linked, known, items, at)
        ):
            item, until = taken
            items[at:until] = [item]
        at += 1
    return replace(linked, items=tuple(items))


def _absorbed(
    linked: Linked, known: Vocabulary, items: list[Item], at: int
) -> tuple[Item, int] | None:
    head = items[at]
    if not head.things or (not head.part and head.end - head.start < 2):
        return None
    if at + 1 == len(items) or not any(items[at + 1].has(r) for r in _PREPOSITIONS):
        return None
    for until in range(at + 1, min(len(items), at + 1 + APART)):
        tail = items[until]
        if tail.things:
            kept = tuple(
                i
                for i in head.things
                if i not in tail.things and _holds(linked, known, i, head, tail)
            )
            behind = items[until + 1] if until + 1 < len(items) else None
            if not kept and behind and behind.things and behind.start == tail.end:
                # `of the EU partnership framework`: the first name only says whose the second is.
                continue
            if not kept or tail.part or tail.start - head.end > APART:
                return None
            sense = Sense("thing", kept, match="alias")
            return Item(head.start, tail.end, (sense,), "part", head.part), until + 1
        if not _little(linked, known, tail) or tail.has("and") or tail.has("be"):
            return None
    return None


def _holds(linked: Linked, known: Vocabulary, iri: str, head: Item, tail: Item) -> bool:
    """Whether a thing bears, in one name, the words in front and a name of what follows."""
    words = linked.tokens[head.start : head.end]
    stems = {t.light for t in words if t.folded not in known.weak}
    names = [n.stems for n in known.own.get(iri, ()) if stems & n.stems]
    return any(
        named.stems <= own - (stems - named.stems)
        for own in names
        for thing in tail.things
        for named in known.own.get(thing, ())
        if named.match in {"label", "acronym", "alias"}
    )


def _kind_beside(
    linked: Linked, known: Vocabulary, items: list[Item], at: int
) -> tuple[Item, int] | None:
    """`the X system`, `le système X`: one word for the kind of a name, and not what is asked."""
    if at + 1 == len(items) or items[at + 1].start != items[at].end:
        return None
    name, kind = sorted(items[at : at + 2], key=lambda i: not i.things)
    front = items[at - 1] if at else None
    if not name.things or kind.things or not kind.has("class") or name.part:
        return None
    if front is None or any(s.role.startswith(("q-", "frame-")) for s in front.senses):
        return None
    if _verb_last(items, kind):
        return None
    word = linked.tokens[kind.start].folded
    several = kind.end - kind.start > 1 or word[-1] in "sx"
    if several or not all(known.kinds(i) & set(kind.classes) for i in name.things):
        return None
    return replace(name, start=items[at].start, end=items[at + 1].end), at + 2


def _verb_last(items: list[Item], kind: Item) -> bool:
    """`what does X fund in Y`: the word for a kind is the verb of the question, which has none
    behind it."""
    asks = any(i.has("q-object") and i.end <= kind.start for i in items)
    behind = [i for i in items if i.start >= kind.end and not i.things]
    other = any(i.has("relation") and not i.roles & _PREPOSITIONS for i in behind)
    return asks and kind.has("relation") and not other


def _in_a_row(
    linked: Linked, known: Vocabulary, items: list[Item], at: int
) -> tuple[Item, int] | None:
    """`the X small arms initiative`: names right before a word for a kind that one thing bears."""
    until = at
    while until < len(items) and items[until].things:
        if until > at and items[until].start != items[until - 1].end:
            return None
        until += 1
    kind = items[until] if until < len(items) else None
    front = items[at - 1] if at else None
    if until == at or kind is None or not kind.has("class") or kind.start != items[until - 1].end:
        return None
    if (
        front is None
        or any(s.role.startswith("q-") for s in front.senses)
        or _verb_last(items, kind)
    ):
        # `which X missions`: they are asked for.
        return None
    stems = frozenset(t.light for t in linked.tokens[kind.start : kind.end])
    row = items[at:until]
    found = [i for i in bearing(known, stems) if all(_bears(known, i, item) for item in row)]
    found = [i for i in found if known.kinds(i) & set(kind.classes)] or found
    if len(found) != 1:
        return None
    sense = Sense("thing", (found[0],), match="alias")
    return Item(row[0].start, kind.end, (sense,), "part"), until + 1


def _named_again(known: Vocabulary, items: list[Item], at: int) -> tuple[Item, int] | None:
    """`the tripartite task force AU-EU-UN`, `EUTF projects in X`: a name right beside a longer one
    that holds it says nothing more."""
    if at + 1 == len(items) or items[at + 1].start != items[at].end:
        return None
    one, two = items[at], items[at + 1]
    for longer, other in ((one, two), (two, one)):
        if len(longer.things) == 1 and other.things and longer.end - longer.start > 1:
            iri = longer.things[0]
            if "Area" not in known.kinds(iri) and _bears(known, iri, other):
                return replace(longer, start=one.start, end=two.end), at + 2
    return None


def _event_there(
    linked: Linked, known: Vocabulary, items: list[Item], at: int
) -> tuple[Item, int] | None:
    """`the Niamey workshop`, `l'atelier de Niamey`: the one event there that is called so."""
    until = at + 1
    while until < len(items) and any(items[until].has(r) for r in ("of", "in")):
        until += 1
    joints = until - at
    if until < len(items) and linked.span(items[until]).isupper() and _letter(linked, items[until]):
        # `de N’Djamena`: the letter is of the name behind it.
        until += 1
    if until == len(items) or joints > 2 or (at and _asks(items[at - 1])):
        return None
    place, kind = sorted((items[at], items[until]), key=lambda i: not i.things)
    word = linked.tokens[kind.end - 1].folded
    if not place.things or kind.things or not kind.has("class") or word[-1] in "sx":
        return None
    if place is items[at] and until > at + 1:
        return None
    stems = frozenset(t.light for t in linked.tokens[kind.start : kind.end])
    held = {e for i in place.things for e in known.metonyms.get(i, ((), ()))[1]}
    found = sorted(held & set(bearing(known, stems)))
    if len(found) != 1 or not known.kinds(found[0]) & set(kind.classes):
        return None
    sense = Sense("thing", (found[0],), match="alias")
    return Item(items[at].start, items[until].end, (sense,), "part"), until + 1


def _letter(linked: Linked, item: Item) -> bool:
    return linked.tokens[item.start].end - linked.tokens[item.start].start == 1


def _asks(item: Item) -> bool:
    return any(s.role.startswith("q-") for s in item.senses)


def _bears(known: Vocabulary, iri: str, item: Item) -> bool:
    """Whether a thing bears a name of one of the things in its own."""
    own = known.stems_of(iri)
    return iri not in item.things and any(
        named.stems <= own
        for thing in item.things
        for named in known.own.get(thing, ())
        if named.match != "hidden" or len("".join(named.stems)) > 4
    )


def _little(linked: Linked, known: Vocabulary, item: Item) -> bool:
    return all(t.folded in known.weak for t in linked.tokens[item.start : item.end])
