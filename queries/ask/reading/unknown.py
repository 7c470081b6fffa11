"""Words of a question that are names or kinds which the graph does not know."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from queries.ask.linking.items import Item
from queries.ask.reading.frames import Ids
from queries.ask.reading.leftout import denied_things, left_out_of
from queries.ask.reading.parts import Clause, bearing, is_preposition, one_word, only_weak, settle


def unknown_names(clause: Clause) -> Ids:
    """Words written like names that the graph does not know."""
    tokens = clause.linked.tokens
    found = []
    for i in clause.loose:
        token = tokens[i]
        front = clause.known.full.get(tokens[i - 1].folded, ()) if i else ()
        if (
            any(s.role in {"of", "by", "about"} for s in front)
            and not _counted(clause, i)
            and token.light not in clause.known.postings
        ):
            # Behind a preposition a word that no name holds is a name not known: `du qatar`.
            found.append(token.text)
            continue
        if clause.linked.shouted:
            continue
        starts = i == 0 or any(
            c in clause.linked.question[tokens[i - 1].end : token.start] for c in ".?!:"
        )
        if (
            (token.upper and len(token.text) > 2)
            or (token.capital and not starts)
            or (token.capital and starts and _then_said(clause, i))
        ):
            found.append(token.text)
    return tuple(found)


def _longer(clause: Clause) -> list[tuple[Item, Item]]:
    """`EU Training Mission`, `ONU Femmes`: a name and a common word written like one right behind
    it, which no name of the graph holds together: a longer name, which the graph does not know."""
    tokens = clause.linked.tokens
    long = [t for t in tokens if len(t.folded) > 2 and not t.upper]
    if clause.linked.shouted or sum(t.capital for t in long) > MOST_CAPITALS * len(long):
        return []
    found = []
    for one, two in pairwise(clause.items):
        common = two.has("class") or bool(two.things)
        for iri in two.things:
            common = common and bool(clause.known.kinds(iri) & _COMMON)
        word = tokens[two.start]
        if (
            one.things and not one.part and one.end == two.start == two.end - 1 and common
            and word.capital and not word.upper
            and (bool(two.things) or word.light == word.folded)
            and not two.has("frame-commitments") and not clause.comma(one, two)
            and not bearing(clause.known, clause.stems(one) | clause.stems(two))
        ):  # fmt: skip
            found.append((one, two))
    return found


MOST_CAPITALS = 0.7
"""Share of words with a capital, above which all words are written so."""

_COMMON = frozenset({"Theme", "CrimeType", "Capability", "Group", "TargetGroup"})
"""Kinds of things that have no name of their own, but a word of the language."""


def doubtful(clause: Clause) -> Ids:
    """Things that are likely not meant by their words, and are not offered as the nearest: one of
    whose name there is but a word, or all but a word that nothing knows; what is left out."""
    tokens = clause.linked.tokens
    found = [one for pair in _longer(clause) for one in pair]
    found += [*left_out_of(clause), *denied_things(clause)]
    for item in clause.items:
        if not item.things:
            continue
        front, behind = item.start - 1, item.end
        of = next((i for i in clause.items if i.start == behind and i.has("of")), None)
        name = of.end if of is not None else behind
        joined = behind in clause.loose and tokens[behind].capital
        known = item.part and item.end - item.start == 1
        led = next((i for i in clause.items if i.end == item.start and i.has("of")), None)
        if led is not None and led.start - 1 in clause.loose and tokens[led.start - 1].capital:
            # `Gulf of X`: another name, in which X only stands.
            found.append(item)
        area = any("Area" in clause.known.kinds(i) for i in item.things)
        if (
            known
            or (front in clause.loose and (area or tokens[front].capital))
            or joined
            or (item.part and name in clause.loose)
        ):
            found.append(item)
    return tuple(dict.fromkeys((*(i for item in found for i in item.things), *_inside(clause))))


def _inside(clause: Clause) -> list[str]:
    """Places that only stand in the name of another thing that is meant: `the missions in X`."""
    named = [i for i in clause.items if i.things and not i.part]
    return [
        place
        for item in named
        for place in item.things
        if "Area" in clause.known.kinds(place)
        and any(
            clause.stems(item) < clause.known.stems_of(other)
            for one in named
            if one is not item
            for other in one.things
            if "Document" not in clause.known.kinds(other)
        )
    ]


def longer_names(clause: Clause) -> Ids:
    """Names of which the graph knows but a part: nothing that is said of the part answers."""
    tokens, known = clause.linked.tokens, clause.known
    found = [clause.linked.span(replace(one, end=two.end)) for one, two in _longer(clause)]
    named = [i for i in clause.items if i.things and not one_word(i)]
    for item in (i for i in clause.items if one_word(i) and not named):
        # `magistrats de liaison`, `liaison magistrates`: a word of names tells an unknown one.
        front = clause.items[clause.place(item) - 1] if clause.place(item) else None
        head = front.start - 1 if front is not None and front.has("of") else None
        for at in (head, item.end):
            if at in clause.loose and tokens[at].light not in known.postings:
                low, high = min(at, item.start), max(at + 1, item.end)
                found.append(clause.linked.span(replace(item, start=low, end=high)))
    return tuple(found)


def kind_unknown(clause: Clause) -> Ids:
    """`which companies`: a word for a kind that the graph does not know, right behind `which`;
    `Asian countries`: a group of countries that no text makes."""
    tokens = clause.linked.tokens
    for item in clause.items:
        if item.things or item.classes != ("State",):
            continue
        before, behind = item.start - 1, item.end
        opens = before in clause.loose and before == clause.linked.items[0].start - 1
        follows = clause.linked.lang == "fr" and behind in clause.loose
        if opens or (follows and tokens[behind].light not in clause.known.postings):
            return (tokens[before if opens else behind].text,)
    for item in clause.items:
        behind = item.end
        if (
            item.has("q-what")
            and not item.has("q-object")
            and behind in clause.loose
            and tokens[behind].light not in clause.known.postings
            and not any(i.has("class") for i in clause.items)
        ):
            return (tokens[behind].text,)
    return ()


def _counted(clause: Clause, i: int) -> bool:
    """`nombre de bateaux`, `whose figure for boats`: what is counted is a unit, not a name."""
    front = [item for item in clause.items if item.end <= i and not only_weak(item)]
    asks = bool(front) and front[-1].has("frame-source")
    return asks or any(item.has("frame-count") and item.end == i for item in clause.items)


def _then_said(clause: Clause, i: int) -> bool:
    """`Russia supports …`, `Russia and the PCMS`: the first word is written like any, but named."""
    after = next((item for item in clause.items if item.start == i + 1), None)
    if after is None:
        return False
    said = after.has("relation") and not after.has("filler") and not is_preposition(after)
    return said or after.has("and") or after.has("or")


def near_things(clause: Clause) -> Ids:
    """The things that a clause names, to be offered where it is not answered."""
    return tuple(
        dict.fromkeys(i for item in clause.items if item.things for i in settle(clause, item))
    )[:5]


def elsewhere(clause: Clause) -> bool:
    """`what does X do in Y`: a place that the name of what is asked about does not hold."""
    things = [i for i in clause.items if i.things]
    here = {s for i in settle(clause, things[0]) for s in clause.known.stems_of(i)}
    return any(
        clause.preposition(i) == "in"
        and all("Area" in clause.known.kinds(t) for t in settle(clause, i))
        and not clause.stems(i) <= here
        for i in things[1:]
    )
