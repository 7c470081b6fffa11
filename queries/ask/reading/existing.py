"""Whether a thing is there yet that the texts only negotiate, or only promise to set up.

`is there an agreement with X`, `has it been signed`: where all that is said of the thing says that
it is still to come, the answer is no, with what says so. All else is left to the other frames.
"""

from __future__ import annotations

from queries.ask.reading.frames import Exists
from queries.ask.reading.parts import Clause, fitting, settle
from queries.ask.reading.relations import relations
from queries.ask.words.vocabulary import Relation, Vocabulary

_OTHER = (
    "q-where", "q-object", "frame-when", "frame-amount", "frame-count", "frame-path",
    "negation", "except", "or", "according",
)  # fmt: skip
_MADE = frozenset({"Text", "Arrangement"})
"""Kinds of things that are made, and may not be there yet."""


def existing(clause: Clause) -> Exists | None:
    """The thing of which it is asked whether it is there or has been made, or nothing."""
    if clause.loose or clause.has("q-what") or clause.asks_who():
        return None
    if any(i.has(role) for role in _OTHER for i in clause.items if not i.has("filler")):
        return None
    pending, made = (word_relation(clause.known, role) for role in ("pending", "made"))
    told = [verb.relation for verb in relations(clause) if not verb.things]
    verbs = [v for v in told if v is not None and not v.all() <= set(pending.predicates)]
    if not all(_within(v, made) for v in verbs):
        return None
    if not (_asked(clause) if verbs else clause.has("exists")):
        return None
    found = [settle(clause, i) for i in clause.items if i.things and not i.part]
    of = [i for ids in found for i in fitting(clause.known, ids, _MADE)]
    beside = [ids[0] for ids in found if not fitting(clause.known, ids, _MADE)]
    every = len(found) == sum(bool(i.things) for i in clause.items)
    return Exists((of[0],), tuple(beside)) if len(of) == 1 and every else None


def word_relation(known: Vocabulary, role: str) -> Relation:
    """The predicates of a word that no question contains."""
    if role not in known.roles:
        every = (s for senses in known.full.values() for s in senses)
        known.roles[role] = next((s for s in every if s.role == role), None)
    sense = known.roles[role]
    return sense.relation if sense is not None and sense.relation is not None else Relation()


def _within(relation: Relation, made: Relation) -> bool:
    """Whether a relation says no more than that a thing is made: signed, adopted, set up."""
    plain = {*relation.predicates, *relation.inverse} <= {*made.predicates, *made.inverse}
    when = {*relation.when, *relation.when_inverse}
    return plain and when <= set(made.when) and (not when or relation.role == made.role)


def _asked(clause: Clause) -> bool:
    """Asked for yes or no: in front, by the perfect (`signed yet`), or by the mark alone."""
    opened = clause.has("frame-yesno") or clause.has("perfect")
    return opened or clause.linked.question.rstrip().endswith("?")
