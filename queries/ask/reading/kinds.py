"""Words for kinds that are also something else: verbs by their stem, words of names, role nouns.

`Which coordinators` asks for what bears the word in its name; `tools, plans or strategies` are
kinds, whatever `tools` says by itself.
"""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item, Linked
from queries.ask.reading.compound import BROAD, passed, role_noun
from queries.ask.reading.parts import Clause, bearing
from queries.ask.words.vocabulary import Sense, Vocabulary


def _kind_and_preposition(linked: Linked, known: Vocabulary, items: list[Item], at: int) -> bool:
    """`quels traités de X`: a word for a kind, and no verb with its preposition."""
    item = items[at]
    if item.things or item.end - item.start != 2 or not item.has("relation"):
        return False
    kind = [s for s in known.full.get(linked.tokens[item.start].folded, ()) if s.role == "class"]
    joint = tuple(known.full.get(linked.tokens[item.end - 1].folded, ()))
    if not kind or not any(s.role == "of" for s in joint):
        return False
    items[at : at + 1] = [
        Item(item.start, item.start + 1, tuple(kind)), Item(item.end - 1, item.end, joint)
    ]  # fmt: skip
    return True


def _holder(linked: Linked, known: Vocabulary, items: list[Item]) -> tuple[Item, int, int] | None:
    """`who is the coordinator of X`: a noun of names, by its stem only a verb, and whose it is."""
    at = next(
        (n for n, i in enumerate(items) if not passed(linked, known, i)
         and not i.has("frame-define")), len(items)
    )  # fmt: skip
    if at + 2 >= len(items) or any(i.has("q-what") for i in items[:at]):
        return None
    item, token = items[at], linked.tokens[items[at].start]
    written = {token.folded, token.folded[:-1]} & known.full.keys()
    if item.things or item.end - item.start > 1 or written or not item.has("relation"):
        return None
    until = next((n for n in range(at + 1, len(items)) if items[n].things), None)
    between = items[at + 1 : until] if until is not None else []
    if until is None or not between or not between[0].has("of"):
        return None
    if not all(passed(linked, known, i) for i in between) or until + 1 < len(items):
        return None
    owner = items[until]
    names = [n.stems for i in owner.things for n in known.own.get(i, ()) if n.match != "hidden"]
    found = tuple(
        i for i in bearing(known, frozenset({token.light}))
        if any(stems <= known.stems_of(i) for stems in names)
    )  # fmt: skip
    if not 0 < len(found) <= FEW:
        return None
    sense = Sense("thing", found, match="alias")
    return Item(item.start, owner.end, (sense,), "part", True), at, until + 1


def _where(known: Vocabulary, items: list[Item]) -> tuple[Item, int, int] | None:
    """`in which sensitive areas`: any word for areas, which asks where and for no kind of them."""
    there = known.one("where", "q-where")
    for at, item in enumerate(items[2:], 2):
        areas = bool(item.classes) and set(item.classes) <= _AREAS and not item.things
        asks = items[at - 1].has("q-what") and items[at - 2].has("in") and not items[at - 2].things
        if there is not None and areas and asks:
            return Item(items[at - 2].start, item.end, (there,)), at - 2, at + 1
    return None


_AREAS = frozenset({"Area", "Place"})


def kinds_by_name(linked: Linked, known: Vocabulary) -> Linked:
    """`which coordinators`: what is asked for by a word of names, where its stem is also a verb."""
    items = list(linked.items)
    if held := _holder(linked, known, items):
        items[held[1] : held[2]] = [held[0]]
    if place := _where(known, items):
        items[place[1] : place[2]] = [place[0]]
    for at in range(1, len(items)):
        if items[at - 1].has("q-what") and _kind_and_preposition(linked, known, items, at):
            break
    if items and (sense := _means_in_row(linked, known, items, 0)):
        items[0] = replace(items[0], senses=(sense,), part=False)
    for at, item in enumerate(items[1:], 1):
        token = linked.tokens[item.start]
        if sense := _in_row_of_kinds(known, items, at) or _means_in_row(linked, known, items, at):
            items[at] = replace(item, senses=(sense,), part=False)
            continue
        if not items[at - 1].has("q-what"):
            continue
        if item.things and item.has("class") and not item.part:
            # `which platform`: a word that names one thing too, where the kind is asked for.
            kept = tuple(s for s in item.senses if s.role != "thing")
            items[at] = replace(item, senses=kept)
        if item.things and item.part and not item.has("label-word"):
            # `which peace agreement`: words of a longer name, for what is asked for.
            words = linked.tokens[item.start : item.end]
            stems = frozenset(t.light for t in words if t.folded not in known.weak)
            found = bearing(known, stems)
            kinds = [known.kinds(i) for i in item.things]
            group = any("Group" in k and not k & {"Network", "NationalService"} for k in kinds)
            if not group and set(item.things) <= set(found) and len(found) <= FEW:
                items[at] = replace(item, senses=(Sense("label-word", found),))
        if item.end - item.start > 1 or item.things:
            continue
        single = token.folded[:-1]
        if item.has("class") or token.folded in known.full or single in known.full:
            continue
        if not any(s.relation for s in item.senses):
            continue
        found = bearing(known, frozenset({token.light}))
        if 0 < len(found) <= FEW:
            sense = Sense("label-word", found)
            items[at] = replace(item, senses=(sense,), part=True)
    return replace(linked, items=tuple(items))


def _in_row_of_kinds(known: Vocabulary, items: list[Item], at: int) -> Sense | None:
    """`services, agencies and bureaus`: a word of names that a word for a kind stands beside."""
    item = items[at]
    joint, front = items[at - 1], items[at - 2] if at > 1 else None
    joined = (joint.has("and") or joint.has("or")) and not joint.things
    if not joined or front is None or front.things or not front.has("class"):
        return None
    if not item.part or not item.has("label-word") or item.end - item.start > 1:
        return None
    kinds = {k for i in item.things for k in known.kinds(i)} - BROAD
    # The narrowest ones: those that no other one of them is above.
    found = {k for k in kinds if not any(k in known.above.get(o, ()) for o in kinds - {k})}
    return Sense("class", tuple(sorted(found)), match="alias") if found else None


def _means_in_row(linked: Linked, known: Vocabulary, items: list[Item], at: int) -> Sense | None:
    """`tools, plans or strategies`: a word for what is offered, beside words for kinds."""
    item, means = items[at], known.one("tools as means", "means")
    if means is None or item.things or not role_noun(item) or item.end - item.start > 1:
        return None

    def beside(low: Item, high: Item, between: list[Item]) -> bool:
        gap = linked.question[linked.tokens[low.end - 1].end : linked.tokens[high.start].start]
        joined = any((i.has("or") or i.has("and")) and not i.things for i in between)
        return joined or gap.strip() == ","

    for near in (1, 2):
        if at >= near and _kind_word(items[at - near]):
            front = items[at - near]
            if beside(front, item, items[at - near + 1 : at]):
                return Sense("class", means.ids, match="alias")
        if at + near < len(items) and _kind_word(items[at + near]):
            behind = items[at + near]
            if beside(item, behind, items[at + 1 : at + near]):
                return Sense("class", means.ids, match="alias")
    return None


def _kind_word(item: Item) -> bool:
    return item.has("class") and not item.things


def group_as_kind(clause: Clause) -> Clause | None:
    """`which partner countries are thanked`: countries, where nobody is said to be in a group of
    that name. It is made of a word for a kind and of one for a relation, and so may be a noun."""
    for at, item in enumerate(clause.items):
        if not item.things or item.part or item.end - item.start != 2:
            continue
        tokens = clause.linked.tokens[item.start : item.end]
        words = [clause.known.full.get(t.folded, ()) for t in tokens]
        groups = all("Group" in clause.known.kinds(i) for i in item.things)
        if not groups or len(item.things) < 2:
            continue
        for word, other in (words, words[::-1]):
            kind = tuple(s for s in word if s.role == "class" and not set(s.ids) & BROAD)
            if kind and any(s.role == "relation" for s in other):
                noun = replace(item, senses=kind)
                return replace(clause, items=[*clause.items[:at], noun, *clause.items[at + 1 :]])
    return None


FEW = 12
"""Things whose name holds a word that asks for them."""
