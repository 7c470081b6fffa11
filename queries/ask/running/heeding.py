"""Words of a question that its frame has no place for: commitments are held to them by their text.

`which commitments concern judges`: no theme is called so, but some commitments speak of judges.
Where none does, and nothing else narrows the list, the word is what is not known.
"""

from __future__ import annotations

from queries.ask.reading.frames import Asked, Commitments, Deed, Ids, Pattern, When
from queries.ask.reading.plan import Plan
from queries.ask.reading.sought import Sought, stems_of
from queries.ask.running.covering import NAMED, covered, weigh
from queries.ask.running.matching import one_pattern
from queries.ask.running.runner import Runner
from queries.ids import as_list
from queries.labels import texts


async def heed(runner: Runner, plan: Plan) -> None:
    """Leave out the commitments and dates that do not fit what else the question says."""
    result = runner.result
    frame = result.frame
    if isinstance(frame, When) and result.values and plan.sought is not None:
        await _dated(runner, frame, plan.sought)
    if not isinstance(frame, Commitments) or not result.commitments:
        return
    if frame.deed is not None:
        await _telling(runner, frame, frame.deed)
    if plan.period:
        await _in_time(runner, frame, plan.period)
    if frame.apart_words:
        await _without_words(runner, frame.apart_words)
        return
    narrow = frame.by or frame.to or frame.about or frame.documents or frame.deadline is not None
    # Where something else narrows the list, only a word that stands where a matter would does too.
    words = plan.matters if narrow else plan.loose
    if not words:
        return
    told = await _told(runner)
    named = (*frame.about, *frame.by, *frame.to, *frame.documents)
    labels = stems_of([t for i in named for t in runner.known.spellings.get(i, ())])
    fitting = {
        iri for iri, stems in told.items()
        if all(runner.known.alike(word.heavy) & (stems | labels) for word in words)
    }  # fmt: skip
    result.words = tuple(word.text for word in words)
    for iri in set(result.commitments) - fitting:
        del result.commitments[iri]
    if not fitting:
        result.unknown = tuple(word.text for word in words)


async def _without_words(runner: Runner, words: Ids) -> None:
    """Without those that speak of what is left out; nothing, where none does."""
    result = runner.result
    told = await _told(runner, alone=True)
    away = {
        iri for iri, stems in told.items()
        if all(runner.known.alike(word) & stems for word in words)
    }  # fmt: skip
    for iri in away or set(told):
        del result.commitments[iri]
    if not away:
        result.unknown = words


async def _dated(runner: Runner, frame: When, sought: Sought) -> None:
    """A date of the thing is one of what the question says of it: made, begun, signed.

    Events and texts have dates of their own, whatever word asks for them.
    """
    result = runner.result
    verbs = [u for u in sought.units if u.kind == "relation"]
    said = verbs or [u for u in sought.units if u.kind == "word"]
    if not said or any(runner.known.kinds(i) & {"Event", "Text"} for i in frame.of):
        return
    bags = (await weigh(runner, sought)).bags
    kept = [
        value for value in result.values
        if any(
            any(
                covered(unit, bags[e], sought, runner.known) >= NAMED
                or (unit.stems and unit.stems <= bags[e].words)
                for unit in said
            )
            for e in value["evidence"] if e in bags
        )
    ]  # fmt: skip
    actual = {v["date"] for v in result.values} if not kept else set()
    if len(actual) == 1 and all(v["status"] == "actual" for v in result.values):
        # The one day that anything is known to have happened to it.
        return
    if len(kept) < len(result.values):
        result.values[:] = kept
        result.commitments.clear()


async def _in_time(runner: Runner, frame: Commitments, period: str) -> None:
    """Only those due then, by date or by the words for it; else those of texts issued then."""
    if frame.deadline is None and frame.documents:
        return
    issued: set[str] = set()
    if frame.deadline is None:
        for text in await runner.reader.ask("ask-documents"):
            dates = as_list(text["properties"].get("issued"))
            issued |= {text["id"] for d in dates if str(d).startswith(period)}
    for iri, row in list(runner.result.commitments.items()):
        if row is None:
            continue
        words = " ".join(str(t) for t in (row["deadline_text"] or {}).values())
        due = str(row["deadline"]).startswith(period) if row["deadline"] else period[:4] in words
        if not due and not issued & set(row["document"]):
            del runner.result.commitments[iri]


async def _telling(runner: Runner, frame: Commitments, deed: Deed) -> None:
    """Only those that state what is asked for, by a statement of their own, or else in their words.

    Where they are about something besides, and none states it, all that are about that.
    """
    pattern = Pattern(deed.relation, documents=frame.documents)
    stated = {c for r in await one_pattern(runner, pattern, Asked(), ()) for c in r["commitments"]}
    for theme in deed.themes:
        rows = await runner.rows("commitments", about=(theme,), document=frame.documents)
        stated |= {row["commitment"] for row in rows}
    held = set(runner.result.commitments)
    kept = held & stated or await _spoken(runner, deed)
    if not kept and frame.about:
        return
    for iri in held - kept:
        del runner.result.commitments[iri]


async def _spoken(runner: Runner, deed: Deed) -> set[str]:
    """The commitments whose own text has the words."""
    told = await _told(runner, alone=True)
    return {
        iri for iri, stems in told.items()
        if all(runner.known.alike(stem) & stems for stem in deed.stems)
    }  # fmt: skip


async def _told(runner: Runner, *, alone: bool = False) -> dict[str, frozenset[str]]:
    """A commitment → the stems of its text and of its paragraphs', in all languages; of its own
    text alone, where another of the same paragraph is not to be taken for it."""
    reader = runner.reader
    lexicon = await reader.lexicon()
    nodes = await reader.recall(lexicon, "nodes", runner.result.commitments)
    sources = {
        row["id"]: [e["id"] for e in row["edges"] if e["type"] == "HAD_PRIMARY_SOURCE"]
        for row in nodes
    }
    paragraphs = await reader.recall(
        lexicon, "paragraphs", {p for listed in sources.values() for p in listed}
    )
    read = nodes if alone else [*nodes, *paragraphs]
    said = {row["id"]: _summaries(row["properties"]) for row in read}
    return {
        iri: stems_of([*said[iri], *(text for p in listed for text in said.get(p, ()))])
        for iri, listed in sources.items()
    }


def _summaries(properties: dict[str, object]) -> list[str]:
    return [text for listed in texts(properties, "summary").values() for text in listed]
