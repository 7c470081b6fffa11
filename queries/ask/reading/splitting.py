"""Names that a question only seems to hold: a kind or a relation word, and the name behind it."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item, Linked
from queries.ask.linking.link import match
from queries.ask.reading.parts import bearing
from queries.ask.words import text
from queries.ask.words.text import Token
from queries.ask.words.vocabulary import Sense, Vocabulary

FEW_BEARERS = 12
"""Things whose name holds a word that asks for them."""


def split_names(linked: Linked, known: Vocabulary) -> Linked:
    """The question with each such name as the words it is made of."""
    items: list[Item] = []
    for at, item in enumerate(linked.items):
        asked = bool(items) and items[-1].has("q-what") and items[-1].end == item.start
        parts = _kind_of(linked, known, item) if asked else _group_of(linked, known, item)
        items += parts or _several_of(linked, known, at) or [item]
    return replace(linked, items=tuple(items))


def _at(linked: Linked, known: Vocabulary, start: int, end: int) -> Item | None:
    """What words stand for by themselves, little ones in front left out."""
    words = list(linked.tokens)
    while end - start > 1 and words[start].folded in known.weak:
        start += 1
    return (
        match(words[start:end], start, known, linked.shouted, len(words)) if start < end else None
    )


def _kind_of(linked: Linked, known: Vocabulary, item: Item) -> list[Item]:
    """`which mechanism for X`, as part of a name: a kind is asked for, with X beside it."""
    if not item.part or not item.things or item.end - item.start < 3:
        return []
    start = item.start
    head, joint = (_at(linked, known, at, at + 1) for at in (start, start + 1))
    tail = _at(linked, known, start + 2, item.end)
    if head is None or joint is None or tail is None or not tail.things:
        return []
    if not head.has("class") or head.things or not joint.has("for"):
        return []
    kinds = tuple(s for s in head.senses if s.role == "class")
    return [replace(head, senses=kinds), joint, tail]


def _several_of(linked: Linked, known: Vocabulary, at: int) -> list[Item]:
    """`the colleges of X`: several are asked for, where names hold the word for one of them."""
    item = linked.items[at]
    found = several(known, linked.tokens[item.start]) if item.things else ()
    if not found or not (item.part or item.how == "folded"):
        return []
    head = Item(item.start, item.start + 1, (Sense("label-word", found),), "part", True)
    if item.end - item.start == 1:
        behind = linked.items[at + 1 : at + 2]
        return [head] if any(i.has("of") and i.start == item.end for i in behind) else []
    joint = _at(linked, known, item.start + 1, item.start + 2)
    tail = _at(linked, known, item.start + 2, item.end)
    if joint is None or not joint.has("of") or tail is None:
        return []
    body = any(known.kinds(i) & {"Actor", "Arrangement"} for i in tail.things)
    return [head, joint, tail] if body else []


def several(known: Vocabulary, token: Token) -> tuple[str, ...]:
    """The few things whose names hold a word that stands in the plural, and in none of them so."""
    if token.folded[-1] not in "sx" or token.folded == token.light:
        return ()
    found = bearing(known, frozenset({token.light}))
    held = (text.words(n) for i in found for n in known.spellings.get(i, ()))
    return found if len(found) <= FEW_BEARERS and not any(token.folded in h for h in held) else ()


def _group_of(linked: Linked, known: Vocabulary, item: Item) -> list[Item]:
    """`participants in the Niamey meeting` is a group and a question: who took part in the meeting.

    The question says more (those who attended too), so the name of a group that is made of a
    relation word and the name of what it relates to is read as these two.
    """
    if item.part or item.end - item.start < 3 or not item.things:
        return []
    if not all("Group" in known.kinds(i) for i in item.things):
        return []
    head = _at(linked, known, item.start, item.start + 1)
    little = linked.tokens[item.start + 1].folded in known.weak
    tail = _at(linked, known, item.start + 1, item.end)
    sense = head.sense("relation") if head else None
    if head is None or sense is None or sense.relation is None or tail is None or not little:
        return []
    classes = {
        c
        for p in sense.relation.predicates
        for c in known.ends.get(p, (frozenset(), frozenset()))[1]
    }
    if not any(known.kinds(i) & classes for i in tail.things):
        return []
    if any("Group" in known.kinds(i) for i in tail.things):
        return []
    return [replace(head, senses=(sense,)), tail]
