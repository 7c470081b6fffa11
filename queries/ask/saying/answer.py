"""Shape a result as the contract says: tiers, values, evidence, and one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from queries import hydrate
from queries.ask.linking.items import Linked
from queries.ask.running.result import Found, Result
from queries.ask.saying import sentences
from queries.ask.saying.understood import understood
from queries.ask.words import text
from queries.ask.words.vocabulary import Vocabulary
from queries.hydrate import Known
from queries.ids import as_list

MAX_NEAREST = 5


async def shape(
    known: Known, words: Vocabulary, linked: Linked, results: list[Result]
) -> dict[str, Any]:
    """The answer to a question from the results of its frames."""
    kept = [r for r in results if r.answered or r.choices] or results[:1]
    unsaid = [r for r in results if r not in kept and not r.aside] if len(results) > 1 else []
    await _fetch(known, kept)
    stated = _merged(known, [f for r in kept for f in r.stated.values()], inferred=False)
    seen = {row["id"] for row in stated}
    inferred = [
        row
        for row in _merged(known, [f for r in kept for f in r.inferred.values()], inferred=True)
        if row["id"] not in seen
    ]
    outcome = (
        "answered"
        if any(r.answered for r in kept)
        else "clarification"
        if any(r.choices for r in kept)
        else "nothing"
    )
    runs = [run for r in kept for run in r.runs]
    body = {
        "question": linked.question,
        "lang": known.lang,
        "understood": {
            "sentence": " ".join(understood(known, words, r) for r in kept),
            "resolved": _resolved(known, words, linked),
            "unresolved": _unresolved(words, linked, kept),
            "query": {"name": runs[0].name, "params": dict(runs[0].params)} if runs else None,
            "queries": [{"name": r.name, "params": dict(r.params)} for r in runs],
        },
        "outcome": outcome,
        "answer": "",
        "stated": stated,
        "inferred": inferred,
        "commitments": _commitments(known, kept),
        "values": [_value(known, v) for r in kept for v in r.values],
        "conflict": any(r.conflict for r in kept),
        "paths": [_path(known, p) for r in kept for p in r.paths],
        "choices": [
            {**_short(known, iri), "evidence": hydrate.show_evidence(known, row["evidence"])}
            for r in kept
            for iri, row in sorted(r.choices.items())
        ],
        "nearest": _nearest(known, kept) if outcome == "nothing" else [],
        "related": [
            {
                **(_short(known, iri) if iri else {}),
                "evidence": hydrate.show_evidence(known, row["evidence"]),
            }
            for r in kept
            for iri, row in r.related.items()
        ],
    }
    body["answer"] = sentences.answer(known, words, body, kept) + sentences.unsaid(
        known, words, unsaid if outcome != "nothing" else []
    )
    return body


def _unresolved(words: Vocabulary, linked: Linked, kept: list[Result]) -> list[str]:
    """The words that neither a name nor a word is known for, nor what a figure counts holds."""
    units = [str(u) for r in kept for v in r.values for u in (v.get("unit") or {}).values()]
    counted = {text.heavy(word) for unit in units for word in text.words(unit)}
    left = [linked.tokens[i] for i in linked.unresolved]
    return [t.text for t in left if counted.isdisjoint(words.alike(t.heavy))]


async def _fetch(known: Known, results: Iterable[Result]) -> None:
    things: set[str] = set()
    nodes: set[str] = set()
    for result in results:
        things |= {
            *result.stated,
            *result.inferred,
            *result.choices,
            *result.nearest,
            *result.named,
            *(i for i in result.related if i),
        }
        for found in (*result.stated.values(), *result.inferred.values()):
            nodes |= found.evidence
            for row in found.rows:
                nodes |= {str(p) for p in row.get("premises") or ()}
                things |= {
                    str(row[k]) for k in ("subject", "object", "predicate", "known") if row.get(k)
                }
                things |= {known.concept(str(v)) for v in row.get("role") or ()}
        for row in (*result.choices.values(), *result.named.values(), *result.related.values()):
            nodes |= {str(e) for e in row["evidence"]}
        nodes |= set(result.commitments)
        for value in result.values:
            nodes |= {str(e) for e in value["evidence"]}
            things |= {str(value["about"])} if value.get("about") else set()
            things |= {known.concept(str(v)) for v in as_list(value.get("qualifier"))}
        for path in result.paths:
            things |= set(path["nodes"])
            nodes |= {str(e) for e in path["evidence"]}
    await known.fetch(things=things, nodes=nodes)


def _short(known: Known, iri: str) -> dict[str, Any]:
    thing = hydrate.show_thing(known, iri)
    return {"id": thing["id"], "label": thing["label"]}


def _merged(known: Known, founds: list[Found], *, inferred: bool) -> list[dict[str, Any]]:
    by_thing: dict[str, list[Found]] = {}
    for found in founds:
        by_thing.setdefault(found.iri, []).append(found)
    shown = []
    for iri, group in by_thing.items():
        rows = [row for found in group for row in found.rows]
        statements = sorted({str(r["statement"]) for r in rows if r.get("statement")})
        roles = sorted({known.concept(str(v)) for r in rows for v in r.get("role") or ()})
        certainties = {str(r.get("certainty") or "stated") for r in rows}
        thing = hydrate.show_thing(known, iri)
        item: dict[str, Any] = {
            "id": thing["id"],
            "label": thing["label"],
            "kind": thing["kind"],
            "role": [hydrate.show_thing(known, r)["label"] for r in roles],
            "status": sorted({str(r["status"]) for r in rows if r.get("status")}),
            "certainty": "stated" if "stated" in certainties else "implied",
            "statements": [known.lexicon.ids.short(s) for s in statements],
            "evidence": _evidence(known, group),
        }
        if inferred:
            premises = sorted({str(p) for r in rows for p in r.get("premises") or ()})
            item["rule"] = sorted({str(r["rule"]) for r in rows if r.get("rule")})
            item["premises"] = [
                {
                    "statement": known.lexicon.ids.short(p),
                    "evidence": hydrate.show_evidence(known, [p]),
                }
                for p in premises
            ]
        shown.append(item)
    return sorted(shown, key=lambda i: str(i["id"]))


def _evidence(known: Known, group: list[Found]) -> list[dict[str, Any]]:
    """What says it first, then what it rests on."""
    own = {str(e) for f in group for r in f.rows for e in as_list(r.get("evidence"))}
    rest = {e for f in group for e in f.evidence} - own
    shown = hydrate.show_evidence(known, sorted(own))
    seen = {(e["document"], e["paragraph"]) for e in shown}
    more = hydrate.show_evidence(known, sorted(rest))
    return shown + [e for e in more if (e["document"], e["paragraph"]) not in seen]


def _resolved(known: Known, words: Vocabulary, linked: Linked) -> list[dict[str, Any]]:
    shown = []
    for item in linked.items:
        for sense in item.senses:
            if sense.role != "thing":
                continue
            how = "fuzzy" if item.how in {"fuzzy", "part"} else sense.match
            shown += [
                {
                    "span": linked.span(item),
                    "id": known.lexicon.ids.short(iri),
                    "label": words.label(iri, known.lang),
                    "match": "alias" if how == "hidden" else how,
                }
                for iri in sense.ids[:6]
            ]
    return shown


def _commitments(known: Known, results: list[Result]) -> list[dict[str, Any]]:
    iris = sorted({iri for r in results for iri in r.commitments})
    shown = []
    for iri in iris:
        short = hydrate.show_commitment_in_short(known, iri)
        row = next((r.commitments[iri] for r in results if r.commitments.get(iri)), None)
        shown.append(
            {
                "id": short["id"],
                "kind": short["kind"],
                "summary": short["summary"],
                **(
                    {"deadline": row["deadline"] or _text(known, row["deadline_text"])}
                    if row
                    else {}
                ),
                "evidence": short["evidence"],
            }
        )
    return shown


def _text(known: Known, value: Any) -> str | None:
    if not isinstance(value, dict):
        return None if value is None else str(value)
    texts = {k: v for k, v in value.items() if v}
    chosen = texts.get(known.lang) or next(iter(texts.values()), None)
    return str(as_list(chosen)[0]) if chosen else None


def _value(known: Known, value: dict[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = {
        k: value[k]
        for k in ("figure", "amount", "currency", "boolean", "date", "to")
        if value.get(k) is not None
    }
    qualifiers = [
        hydrate.show_thing(known, known.concept(str(q)))["label"]
        for q in as_list(value.get("qualifier"))
    ]
    shown["qualifier"] = ", ".join(qualifiers) or None
    shown["unit"] = _text(known, value.get("unit"))
    shown["status"] = value.get("status")
    if value.get("certainty"):
        shown["certainty"] = value["certainty"]
    if period := _text(known, value.get("period")):
        shown["period"] = period
    if value.get("event"):
        shown["event"] = [known.lexicon.ids.short(str(e)) for e in value["event"]]
    shown["evidence"] = hydrate.show_evidence(known, value["evidence"])
    return shown


def _path(known: Known, row: dict[str, Any]) -> dict[str, Any]:
    through = [s for part in row.get("through", ()) for s in part]
    edges = [_edge(known, statement) for statement in (*row["statements"], *through)]
    return {"nodes": [_short(known, n) for n in row["nodes"]], "edges": edges}


def _edge(known: Known, statement: str) -> dict[str, Any]:
    premise = hydrate.show_premise(known, statement)
    ends = ("predicate", "subject", "object")
    return {name: premise[name]["id"] if premise[name] else None for name in ends} | {
        name: premise[name] for name in ("statement", "status", "certainty", "evidence")
    }


def _nearest(known: Known, results: list[Result]) -> list[dict[str, Any]]:
    shown = []
    for result in results:
        for iri, why in result.nearest.items():
            row = result.named.get(iri)
            shown.append(
                {
                    **_short(known, iri),
                    "why": why,
                    "evidence": hydrate.show_evidence(known, row["evidence"]) if row else [],
                }
            )
    return shown[:MAX_NEAREST]
