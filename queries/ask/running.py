"""Run a frame: catalogue queries with their parameters, and the few set operations between them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph.port import Row
from queries.ask import measuring
from queries.ask.frames import (
    Asked,
    Choose,
    Commitments,
    Define,
    Figures,
    Find,
    Frame,
    Ids,
    NamedBy,
    Naming,
    Path,
    Pattern,
    Unknown,
    When,
    Where,
    YesNo,
)
from queries.ask.matching import (
    affiliated,
    bodies_in_name,
    class_rows,
    closed_predicates,
    named_rows,
    one_pattern,
    pattern_rows,
    related_things,
    tied_rows,
)
from queries.ask.parse import Plan
from queries.ask.result import Result
from queries.ask.runner import Runner, joined
from queries.ask.vocabulary import Relation, Vocabulary
from queries.ask.weighing import covers_names, reconsider
from queries.ids import as_list
from queries.reader import Reader

_COMMENDED = "commended"

FEW_COMMITMENTS = 25
"""Commitments whose own statements are looked up for their paragraphs."""


async def execute(reader: Reader, known: Vocabulary, plan: Plan) -> Result:
    """The result of a plan: of its frame, or of what covers more of the question."""
    frame = plan.frame
    runner = Runner(reader, known, frame)
    if plan.guessed is not None and plan.sought is not None:
        if not await covers_names(runner, plan.sought):
            frame = plan.guessed
            runner = Runner(reader, known, frame)
        elif not isinstance(frame, Find | Commitments | Figures | When):
            frame = plan.guessed
    await _run(runner, frame)
    if plan.sought is not None:
        runner.result = await reconsider(runner, frame, plan.sought)
    if not runner.result.answered and not runner.result.choices:
        await _nothing(runner, frame)
    return runner.result


async def _run(runner: Runner, frame: Frame) -> None:
    match frame:
        case Find():
            await _find(runner, frame)
            await _related_paragraphs(runner, [i for p in frame.patterns for i in p.of])
            if frame.counted:
                measuring.count(runner, frame)
            if frame.truth:
                measuring.true(runner)
        case NamedBy():
            runner.result.take(await runner.rows("documents-naming", of=frame.of))
        case Define():
            await _define(runner, frame)
        case Choose():
            rows = await runner.rows("where-named", of=frame.of)
            runner.result.choices = {row["answer"]: row for row in rows}
        case Figures():
            await measuring.figures(runner, frame)
            if not runner.result.answered and frame.fallback is not None:
                runner.result.frame = frame.fallback
                await _find(runner, frame.fallback)
                measuring.count(runner, frame.fallback)
        case When():
            await measuring.when(runner, frame)
        case Where():
            await _where(runner, frame)
            await _related_paragraphs(runner, list(frame.of))
        case YesNo():
            await yes_no_frame(runner, frame)
        case Commitments():
            await commitments_frame(runner, frame)
            if not runner.result.answered and (frame.by or frame.to):
                # Whether an actor acts or is spoken to may be open: all that concerns it.
                about = (*frame.by, *frame.to, *frame.about)
                await commitments_frame(runner, replace(frame, by=(), to=(), about=about))
        case Path():
            await _path(runner, frame)
        case Unknown():
            runner.result.unknown = frame.spans


async def _related_paragraphs(runner: Runner, of: list[str]) -> None:
    """Where the things known are named besides: related, but no answer."""
    if runner.result.answered and 0 < len(of) <= 3:
        for row in await runner.rows("where-named", of=of):
            runner.result.related[row["answer"]] = row


async def _find(runner: Runner, frame: Find) -> None:
    result = runner.result
    asked = frame.asked
    base: list[list[Row]] = []
    removed: set[str] = set(asked.exclude)
    about: set[str] = set()
    taken: set[str] = set()
    for pattern in frame.patterns:
        rows = await pattern_rows(runner, pattern, asked)
        if pattern.relation.status == _COMMENDED:
            # Praise is stated by the document; only reading it as support is a judgement.
            rows = [
                {**r, "tier": "stated", "rule": None} if r["rule"] == "Judgement" else r
                for r in rows
            ]
        if pattern.negated and not pattern.relation.all():
            # Any link would do, but not one that a group hands down.
            rows = [r for r in rows if r["rule"] not in {"GroupMembers", "CountriesOfClass"}]
        if pattern.negated:
            removed |= {r["answer"] for r in rows}
            about |= set(pattern.of)
            taken |= {str(e) for r in rows if r["tier"] == "stated" for e in r["evidence"]}
        else:
            base.append(rows)
    for naming in frame.naming:
        rows = await named_rows(runner, naming, asked)
        if naming.negated:
            removed |= {r["answer"] for r in rows}
        else:
            base.append(rows)
    if asked.member_of:
        members = await runner.rows(
            "belongs-to",
            of=asked.member_of,
            kinds=joined(asked.kinds),
            without_kinds=joined(asked.without_kinds),
        )
        members = members or await class_rows(runner, asked.member_of)
        if not members and asked.kinds == ("Event",):
            members = await tied_rows(runner, asked)
        whole = {b for i in asked.member_of for b in bodies_in_name(runner.known, i)}
        if whole and members:
            # `G5 Sahel Member States` are the members of the G5 Sahel too: evidence, no more rows.
            listed = {r["answer"] for r in members}
            members += await runner.rows("belongs-to", of=whole, among=listed)
        base.append(members)
    if not base and asked.kinds and removed:
        # All things of the kind that the documents name, but for those taken away.
        base.append(await named_rows(runner, Naming(runner.known.documents), asked))
    if not base or not any(base):
        await _through_events(runner, frame)
        return
    only = set.intersection(*({r["answer"] for r in rows} for rows in base))
    if asked.period and only and "Event" in asked.kinds:
        only = {i for i in only if await _dated_in(runner, i, asked.period)}
    if asked.related_to and only:
        near = await related_things(runner, asked.related_to)
        bodies = all("Actor" in runner.known.kinds(i) for i in asked.related_to)
        if asked.kinds == ("State",) or (not bodies and only & near):
            # States have no such name of their own: only what is said to belong.
            only &= near
        others = {i for i in only - near if affiliated(runner.known, i, asked.related_to)}
        only = only - others if only - others else only
    for rows in base:
        result.take(rows, only=only, without=frozenset(removed))
    if about and (result.stated or result.inferred):
        # What an absence rests on: where the things are named that were not found here.
        for row in await runner.rows("where-named", of=sorted(about)):
            for found in (*result.stated.values(), *result.inferred.values()):
                found.evidence.update(row["evidence"])
        for found in (*result.stated.values(), *result.inferred.values()):
            found.evidence.update(taken)


async def _through_events(runner: Runner, frame: Find) -> None:
    """`in which towns did X meet`: what X took part in, then where that was held."""
    known, asked = runner.known, frame.asked
    held = known.one("held", "held")
    if not ({"Place", "Area", "State", "Region"} & set(asked.kinds)) or held is None:
        return
    for pattern in frame.patterns:
        ranges = [
            known.ends.get(p, (frozenset(), frozenset()))[1] for p in pattern.relation.inverse
        ]
        if pattern.negated or not any("Event" in r for r in ranges):
            continue
        first = await one_pattern(runner, replace(pattern, of=pattern.of[:1]), asked, ("Event",))
        events = {r["answer"]: r for r in first if r["tier"] == "stated"}
        if asked.period:
            events = {i: r for i, r in events.items() if await _dated_in(runner, i, asked.period)}
        if not events or held.relation is None:
            continue
        where = Pattern(held.relation.flipped(), tuple(sorted(events)))
        rows = await one_pattern(runner, where, asked, asked.kinds)
        runner.result.take(
            {**r, "evidence": [*r["evidence"], *events[r["subject"]]["evidence"]]}
            for r in rows if r["subject"] in events
        )  # fmt: skip


async def _dated_in(runner: Runner, iri: str, period: str) -> bool:
    """Whether a statement dates the thing in the year or month."""
    rows = await runner.rows("dates", of=(iri,))
    dates = [str(d) for r in rows if r["place"] != "role" for d in as_list(r["date"])]
    return any(d.startswith(period) for d in dates)


async def _define(runner: Runner, frame: Define) -> None:
    for row in await runner.rows("where-named", of=frame.of):
        runner.result.named[row["answer"]] = row
        runner.result.take([{**row, "tier": "stated"}])


async def _where(runner: Runner, frame: Where) -> None:
    known = runner.known
    where = (
        next((s.relation for s in known.full.get("where", ()) if s.relation), None) or Relation()
    )
    kinds = frame.asked.kinds or ("Area",)
    seat = known.one("seat", "seat")
    if kinds == ("Place",) and seat is not None and seat.relation is not None:
        # A town is where something sits or is held, and nothing that it covers.
        where = seat.relation
    relation = frame.relation
    tries: list[tuple[Relation, Ids]] = []
    own = Relation(inverse=tuple(p for p in relation.predicates if p in where.inverse))
    if own.inverse:
        tries.append((own, ()))
    tries.append((Relation(inverse=where.inverse), frame.also))
    tries.append((Relation(inverse=where.inverse), ()))
    for predicates, also in tries:
        asked = Asked(kinds=kinds, without_kinds=frame.asked.without_kinds)
        rows = await one_pattern(
            runner, Pattern(predicates, frame.of, also, documents=frame.documents), asked, kinds
        )
        if rows:
            break
    else:
        rows = []
        for role in ("PLACE", "APPLIES_TO", "DESTINATION"):
            pattern = Pattern(Relation(asks=role), frame.of, frame.also, documents=frame.documents)
            rows = await one_pattern(runner, pattern, Asked(), ())
            if rows:
                break
    runner.result.take(rows, without=frozenset(frame.of))


async def yes_no_frame(runner: Runner, frame: YesNo) -> None:
    result = runner.result
    asked = Asked(among=frame.left)
    pattern = Pattern(
        replace(frame.relation, asks=None),
        frame.right,
        frame.also,
        frame.place,
        frame.documents,
        frame.statuses,
    )
    rows = await one_pattern(runner, pattern, asked, ())
    if not rows:
        rows = [r for r in await class_rows(runner, frame.right) if r["answer"] in frame.left]
    rows = [r for r in rows if r["rule"] != "GroupMembers" or not result.stated]
    if not rows and frame.statuses and "actual" not in frame.statuses:
        rows = await one_pattern(runner, replace(pattern, statuses=()), asked, ())
    result.take(rows)
    if rows:
        measuring.confirmed(runner, rows)
        others = sorted({c for r in rows for c in r["conflicts"]})
        listing = closed_predicates(runner, frame.relation)
        if others and any(r["predicate"] in listing for r in rows):
            result.conflict = True
            measuring.denied(runner, others)
        else:
            # Statements that differ on an amount do not deny that it is given.
            result.conflict = False
        return
    predicates = closed_predicates(runner, frame.relation)
    if not predicates:
        return
    wholes = sorted(
        {
            b
            for i in frame.right
            for b in bodies_in_name(runner.known, i)
            if "Group" in runner.known.kinds(i)
        }
    )
    right = (*frame.right, *wholes)
    listed = await runner.rows("find", of=right, predicates=predicates, document=frame.documents)
    listed = [r for r in listed if r["tier"] == "stated"]
    kinds = runner.known.kinds
    generic = {"Actor", "Arrangement"}
    own = {k for i in frame.left for k in kinds(i) if k not in generic and not k.endswith("Agent")}
    alike = [r for r in listed if own & kinds(r["answer"])]
    if len({r["answer"] for r in alike}) >= 3:
        measuring.denied(runner, sorted({r["statement"] for r in listed}))


async def commitments_frame(runner: Runner, frame: Commitments) -> None:
    given: dict[str, Any] = {
        "by": frame.by, "to": frame.to, "about": frame.about, "document": frame.documents,
        "kinds": joined(frame.kinds), "without_kinds": joined(frame.without_kinds),
        "has_deadline": frame.deadline, "has_figure": frame.figure,
    }  # fmt: skip
    rows = await runner.rows("commitments", **given)
    matters = {"Theme", "CrimeType", "Capability"}
    if len(frame.about) > 1 and (
        frame.listed or all(runner.known.kinds(i) & matters for i in frame.about)
    ):
        # Matters in a list: what concerns any of them.
        seen = {r["commitment"] for r in rows}
        for one in frame.about:
            more = await runner.rows("commitments", **{**given, "about": (one,)})
            rows += [r for r in more if r["commitment"] not in seen]
            seen |= {r["commitment"] for r in more}
    if not rows and frame.kinds:
        rows = await runner.rows(
            "commitments", **{**given, "kinds": None, "without_kinds": "ReportedResult"}
        )
    if not rows and frame.to and frame.about:
        rows = await runner.rows(
            "commitments", **{**given, "to": (), "about": (*frame.about, *frame.to)}
        )
    for row in rows:
        runner.result.commitments[row["commitment"]] = row
    if rows and frame.about and len(rows) <= FEW_COMMITMENTS:
        # The statements of a commitment that are about it may stand in a bullet of their own.
        told = await runner.rows("find", of=frame.about[:3])
        here = {r["commitment"] for r in rows}
        told = [r for r in told if here & set(r["commitments"])]
        runner.result.related[""] = {"evidence": sorted({e for r in told for e in r["evidence"]})}
    if frame.deadline and rows:
        # Dates that are no deadline: shown as near misses, without the commitments themselves.
        dated = await runner.rows(
            "commitments", **{**given, "has_deadline": False, "mentions_date": True}
        )
        runner.result.related[""] = {"evidence": sorted({e for r in dated for e in r["evidence"]})}


async def _path(runner: Runner, frame: Path) -> None:
    """Links between two things, through their parts too: a unit of a body links the body."""

    async def parts(of: Ids) -> dict[str, list[str]]:
        rows = await runner.rows("belongs-to", of=of)
        found: dict[str, list[str]] = {i: [] for i in of}
        for row in rows:
            if (
                row["answer"] not in found
                and "Group" not in runner.known.kinds(of[0])
                and len(found) < 40
            ):
                found[row["answer"]] = list(row["premises"])
        return found

    start, finish = await parts(frame.start), await parts(frame.finish)
    for iri in set(start) & set(finish) - {*frame.start, *frame.finish}:
        start.pop(iri)
        finish.pop(iri)
    bare = await runner.rows(
        "paths-between", **{"from": frame.start, "to": frame.finish, "length": 3}
    )
    wide = await runner.rows(
        "paths-between", **{"from": sorted(start), "to": sorted(finish), "length": 2}
    )
    shortest = min((len(r["statements"]) for r in bare), default=0)
    rows = [r for r in bare if len(r["statements"]) <= max(shortest, 2)][:12]
    if not rows:
        rows = bare[:12]
    direct = [r for r in wide if len(r["statements"]) == 1]
    events = [
        r
        for r in wide
        if len(r["statements"]) == 2 and "Event" in runner.known.kinds(r["nodes"][1])
    ]
    for row in [*direct, *events][:24]:
        head, tail = start.get(row["nodes"][0], []), finish.get(row["nodes"][-1], [])
        if row["nodes"][0] in frame.start and row["nodes"][-1] in frame.finish and row in bare:
            continue
        rows.append({**row, "evidence": [*head, *row["evidence"], *tail], "through": [head, tail]})
    runner.result.paths = rows


async def _nothing(runner: Runner, frame: Frame) -> None:
    """The nearest things that the graph does hold: those understood, and what is said of them."""
    near: list[str] = []
    match frame:
        case Unknown():
            near = list(frame.near)
        case YesNo():
            near = [*frame.right[:2], *frame.left[:1]]
        case Find():
            near = [i for p in frame.patterns for i in (*p.of, *p.also)] + [
                *frame.asked.member_of,
                *frame.asked.among[:3],
            ]
        case When() | Where() | Figures():
            near = list(frame.of)
        case Commitments():
            near = [*frame.about, *frame.to, *frame.by]
        case Path():
            near = [*frame.start, *frame.finish]
        case _:
            near = []
    near = list(dict.fromkeys(near))[:5]
    near += sorted({b for i in near for b in bodies_in_name(runner.known, i)} - set(near))[:3]
    if near:
        for row in await runner.rows("where-named", of=near):
            runner.result.named[row["answer"]] = row
            runner.result.nearest[row["answer"]] = "understood"
