"""A list of places: `who supports JITs in Niger and Mali` is asked of each place by itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from queries.ask.linking.items import Item
from queries.ask.reading.frames import Find, Frame
from queries.ask.reading.parts import Clause, only_weak


def each_place(clause: Clause, frame: Frame) -> list[tuple[Clause, Frame]]:
    """The clause and its frame once for each place of a list; as they are where there is none.

    `both in A and B` is one question: what is found must hold in all. Yes or no is left alone.
    """
    whole = [(clause, frame)]
    if not isinstance(frame, Find) or len(frame.patterns) != 1 or frame.truth:
        return whole
    (pattern,) = frame.patterns
    if pattern.place is None or pattern.negated or clause.has("except"):
        return whole
    listed = _places(clause)
    places = [next(i for i in item.things if _area(clause, i)) for item in listed]
    held = {*pattern.of, *pattern.also, *frame.asked.among, *frame.asked.member_of}
    if len(places) < 2 or pattern.place not in places or held & set(places):
        return whole
    if clause.has("both"):
        return [(clause, replace(frame, patterns=tuple(replace(pattern, place=p) for p in places)))]
    apart: list[tuple[Clause, Frame]] = []
    for item, place in zip(listed, places, strict=True):
        others = [i for i in listed if i is not item]
        items = [i for i in clause.items if not any(i is one for one in others)]
        one = replace(pattern, place=place)
        apart.append((replace(clause, items=items), replace(frame, patterns=(one,))))
    return apart


def _places(clause: Clause) -> list[Item]:
    """The places behind one preposition, or each behind its own, with `and` between them."""
    found = [
        i for i in clause.items
        if not i.part and any(_area(clause, t) for t in i.things) and clause.preposition(i) == "in"
    ]  # fmt: skip
    for left, right in pairwise(found):
        between = [i for i in clause.items if left.end <= i.start < right.start]
        plain = all(only_weak(i) or i.has("and") or i.has("in") for i in between)
        listed = any(i.has("and") for i in between) or clause.comma(left, right)
        if not plain or clause.gap(left, right) or not listed:
            return []
    return found


def _area(clause: Clause, iri: str) -> bool:
    return "Area" in clause.known.kinds(iri)
