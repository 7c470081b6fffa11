"""Answer a question: link it, read it as frames, run them, shape what they find."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from weakref import WeakKeyDictionary

from queries.ask.linking.items import Linked
from queries.ask.linking.link import link
from queries.ask.linking.turned import asked_first
from queries.ask.reading.parse import parse
from queries.ask.running.result import Result
from queries.ask.running.run_frame import execute
from queries.ask.saying import answer
from queries.ask.words.building import build
from queries.ask.words.text import MAX_QUESTION
from queries.ask.words.vocabulary import Vocabulary
from queries.errors import WrongParameter
from queries.hydrate import Known
from queries.reader import Reader

MOST_PLANS = 3
"""Things that are answered of what one question asks."""

_held: WeakKeyDictionary[Any, Vocabulary] = WeakKeyDictionary()


@dataclass(slots=True)
class Timing:
    """Seconds spent on one question: finding names, reading it, asking the graph and shaping."""

    linking: float = 0.0
    planning: float = 0.0
    graph: float = 0.0
    results: list[Result] = field(default_factory=list)


async def vocabulary(reader: Reader) -> Vocabulary:
    """The vocabulary of the graph as it is now, built again when the graph has changed."""
    lexicon = await reader.lexicon()
    held: Vocabulary | None = _held.get(reader.graph)
    if held is not None and held.version == lexicon.version:
        return held
    words = await reader.ask("ask-words")
    predicates = await reader.ask("ask-predicates")
    documents = await reader.ask("ask-documents")
    found = await asyncio.to_thread(build, lexicon, words, predicates, documents)
    _held[reader.graph] = found
    return found


async def ask(
    reader: Reader,
    question: str,
    lang: str | None = None,
    timing: Timing | None = None,
    *,
    otherwise: str = "en",
) -> dict[str, Any]:
    """The answer in the shape of the contract, in `lang`, else in the language of the question,
    `otherwise` where that cannot be told. Raises `WrongParameter` for a question too long."""
    if len(question) > MAX_QUESTION:
        raise WrongParameter(
            "q",
            f"at most {MAX_QUESTION} characters",
            f"au plus {MAX_QUESTION} caractères",
            maximum=MAX_QUESTION,
        )
    timing = timing or Timing()
    words = await vocabulary(reader)
    began = perf_counter()
    linked: Linked = link(asked_first(question, words), words)
    timing.linking = perf_counter() - began
    began = perf_counter()
    plans = parse(linked, words)
    timing.planning = perf_counter() - began
    began = perf_counter()
    results = []
    for plan in plans[:MOST_PLANS]:
        found = await execute(reader, words, plan)
        found.aside = plan.aside
        results.append(found)
    known = Known(reader, await reader.lexicon(), lang or linked.lang or otherwise)
    shaped = await answer.shape(known, words, linked, results)
    timing.graph = perf_counter() - began
    timing.results = results
    return shaped
