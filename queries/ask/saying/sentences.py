"""The sentence of an answer: what the rows say, and no more. Patterns are data."""

from __future__ import annotations

from typing import Any

from queries.ask.reading import frames
from queries.ask.running.result import Result
from queries.ask.saying.understood import understood
from queries.ask.saying.wording import names_of, patterns_of
from queries.ask.words.vocabulary import Vocabulary
from queries.hydrate import Known

FEW_LONG = 3
"""Commitments are told in whole sentences."""


def answer(known: Known, words: Vocabulary, body: dict[str, Any], results: list[Result]) -> str:
    """One short text that says what the rows say, and no more."""
    p = patterns_of(known)
    if body["outcome"] == "clarification":
        return str(p["choose"].format(things=names_of(p, (c["label"] for c in body["choices"]))))
    if body["outcome"] == "nothing":
        unknown = [u for r in results for u in r.unknown]
        said = next((r.note for r in results if r.note), "nothing")
        text = p["nothing_unknown"].format(unknown=", ".join(unknown)) if unknown else p[said]
        if body["nearest"]:
            text += " " + p["nearest"].format(
                things=names_of(p, (n["label"] for n in body["nearest"]))
            )
        return str(text)
    parts: list[str] = [
        _define(known, r) for r in results if isinstance(r.frame, frames.Define | frames.IsA)
    ]
    parts = [x for x in parts if x]
    counted = [r for r in results if isinstance(r.frame, frames.Find) and r.frame.counted]
    promises = [r for r in results if isinstance(r.frame, frames.Commitments) and r.frame.counted]
    if counted and len(results) == 1 and body["stated"]:
        # What was counted is named beside its number.
        names = names_of(p, (s["label"] for s in body["stated"]))
        parts.append(p["count"].format(n=len(body["stated"]), things=names))
    elif not promises:
        sort = any(isinstance(r.frame, frames.IsA) for r in results)
        note = next((r.note for r in results if r.note), "")
        parts += _sort(p, body) if sort else _values(p, body, note)
    told = {
        known.lexicon.ids.short(iri)
        for r in results
        if isinstance(r.frame, frames.Define | frames.IsA)
        for iri in r.named
    }
    # What has been defined is not named once more.
    listed = [s for s in body["stated"] if s["id"] not in told]
    if listed and not counted:
        parts.append(p["stated"].format(things=names_of(p, (_item(p, s) for s in listed))))
    if body["inferred"]:
        parts.append(
            p["inferred"].format(things=names_of(p, (s["label"] for s in body["inferred"])))
        )
    for place in _class_only(results):
        parts.append(p["class_only"].format(things=words.label(place, known.lang)))
    if body["paths"]:
        first = " – ".join(n["label"] for n in body["paths"][0]["nodes"])
        parts.append(p["paths"].format(n=len(body["paths"]), things=first))
    listed_too = any(isinstance(r.frame, frames.Commitments) for r in results)
    if (
        body["commitments"]
        and (listed_too or not body["stated"])
        and (promises or not body["values"])
    ):
        key = "one_commitment" if len(body["commitments"]) == 1 else "commitments"
        parts.append(
            p[key].format(
                n=len(body["commitments"]),
                things=names_of(
                    p,
                    (str(c["summary"] or c["id"]).rstrip(".") for c in body["commitments"]),
                    FEW_LONG,
                    p["between"],
                ),
            )
        )
    if body["conflict"] and not any("boolean" in v for v in body["values"]):
        parts.append(p["conflict"])
    return " ".join(parts)


def unsaid(known: Known, words: Vocabulary, results: list[Result]) -> str:
    """What else was asked, on which the graph holds nothing."""
    p = patterns_of(known)
    told = [
        ", ".join(r.frame.spans)
        if isinstance(r.frame, frames.Unknown) and r.frame.spans
        else understood(known, words, r).rstrip(". ?")
        for r in results
    ]
    return "".join(" " + p["nothing_on"].format(asked=text) for text in told)


def _class_only(results: list[Result]) -> list[str]:
    """Places asked for that the rows reach only through their class of countries."""
    found = []
    for result in results:
        if not isinstance(result.frame, frames.Find):
            continue
        rows = [r for f in (*result.stated.values(), *result.inferred.values()) for r in f.rows]
        basis = {str(r["place_basis"]) for r in rows if r.get("place_basis")}
        places = dict.fromkeys(q.place for q in result.frame.patterns if q.place)
        found += [i for i in places if i] if basis == {"class"} else []
    return found


def _item(p: dict[str, Any], item: dict[str, Any]) -> str:
    wording = [p["statuses"].get(s, s) for s in item["status"] if s != "actual"]
    return str(item["label"]) + (f" ({', '.join(wording)})" if wording else "")


def _define(known: Known, result: Result) -> str:
    texts = []
    for row in result.named.values():
        definition = {k: v for k, v in (row.get("definition") or {}).items() if v}
        text = definition.get(known.lang) or next(iter(definition.values()), "")
        label = known.lexicon.ids.short(row["answer"])
        names = known.things.get(row["answer"])
        if names:
            from queries.hydrate import show_thing

            label = show_thing(known, row["answer"])["label"]
        acronyms = ", ".join(dict.fromkeys(str(a) for a in row.get("acronyms") or () if a))
        text = text[0] if isinstance(text, list) else text
        texts.append(f"{label}{f' ({acronyms})' if acronyms else ''} : {text}" if text else label)
    return " ".join(texts)


def _sort(p: dict[str, Any], body: dict[str, Any]) -> list[str]:
    """Yes, by its kind in the graph or by the words of a text; no, by the words of a text."""
    told = [v for v in body["values"] if "boolean" in v]
    yes = {True: "is_said", False: "is_a"}
    return [p[yes[v["certainty"] == "stated"] if v["boolean"] else "is_no"] for v in told]


def _values(p: dict[str, Any], body: dict[str, Any], note: str = "") -> list[str]:
    booleans = [v for v in body["values"] if "boolean" in v]
    if booleans:
        yes = [v for v in booleans if v["boolean"]]
        if yes and len(booleans) > len(yes):
            return [p["disputed"]]
        if yes:
            fact = yes[0]["status"] in {"actual", None}
            status = "" if fact else p["statuses"].get(yes[0]["status"], "")
            if yes[0].get("certainty") == "implied":
                return [p["yes_implied"].format(status=status and f" ({status})")]
            # A plan or a promise is no fact.
            return [p["yes" if fact else "yes_but"].format(status=status)]
        if status := booleans[0]["status"]:
            return [p["no_but"].format(status=p["statuses"].get(status, status))]
        return [p[note or "no_list"]]
    parts = []
    seen: set[str] = set()
    for value in body["values"]:
        if "amount" in value:
            text = f"{value['currency']} {_number(value['amount'])}"
        elif "date" in value and "figure" not in value:
            text = value["date"] + (f" – {value['to']}" if value.get("to") else "")
        else:
            text = _number(value["figure"]) + (f" {value['unit']}" if value["unit"] else "")
        if value.get("qualifier"):
            text = f"{value['qualifier']} {text}"
        status = value.get("status")
        told = [str(value["period"])] if value.get("period") and "date" not in value else []
        if status and status != "actual":
            told.append(p["statuses"].get(status, status))
        if told:
            text += f" ({'; '.join(told)})"
        if text not in seen:
            seen.add(text)
            parts.append(text)
    return ["; ".join(parts) + "."] if parts else []


def _number(value: Any) -> str:
    return f"{value:,}".replace(",", " ") if isinstance(value, int | float) else str(value)
