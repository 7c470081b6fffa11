"""What a question holds, unit by unit: all that a statement must cover to answer it.

A frame says how the parts of a question hang together; here is only what the parts are. It is by
this that readings are compared: one that covers more of the question is the better one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from queries.ask.linking.items import Item
from queries.ask.reading.asked import asked
from queries.ask.reading.finding import find
from queries.ask.reading.frames import (
    Asked,
    Commitments,
    Define,
    Figures,
    Find,
    Frame,
    Ids,
    Pattern,
    Unknown,
    When,
    Where,
    YesNo,
)
from queries.ask.reading.leftout import left_out_of
from queries.ask.reading.parts import (
    Clause,
    documents_of,
    events_of,
    only_weak,
    settle,
)
from queries.ask.reading.relations import is_relation
from queries.ask.words import text
from queries.ask.words.vocabulary import Relation

_WEIGHTS = {
    "thing": 1.0,
    "name": 1.0,
    "number": 0.8,
    "part": 0.7,
    "relation": 0.8,
    "word": 0.6,
    "status": 0.4,
    "class": 0.3,
}
_PART_OF = frozenset({"memberOf", "partOf"})

SHORTEST = 3
"""Letters of a word that says something."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a question that is to be found again in what answers it."""

    kind: str
    stems: frozenset[str]
    ids: Ids = ()
    documents: Ids = ()
    relation: Relation | None = None
    light: frozenset[str] = frozenset()
    number: float | None = None
    start: int = 0
    end: int = 0
    joined: bool = False
    """A word that `and` or `or` ties to another: `formal and informal` leaves nothing out."""

    @property
    def weight(self) -> float:
        return _WEIGHTS[self.kind]


@dataclass(frozen=True, slots=True)
class Sought:
    """The units of a clause, what it asks for, and the directions that its relations have."""

    units: tuple[Unit, ...]
    asked: Asked
    patterns: tuple[Pattern, ...] = ()
    where: bool = False
    of_kind: bool = False
    """Asked for is a thing: who, or a word for a kind behind the question word."""
    ends: frozenset[str] = frozenset({"SUBJECT", "OBJECT"})
    """The ends that may answer: `by whom` asks for the subject, `for whom` for any other part."""
    alike: tuple[frozenset[int], ...] = ()
    """Units said with `or` between them: one of them is enough."""

    @property
    def things(self) -> Ids:
        return tuple(dict.fromkeys(i for u in self.units for i in u.ids if u.kind != "class"))

    @property
    def weight(self) -> float:
        return sum(u.weight for u in self.units)


def sought(clause: Clause, unknown: Ids = (), frame: Frame | None = None) -> Sought:
    """The units of a clause; words written like names that the graph does not know are names. With
    the frame it was read as, where that is known."""
    units: list[Unit] = []
    plain = isinstance(frame, Find) and not any(p.through for p in frame.patterns)
    read = frame if plain else find(replace(clause, items=list(clause.items), unclear=[]))
    wanted = read.asked if isinstance(read, Find) else asked(clause, len(clause.linked.tokens))
    apart = {id(i) for i in left_out_of(clause)}
    for item in clause.items:
        if id(item) not in apart and (unit := _unit(clause, item, wanted)):
            units.append(replace(unit, start=item.start, end=item.end))
    tokens = clause.linked.tokens
    for at in clause.loose:
        kind = "name" if tokens[at].text in unknown else "word"
        tied = any(
            (i.has("and") or i.has("or")) and (i.end == at or i.start == at + 1)
            for i in clause.items
        )
        stem = frozenset({tokens[at].heavy})
        units.append(Unit(kind, stem, start=at, end=at + 1, joined=tied))
    named = [i for i in clause.items if i.things]
    low, high = clause.items[0].start, clause.items[-1].end
    for at in range(low, high):
        inside = any(i.start <= at < i.end or _of_group(clause, at, i) for i in named)
        months = [i for i in clause.all("month") if not i.things]
        day = any(at in (i.start - 1, i.end) for i in months)
        if tokens[at].folded.isdigit() and not (inside or day or _year(tokens[at].folded)):
            number = float(tokens[at].folded)
            units.append(
                Unit("number", frozenset({tokens[at].folded}), number=number, start=at, end=at + 1)
            )
    units.sort(key=lambda u: u.start)
    return Sought(
        tuple(units),
        wanted,
        read.patterns if isinstance(read, Find) else (),
        clause.has("q-where"),
        _of_kind(clause, wanted),
        _ends(clause),
        _alike(clause, units),
    )


def _of_group(clause: Clause, at: int, item: Item) -> bool:
    """`the 5 priority countries`: how many are in a group is no figure that is looked for."""
    return item.start == at + 1 and any("Group" in clause.known.kinds(i) for i in item.things)


def _ends(clause: Clause) -> frozenset[str]:
    who = next((i for i in clause.items if i.has("q-who")), None)
    if who is None:
        return frozenset({"SUBJECT", "OBJECT"})
    first = clause.known.full.get(clause.linked.tokens[who.start].folded, ())
    roles = {clause.preposition(who)} | (
        {s.role for s in first} if who.end - who.start > 1 else set()
    )
    if "by" in roles:
        return frozenset({"SUBJECT"})
    return frozenset({"OBJECT"} if roles & {"to", "for", "in", "of"} else {"SUBJECT", "OBJECT"})


def _year(word: str) -> bool:
    return len(word) == 4 and 1900 <= int(word) <= 2100


def _of_kind(clause: Clause, wanted: Asked) -> bool:
    """`which communique`: a word for a kind behind the first word that asks."""
    asks = next((n for n, i in enumerate(clause.items) if i.has("q-what") or i.has("q-who")), None)
    if asks is None:
        return False
    behind = clause.items[asks + 1 : asks + 4]
    return bool(wanted.kinds or wanted.among) and any(
        (i.has("class") and not i.things and not i.has("frame-commitments"))
        or (i.has("label-word") and i.part and i is behind[0])
        for i in behind
    )


def _alike(clause: Clause, units: list[Unit]) -> tuple[frozenset[int], ...]:
    """Places in `units` of those that `or` or commas in front of it put side by side."""
    question, tokens = clause.linked.question, clause.linked.tokens
    found = []
    for item in clause.all("or"):
        here = [
            n for n, u in enumerate(units)
            if u.kind in {"word", "relation", "part", "class"} and abs(u.start - item.start) <= 6
        ]  # fmt: skip
        after = next((n for n in here if units[n].start == item.end), None)
        group = {after} if after is not None else set()
        edge = item.start
        for n in reversed([n for n in here if units[n].end <= item.start]):
            gap = question[tokens[units[n].end - 1].end : tokens[edge].start]
            if units[n].end != edge or (edge != item.start and "," not in gap):
                break
            group.add(n)
            edge = units[n].start
        if after is not None and len(group) > 1:
            found.append(frozenset(group))
    return tuple(found)


def _unit(clause: Clause, item: Item, wanted: Asked) -> Unit | None:
    stems = _stems(clause, item)
    if item.has("label-word") and wanted.among and set(_words(item)) & set(wanted.among):
        return None
    if item.things:
        ids = tuple(dict.fromkeys((*settle(clause, item), *item.things)))
        few = item.part and item.end - item.start == 1
        kind = "part" if few or _modifies(clause, item, wanted) else "thing"
        return Unit(
            kind, stems, (*ids, *events_of(clause, item)), documents_of(clause, item),
            light=clause.stems(item),
        )  # fmt: skip
    if only_weak(item) and not is_relation(clause, item):
        return None
    if item.has("status") and not item.has("filler"):
        statuses = tuple(i for s in item.senses if s.role == "status" for i in s.ids)
        return Unit("status", stems, statuses)
    said = item.relation
    if (
        said is not None
        and not item.has("filler")
        and (is_relation(clause, item) or (item.has("frame-define") and clause.asks_who()))
    ):
        return Unit("relation", stems, relation=said)
    if item.has("class"):
        if set(item.classes) & set(wanted.kinds):
            return None
        return Unit("class", stems, item.classes)
    if stems and any(map(item.has, ("label-word", "exists", "works"))):
        return Unit("word", stems)
    return None


def _modifies(clause: Clause, item: Item, wanted: Asked) -> bool:
    """`EU texts`: a name right in front of the word for the kind says little of its own."""
    if wanted.kinds == ("State",):
        return False
    return any(
        i.has("class") and not i.things and set(i.classes) & set(wanted.kinds)
        and i.start == item.end
        for i in clause.items
    )  # fmt: skip


def _words(item: Item) -> Ids:
    return tuple(i for s in item.senses if s.role == "label-word" for i in s.ids)


def _stems(clause: Clause, item: Item) -> frozenset[str]:
    tokens = clause.linked.tokens[item.start : item.end]
    return frozenset(
        t.heavy for t in tokens if t.folded not in clause.known.weak and len(t.folded) >= SHORTEST
    )


def stems_of(texts: object) -> frozenset[str]:
    """The stems of texts in any language."""
    listed = texts if isinstance(texts, list | tuple | set | frozenset) else [texts]
    return frozenset(
        text.heavy(word) for one in listed if one for word in text.words(str(one))
        if len(word) >= SHORTEST
    )  # fmt: skip


def named_in(frame: Frame) -> frozenset[str]:
    """All ids that a frame holds, whatever part they play."""
    found: set[str] = set()

    def collect(value: object) -> None:
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, tuple):
            for one in value:
                collect(one)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                collect(getattr(value, name))

    collect(frame)
    return frozenset(found)


def weighable(frame: Frame) -> bool:
    """Whether what a frame asks can be answered by single statements."""
    if isinstance(frame, Find):
        denied = any(p.negated or p.through for p in frame.patterns)
        denied = denied or (frame.truth and len(frame.patterns) > 1)
        # `European states`: which ones they are is told by a list, and by no other statement.
        listed = frame.asked.member_of or (
            frame.asked.related_to and frame.asked.kinds == ("State",)
        )
        # What something is part of, only a statement of which it is the part tells.
        only = [p.relation for p in frame.patterns]
        ends = {p.rpartition("#")[2] for r in only for p in (*r.predicates, *r.inverse)}
        wholes = bool(ends) and ends <= _PART_OF and not any(r.predicates for r in only)
        # Nor does what is told of a group otherwise say who its members are.
        members = ends == {"memberOf"} and not (len(only) > 1 or frame.asked.kinds)
        members = members and not frame.patterns[0].also
        # What is dated in a month answers for no other one.
        inner = [q for p in frame.patterns if p.through for q in p.through.patterns]
        dated = any(p.dated for p in (*frame.patterns, *inner))
        return not (frame.naming or denied or frame.whole or listed or wholes or members or dated)
    if isinstance(frame, Define) and frame.whole:
        return False
    if isinstance(frame, Unknown):
        return bool(frame.near) and not frame.closed
    if isinstance(frame, Commitments):
        narrowed = (
            frame.deadline is not None
            or frame.figure is not None
            or frame.progress
            or frame.truth
            or frame.who
        )
        return not narrowed and frame.amount is None
    return isinstance(frame, Define | Figures | When | Where | YesNo)
