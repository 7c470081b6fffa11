"""Which end of a relation a question asks for: by question word, voice and prepositions."""

from __future__ import annotations

from itertools import pairwise

from queries.ask.linking.items import Item
from queries.ask.reading.leftout import left_out_of
from queries.ask.reading.parts import (
    Clause,
    fitting,
    is_preposition,
    object_classes,
    only_weak,
    settle,
)
from queries.ask.reading.relations import main_item, passive, subject_behind
from queries.ask.words.vocabulary import Relation


def object_asked(clause: Clause, verb: Item, left: list[Item], right: list[Item]) -> bool:
    """A kind that is asked for in front of the subject, and no bare object behind the verb."""
    first = next((n for n, i in enumerate(clause.items[:3]) if i.has("q-what")), None)
    bare = not any(s.role.startswith("q-") for i in clause.items for s in i.senses)
    if first is None and not (bare and clause.items[0].has("class")):
        return False
    last = clause.known.full.get(clause.linked.tokens[verb.end - 1].folded, ())
    inside = verb.end - verb.start > 1 and any(s.role == "for" for s in last)
    apart = {"with", "for", ""} if inside else {"with", "for"}
    if first is None or not clause.preposition(clause.items[first]):
        # `what does X use on Y`: what it is about is no object of the verb either.
        apart = apart | {"about"}
    if any(clause.preposition(i) not in apart for i in right):
        return False
    front = clause.items[0 if first is None else first + 1 : clause.place(left[0])]
    return any(i.has("class") and not i.things for i in front)


def fronted(clause: Clause, first: Item, verb: Item, left: list[Item]) -> bool:
    """`AIRCOP, who funds it`: the name set in front is what the verb acts on, for who does it;
    `first` is the first of several verbs that stand together.

    Not where a pronoun behind the verb is its subject (`X, qui soutient-il`), nor in the passive.
    """
    known, tokens = clause.known, clause.linked.tokens

    def asks(item: Item) -> bool:
        words = tokens[item.start : item.end]
        if item.has("q-what") and item.end == verb.start and verb.has("doer"):
            # `WACAP : quels bailleurs`
            return True
        return any(s.role == "q-who" for t in words for s in known.full.get(t.folded, ()))

    at = next((n for n, i in enumerate(clause.items) if left[-1].end <= i.start and asks(i)), None)
    if at is None or clause.items[at].end > first.start or passive(clause, verb):
        return False
    before = clause.items[at - 1]
    if is_preposition(before) and not before.things:
        return False
    between = [i for i in clause.items[at + 1 :] if i.end <= first.start]
    front = [clause.items[at], *between]
    if any(
        i.has("pronoun") and (_turns(before) or subject_behind(clause, before))
        for before, i in pairwise(front)
    ):
        # `X: who is it supposed to help`, `X : qui doit-il aider`
        return False
    tied = verb.end < len(tokens) and clause.linked.question[tokens[verb.end].start - 1] == "-"
    return not tied and all(only_weak(i) or i.has("be") or i.has("light") for i in between)


def _turns(item: Item) -> bool:
    """A form of `to be` or `to do` that stands in front of its subject."""
    return item.has("be") or item.has("frame-yesno") or item.has("frame-define")


def _to_whom(clause: Clause, behind: Item) -> bool:
    """`à qui est destiné X`, `for whom is X meant`: what the verb acts on is asked for."""
    for at, item in enumerate(clause.items[:3]):
        if not item.has_any("q-who", "q-what"):
            continue
        inside = bool(clause.opens(item) & {"to", "for", "in"})
        front = clause.items[at - 1] if at else None
        fronted = front is not None and (front.has("to") or front.has("for"))
        return (inside or fronted) and clause.preposition(behind) in {"", "of"}
    return False


def where_said(clause: Clause, verb: Item, relation: Relation, right: list[Item]) -> str | None:
    """`refugees stranded in X`: the place of what stands right in front, and not of the answer."""
    at = clause.place(verb)
    front = clause.items[at - 1] if at else None
    classes = object_classes(clause.known, relation)
    if front is None or not front.things or front.end != verb.start or not right:
        return None
    there = fitting(clause.known, settle(clause, right[0], classes), frozenset({"Area"}))
    placed = "Area" in classes and clause.preposition(right[0]) == "in"
    return there[0] if placed and there else None


def with_whom(clause: Clause) -> bool:
    """`with whom`, `avec quelle organisation`, at the start."""
    first = next((n for n, i in enumerate(clause.items[:3]) if i.has("with")), None)
    return first is not None and any(
        s.role in {"q-who", "q-what"} for i in clause.items[first + 1 : first + 2] for s in i.senses
    )


def subject_first(clause: Clause, relation: Relation, right: list[Item]) -> bool:
    """`support of X to Y`, `outils de X pour Y`: behind a noun the first thing is the subject."""
    first, second = right[0], right[1]
    # `que met X à la disposition de Y`: so it does behind the verb of a question for its object.
    turned = clause.has("q-object") and not clause.preposition(first)
    led = {"in", "for", "to", "about", "of"} if turned else {"in", "for", "to", "about"}
    by = clause.preposition(first) in {"of", "by"}
    if not (by or turned) or clause.preposition(second) not in led:
        return False
    if any(i.has("and") and first.end <= i.start < second.start for i in clause.items):
        return False
    subjects = object_classes(clause.known, relation.flipped())
    return not subjects or bool(fitting(clause.known, settle(clause, first), subjects))


def of_subject(clause: Clause, relation: Relation, item: Item) -> bool:
    """`tools of X`, `proposed by X`: behind this preposition stands who can only be the subject."""
    subjects = object_classes(clause.known, relation.flipped())
    there = bool(relation.predicates) and clause.preposition(item) in {"of", "by"}
    return there and bool(subjects) and bool(fitting(clause.known, settle(clause, item), subjects))


def object_first(clause: Clause, verb: Item, right: list[Item]) -> bool:
    """`que finance le fonds`, `under which agreement is X`: the object is asked for in front."""
    last = clause.known.full.get(clause.linked.tokens[verb.end - 1].folded, ())
    if verb.end - verb.start > 1 and any(s.role == "q-what" for s in last):
        return True
    said = verb.relation
    benefits = said is not None and said.inverse and not said.predicates
    if _to_whom(clause, right[0]) and not benefits:
        # `à qui profite X` asks for the same end as `qui profite de X`.
        return True
    at = clause.place(verb)
    front = clause.items[max(0, at - 2) : at]
    if said is not None and len(front) == 2 and front[0].has("q-what") and front[1].has("class"):
        # `quel poste occupe X`: only what the verb acts on is of the kind that is asked for.
        kind, known = set(front[1].classes), clause.known
        acts = object_classes(known, said.flipped())
        if kind <= object_classes(known, said) and acts and not kind & acts:
            return True
    return any(i.has("q-object") for i in front) and not any(i.things for i in front)


def noun_behind(clause: Clause, left: list[Item], verb: Item) -> bool:
    """`G5 members`: a noun right behind a name, with no verb in between."""
    last = clause.known.full.get(clause.linked.tokens[verb.end - 1].folded, ())
    stranded = verb is clause.items[-1] and any(s.role == "of" for s in last)
    # `what is X part of`: what it is of is asked for, and nothing else.
    beside = bool(left) and left[-1].end == verb.start and not stranded
    return beside and not clause.has("q-object")


def doer_behind(clause: Clause, left: list[Item], verb: Item) -> bool:
    """`X's donors`, `X donors`: a noun for who does it, behind the name of what it is done to."""
    of = [i for i in clause.items if left[-1].end <= i.start < verb.start]
    return verb.has("doer") and all(i.has("of") for i in of) and not clause.gap(left[-1], verb)


def whence(clause: Clause) -> bool:
    """`where does the money of X come from`: who gives it is asked for, and no place."""
    verb, known = main_item(clause), clause.known
    relation = verb.relation if verb is not None else None
    if verb is None or relation is None:
        return False
    apart = left_out_of(clause)
    behind = any(i.things and i.start >= verb.end and i not in apart for i in clause.items)
    last = clause.items[-1] if behind else verb
    ends = {clause.linked.tokens[i.end - 1].folded for i in (last, clause.items[-1])}
    if not any(s.role == "of" for word in ends for s in known.full.get(word, ())):
        return False
    return "Area" not in object_classes(known, relation) | object_classes(known, relation.flipped())


def turned(clause: Clause, verb: Item) -> bool:
    """`does X support`: the verb to do or to be in front."""
    return any(i.end <= verb.start and i.has("frame-yesno") for i in clause.items)


def asks_itself(clause: Clause, verb: Item) -> bool:
    """`à quoi sont formés X`, `which tools are proposed`: what is asked for is the role itself."""
    words = clause.linked.tokens[verb.start : verb.end]
    senses = [s for t in words for s in clause.known.full.get(t.folded, ())]
    nouns = zip(clause.items, clause.items[1:], strict=False)
    head = next((i for i in clause.items if not only_weak(i)), None)
    noun = clause.known.full.get(clause.linked.tokens[verb.start].folded, ())
    if verb is head and len(words) > 1 and any(s.relation and s.relation.asks for s in noun):
        # `tools proposed in X`: a noun for the role in front of its participle.
        return True
    said = head.relation if head is not None and head.end == verb.start else None
    if said is not None and said.asks and not clause.has("q-what"):
        return True
    return any(s.role in {"q-object", "q-what"} for s in senses) or any(
        front.has("q-what")
        and noun is not verb
        and any(s.relation and s.relation.asks for s in noun.senses)
        for front, noun in nouns
    )
