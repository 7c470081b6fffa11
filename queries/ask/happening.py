"""Whether an event took place: what the texts report, or only announce.

`did the workshop take place`: a text that only plans it does not say so. The answer is then no,
with what is planned and for when; that it was held is told by what is reported of it.
"""

from __future__ import annotations

from queries.ask import dating, measuring
from queries.ask.claims import turned_verbs
from queries.ask.frames import Happened, Ids, When
from queries.ask.parts import Clause, fitting, settle
from queries.ask.runner import Runner

_OTHER = ("q-what", "q-where", "q-object", "frame-when", "frame-count", "frame-commitments", "or")


def happened(clause: Clause) -> Happened | None:
    """The event of which it is asked whether it took place, or nothing."""
    mark = clause.linked.question.rstrip().endswith("?")
    opened = clause.has("frame-yesno") or clause.has("perfect") or mark or turned_verbs(clause)
    if not clause.has("happened") or not opened or clause.asks_who() or clause.loose:
        return None
    if any(i.has(role) and not i.has("filler") for i in clause.items for role in _OTHER):
        return None
    event = frozenset({"Event"})
    found = [fitting(clause.known, settle(clause, i, event), event)
             for i in clause.items if i.things]  # fmt: skip
    of: Ids = tuple(dict.fromkeys(i for ids in found for i in ids))
    return Happened(of) if len(of) == 1 else None


async def run(runner: Runner, frame: Happened) -> None:
    """Yes where anything of the event is reported; no where it is only planned."""
    result = runner.result
    rows = await runner.rows("find", of=frame.of)
    about = [r for r in rows if r["subject"] in frame.of or r["object"] in frame.of]
    await dating.when(runner, When(frame.of))
    dates = result.values
    result.values = []
    facts = [r for r in about if r["status"] == "actual" and r["tier"] == "stated"]
    told = facts or about
    evidence = sorted({str(e) for v in dates for e in v["evidence"]}) or sorted(
        {str(e) for r in told for e in r["evidence"]}
    )
    if not told:
        return
    for row in await runner.rows("where-named", of=frame.of):
        result.take([{**row, "tier": "stated"}])
    if facts:
        result.values = [
            {"boolean": True, "status": "actual", "certainty": "stated", "evidence": evidence}
        ]
    else:
        measuring.denied(runner, evidence, sorted({str(r["status"]) for r in about})[0])
    result.values += dates
