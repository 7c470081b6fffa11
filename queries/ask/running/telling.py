"""From the statements that cover a question best to the things, figures and dates it asks for."""

from __future__ import annotations

from collections import defaultdict

from graph.port import Row
from queries.ask.reading.frames import (
    Asked,
    Commitments,
    Figures,
    Find,
    Frame,
    When,
    YesNo,
)
from queries.ask.reading.sought import Sought
from queries.ask.running import measuring
from queries.ask.running.covering import NAMED, Weighed, answers, covered, direction, on_all
from queries.ask.running.result import Result
from queries.ask.running.runner import Runner, joined
from queries.ask.words.vocabulary import Vocabulary
from queries.ids import as_list


def for_things(frame: Frame, sought: Sought) -> bool:
    """Whether things answer, and no figure, date, truth or list of commitments."""
    if sought.of_kind:
        return True
    if isinstance(frame, Commitments):
        return bool(sought.asked.kinds or sought.asked.person)
    return not isinstance(frame, Figures | When | YesNo)


async def tell(
    runner: Runner, frame: Frame, sought: Sought, weighed: Weighed, chosen: set[str]
) -> Result:
    """What the chosen statements answer, of the sort that the frame asks for."""
    result = Result(frame, runner.result.runs)
    if for_things(frame, sought):
        result.frame = Find(sought.asked, sought.patterns)
        await _things(runner, result, sought, weighed, chosen)
        return result
    match frame:
        case Figures():
            await _figures(runner, result, weighed, chosen, frame)
        case When():
            await _dates(runner, result, weighed, chosen)
        case YesNo():
            if "actual" in frame.statuses:
                # Asked whether it is so: what was only announced does not say it.
                rows = {s: weighed.bags[s].row for s in chosen}
                chosen = {s for s, r in rows.items() if r["status"] in frame.statuses}
            await _truth(runner, frame, result, sought, weighed, chosen)
        case Commitments():
            for statement in sorted(s for s in chosen if on_all(weighed.bags[s], sought)):
                for commitment in weighed.bags[statement].row["commitments"]:
                    result.commitments.setdefault(commitment, None)
    return result


async def _things(
    runner: Runner, result: Result, sought: Sought, weighed: Weighed, chosen: set[str]
) -> None:
    by_end: dict[str, set[str]] = defaultdict(set)
    wanted: set[tuple[str, str]] = set()
    for statement in chosen:
        for role, iri in answers(weighed.bags[statement], sought, runner.known):
            by_end[role].add(statement)
            wanted.add((statement, iri))
    asked = sought.asked
    for role, here in sorted(by_end.items()):
        rows = [weighed.bags[s].row for s in here]
        predicates = tuple(sorted({r["predicate"] for r in rows}))
        shared = {"without_kinds": joined(asked.without_kinds)}
        if role == "SUBJECT":
            of = tuple(sorted({r["object"] for r in rows}))
            found = await runner.rows("find", of=of, predicates=predicates, **shared)
        elif role == "OBJECT":
            of = tuple(sorted({r["subject"] for r in rows}))
            found = await runner.rows("find", of=of, inverse=predicates, **shared)
        else:
            of = tuple(sorted({r["subject"] for r in rows}))
            found = await runner.rows("find", of=of, inverse=predicates, asked=role, **shared)
        kept = [r for r in found if r["statement"] in here]
        direct = {r["answer"] for r in kept if (r["statement"], r["answer"]) in wanted}
        result.take(
            [
                r
                for r in kept
                if r["answer"] in direct
                or (r["rule"] is not None and _fits(runner.known, r["answer"], asked))
            ],
            without=frozenset((*asked.exclude, *sought.things)),
        )


def _fits(known: Vocabulary, iri: str, asked: Asked) -> bool:
    return not asked.kinds or bool(known.kinds(iri) & set(asked.kinds))


async def _figures(
    runner: Runner, result: Result, weighed: Weighed, chosen: set[str], frame: Figures
) -> None:
    about = {weighed.bags[s].row["object"] for s in chosen}
    money = True if frame.money and not frame.fallback else None
    found: dict[str, Row] = {}
    for iri in sorted(about):
        for row in await runner.rows("figures-about", about=(iri,), money=money):
            if row["statement"] in chosen:
                found.setdefault(row["statement"], row)
    rows = list(found.values())
    measuring.shown(result, await measuring.same_event(runner, rows) if money else rows)


async def _dates(runner: Runner, result: Result, weighed: Weighed, chosen: set[str]) -> None:
    for statement in sorted(chosen):
        row = weighed.bags[statement].row
        result.values.append(
            {"date": str(as_list(row["date"])[0]), "status": row["status"], "evidence": [statement]}
        )
        for commitment in row["commitments"]:
            result.commitments.setdefault(commitment, None)


async def _truth(
    runner: Runner,
    frame: YesNo,
    result: Result,
    sought: Sought,
    weighed: Weighed,
    chosen: set[str],
) -> None:
    """Yes only where all names stand in the statement itself, in the relation that is asked."""
    sure: set[str] = set()
    for statement in chosen:
        bag = weighed.bags[statement]
        asks = any(u.relation and u.relation.asks for u in sought.units)
        if not asks and direction(bag, sought) == "":
            continue
        if all(
            covered(u, bag, sought, runner.known) == 1.0
            for u in sought.units
            if u.kind in {"thing", "relation", "status"}
        ) and all(
            covered(u, bag, sought, runner.known) >= NAMED
            for u in sought.units
            if u.kind in {"part", "word", "name"}
        ):
            sure.add(statement)
    if not sure:
        return
    rows = [weighed.bags[s].row for s in sure]
    of = tuple(sorted({r["object"] for r in rows}))
    found = await runner.rows(
        "find", of=of, predicates=tuple(sorted({r["predicate"] for r in rows}))
    )
    kept = [r for r in found if r["statement"] in sure and r["answer"] == r["subject"]]
    result.take(kept)
    if kept:
        measuring.told(runner, frame, kept)
        result.values += runner.result.values
