"""What is said in two parts: names with the thing they belong to, verbs with a fronted preposition.

`The protocols of X`: where exactly one thing bears both in its name, the two are that thing. The
word must be written as it stands in the name, and must not be what is asked for, so that `missions
of the EU` stays a question for missions. `Against what are they directed` is `directed against`.
"""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item, Linked
from queries.ask.reading.parts import Clause, Ids, bearing
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
        if any(text.words(t)[:1] == (word.folded,) for t in known.labels.get(i, {}).values())
    ]  # fmt: skip
    found: tuple[Item, int] | None = None
    stems = {word.light}
    front = items[at - 1] if at else None
    if front is not None and front.things and front.end == head.start:
        stems |= {t.light for t in linked.tokens[front.start : front.end]}
        bearers = [i for i in called if stems <= known.stems_of(i)]
        if len(bearers) == 1:
            return replace(head, senses=(Sense("thing", (bearers[0],), match="alias"),)), at + 1
        return None
    for until in range(at + 1, len(items)):
        tail = items[until]
        if not tail.things:
            if not passed(linked, known, tail):
                break
            continue
        stems |= {
            t.light for t in linked.tokens[tail.start : tail.end] if t.folded not in known.weak
        }
        bearers = [i for i in called if stems <= known.stems_of(i)]
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
        held = known.stems_of(noun.things[0])
        names = [n.stems for n in known.own.get(owner.things[0], ()) if n.match != "hidden"]
        part = len(noun.things) == 1 and any(stems < held for stems in names)
        whole = owner.things[0] in noun.things or known.kinds(noun.things[0]) & {"Place", "State"}
        return (noun, at + 3) if part and not whole else None
    if not role_noun(noun) or not _another_verb(items, noun, noun.end):
        return None
    if not any(_says(linked, known, i) or _asks(i) for i in items[:at]):
        return None
    found = _one(linked, known, noun, owner)
    if found is None:
        return None
    return Item(owner.start, noun.end, (Sense("thing", (found,), match="alias"),), "part"), at + 3


def role_noun(item: Item) -> bool:
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
    noun = role_noun(head)
    if head.things or not (noun or head.has("class") or head.has("frame-commitments")):
        return None
    front = items[at - 1] if at else None
    if front is not None and front.things and head.has("status"):
        # `what did X pledge for Y`: the verb of what stands in front.
        return None
    if front is not None and front.has_any("q-what", "frame-count"):
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
            if not inside <= known.stems_of(found):
                return None
            sense = Sense("thing", (found,), match="alias")
            return Item(head.start, tail.end, (sense,), "part"), until + 1
        if passed(linked, known, tail) or (noun and _by(linked, known, tail)):
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
    return not passed(linked, known, item) and not item.has("filler")


def passed(linked: Linked, known: Vocabulary, item: Item) -> bool:
    """Whether an item is nothing but little words."""
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
                if any(text.words(t)[:1] == (word.folded,) for t in labels.values()):
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
    return item.has_any("q-what", "q-who", "q-object", "frame-count")


def namesakes(clause: Clause, item: Item, iri: str) -> Ids:
    """A thing by a short form of its name, and the others of its kind of which it is a part too.

    `The Commission` is short for two of them; what is named after the thing itself is none.
    """
    known = clause.known
    stems = clause.stems(item)
    own = known.own.get(iri, [])
    whole = any(n.stems == stems and n.match in {"label", "acronym"} for n in own)
    if whole or not stems < known.stems_of(iri) or not any(stems < n.stems for n in own):
        return (iri,)
    spelled = (" ".join(text.words(t)) for t in known.spellings.get(iri, ()))
    full = [t for t in spelled if t.count(" ") >= len(stems)]
    others = []
    for other in bearing(known, stems):
        names = known.stems_of(other)
        labels = [" ".join(text.words(t)) for t in known.labels.get(other, {}).values()]
        if other == iri or not stems <= names or any(f in t for f in full for t in labels):
            continue
        if known.kinds(other) & (known.kinds(iri) - BROAD | set(item.classes)):
            others.append(other)
    return (iri, *others) if 0 < len(others) < MANY_NAMESAKES else (iri,)


MANY_NAMESAKES = 6


BROAD = frozenset({"Thing", "Entity", "Arrangement", "Concept", "Agent"})
