"""What stands at the ends of a relation word: the names on its two sides, and what denies it."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.directions import fronted
from queries.ask.frames import Asked, Ids, Pattern
from queries.ask.items import Item
from queries.ask.parts import Clause, documents_of, settle
from queries.ask.vocabulary import Relation


def sides(
    clause: Clause, verbs: list[Item], at: int, apart: set[int]
) -> tuple[list[Item], list[Item]]:
    """The names in front of a relation word and behind it, as far as the next ones."""
    verb = verbs[at]
    stop = verbs[at + 1].start if at + 1 < len(verbs) else len(clause.linked.tokens)
    start = verbs[at - 1].end if at else 0
    named = [i for i in clause.items if i.things and id(i) not in apart]
    left = [i for i in named if start <= i.start < verb.start]
    right = [i for i in named if verb.end <= i.start < stop]
    if (
        at + 1 < len(verbs)
        and len(right) > 1
        and right[-1].end >= stop - 4
        and not any(i.has("and") and right[-1].end <= i.start < stop for i in clause.items)
        and not _things_after(clause, verbs, at + 1)
    ):
        # A relation that ends its clause takes the thing in front: `that UNODC proposed`.
        right = right[:-1]
    if left and not right and fronted(clause, verb, left):
        return [], left
    return left, right


def from_to(clause: Clause, made: Pattern | None, right: list[Item]) -> Pattern | None:
    """`what does X give to Y`: both stand in one statement, and are no two alternatives."""
    if made is None or made.also or len(made.of) != 2 or len(right) != 2:
        return made
    apart = not any(clause.has(joint) for joint in ("and", "or", "both"))
    given = clause.preposition(right[1]) in {"to", "in", "for"}
    if apart and given and not clause.preposition(right[0]):
        return replace(made, of=made.of[:1], also=made.of[1:])
    return made


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


def _things_after(clause: Clause, verbs: list[Item], at: int) -> bool:
    stop = verbs[at + 1].start if at + 1 < len(verbs) else len(clause.linked.tokens)
    return any(i.things and verbs[at].end <= i.start < stop for i in clause.items)


def denied(clause: Clause, verbs: list[Item], at: int) -> bool:
    """In front of the verb, in it, or right behind it: `n'appartiennent pas`.

    Not where the denial behind is a verb itself (`tools have no`), or that of the next one.
    """
    verb, start = verbs[at], verbs[at - 1].end if at else 0
    following = verbs[at + 1 : at + 2]
    return any(
        (start <= i.start < verb.end and verb.start - i.end <= 4)
        or (
            i.start == verb.end and not i.has("light") and i.end not in {v.start for v in following}
        )
        for i in clause.all("negation")
    )
