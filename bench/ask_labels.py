"""How linking and planning grow with the number of names: 1×, 10×, 100× those of the graph.

    python -m bench.ask_labels QUESTIONS.yaml PLACES.csv

The further names are those of administrative areas (a table with a column of names), as places of
their own; where the table ends, they are numbered. Times in milliseconds.
"""

from __future__ import annotations

import asyncio
import csv
import itertools
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import yaml

from app.service import fill_when_empty, reader_of
from app.settings import Settings
from graph import GraphSettings, open_graph
from queries.ask.building import build
from queries.ask.link import link
from queries.ask.parse import parse
from queries.reader import Lexicon
from queries.search import Index, Name


def names(table: Path) -> Iterator[str]:
    """Names of the table, without end: after the last the first again, with a number."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = [c for c in rows[0] if "name" in c.casefold()]
    found = list(dict.fromkeys(row[c] for row in rows for c in columns if row[c]))
    for turn in itertools.count():
        yield from (f"{name} {turn}" if turn else name for name in found)


def grown(lexicon: Lexicon, further: Iterator[str], count: int) -> Lexicon:
    """The lexicon with so many more named places."""
    old = [name for group in lexicon.index.exact.values() for name in group]
    new = [
        Name(text, "en", "label", f"https://example.org/place/{n}")
        for n, text in enumerate(itertools.islice(further, count))
    ]
    kinds = {name.iri: frozenset({"Place", "Area"}) for name in new}
    return replace(lexicon, index=Index.of([*old, *new]), classes={**lexicon.classes, **kinds})


def questions_of(path: Path) -> list[str]:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [str(q["question"]) for q in loaded["questions"]]


async def main(asked: list[str], table: Path) -> None:
    with TemporaryDirectory() as folder:
        graph = open_graph(GraphSettings(uri=f"embedded:{folder}/graph"))
        settings = Settings()
        reader = reader_of(graph, settings)
        await fill_when_empty(graph, reader, settings)
        lexicon = await reader.lexicon()
        words = await reader.ask("ask-words")
        predicates = await reader.ask("ask-predicates")
        documents = await reader.ask("ask-documents")
        own = sum(len(group) for group in lexicon.index.exact.values())
        for factor in (1, 10, 100):
            larger = grown(lexicon, names(table), own * (factor - 1))
            began = perf_counter()
            known = build(larger, words, predicates, documents)
            built = perf_counter() - began
            times = []
            for question in asked:
                began = perf_counter()
                parse(link(question, known), known)
                times.append(perf_counter() - began)
            times.sort()
            print(
                f"{factor:4}x {own * factor:8} names: p50 {1000 * times[len(times) // 2]:6.2f}"
                f" p95 {1000 * times[int(len(times) * 0.95)]:6.2f}; built in {built:5.1f} s"
            )
        await graph.close()


if __name__ == "__main__":
    asyncio.run(main(questions_of(Path(sys.argv[1])), Path(sys.argv[2])))
