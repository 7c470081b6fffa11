"""Which event is meant, and whether it took place: what the texts report, or only announce.

`did the workshop take place`: a text that only plans it does not say so. The answer is then no,
with what is planned and for when; that it was held is told by what is reported of it.
"""

from __future__ import annotations

from queries.ask.linking.items import Item
from queries.ask.reading.asked import period
from queries.ask.reading.claims import turned_verbs
from queries.ask.reading.frames import Choose, Happened, Ids
from queries.ask.reading.parts import Clause, bearing, events_of, fitting, settle

_OTHER = ("q-what", "q-where", "q-object", "frame-when", "frame-count", "frame-commitments", "or")


def happened(clause: Clause) -> Happened | None:
    """The event of which it is asked whether it took place, or nothing."""
    mark = clause.linked.question.rstrip().endswith("?")
    opened = clause.has("frame-yesno") or clause.has("perfect") or mark or turned_verbs(clause)
    if not clause.has("happened") or not opened or clause.asks_who() or clause.loose:
        return None
    if any(i.has(role) and not i.has("filler") for i in clause.items for role in _OTHER):
        return None
    if clause.items[0].has("q-where"):
        # `Ou s'est tenue la réunion`: at the start no `or`, with or without its accent.
        return None
    event = frozenset({"Event"})
    found = [fitting(clause.known, settle(clause, i, event), event)
             for i in clause.items if i.things]  # fmt: skip
    of: Ids = tuple(dict.fromkeys(i for ids in found for i in ids))
    return Happened(of) if len(of) == 1 else None


def which_event(clause: Clause) -> Choose | None:
    """`the meeting in X`, where several were held there and nothing says which one is meant."""
    if period(clause):
        return None
    for item in clause.items:
        place = all(clause.known.kinds(i) & {"Area", "Place"} for i in item.things)
        events = events_of(clause, item) if item.things and place else ()
        kind = _one_of_them(clause, item) if len(events) > 1 else None
        if kind is None:
            continue
        tokens = clause.linked.tokens
        inside = {*range(kind.start, kind.end), *range(item.start, item.end)}
        words = {t.light for n, t in enumerate(tokens) if n not in inside}
        words -= clause.known.weak
        called = bearing(clause.known, clause.stems(kind))
        own = clause.known.stems_of(item.things[0])
        told = [i for i in events if (clause.known.stems_of(i) - own) & words]
        if told or len(set(events) & set(called)) == 1:
            return None
        low, high = sorted((kind, item), key=lambda i: i.start)
        span = clause.linked.question[tokens[low.start].start : tokens[high.end - 1].end]
        return Choose(events, span)
    return None


def _one_of_them(clause: Clause, place: Item) -> Item | None:
    """The word for an event beside a place, where one is spoken of: `the meeting in X`."""
    for at, item in enumerate(clause.items):
        if item.things or set(item.classes) != {"Event"}:
            continue
        front = clause.items[at - 1] if at else None
        asked = front is not None and (front.has("q-what") or front.has("frame-count"))
        several = clause.linked.tokens[item.end - 1].folded[-1:] in {"s", "x"}
        apart = max(item.start, place.start) - min(item.end, place.end)
        if not asked and not several and apart <= FARTHEST:
            return item
    return None


FARTHEST = 3
"""Little words between an event and its place: `réunion de N'Djamena`."""
