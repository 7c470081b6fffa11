"""Questions without a relation word: kinds in a place, members of a group, what things lack."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.reading.asked import called_so, lacking
from queries.ask.reading.frames import (
    Asked,
    Choose,
    Find,
    Frame,
    Naming,
    Pattern,
)
from queries.ask.reading.parts import (
    MATTERS,
    Clause,
    best,
    documents_of,
    fitting,
    only_weak,
    sense_ids,
    settle,
)
from queries.ask.reading.patterns import pattern
from queries.ask.reading.relations import closed_relation
from queries.ask.words.affiliation import bodies_in_name
from queries.ask.words.vocabulary import Relation

_AREAS = frozenset({"State", "Area", "Place", "Region"})


def _not_among(clause: Clause, rest: list[Item]) -> Pattern | None:
    """`that are not priority countries`, `were not at Niamey`: what lists hold is taken away."""
    no = clause.first("negation")
    listed = closed_relation(clause)
    behind = [i for i in rest if no is not None and i.start >= no.end]
    if (
        listed is None
        or no is None
        or no.has("light")
        or not behind
        or behind[0].start - no.end > 3
    ):
        return None
    of = settle(clause, behind[0], frozenset({"Event", "Group"}))
    of = fitting(clause.known, of, frozenset({"Event", "Group", "Text", "Actor"}))[:1]
    return pattern(clause, listed, of, negated=True) if of else None


def parts_by_name(clause: Clause) -> Find | None:
    """`the colleges of X`, `which colleges does X have`: what bears the word and belongs to X."""
    heads = [i for i in clause.items if i.has("label-word") and i.part]
    if len(heads) != 1 or clause.loose or clause.has("negation") or clause.has("except"):
        return None
    head = heads[0]
    bodies = [i for i in clause.items if i.things and i is not head]
    if len(bodies) != 1 or bodies[0].start < head.end or bodies[0].part:
        return None
    said = [i for i in clause.items if i.start >= head.end and i is not bodies[0]]
    whose = clause.preposition(bodies[0])
    has = any(i.has("light") or i.has("perfect") for i in said)
    if whose != "of" and (whose or not has):
        return None
    asks = ("filler", "frame-yesno", "light", "perfect", "of")
    if not all(any(map(i.has, asks)) and not i.things for i in said):
        return None
    of = fitting(clause.known, best(clause, bodies[0]), frozenset({"Actor", "Arrangement"}))
    among = sense_ids([head], "label-word")
    return Find(Asked(among=among, member_of=of)) if len(of) == 1 else None


def one_of_its(clause: Clause, frame: Frame) -> Choose | None:
    """`UN protocol`: a body and a word for a kind, and no more. Which of the few things that bear
    the word, and the name of no other body, where none is said to belong to it."""
    known = clause.known
    if not isinstance(frame, Find) or frame.patterns or frame.naming or clause.loose:
        return None
    kinds, of = set(frame.asked.kinds), set(frame.asked.member_of)
    rest = [i for i in clause.items if not i.things and not only_weak(i)]
    if len(rest) != 1 or not rest[0].has("class") or not of:
        return None
    few = [i for i in frame.asked.named if known.kinds(i) & kinds]
    few = [i for i in few if bodies_in_name(known, i) <= of]
    return Choose(tuple(few), clause.span(rest[0])) if 1 < len(few) <= FEW_BEARERS else None


FEW_BEARERS = 4


def without_verb(
    clause: Clause, rest: list[Item], what: Asked
) -> tuple[list[Pattern], list[Naming], Asked]:
    """No relation word: kinds in a place, members of a group, what things have or lack."""
    known = clause.known
    rest = [i for i in rest if clause.preposition(i) != "according" or documents_of(clause, i)]
    light = clause.first("light")
    negated = clause.has("negation")
    things = [(i, settle(clause, i)) for i in rest]
    groups = tuple(
        t
        for i, ts in things
        if clause.preposition(i) not in {"for", "to"}
        for t in fitting(known, ts, frozenset({"Group"}))
    )
    served = tuple(t for _, ts in things for t in fitting(known, ts, frozenset({"TargetGroup"})))
    if what.kinds and served and not groups and not negated:
        return [Pattern(Relation(), served)], [], what
    if what.kinds and groups and clause.has("frame-yesno") and not negated and not what.member_of:
        return [], [], replace(what, member_of=groups)
    if not things and (lack := lacking(clause)) and (what.kinds or what.member_of):
        kinds = tuple(k for i in lack for k in i.classes)
        sort = Asked(kinds=kinds, named=called_so(clause, lack, kinds))
        every = Find(sort, naming=(Naming(known.documents),))
        return [Pattern(Relation(), through=every, negated=True)], [], what
    if negated and (made := _not_among(clause, rest)):
        behind = clause.first("negation")
        front = tuple(
            t
            for i, ts in things
            if behind is not None and i.start < behind.start
            for t in fitting(known, ts, frozenset({"Group"}))
        )
        return [made], [], replace(what, member_of=what.member_of or front)
    if (what.kinds or what.member_of) and things and light:
        of = tuple(t for i, ts in things for t in ts)
        return [Pattern(Relation(), of, negated=negated)], [], what
    if what.kinds and clause.has("mention") and not negated:
        # `does X name`: a little word elsewhere, here the verb of what a text holds.
        told = tuple(d for i, _ in things for d in documents_of(clause, i))
        if told:
            return [], [Naming(told)], replace(what, related_to=())
    purpose = known.one("purpose of things", "purpose")
    matters = tuple(
        t
        for _, ts in things
        for t in fitting(known, ts, frozenset({"Theme", "CrimeType", "Capability"}))
    )
    there = known.one("where", "q-where")
    if what.kinds and set(what.kinds) <= _AREAS and matters and there and there.relation:
        # `countries planned for X`: a place has no function, but is where something is.
        return [pattern(clause, there.relation, matters[:1])], [], what
    related = fitting(known, what.related_to, frozenset({"Theme", "CrimeType", "Capability"}))
    if what.kinds and (matters or related) and purpose is not None:
        relation = closed_relation(clause, "purpose of things", "purpose") or Relation()
        return [pattern(clause, relation, matters or related)], [], replace(what, related_to=())
    treated = tuple(d for i, _ in things for d in documents_of(clause, i))
    if set(what.kinds) & MATTERS and treated and not what.member_of:
        # `which crimes is X about`: what a text treats of, and not of the place that names it.
        return [], [Naming(tuple(dict.fromkeys(treated)))], replace(what, related_to=())
    of = what.related_to or what.member_of or tuple(t for _, ts in things for t in ts[:1])
    matter = bool(what.kinds) and set(what.kinds) <= MATTERS
    if matter and of and purpose is not None and not negated:
        # `themes of X`: what it is for, what it acts against, what it covers.
        serves = closed_relation(clause, "purpose of things", "purpose") or Relation()
        made = pattern(clause, serves.flipped(), of)
        return [made], [], replace(what, related_to=(), member_of=())
    areas = [ts for i, ts in things if any("Area" in known.kinds(t) for t in ts)]
    if what.kinds and areas and not what.member_of:
        others = tuple(i for i in what.related_to if not any(i in here for here in areas))
        return [Pattern(Relation(), areas[0][:1])], [], replace(what, related_to=others)
    sources = tuple(d for i, _ in things for d in documents_of(clause, i))
    if what.kinds and sources and all(documents_of(clause, i) for i, _ in things):
        return [], [Naming(tuple(dict.fromkeys(sources)))], replace(what, related_to=())
    housed = known.one("housed within a body", "housed")
    owned = not fitting(known, what.related_to, frozenset({"Actor", "Group"}))
    bodies = "IntergovernmentalOrganisation" in what.kinds
    if bodies and what.related_to and owned and not what.member_of and housed:
        # `which organisation's roadmap is X`: a text has no members, but a body whose it is.
        return (
            [Pattern(housed.relation or Relation(), what.related_to)],
            [],
            replace(what, related_to=()),
        )
    if what.related_to and not what.member_of:
        return [], [], replace(what, member_of=what.related_to, related_to=())
    if groups and not what.member_of:
        return [], [], replace(what, member_of=groups)
    if what.kinds and len(things) == 1 and clause.part_of(things[0][0]):
        # `protocols to X`: what is part of it.
        return [], [], replace(what, member_of=things[0][1][:1])
    if len(things) > 1 and what.kinds:
        return [Pattern(Relation(), things[0][1], also=things[1][1][:1])], [], what
    return [], [], what
