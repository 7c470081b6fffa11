"""Read the statements around the things of a question, and weigh how much of it each covers.

Where no frame finds anything, or a frame leaves out words of the question, the statements that
cover most of it answer, if they cover nearly all of it: its names, its relation in its direction,
and its other words in the statement's own words or in the summary of its paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from graph.port import Row
from queries.ask import measuring
from queries.ask.frames import (
    Asked,
    Commitments,
    Define,
    Figures,
    Find,
    Frame,
    Ids,
    Unknown,
    When,
    Where,
    YesNo,
)
from queries.ask.parts import bearing
from queries.ask.result import Found, Result
from queries.ask.runner import Runner, joined
from queries.ask.sought import Sought, Unit, named_in, stems_of
from queries.ask.vocabulary import Vocabulary
from queries.ids import as_list

ENOUGH = 0.76
"""The share of a question that a statement must cover to answer it."""
APART = 0.26
"""By how much less a row of a frame may cover than its best, where words were left out."""
FEW_BEARERS, FEW_THINGS = 12, 60
"""Things with a name in their name, and things whose statements are read."""
BETTER = 0.12
"""By how much another reading must cover more than the frame that was read."""
NEAR = 0.04
"""Statements that cover as much as the best one, but for this, answer together."""
AMONG = 0.12
"""The same for commitments, which each speak for themselves."""
STANDS = 0.8
LEAST = 0.3
"""A name of which less is in all that a frame found was not asked of it."""
SURE = 0.86
"""A share from which a statement answers beside what the frame found."""
NAMED = 0.6
"""How much of a name must be covered: to stand near by is enough, to be absent is not."""

_SIDE = frozenset(
    {"FUNDING_EVENT", "MEASUREMENT", "PART_OF_MEASUREMENT", "CONTEXT", "ALIGNED_WITH", "BASIS"}
)
_AREAS = frozenset({"Area"})


@dataclass(frozen=True, slots=True)
class Bag:
    """A statement as that which can be found in it."""

    row: Row
    ends: tuple[tuple[str, str], ...]
    """(role, id) of all its parts; SUBJECT and OBJECT first."""
    ids: frozenset[str]
    near: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    cut: frozenset[str]


@lru_cache(maxsize=4096)
def _text_stems(texts: tuple[str, ...]) -> frozenset[str]:
    return stems_of(texts)


def _bag(known: Vocabulary, row: Row) -> Bag:
    ends = [("SUBJECT", row["subject"]), ("OBJECT", row["object"])]
    for part in as_list(row["parts"]):
        role, _, iri = str(part).partition(" ")
        ends.append((role, iri))
    ids = frozenset(i for _, i in ends)
    labels = tuple(sorted({t for i in ids for t in known.labels.get(i, {}).values()}))
    words = _text_stems(tuple(sorted(map(str, as_list(row["words"]))))) | _text_stems(labels)
    for name in as_list(row["role"]):
        words |= known.concept_stems.get(str(name), frozenset())
    around = _text_stems(tuple(sorted(map(str, as_list(row["around"])))))
    return Bag(
        row, tuple(ends), ids, frozenset((*row["concerns"], *row["named"])), words, around,
        frozenset(w[:6] for w in words | around if len(w) >= 6),
    )  # fmt: skip


def _in_text(stems: frozenset[str], bag: Bag) -> float:
    if not stems:
        return 0.0
    total = 0.0
    for stem in stems:
        if stem in bag.words:
            total += 1.0
        elif stem in bag.around:
            total += 0.85
        elif len(stem) >= 6 and stem[:6] in bag.cut:
            total += 0.75
    return total / len(stems)


def _alike(stems: frozenset[str], others: frozenset[str]) -> bool:
    return bool({s[:6] for s in stems} & {s[:6] for s in others})


def covered(unit: Unit, bag: Bag, sought: Sought, known: Vocabulary) -> float:
    """How well a statement covers a unit, from 0 to 1."""
    row = bag.row
    if unit.kind == "number":
        same = row["figure"] is not None and measuring.same(row["figure"], unit.number)
        return 1.0 if same else _in_text(unit.stems, bag)
    if unit.kind == "part":
        # A word that stands in longer names: it may be meant as such.
        here = 0.7 if bag.ids & set(unit.ids) else 0.5 if bag.near & set(unit.ids) else 0.0
        return max(here, _in_text(unit.stems, bag))
    if unit.kind == "thing":
        if bag.ids & set(unit.ids) or set(row["document"]) & set(unit.documents):
            return 1.0
        if unit.stems and unit.stems <= bag.words:
            return 0.8
        if bag.near & set(unit.ids):
            return 0.7
        return 0.65 * _in_text(unit.stems, bag)
    if unit.kind == "status":
        return 1.0 if row["status"] in unit.ids else 0.8 * _in_text(unit.stems, bag)
    if unit.kind == "relation":
        relation = unit.relation
        assert relation is not None
        here = row["predicate"] in (*relation.predicates, *relation.inverse)
        where = row["predicate"] in (*relation.when, *relation.when_inverse)
        if here or (where and relation.role in as_list(row["role"])):
            if relation.status and relation.status != row["status"]:
                return 0.5 * _in_text(unit.stems, bag)
            told = not relation.detail or any(
                relation.detail.casefold() in str(w).casefold() for w in row["words"]
            )
            return 1.0 if told else 0.0
        if _alike(unit.stems, known.concept_stems.get(str(row["status"]), frozenset())):
            return 0.9
        if relation.asks and any(role == relation.asks for role, _ in bag.ends):
            return 0.9
        return 0.85 * _in_text(unit.stems, bag)
    if unit.kind == "class" and any(known.kinds(i) & set(unit.ids) for i in bag.ids):
        return 1.0
    return _in_text(unit.stems, bag)


def weight(bag: Bag, sought: Sought, known: Vocabulary, *, strict: bool = True) -> float:
    """The share of the question that a statement covers; strictly 0 where a name is absent."""
    if not sought.units:
        return 0.0
    shares = [covered(unit, bag, sought, known) for unit in sought.units]
    names = [
        1.0 if bag.ids & set(u.ids) else 0.0 if u.documents else shares[n]
        for n, u in enumerate(sought.units) if u.kind == "thing"
    ]  # fmt: skip
    sourced = all(u.documents for u in sought.units if u.kind == "thing")
    if strict and names and max(names) < STANDS and not sourced:
        # Nothing that is named stands in the statement: it is only said nearby.
        return 0.0
    sources = [n for n, u in enumerate(sought.units) if u.documents]
    for group in (*sought.alike, *((frozenset(sources),) if len(sources) > 1 else ())):
        # One of several documents, or of what `or` joins, is enough.
        best = max(shares[n] for n in group)
        for n in group:
            shares[n] = best
    total = 0.0
    for unit, share in zip(sought.units, shares, strict=True):
        if strict and unit.kind in {"thing", "name"} and share < NAMED:
            return 0.0
        total += unit.weight * share
    return total / sought.weight


def _against(bag: Bag, sought: Sought) -> str | None:
    """The end that the direction of a relation word asks for; "" where it forbids the statement."""
    for pattern in sought.patterns:
        relation = pattern.relation
        if bag.row["predicate"] not in relation.all() or not pattern.of or pattern.either:
            continue
        forward = bag.row["predicate"] in (*relation.predicates, *relation.when)
        backward = bag.row["predicate"] in (*relation.inverse, *relation.when_inverse)
        if forward and backward:
            continue
        far, near = ("OBJECT", "SUBJECT") if forward else ("SUBJECT", "OBJECT")
        here = {role for role, i in bag.ends if i in pattern.of}
        if near in here and far not in here:
            return ""
        if not here and not bag.near & set(pattern.of):
            # What the word acts on is not named at all: its direction says nothing here.
            continue
        return near if far in here or not here else None
    return None


def _answers(bag: Bag, sought: Sought, known: Vocabulary) -> list[tuple[str, str]]:
    """The ends of a statement that the question asks for."""
    taken = {*sought.things, *sought.asked.exclude}
    free = [
        (role, i) for role, i in bag.ends
        if i not in taken and role not in _SIDE and i not in known.documents
    ]  # fmt: skip
    kinds = set(sought.asked.kinds)
    if sought.asked.among and not kinds:
        free = [(r, i) for r, i in free if i in sought.asked.among]
    if sought.asked.without_kinds:
        free = [(r, i) for r, i in free if not known.kinds(i) & set(sought.asked.without_kinds)]
    if kinds:
        free = [(r, i) for r, i in free if known.kinds(i) & kinds or _of_sort(bag, r, kinds, known)]
    elif sought.where:
        free = [(r, i) for r, i in free if known.kinds(i) & _AREAS]
    elif sought.asked.person:
        who = known.one("who", "q-who")
        actors = set(who.ids) if who else {"Actor"}
        free = [(r, i) for r, i in free if known.kinds(i) & actors]
    must = known.one("who must", "relation")
    asked = must is not None and must.relation and bag.row["predicate"] in must.relation.all()
    if not asked:
        # Whom a request is addressed to is its subject.
        free = [(r, i) for r, i in free if r in sought.ends or r not in {"SUBJECT", "OBJECT"}]
    end = _against(bag, sought)
    if end == "":
        return []
    if end is not None:
        said = [(r, i) for r, i in free if r == end]
        free = said or [(r, i) for r, i in free if r not in {"SUBJECT", "OBJECT"}]
    ends = [(r, i) for r, i in free if r in {"SUBJECT", "OBJECT"}]
    if len(ends) == 2:
        # Neither end is known: who does it, unless a role of it is known.
        return ends[:1]
    return ends or free


def _of_sort(bag: Bag, role: str, kinds: set[str], known: Vocabulary) -> bool:
    """Whether the end of a predicate takes just such things: what is fought is a crime."""
    ends = known.ends.get(bag.row["predicate"], (frozenset(), frozenset()))
    sort = ends[0] if role == "SUBJECT" else ends[1] if role == "OBJECT" else frozenset()
    return bool(sort) and kinds <= sort


@dataclass(slots=True)
class Weighed:
    """The statements around a question with how much of it each covers."""

    bags: dict[str, Bag]
    shares: dict[str, float]
    answering: set[str] | None = None

    def near(self, share: float) -> set[str]:
        """The statements that answer and cover at least so much."""
        return {
            k for k, v in self.shares.items()
            if v >= share and (self.answering is None or k in self.answering)
        }  # fmt: skip

    def keep(self, statements: set[str]) -> None:
        """Weighs only these from now on; the others keep what they cover."""
        self.answering = statements

    def top(self, statements: set[str] | None = None) -> float:
        return max(
            (
                v for k, v in self.shares.items()
                if (k in statements if statements is not None
                    else self.answering is None or k in self.answering)
            ),
            default=0.0,
        )  # fmt: skip


def _bearers(known: Vocabulary, unit: Unit) -> Ids:
    """Things whose name holds the name in the question, where they are few."""
    found = bearing(known, unit.light) if unit.light else ()
    return found if len(found) <= FEW_BEARERS else ()


def _for_things(frame: Frame, sought: Sought) -> bool:
    """Whether things answer, and no figure, date, truth or list of commitments."""
    if sought.of_kind:
        return True
    if isinstance(frame, Commitments):
        return bool(sought.asked.kinds or sought.asked.person)
    return not isinstance(frame, Figures | When | YesNo)


async def weigh(runner: Runner, sought: Sought) -> Weighed:
    documents = {d for u in sought.units for d in u.documents}
    things = tuple(i for i in sought.things if i not in documents) or tuple(documents)
    if not things:
        return Weighed({}, {})
    namesakes = (i for u in sought.units if u.kind == "thing" for i in _bearers(runner.known, u))
    of = tuple(dict.fromkeys((*things, *namesakes)))
    rows = await runner.rows("statements-on", of=of[:FEW_THINGS])
    bags = {r["statement"]: _bag(runner.known, r) for r in rows}
    return Weighed(bags, {k: weight(b, sought, runner.known) for k, b in bags.items()})


def open_units(frame: Frame, sought: Sought) -> list[Unit]:
    """The units of a question that a frame leaves out."""
    held = named_in(frame)
    left: list[Unit] = []
    for unit in sought.units:
        relation = unit.relation.all() if unit.relation is not None else frozenset()
        inside = bool(set(unit.ids) & held or set(unit.documents) & held or relation & held)
        if isinstance(frame, Commitments) and unit.kind == "relation":
            continue
        if not inside and unit.kind in {"thing", "part", "relation", "word", "number"}:
            left.append(unit)
    return left


def weighable(frame: Frame) -> bool:
    """Whether what a frame asks can be answered by single statements."""
    if isinstance(frame, Find):
        denied = any(p.negated for p in frame.patterns)
        return not (frame.naming or denied or frame.asked.member_of)
    if isinstance(frame, Unknown):
        return bool(frame.near) and not frame.closed
    if isinstance(frame, Commitments):
        return frame.deadline is None and frame.figure is None
    return isinstance(frame, Define | Figures | When | Where | YesNo)


def statements(result: Result) -> set[str]:
    """The statements that a result rests on."""
    found = {
        str(row["statement"])
        for tier in (result.stated, result.inferred)
        for one in tier.values()
        for row in one.rows
        if row.get("statement")
    }
    return found | {str(e) for v in result.values for e in v["evidence"]}


async def reconsider(runner: Runner, frame: Frame, sought: Sought) -> Result:
    """The result of a frame, or what covers more of the question."""
    result = runner.result
    if not weighable(frame) or not sought.units:
        return result
    left = open_units(frame, sought)
    other = sought.of_kind and isinstance(frame, Commitments | Figures | Define)
    if result.answered and not (left or other or isinstance(frame, Figures)):
        return result
    if result.answered and isinstance(frame, Find) and len(frame.patterns) > 1:
        # What fits several statements is not told by one.
        return result
    weighed = await weigh(runner, sought)
    if result.answered and _misses(result, weighed, left, sought, runner.known):
        result = Result(frame, result.runs)
    things = _for_things(frame, sought)
    if things:
        weighed.keep({k for k, b in weighed.bags.items() if _answers(b, sought, runner.known)})
    elif isinstance(frame, Figures):
        weighed.keep({k for k, b in weighed.bags.items() if b.row["figure"] is not None})
    elif isinstance(frame, When):
        weighed.keep({k for k, b in weighed.bags.items() if b.row["date"]})
    best = weighed.top()
    if best < ENOUGH:
        return result
    if result.answered and not other:
        now = _held(result, weighed, left, sought)
        if isinstance(frame, Commitments) and left and best >= ENOUGH:
            for statement in weighed.near(max(best - AMONG, SURE)):
                for commitment in weighed.bags[statement].row["commitments"]:
                    result.commitments.setdefault(commitment, None)
            return result
        if best < now + BETTER:
            return _narrowed(result, weighed, sought, runner.known) if left else result
    near = AMONG if isinstance(frame, Commitments) else NEAR
    chosen = weighed.near(max(best - near, ENOUGH))
    found = await _from(runner, frame, sought, weighed, chosen)
    if result.stated and not found.stated and not isinstance(frame, Define):
        # What is stated is not traded for what only follows.
        return result
    return found if found.answered else result


def _misses(
    result: Result, weighed: Weighed, left: list[Unit], sought: Sought, known: Vocabulary
) -> bool:
    """Whether a name that the frame leaves out is in nothing that it found."""
    names = [u for u in left if u.kind == "thing" and not u.documents]
    here = statements(result) & weighed.bags.keys()
    if not isinstance(result.frame, Find) or not names or not here:
        return False
    return any(max(covered(u, weighed.bags[s], sought, known) for s in here) < LEAST for u in names)


def _narrowed(result: Result, weighed: Weighed, sought: Sought, known: Vocabulary) -> Result:
    """Without what covers much less of the question, where words of it were left out."""
    if not isinstance(result.frame, Find) or not result.stated:
        return result
    here = statements(result) & weighed.bags.keys()
    shares = {s: weight(weighed.bags[s], sought, known, strict=False) for s in here}
    best = max(shares.values(), default=0.0)
    keep = {s for s, v in shares.items() if v >= best - APART}
    for tier in (result.stated, result.inferred):
        for iri, found in list(tier.items()):
            rows = [r for r in found.rows if r.get("statement") in keep]
            if rows and len(rows) < len(found.rows):
                tier[iri] = Found(iri)
                for row in rows:
                    tier[iri].add(row)
            elif not rows:
                del tier[iri]
    left = {c for tier in (result.stated, result.inferred) for f in tier.values() for r in f.rows
            for c in r.get("commitments") or ()}  # fmt: skip
    for commitment in set(result.commitments) - left:
        del result.commitments[commitment]
    return result


def _held(result: Result, weighed: Weighed, left: list[Unit], sought: Sought) -> float:
    if isinstance(result.frame, Define):
        return 1 - sum(u.weight for u in left) / sought.weight
    if isinstance(result.frame, Commitments):
        here = {
            k
            for k, b in weighed.bags.items()
            if set(b.row["commitments"]) & set(result.commitments)
        }
        return weighed.top(here)
    return weighed.top(statements(result))


async def _from(
    runner: Runner, frame: Frame, sought: Sought, weighed: Weighed, chosen: set[str]
) -> Result:
    """What the chosen statements answer, of the sort that the frame asks for."""
    result = Result(frame, runner.result.runs)
    if _for_things(frame, sought):
        result.frame = Find(sought.asked, sought.patterns)
        await _things(runner, result, sought, weighed, chosen)
        return result
    match frame:
        case Figures():
            await _figures(runner, result, weighed, chosen, frame)
        case When():
            await _dates(runner, result, weighed, chosen)
        case YesNo():
            await _truth(runner, result, sought, weighed, chosen)
        case Commitments():
            for statement in sorted(chosen):
                for commitment in weighed.bags[statement].row["commitments"]:
                    result.commitments.setdefault(commitment, None)
    return result


async def _things(
    runner: Runner, result: Result, sought: Sought, weighed: Weighed, chosen: set[str]
) -> None:
    by_end: dict[str, set[str]] = defaultdict(set)
    wanted: set[tuple[str, str]] = set()
    for statement in chosen:
        for role, iri in _answers(weighed.bags[statement], sought, runner.known):
            by_end[role].add(statement)
            wanted.add((statement, iri))
    asked = sought.asked
    for role, here in sorted(by_end.items()):
        rows = [weighed.bags[s].row for s in here]
        predicates = tuple(sorted({r["predicate"] for r in rows}))
        shared = {"without_kinds": joined(asked.without_kinds)}
        if role == "SUBJECT":
            of = tuple(sorted({r["object"] for r in rows}))
            found = await runner.rows("find", of=of, predicates=predicates, **shared)
        elif role == "OBJECT":
            of = tuple(sorted({r["subject"] for r in rows}))
            found = await runner.rows("find", of=of, inverse=predicates, **shared)
        else:
            of = tuple(sorted({r["subject"] for r in rows}))
            found = await runner.rows("find", of=of, inverse=predicates, asked=role, **shared)
        kept = [r for r in found if r["statement"] in here]
        direct = {r["answer"] for r in kept if (r["statement"], r["answer"]) in wanted}
        result.take(
            [
                r
                for r in kept
                if r["answer"] in direct
                or (r["rule"] is not None and _fits(runner.known, r["answer"], asked))
            ],
            without=frozenset((*asked.exclude, *sought.things)),
        )


def _fits(known: Vocabulary, iri: str, asked: Asked) -> bool:
    return not asked.kinds or bool(known.kinds(iri) & set(asked.kinds))


async def covers_names(runner: Runner, sought: Sought) -> bool:
    """Whether one statement holds all the names of a question, known or not."""
    return (await weigh(runner, sought)).top() > 0.0


async def _figures(
    runner: Runner, result: Result, weighed: Weighed, chosen: set[str], frame: Figures
) -> None:
    about = {weighed.bags[s].row["object"] for s in chosen}
    money = True if frame.money and not frame.fallback else None
    seen: set[str] = set()
    for iri in sorted(about):
        for row in await runner.rows("figures-about", about=(iri,), money=money):
            if row["statement"] in chosen and row["statement"] not in seen:
                seen.add(row["statement"])
                result.values.append(measuring.value(row))
                result.conflict = result.conflict or bool(row["conflicts"])
                for commitment in row["commitments"]:
                    result.commitments.setdefault(commitment, None)


async def _dates(runner: Runner, result: Result, weighed: Weighed, chosen: set[str]) -> None:
    for statement in sorted(chosen):
        row = weighed.bags[statement].row
        result.values.append(
            {"date": str(as_list(row["date"])[0]), "status": row["status"], "evidence": [statement]}
        )
        for commitment in row["commitments"]:
            result.commitments.setdefault(commitment, None)


async def _truth(
    runner: Runner, result: Result, sought: Sought, weighed: Weighed, chosen: set[str]
) -> None:
    """Yes only where all names stand in the statement itself, in the relation that is asked."""
    sure: set[str] = set()
    for statement in chosen:
        bag = weighed.bags[statement]
        asks = any(u.relation and u.relation.asks for u in sought.units)
        if not asks and _against(bag, sought) == "":
            continue
        if all(
            covered(u, bag, sought, runner.known) == 1.0
            for u in sought.units
            if u.kind in {"thing", "relation"}
        ):
            sure.add(statement)
    if not sure:
        return
    rows = [weighed.bags[s].row for s in sure]
    of = tuple(sorted({r["object"] for r in rows}))
    found = await runner.rows(
        "find", of=of, predicates=tuple(sorted({r["predicate"] for r in rows}))
    )
    kept = [r for r in found if r["statement"] in sure and r["answer"] == r["subject"]]
    result.take(kept)
    if kept:
        measuring.confirmed(runner, kept)
        result.values += runner.result.values
