"""Run catalogue queries for one question and remember which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.port import Row
from queries import params, run
from queries.ask.reading.frames import Frame, Ids
from queries.ask.running.result import Result, Run
from queries.ask.words.vocabulary import Relation, Vocabulary
from queries.pages import Window
from queries.reader import Reader

MAX_ROWS = 1000


class Runner:
    """Runs catalogue queries for one question and remembers which."""

    def __init__(self, reader: Reader, known: Vocabulary, frame: Frame) -> None:
        self.reader = reader
        self.known = known
        self.result = Result(frame)

    async def rows(self, name: str, **given: Any) -> list[Row]:
        """All rows (up to the most a page may have) of a catalogue query, ids as IRIs."""
        query = self.reader.catalogue[name]
        wanted = {
            k: list(v) if isinstance(v, tuple | set | frozenset) else v for k, v in given.items()
        }
        wanted = {k: v for k, v in wanted.items() if v not in (None, [], "")}
        short = self.reader_ids
        self.result.runs.append(
            Run(
                name,
                {
                    k: [short(i) for i in v]
                    if isinstance(v, list)
                    else short(v)
                    if isinstance(v, str)
                    else v
                    for k, v in wanted.items()
                },
            )
        )
        bound = {key: None for key in query.header.parameters if key != "limit"}
        for key, parameter in query.header.parameters.items():
            if key == "limit":
                continue
            value = wanted.get(key, parameter.default)
            if parameter.type == "ids" and value is not None and len(value) > params.MAX_IDS:
                value = value[: params.MAX_IDS]
            bound[key] = value
        found, _ = await run.read(self.reader, query, bound, Window(name, 0, MAX_ROWS))
        return found

    def reader_ids(self, iri: str) -> str:
        lexicon = self.reader._lexicon
        return lexicon.ids.short(iri) if lexicon is not None and "/" in iri else iri


def joined(values: Iterable[str]) -> str | None:
    return ",".join(dict.fromkeys(values)) or None


def closed_predicates(runner: Runner, relation: Relation) -> Ids:
    """Those predicates of a relation whose lists the texts print whole."""
    sense = runner.known.one("closed list", "closed")
    names = sense.ids if sense else ()
    return tuple(
        p
        for p in relation.predicates
        if p in names or p.rpartition("#")[2].rpartition("/")[2] in names
    )
