"""Score a file of questions with gold answers, in the format of `../shared/questions/examples.yaml`.

    python -m tests.evaluation.score FILE [--engine embedded|neo4j] [--json OUT]

A question passes when everything of its gold answer is where it belongs, nothing of `must_not_return`
appears anywhere, and what is stated beyond the answer stays within a quarter of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

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
        if answer["outcome"] != "nothing" or any(answer[k] for k in ("stated", "inferred", "commitments", "values", "paths")):
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
        return bool(got.get("amount") == wanted["amount"] and got.get("currency") == wanted["currency"])
    if "figure" in wanted:
        return bool(got.get("figure") == wanted["figure"])
    if "date" in wanted:
        return bool(got.get("date") == str(wanted["date"]))
    return False


def _brief(value: Mapping[str, Any]) -> Any:
    return next((value[k] for k in ("boolean", "amount", "figure", "date") if k in value), None)
