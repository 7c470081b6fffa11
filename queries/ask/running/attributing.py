"""Whose a figure is: who reports it, and where a document says that it comes from."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.reading.frames import Figures
from queries.ask.running.measuring import all_sides, figure_rows, in_all_words, printed, shown
from queries.ask.running.runner import Runner


async def whose(runner: Runner, frame: Figures) -> None:
    """`who counted the 1,562 deaths`, `whose is the figure of refugees in X`: by the thing counted,
    the number and the words; those who report it themselves, and those it is said to come from."""
    of = frame.of or (frame.values and frame.documents)
    rows = await figure_rows(runner, frame) if of else []
    rows = rows or await in_all_words(runner, replace(frame, of=()))
    rows = [r for r in rows if not frame.values or printed(r) in frame.values]
    mine = [(r, r["subject"]) for r in rows if "Actor" in runner.known.kinds(r["subject"])]
    mine += [(r, one) for r in rows for one in r["source"]]
    runner.result.sure = bool(mine)
    known = list({r["statement"]: r for r, _ in mine}.values())
    shown(runner.result, await all_sides(runner, known))
    runner.result.take({**r, "answer": one, "tier": "stated"} for r, one in mine)
