"""What a year or a month asks for, where nothing is named: `what was launched in 2017`.

The statements dated in it, of the relation that is said, with things of the kind that is said; and
`who signed the initiative of December 2016`, where the date tells which one is meant.
"""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.reading.asked import period
from queries.ask.reading.existing import word_relation
from queries.ask.reading.frames import Asked, Find, Pattern
from queries.ask.reading.parts import Clause, sense_ids
from queries.ask.reading.relations import relations
from queries.ask.words.vocabulary import Relation


def in_period(clause: Clause, what: Asked) -> Find | None:
    """The frame of a question that names a time and no thing; nothing where it does more."""
    time = period(clause)
    if not time or clause.loose or any(i.things for i in clause.items) or clause.has("negation"):
        return None
    if clause.has("frame-count") or clause.has("frame-amount") or clause.has("frame-commitments"):
        return None
    what = replace(what, period="")
    verbs = [v for v in relations(clause) if v.relation and v.relation.all()]
    events = replace(what, kinds=("Event",))
    if clause.has("happened") or (not verbs and what.kinds == ("Event",)):
        other = set(what.kinds) - {"Event"}
        return None if other else Find(events, (Pattern(Relation(), dated=time),))
    if not verbs:
        return Find(what, (Pattern(Relation(), dated=time),)) if what.kinds else None
    if len(verbs) > 1:
        return None
    relation = verbs[0].relation
    assert relation is not None
    if kind := _kind_behind(clause, verbs[0]):
        meant = Find(Asked(kinds=kind.classes), (Pattern(Relation(), dated=time),))
        return Find(what, (Pattern(relation, through=meant),))
    if not what.person:
        # `what was signed in`: to which it was done.
        relation = relation.flipped()
    return Find(what, (Pattern(relation, dated=time, either=True),))


def of_status(clause: Clause, what: Asked) -> Find | None:
    """`which meetings are planned`: what is of a kind, in statements of a status and no other."""
    told = [i for i in clause.all("status") if not i.has("filler")]
    statuses = sense_ids(told, "status")
    if not what.kinds or not statuses or clause.loose or any(i.things for i in clause.items):
        return None
    if clause.has("negation") or relations(clause) or clause.has("frame-commitments"):
        return None
    # What else than a meeting is planned or promised is what is to be made.
    relation = Relation() if what.kinds == ("Event",) else word_relation(clause.known, "pending")
    return Find(what, (Pattern(relation.flipped(), statuses=statuses),))


def to_be_made(clause: Clause, what: Asked) -> Find | None:
    """`which mechanisms are to be created`: what is promised or proposed to be made."""
    verbs = [v.relation for v in relations(clause) if v.relation is not None]
    made = word_relation(clause.known, "made")
    if len(verbs) != 1 or not what.kinds or any(i.things for i in clause.items) or clause.loose:
        return None
    if not clause.has("duty") or clause.has("negation") or not verbs[0].all() & made.all():
        return None
    pending = word_relation(clause.known, "pending").flipped()
    return Find(what, (Pattern(replace(pending, open=True)),))


def _kind_behind(clause: Clause, verb: Item) -> Item | None:
    """The word for a kind behind the verb: `signed the initiative of 2016`."""
    behind = [i for i in clause.items if i.start >= verb.end]
    return next((i for i in behind if i.has("class") and not i.things), None)
