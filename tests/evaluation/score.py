"""Score files of questions with gold answers, on both engines.

    python -m tests.evaluation.score FILE… [--engine embedded|neo4j|both]

A question passes when everything of its gold answer is where it belongs, nothing of
`must_not_return` appears anywhere, and what is stated beyond the answer stays within a quarter.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import os
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from graph import GraphSettings, open_graph
from queries.ask.asking import Timing, ask, vocabulary
from queries.reader import Reader
from tests import neo4j_server
from tests.queries.filled import filled

Question = Mapping[str, Any]


def ids(items: Any) -> set[str]:
    return {str(i["id"]) for i in items}


def everywhere(answer: Mapping[str, Any]) -> set[str]:
    """Every id that an answer returns."""
    found = set[str]()
    for part in ("stated", "inferred", "commitments", "choices", "nearest"):
        found |= ids(answer[part])
    for path in answer["paths"]:
        found |= ids(path["nodes"])
    return found


def paragraphs(value: Any) -> Iterator[tuple[str, str]]:
    """All paragraphs shown anywhere in an answer."""
    if isinstance(value, Mapping):
        if "document" in value and "paragraph" in value:
            yield str(value["document"]), str(value["paragraph"])
        for part in value.values():
            yield from paragraphs(part)
    elif isinstance(value, list):
        for part in value:
            yield from paragraphs(part)


def faults(gold: Question, answer: Mapping[str, Any]) -> list[str]:
    """Why a question does not pass; empty when it does."""
    kind = str(gold["answer_kind"])
    found: list[str] = []
    stated = ids(answer["stated"])
    wanted = set(gold.get("answer") or [])
    if kind == "commitments":
        lacking = wanted - ids(answer["commitments"])
    elif kind == "path":
        lacking = wanted - {n["id"] for p in answer["paths"] for n in p["nodes"]}
    elif kind == "clarification":
        lacking = wanted - ids(answer["choices"])
    elif kind.startswith(("number", "boolean", "date", "none")):
        lacking = set()
    else:
        lacking = wanted - stated
    if lacking:
        found.append("lacks " + ", ".join(sorted(lacking)))
    if lost := set(gold.get("answer_inferred") or []) - ids(answer["inferred"]):
        found.append("not inferred: " + ", ".join(sorted(lost)))
    if lost := set(gold.get("answer_commitments") or []) - ids(answer["commitments"]):
        found.append("lacks commitments " + ", ".join(sorted(lost)))
    if bad := set(gold.get("must_not_return") or []) & everywhere(answer):
        found.append("MUST NOT return " + ", ".join(sorted(bad)))
    if kind == "none":
        if answer["outcome"] != "nothing" or any(
            answer[k] for k in ("stated", "inferred", "commitments", "values", "paths")
        ):
            found.append(f"outcome {answer['outcome']} instead of nothing")
    elif kind == "clarification":
        if answer["outcome"] != "clarification":
            found.append(f"outcome {answer['outcome']} instead of clarification")
    else:
        if answer["outcome"] != "answered":
            found.append(f"outcome {answer['outcome']}")
        extra = stated - wanted - set(gold.get("acceptable_extra") or [])
        if kind.startswith(("entities", "tiered")) and len(extra) > math.ceil(len(wanted) / 4):
            found.append("too many extra: " + ", ".join(sorted(extra)))
    if kind.startswith(("number", "boolean", "date")):
        found += _values(gold, answer)
    shown = set(paragraphs({k: v for k, v in answer.items() if k != "understood"}))
    for item in gold.get("evidence") or []:
        if (item["doc"], item["para"]) not in shown:
            found.append(f"evidence {item['doc']} {item['para']} not shown")
    return found


def _values(gold: Question, answer: Mapping[str, Any]) -> list[str]:
    found = []
    wanted = gold.get("answer_value") or []
    for value in wanted if isinstance(wanted, list) else [wanted]:
        if not any(_same(value, got) for got in answer["values"]):
            found.append(f"value {value} not among {[_brief(v) for v in answer['values']]}")
    conflict = "conflict" in str(gold["answer_kind"])
    if conflict and not answer["conflict"]:
        found.append("no conflict shown")
    return found


def _same(wanted: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    if "boolean" in wanted:
        return got.get("boolean") is wanted["boolean"]
    if "eur" in wanted:
        return bool(got.get("amount") == wanted["eur"] and got.get("currency") == "EUR")
    if "amount" in wanted:
        return bool(
            got.get("amount") == wanted["amount"] and got.get("currency") == wanted["currency"]
        )
    if "figure" in wanted:
        return bool(got.get("figure") == wanted["figure"])
    if "date" in wanted:
        return bool(got.get("date") == str(wanted["date"]))
    return False


def _brief(value: Mapping[str, Any]) -> Any:
    return next((value[k] for k in ("boolean", "amount", "figure", "date") if k in value), None)


@dataclass(slots=True)
class Tally:
    """Passed and asked, by kind."""

    passed: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    forbidden: int = 0
    times: list[Timing] = field(default_factory=list)

    def add(self, gold: Question, found: list[str]) -> None:
        for kind in (str(gold["answer_kind"]), "all"):
            self.asked[kind] += 1
            self.passed[kind] += not found
        self.forbidden += any(f.startswith("MUST NOT") for f in found)


async def score(reader: Reader, questions: list[Question], say: Callable[[str], None]) -> Tally:
    """Ask all questions of a graph; says for each whether it passes, or why not."""
    tally = Tally()
    await vocabulary(reader)
    for gold in questions:
        timing = Timing()
        answer = await ask(reader, gold["question"], gold.get("lang", "en"), timing)
        found = faults(gold, answer)
        tally.add(gold, found)
        tally.times.append(timing)
        verdict = "pass" if not found else "; ".join(found)
        say(f"{gold['id']:6} {gold['answer_kind']:22} {verdict}")
    return tally


def read(paths: list[Path]) -> list[Question]:
    """The questions of YAML files."""
    found: list[Question] = []
    for path in paths:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += loaded["questions"] if isinstance(loaded, dict) else loaded
    return found


def report(tally: Tally, say: Callable[[str], None]) -> None:
    for kind in sorted(tally.asked, key=lambda k: (k == "all", k)):
        say(f"{kind:24} {tally.passed[kind]:4} of {tally.asked[kind]}")
    say(f"questions with a row that must not be there: {tally.forbidden}")
    for name, values in (
        ("linking", [t.linking for t in tally.times]),
        ("planning", [t.planning for t in tally.times]),
        ("linking + planning", [t.linking + t.planning for t in tally.times]),
        ("graph + shaping", [t.graph for t in tally.times]),
    ):
        ordered = sorted(values)
        middle, high = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
        say(f"{name:24} p50 {1000 * middle:7.2f} ms   p95 {1000 * high:7.2f} ms")


@asynccontextmanager
async def filled_engine(engine: str) -> AsyncIterator[Reader]:
    """A reader over the shipped data, on an engine that is started for it."""
    with ExitStack() as stack:
        if engine == "neo4j":
            uri = os.environ.get("SAHELGRAPH_EVAL_NEO4J")
            if uri is None:
                server = neo4j_server.start()
                stack.callback(server.stop)
                uri = server.uri
            settings = GraphSettings(uri=uri)
        else:
            folder = stack.enter_context(TemporaryDirectory(prefix="sahelgraph-eval-"))
            settings = GraphSettings(uri=f"embedded:{folder}/graph")
        graph = open_graph(settings)
        try:
            yield await filled(graph)
        finally:
            await graph.close()


async def evaluate(paths: list[Path], engines: list[str]) -> int:
    """Exit code: 0 when all pass on all engines."""
    questions = read(paths)
    failed = 0
    for engine in engines:
        if engine == "neo4j" and (lack := neo4j_server.missing()):
            print(f"not on neo4j: {lack}")
            continue
        print(f"# {engine}")
        async with filled_engine(engine) as reader:
            tally = await score(reader, questions, print)
        report(tally, print)
        failed += tally.asked["all"] - tally.passed["all"]
    return 1 if failed else 0


def main() -> None:
    parser = argparse.ArgumentParser(description="Score questions with gold answers.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--engine", choices=["embedded", "neo4j", "both"], default="both")
    given = parser.parse_args()
    engines = ["embedded", "neo4j"] if given.engine == "both" else [given.engine]
    raise SystemExit(asyncio.run(evaluate(given.files, engines)))


if __name__ == "__main__":
    main()
