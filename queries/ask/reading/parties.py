"""The parties of commitments: by whom, to whom, about what, in which documents."""

from __future__ import annotations

from queries.ask.linking.items import Item
from queries.ask.reading.frames import Ids
from queries.ask.reading.parts import (
    Clause,
    bearing,
    best,
    documents_of,
    one_word,
    only_weak,
    sense_ids,
    settle,
)
from queries.ask.reading.relations import participle

FEW = 3
"""Things that a word of several names may stand for alike."""

WIDE_MATTERS = frozenset({"Theme", "CrimeType", "Capability"})
_SPOKEN_OF = WIDE_MATTERS | {"TargetGroup", "Area"}


def parties(clause: Clause, things: list[Item], kinds: Ids) -> tuple[Ids, Ids, Ids, Ids]:
    """By whom, to whom, about what, in which documents."""
    nouns = clause.all("frame-commitments")
    verb = nouns[0] if nouns else None
    stated = next((i for i in clause.all("status") if not i.has("filler")), None)
    said = verb or stated
    documents: list[str] = []
    by: list[str] = []
    to: list[str] = []
    about: list[str] = []
    asked_of = bool({"Request", "Encouragement", "Recommendation"} & set(kinds))
    topics = _set_in_front(clause, things)
    for item in things:
        source = documents_of(clause, item)
        here = settle(clause, item)
        if item in topics and not source:
            about += here[:1]
            continue
        if one_word(item) and not any(clause.known.kinds(i) & _SPOKEN_OF for i in here):
            # `on police`: no body is meant whose name holds the word, but what the texts say of it.
            # `what do the experts say`: the one text whose title holds the word speaks for them.
            titles = set(sense_ids([item], "label-word")) & set(clause.known.documents)
            if clause.has("frame-say") and len(titles) == 1:
                documents += titles
            continue
        actor = any("Actor" in clause.known.kinds(i) for i in here)
        front = clause.preposition(item) or _said_of(clause, verb, item)
        behind = verb is not None and item.start > verb.start
        if source and (not actor or front in {"in", "according"}):
            documents += source
        elif source and actor and said is not None and item.start < said.start:
            by += here
        elif actor and behind and front == "of" and asked_of and _done_to(clause, verb):
            # `what is asked of X`
            to += here[:1]
        elif actor and front == "of" and by and verb is not None and clause.gap(verb, item):
            # `X calls on Y: gaps of Z`: whose they are is no more who calls.
            about += here[:1]
        elif actor and behind and front in {"of", "by"} and "ReportedResult" not in kinds:
            by += here[:1]
        elif actor and (front == "to" or (front == "in" and asked_of and behind)):
            # `que demande-t-on aux États`: of whom, with the preposition for where.
            to += here[: 1 if item.part else None]
        elif actor and behind and kinds and front not in {"about", "with"}:
            if not by and not front and verb is not None and inverted(clause, verb):
                by += here[:1]
            elif "ReportedResult" in kinds:
                about += here[:1]
            else:
                to += here[: 1 if item.part else None]
        elif (
            actor
            and said is not None
            and not front
            and not by
            and not item.part
            and (item.start < said.start or inverted(clause, said))
        ):
            by += here[:1]
        else:
            about += here[:1]
    return tuple(by), tuple(to), tuple(dict.fromkeys(about)), tuple(dict.fromkeys(documents))


def _set_in_front(clause: Clause, things: list[Item]) -> list[Item]:
    """`X and Y - what does Z want for them`: topics, where those behind are who promises."""
    question, tokens = clause.linked.question, clause.linked.tokens
    asks = next((i for i in clause.items if i.has("q-object") or i.has("q-what")), None)
    front = [i for i in things if asks is not None and i.end <= asks.start]
    if asks is None or not front or not clause.has("pronoun"):
        return []
    gap = question[tokens[front[-1].end - 1].end : tokens[asks.start].start]
    others = [i for i in things if i.start >= asks.end]
    acts = any("Actor" in clause.known.kinds(t) for i in others for t in settle(clause, i))
    return front if acts and any(c in gap for c in ":-–—") else []


def _done_to(clause: Clause, verb: Item | None) -> bool:
    """`is asked of`, `is expected of`: a participle behind a form of `to be`."""
    if verb is None or not participle(clause, verb):
        return False
    front = clause.items[: clause.place(verb)]
    forms = {s.role for i in front for t in clause.linked.tokens[i.start : i.end]
             for s in clause.known.full.get(t.folded, ())}  # fmt: skip
    return "be" in forms


def _goes_on(clause: Clause, item: Item) -> bool:
    """Whether an item goes on with a list: it is `and`, or a comma stands in front of it."""
    front = [i for i in clause.items[: clause.place(item)] if not only_weak(i)]
    return item.has("and") or (bool(front) and clause.comma(front[-1], item))


def _said_of(clause: Clause, noun: Item | None, item: Item) -> str:
    """`commitments that concern X`: what they are about stands right behind another verb."""
    if noun is None or item.start < noun.end:
        return ""
    behind = [i for i in clause.items if noun.end <= i.start < item.start]
    between = [i for i in behind if i.has("and") or not only_weak(i)]
    last = item
    while between and (between[-1].has("and") or (between[-1].things and _goes_on(clause, last))):
        # `commitments that concern X, Y and Z`
        last = between.pop()
    verb = between[-1] if between else None
    must = clause.known.one("who must", "relation")
    asked = must.relation.all() if must is not None and must.relation is not None else frozenset()
    relation = verb.relation if verb is not None else None
    if relation is not None and relation.all() and relation.all() <= asked:
        # `commitments addressed to X`
        return "to"
    said = verb is not None and (verb.has("relation") or verb.has("mention"))
    return "about" if said else ""


def meant_alike(clause: Clause, things: list[Item], about: Ids) -> tuple[Ids, ...]:
    """For each matter the few things that its name fits alike: any of them is meant."""
    found = []
    for one in about:
        item = next((i for i in things if settle(clause, i)[:1] == (one,)), None)
        here = settle(clause, item) if item is not None else (one,)
        alike = item is not None and (item.part or set(here) == set(best(clause, item)))
        here = here if alike and len(here) <= FEW else (one,)
        found.append(here if item is None else (*here, *_theme_by(clause, item, here)))
    return tuple(found) if any(len(f) > 1 for f in found) else ()


def _theme_by(clause: Clause, item: Item, here: Ids) -> Ids:
    """`on justice`: beside those who are called so, the themes whose name holds the word."""
    known, stems = clause.known, clause.stems(item)
    matter = any(known.kinds(i) & {*WIDE_MATTERS, "Area"} for i in here)
    named = () if matter or len(stems) != 1 else bearing(known, stems)
    themes = tuple(i for i in named if known.kinds(i) & WIDE_MATTERS and i not in here)
    return themes if len(themes) <= FEW else ()


def inverted(clause: Clause, verb: Item) -> bool:
    """`que recommande la Commission`: the question word right in front of the verb."""
    at = clause.place(verb)
    behind = clause.items[at + 1] if at + 1 < len(clause.items) else None
    if behind is not None and behind.has("pronoun") and not behind.has("filler"):
        # `qu'encourage-t-on X à faire`: the subject is the pronoun.
        return False
    front = clause.items[at - 1] if at else None
    if front is not None and front.has("light") and not front.things and at > 1:
        # `qu'ont promis les participants`
        front = clause.items[at - 2]
    return front is not None and front.has("q-what")
