"""Numbers, dates and yes or no: from rows to values, each event of funding counted once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from graph.port import Row
from queries.ask.reading.frames import Figures, Find, Ids, YesNo
from queries.ask.words import text
from queries.ask.words.affiliation import bodies_in_name
from queries.ask.words.vocabulary import Vocabulary
from queries.hydrate import number
from queries.ids import as_list

if TYPE_CHECKING:
    from queries.ask.running.result import Result
    from queries.ask.running.runner import Runner


_OPEN: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def count(runner: Runner, frame: Find) -> None:
    """How many things were found, as a value; the things stay."""
    result = runner.result
    if not result.stated:
        # What only follows is shown, but counts for no number.
        return
    rows = [row for found in result.stated.values() for row in found.rows]
    evidence = sorted({str(e) for row in rows for e in row["evidence"]})
    result.values.append({"figure": len(result.stated), "status": None, "evidence": evidence})


def told(runner: Runner, frame: YesNo, rows: list[Row]) -> None:
    """Yes; or no, where it is asked whether it is done and is only offered or promised."""
    if not frame.done or any(_fact(runner, frame, r) for r in rows):
        confirmed(runner, rows)
        return
    statuses = sorted({str(r["status"]) for r in rows})
    denied(runner, sorted({str(r["statement"]) for r in rows}), statuses[0])


def _fact(runner: Runner, frame: YesNo, row: Row) -> bool:
    """Whether a row says that it is so; to offer is done by offering, where that is asked."""
    offers = runner.known.one("offered", "relation")
    asked = frame.relation.all()
    offered = offers is not None and offers.relation is not None and asked & offers.relation.all()
    return row["status"] in _FACTS or bool(offered)


_FACTS = ("actual", "commended")


def confirmed(runner: Runner, rows: list[Row]) -> None:
    stated = [r for r in rows if r["tier"] == "stated"] or rows
    runner.result.values.append(
        {
            "boolean": True,
            "status": sorted({str(r["status"]) for r in stated})[0],
            "certainty": "stated" if any(r["tier"] == "stated" for r in rows) else "implied",
            "evidence": sorted({e for r in stated for e in r["evidence"]}),
        }
    )


def true(runner: Runner) -> None:
    """Yes, where anything was found; the rows say how."""
    result = runner.result
    found = [f for tier in (result.stated, result.inferred) for f in tier.values()]
    if not found:
        return
    rows = [row for f in found for row in f.rows]
    statuses = sorted({str(r["status"]) for r in rows if r.get("status")})
    runner.result.values.append(
        {
            "boolean": True,
            "status": statuses[0] if statuses else None,
            "certainty": "stated" if result.stated else "implied",
            "evidence": sorted({e for f in found for e in f.evidence}),
        }
    )


def denied(runner: Runner, statements: list[str], status: str | None = None) -> None:
    """No; with a status, what is stated instead of the fact: offered, promised."""
    runner.result.values.append(
        {"boolean": False, "status": status, "certainty": "stated", "evidence": statements}
    )


TOLD = 2
"""Words of a question in the unit of a figure that leave no doubt of what was counted."""


async def figures(runner: Runner, frame: Figures) -> None:
    """The figures that name all the things; people who are counted need not be named."""
    shown(runner.result, await all_sides(runner, await figure_rows(runner, frame)))


async def figure_rows(runner: Runner, frame: Figures) -> list[Row]:
    """The rows of the figures that are asked for."""
    known = runner.known
    counted = [
        i
        for i in frame.of
        if known.kinds(i) & {"TargetGroup", "CriminalActor", "Theme", "CrimeType"}
    ]
    about = [i for i in frame.of if i not in counted]
    asks: list[dict[str, Any]] = []
    if frame.values:
        asks = [{"about": (i,)} for i in (*frame.of, *(frame.documents or known.documents))]
    else:
        if about:
            asks.append({"about": tuple(about)})
        asks += [{"about": (d,)} for d in frame.documents if not about]
        if counted and not about and not frame.documents:
            asks.append({"about": tuple(counted)})
    rows: dict[str, Row] = {}
    own: set[str] = set()
    """Statements on the things themselves, not only of the documents."""
    for ask in asks:
        documents = () if set(ask["about"]) & set(frame.documents) else frame.documents
        for row in await runner.rows("figures-about", money=frame.money, document=documents, **ask):
            rows.setdefault(row["statement"], row)
            if set(ask["about"]) <= set(frame.of):
                own.add(row["statement"])

    def fits(row: Row) -> bool:
        return _shared(known, frame.counted, _unit(known, row)) == len(frame.counted)

    if not any(map(fits, rows.values())) and len(about) > 1:
        # All together are named nowhere, or not with what is counted: with one left out.
        broad = {"IntergovernmentalOrganisation"}
        ends = {"Actor", "Fund", "FundingPackage", "Programme"}
        actors = [i for i in about if known.kinds(i) & ends]
        for left in sorted(about, key=lambda i: not known.kinds(i) & broad):
            loose = known.kinds(left) & {"Theme", "Text", "Event", "CrimeType", *broad}
            if not loose:
                continue
            few = tuple(i for i in about if i != left)
            # From whom to whom: neither may be left out, but its name in that of a fund is enough.
            both = frame.money and len(actors) == 2 == len(about)
            for row in await runner.rows(
                "figures-about", money=frame.money, document=frame.documents, about=few
            ):
                if fits(row) and (not both or _bears(known, row, left)):
                    rows.setdefault(row["statement"], row)
            if any(map(fits, rows.values())):
                break
    chosen = [r for r in rows.values() if not frame.values or printed(r) in frame.values]
    if frame.apart:
        away = {
            r["statement"]
            for i in frame.apart
            for r in await runner.rows("figures-about", about=(i,))
        }
        chosen = [r for r in chosen if r["statement"] not in away]
    if len(frame.values) > 1:
        # `4,000 or 4,043`: a number of something else is none of them.
        chosen = [r for r in chosen if r["statement"] in own] or chosen
    chosen = _relevant(known, chosen, frame) or await _by_unit(runner, frame)
    counts = [_shared(known, frame.words, _unit(known, r)) for r in chosen]
    told = max(counts, default=0) >= TOLD
    told = told or (bool(frame.counted and chosen) and all(map(fits, chosen)))
    runner.result.sure = not frame.money and told
    if frame.money and not frame.values:
        chosen = await same_event(runner, chosen)
    return chosen


async def all_sides(runner: Runner, rows: list[Row]) -> list[Row]:
    """With the figures that contradict them: who hears that sources disagree must see all sides."""
    found = {r["statement"]: r for r in rows}
    for row in rows[:FEW_EVENTS]:
        if lacking := set(row["conflicts"]) - found.keys():
            others = await runner.rows("figures-about", about=(row["object"],))
            found |= {r["statement"]: r for r in others if r["statement"] in lacking}
    return list(found.values())


def _bears(known: Vocabulary, row: Row, body: str) -> bool:
    """Whether who pays, or the sum itself, bears the name of a body in its own."""
    return any(body in bodies_in_name(known, i) for i in (row["subject"], *row["event"]) if i)


def shown(result: Result, rows: list[Row]) -> None:
    """Adds the figures of rows to a result, with their commitments."""
    for row in rows:
        result.values.append(value(row))
        result.conflict = result.conflict or _disputed(row, rows)
        for commitment in row["commitments"]:
            result.commitments.setdefault(commitment, None)


def _disputed(row: Row, shown: list[Row]) -> bool:
    """Whether another statement contradicts the figure, and not only words beside the same one."""
    others = {r["statement"]: r for r in shown if r["statement"] in row["conflicts"]}
    if others.keys() != set(row["conflicts"]):
        return bool(row["conflicts"])
    return any(
        (printed(r), r["qualifier"]) != (printed(row), row["qualifier"]) for r in others.values()
    )


async def same_event(runner: Runner, rows: list[Row]) -> list[Row]:
    """With the other statements of the same funding: it is one sum, said in several places."""
    found = {r["statement"]: r for r in rows}
    for event in sorted({e for r in rows for e in r["event"]})[:FEW_EVENTS]:
        for row in await runner.rows("figures-about", money=True, about=(event,)):
            if event in (*row["event"], row["object"]):
                found.setdefault(row["statement"], row)
    return list(found.values())


FEW_EVENTS = 4


def same(printed: Any, given: float | None) -> bool:
    """Whether a printed number is the one given."""
    return given is not None and number(str(printed)) == given


def printed(row: Row) -> Any:
    return next((number(str(v)) for v in (row["amount"], row["figure"]) if v is not None), None)


def _relevant(known: Vocabulary, rows: list[Row], frame: Figures) -> list[Row]:
    """Of several figures those whose unit shares most words with the question."""
    if frame.values:
        return rows
    if frame.money:
        of = set(frame.of)
        into = [r for r in rows if r["object"] in of or set(r["event"]) & of] or rows
        return [r for r in into if r["status"] in frame.statuses] or into
    # What was counted, where the question names it: returns, and not who returned.
    deeds = {i for i in frame.of if known.kinds(i) & {"Theme"}}
    rows = [r for r in rows if r["object"] in deeds] or rows
    if frame.counted:
        every = [(r, _unit(known, r) | _detail(known, r) | _names(known, r)) for r in rows]
        whole = len(frame.counted)
        rows = [r for r in rows if _shared(known, frame.counted, _unit(known, r)) == whole] or [
            r for r, stems in every if _shared(known, frame.counted, stems) == whole
        ]
    for told in (_unit, _detail, _names):
        scored = [(_shared(known, frame.words, told(known, row)), row) for row in rows]
        top = max((score for score, _ in scored), default=0)
        if top:
            chosen = [row for score, row in scored if score == top]
            same = {e for row in chosen for e in row["event"]}
            return [row for row in rows if row in chosen or same & set(row["event"])]
    return [] if frame.fallback or frame.strict else rows


async def _by_unit(runner: Runner, frame: Figures) -> list[Row]:
    """What is counted by words that name no thing: every word must be told with the figure."""
    if frame.money or frame.values or not frame.words or not frame.strict:
        return []
    rows = await in_all_words(runner, frame)
    return [r for r in rows if _shared(runner.known, frame.words, _unit(runner.known, r))]


async def in_all_words(runner: Runner, frame: Figures) -> list[Row]:
    """The counts with which all words of the question are told."""
    known = runner.known
    found: list[Row] = []
    for row in await runner.rows("counted", document=frame.documents):
        parts = [row["subject"], row["object"], *row["event"], *row["parts"]]
        # `the authorities of X` who did it: X did.
        parts += [b for i in parts if i for b in bodies_in_name(known, i)]
        stems = _unit(known, row) | _detail(known, row)
        stems |= _spelled(known, parts)
        here = all(i in parts or _spelled(known, [i]) & set(frame.words) for i in frame.of)
        if here and _shared(known, frame.words, stems) == len(frame.words):
            found.append(row)
    return found


def _shared(known: Vocabulary, words: Ids, stems: set[str]) -> int:
    return sum(1 for w in words if known.alike(w) & stems)


def _unit(known: Vocabulary, row: Row) -> set[str]:
    return _stems(row["unit"])


def _detail(known: Vocabulary, row: Row) -> set[str]:
    return _stems(row["unit_words"])


def _names(known: Vocabulary, row: Row) -> set[str]:
    """What the figure is of, and the funding or measurement that it belongs to."""
    return _spelled(known, [row["object"], *row["event"]])


def _spelled(known: Vocabulary, things: Iterable[str]) -> set[str]:
    return _stems([t for i in things for t in known.spellings.get(i, ())])


def _stems(value: Any) -> set[str]:
    texts = list(value.values()) if isinstance(value, dict) else as_list(value)
    return {text.heavy(w) for u in texts for one in as_list(u) for w in text.words(str(one))}


def value(row: Row) -> dict[str, Any]:
    unit = {k: v for k, v in (row["unit"] or {}).items() if v}
    money = row["amount"] is not None
    english = str(unit.get("en", ""))
    shown: dict[str, Any] = {
        "qualifier": row["qualifier"],
        "unit": unit or None,
        "status": row["status"],
        "certainty": row["certainty"],
        "period": row["period"],
        "date": row["date"],
        "about": row["object"],
        "statement": row["statement"],
        "event": row["event"],
        "evidence": row["evidence"],
    }
    if money:
        return {"amount": number(str(row["amount"])), "currency": row["currency"], **shown}
    if re.match(r"[A-Z]{3}\b", english):
        # A figure whose unit is a currency is an amount.
        return {
            "amount": number(str(row["figure"])),
            "currency": english[:3],
            "figure": number(str(row["figure"])),
            **shown,
        }
    return {"figure": number(str(row["figure"])), **shown}
