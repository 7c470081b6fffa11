"""From a question to its plans: one frame for each thing it asks, and all that it holds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from queries.ask.linking.items import Item, Linked
from queries.ask.reading.apposed import take_in
from queries.ask.reading.asked import period
from queries.ask.reading.clauses import clauses
from queries.ask.reading.compound import bring_back, join_names
from queries.ask.reading.existing import existing
from queries.ask.reading.frame_of import read_frame
from queries.ask.reading.frames import (
    Asked,
    Commitments,
    Define,
    Find,
    Frame,
    Ids,
    IsA,
    Pattern,
    Unknown,
)
from queries.ask.reading.kinds import kinds_by_name
from queries.ask.reading.leftout import without_verb_apart
from queries.ask.reading.otherwise import each_meaning, otherwise
from queries.ask.reading.parts import (
    MATTERS,
    Clause,
    documents_of,
    one_word,
    only_weak,
    settle,
)
from queries.ask.reading.places import each_place
from queries.ask.reading.plan import Plan
from queries.ask.reading.relations import relations
from queries.ask.reading.shared import shared_heads
from queries.ask.reading.sought import SHORTEST, named_in, sought, weighable
from queries.ask.reading.splitting import split_names
from queries.ask.reading.these import alone, narrowed
from queries.ask.reading.together import (
    acting_groups,
    fronted,
    gathered,
    given,
    pledged_to,
    received,
    spoken,
)
from queries.ask.reading.unknown import doubtful, near_things
from queries.ask.words.text import Token
from queries.ask.words.vocabulary import Relation, Sense, Vocabulary


def _guessing(clause: Clause, plan: Plan) -> Plan:
    """The frame as it would be, where words in small letters only may be names."""
    unknown = plan.frame
    if not isinstance(unknown, Unknown) or unknown.closed or not unknown.near or not unknown.spans:
        return plan
    if any(not span.islower() for span in unknown.spans) or plan.sought is None:
        return plan
    tokens = clause.linked.tokens
    known = [at for at in clause.loose if tokens[at].text not in unknown.spans]
    frame = read_frame(replace(clause, items=list(clause.items), loose=known, unclear=[]), None)
    if isinstance(frame, Define):
        # `what is X's mandate`: asked for is something of it, which no statement about it tells.
        return replace(plan, frame=replace(unknown, closed=True))
    if isinstance(frame, IsA):
        # The words of a sort are looked for in what the texts say the thing is, and is not.
        return Plan(frame)
    return plan if frame is None else Plan(frame, plan.sought, unknown)


def _whole(clause: Clause, frame: Frame) -> Frame:
    """Nothing, rather than all that a document names, where a name of the question is left out."""
    if not isinstance(frame, Find) or frame.patterns or frame.asked.among:
        return frame
    held = named_in(frame)
    if not frame.naming and clause.loose:
        # `which members were missing at X`: who is in the group is no answer to the rest.
        rest = [i for i in clause.items if i.things and not i.part and not set(i.things) & held]
        rest = [i for i in rest if i.start > clause.loose[0] and not documents_of(clause, i)]
        said = tuple(clause.linked.tokens[n].text for n in clause.loose)
        return Unknown(said, near_things(clause), closed=True) if rest else frame
    if not frame.naming:
        return frame
    verb = next(iter(relations(clause)), None)
    left = [
        i for i in clause.items
        if i.things and not i.part and not set(i.things) & held
        and not set(documents_of(clause, i)) & held
        and (verb is None or i.start < verb.start)
    ]  # fmt: skip
    if not left and (frame.asked.kinds or not frame.asked.related_to):
        return frame
    return Unknown(tuple(clause.span(i) for i in left), near_things(clause), closed=True)


def _about(items: list[Item], first: list[Item], known: Vocabulary, linked: Linked) -> list[Item]:
    """`Returns to X: how many from Y, how many from Z`, `and how many of them`: the topic again."""
    if not first or not any(i.has("frame-count") or i.has("frame-amount") for i in items):
        return items
    asks = next((n for n, i in enumerate(first) if _asks(i)), 0)
    head = [i for i in first[:asks] if i.things]
    if not head and any(i.has("pronoun") or i.has("among") for i in items):
        head = [i for i in first if i.things]
    here = {t for i in items for t in i.things}
    return [*(i for i in head if not here & set(i.things)), *items]


def _meant(items: list[Item], prior: Ids) -> list[Item]:
    """`and does X support it`: the pronoun at the verb is what was spoken of before."""
    if len(prior) != 1 or not any(i.things for i in items):
        return items
    for at, item in enumerate(items):
        if not item.has("pronoun") or item.things or item.end - item.start > 1:
            continue
        front, behind = items[at - 1 : at], items[at + 1 : at + 2]
        object_ = any(i.has("relation") and not i.things and i.end == item.start for i in front)
        # In French it stands in front of the verb, where an article stands in front of a noun.
        object_ = object_ or (
            any(i.has("relation") and not i.things for i in behind)
            and any(i.things or i.has("negation") for i in front)
        )
        if object_:
            meant = replace(item, senses=(Sense("thing", prior, match="alias"),))
            return [*items[:at], meant, *items[at + 1 :]]
    return items


def _asks(item: Item) -> bool:
    return any(s.role.startswith(("q-", "frame-")) for s in item.senses) and not item.things


def _purpose(clause: Clause, frame: Frame) -> list[Plan]:
    """`what is X for`, `where does X stand`: what it serves, or what was promised, beside it."""
    if clause.asks_state() and isinstance(frame, Define):
        return [Plan(Commitments(about=frame.of))]
    if isinstance(frame, Define) and len(frame.of) == 1 and not clause.has("frame-define"):
        matter = clause.known.kinds(frame.of[0]) & MATTERS
        # Only the name of a matter: what it is, and what is promised or reported on it.
        return [Plan(Commitments(about=frame.of))] if matter else []
    plays = any(i.has("frame-define") and i.has("relation") for i in clause.items)
    if plays and isinstance(frame, Commitments) and len(frame.about) == 2:
        # `what role does X play in Y`: what X is, beside what is promised or reported of both.
        return [Plan(Define(frame.about[:1]))]
    serves = clause.known.one("purpose of things", "serves")
    if serves is None or serves.relation is None or clause.has("class"):
        return []
    purposes = serves.relation.all()
    if isinstance(frame, Define) and len(frame.of) == 1 and clause.has("serves"):
        return [
            Plan(Find(Asked(), (Pattern(Relation(inverse=tuple(sorted(purposes))), frame.of),)))
        ]
    if not isinstance(frame, Find) or len(frame.patterns) != 1:
        return []
    if frame.asked.kinds or frame.asked.member_of:
        return []
    one = frame.patterns[0]
    if not one.relation.inverse or not set(one.relation.all()) <= purposes or len(one.of) != 1:
        return []
    if clause.has("q-what") or clause.has("q-object"):
        return [Plan(Define(one.of))]
    said = [i for i in clause.items if not only_weak(i) and not i.has("filler")]
    if len(said) == 2 and not said[0].things and said[1].things:
        # `role of X`: what it is, what is promised or reported on it, and its functions.
        return [Plan(Define(one.of)), Plan(Commitments(about=one.of))]
    return []


def _meaning_too(clause: Clause, frame: Frame) -> list[Plan]:
    """`X: meaning and donors`: what it is, before what else is asked of it."""
    named = [i for i in clause.items if i.things]
    unknown = isinstance(frame, Unknown) and not frame.spans
    if not (unknown or isinstance(frame, Find)) or len(named) != 1 or clause.asks_who():
        return []
    for noun, joint in pairwise(clause.items):
        tied = noun.end == joint.start and joint.has("and")
        if noun.has("frame-define") and not noun.things and tied:
            return [Plan(Define(settle(clause, named[0])[:1]))]
    return []


def _loose(clause: Clause, frame: Frame) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The words that nothing covers; those of them that say on what, for what, of what."""
    tokens = clause.linked.tokens
    held = named_in(frame)
    shared = {
        at for i in clause.items
        if (i.has("label-word") and not i.things) or (one_word(i) and not held & set(i.things))
        for at in range(i.start, i.end) if tokens[at].folded not in clause.known.weak
    }  # fmt: skip
    # A word of many names, such as migration, names none of them.
    loose = sorted({at for at in clause.loose if len(tokens[at].folded) >= SHORTEST} | shared)
    matters = [tokens[at] for at in _head_noun(clause, frame)]
    for at in loose:
        front = [i for i in clause.items if i.end <= at and not _article(i)]
        before = max(front, key=lambda i: i.end, default=None)
        # `a-t-elle faites`: the rest of a verb says on nothing.
        on = before is not None and any(before.has(role) for role in _ON)
        whose = _whose(clause, at)
        if whose or (on and before is not None and not before.has("perfect")):
            matters.append(tokens[at])
    return tuple(tokens[at] for at in loose), tuple(matters)


def _head_noun(clause: Clause, frame: Frame) -> list[int]:
    """`placements proposed by X`: a noun by which a relation is said, in front of the word for what
    a text contains. The commitments are held to it."""
    first = clause.items[0]
    said = first.relation if isinstance(frame, Commitments) and not first.things else None
    behind = next((i for i in clause.items[1:] if not only_weak(i)), None)
    noun = said is not None and bool(said.all()) and not first.has("frame-commitments")
    if not noun or behind is None or not behind.has("frame-commitments"):
        return []
    strong = [
        at for at in range(first.start, first.end)
        if clause.linked.tokens[at].folded not in clause.known.weak
    ]  # fmt: skip
    return strong[-1:]


def _whose(clause: Clause, at: int) -> bool:
    """`qatar pledge for X`: what opens the question, in front of the word for a promise."""
    noun = next((i for i in clause.items if i.has("frame-commitments")), None)
    return noun is not None and at < noun.start and set(range(noun.start)) <= set(clause.loose)


_ON = ("about", "of", "for", "mention", "relation", "be", "frame-yesno")


def _article(item: Item) -> bool:
    return item.has("filler") and not any(item.has(role) for role in _ON)


def parse(linked: Linked, known: Vocabulary) -> list[Plan]:
    """The plans of a question, one for each thing it asks."""
    plans: list[Plan] = []
    prior: Ids = ()
    topic: list[Item] = []
    linked = shared_heads(fronted(linked, known), known)
    linked = received(given(pledged_to(linked, known), known), known)
    linked = acting_groups(gathered(linked, known), known)
    linked = take_in(join_names(split_names(linked, known), known), known)
    linked = spoken(kinds_by_name(bring_back(linked, known), known), known)
    linked = without_verb_apart(linked)
    for items, loose in clauses(linked, known):
        items = _about(items, topic, known, linked)
        items = _meant(items, prior)
        topic = topic or items
        clause = Clause(linked, known, items, loose, prior)
        whole = replace(clause, items=list(items), unclear=[])
        frame = read_frame(clause, plans[-1].frame if plans else None)
        if isinstance(frame, Unknown) and items and items[0].has("except"):
            # `apart from what X tabled, which …`: all of them would be the wrong answer.
            return [Plan(replace(frame, closed=True))]
        if frame is not None:
            frame = _whole(whole, frame)
            if both := narrowed(whole, plans[-1].frame if plans else None, frame):
                frame = both
                if alone(whole):
                    plans.pop()
            plans += _meaning_too(whole, frame)
            beside = _purpose(clause, frame)
            plans += [replace(one, aside=True) for one in beside]
            unknown = frame.spans if isinstance(frame, Unknown) else ()
            # Where the thing itself is told, nothing else is looked for in place of its functions.
            told = isinstance(frame, Find) and bool(beside)
            aside = bool(beside)
            for one, of in each_place(whole, frame):
                weighs = weighable(of) and not told
                plan = Plan(of, sought(one, unknown, of) if weighs else None)
                plan = _guessing(one, plan) if isinstance(of, Unknown) else plan
                left, matters = _loose(one, of)
                plan = replace(plan, exists=existing(replace(one, items=list(items))))
                plans.append(
                    replace(
                        plan,
                        loose=left,
                        matters=matters,
                        period=period(one),
                        aside=aside,
                        doubtful=doubtful(whole),
                        otherwise=otherwise(one, of),
                        settled=each_meaning(whole, of),
                    )
                )
        prior = prior or tuple(i for item in items if item.things for i in settle(clause, item))
    if not plans:
        # No word of it is known: it is said which.
        plans.append(Plan(Unknown(tuple(linked.tokens[i].text for i in linked.unresolved))))
    return plans
