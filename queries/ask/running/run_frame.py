"""Run a frame: catalogue queries with their parameters, and the few set operations between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from queries.ask.reading.frames import (
    Asked,
    Choose,
    Commitments,
    Define,
    Figures,
    Find,
    Frame,
    Happened,
    IsA,
    NamedBy,
    Path,
    Pattern,
    Unknown,
    When,
    Where,
    YesNo,
)
from queries.ask.reading.parts import MATTERS
from queries.ask.reading.plan import Plan
from queries.ask.running import dating, measuring
from queries.ask.running.attributing import whose
from queries.ask.running.claimed import commitments_frame, committers, pledged, yes_no_frame
from queries.ask.running.heeding import heed
from queries.ask.running.matching import one_pattern
from queries.ask.running.paths import path
from queries.ask.running.placing import where
from queries.ask.running.result import Result
from queries.ask.running.runner import Runner, closed_predicates
from queries.ask.running.seeking import find_frame
from queries.ask.running.weighing import covers_names, reconsider
from queries.ask.running.whether import not_there, of_sort, took_place
from queries.ask.words.affiliation import bodies_in_name
from queries.ask.words.vocabulary import Vocabulary
from queries.reader import Reader

_COMMENDED = "commended"


async def execute(reader: Reader, known: Vocabulary, plan: Plan) -> Result:
    """The result of a plan: of its frame, or of what covers more of the question."""
    frame = plan.frame
    if plan.settled and (meant := await _decided(reader, known, plan.settled)):
        return meant
    if plan.exists is not None:
        runner = Runner(reader, known, plan.exists)
        if await not_there(runner, plan.exists):
            return runner.result
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
    await heed(runner, plan)
    told = runner.result.answered and not _itself(runner.result)
    if not told and plan.otherwise is not None:
        other = await execute(reader, known, plan.otherwise)
        if other.answered or other.choices:
            return other
    if not runner.result.answered and not runner.result.choices:
        await _nothing(runner, frame, frozenset(plan.doubtful))
    return runner.result


async def _decided(reader: Reader, known: Vocabulary, plans: tuple[Plan, ...]) -> Result | None:
    """Of a name that fits several things the only one of which the rest of the question is said."""
    results = [await execute(reader, known, plan) for plan in plans]
    told = [r for r in results if r.stated or r.values or r.commitments]
    told = told or [r for r in results if r.answered]
    return told[0] if len(told) == 1 else None


def _itself(result: Result) -> bool:
    """`which partner countries …`: only the group called so, which says no more than was asked."""
    frame = result.frame
    asked = frame.asked.member_of if isinstance(frame, Find) else ()
    return bool(asked) and {*result.stated, *result.inferred} <= set(asked)


async def _run(runner: Runner, frame: Frame) -> None:
    match frame:
        case Find():
            await find_frame(runner, frame)
            known = [i for p in frame.patterns for i in p.of]
            await _related_paragraphs(runner, known or list(frame.asked.member_of))
            if frame.counted:
                measuring.count(runner, frame)
            if frame.truth:
                measuring.true(runner)
        case NamedBy():
            await _named_by(runner, frame)
        case Define():
            if not (frame.listed and await _members(runner, frame)):
                await _define(runner, frame)
        case Choose():
            rows = await runner.rows("where-named", of=frame.of)
            runner.result.choices = {row["answer"]: row for row in rows}
        case Figures() if frame.whose:
            await whose(runner, frame)
        case Figures():
            await measuring.figures(runner, frame)
            await _related_paragraphs(runner, list(frame.of))
            if not runner.result.answered and frame.fallback is not None:
                runner.result.frame = frame.fallback
                await find_frame(runner, frame.fallback)
                measuring.count(runner, frame.fallback)
        case When():
            await dating.when(runner, frame)
            await _related_paragraphs(runner, list(frame.of))
        case Where():
            await where(runner, frame)
            await _related_paragraphs(runner, list(frame.of))
        case Happened():
            await took_place(runner, frame)
        case IsA():
            await of_sort(runner, frame)
        case YesNo():
            await yes_no_frame(runner, frame)
            if any(v.get("boolean") is False and v["status"] for v in runner.result.values):
                # That it is not done rests on all that is said of it.
                await _related_paragraphs(runner, list(frame.also or frame.right))
        case Commitments() if frame.who:
            await committers(runner, frame)
        case Commitments() if frame.truth:
            await pledged(runner, frame)
        case Commitments():
            await commitments_frame(runner, frame)
            spoken = tuple(d for i in frame.by for d in runner.known.metonyms.get(i, ((), ()))[0])
            if not runner.result.answered and spoken and not frame.documents:
                # Who issued a text stands for it.
                about = (*frame.about, *frame.to)
                said = replace(frame, by=(), to=(), about=about, documents=spoken)
                await commitments_frame(runner, said)
            if not runner.result.answered and frame.fallback is not None:
                runner.result.frame = frame.fallback
                await find_frame(runner, frame.fallback)
                if runner.result.answered:
                    return
                runner.result.frame = frame
            if not runner.result.answered and (frame.by or frame.to):
                # Whether an actor acts or is spoken to may be open: all that concerns it.
                wider = replace(frame, by=(), to=(), about=(*frame.by, *frame.to, *frame.about))
                each = (
                    [(i,) for i in frame.about] if frame.listed and frame.about else [frame.about]
                )
                for some in each:
                    # Of a list any will do, but not the actor alone.
                    about = (*frame.by, *frame.to, *some)
                    one = replace(wider, about=about, listed=False, alike=())
                    await commitments_frame(runner, one)
                # It is said that they concern the actor, and not that they are its own.
                runner.result.frame = wider if runner.result.answered else frame
        case Path():
            await path(runner, frame)
            await _related_paragraphs(runner, [*frame.start[:1], *frame.finish[:1]])
        case Unknown():
            runner.result.unknown = frame.spans


async def _related_paragraphs(runner: Runner, of: list[str]) -> None:
    """Where the things known are named besides: related, but no answer."""
    if runner.result.answered and 0 < len(of) <= 3:
        for row in await runner.rows("where-named", of=of):
            runner.result.related[row["answer"]] = row


async def _named_by(runner: Runner, frame: NamedBy) -> None:
    """The documents that name a thing; what they hold on it, where it is a matter."""
    runner.result.take(await runner.rows("documents-naming", of=frame.of))
    if frame.truth:
        measuring.true(runner)
    if all(runner.known.kinds(i) & MATTERS for i in frame.of):
        for row in await runner.rows("commitments", about=frame.of):
            runner.result.commitments[row["commitment"]] = row


async def _define(runner: Runner, frame: Define) -> None:
    for row in await runner.rows("where-named", of=frame.of):
        runner.result.named[row["answer"]] = row
        runner.result.take([{**row, "tier": "stated"}])


async def _members(runner: Runner, frame: Define) -> bool:
    """`the priority countries`: who is in a group, where a text says so of a few at least.
    `who is the HR/VP`: who holds the office."""
    kinds = runner.known.kinds(frame.of[0])
    office = frame.held and "Office" in kinds
    form, role = ("holders of offices", "holders") if office else ("members of groups", "members")
    listed = runner.known.one(form, role)
    if not (office or "Group" in kinds) or listed is None or listed.relation is None:
        return False
    find = Find(Asked(), (Pattern(listed.relation, frame.of),))
    rows = await one_pattern(runner, find.patterns[0], find.asked, ())
    stated = {r["answer"] for r in rows if r["tier"] == "stated"}
    if len(stated) < FEWEST and not (office and rows):
        return False
    runner.result.frame = find
    runner.result.take(rows)
    return True


FEWEST = 2
"""Members from which a group is a list."""


async def _nothing(runner: Runner, frame: Frame, doubtful: frozenset[str]) -> None:
    """The nearest things that the graph does hold: those understood, and what is said of them."""
    near: list[str] = []
    match frame:
        case Unknown():
            near = list(frame.near)
        case YesNo():
            near = [*frame.right[:2], *frame.left[:1]]
        case Find():
            inside = [q for p in frame.patterns if p.through for q in p.through.patterns]
            near = [i for p in (*frame.patterns, *inside) for i in (*p.of, *p.also)]
            near += frame.asked.member_of
        case When() | Where() | Figures() | IsA() | Happened():
            near = list(frame.of)
        case Commitments():
            near = [*frame.about, *frame.to, *frame.by, *frame.documents]
        case Path():
            near = [*frame.start, *frame.finish]
        case _:
            near = []
    near = [i for i in dict.fromkeys(near) if i not in doubtful][:5]
    if isinstance(frame, Find) and any(
        closed_predicates(runner, p.relation) for p in frame.patterns
    ):
        # Nobody is said to be a party to a text: who speaks in it.
        near = [*await _speakers(runner, near), *near]
    # Nobody is said to be in a group: whose it is.
    groups = [i for i in near if "Group" in runner.known.kinds(i)]
    bodies = {b for i in groups for b in bodies_in_name(runner.known, i)}
    near += sorted(bodies - {*near, *doubtful})[:3]
    if near:
        for row in await runner.rows("where-named", of=near):
            runner.result.named[row["answer"]] = row
            runner.result.nearest[row["answer"]] = "understood"


async def _speakers(runner: Runner, near: list[str]) -> list[str]:
    """Who speaks in the texts among the things, those who commit to most first."""
    documents = [i for i in near if i in runner.known.documents]
    if not documents:
        return []
    rows = await runner.rows("commitments", document=documents)
    return [i for i, _ in Counter(i for row in rows for i in row["by"]).most_common(FEW_SPEAKERS)]


FEW_SPEAKERS = 2
