"""`who signed X, and which of them are states`: a second question that narrows the first."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item, Linked
from queries.ask.reading.frames import Asked, Define, Find, Frame
from queries.ask.reading.parts import Clause


def of_those(linked: Linked) -> bool:
    """`of those who signed X, which are states`: what stands in front is no question of its own."""
    first, *rest = linked.items[:4] or (None,)
    led = first is not None and not first.things and (first.has("of") or first.has("with"))
    return led and any(i.has("folk") for i in rest)


def narrowed(clause: Clause, first: Frame | None, frame: Frame) -> Frame | None:
    """What both questions ask for, where the second asks which of those of the first."""
    if isinstance(frame, Define) and frame.listed:
        # `which of them are African`: those who belong to it.
        frame = Find(Asked(member_of=frame.of))
    if not isinstance(first, Find) or not isinstance(frame, Find) or not _of_them(clause):
        return None
    one, two = first.asked, frame.asked
    asked = Asked(
        two.kinds or one.kinds,
        (*one.without_kinds, *two.without_kinds),
        (*one.among, *two.among),
        tuple(dict.fromkeys((*one.member_of, *two.member_of))),
        tuple(dict.fromkeys((*one.related_to, *two.related_to))),
        tuple(dict.fromkeys((*one.exclude, *two.exclude))),
        (*one.apart, *two.apart),
        one.person and not two.kinds,
        two.period or one.period,
        two.named if two.kinds else one.named,
        two.wider if two.kinds else one.wider,
        two.sort if two.kinds else one.sort,
    )
    patterns = (*first.patterns, *(p for p in frame.patterns if p not in first.patterns))
    return replace(first, asked=asked, patterns=patterns, naming=(*first.naming, *frame.naming))


def alone(clause: Clause) -> bool:
    """Whether only the second is asked: nothing joins it to the first."""
    at = next(n for n, i in enumerate(clause.linked.items) if i.start == clause.items[0].start)
    return at > 0 and not clause.linked.items[at - 1].has("and")


def _of_them(clause: Clause) -> bool:
    """`lesquels`, `which of them`, or `which` behind `of those who …`."""
    opening: list[Item] = clause.items[:3]
    asks = bool(opening) and any(s.role.startswith("q-") for s in opening[0].senses)
    told = any(i.has("these") or (i.has("among") and not i.things) for i in opening)
    return asks and (told or of_those(clause.linked))
