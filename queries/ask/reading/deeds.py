"""`commitments on funding`: what commitments are about, said by a noun for a relation."""

from __future__ import annotations

from queries.ask.linking.items import Item
from queries.ask.reading.frames import Deed
from queries.ask.reading.parties import FEW
from queries.ask.reading.parts import MATTERS, Clause, bearing, only_weak


def deed(clause: Clause) -> Deed | None:
    """The relation that the commitments are to tell, where it stands for a matter: behind a word
    for `about`, or behind a verb that says what a text treats of."""
    promised = clause.first("frame-commitments") or clause.first("status")
    if promised is None:
        return None
    for item in clause.items:
        said = item.verb
        if item.start < promised.end or item.things or said is None:
            continue
        if not (said.all() or said.role) or item.has("frame-commitments") or item.has("status"):
            continue
        if clause.preposition(item) == "about" or _treated(clause, item):
            words = clause.linked.tokens[item.start : item.end]
            stems = {t.heavy for t in words if t.folded not in clause.known.weak}
            themes = bearing(clause.known, clause.stems(item)) if stems else ()
            themes = tuple(i for i in themes if "Theme" in clause.known.kinds(i))
            return Deed(said, tuple(sorted(stems)), themes if len(themes) <= FEW else ())
    return None


def _treated(clause: Clause, item: Item) -> bool:
    """`commitments that concern funding`."""
    front = [i for i in clause.items[: clause.place(item)] if not only_weak(i)]
    verb = front[-1].relation if front and not front[-1].things else None
    if verb is None:
        return False
    matters = [clause.known.ends.get(p, (frozenset(), frozenset()))[1] for p in verb.predicates]
    return bool(matters) and any(ends & MATTERS for ends in matters)
