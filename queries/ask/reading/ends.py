"""What stands at the ends of a relation word: the names on its two sides, and what denies it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from queries.ask.linking.items import Item
from queries.ask.reading.directions import fronted
from queries.ask.reading.frames import Asked, Ids, Pattern
from queries.ask.reading.parts import (
    Clause,
    documents_of,
    is_preposition,
    only_weak,
    settle,
)
from queries.ask.reading.relations import participle
from queries.ask.words.vocabulary import Relation

Verbs = list[Item]
"""Relation words that `and` or `or` joins, with nothing else between: `trains and equips`."""


def grouped(clause: Clause, verbs: list[Item]) -> list[Verbs]:
    """The relation words in order, those together that share what stands at their ends."""
    found: list[Verbs] = []
    for verb in verbs:
        if found and _joined(clause, found[-1][-1], verb):
            found[-1].append(verb)
        else:
            found.append([verb])
    return found


def _joined(clause: Clause, one: Item, two: Item) -> bool:
    between = [i for i in clause.items if one.end <= i.start < two.start]
    if clause.gap(one, two) or not any(i.has("and") or i.has("or") for i in between):
        return False
    return not one.things and not two.things and all(map(_passes, between))


def _passes(item: Item) -> bool:
    little = only_weak(item) or any(item.has(r) for r in ("or", "be", "perfect"))
    return little and not item.things and (item.has("of") or not is_preposition(item))


def any_will_do(clause: Clause, group: Verbs) -> bool:
    """`trains or equips`: one of the relations is enough."""
    low, high = group[0].end, group[-1].start
    return any(low <= i.start < high for i in clause.all("or"))


def sides(
    clause: Clause, groups: list[Verbs], at: int, apart: set[int]
) -> tuple[list[Item], list[Item]]:
    """The names in front of relation words and behind them, as far as the next ones."""
    first, verb = groups[at][0], groups[at][-1]
    last = at + 1 == len(groups)
    stop = len(clause.linked.tokens) if last else groups[at + 1][0].start
    start = groups[at - 1][-1].end if at else 0
    named = [i for i in clause.items if i.things and id(i) not in apart]
    left = [i for i in named if start <= i.start < first.start]
    right = [i for i in named if verb.end <= i.start < stop]
    if (
        not last
        and (len(right) > 1 or (left and right and _both_name(verb, groups[at + 1][-1])))
        and right[-1].end >= stop - 4
        and not any(i.has("and") and right[-1].end <= i.start < stop for i in clause.items)
        and not _things_after(clause, groups, at + 1)
    ):
        # A relation that ends its clause takes the thing in front: `that UNODC proposed`.
        right = right[:-1]
    if left and not right and fronted(clause, first, verb, left):
        return [], left
    return left, right


def _both_name(verb: Item, other: Item) -> bool:
    """`X cites that Y omits`: who names a thing is in front of the word for it."""
    return verb.has("mention") and other.has("mention")


def through_whom(clause: Clause) -> str | None:
    """`through whom is X informed`, `via quel organe`: the role that the word in front asks for."""
    for one, two in pairwise(clause.items):
        if one.end == two.start and (two.has("q-who") or two.has("q-what")):
            told = (s.relation for s in one.senses if s.role == "via" and s.relation)
            if asked := next(told, None):
                return asked.asks
    return None


def from_to(clause: Clause, made: Pattern | None, right: list[Item]) -> Pattern | None:
    """`what does X give to Y`: both stand in one statement, and are no two alternatives."""
    if made is None or made.also or len(made.of) != 2 or len(right) != 2:
        return made
    if made.of[1] in right[0].things:
        # Both go by one name.
        return made
    apart = not any(clause.has(joint) for joint in ("and", "or", "both"))
    given = clause.preposition(right[1]) in {"to", "in", "for"}
    if apart and given and not clause.preposition(right[0]):
        return replace(made, of=made.of[:1], also=made.of[1:])
    return made


def meant_for(
    clause: Clause, verb: Item, relation: Relation, right: list[Item], what: Asked
) -> Relation | None:
    """`which mechanism is set up for X`: not X is set up, but what is meant for people like X."""
    known = clause.known
    made, meant = known.one("made or concluded", "made"), known.one("intended", "relation")
    of = settle(clause, right[0]) if right else ()
    people = len(of) == 1 and "TargetGroup" in known.kinds(of[0])
    if made is None or made.relation is None or meant is None or meant.relation is None:
        return None
    between = [i for i in clause.items if right and verb.end <= i.start < right[0].start]
    if not what.kinds or not all(map(only_weak, between)):
        # Asked for is something else than what is set up.
        return None
    makes = bool(relation.all()) and relation.all() <= made.relation.all()
    told = makes and people and clause.preposition(right[0]) == "for"
    return meant.relation if told else None


def acted_on(clause: Clause, made: Pattern | None, what: Asked) -> Pattern | None:
    """`treaties that are to be ratified`: what is asked for may be no end but the other one."""
    ends = clause.known.ends
    if made is None or made.of or not what.kinds or not made.relation.predicates:
        return made
    subjects = [ends.get(p, (frozenset(), frozenset()))[0] for p in made.relation.predicates]
    kinds = {k for kind in what.kinds for k in clause.known.above.get(kind, frozenset({kind}))}
    if not made.relation.inverse and not any(not s or s & kinds for s in subjects):
        return replace(made, relation=made.relation.flipped())
    return made


def requested(clause: Clause, verb: Item, relation: Relation) -> Relation:
    """`whom does it ask to implement …`: who is asked is in question too."""
    sense = clause.known.one("who must", "relation")
    asks = [
        i
        for i in clause.all("frame-commitments")
        if i.end <= verb.start and any("Request" in s.ids for s in i.senses) and clause.asks_who()
        and not any(o.things and i.end <= o.start < verb.start for o in clause.items)
    ]  # fmt: skip
    if not asks or sense is None or sense.relation is None:
        return relation
    return replace(relation, predicates=(*relation.predicates, *sense.relation.predicates))


def in_pattern(clause: Clause, item: Item, made: Pattern, documents: Ids) -> bool:
    """Whether an item went into a pattern; what did not may still say who is asked for."""
    into = {*made.of, *made.also, *made.documents, *documents, made.place}
    if set(made.of).isdisjoint(t for i in clause.items for t in (*i.things, *settle(clause, i))):
        # What bears its name stands for it.
        return True
    return bool({*settle(clause, item), *item.things, *documents_of(clause, item)} & into) or bool(
        {e for i in item.things for e in clause.known.metonyms.get(i, ((), ()))[1]} & into
    )


def _things_after(clause: Clause, groups: list[Verbs], at: int) -> bool:
    stop = groups[at + 1][0].start if at + 1 < len(groups) else len(clause.linked.tokens)
    return any(i.things and groups[at][-1].end <= i.start < stop for i in clause.items)


def denied(clause: Clause, groups: list[Verbs], at: int) -> bool:
    """In front of the verb, in it, or right behind it: `n'appartiennent pas`.

    Not where the denial behind is a verb itself (`tools have no`), or that of the next one.
    """
    first, verb = groups[at][0], groups[at][-1]
    start = groups[at - 1][-1].end if at else 0
    following = {group[0].start for group in groups[at + 1 : at + 2]}
    return any(
        (start <= i.start < verb.end and first.start - i.end <= 4)
        or (i.start == verb.end and not i.has("light") and i.end not in following)
        for i in clause.all("negation")
    )


def told_of(clause: Clause, verb: Item, made: Pattern, before: list[Pattern]) -> Pattern:
    """`the task force set up in X`: a participle right behind what another verb has taken. Another
    word there, or right behind that verb, may go with it: `trains X against Y`, `is trained to
    fight Y`."""
    said = [i for i in clause.items if i.end <= verb.start and not _little(i)]
    front = next((i for i in reversed(said) if i.has("and") or not only_weak(i)), None)
    if front is None or made.negated or not before:
        return made
    named = bool({i for p in before for i in p.of} & {*settle(clause, front)})
    tells = named and not front.part and participle(clause, verb)
    follows = named or (front.relation is not None and not front.things)
    return replace(made, tells=tells, within=follows and not tells and bool(made.of))


def _little(item: Item) -> bool:
    return item.has("filler") and not item.has("and") and not item.things


def described(clause: Clause, made: Pattern) -> Pattern:
    """`the roadmap promised to X`: what stands behind the known thing may only describe it."""
    if not made.also:
        return made
    told: list[str] = []
    front: Item | None = None
    for item in clause.items:
        if item.things:
            known = front is not None and bool({*settle(clause, front)} & {*made.of, *told})
            here = [t for t in settle(clause, item) if t in made.also]
            if known and front is not None and not clause.gap(front, item):
                told += here
            front = item
        elif not (_little(item) or _joint(item) or item.has("status")):
            front = None
    return replace(made, told=tuple(told)) if told else made


def _joint(item: Item) -> bool:
    """A preposition that ties what is behind it to what is in front; `by` tells of a deed."""
    return any(item.has(r) for r in ("of", "to", "for", "in"))
