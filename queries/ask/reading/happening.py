"""Whether an event took place: what the texts report, or only announce.

`did the workshop take place`: a text that only plans it does not say so. The answer is then no,
with what is planned and for when; that it was held is told by what is reported of it.
"""

from __future__ import annotations

from queries.ask.reading.claims import turned_verbs
from queries.ask.reading.frames import Happened, Ids
from queries.ask.reading.parts import Clause, fitting, settle

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
