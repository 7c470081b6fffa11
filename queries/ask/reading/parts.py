"""The linked items of one clause, sorted by the part they play: what the frames are filled from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from queries.ask.linking.items import Item, Linked
from queries.ask.words.affiliation import bodies_in_name
from queries.ask.words.vocabulary import Relation, Sense, Vocabulary

Ids = tuple[str, ...]
_RANK = {"label": 0, "acronym": 0, "alias": 1, "hidden": 2, "fuzzy": 3}


MATTERS = frozenset({"Theme", "CrimeType"})
"""Kinds of what texts treat of."""


@dataclass(slots=True)
class Clause:
    """Items of a clause with the words between; `prior` are the things of the clause before."""

    linked: Linked
    known: Vocabulary
    items: list[Item]
    loose: list[int]
    prior: Ids = ()
    unclear: list[tuple[Ids, str]] = field(default_factory=list)
    """Names in the place of an argument that fit several things."""

    def has(self, role: str) -> bool:
        return any(i.has(role) for i in self.items)

    def asks_state(self) -> bool:
        """`where do things stand with X`, `is X operational`: how far it has come."""
        opened = self.has("frame-yesno") or self.linked.question.rstrip().endswith("?")
        last = [i for i in self.items if not i.has("filler") and not i.has("pronoun")][-1:]
        asks = self.has("q-what") or self.asks_who()
        works = opened and not asks and any(i.has("works") for i in last)
        return self.has("frame-state") or works

    def place(self, item: Item) -> int:
        """Where an item stands, also after another reading of its words has taken its place."""
        return next(n for n, other in enumerate(self.items) if other.start == item.start)

    def sources(self) -> list[Item]:
        """Items that are or stand for source documents."""
        return [i for i in self.items if i.things and documents_of(self, i)]

    def asks_who(self) -> bool:
        """Whether a word for persons asks: by itself or inside a longer form (`qui était à`)."""
        words = self.linked.tokens
        return any(
            any("q-who" in self.known.roles_of(t.folded) for t in words[item.start : item.end])
            and (item.has("q-who") or not _asks_no_person(item))
            and not self._relative(at)
            for at, item in enumerate(self.items)
        )

    def _relative(self, at: int) -> bool:
        """`un engagement qui …`, `people who …` behind another word that asks: asks for nobody."""
        item, front = self.items[at], self.items[at - 1] if at else None
        if front is None or front.end != item.start or item.end != item.start + 1:
            return False
        if front.has("class") or front.has("frame-commitments"):
            return not front.things
        before = self.items[: at - 1]
        asked = any(i.has("q-object") or i.has("frame-define") for i in before) or (
            any(i.has("q-what") for i in before) and any(i.has("class") for i in before)
        )
        # `number of migrants who …`, `victims who …`: those that another word asks about.
        counted = any(i.has("frame-count") for i in before) and not self.comma(front, item)
        return (asked and front.has("folk")) or (counted and bool(front.things))

    def all(self, role: str) -> list[Item]:
        return [i for i in self.items if i.has(role)]

    def first(self, role: str) -> Item | None:
        return next(iter(self.all(role)), None)

    def before(self, item: Item) -> Item | None:
        """The item in front, articles and pronouns left out."""
        at = self.place(item)
        for other in reversed(self.items[:at]):
            if not only_weak(other) or is_preposition(other):
                return other
        return None

    def preposition(self, item: Item) -> str:
        """The role of the preposition in front: in, of, by, with, according or nothing."""
        at = self.place(item)
        joined = False
        for other in reversed(self.items[:at]):
            if self.gap(other, item):
                return ""
            for role in ("according", "by", "about", "for", "to", "as", "in", "of", "with"):
                if other.has(role) and not other.things:
                    return role
            if other.things and other is not item and (joined or self._listed(other, item)):
                # `in A and B`, `in A, B and C`.
                return self.preposition(other)
            joined = other.has("and")
            if not only_weak(other) and not (other.has("both") and not other.things):
                return ""
        return ""

    def part_of(self, item: Item) -> bool:
        """`protocols to X`, `protocoles à X`: behind the preposition stands a whole, no place."""
        area = any("Area" in self.known.kinds(i) for i in item.things)
        front = self.preposition(item)
        return front in {"of", "to"} or (front == "in" and not area)

    def opens(self, item: Item) -> frozenset[str]:
        """The roles of the first word of a longer form: `to` of `to whom`."""
        if item.end - item.start < 2:
            return frozenset()
        first = self.linked.tokens[item.start]
        return self.known.roles_of(first.folded)

    def _listed(self, left: Item, right: Item) -> bool:
        """Two places, or two actors, with nothing but a comma between them."""
        alike = any(
            all(any(kind in self.known.kinds(t) for t in i.things) for i in (left, right))
            for kind in ("Area", "Actor")
        )
        return alike and left.end == right.start and self.comma(left, right)

    def comma(self, left: Item, right: Item) -> bool:
        """Whether a comma stands right between two items, or between one and its preposition."""
        tokens = self.linked.tokens
        return "," in self.linked.question[tokens[left.end - 1].end : tokens[right.start].start]

    def gap(self, left: Item, right: Item) -> bool:
        """Whether content words that nothing covers stand between."""
        return any(left.end <= i < right.start for i in self.loose)

    def span(self, item: Item) -> str:
        return self.linked.span(item)

    def stems(self, item: Item) -> frozenset[str]:
        return frozenset(
            t.light
            for t in self.linked.tokens[item.start : item.end]
            if t.folded not in self.known.weak
        )


def _asks_no_person(item: Item) -> bool:
    """A little word, or a form that asks for anything though it holds `qui`: `qu'est-ce qui`."""
    return item.has("filler") or item.has("q-what") or item.has("q-object")


_WEAK = frozenset(
    {
        "filler",
        "article",
        "indefinite",
        "of",
        "in",
        "by",
        "via",
        "with",
        "and",
        "about",
        "for",
        "to",
        "as",
        "pronoun",
        "folk",
        "modal",
        "duty",
        "light",
        "q-where",
    }
)
_PREPOSITIONS = frozenset({"of", "in", "by", "with", "about", "for", "to", "as", "according"})


def only_weak(item: Item) -> bool:
    return item.roles <= _WEAK


def is_preposition(item: Item) -> bool:
    return item.has_any(*_PREPOSITIONS)


def best(clause: Clause, item: Item) -> Ids:
    """The things of an item by the best way in which one matched."""
    senses = [s for s in item.senses if s.role == "thing"]
    if not senses:
        return ()
    top = min(_RANK.get(s.match, 1) for s in senses)
    exact = [s for s in senses if _RANK.get(s.match, 1) == top or s.match == "alias"]
    return tuple(dict.fromkeys(i for s in exact for i in s.ids))


def one_word(item: Item) -> bool:
    """A single word of a longer name: it may be meant as a word, and not as that name."""
    return bool(item.things) and item.part and item.end - item.start == 1


def documents_of(clause: Clause, item: Item) -> Ids:
    """The source documents that an item is or stands for."""
    known = clause.known
    things = item.things
    found = [i for i in things if i in known.documents]
    single = item.end - item.start == 1
    place = any("Place" in known.kinds(i) for i in things)
    if item.part and not place and (single or len(found) < len(things)):
        # A word that some titles share names no source.
        return ()
    found += [d for i in things for d in known.metonyms.get(i, ((), ()))[0]]
    return tuple(dict.fromkeys(found))


def events_of(clause: Clause, item: Item) -> Ids:
    known = clause.known
    found = [i for i in item.things if "Event" in known.kinds(i)]
    found += [e for i in item.things for e in known.metonyms.get(i, ((), ()))[1]]
    return tuple(dict.fromkeys(found))


def fitting(known: Vocabulary, ids: Iterable[str], classes: frozenset[str]) -> Ids:
    """Those of the things that have one of the classes (any, where none are asked)."""
    ids = tuple(ids)
    return ids if not classes else tuple(i for i in ids if known.kinds(i) & classes)


def object_classes(known: Vocabulary, relation: Relation) -> frozenset[str]:
    """Classes of what follows the relation word; empty where any may."""
    return _classes(
        known, (*relation.predicates, *relation.when), (*relation.inverse, *relation.when_inverse)
    )


def _classes(known: Vocabulary, forward: Ids, backward: Ids) -> frozenset[str]:
    sets = [known.ends.get(p, (frozenset(), frozenset()))[1] for p in forward]
    sets += [known.ends.get(p, (frozenset(), frozenset()))[0] for p in backward]
    return frozenset() if not sets or not all(sets) else frozenset().union(*sets)


def narrow(known: Vocabulary, relation: Relation, ids: Ids) -> Relation:
    """The relation without the predicates that the known things cannot stand in."""
    kinds = frozenset().union(*(known.kinds(i) for i in ids)) if ids else frozenset()

    def fits(predicate: str, end: int) -> bool:
        classes = known.ends.get(predicate, (frozenset(), frozenset()))[end]
        return not classes or not kinds or bool(classes & kinds)

    kept = Relation(
        tuple(p for p in relation.predicates if fits(p, 1)),
        tuple(p for p in relation.inverse if fits(p, 0)),
        tuple(p for p in relation.when if fits(p, 1)),
        tuple(p for p in relation.when_inverse if fits(p, 0)),
        relation.role, relation.asks, relation.status, relation.detail, relation.open,
    )  # fmt: skip
    return kept if kept.all() else relation


def settle(clause: Clause, item: Item, classes: frozenset[str] = frozenset()) -> Ids:
    """The things meant by an item: by classes wanted, by the other things, by how it matched."""
    known = clause.known
    things = best(clause, item)
    if refined := _refined(clause, item):
        return refined
    events = events_of(clause, item) if "Event" in classes else ()
    if not fitting(known, things, classes) and (there := fitting(known, events, classes)):
        return _one_event(clause, item, there)
    fits = fitting(known, things, classes) or fitting(known, item.things, classes)
    here = fitting(known, events, frozenset({"Event"}))
    place = all("Area" in known.kinds(i) or i in known.documents for i in fits)
    if fits and here and place and not item.part:
        # A place may be meant as such, or as what took place there.
        return (*fits[:1], *_one_event(clause, item, here))
    things = fits or things
    if len(things) > 1 and "Event" in classes and all("Event" in known.kinds(i) for i in things):
        order = [e for _, events in known.metonyms.values() for e in events]
        return _one_event(
            clause, item, tuple(sorted(things, key=lambda e: order.index(e) if e in order else 99))
        )
    if len(things) > 1:
        others = frozenset(
            s
            for other in clause.items
            if other is not item and other.things
            for s in clause.stems(other)
        )
        near = [i for i in things if known.stems_of(i) & others] or [
            # `Nigeria` and `Nigerian` begin alike.
            i for i in things
            if {n[:6] for n in known.stems_of(i) - clause.stems(item)} & {o[:6] for o in others}
        ]  # fmt: skip
        if not near:
            # `the EU and its Member States`: those in whose name the other is.
            beside = {t for o in clause.items if o is not item for t in best(clause, o)}
            near = [i for i in things if beside and bodies_in_name(known, i) & beside]
        if near and len(near) < len(things):
            things = tuple(near)
    if len(things) > 1:
        plain = [i for i in things if "Document" not in known.kinds(i)]
        named = [i for i in things if not item.part and i not in known.documents]
        if item.part and plain:
            things = tuple(plain)
        elif named:
            things = tuple(named)
    return things


def _one_event(clause: Clause, item: Item, events: Ids) -> Ids:
    """Of several events in a place the one whose name shares most words with the question."""
    words = {t.light for t in clause.linked.tokens if t.folded not in clause.known.weak}
    scored = sorted(events, key=lambda e: -len(clause.known.stems_of(e) & words))
    return tuple(scored[:1])


def _refined(clause: Clause, item: Item) -> Ids:
    """A longer name made of this one and of another thing of the clause: `its liaison officers`."""
    known = clause.known
    stems = clause.stems(item)
    if len(stems) < 2:
        return ()
    others = {i for o in clause.items if o is not item for i in o.things} - set(item.things)
    found: dict[str, None] = {}
    for number in _bearing_all(known, stems, FEW_NAMES) if others else ():
        named = known.names[number]
        extra = named.stems - stems
        if not extra or len(extra) > 2 or named.iri in item.things:
            continue
        for sense in known.light.get(" ".join(sorted(extra)), ()):
            if not others.isdisjoint(sense.ids) and not set(sense.ids) & set(item.things):
                found[named.iri] = None
    return tuple(found) if len(found) == 1 else ()


def bearing(known: Vocabulary, stems: frozenset[str]) -> Ids:
    """Things one of whose names holds all these stems."""
    return tuple(sorted({known.names[n].iri for n in _bearing_all(known, stems)}))


def _bearing_all(known: Vocabulary, stems: frozenset[str], most: int = 2_000) -> list[int]:
    """The names that hold all these stems, found from the rarest of them; none where even that is
    in so many names that it tells nothing."""
    rarest = min((known.postings.get(s, []) for s in stems), key=len, default=[])
    if len(rarest) > most:
        return []
    return [n for n in rarest if stems <= known.names[n].stems]


FEW_NAMES = 100
"""Names that share two words, among which a longer one is looked for."""


def sense_ids(items: Iterable[Item], role: str) -> Ids:
    return tuple(
        dict.fromkeys(i for item in items for s in item.senses if s.role == role for i in s.ids)
    )


def merge(senses: Iterable[Sense]) -> Ids:
    return tuple(dict.fromkeys(i for s in senses for i in s.ids))
