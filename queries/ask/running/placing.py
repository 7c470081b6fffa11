"""Run the frame Where: the places of a thing, or those where what is said of it holds."""

from __future__ import annotations

from dataclasses import replace

from graph.port import Row
from queries.ask.reading.frames import Asked, Find, Ids, Pattern, Where
from queries.ask.running.matching import making, one_pattern
from queries.ask.running.runner import Runner
from queries.ask.running.seeking import through_events
from queries.ask.words.vocabulary import Relation

_WHEREVER = ("Area", "Group")
"""A place, or a group of countries that a text gives in place of a list."""

_NOBODYS = frozenset({"NationalService", "TargetGroup", "Office"})

_WHOLE = frozenset({"partOf"})
"""What a thing is part of is where it is, but not where something was done to it."""


async def where(runner: Runner, frame: Where) -> None:
    """The places of a thing: where it is or met, what it covers, where what is said holds."""
    known = runner.known
    there = (
        next((s.relation for s in known.full.get("where", ()) if s.relation), None) or Relation()
    )
    kinds = frame.asked.kinds or _WHEREVER
    seat = known.one("seat", "seat")
    if kinds == ("Place",) and seat is not None and seat.relation is not None:
        # A town is where something sits or is held, and nothing that it covers.
        there = seat.relation
    relation = frame.relation
    tries: list[tuple[Relation, Ids]] = []
    own = Relation(inverse=tuple(p for p in relation.predicates if p in there.inverse))
    if own.inverse:
        tries.append((own, ()))
    done = relation.predicates and not set(relation.all()) & set(there.inverse)
    inside = tuple(p for p in there.inverse if not done or p.rpartition("#")[2] not in _WHOLE)
    tries.append((Relation(inverse=inside), frame.also))
    tries.append((Relation(inverse=inside), ()))
    for predicates, also in tries:
        asked = Asked(kinds=kinds, without_kinds=frame.asked.without_kinds)
        rows = await one_pattern(
            runner, Pattern(predicates, frame.of, also, documents=frame.documents), asked, kinds
        )
        # Services and those who are served are no place.
        rows = [r for r in rows if known.kinds(r["answer"]).isdisjoint(_NOBODYS)]
        if rows:
            break
    else:
        if await _at_events(runner, frame):
            return
        if own.inverse:
            # `where is X housed`: within what, be it a place or not.
            whole = Pattern(own, frame.of, documents=frame.documents)
            rows = await one_pattern(runner, whole, Asked(), ())
        rows = rows or await _as_role(runner, frame)
    housed = known.one("housed within a body", "housed")
    sure = kinds == ("Place",) or any(r["tier"] == "stated" for r in rows)
    if housed is not None and housed.relation is not None and not sure:
        # No place is stated, nor a town asked for: within which body it was set up tells where.
        pattern = Pattern(housed.relation, frame.of, documents=frame.documents)
        rows += await one_pattern(runner, pattern, Asked(), ())
    only = None
    if frame.asked.member_of:
        listed = await runner.rows("belongs-to", of=frame.asked.member_of)
        only = {r["answer"] for r in listed}
    runner.result.take(rows, only=only, without=frozenset(frame.of))


async def _as_role(runner: Runner, frame: Where) -> list[Row]:
    """Where that holds which is said with the verb; any of the things may be an end of it."""
    relation, of = frame.relation, (*frame.of, *frame.also)
    when = tuple(sorted({*relation.when, *relation.when_inverse}))
    plain = tuple(sorted({*relation.predicates, *relation.inverse}))
    for role in ("PLACE", "APPLIES_TO", "DESTINATION"):
        said = Relation(plain, plain, when, when, relation.role, role)
        for one in of:
            also = tuple(i for i in of if i != one)
            pattern = Pattern(said, (one,), also, documents=frame.documents)
            if rows := await one_pattern(runner, pattern, Asked(), ()):
                return rows
    return []


async def _at_events(runner: Runner, frame: Where) -> bool:
    """`where did X meet`, `where was X adopted`: where that was held at which they did."""
    known = runner.known
    told = frame.relation.all()
    of, closed = frame.of, known.one("closed list", "closed")
    if not told and frame.asked.period and closed is not None:
        # `where was X on that day`: at which event.
        told = frozenset(p for p in known.ends if p.rpartition("#")[2] in closed.ids)
    told |= making(known, frame.relation)
    at = tuple(sorted(p for p in told if p in known.ends and "Event" in known.ends[p][1]))
    holders = known.one("holders of offices", "holders")
    if at and holders is not None and holders.relation is not None:
        # Who holds an office was where the office is said to have been.
        held = await one_pattern(runner, Pattern(holders.relation.flipped(), of), Asked(), ())
        of = (*(r["answer"] for r in held if r["tier"] == "stated"), *of)
    places = replace(frame.asked, kinds=("Area",))
    for one in of if at else ():
        met = Pattern(Relation(inverse=at), (one,), documents=frame.documents)
        await through_events(runner, Find(places, (met,)))
    return runner.result.answered
