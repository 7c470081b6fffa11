"""A verb with its object as the name of a matter: `to protect victims`, `to manage migration`."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from queries.ask.linking.items import Item
from queries.ask.reading.asked import asked
from queries.ask.reading.frames import Find, Frame, Ids, Pattern
from queries.ask.reading.parties import FEW
from queries.ask.reading.parts import Clause, bearing, only_weak, settle
from queries.ask.reading.relations import closed_relation
from queries.ask.reading.sought import named_in
from queries.ask.words import text

SHORTEST = 4
"""Letters of a stem by which a word is known."""


def as_matter(clause: Clause) -> Frame | None:
    """What has the matter as its function, or acts against it, of the kind that is asked for."""
    serves = closed_relation(clause, "purpose of things", "purpose")
    if serves is None:
        return None
    loose = [Item(at, at + 1, ()) for at in clause.loose]
    words = sorted([*loose, *(i for i in clause.items if not only_weak(i))], key=lambda i: i.start)
    for verb, noun in pairwise(words):
        said = verb.relation if not verb.things else None
        acts = not verb.senses or (said is not None and bool(said.all() or said.role))
        matters = _matters(clause, verb, noun) if acts else ()
        if not matters:
            continue
        what = asked(clause, verb.start)
        if not (what.kinds or what.person):
            continue
        if any(at not in range(verb.start, noun.end) for at in clause.loose):
            # Another word that nothing covers may say which of them.
            return None
        held = named_in(Find(what))
        rest = [i for i in clause.items if i.things and i.start != noun.start]
        also = [settle(clause, i)[:1] for i in rest if not set(i.things) & held]
        return Find(what, (Pattern(serves, matters, also=tuple(t for of in also for t in of)),))
    return None


def _matters(clause: Clause, verb: Item, noun: Item) -> Ids:
    """The themes in whose name both words stand, or that the noun is by itself."""
    known = clause.known
    if noun.senses and not (noun.things or noun.has("label-word")):
        return ()
    plain = tuple(i for i in settle(clause, noun) if "Theme" in known.kinds(i))
    if plain and not noun.part and verb.senses:
        return plain[:1]
    tokens = clause.linked.tokens[verb.start : verb.end]
    said = {t.heavy for t in tokens if t.folded not in known.weak}
    stems = clause.stems(noun)
    found = []
    for iri in bearing(known, stems) if stems and said else ():
        names = {w for name in known.spellings.get(iri, ()) for w in text.words(name)}
        if "Theme" in known.kinds(iri) and all(any(map(_begins(s), names)) for s in said):
            found.append(iri)
    return tuple(found) if len(found) <= FEW else ()


def _begins(stem: str) -> Callable[[str], bool]:
    """`protect` and `protection` are one word: the shorter begins the longer."""
    return lambda word: len(stem) >= SHORTEST and word.startswith(stem)
