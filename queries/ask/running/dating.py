"""Dates: from the statements that name things to the days that they give."""

from __future__ import annotations

from typing import Any

from graph.port import Row
from queries.ask.reading.frames import Ids, When
from queries.ask.running.runner import Runner
from queries.ask.words.vocabulary import Vocabulary
from queries.ids import as_list

_OPEN: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def _date_tries(known: Vocabulary, frame: When) -> list[dict[str, Any]]:
    """All things with the verb, all together, then one by one: events and texts first."""
    events = all("Event" in known.kinds(i) for i in frame.of)
    said = {"predicates": frame.predicates} if frame.predicates and not events else {}
    tries: list[dict[str, Any]] = [{"of": frame.of, **said}, {"of": frame.of}]
    if frame.strict:
        return tries[:1]
    if len(frame.of) > 1:
        rank = {"Event": 0, "Text": 1}
        ranked = [
            (min((rank[k] for k in known.kinds(i) if k in rank), default=2), i) for i in frame.of
        ]
        tries += [{"of": (i,)} for n, i in sorted(ranked, key=lambda r: r[0]) if n < len(rank)]
        if said:
            # What stands in front does many things: it says no date by itself.
            tries += [{"of": (i,), **said} for i in frame.of[:0:-1]]
        tries += [{"of": (i,)} for n, i in ranked if n == len(rank)]
    return tries


def _own_dates(known: Vocabulary, of: Ids, rows: list[Row]) -> list[Row]:
    """Of an event or a text its dates; what else is named has dates of anything, so only one."""
    if any(known.kinds(i) & {"Event", "Text"} for i in of):
        return rows
    return rows if len({str(r["date"]) for r in rows}) == 1 else []


async def when(runner: Runner, frame: When) -> None:
    """Dates of statements that name the things; of a text without one, of where it was adopted."""
    rows: list[Row] = []
    for one in _date_tries(runner.known, frame):
        rows = await runner.rows("dates", document=frame.documents, **one)
        if len(frame.of) > len(one["of"]) and "predicates" not in one:
            rows = _own_dates(runner.known, one["of"], rows)
        if rows:
            break
    if not rows and len(frame.of) == 1 and not frame.strict:
        events = await runner.rows("find", of=frame.of, kinds="Event")
        told = [r for r in events if r["subject"] in frame.of]
        known_ends = runner.known.ends
        # Where it was adopted or made, not what it only cites.
        there = [r for r in told if "Event" in known_ends.get(r["predicate"], _OPEN)[1]] or told
        for event in sorted({r["answer"] for r in there}):
            rows += await runner.rows("dates", of=(event,))
    ends = [r for r in rows if r["place"] != "role"] or rows
    best = [r for r in ends if r["certainty"] == "stated"] or ends
    seen: dict[tuple[str, str | None], list[Row]] = {}
    for row in best:
        day = str(as_list(row["date"])[0])
        seen.setdefault((day, row["until"]), []).append(row)
    for (day, until), group in sorted(seen.items(), key=lambda p: (-len(p[1]), p[0][0])):
        runner.result.values.append(
            {
                "date": day,
                **({"to": str(until)} if until else {}),
                "status": group[0]["status"],
                "evidence": sorted({e for r in group for e in r["evidence"]}),
            }
        )
        for row in group:
            for commitment in row["commitments"]:
                runner.result.commitments.setdefault(commitment, None)
