"""Ask: where the time of an answer goes, on both engines, and how reading grows with the names.

    python -m bench.ask [--questions FILE] [NAMES…]

NAMES: files of organisations and places (CSV, JSON, JSON lines, also .zst), which the vocabulary
grows by to ten and a hundred times the names of the graph; without any, its own names numbered.
All times in milliseconds; reading a question is linking its names and planning.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import yaml

from bench.names import further_names
from graph import GraphSettings, open_graph
from loaders.shipped import load_shipped
from queries.ask.asking import Timing, ask
from queries.ask.linking.link import link
from queries.ask.reading.parse import parse
from queries.ask.words.building import build
from queries.reader import Lexicon, Reader
from queries.search import Index, Name

QUESTIONS = Path(__file__).parents[1] / "tests" / "questions" / "open.yaml"


def questions_of(path: Path) -> list[tuple[str, str]]:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [(str(q["question"]), str(q.get("lang", "en"))) for q in loaded["questions"]]


def figures(seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"p50 {p50 * 1000:7.2f}   p95 {p95 * 1000:7.2f}"


async def engine(uri: str, label: str, asked: list[tuple[str, str]]) -> None:
    graph = open_graph(GraphSettings(uri=uri))
    try:
        await graph.ensure_schema()
        await load_shipped(graph)
        reader = Reader(graph)
        for turn in ("asked for the first time", "asked again"):
            timings = []
            for question, lang in asked:
                timings.append(Timing())
                await ask(reader, question, lang, timings[-1])
            print(f"{label}, {len(asked)} questions {turn}")
            for name in ("linking", "planning", "graph"):
                print(f"  {name:<24} {figures([getattr(t, name) for t in timings])}")
            print(f"  {'linking and planning':<24} "
                  f"{figures([t.linking + t.planning for t in timings])}")  # fmt: skip
    finally:
        await graph.close()


def grown(lexicon: Lexicon, further: Iterator[str], count: int) -> Lexicon:
    """The lexicon with so many more names, by turns of an organisation and of a place."""
    old = [name for group in lexicon.index.exact.values() for name in group]
    classes = (
        frozenset({"Actor", "IntergovernmentalOrganisation"}),
        frozenset({"Place", "Area"}),
    )
    new = [
        Name(text, "en", "label", f"https://example.org/named/{n}")
        for n, text in enumerate(itertools.islice(further, count))
    ]
    kinds = {name.iri: classes[n % 2] for n, name in enumerate(new)}
    return replace(lexicon, index=Index.of([*old, *new]), classes={**lexicon.classes, **kinds})


async def growth(folder: Path, asked: list[tuple[str, str]], files: list[Path]) -> None:
    graph = open_graph(GraphSettings(uri=f"embedded:{folder}/growing"))
    try:
        await graph.ensure_schema()
        await load_shipped(graph)
        reader = Reader(graph)
        lexicon = await reader.lexicon()
        parts = [await reader.ask(f"ask-{name}") for name in ("words", "predicates", "documents")]
        own = [name.text for group in lexicon.index.exact.values() for name in group]
        print(f"Linking and planning, {len(asked)} questions, as the names grow")
        for factor in (1, 10, 100):
            further = further_names(files, own)
            began = perf_counter()
            larger = grown(lexicon, further, len(own) * (factor - 1))
            known = build(larger, *parts)
            built = perf_counter() - began
            seconds = []
            for question, _ in asked:
                began = perf_counter()
                parse(link(question, known), known)
                seconds.append(perf_counter() - began)
            print(f"  {factor:4} × {len(own) * factor:9,} names   {figures(seconds)}"
                  f"   (built in {built:.1f} s)")  # fmt: skip
    finally:
        await graph.close()


def main(questions: Path, files: list[Path]) -> None:
    asked = questions_of(questions)
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        asyncio.run(growth(folder, asked, files))
        asyncio.run(engine(f"embedded:{folder}/graph", "embedded", asked))
        from tests import neo4j_server

        if reason := neo4j_server.missing():
            print(f"Neo4j is left out: {reason}")
            return
        uri = stack.enter_context(neo4j_server.running(heap="2g")).uri
        asyncio.run(engine(uri, "Neo4j", asked))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, default=QUESTIONS)
    parser.add_argument("names", type=Path, nargs="*")
    given = parser.parse_args()
    main(given.questions, given.names)
