"""Read the statements around the things of a question, and weigh how much of it each covers.

Where no frame finds anything, or a frame leaves out words of the question, the statements that
cover most of it answer, if they cover nearly all of it: its names, its relation in its direction,
and its other words in the statement's own words or in the summary of its paragraph.
"""

from __future__ import annotations

from queries.ask.reading.frames import (
    Commitments,
    Define,
    Figures,
    Find,
    Frame,
    When,
    YesNo,
)
from queries.ask.reading.sought import Sought, Unit, named_in, weighable
from queries.ask.running.covering import (
    NAMED,
    Bag,
    Weighed,
    akin,
    answers,
    covered,
    on_all,
    weigh,
    weight,
)
from queries.ask.running.result import Found, Result
from queries.ask.running.runner import Runner
from queries.ask.running.telling import for_things, tell
from queries.ask.words.vocabulary import Vocabulary

_TELLING = frozenset({"relation", "word", "number", "name"})

ENOUGH = 0.76
"""The share of a question that a statement must cover to answer it."""
APART = 0.26
"""By how much less a row of a frame may cover than its best, where words were left out."""
BETTER = 0.12
"""By how much another reading must cover more than the frame that was read."""
NEAR = 0.04
"""Statements that cover as much as the best one, but for this, answer together."""
AMONG = 0.12
"""The same for commitments, which each speak for themselves."""
LEAST = 0.3
"""A name of which less is in all that a frame found was not asked of it."""
HALF = 0.55
"""A share below which rows do not answer a question of which verb and object are left out."""
CERTAIN = 0.95
"""A share that leaves hardly a word of the question."""
SURE = 0.86
"""A share from which a statement answers beside what the frame found."""


def open_units(frame: Frame, sought: Sought) -> list[Unit]:
    """The units of a question that a frame leaves out."""
    held = named_in(frame)
    left: list[Unit] = []
    for unit in sought.units:
        relation = unit.relation.all() if unit.relation is not None else frozenset()
        inside = bool(set(unit.ids) & held or set(unit.documents) & held or relation & held)
        if isinstance(frame, Commitments) and unit.kind == "relation":
            continue
        if not inside and unit.kind in {"thing", "part", "relation", "word", "number"}:
            left.append(unit)
    return left


def statements(result: Result) -> set[str]:
    """The statements that a result rests on."""
    found = {
        str(row["statement"])
        for tier in (result.stated, result.inferred)
        for one in tier.values()
        for row in one.rows
        if row.get("statement")
    }
    return found | {str(e) for v in result.values for e in v["evidence"]}


async def reconsider(runner: Runner, frame: Frame, sought: Sought) -> Result:
    """The result of a frame, or what covers more of the question."""
    result = runner.result
    if not weighable(frame) or not sought.units or result.sure:
        return result
    left = open_units(frame, sought)
    other = sought.of_kind and isinstance(frame, Commitments | Figures | Define)
    if result.answered and not (left or other or isinstance(frame, Figures)):
        return result
    several = result.answered and isinstance(frame, Find) and len(frame.patterns) > 1
    weighed = await weigh(runner, sought)
    if several and weighed.top() < max(CERTAIN, _held(result, weighed, left, sought) + BETTER):
        # What fits several statements is not told by one that covers only most of it.
        return result
    if result.answered and _any_link(frame) and any(u.kind == "word" for u in left):
        # Linked somehow, where a verb is not understood, is no answer to it.
        result = Result(frame, result.runs)
    if (
        result.answered
        and isinstance(frame, YesNo)
        and not _told(result, weighed, left, sought, runner.known)
    ):
        return Result(frame, result.runs)
    if result.answered and _misses(result, weighed, left, sought, runner.known):
        result = Result(frame, result.runs)
    rows = result.answered and isinstance(frame, Find)
    if rows and _another(left) and _held(result, weighed, left, sought) < HALF:
        # `must adopt a law against X`: who is against X is no answer to it.
        result = Result(frame, result.runs)
    things = for_things(frame, sought)
    if things and not any(u.kind in _TELLING for u in sought.units):
        parts = any(u.kind == "part" for u in sought.units)
        if result.answered or not parts or weighed.top() < CERTAIN:
            # Names alone say nothing of how they hang together.
            return result
    if things:
        sought = _keep_answering(weighed, sought, runner.known)
    elif isinstance(frame, Figures):
        weighed.keep({k for k, b in weighed.bags.items() if _counts(b, frame, sought)})
    elif isinstance(frame, When):
        weighed.keep({k for k, b in weighed.bags.items() if b.row["date"]})
    best = weighed.top()
    if best < ENOUGH:
        return result
    if result.answered and not other:
        now = _held(result, weighed, left, sought)
        if isinstance(frame, Commitments) and left and best >= ENOUGH:
            for statement in weighed.near(max(best - AMONG, SURE)):
                if not on_all(weighed.bags[statement], sought):
                    continue
                for commitment in weighed.bags[statement].row["commitments"]:
                    result.commitments.setdefault(commitment, None)
            return result
        if best < now + BETTER:
            return _narrowed(result, weighed, left, sought, runner.known) if left else result
    near = AMONG if isinstance(frame, Commitments) else NEAR
    chosen = weighed.near(max(best - near, ENOUGH))
    found = await tell(runner, frame, sought, weighed, chosen)
    if result.stated and not found.stated and not isinstance(frame, Define):
        # What is stated is not traded for what only follows.
        return result
    return found if found.answered else result


def _keep_answering(weighed: Weighed, sought: Sought, known: Vocabulary) -> Sought:
    """Keeps the statements that answer; with a kind akin to that asked for, where none has it."""
    for one in (sought, akin(sought)):
        if one is not None:
            weighed.keep({k for k, b in weighed.bags.items() if answers(b, one, known)})
            if weighed.top() >= (ENOUGH if one is sought else SURE):
                return one
    return sought


def _counts(bag: Bag, frame: Figures, sought: Sought) -> bool:
    """Whether a statement has a figure; of money between several, to one of them."""
    named = {i for u in sought.units if u.kind == "thing" and set(u.ids) & set(frame.of)
             for i in u.ids}  # fmt: skip
    into = {i for role, i in bag.ends if role in {"OBJECT", "FUNDING_EVENT"}}
    given = not frame.money or len(frame.of) < 2 or bool(into & named)
    return bag.row["figure"] is not None and given


def _another(left: list[Unit]) -> bool:
    """Whether a verb and what it is about are both left out: another thing was asked."""
    kinds = {u.kind for u in left}
    return "relation" in kinds and bool(kinds & {"word", "name"})


def _any_link(frame: Frame) -> bool:
    return (
        isinstance(frame, Find)
        and bool(frame.patterns)
        and not any(p.relation.all() or p.relation.asks for p in frame.patterns)
    )


def _told(
    result: Result, weighed: Weighed, left: list[Unit], sought: Sought, known: Vocabulary
) -> bool:
    """Whether a statement that says yes or no holds the words too that were left out."""
    words = [u for u in left if u.kind in {"word", "number", "thing"} and not u.documents]
    if not any(v.get("boolean") for v in result.values):
        # Not to be in a printed list is no statement that could hold them.
        return True
    here = statements(result) & weighed.bags.keys()
    return not words or any(
        all(covered(u, weighed.bags[s], sought, known) >= NAMED for u in words) for s in here
    )


def _misses(
    result: Result, weighed: Weighed, left: list[Unit], sought: Sought, known: Vocabulary
) -> bool:
    """Whether a name that the frame leaves out is in nothing that it found."""
    names = [u for u in left if u.kind == "thing" and not u.documents]
    here = statements(result) & weighed.bags.keys()
    if not isinstance(result.frame, Find) or not names or not here:
        return False
    return any(max(covered(u, weighed.bags[s], sought, known) for s in here) < LEAST for u in names)


def _narrowed(
    result: Result, weighed: Weighed, left: list[Unit], sought: Sought, known: Vocabulary
) -> Result:
    """Without what covers much less of the question, where words of it were left out.

    A word that is said of some of it, and of the rest not even near by, tells them apart.
    """
    if not isinstance(result.frame, Find) or not result.stated:
        return result
    here = statements(result) & weighed.bags.keys()
    shares = {s: weight(weighed.bags[s], sought, known, strict=False) for s in here}
    best = max(shares.values(), default=0.0)
    keep = {s for s, v in shares.items() if v >= best - APART}
    for word in (u for u in left if u.kind == "word" and not u.joined):
        told = {s: covered(word, weighed.bags[s], sought, known) for s in keep}
        if 1.0 in told.values():
            keep = {s for s in keep if told[s]}
    for tier in (result.stated, result.inferred):
        for iri, found in list(tier.items()):
            rows = [r for r in found.rows if r.get("statement") in keep]
            if rows and len(rows) < len(found.rows):
                tier[iri] = Found(iri)
                for row in rows:
                    tier[iri].add(row)
            elif not rows:
                del tier[iri]
    held = {c for tier in (result.stated, result.inferred) for f in tier.values() for r in f.rows
            for c in r.get("commitments") or ()}  # fmt: skip
    for commitment in set(result.commitments) - held:
        del result.commitments[commitment]
    return result


def _held(result: Result, weighed: Weighed, left: list[Unit], sought: Sought) -> float:
    if isinstance(result.frame, Define):
        return 1 - sum(u.weight for u in left) / sought.weight
    if isinstance(result.frame, Commitments):
        here = {
            k
            for k, b in weighed.bags.items()
            if set(b.row["commitments"]) & set(result.commitments)
        }
        return weighed.top(here)
    return weighed.top(statements(result))


async def covers_names(runner: Runner, sought: Sought) -> bool:
    """Whether one statement holds all the names of a question, known or not."""
    return (await weigh(runner, sought)).top() > 0.0
