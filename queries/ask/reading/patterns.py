"""One statement pattern from a relation word and the things around it; documents that name."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.reading.asked import headed
from queries.ask.reading.directions import (
    asks_itself,
    doer_behind,
    noun_behind,
    object_asked,
    object_first,
    of_subject,
    subject_first,
    turned,
    with_whom,
)
from queries.ask.reading.frames import Ids, Pattern
from queries.ask.reading.parts import (
    Clause,
    bearing,
    documents_of,
    events_of,
    fitting,
    narrow,
    object_classes,
    sense_ids,
    settle,
)
from queries.ask.reading.relations import closed_relation, passive
from queries.ask.words.vocabulary import Relation


def pattern(clause: Clause, relation: Relation, of: Ids, **more: object) -> Pattern:
    """A pattern with the statuses of the clause; the relation fits the known things."""
    if not relation.asks and not _may_stand(clause, relation, of):
        other = relation.flipped()
        named = () if _places(clause) else _namesake(clause, relation, of)
        if named:
            return pattern(clause, relation, named, **more)
        said = Relation() if _places(clause) else _belonging(clause, relation, of)
        relation = said if said.all() else other if _may_stand(clause, other, of) else relation
    return _as_read(clause, relation, of, **more)


def _as_read(clause: Clause, relation: Relation, of: Ids, **more: object) -> Pattern:
    """A pattern whose direction the sentence leaves no doubt of."""
    told = [
        i for i in clause.all("status")
        if not i.has("filler") and not _one_of(clause, i) and not _of_place(clause, i)
    ]  # fmt: skip
    statuses = sense_ids(told, "status")
    if relation.status:
        statuses = (relation.status,)
    return replace(Pattern(narrow(clause.known, relation, of), of, statuses=statuses), **more)  # type: ignore[arg-type]


def _namesake(clause: Clause, relation: Relation, of: Ids) -> Ids:
    """`who chairs X`: where X cannot be meant, the few things that can and bear its name."""
    known = clause.known
    classes = object_classes(known, relation)
    if len(of) != 1 or len(relation.all()) != 1 or len(classes) != 1:
        return ()
    names = [n.stems for n in known.own.get(of[0], ()) if n.match in {"label", "acronym", "alias"}]
    bearers = {b for stems in names for b in bearing(known, stems)}
    found = fitting(known, sorted(bearers - set(of)), classes)
    return found if len(found) <= FEW_NAMESAKES else ()


FEW_NAMESAKES = 4


def _belonging(clause: Clause, relation: Relation, of: Ids) -> Relation:
    """`take part in a force`: to belong is said of each sort of thing in its own way."""
    listed = closed_relation(clause)
    if listed is None or not relation.all() <= set(listed.predicates):
        return Relation()
    fits = [p for p in listed.predicates if _may_stand(clause, Relation((p,)), of)]
    said = Relation(tuple(fits))
    return said if relation.predicates else said.flipped()


def _places(clause: Clause) -> bool:
    """Whether only places or events are asked for, which belong to nothing."""
    asked = {k for i in clause.items if i.has("class") and not i.things for k in i.classes}
    return bool(asked) and asked <= {"Place", "Region", "Area", "Route", "Event"}


def _one_of(clause: Clause, item: Item) -> bool:
    """`held or planned`, `holds, or has promised`: one of several is none that is asked for."""
    at = clause.place(item)
    front = clause.items[at - 1 : at] if at else []
    low = at - 2 if any(i.has("light") or i.has("perfect") for i in front) else at - 1
    return any(i.has("or") for i in clause.items[max(0, low) : at + 2])


def _of_place(clause: Clause, item: Item) -> bool:
    """`asylum seekers currently in X`: where they are now, and not what is done for them."""
    at = clause.place(item)
    front, behind = clause.items[at - 1] if at else None, clause.items[at + 1 : at + 2]
    return (
        "actual" in {i for s in item.senses if s.role == "status" for i in s.ids}
        and front is not None
        and bool(front.things)
        and front.end == item.start
        and bool(behind)
        and behind[0].has("in")
        and not behind[0].things
    )


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
    *,
    for_them: bool = False,
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
                or _wants(clause, item)
            ):
                documents.extend(documents_of(clause, item))
            elif (
                preposition == "to"
                and len(left) + len(right) > 1
                and classes
                and not fitting(known, things, classes)
                and any("Area" in known.kinds(i) for i in things)
            ):
                # `sent to X`: where it goes.
                place = things[0]
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
                    and (
                        item.end - item.start == 1
                        or any(not o.part and clause.preposition(o) != "in" for o in items)
                    )
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
        and noun_behind(clause, left, verb)
        and any(i.has("and") and verb.end <= i.start < right[0].start for i in clause.items)
    ):
        right = []
    # `que salue X`: what stands behind the verb is who does it.
    behind = bool(right) and object_first(clause, verb, right)
    what = behind and clause.has("q-object")
    after = sort(right, object_classes(known, flipped if behind else relation))
    acted_on = passive(clause, verb) and bool(relation.predicates or relation.when)
    # What alone stands in front of a passive is what is acted on.
    alone = acted_on and len(left) == 1 and not right
    before = sort(left, object_classes(known, relation if alone else flipped))
    asks = any(map(clause.has, ("q-what", "class", "q-object")))
    told = asks if left else behind
    does = bool(relation.predicates or relation.when)
    if documents and not before and not after and told and does:
        # A text stands for those who adopted it: what do they do.
        relation = flipped
    if len(after) > 1 and not before and subject_first(clause, relation, right):
        before, after = after[:1], after[1:]
    more: dict[str, object] = {
        "place": place,
        "documents": tuple(dict.fromkeys(documents)),
        "negated": negated,
    }
    if also:
        more["also"] = tuple(also)
    if acted_on and before and after and clause.preposition(right[-1]) == "by":
        before, after = after, before
    alone_there = acted_on and not before and not after and not relation.detail
    bare = alone_there and (clause.has("class") or clause.has("label-word")) and not clause.loose
    if alone_there and (documents or bare):
        # `which initiatives are praised (in X)`: what is acted on is asked for. Who is thanked is
        # who gave what thanks are for.
        relation = flipped
    if relation.detail and relation.predicates and (given := _thanked(clause, left, right)):
        # `what is X thanked for`: what it gave, and not who gave it anything.
        return pattern(clause, flipped, given, **more), ()
    if acted_on and before and not after and not relation.asks:
        # `by whom is X trained`: what stands in front of the passive is its object.
        return pattern(clause, replace(relation, asks=None), _flat(before), **more), ()
    if (
        before
        and after
        and not acted_on
        and not relation.asks
        and not for_them
        and object_asked(clause, verb, left, right)
    ):
        # `what does X run with Y for Z`: what X runs; the rest is told of it.
        return _as_read(clause, flipped, before[0], **more), ()
    if before and after and not relation.symmetric and with_whom(clause):
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
    agent = bool(right) and clause.preposition(right[-1]) == "by"
    if acted_on and len(after) == len(right) == 2 and agent and not relation.asks:
        # `who was sent to X by Y`: Y is who does it, and X stands in the same statement.
        return pattern(clause, flipped, after[1], **{**more, "also": after[0][:1]}), ()
    if len(after) == len(right) == 2 and agent and relation.asks and relation.predicates:
        # `tools offered to X by Y`.
        return pattern(clause, relation, after[0], **{**more, "also": after[1][:1]}), ()
    led = clause.preposition(right[0]) if right else ""
    together = led == "with" and not relation.symmetric and clause.asks_who()
    if acted_on and after and not relation.asks and (led == "by" or together):
        # `programmes run by X`, `who is trained with X`.
        return pattern(clause, flipped, _flat(after), **more), ()
    if after and behind and (not relation.asks or (what and relation.predicates and not led)):
        return pattern(clause, flipped, _flat(after), **more), ()
    if after and relation.asks and of_subject(clause, relation, right[0]):
        # `tools of X`: what X does is asked for, and not what is done to it.
        return pattern(clause, flipped, _flat(after), **more), ()
    if after:
        kept = relation.asks and (not relation.predicates or what or asks_itself(clause, verb))
        return pattern(
            clause,
            relation if kept else replace(relation, asks=None),
            _flat(after),
            either=clause.first("q-what") is not None or clause.has("class"),
            **more,
        ), ()
    if before and doer_behind(clause, left, verb):
        return pattern(clause, replace(relation, asks=None), _flat(before), **more), ()
    if before:
        if relation.asks:
            said = relation if alone else flipped
            return pattern(clause, said, _flat(before), **more), ()
        return pattern(
            clause,
            replace(flipped, asks=None),
            _flat(before),
            either=turned(clause, verb)
            or noun_behind(clause, left, verb)
            or with_whom(clause)
            or all(headed(clause, i) for i in left),
            **more,
        ), ()
    if documents or relation.status or relation.detail or clause.has("status") or bare:
        return pattern(clause, relation, (), **more), ()
    return None, tuple(documents)


def _thanked(clause: Clause, left: list[Item], right: list[Item]) -> Ids:
    """Those who are thanked, where it is asked for what: in front of `are thanked`, or right
    behind `thank`, without a preposition."""
    if clause.asks_who() or clause.has("class") or clause.has("label-word"):
        # `which office is thanked`: they are asked for.
        return ()
    said = [i for i in right if not clause.preposition(i)] or [
        i for i in left if not right or all(documents_of(clause, o) for o in right)
    ]
    acts = frozenset({"Actor"})
    texts = [i for i in said if documents_of(clause, i)]
    named = [fitting(clause.known, settle(clause, i), acts)[:1] for i in said if i not in texts]
    return _flat(named)


def lacked(clause: Clause, verb: Item, relation: Relation) -> Pattern | None:
    """`have no funder`, `are not funded`, `fund nothing`: what is denied of whomever it may be."""
    if relation.asks or relation.status or relation.detail or not relation.all():
        return None
    listed = closed_relation(clause)
    if listed is not None and relation.all() & listed.all():
        # Lists of members are never said to be all there are.
        return None
    noun = any(i.has("light") and i.end <= verb.start for i in clause.all("negation"))
    said = relation.flipped() if noun or passive(clause, verb) else relation
    return Pattern(said, negated=True)


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


def _wants(clause: Clause, item: Item) -> bool:
    """`which missions does X want to evolve`: a text that wishes for it is none of its ends."""
    behind = next((i for i in clause.items if i.start == item.end), None)
    kinds = sense_ids([behind], "frame-commitments") if behind is not None else ()
    return {"Request", "Encouragement"} <= set(kinds)


def _flat(groups: list[Ids]) -> Ids:
    return tuple(dict.fromkeys(i for group in groups for i in group))


def sourced(patterns: list[Pattern]) -> list[Pattern]:
    """`the roadmap announced at X`: the text that says so, where another verb has its ends."""
    bare = [
        p for p in patterns
        if p.documents and not (p.of or p.also or p.place or p.negated or p.relation.detail)
    ]  # fmt: skip
    if not bare or len(bare) == len(patterns):
        return patterns
    said = bare[0].documents
    rest = [p for p in patterns if p not in bare]
    return [p if p.documents or p.negated else replace(p, documents=said) for p in rest]


def says_something(made: Pattern) -> bool:
    told = made.relation.status or made.relation.detail or made.negated
    return bool(made.of or made.also or made.documents or made.place or told)
