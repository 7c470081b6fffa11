"""Other readings: for where the first finds nothing, or a name fits several things."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.reading.attributed import whose_count
from queries.ask.reading.frame_of import read_frame
from queries.ask.reading.frames import (
    Asked,
    Choose,
    Define,
    Find,
    Frame,
    Pattern,
    Unknown,
    Where,
)
from queries.ask.reading.kinds import group_as_kind
from queries.ask.reading.matters import as_matter
from queries.ask.reading.nominal import one_of_its
from queries.ask.reading.parts import MATTERS, Clause, only_weak, settle
from queries.ask.reading.plan import Plan
from queries.ask.reading.relations import closed_relation, relations
from queries.ask.reading.sought import sought, weighable
from queries.ask.words.vocabulary import Relation, Sense


def _as_means(clause: Clause, frame: Frame) -> Plan | None:
    """`which tools does X use`: things of a kind, where nobody is said to offer any."""
    means = clause.known.one("tools as means", "means")
    if means is None or not isinstance(frame, Find | Unknown):
        return None
    for at, item in enumerate(clause.items):
        front = clause.items[:at]
        if front and front[-1].things and front[-1].end == item.start:
            # `which return tools`: what they are for stands in front of the noun.
            front = front[:-1]
        said = item.relation
        asked = all(map(only_weak, front)) or front[-1].has("q-what")
        noun = asked and not item.things and not item.has("class")
        if noun and said is not None and said.asks and said.predicates:
            kind = replace(item, senses=(Sense("class", means.ids, match="alias"),))
            items = [*clause.items[:at], kind, *clause.items[at + 1 :]]
            one = replace(clause, items=items, unclear=[])
            other = read_frame(replace(one, items=list(items), unclear=[]), None)
            if isinstance(other, Find):
                return Plan(other, sought(one) if weighable(other) else None)
    return None


def _as_kind(clause: Clause, frame: Frame) -> Plan | None:
    """`which partner countries …`, where nobody is said to be in the groups called so."""
    noun = group_as_kind(clause)
    if noun is None or not isinstance(frame, Find | Where) or not frame.asked.member_of:
        return None
    other = read_frame(replace(noun, items=list(noun.items), unclear=[]), None)
    found = isinstance(other, Where) or (isinstance(other, Find) and bool(other.patterns))
    return Plan(other) if found and other is not None else None


def _elsewhere(clause: Clause, frame: Frame) -> Plan | None:
    """`and in which countries`: where the thing is, but not a body, to which things are done in
    other places; `where is gender taken up`: what it is a function of."""
    if isinstance(frame, Find) and len(frame.patterns) == 1:
        one = frame.patterns[0]
        asked = one.relation.asks == "PLACE" and len(one.of) == 1 and bool(clause.prior)
        acts = any("Actor" in clause.known.kinds(i) for i in one.of)
        there = asked and not acts
        return Plan(Where(one.of, Relation(), Asked(), one.documents)) if there else None
    if not isinstance(frame, Where) or not all(clause.known.kinds(i) & MATTERS for i in frame.of):
        return None
    serves = closed_relation(clause, "purpose of things", "purpose")
    if serves is None or frame.asked.kinds or not frame.of:
        return None
    return Plan(Find(Asked(), (Pattern(serves, frame.of, documents=frame.documents),)))


def _as_tasks(clause: Clause, frame: Frame) -> Plan | None:
    """`missions de la PCMS`: what it is for, where it has no missions of the kind called so."""
    tasks = [i for i in clause.items if i.has("task")]
    things = [i for i in clause.items if i.things]
    serves = closed_relation(clause, "purpose of things", "purpose")
    if not isinstance(frame, Find | Unknown) or len(tasks) != 1 or len(things) != 1:
        return None
    if serves is None or things[0].start < tasks[0].end or not clause.part_of(things[0]):
        return None
    of = settle(clause, things[0])[:1]
    return Plan(Find(Asked(), (Pattern(serves.flipped(), of),)))


def each_meaning(clause: Clause, frame: Frame) -> tuple[Plan, ...]:
    """`who trains the security forces`: the plan for each thing that the name fits."""
    if not isinstance(frame, Choose) or not 1 < len(frame.of) <= FEW_MEANINGS:
        return ()
    item = next((i for i in clause.items if set(frame.of) <= set(settle(clause, i))), None)
    if item is None or not relations(clause):
        return ()
    found = []
    for iri in frame.of:
        only = replace(item, senses=(Sense("thing", (iri,), match="alias"),), part=False)
        items = [only if i is item else i for i in clause.items]
        one = replace(clause, items=items, unclear=[])
        read = read_frame(replace(one, items=list(items), unclear=[]), None)
        if read is not None and not isinstance(read, Choose | Unknown | Define):
            found.append(Plan(read, sought(one) if weighable(read) else None))
    return tuple(found) if len(found) == len(frame.of) else ()


FEW_MEANINGS = 4
"""Things among which the rest of a question may decide."""


def otherwise(clause: Clause, frame: Frame) -> Plan | None:
    means = _as_means(clause, frame) or _as_kind(clause, frame) or _elsewhere(clause, frame)
    means = means or _as_tasks(clause, frame)
    found: Frame | None = whose_count(clause, frame) or one_of_its(clause, frame)
    if means or found:
        return Plan(found) if found else means
    matter = as_matter(clause) if isinstance(frame, Find | Choose | Unknown) else None
    return Plan(matter) if matter else None
