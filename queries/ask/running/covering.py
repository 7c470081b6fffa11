"""What can be found in a statement, and how much of a question it covers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from graph.port import Row
from queries.ask.reading.frames import (
    Ids,
)
from queries.ask.reading.parts import bearing
from queries.ask.reading.sought import Sought, Unit, stems_of
from queries.ask.running import measuring
from queries.ask.running.runner import Runner
from queries.ask.words.affiliation import bodies_in_name
from queries.ask.words.vocabulary import Relation, Vocabulary
from queries.ids import as_list

FEW_BEARERS, FEW_THINGS = 12, 60
"""Things with a name in their name, and things whose statements are read."""


STANDS = 0.8


NAMED = 0.6
"""How much of a name must be covered: to stand near by is enough, to be absent is not."""


LIKE = 0.6
"""How well a word is covered by another that says the same."""


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
        if any(not bodies_in_name(known, i).isdisjoint(unit.ids) for i in bag.ids):
            # `UN Security Council resolution`: by its acronym in the name of another thing.
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
        if _to_be_done(relation, str(row["status"]), sought, known):
            return 0.9
        if relation.asks and any(role == relation.asks for role, _ in bag.ends):
            return 0.9
        # A word of another thing's name, or of the paragraph, does not make the relation.
        own = _text_stems(tuple(sorted(map(str, as_list(row["words"])))))
        said = bool(unit.stems) and all(known.alike(stem) & own for stem in unit.stems)
        return 0.85 if said else 0.3 * _in_text(unit.stems, bag)
    if unit.kind == "class" and any(known.kinds(i) & set(unit.ids) for i in bag.ids):
        return 1.0
    # What a word says may be said by another, less surely: `stuck` for `stalled`.
    spoken = frozenset(min(known.alike(s) & bag.words, default=s) for s in unit.stems)
    return max(_in_text(unit.stems, bag), LIKE * _in_text(spoken, bag))


def _to_be_done(relation: Relation, status: str, sought: Sought, known: Vocabulary) -> bool:
    """`who must train X`: beside another verb, a word that only says that it is to be done."""
    must, promised = known.one("who must", "relation"), known.one("promised", "status")
    verbs = [u.relation for u in sought.units if u.relation is not None]
    modal = must is not None and relation == must.relation and len(verbs) > 1
    return modal and promised is not None and status in promised.ids


def _acted_on(sought: Sought, known: Vocabulary) -> list[set[str]]:
    """`who supports the declaration`: texts that a verb acts on, not those that say so."""
    return [
        set(p.of) & set(known.documents)
        for p in sought.patterns
        if p.relation.predicates and not p.either
    ]


def weight(bag: Bag, sought: Sought, known: Vocabulary, *, strict: bool = True) -> float:
    """The share of the question that a statement covers; strictly 0 where a name is absent."""
    if not sought.units:
        return 0.0
    if strict and any(acted and not bag.ids & acted for acted in _acted_on(sought, known)):
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


def direction(bag: Bag, sought: Sought) -> str | None:
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


def answers(bag: Bag, sought: Sought, known: Vocabulary) -> list[tuple[str, str]]:
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
        spoken = {p for u in sought.units if u.relation for p in u.relation.all()}
        free = [
            (r, i) for r, i in free
            if known.kinds(i) & kinds
            or (bag.row["predicate"] in spoken and _of_sort(bag, r, kinds, known))
        ]  # fmt: skip
    elif sought.where:
        free = [(r, i) for r, i in free if known.kinds(i) & _AREAS]
    elif sought.asked.person:
        who = known.one("who", "q-who")
        actors = set(who.ids) if who else {"Actor"}
        free = [(r, i) for r, i in free if known.kinds(i) & actors]
    must = known.one("who must", "relation")
    asked = must is not None and must.relation and bag.row["predicate"] in must.relation.all()
    mutual = _mutual(bag.row["predicate"], sought)
    if not asked and not mutual:
        # Whom a request is addressed to is its subject.
        free = [(r, i) for r, i in free if r in sought.ends or r not in {"SUBJECT", "OBJECT"}]
    end = direction(bag, sought)
    if end == "":
        return []
    if end is not None:
        said = [(r, i) for r, i in free if r == end]
        free = said or [(r, i) for r, i in free if r not in {"SUBJECT", "OBJECT"}]
    ends = [(r, i) for r, i in free if r in {"SUBJECT", "OBJECT"}]
    if len(ends) == 2:
        # Neither end is known: who does it, or both, where they do it together.
        return ends if mutual else ends[:1]
    return ends or free


def _mutual(predicate: str, sought: Sought) -> bool:
    """Whether the word for it says the same in both directions: to cooperate."""
    said = [u.relation for u in sought.units if u.relation and predicate in u.relation.all()]
    return any(predicate in r.predicates and predicate in r.inverse for r in said)


_AKIN = (
    frozenset(
        {"Text", "LegalInstrument", "Capability", "Mechanism", "MechanismClass", "Programme",
         "InformationSystem", "PolicyProcess", "Fund", "FundingPackage"}
    ),
    frozenset(
        {"Agency", "EUBody", "Force", "IntergovernmentalOrganisation", "Mission", "Network",
         "NationalService", "Office", "OrganisationBody", "UNEntity"}
    ),
    frozenset({"Theme", "CrimeType", "Capability"}),
    frozenset({"State", "CountryClass"}),
)  # fmt: skip
"""Kinds that people do not tell apart: an instrument may be a text or a procedure."""

_TEXTS = frozenset({"Text", "LegalInstrument"})

_SPOKEN = _TEXTS | {"PolicyProcess", "Capability", "Programme"}
"""What is written down; who asks for a mechanism asks for no text."""


def akin(sought: Sought) -> Sought | None:
    """The same question for all kinds akin to the one asked for; nothing where there are none."""
    kinds = set(sought.asked.kinds)
    apart = frozenset() if kinds & _SPOKEN else _TEXTS
    wider = next((sorted((a | kinds) - apart) for a in _AKIN if kinds and kinds <= a), None)
    return replace(sought, asked=replace(sought.asked, kinds=tuple(wider))) if wider else None


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


async def weigh(runner: Runner, sought: Sought) -> Weighed:
    documents = {d for u in sought.units for d in u.documents}
    told = (i for u in sought.units if u.kind != "class" and not u.documents for i in u.ids)
    things = tuple(dict.fromkeys(i for i in told if i not in documents)) or tuple(documents)
    if not things:
        return Weighed({}, {})
    namesakes = (i for u in sought.units if u.kind == "thing" for i in _bearers(runner.known, u))
    of = tuple(dict.fromkeys((*things, *namesakes)))
    rows = await runner.rows("statements-on", of=of[:FEW_THINGS])
    bags = {r["statement"]: _bag(runner.known, r) for r in rows}
    return Weighed(bags, {k: weight(b, sought, runner.known) for k, b in bags.items()})


def on_all(bag: Bag, sought: Sought) -> bool:
    """Whether what is named stands in the statement or in its commitment, not only near by."""
    here = bag.ids | set(bag.row["concerns"])
    return all(here & set(u.ids) for u in sought.units if u.kind == "thing" and not u.documents)
