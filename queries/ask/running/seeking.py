"""Run the frame Find: rows of its patterns, put together and taken away."""

from __future__ import annotations

from dataclasses import replace

from graph.port import Row
from queries import params
from queries.ask.reading.frames import (
    Asked,
    Find,
    Naming,
    Pattern,
)
from queries.ask.running.belonging import class_rows, of_class, related_things, states_of, tied_rows
from queries.ask.running.matching import REACHED, making, named_rows, one_pattern, pattern_rows
from queries.ask.running.runner import Runner, closed_predicates, joined
from queries.ask.words.affiliation import affiliated, bodies_in_name
from queries.ask.words.vocabulary import Relation
from queries.ids import as_list

_COMMENDED = "commended"


async def find_frame(runner: Runner, frame: Find) -> None:
    result = runner.result
    asked = frame.asked
    base: list[list[Row]] = []
    removed: set[str] = set(asked.exclude)
    if asked.apart:
        removed |= await related_things(runner, asked.apart)
    if groups := [i for i in asked.exclude if "Group" in runner.known.kinds(i)]:
        # `but no priority countries`: those who are in the group.
        removed |= {r["answer"] for r in await runner.rows("belongs-to", of=groups)}
    about: set[str] = set()
    taken: set[str] = set()
    having: list[Row] = []
    follows: set[str] = set()
    """What meets a condition only as a party to a text: no statement says it."""
    for pattern in frame.patterns:
        if pattern.through is not None and pattern.negated:
            removed |= await _tied_to(runner, pattern.through)
            continue
        if pattern.through is not None:
            base.append(await _chained(runner, pattern, pattern.through, asked))
            continue
        if pattern.contrast and any(r["answer"] in pattern.of for rows in base for r in rows):
            # `which bodies support X, but not Y`: Y is one of them.
            continue
        if pattern.negated and not pattern.of:
            having += await _having(runner, pattern)
            continue
        rows = await of_class(runner, pattern, asked.kinds)
        rows = rows or await pattern_rows(runner, pattern, asked)
        if not rows:
            rows = await _through_texts(runner, pattern, asked)
            follows |= {r["answer"] for r in rows}
        if pattern.relation.asks and asked.exclude:
            # `what tools, other than those of X`: nor a part of what X does.
            rows = [r for r in rows if r["subject"] not in asked.exclude]
        if pattern.tells and (shown_by := _told(frame, rows)):
            taken |= shown_by
            continue
        for other in pattern.others:
            rows += await pattern_rows(runner, other, asked)
        if pattern.within:
            front = frame.patterns[frame.patterns.index(pattern) - 1]
            in_one = replace(front, also=(*front.also, *pattern.of))
            rows += await one_pattern(runner, in_one, asked, asked.kinds)
        if pattern.relation.status == _COMMENDED:
            # Praise is stated by the document; only reading it as support is a judgement.
            rows = [
                {**r, "tier": "stated", "rule": None} if r["rule"] == "Judgement" else r
                for r in rows
            ]
        if pattern.negated and not pattern.relation.all():
            # Any link would do, but not one that a group hands down.
            rows = [r for r in rows if r["rule"] not in REACHED]
        if pattern.negated:
            removed |= {r["answer"] for r in rows}
            about |= set(pattern.of)
            taken |= {str(e) for r in rows if r["tier"] == "stated" for e in r["evidence"]}
        else:
            base.append(rows)
    # `who attends, except the directors`: a list that is itself one of those in the other.
    removed |= {r["answer"] for rows in base for r in rows} & about if frame.whole else set()
    if frame.whole and about and not removed:
        # Nobody is known to be in it: that tells of nobody that he is not.
        return
    removed |= {r["answer"] for r in having}
    named: list[Row] = []
    for naming in frame.naming:
        rows = await named_rows(runner, naming, asked)
        if naming.negated:
            removed |= {r["answer"] for r in rows}
            # What of the sort it does name: on that the absence of others rests.
            named += [r for r in rows if runner.known.stems_of(r["answer"]) & set(asked.sort)]
        else:
            base.append(rows)
    taken |= {str(e) for r in named for e in r["evidence"]}
    if asked.member_of:
        members = await runner.rows(
            "belongs-to",
            of=asked.member_of,
            kinds=joined(asked.kinds),
            without_kinds=joined(asked.without_kinds),
        )
        if asked.among and not frame.patterns:
            members = [r for r in members if r["answer"] in asked.among]
        members = members or await class_rows(runner, asked.member_of)
        if asked.kinds == ("Event",):
            # `meetings of X`: those of its bodies too.
            members += await tied_rows(runner, asked)
        whole = {b for i in asked.member_of for b in bodies_in_name(runner.known, i)}
        if whole and members:
            # `G5 Sahel Member States` are the members of the G5 Sahel too: evidence, no more rows.
            listed = {r["answer"] for r in members}
            members += await runner.rows("belongs-to", of=whole, among=listed)
        base.append(members)
    every = not base and bool(asked.kinds and removed)
    if every:
        # All things of the kind that the documents name, but for those taken away.
        base.append(await named_rows(runner, Naming(runner.known.documents), asked))
    if not base or not any(base):
        await through_events(runner, frame)
        return
    only = set.intersection(*({r["answer"] for r in rows} for rows in base))
    if any(p.through is not None and p.negated for p in frame.patterns) and not only & removed:
        # None is known to have one: that tells of none that it has not.
        return
    if not only and asked.member_of:
        # `which officers has X sent`: a group may be asked for itself, and not who is in it.
        only = {r["answer"] for rows in base[:-1] for r in rows} & set(asked.member_of)
    by_group = asked.member_of and len(frame.patterns) == 1
    handing = _handing_down(base[0], only) if by_group else set()
    only |= handing
    if asked.period and only and "Event" in asked.kinds:
        only = {i for i in only if await _dated_in(runner, i, asked.period)}
    if asked.related_to and only:
        near = await related_things(runner, asked.related_to)
        bodies = all("Actor" in runner.known.kinds(i) for i in asked.related_to)
        if asked.kinds == ("State",):
            # States have no such name of their own: only what a text says to belong.
            only &= await states_of(runner, asked.related_to)
        elif every or (not bodies and only & near):
            only &= near
        others = {i for i in only - near if affiliated(runner.known, i, asked.related_to)}
        only = only - others if only - others else only
    if asked.sort:
        names = {i: runner.known.stems_of(i) for i in only}
        only = {i for i in only if names[i] & set(asked.sort)} or only
    states = {i for i in asked.exclude if "State" in runner.known.kinds(i)}
    # `Italy aside`: neither its authorities.
    removed |= {i for i in only if states and bodies_in_name(runner.known, i) & states}
    taken |= {str(e) for r in having if r["answer"] in only for e in r["evidence"]}
    sure = [{r["answer"] for r in rows if r.get("rule") not in REACHED} for rows in base]
    weak = (only - set.intersection(*sure) - handing) | (only & follows)
    for rows in base:
        # What meets one condition by inference only is inferred, whatever states the others.
        told = [{**r, "tier": "inferred"} if r["answer"] in weak else r for r in rows]
        result.take(told, only=only, without=frozenset(removed))
    shown = (*result.stated.values(), *result.inferred.values())
    if about and shown:
        # What an absence rests on: where the things are named that were not found here.
        for row in await runner.rows("where-named", of=sorted(about)):
            taken |= set(row["evidence"])
    for found in shown:
        found.evidence.update(taken)


def _handing_down(rows: list[Row], only: set[str]) -> set[str]:
    """The groups of which what is said reaches all that were found: it is they who are named."""
    reached = [r for r in rows if r["answer"] in only]
    if not reached or any(r["rule"] not in REACHED for r in reached):
        return set()
    said = {r["statement"] for r in reached}
    return {r["answer"] for r in rows if r["statement"] in said and r["rule"] not in REACHED}


def _told(frame: Find, rows: list[Row]) -> set[str]:
    """The evidence that what another pattern names is as the question says, where it is."""
    named = {i for p in frame.patterns if not p.tells for i in p.of}
    return {str(e) for r in rows if r["answer"] in named for e in r["evidence"]}


async def _having(runner: Runner, pattern: Pattern) -> list[Row]:
    """What a relation holds for, whoever is at its other end; it is not said to lack its parts."""
    rows = await one_pattern(runner, pattern, Asked(), ())
    wholes = sorted({r["answer"] for r in rows})[: params.MAX_IDS]
    if not wholes or closed_predicates(runner, Relation(tuple(pattern.relation.all()))):
        return rows
    return rows + await runner.rows("belongs-to", of=wholes)


async def _tied_to(runner: Runner, kind: Find) -> set[str]:
    """What any statement ties to a thing of the kind, or to one that bears the word for it."""
    rows = [r for naming in kind.naming for r in await named_rows(runner, naming, kind.asked)]
    of = sorted({*kind.asked.named, *(r["answer"] for r in rows)})[: params.MAX_IDS]
    tied = await one_pattern(runner, Pattern(Relation(), tuple(of)), Asked(), ()) if of else []
    return {r["answer"] for r in tied if r["rule"] not in REACHED}


async def _chained(runner: Runner, pattern: Pattern, through: Find, asked: Asked) -> list[Row]:
    """Rows about the things that another frame finds, with what says so; no surer than those."""
    inner = Runner(runner.reader, runner.known, through)
    await find_frame(inner, through)
    runner.result.runs += inner.result.runs
    sure = inner.result.stated
    told = {**inner.result.inferred, **sure}
    if not told:
        return []
    known = replace(pattern, of=tuple(sorted(told))[: params.MAX_IDS], through=None)
    rows = await pattern_rows(runner, known, asked)
    found = []
    for row in (r for r in rows if r["known"] in told):
        one = told[row["known"]]
        row = {**row, "evidence": [*row["evidence"], *sorted(one.evidence)]}
        if row["known"] not in sure:
            said = [str(r["statement"]) for r in one.rows if r.get("statement")]
            premises = [*row["premises"], row["statement"], *said]
            row |= {"tier": "inferred", "rule": "Judgement", "premises": premises}
        found.append(row)
    return found


async def through_events(runner: Runner, frame: Find) -> None:
    """`in which towns did X meet`: what X took part in, then where that was held."""
    known, asked = runner.known, frame.asked
    held = known.one("held", "held")
    if not ({"Place", "Area", "State", "Region"} & set(asked.kinds)) or held is None:
        return
    for pattern in frame.patterns:
        if made := making(known, pattern.relation):
            at = Relation(inverse=tuple(sorted(made)))
            pattern = replace(pattern, relation=at)
        ranges = [
            known.ends.get(p, (frozenset(), frozenset()))[1] for p in pattern.relation.inverse
        ]
        if pattern.negated or not any("Event" in r for r in ranges):
            continue
        first = await one_pattern(runner, replace(pattern, of=pattern.of[:1]), asked, ("Event",))
        stated = {r["answer"]: r for r in first if r["tier"] == "stated"}
        events = stated or {r["answer"]: r for r in first}
        if asked.period:
            events = {i: r for i, r in events.items() if await _dated_in(runner, i, asked.period)}
        if not events or held.relation is None:
            continue
        where = Pattern(held.relation.flipped(), tuple(sorted(events)))
        rows = await one_pattern(runner, where, asked, asked.kinds)
        runner.result.take(_after(events[r["subject"]], r) for r in rows if r["subject"] in events)


def _after(first: Row, row: Row) -> Row:
    """A row that rests on another one, and is no surer than that."""
    row = {**row, "evidence": [*row["evidence"], *first["evidence"]]}
    if first["tier"] == "stated":
        return row
    premises = [*row["premises"], row["statement"], *first["premises"]]
    return {**row, "tier": "inferred", "rule": first["rule"], "premises": premises}


async def _through_texts(runner: Runner, pattern: Pattern, asked: Asked) -> list[Row]:
    """`who attended X`, where no list is printed: parties to what was adopted there, inferred."""
    ends = [
        runner.known.ends.get(p, (frozenset(), frozenset()))[1] for p in pattern.relation.predicates
    ]
    if pattern.negated or {"Event"} not in ends or pattern.also:
        return []
    told = {"tier": "inferred", "rule": "Judgement", "certainty": "implied"}
    rows = await parties_there(runner, pattern, asked)
    return [{**row, **told, "premises": [*row["premises"], row["statement"]]} for row in rows]


async def parties_there(runner: Runner, pattern: Pattern, asked: Asked) -> list[Row]:
    """Parties to what was adopted at an event, with the statement that says where it was."""
    sense = runner.known.one("party to what was adopted", "adopted")
    if sense is None or sense.relation is None:
        return []
    adopted = Pattern(Relation(sense.relation.inverse), pattern.of, documents=pattern.documents)
    found: list[Row] = []
    for text in await one_pattern(runner, adopted, Asked(), ("Text",)):
        joined_in = Pattern(Relation(sense.relation.predicates), (text["answer"],))
        for row in await pattern_rows(runner, joined_in, asked):
            premises = [*row["premises"], text["statement"]]
            found.append(
                {**row, "premises": premises, "evidence": [*row["evidence"], *text["evidence"]]}
            )
    return found


async def _dated_in(runner: Runner, iri: str, period: str) -> bool:
    """Whether a statement dates the thing in the year or month."""
    rows = await runner.rows("dates", of=(iri,))
    dates = [str(d) for r in rows if r["place"] != "role" for d in as_list(r["date"])]
    return any(d.startswith(period) for d in dates)
