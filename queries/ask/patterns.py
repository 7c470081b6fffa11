"""One statement pattern from a relation word and the things around it; documents that name."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.frames import Ids, Pattern
from queries.ask.items import Item
from queries.ask.parts import (
    Clause,
    documents_of,
    events_of,
    fitting,
    narrow,
    object_classes,
    sense_ids,
    settle,
)
from queries.ask.relations import passive
from queries.ask.vocabulary import Relation


def pattern(clause: Clause, relation: Relation, of: Ids, **more: object) -> Pattern:
    """A pattern with the statuses of the clause; the relation fits the known things."""
    told = [i for i in clause.all("status") if not i.has("filler") and not _one_of(clause, i)]
    statuses = sense_ids(told, "status")
    if relation.status:
        statuses = (relation.status,)
    if not relation.asks and not _may_stand(clause, relation, of):
        other = relation.flipped()
        relation = other if _may_stand(clause, other, of) else relation
    return replace(Pattern(narrow(clause.known, relation, of), of, statuses=statuses), **more)  # type: ignore[arg-type]


def _one_of(clause: Clause, item: Item) -> bool:
    """`held or planned`: one of several statuses is none that is asked for."""
    at = clause.items.index(item)
    return any(i.has("or") for i in clause.items[max(0, at - 1) : at + 2])


def _may_stand(clause: Clause, relation: Relation, of: Ids) -> bool:
    """Whether the known things can be at the end where the relation word puts them."""
    classes = object_classes(clause.known, relation)
    return not classes or not of or bool(fitting(clause.known, of, classes))


def read_pattern(
    clause: Clause,
    verb: Item,
    relation: Relation,
    left: list[Item],
    right: list[Item],
    negated: bool,
) -> tuple[Pattern | None, Ids]:
    known = clause.known
    documents: list[str] = []
    place: str | None = None
    unclear = clause.unclear
    also: list[str] = []

    def sort(items: list[Item], classes: frozenset[str]) -> list[Ids]:
        nonlocal place
        kept: list[Ids] = []
        real = [i for i in items if not _source(clause, i, classes)]
        for item in items:
            preposition = clause.preposition(item)
            things = settle(clause, item, classes)
            if _source(clause, item, classes) and (
                real
                or preposition in {"in", "according", "by"}
                or (left and right)
                or (classes and not fitting(known, things, classes))
            ):
                documents.extend(documents_of(clause, item))
            elif (
                preposition == "in"
                and len(real) > 1
                and not (classes and fitting(known, things, classes) and not kept)
                and any("Area" in known.kinds(i) for i in things)
            ):
                place = things[0]
            elif (
                not classes
                or fitting(known, things, classes)
                or not any(
                    fitting(known, settle(clause, o, classes), classes)
                    for o in items
                    if o is not item
                )
            ):
                if (
                    len(things) > 1
                    and item.part
                    and (item.end - item.start == 1 or any(not o.part for o in items))
                    and any(o.things for o in clause.items if o is not item)
                ):
                    continue
                if (
                    len(things) > 1
                    and not _kind_phrase(clause, item)
                    and not set(things) & set(events_of(clause, item))
                ):
                    unclear.append((things, clause.span(item)))
                kept.append(things)
            elif (
                not preposition
                and fitting(known, things, frozenset({"Actor"}))
                and not fitting(known, things, frozenset({"Group"}))
            ):
                # What cannot be an end, and no preposition sets apart, is part of what is asked.
                also.extend(things[:1])
        return kept

    flipped = relation.flipped()
    if (
        left
        and right
        and _compound(clause, left, verb)
        and any(i.has("and") and verb.end <= i.start < right[0].start for i in clause.items)
    ):
        right = []
    after = sort(right, object_classes(known, relation))
    before = sort(left, object_classes(known, flipped))
    if (
        left
        and documents
        and not before
        and not after
        and (clause.has("q-what") or clause.has("class"))
    ):
        # A text stands for those who adopted it: what do they do.
        relation = flipped
    if len(after) > 1 and not before and _subject_first(clause, relation, right):
        before, after = after[:1], after[1:]
    more: dict[str, object] = {
        "place": place,
        "documents": tuple(dict.fromkeys(documents)),
        "negated": negated,
    }
    if also:
        more["also"] = tuple(also)
    acted_on = passive(clause, verb) and bool(relation.predicates or relation.when)
    if acted_on and before and after and clause.preposition(right[-1]) == "by":
        before, after = after, before
    if acted_on and documents and not before and not after:
        # `which initiatives are praised in X`: what is acted on is asked for.
        relation = flipped
    if acted_on and before and not after and not relation.asks:
        # `by whom is X trained`: what stands in front of the passive is its object.
        return pattern(clause, replace(relation, asks=None), _flat(before), **more), ()
    if (
        before
        and after
        and not acted_on
        and not relation.asks
        and _object_asked(clause, left, right)
    ):
        # `what does X run with Y for Z`: what X runs; the rest is told of it.
        return pattern(clause, flipped, before[0], **more), ()
    if before and after and not relation.symmetric and _with_whom(clause):
        # `with whom does X implement Y`: who else does.
        others = {**more, "beside": _flat(before)}
        return pattern(clause, replace(relation, asks=None), _flat(after), **others), ()
    if before and after:
        of = _flat(after)
        if relation.asks:
            return pattern(clause, relation, of, **{**more, "also": _flat(before)}), ()
        return pattern(
            clause, replace(relation, asks=None), of, **{**more, "also": before[0][:1]}
        ), ()
    if after and not relation.asks and _asks_object(clause, verb):
        return pattern(clause, flipped, _flat(after), **more), ()
    if after:
        return pattern(
            clause,
            relation if relation.asks and not relation.predicates else replace(relation, asks=None),
            _flat(after),
            either=clause.first("q-what") is not None or clause.has("class"),
            **more,
        ), ()
    if before:
        if relation.asks:
            return pattern(clause, flipped, _flat(before), **more), ()
        return pattern(
            clause,
            replace(flipped, asks=None),
            _flat(before),
            either=_passive(clause, verb) or _compound(clause, left, verb),
            **more,
        ), ()
    if documents or relation.status or relation.detail or clause.has("status"):
        return pattern(clause, relation, (), **more), ()
    return None, tuple(documents)


def _object_asked(clause: Clause, left: list[Item], right: list[Item]) -> bool:
    """A question word and a kind in front of the subject, and no bare object behind the verb."""
    first = next((n for n, i in enumerate(clause.items[:3]) if i.has("q-what")), None)
    if first is None or any(clause.preposition(i) not in {"with", "for"} for i in right):
        return False
    front = clause.items[first + 1 : clause.items.index(left[0])]
    return any(i.has("class") and not i.things for i in front)


def _with_whom(clause: Clause) -> bool:
    """`with whom`, `avec quelle organisation`, at the start."""
    first = next((n for n, i in enumerate(clause.items[:3]) if i.has("with")), None)
    return first is not None and any(
        s.role in {"q-who", "q-what"} for i in clause.items[first + 1 : first + 2] for s in i.senses
    )


def _subject_first(clause: Clause, relation: Relation, right: list[Item]) -> bool:
    """`support of X to Y`, `outils de X pour Y`: behind a noun the first thing is the subject."""
    first, second = right[0], right[1]
    if clause.preposition(first) not in {"of", "by"} or clause.preposition(second) not in {
        "in",
        "for",
        "to",
        "about",
    }:
        return False
    if any(i.has("and") and first.end <= i.start < second.start for i in clause.items):
        return False
    subjects = object_classes(clause.known, relation.flipped())
    return not subjects or bool(fitting(clause.known, settle(clause, first), subjects))


def _kind_phrase(clause: Clause, item: Item) -> bool:
    """An ambiguous name with a word for their kind means all of them: `EUCAP missions`."""
    things = settle(clause, item)
    return any(
        other.has("class")
        and not other.things
        and abs(other.start - item.end) <= 2
        and all(set(other.classes) & clause.known.kinds(t) for t in things)
        for other in clause.items
    )


def _source(clause: Clause, item: Item, classes: frozenset[str]) -> bool:
    """Whether an item names a source document rather than an end of the relation."""
    if not documents_of(clause, item):
        return False
    if clause.preposition(item) == "according":
        return True
    if all(clause.known.kinds(i) & {"Event", "Group"} for i in item.things):
        # An event or a group is meant as such; only a place or an issuer stands for a text.
        return False
    things = settle(clause, item, classes)
    return not (classes and fitting(clause.known, things, classes))


def _flat(groups: list[Ids]) -> Ids:
    return tuple(dict.fromkeys(i for group in groups for i in group))


def _asks_object(clause: Clause, verb: Item) -> bool:
    """`que finance le fonds`: a word that asks for the object right in front of the verb."""
    at = clause.items.index(verb)
    front = clause.items[max(0, at - 2) : at]
    return any(i.has("q-object") for i in front) and not any(i.things for i in front)


def _compound(clause: Clause, left: list[Item], verb: Item) -> bool:
    """`G5 members`: a noun right behind a name, with no verb in between."""
    return bool(left) and left[-1].end == verb.start and not clause.has("q-object")


def _passive(clause: Clause, verb: Item) -> bool:
    return any(i.end <= verb.start and i.has("frame-yesno") for i in clause.items)
