"""What a question leaves out: behind `except`, or a matter that it says it does not mean."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item, Linked
from queries.ask.reading.parts import MATTERS, Clause, is_preposition, only_weak


def without_verb_apart(linked: Linked) -> Linked:
    """`apart from what X proposes, who proposes …`: what is left out is X, by the same verb."""
    items = list(linked.items)
    first = next((n for n, i in enumerate(items[:3]) if i.has("except")), None)
    if first is None:
        return linked
    for until in range(first + 2, len(items)):
        front, asks = items[until - 1], items[until]
        gap = linked.question[linked.tokens[front.end - 1].end : linked.tokens[asks.start].start]
        if "," in gap:
            break
    else:
        return linked
    inside, rest = items[first + 1 : until], items[until:]
    verbs = [i for i in inside if i.has("relation") and not i.things and i.relation]
    said = {p for i in verbs if (r := i.relation) for p in r.all()}
    again = {p for i in rest if (r := i.relation) for p in r.all()}
    opens = any(s.role in {"q-what", "q-object"} for i in inside[:2] for s in i.senses)
    if not opens or not said or not said <= again or not any(i.things for i in inside):
        return linked
    named = [i for i in inside if i.things]
    return replace(linked, items=(*items[: first + 1], *named, *rest))


def set_apart(clause: Clause) -> frozenset[int]:
    """Words between `leaving aside` and the comma in front of the question word."""
    tokens, question = clause.linked.tokens, clause.linked.question
    for at, item in enumerate(clause.items):
        if not item.has("except"):
            continue
        for other in clause.items[at + 1 :]:
            asks = other.has_any("q-who", "q-what", "q-where")
            if asks and "," in question[tokens[other.start - 1].end : tokens[other.start].start]:
                return frozenset(range(item.end, other.start))
    return frozenset()


def left_out_of(clause: Clause) -> list[Item]:
    """What follows `except` up to a stop or the question word."""
    found: list[Item] = []
    region = set_apart(clause)
    if region:
        apart = [i for i in clause.items if i.start in region]
        return [i for i in apart if i.things or i.has("class") or i.has("label-word")]
    for at, item in enumerate(clause.items):
        if not item.has("except"):
            continue
        for other in clause.items[at + 1 :]:
            asks = other.has_any("q-who", "q-what") and not other.has("filler")
            if asks or (
                other.relation is not None
                and not other.has("of")
                and not other.has("about")
                and not other.things
                and any(i.things or i.has("class") or i.has("label-word") for i in found)
                and not _between_lists(clause, other)
            ):
                break
            found.append(other)
            if other.things and hyphened(clause, item):
                # `non-EU countries`: the countries are asked for.
                break
    found += [*not_meant(clause), *_in_front(clause)]
    return [i for i in found if i.things or i.has("class") or i.has("label-word")]


def _in_front(clause: Clause) -> list[Item]:
    """`X aside, who …`, `X and Y excluded`: what stands in front of the word that leaves it out."""
    found: list[Item] = []
    for item in clause.all("except-behind"):
        for other in reversed(clause.items[: clause.place(item)]):
            if other.things:
                found.append(other)
            elif not (only_weak(other) or other.has("or") or other.has("be")):
                break
    return found


def hyphened(clause: Clause, item: Item) -> bool:
    """`non-EU countries`, `non EU countries`."""
    if any(s.role == "except" and s.value for s in item.senses):
        return True
    return clause.linked.question[clause.linked.tokens[item.end - 1].end :].startswith("-")


def not_meant(clause: Clause) -> list[Item]:
    """`against trafficking, not smuggling`: a matter that is not asked about.

    It says which of two is meant; what is about both is about the one that is asked for.
    """
    question, tokens = clause.linked.question, clause.linked.tokens
    found = []
    for at, item in enumerate(clause.items):
        if at == 0 or not item.has("negation") or item.has("light"):
            continue
        gap = question[tokens[clause.items[at - 1].end - 1].end : tokens[item.start].start]
        rest = (i for i in clause.items[at + 1 :] if not only_weak(i) and not is_preposition(i))
        behind = next(rest, None)
        apart = any(c in gap for c in ",;:(-–—")
        if apart and behind and any(clause.known.kinds(i) & _ACTED_AGAINST for i in behind.things):
            found.append(behind)
    return found


_ACTED_AGAINST = MATTERS | {"CriminalActor"}
"""Kinds of what texts treat of or act against."""


def contrasted(clause: Clause) -> list[Item]:
    """`supports X but not Y`, `et pas Y`: a thing that the same is denied of."""
    known, tokens = clause.known, clause.linked.tokens
    found = denied_things(clause)
    for at, item in enumerate(clause.items):
        words = tokens[item.start : item.end]
        denies = any(s.role == "negation" for t in words for s in known.full.get(t.folded, ()))
        if not item.has("except") or not denies or hyphened(clause, item):
            continue
        rest = (i for i in clause.items[at + 1 :] if not only_weak(i) and not is_preposition(i))
        behind = next(rest, None)
        found += [behind] if behind is not None and behind.things else []
    return found


def denied_things(clause: Clause) -> list[Item]:
    """`and not X`, `mais pas X`: a thing right behind a negation that joins it to others."""
    found = []
    for at, item in enumerate(clause.items):
        front = clause.items[at - 1] if at else None
        joined = front is not None and front.has("and") and front.end == item.start
        if not item.has("negation") or not joined or item.has("light"):
            continue
        rest = (i for i in clause.items[at + 1 :] if not only_weak(i) and not is_preposition(i))
        behind = next(rest, None)
        found += [behind] if behind is not None and behind.things else []
    return found


def _between_lists(clause: Clause, item: Item) -> bool:
    """`the one against …`: a relation word inside what is left out."""
    return any(
        o.has("and") and abs(clause.place(o) - clause.place(item)) <= 3 for o in clause.items
    )
