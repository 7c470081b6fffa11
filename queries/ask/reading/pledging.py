"""Whether promises were made, and whether they were kept."""

from __future__ import annotations

from queries.ask.linking.items import Item
from queries.ask.reading.frames import Commitments
from queries.ask.reading.parties import parties
from queries.ask.reading.parts import (
    Clause,
    documents_of,
    is_preposition,
    only_weak,
    sense_ids,
    settle,
)
from queries.ask.reading.promised import NO_PROMISE, perfect
from queries.ask.reading.relations import closed_relation, passive, relations


def carried_out(clause: Clause, things: list[Item]) -> Commitments | None:
    """`which commitments have been fulfilled`: those of which a record says so, and no others."""
    nouns = [i for i in clause.items if i.has("frame-commitments")]
    left = clause.first("undone")
    done = left or next((i for i in clause.all("carried-out") if _said_of(clause, i, nouns)), None)
    front = [i for i in clause.items if done is not None and i.end <= done.start]
    if left is not None and not nouns:
        return None
    if done is None or not (nouns or any(_called(clause, i) for i in front)):
        return None
    kinds = sense_ids(nouns, "frame-commitments")
    # `have no follow-up`: the word is a matter too, and is none here.
    things = [i for i in things if i is not done]
    by, to, about, documents = parties(clause, things, kinds)
    return Commitments(
        by, to, about, documents, kinds, () if kinds else NO_PROMISE,
        progress=sense_ids([done], "undone" if left else "carried-out"),
        undone=left is not None or any(i.has("negation") for i in front),
    )  # fmt: skip


def _said_of(clause: Clause, done: Item, nouns: list[Item]) -> bool:
    """`have they been kept`, `have no follow-up`, `les engagements non tenus`."""
    front = clause.before(done)
    # Behind `for` stands what somebody is thanked or paid for, and not what became of a promise.
    close = front is not None and (
        front.has("negation") or (front in nouns and not clause.has("for"))
    )
    return perfect(clause, done) or (close and not clause.has("frame-amount"))


def pledged(clause: Clause, things: list[Item]) -> Commitments | None:
    """`did X commit to anything on Y`: whether it made any promise, and no other verb."""
    nouns = [i for i in clause.items if i.has("frame-commitments") or _binds(i)]
    if not nouns or not things or not clause.has("frame-yesno") or clause.asks_who():
        return None
    texts = [i for i in things[1:] if set(i.things) & set(clause.known.documents)]
    front = [i for i in things if i.start < nouns[0].start and i not in texts]
    opens = [i for i in clause.items if i.start < things[0].start]
    asks = any(i.has("q-what") or i.has("q-object") for i in opens)
    if len(front) != 1 or asks or clause.has("frame-count") or clause.has("frame-amount"):
        return None
    listed = closed_relation(clause)
    for verb in relations(clause):
        said = verb.relation
        joins = listed is not None and said is not None and said.all() <= listed.all()
        if verb not in nouns and not is_preposition(verb) and not joins:
            # `committed to fund X`: it is asked for more than a promise.
            return None
    kinds = sense_ids(nouns, "frame-commitments")
    by, to, about, documents = parties(clause, things, kinds)
    return Commitments(by, to, about, documents, kinds, truth=True) if by else None


def committers(clause: Clause, things: list[Item]) -> Commitments | None:
    """`who is behind the Dinard commitments`, `qui s'est engagé à Niamey`: who made them."""
    nouns = [i for i in clause.items if i.has("frame-commitments") or _binds(i)]
    # `à qui s'adressent les engagements`: those who are asked, not those who ask.
    asking = [i for i in clause.items if i.has("q-who")]
    to_whom = any(clause.opens(i) & {"to", "in"} for i in asking)
    other = clause.has("negation") or clause.has("has-deadline")
    other = other or clause.items[0].has("frame-yesno")
    if not (clause.asks_who() or _which_actors(clause)) or not nouns or other or to_whom:
        return None
    verbs = [v for v in relations(clause) if v not in nouns and not is_preposition(v)]
    if any(v.start > nouns[-1].start for v in verbs) or len(verbs) > 1:
        return None
    kinds = sense_ids(nouns, "frame-commitments")
    by, to, about, documents = parties(clause, things, kinds)
    said = {t for i in things for t in i.things if "Place" not in clause.known.kinds(t)}
    texts = said <= {*documents, *about}
    # `who committed at X in Paris`: an event of which no text of ours tells the promises.
    there = bool(about) and all("Event" in clause.known.kinds(i) for i in about)
    if (
        by
        or to
        or not (documents or there)
        or not texts
        or (verbs and not _stands_behind(clause, verbs[0]))
    ):
        return None
    kinds = tuple(k for i in clause.all("class") if not clause.asks_who() for k in i.classes)
    return Commitments(
        about=about, documents=documents, without_kinds=NO_PROMISE, who=True, actors=kinds
    )


def callers(clause: Clause, things: list[Item]) -> Commitments | None:
    """`who asked X to do Y`, `qui appelle X à agir`: who made the request, of whom it is known."""
    asks = next((n for n, i in enumerate(clause.items) if not only_weak(i)), None)
    verb = clause.items[asks + 1] if asks is not None and asks + 1 < len(clause.items) else None
    if (
        asks is None
        or verb is None
        or clause.has("negation")
        or not clause.items[asks].has("q-who")
    ):
        return None
    kinds = sense_ids([verb], "frame-commitments")
    behind = [i for i in things if i.start >= verb.end]
    if not kinds or "Promise" in kinds or not set(kinds) <= _CALLS or not behind:
        return None
    to = tuple(i for i in settle(clause, behind[0]) if "Actor" in clause.known.kinds(i))
    if len(behind) < len(things) or passive(clause, verb):
        return None
    matters = behind[1:] if to else behind
    about = tuple(dict.fromkeys(t for i in matters for t in settle(clause, i)[:1]))
    # A text asks in many words, and what it asks is not always called a request.
    kinds = tuple(sorted(_CALLS)) if "Request" in kinds else kinds
    return Commitments(to=to, about=about, kinds=kinds, who=True)


_CALLS = frozenset({"Request", "Encouragement", "Recommendation"})
"""Kinds by which somebody else is to act."""


def _which_actors(clause: Clause) -> bool:
    """`which governments`, at the start."""
    first = next((n for n, i in enumerate(clause.items) if i.has("q-what")), None)
    if (
        first is None
        or first + 1 >= len(clause.items)
        or any(i.things for i in clause.items[:first])
    ):
        return False
    behind = clause.items[first + 1]
    known = clause.known
    return (
        bool(behind.classes)
        and not behind.things
        and all("Actor" in known.above.get(k, frozenset({k})) for k in behind.classes)
    )


def addressees(clause: Clause, things: list[Item]) -> Commitments | None:
    """`to whom are the Niamey commitments addressed`: those to whom a text makes them."""
    nouns = [i for i in clause.items if i.has("frame-commitments")]
    asking = [i for i in clause.items if i.has("q-who") or i.has("q-what")]
    to_whom = any(clause.opens(i) & {"to", "for"} for i in asking)
    verbs = [v for v in relations(clause) if v not in nouns and not is_preposition(v)]
    meant = [v for v in verbs if _addressed(clause, v)]
    other = any(clause.has(role) for role in ("negation", "has-deadline"))
    # `with whom does X undertake to cooperate`: with whom it cooperates.
    other = other or (bool(clause.items) and clause.items[0].has("with"))
    asked = to_whom or clause.asks_who() or (bool(meant) and meant[0] is clause.items[0])
    if not nouns or not meant or not asked or other or len(verbs) > len(meant):
        return None
    kinds = sense_ids(nouns, "frame-commitments")
    documents = tuple(dict.fromkeys(d for i in things for d in documents_of(clause, i)))
    if not documents or not all(documents_of(clause, i) for i in things):
        return None
    return Commitments(documents=documents, kinds=kinds, who=True, whom=True)


def _addressed(clause: Clause, verb: Item) -> bool:
    """A verb that says for whom something is meant, or who is asked to act."""
    relation = verb.relation
    found = [clause.known.one(word, "relation") for word in ("intended", "addressed")]
    own = [s.relation for s in found if s is not None]
    return relation is not None and relation in own


def _stands_behind(clause: Clause, verb: Item) -> bool:
    """A verb that says no more than that somebody stands behind them: supports, makes, takes."""
    relation = verb.relation
    found = [clause.known.one(word, "relation") for word in ("behind", "took part in")]
    own = {p for s in found if s is not None and s.relation is not None for p in s.relation.all()}
    return relation is not None and bool(relation.all() & own)


def _binds(item: Item) -> bool:
    """`promised`: a status word for what somebody has bound himself to."""
    statuses = {i for s in item.senses if s.role == "status" for i in s.ids}
    return "committed" in statuses and not item.has("filler")


def _called(clause: Clause, item: Item) -> bool:
    """`the Nouakchott recommendations`: the name of a text holds the word for what it contains."""
    words = clause.linked.tokens[item.start : item.end]
    roles = {s.role for t in words for s in clause.known.full.get(t.folded, ())}
    return bool(documents_of(clause, item)) and "frame-commitments" in roles
