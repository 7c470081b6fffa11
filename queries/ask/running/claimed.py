"""Run the frames for yes or no and for commitments."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, product
from typing import Any

from graph.port import Row
from queries.ask.reading.frames import (
    Asked,
    Commitments,
    Ids,
    Pattern,
    YesNo,
)
from queries.ask.running import measuring
from queries.ask.running.belonging import class_rows
from queries.ask.running.matching import one_pattern
from queries.ask.running.runner import Runner, closed_predicates, joined
from queries.ask.running.seeking import parties_there
from queries.ask.words.affiliation import bodies_in_name
from queries.ask.words.vocabulary import Relation

FEW_COMMITMENTS = 25
"""Commitments whose own statements are looked up for their paragraphs."""


MOST_NAMESAKES = 9
"""Readings of names that fit several things, put together."""


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
    if rows and all(r["rule"] == "GroupMembers" for r in rows):
        # What follows for one of a group is stated of the group.
        whole = {r["statement"] for r in rows}
        every = await one_pattern(runner, pattern, Asked(), ())
        told = [r for r in every if r["statement"] in whole and r["answer"] == r["subject"]]
        result.take(told)
    if not rows and frame.statuses and ("actual" not in frame.statuses or frame.done):
        rows = await one_pattern(runner, replace(pattern, statuses=()), asked, ())
    result.take(rows)
    if rows:
        measuring.told(runner, frame, rows)
        others = sorted({c for r in rows for c in r["conflicts"]})
        listing = closed_predicates(runner, frame.relation)
        if others and any(r["predicate"] in listing for r in rows):
            result.conflict = True
            measuring.denied(runner, others)
            nodes = await runner.reader.recall(await runner.reader.lexicon(), "nodes", others)
            for node in nodes:
                for edge in node["edges"]:
                    if edge["type"] == "EXPRESSES":
                        result.commitments.setdefault(edge["id"], None)
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
        disputed = await _disputing(runner, frame, predicates, listed)
        result.conflict = result.conflict or bool(disputed)
        measuring.denied(runner, sorted({r["statement"] for r in listed} | disputed))


async def _disputing(runner: Runner, frame: YesNo, predicates: Ids, listed: list[Row]) -> set[str]:
    """What another text says of those asked about that the printed list contradicts."""
    against = {c for r in listed for c in r["conflicts"]}
    if not against or not frame.left:
        return set()
    rows = await runner.rows("find", of=frame.left, inverse=predicates)
    return {r["statement"] for r in rows if r["statement"] in against}


async def pledged(runner: Runner, frame: Commitments) -> None:
    """Whether an actor made any promise: itself, or a group that it is in; else no text states one.

    To be named in a promise of others, or to be there when it is made, is none.
    """
    result = runner.result
    given: dict[str, Any] = {
        "about": frame.about, "to": frame.to, "document": frame.documents,
        "kinds": joined(frame.kinds) or PLEDGES,
    }  # fmt: skip
    rows = await runner.rows("commitments", by=frame.by, **given)
    certainty = "stated" if rows else "implied"
    rows = rows or await of_groups(runner, frame, given)
    for row in rows:
        result.commitments[row["commitment"]] = row
    if rows:
        told = sorted({str(e) for r in rows for e in r["evidence"]})
        # To ask is done by asking; to promise is not yet to do it.
        status = "actual" if frame.kinds and "Promise" not in frame.kinds else "committed"
        result.values.append(
            {"boolean": True, "status": status, "certainty": certainty, "evidence": told}
        )
        return
    named = await runner.rows("where-named", of=frame.by)
    result.note = "not_pledged"
    measuring.denied(runner, sorted({str(e) for r in named for e in r["evidence"]}))


async def committers(runner: Runner, frame: Commitments) -> None:
    """Who made the promises of a text, or to whom they were made: stated; who is in these groups:
    inferred. Of an event: who is party to what was adopted there."""
    events = tuple(i for i in frame.about if "Event" in runner.known.kinds(i))
    if events and not frame.documents:
        runner.result.take(await parties_there(runner, Pattern(Relation(), events), Asked()))
        return
    rows = await runner.rows(
        "commitments", document=frame.documents, to=frame.to, about=frame.about,
        kinds=joined(frame.kinds), without_kinds=joined(frame.without_kinds),
    )  # fmt: skip
    # To ask is done by asking; to promise is not yet to do it.
    status = "actual" if frame.to else "committed"
    end = "to" if frame.whom else "by"
    for row in rows:
        if not row[end]:
            continue
        runner.result.commitments[row["commitment"]] = row
        told = {**row, "tier": "stated", "status": status}
        runner.result.take(
            {**told, "answer": actor, "commitments": [row["commitment"]]} for actor in row[end]
        )
    listed = runner.known.one("members of groups", "members")
    groups = tuple(i for i in runner.result.stated if "Group" in runner.known.kinds(i))
    if groups and listed is not None and listed.relation is not None:
        members = await one_pattern(runner, Pattern(listed.relation, groups), Asked(), ())
        runner.result.take(
            {**m, "tier": "inferred", "rule": "GroupMembers", "premises": [m["statement"]]}
            for m in members
            if not frame.actors or set(frame.actors) & runner.known.kinds(m["answer"])
        )


PLEDGES = "Promise"
"""Kinds by which an actor binds itself."""


async def of_groups(runner: Runner, frame: Commitments, given: dict[str, Any]) -> list[Row]:
    """What the groups promised in which the actors are: stated of them, inferred of the actors."""
    listed = runner.known.one("members of groups", "members")
    if listed is None or listed.relation is None:
        return []
    groups = Pattern(listed.relation.flipped(), frame.by)
    members = await one_pattern(runner, groups, Asked(), ("Group",))
    if not members:
        return []
    rows = await runner.rows("commitments", **{**given, "by": {m["answer"] for m in members}})
    speaking = {i for row in rows for i in row["by"]}
    whole = [m for m in members if m["answer"] in speaking]
    runner.result.take(whole)
    runner.result.take(
        {**m, "answer": m["known"], "tier": "inferred", "rule": "GroupMembers",
         "premises": [m["statement"]]}
        for m in whole
    )  # fmt: skip
    return rows


async def _not_done(runner: Runner, frame: Commitments, rows: list[Row]) -> list[Row]:
    """Without those that a record says to be carried out, where the others are asked for.

    Of the others no record says it, which is not that they have not been carried out.
    """
    if not frame.undone:
        return rows
    kept = await runner.rows("commitments", progress=joined(frame.progress))
    done = {r["commitment"] for r in kept}
    return [r for r in rows if r["commitment"] not in done]


async def _apart(runner: Runner, frame: Commitments, rows: list[Row]) -> list[Row]:
    """Without those about what the question leaves out, or made by it."""
    if not frame.apart or not rows:
        return rows
    found: set[str] = set()
    for one in frame.apart:
        for end in ("about", "by"):
            left = await runner.rows("commitments", document=frame.documents, **{end: (one,)})
            found |= {r["commitment"] for r in left}
    return [r for r in rows if r["commitment"] not in found]


def _addressed(runner: Runner, to: Ids) -> Ids:
    """`to the G5 countries`: what is promised to the body whose states they are is too."""
    groups = [i for i in to if "Group" in runner.known.kinds(i)]
    return (*to, *sorted({b for i in groups for b in bodies_in_name(runner.known, i)} - {*to}))


def _each(runner: Runner, about: Ids) -> list[Ids]:
    """Each of a list; of matters and places, `equipment and borders in X and Y`, one of both."""
    places = [i for i in about if "Area" in runner.known.kinds(i)]
    matters = [i for i in about if i not in places]
    return list(product(matters, places)) if matters and places else [(i,) for i in about]


async def commitments_frame(runner: Runner, frame: Commitments) -> None:
    given: dict[str, Any] = {
        "by": frame.by, "to": _addressed(runner, frame.to), "about": frame.about,
        "document": frame.documents,
        "kinds": joined(frame.kinds), "without_kinds": joined(frame.without_kinds),
        "has_deadline": frame.deadline, "has_figure": frame.figure,
        "has_amount": frame.amount,
        "progress": None if frame.undone else joined(frame.progress),
    }  # fmt: skip
    rows = await runner.rows("commitments", **given)
    for some in islice(product(*frame.alike), 1, MOST_NAMESAKES) if frame.alike else ():
        seen = {r["commitment"] for r in rows}
        more = await runner.rows("commitments", **{**given, "about": some})
        rows += [r for r in more if r["commitment"] not in seen]
    matters = {"Theme", "CrimeType", "Capability"}
    if len(frame.about) > 1 and (
        frame.listed or all(runner.known.kinds(i) & matters for i in frame.about)
    ):
        # Matters in a list: what concerns any of them.
        seen = {r["commitment"] for r in rows}
        for one in _each(runner, frame.about):
            more = await runner.rows("commitments", **{**given, "about": one})
            rows += [r for r in more if r["commitment"] not in seen]
            seen |= {r["commitment"] for r in more}
    if section := [i for i in frame.about if "DocumentSection" in runner.known.kinds(i)]:
        # A part of a text holds all that is asked for.
        inside = await runner.rows("commitments", **{**given, "about": section[:1]})
        here = {r["commitment"] for r in inside}
        rows = [r for r in rows if r["commitment"] in here]
    if not rows and frame.kinds:
        rows = await runner.rows(
            "commitments", **{**given, "kinds": None, "without_kinds": "ReportedResult"}
        )
    if not rows and frame.to and frame.about:
        rows = await runner.rows(
            "commitments", **{**given, "to": (), "about": (*frame.about, *frame.to)}
        )
    rows = await _apart(runner, frame, await _not_done(runner, frame, rows))
    for row in rows:
        runner.result.commitments[row["commitment"]] = row
    if frame.progress and not frame.undone and not rows:
        runner.result.note = "not_followed"
        return
    if not rows and frame.by and not runner.result.answered:
        rows = await _not_done(runner, frame, await of_groups(runner, frame, given))
        rows = await _apart(runner, frame, rows)
        for row in rows:
            runner.result.commitments[row["commitment"]] = row
    if rows and frame.counted:
        told = sorted({e for r in rows for e in r["evidence"]})
        runner.result.values = [{"figure": len(rows), "status": None, "evidence": told}]
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
