"""What links two things: chains of statements, their parts, and what one statement says of both."""

from __future__ import annotations

from graph.port import Row
from queries.ask.reading.frames import Asked, Ids, Path, Pattern
from queries.ask.running.matching import one_pattern
from queries.ask.running.runner import Runner
from queries.ask.words.vocabulary import Relation

_MEANS = ("TOOL", "VIA", "PROGRAMME")
"""Parts of a statement by which what it says is done."""
FEW_MEANS = 24


async def path(runner: Runner, frame: Path) -> None:
    """Links between two things; of who holds an office, those of the office where it has none."""
    rows = await _links(runner, frame) or await _in_office(runner, frame)
    runner.result.paths = sorted(rows, key=lambda r: len(r["nodes"]))
    through = {str(e) for row in rows for e in row["evidence"]}
    nodes = await runner.reader.recall(await runner.reader.lexicon(), "nodes", sorted(through))
    for node in nodes:
        for edge in node["edges"]:
            if edge["type"] == "EXPRESSES":
                runner.result.commitments.setdefault(edge["id"], None)


async def _in_office(runner: Runner, frame: Path) -> list[Row]:
    """`how is Mrs X linked to Y`: what links the office that she holds."""
    holders = runner.known.one("holders of offices", "holders")
    if holders is None or holders.relation is None:
        return []
    found: list[Row] = []
    for ends, other in ((frame.start, frame.finish), (frame.finish, frame.start)):
        held = Pattern(holders.relation.flipped(), ends[:1])
        for office in await one_pattern(runner, held, Asked(), ()):
            if office["tier"] != "stated":
                continue
            for row in await _links(runner, Path((office["answer"],), other)):
                nodes = [ends[0], *row["nodes"]]
                statements = [office["statement"], *row["statements"]]
                if ends is frame.finish:
                    nodes, statements = nodes[::-1], statements[::-1]
                found.append(_link(nodes, statements))
    return found


async def _links(runner: Runner, frame: Path) -> list[Row]:
    """The links themselves, through parts too: a unit of a body links the body."""

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
    rows += await _together(runner, frame)
    return rows + (await _by_means(runner, frame, shortest) if shortest > 1 else [])


async def _together(runner: Runner, frame: Path) -> list[Row]:
    """Statements that name both, one of them in another part: `X cooperates with Y, through Z`."""
    found: dict[str, Row] = {}
    for known, other in ((frame.finish, frame.start), (frame.start, frame.finish)):
        for row in await one_pattern(runner, Pattern(Relation(), known, other), Asked(), ()):
            between = [i for i in (row["subject"], row["object"]) if i not in (*known, *other)]
            if between:
                nodes = [frame.start[0], *between[:1], frame.finish[0]]
                found.setdefault(row["statement"], _link(nodes, [row["statement"]]))
    return list(found.values())


async def _by_means(runner: Runner, frame: Path, shortest: int) -> list[Row]:
    """Through what a statement about one end is done with, no longer than the shortest link."""
    rows: list[Row] = []
    for near, far in ((frame.start, frame.finish), (frame.finish, frame.start)):
        means: dict[str, str] = {}
        for role in _MEANS:
            said = Pattern(Relation(asks=role), far)
            for row in await one_pattern(runner, said, Asked(), ()):
                if row["answer"] not in near:
                    means.setdefault(row["answer"], row["statement"])
        some = sorted(means)[:FEW_MEANS]
        ask = {"from": near, "to": some, "length": min(shortest - 1, 2)}
        for row in await runner.rows("paths-between", **ask) if some else ():
            if set(row["nodes"]) & set(far):
                continue
            nodes = [*row["nodes"], far[0]]
            statements = [*row["statements"], means[row["nodes"][-1]]]
            if near != frame.start:
                nodes, statements = nodes[::-1], statements[::-1]
            rows.append(_link(nodes, statements))
    return rows


def _link(nodes: list[str], statements: list[str]) -> Row:
    return {"nodes": nodes, "statements": statements, "evidence": statements}
