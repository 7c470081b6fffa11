"""Questions for what a thing is, and for what its functions are where that is asked."""

from __future__ import annotations

from collections.abc import Collection

from queries.ask.linking.items import Item
from queries.ask.reading.asked import period
from queries.ask.reading.compound import BROAD, namesakes
from queries.ask.reading.frames import Asked, Choose, Define, Find, Frame, Ids, Unknown
from queries.ask.reading.parts import (
    Clause,
    bearing,
    documents_of,
    fitting,
    object_classes,
    only_weak,
    settle,
)
from queries.ask.reading.patterns import pattern
from queries.ask.reading.relations import closed_relation, main_relation
from queries.ask.reading.splitting import several
from queries.ask.words.affiliation import affiliated, bodies_in_name
from queries.ask.words.vocabulary import Relation, Vocabulary

MANY = 12
"""Things among which an asker may be let choose."""
NEARLY = 3
"""Words of which one may be missing in a name that is meant."""


def define(clause: Clause, things: list[Item]) -> Frame | None:
    """The frame Define or a choice, or nothing where more is asked of the thing."""
    words = [i for i in clause.items if not only_weak(i) and not i.has("filler")]
    defining = clause.all("frame-define")
    relation = main_relation(clause)
    if not things:
        return _define_kind(clause, words)
    verbs = [
        i for i in words if i.relation is not None and not i.has("frame-define") and not i.things
    ]
    if verbs or (clause.has("class") and relation is not None):
        return None
    if clause.asks_who() and clause.has("except"):
        # `who outside X …`: more is asked than what a thing is.
        return None
    strong = [i for i in defining if not only_weak(i) and not i.has("about")]
    whole = bool(strong) and not clause.loose and _whose(clause, things)
    things = things[:1] if whole else things
    if len(things) > 1 and (not strong or not clause.has("and")):
        return None
    kinds = [i for i in words if i.has("class") and not i.things and not i.has("frame-define")]
    item = things[0]
    last = clause.items[-1]
    serves = closed_relation(clause, "purpose of things", "purpose")
    if serves and defining and last.start >= item.end and _stranded(clause, last, item, serves):
        return Find(Asked(), (pattern(clause, serves.flipped(), settle(clause, item)),))
    asks = clause.asks_who() or clause.has("q-what") or clause.has("q-where")
    front = any(n < item.start for n in clause.loose)
    if clause.loose and (asks or front) and not defining:
        # Something is asked of the thing, by a word that is not known: `vaccines for X`.
        return None
    if unknown := _of_unknown(clause, item):
        return unknown
    found = settle(clause, item)
    if kinds:
        if (
            defining
            and len(things) == 1
            and not any(k.end == item.start or item.end == k.start for k in kinds)
        ):
            return None
        bearers = (
            set(found)
            if all(set(clause.known.kinds(i)) & set(kinds[0].classes) for i in found)
            else set()
        )
        asked = clause.has("q-what") or _belonging(clause, kinds[0], item)
        if not bearers or (asked and _plural(clause, kinds[0]) and len(found) == 1):
            return None
    if (
        not defining
        and (clause.has("q-what") or clause.asks_who())
        and any(clause.known.kinds(i) & {"Group", "Theme"} for i in found)
    ):
        return None
    if item.part and all(w is item or w.has("q-who") for w in words):
        # Only these words: every name that holds them, or all but one of them, may be meant.
        others = bearing(clause.known, clause.stems(item))
        others = others if len(others) > 1 else _nearly(clause, item, found)
        found = others if 1 < len(others) <= MANY else found
    elif len(found) == 1 and all(w is item or w.has("frame-define") for w in words):
        found = namesakes(clause, item, found[0])
    if len(things) > 1:
        every = tuple(dict.fromkeys(t for i in things for t in settle(clause, i)[:1]))
        return Define(every)
    if set(found) <= set(several(clause.known, clause.linked.tokens[item.start])):
        # `the colleges of the Sahel`: all of them.
        return Define(found)
    if len(found) > 1:
        return Choose(found, clause.span(item))
    return Define(found, listed=True, held=clause.asks_who(), whole=whole)


def _stranded(clause: Clause, last: Item, item: Item, serves: Relation) -> bool:
    """`what is X for`; `what are they about`, of what has functions, and not of a text."""
    able = object_classes(clause.known, serves.flipped())
    works = bool(fitting(clause.known, settle(clause, item), able))
    return last.has("for") or (last.has("about") and works and not documents_of(clause, item))


def _belonging(clause: Clause, kind: Item, item: Item) -> bool:
    """`protocols to X`: what belongs to a thing, and not the thing."""
    return kind.end <= item.start and clause.part_of(item)


def _whose(clause: Clause, things: list[Item]) -> bool:
    """`the high representative of the EU`: a whole name, and the body or state it belongs to."""
    if len(things) != 2 or things[0].part or clause.preposition(things[1]) != "of":
        return False
    bodies = {"IntergovernmentalOrganisation", "State"}
    close = things[1].start - things[0].end <= 2
    return close and all(clause.known.kinds(i) & bodies for i in settle(clause, things[1]))


def _of_unknown(clause: Clause, item: Item) -> Unknown | None:
    """`what are the schools of X`: something of it is asked for, by a word that no name holds."""
    tokens = clause.linked.tokens
    front = [n for n in clause.loose if n < item.start]
    several = [n for n in front if tokens[n].folded != tokens[n].light]
    if not several or clause.preposition(item) != "of":
        return None
    return Unknown(tuple(tokens[n].text for n in front), settle(clause, item)[:1], closed=True)


def _nearly(clause: Clause, item: Item, found: Ids) -> Ids:
    """Things of the same sort whose name holds all these words but one."""
    known, stems = clause.known, clause.stems(item)
    if len(found) != 1:
        return found
    if any(named.stems == stems for named in known.own.get(found[0], ())):
        # The whole name, in other order.
        return found
    body = tuple(i for i in bodies_in_name(known, found[0]) if _is_in(known, i, stems))
    if len(stems) < NEARLY and not body:
        return found
    # Of two words only the name of a body may be missing: `G5 college`.
    missing = stems if len(stems) >= NEARLY else [s for s in stems if _is_in(known, body[0], {s})]
    held = {i for s in missing for i in bearing(known, stems - {s})}
    if body and len(stems) < NEARLY:
        held = {i for i in held if i in found or not affiliated(known, i, body)}
    sorts = [known.kinds(i) - BROAD for i in held]
    own = known.kinds(found[0]) - BROAD
    alike = [i for i in held if known.kinds(i) & own]
    if len(alike) > MANY:
        # The kind that fewest of them have says most of what they are.
        kind = min(own, key=lambda k: sum(k in kinds for kinds in sorts))
        alike = [i for i in alike if kind in known.kinds(i)]
    return tuple(sorted({*found, *alike}))


def _is_in(known: Vocabulary, iri: str, stems: Collection[str]) -> bool:
    """Whether one of the words is a whole name of a thing."""
    return any(len(n.stems) == 1 and n.stems <= set(stems) for n in known.own.get(iri, ()))


def _plural(clause: Clause, item: Item) -> bool:
    """`which protocols`: several are asked for."""
    last = clause.linked.tokens[item.end - 1]
    return last.folded != last.light and last.folded[-1] in "sx"


def _define_kind(clause: Clause, words: list[Item]) -> Frame | None:
    """Only a word for a kind: the things that bear it in their name are offered."""
    if len(words) != 1 or not (
        words[0].has("class") or words[0].has("label-word") or _by_stem(clause, words[0])
    ):
        return None
    if words[0].has("class") and _plural(clause, words[0]) and period(clause):
        # `meetings of 2016`: all of them.
        return None
    found = bearing(clause.known, clause.stems(words[0]))
    if not found:
        return None
    return Choose(found[:12], clause.span(words[0])) if len(found) > 1 else Define(found)


def _by_stem(clause: Clause, item: Item) -> bool:
    """`the coordinator`: a single word that is a verb only by its stem."""
    token = clause.linked.tokens[item.start]
    return item.end - item.start == 1 and token.folded not in clause.known.full
