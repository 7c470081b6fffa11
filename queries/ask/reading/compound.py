"""What is said in two parts: names with the thing they belong to, verbs with a fronted preposition.

`The protocols of X`: where exactly one thing bears both in its name, the two are that thing. The
word must be written as it stands in the name, and must not be what is asked for, so that `missions
of the EU` stays a question for missions. `Against what are they directed` is `directed against`.
"""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item, Linked
from queries.ask.reading.parts import Clause, Ids, bearing, label_stems
from queries.ask.words import text
from queries.ask.words.vocabulary import Sense, Vocabulary

APART = 4
"""Words that may stand between the two parts."""


def join_names(linked: Linked, known: Vocabulary) -> Linked:
    """The question with such pairs of items as one."""
    items = list(linked.items)
    at = 0
    while at < len(items):
        if (
            joined := _joined(linked, known, items, at)
            or _owned(linked, known, items, at)
            or _possessed(linked, known, items, at)
            or _spread(linked, known, items, at)
        ):
            item, until = joined
            items[at:until] = [item]
        at += 1
    return replace(linked, items=tuple(items))


def _owned(
    linked: Linked, known: Vocabulary, items: list[Item], at: int
) -> tuple[Item, int] | None:
    """`X … its databases`: the one thing that bears both the word and the name of X."""
    head, front = items[at], items[at - 1] if at else None
    possessive = front is not None and front.has("pronoun") and front.end == head.start
    if not possessive or head.things or not head.has("class") or head.has("relation"):
        return None
    tokens = linked.tokens[head.start : head.end]
    own = frozenset(t.light for t in tokens if t.folded not in known.weak)
    owners = {iri for i in items[: at - 1] for iri in i.things}
    names = [n.stems for o in owners for n in known.own.get(o, ()) if n.match != "hidden"]
    found = {
        named.iri
        for iri in set(bearing(known, own)) - owners
        for named in known.own[iri]
        if own <= named.stems and any(name <= named.stems - own for name in names)
    }
    if len(found) != 1:
        return None
    return Item(head.start, head.end, (Sense("thing", (found.pop(),), match="alias"),)), at + 1


def _spread(
    linked: Linked, known: Vocabulary, items: list[Item], at: int
) -> tuple[Item, int] | None:
    """`the experts of X in Y`, `the X experts`: of several things the one called so that bears the
    other names too."""
    head = items[at]
    if not head.part or len(head.things) < 2 or head.end - head.start > 1:
        return None
    word = linked.tokens[head.start]
    called = [
        i for i in head.things
        if any(text.words(t)[:1] == [word.folded] for t in known.labels.get(i, {}).values())
    ]  # fmt: skip
    found: tuple[Item, int] | None = None
    stems = {word.light}
    front = items[at - 1] if at else None
    if front is not None and front.things and front.end == head.start:
        stems |= {t.light for t in linked.tokens[front.start : front.end]}
        bearers = [i for i in called if stems <= label_stems(known, i)]
        if len(bearers) == 1:
            return replace(head, senses=(Sense("thing", (bearers[0],), match="alias"),)), at + 1
        return None
    for until in range(at + 1, len(items)):
        tail = items[until]
        if not tail.things:
            if not _passed(linked, known, tail):
                break
            continue
        stems |= {
            t.light for t in linked.tokens[tail.start : tail.end] if t.folded not in known.weak
        }
        bearers = [i for i in called if stems <= label_stems(known, i)]
        if len(bearers) != 1:
            break
        sense = Sense("thing", (bearers[0],), match="alias")
        found = Item(head.start, tail.end, (sense,), "part"), until + 1
    return found


def _possessed(
    linked: Linked, known: Vocabulary, items: list[Item], at: int
) -> tuple[Item, int] | None:
    """`X's tools are meant to fight …`: the thing called so, where another verb says what of it."""
    owner = items[at]
    behind = items[at + 1 : at + 3]
    if not owner.things or owner.part or len(behind) < 2 or not behind[0].has("of"):
        return None
    noun = behind[1]
    if behind[0].start != owner.end or noun.start != behind[0].end:
        return None
    if noun.things:
        # `X's component`, the name of which says whose it is.
        held = label_stems(known, noun.things[0])
        names = [n.stems for n in known.own.get(owner.things[0], ()) if n.match != "hidden"]
        part = len(noun.things) == 1 and any(stems < held for stems in names)
        whole = owner.things[0] in noun.things or known.kinds(noun.things[0]) & {"Place", "State"}
        return (noun, at + 3) if part and not whole else None
    if not _role_noun(noun) or not _another_verb(items, noun, noun.end):
        return None
    if not any(_says(linked, known, i) or _asks(i) for i in items[:at]):
        return None
    found = _one(linked, known, noun, owner)
    if found is None:
        return None
    return Item(owner.start, noun.end, (Sense("thing", (found,), match="alias"),), "part"), at + 3


def _role_noun(item: Item) -> bool:
    """`tools`: a word for what a statement says in one of its roles."""
    return any(s.relation is not None and s.relation.asks for s in item.senses)


def _another_verb(items: list[Item], noun: Item, end: int) -> bool:
    """Whether a verb of another relation than that of the noun stands behind."""
    own = {p for s in noun.senses if s.relation for p in s.relation.all()}
    said = [
        {p for s in i.senses if s.role == "relation" and s.relation for p in s.relation.all()}
        for i in items if i.start >= end and not i.things and not i.has("in")
    ]  # fmt: skip
    return any(one and not one & own for one in said)


def _joined(
    linked: Linked, known: Vocabulary, items: list[Item], at: int
) -> tuple[Item, int] | None:
    head = items[at]
    noun = _role_noun(head)
    if head.things or not (noun or head.has("class") or head.has("frame-commitments")):
        return None
    front = items[at - 1] if at else None
    if front is not None and front.things and head.has("status"):
        # `what did X pledge for Y`: the verb of what stands in front.
        return None
    if front is not None and any(s.role in {"q-what", "frame-count"} for s in front.senses):
        # `which programme of …` asks for it.
        return None
    if not any(_says(linked, known, i) for i in items[:at]):
        # The first word that says anything is what is asked for.
        return None
    inside: set[str] = set()
    for until in range(at + 1, min(len(items), at + 1 + 2 * APART)):
        tail = items[until]
        if tail.things:
            by = any(_by(linked, known, i) for i in (head, *items[at + 1 : until]))
            whose = _of(linked, known, head, tail) and _another_verb(items, head, tail.end)
            if noun and not by and not whose:
                return None
            found = _one(linked, known, head, tail)
            if found is None or tail.start - head.end > APART + 2 * len(inside):
                return None
            if not inside <= label_stems(known, found):
                return None
            sense = Sense("thing", (found,), match="alias")
            return Item(head.start, tail.end, (sense,), "part"), until + 1
        if _passed(linked, known, tail) or (noun and _by(linked, known, tail)):
            continue
        last = known.full.get(linked.tokens[tail.end - 1].folded, ())
        if not any(s.role == "of" for s in last):
            return None
        # `the agreement on the organisation of X`: words of the whole name.
        inside |= {
            t.light for t in linked.tokens[tail.start : tail.end] if t.folded not in known.weak
        }
    return None


def _by(linked: Linked, known: Vocabulary, item: Item) -> bool:
    """`proposed by`: a participle with the preposition for who does it."""
    last = known.full.get(linked.tokens[item.end - 1].folded, ())
    return item.has("relation") and any(s.role == "by" for s in last)


def _says(linked: Linked, known: Vocabulary, item: Item) -> bool:
    return not _passed(linked, known, item) and not item.has("filler")


def _passed(linked: Linked, known: Vocabulary, item: Item) -> bool:
    return all(t.folded in known.weak for t in linked.tokens[item.start : item.end])


def _one(linked: Linked, known: Vocabulary, head: Item, tail: Item) -> str | None:
    word = next(
        (t for t in linked.tokens[head.start : head.end] if t.folded not in known.weak), None
    )
    if word is None:
        return None
    found: set[str] = set()
    heads: set[str] = set()
    """Those of which the word is the first: `tools of X`, and not `the use of the tools of X`."""
    for iri in bearing(known, frozenset({word.light})):
        labels = known.labels.get(iri, {})
        kinds = known.kinds(iri)
        # `the states of X` are a group of them.
        states = "State" in head.classes and "Group" in kinds and _of(linked, known, head, tail)
        if head.classes and not states and not kinds & set(head.classes):
            continue
        if iri in tail.things or not any(word.folded in text.words(t) for t in labels.values()):
            continue
        for named in known.own.get(iri, ()):
            if word.light in named.stems and any(
                other.stems <= named.stems - {word.light}
                for thing in tail.things
                for other in known.own.get(thing, ())
                if other.match in {"label", "acronym", "alias"}
            ):
                found.add(iri)
                if any(text.words(t)[:1] == [word.folded] for t in labels.values()):
                    heads.add(iri)
                break
    only = heads or found
    return next(iter(only)) if len(only) == 1 else None


def _of(linked: Linked, known: Vocabulary, head: Item, tail: Item) -> bool:
    words = linked.tokens[head.end : tail.start]
    return any(s.role == "of" for t in words for s in known.full.get(t.folded, ()))


def bring_back(linked: Linked, known: Vocabulary) -> Linked:
    """The question with a fronted preposition back behind its verb, where the two are one form."""
    items = list(linked.items)
    at = next((n for n, i in enumerate(items[:3]) if _asks(i)), 0)
    if at == 0 or items[at - 1].end - items[at - 1].start > 1 or items[at - 1].things:
        return linked
    fronted = linked.tokens[items[at - 1].start].folded
    for place in range(at + 1, len(items)):
        item = items[place]
        if item.things or not any(s.relation for s in item.senses):
            continue
        last = linked.tokens[item.end - 1]
        senses = tuple(
            s
            for key in (f"{last.folded} {fronted}", f"{last.heavy} {fronted}")
            for s in (*known.full.get(key, ()), *known.heavy.get(key, ()))
            if s.role in {"relation", "mention"}
        )
        known_already = {p for s in item.senses if s.relation for p in s.relation.all()}
        if senses and not any(s.relation and s.relation.all() & known_already for s in senses):
            items[place] = replace(item, senses=tuple(dict.fromkeys(senses)))
            del items[at - 1]
            return replace(linked, items=tuple(items))
    return linked


def _asks(item: Item) -> bool:
    return any(s.role in {"q-what", "q-who", "q-object", "frame-count"} for s in item.senses)


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
        (n for n, i in enumerate(items) if not _passed(linked, known, i)
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
    if not all(_passed(linked, known, i) for i in between) or until + 1 < len(items):
        return None
    owner = items[until]
    names = [n.stems for i in owner.things for n in known.own.get(i, ()) if n.match != "hidden"]
    found = tuple(
        i for i in bearing(known, frozenset({token.light}))
        if any(stems <= label_stems(known, i) for stems in names)
    )  # fmt: skip
    if not 0 < len(found) <= FEW:
        return None
    sense = Sense("thing", found, match="alias")
    return Item(item.start, owner.end, (sense,), "part", True), at, until + 1


def kinds_by_name(linked: Linked, known: Vocabulary) -> Linked:
    """`which coordinators`: what is asked for by a word of names, where its stem is also a verb."""
    items = list(linked.items)
    if held := _holder(linked, known, items):
        items[held[1] : held[2]] = [held[0]]
    for at in range(1, len(items)):
        if items[at - 1].has("q-what") and _kind_and_preposition(linked, known, items, at):
            break
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
    if means is None or item.things or not _role_noun(item) or item.end - item.start > 1:
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


FEW = 12
"""Things whose name holds a word that asks for them."""


def namesakes(clause: Clause, item: Item, iri: str) -> Ids:
    """A thing by a short form of its name, and the others of its kind of which it is a part too.

    `The Commission` is short for two of them; what is named after the thing itself is none.
    """
    known = clause.known
    stems = clause.stems(item)
    own = known.own.get(iri, [])
    whole = any(n.stems == stems and n.match in {"label", "acronym"} for n in own)
    if whole or not stems < label_stems(known, iri) or not any(stems < n.stems for n in own):
        return (iri,)
    spelled = (" ".join(text.words(t)) for t in known.spellings.get(iri, ()))
    full = [t for t in spelled if t.count(" ") >= len(stems)]
    others = []
    for other in bearing(known, stems):
        names = label_stems(known, other)
        labels = [" ".join(text.words(t)) for t in known.labels.get(other, {}).values()]
        if other == iri or not stems <= names or any(f in t for f in full for t in labels):
            continue
        if known.kinds(other) & (known.kinds(iri) - BROAD | set(item.classes)):
            others.append(other)
    return (iri, *others) if 0 < len(others) < MANY_NAMESAKES else (iri,)


MANY_NAMESAKES = 6


BROAD = frozenset({"Thing", "Entity", "Arrangement", "Concept", "Agent"})
