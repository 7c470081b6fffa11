"""The two sentences of an answer: what was understood, and what the rows say. Patterns are data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from queries.ask import frames
from queries.ask.result import Result
from queries.ask.vocabulary import Relation, Vocabulary
from queries.hydrate import Known

FEW = 8
"""Names in a sentence; further ones are counted."""
FEW_LONG = 3
"""Commitments are told in whole sentences."""
FEW_VERBS = 4


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    path = Path(__file__).with_name("sentences.yaml")
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def _of(known: Known) -> dict[str, Any]:
    patterns: dict[str, Any] = _patterns()["fr" if known.lang == "fr" else "en"]
    return patterns


def _names(p: dict[str, Any], names: Iterable[str], few: int = FEW, between: str = ", ") -> str:
    listed = list(dict.fromkeys(names))
    text = between.join(listed[:few])
    more = len(listed) - few
    return text + (p["and_more"].format(n=more) if more > 0 else "")


def _labels(words: Vocabulary, p: dict[str, Any], iris: Iterable[str], lang: str) -> str:
    return _names(p, (words.label(i, lang) for i in iris))


def _relation(relation: Relation, words: Vocabulary, p: dict[str, Any], lang: str) -> str:
    """How the predicates are said; said as their inverse where the subject is known."""
    said = [
        words.spoken.get(iri, {}).get(lang, ("", ""))[end]
        for iris, end in (
            ((*relation.predicates, *relation.when), 0),
            ((*relation.inverse, *relation.when_inverse), 1),
        )
        for iri in iris
    ]
    listed = list(dict.fromkeys(s for s in said if s))
    return str(p["or"]).join(listed[:FEW_VERBS])


def _find(known: Known, words: Vocabulary, p: dict[str, Any], frame: frames.Find) -> str:
    """`Programme: supports the PCMS, in Niger; not: …`."""
    lang = known.lang

    def names(iris: Iterable[str]) -> str:
        return _labels(words, p, iris, lang)

    parts = []
    asked = frame.asked
    if asked.member_of:
        parts.append(p["among"].format(things=names(asked.member_of)))
    for pattern in frame.patterns:
        said = [_relation(q.relation, words, p, lang) for q in (*pattern.others, pattern)]
        text = p["or"].join(dict.fromkeys(s for s in said if s)) or p["linked"]
        if frame.whole:
            text = p["among"].format(things="").strip()
        if things := names((*pattern.of, *pattern.also)):
            text += f" {things}"
        if pattern.through is not None:
            inner = pattern.through
            if all(set(n.documents) == set(words.documents) for n in inner.naming):
                # What any document names needs no list of them.
                inner = replace(inner, naming=())
            text += f" ({_find(known, words, p, inner).rstrip('.: ')})"
        if pattern.place:
            text += p["in_place"].format(things=names((pattern.place,)))
        if pattern.documents:
            text += p["said_in"].format(things=names(pattern.documents))
        parts.append((p["without"] if pattern.negated else "{things}").format(things=text))
    for naming in frame.naming:
        text = p["named_in"].format(things=names(naming.documents))
        parts.append((p["without"] if naming.negated else "{things}").format(things=text))
    if asked.exclude:
        parts.append(p["except"].format(things=names(asked.exclude)))
    kinds = (words.kind_labels.get(k, {}).get(lang, k) for k in asked.kinds)
    head = p["or"].join(list(dict.fromkeys(kinds))[:FEW_VERBS]) or p["any"]
    period = f" ({asked.period})" if asked.period else ""
    return str(p["understood"]["find"].format(
        asked=head[:1].upper() + head[1:] + period, conditions="; ".join(parts)
    ))  # fmt: skip


def understood(known: Known, words: Vocabulary, result: Result) -> str:
    """The reading of a frame in the asker's language."""
    p, lang, frame = _of(known), known.lang, result.frame
    u = p["understood"]

    def names(iris: Iterable[str]) -> str:
        return _labels(words, p, iris, lang)

    match frame:
        case frames.Define():
            return str(u["define"].format(things=names(frame.of)))
        case frames.Happened():
            return str(u["happened"].format(things=names(frame.of)))
        case frames.NamedBy():
            return str(u["named_by"].format(things=names(frame.of)))
        case frames.IsA():
            return str(u["is_a"].format(things=names(frame.of), span=frame.span))
        case frames.Exists():
            return str(u["exists"].format(things=names((*frame.of, *frame.beside))))
        case frames.Choose():
            return str(u["choose"].format(span=frame.span))
        case frames.Figures():
            return str(u["figures"].format(things=names((*frame.of, *frame.documents)) or "–"))
        case frames.When():
            return str(u["when"].format(things=names(frame.of)))
        case frames.Where():
            return str(u["where"].format(things=names(frame.of)))
        case frames.YesNo():
            relation = _relation(frame.relation, words, p, lang) or p["linked"]
            return str(
                u["yesno"].format(
                    left=names(frame.left), right=names(frame.right), relation=relation
                )
            )
        case frames.Path():
            return str(u["path"].format(left=names(frame.start), right=names(frame.finish)))
        case frames.Commitments():
            parts = [
                p[key].format(things=names(ids))
                for key, ids in (
                    ("by", frame.by),
                    ("to", frame.to),
                    ("about", frame.about),
                    ("in_documents", frame.documents),
                )
                if ids
            ]  # fmt: skip
            if frame.progress:
                parts.append(p["carried_out"])
            if frame.deadline is not None:
                parts.append(p["with_deadline" if frame.deadline else "without_deadline"])
            return str(u["commitments"].format(conditions="".join(parts)))
        case frames.Find():
            read = tuple(result.read_as.get(one, one) for one in frame.patterns)
            return _find(known, words, p, replace(frame, patterns=read))
        case _:
            return str(u["unknown"].format(things=names(getattr(frame, "near", ())) or "–"))


def answer(known: Known, words: Vocabulary, body: dict[str, Any], results: list[Result]) -> str:
    """One short text that says what the rows say, and no more."""
    p = _of(known)
    if body["outcome"] == "clarification":
        return str(p["choose"].format(things=_names(p, (c["label"] for c in body["choices"]))))
    if body["outcome"] == "nothing":
        unknown = [u for r in results for u in r.unknown]
        said = next((r.note for r in results if r.note), "nothing")
        text = p["nothing_unknown"].format(unknown=", ".join(unknown)) if unknown else p[said]
        if body["nearest"]:
            text += " " + p["nearest"].format(
                things=_names(p, (n["label"] for n in body["nearest"]))
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
        names = _names(p, (s["label"] for s in body["stated"]))
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
        parts.append(p["stated"].format(things=_names(p, (_item(p, s) for s in listed))))
    if body["inferred"]:
        parts.append(p["inferred"].format(things=_names(p, (s["label"] for s in body["inferred"]))))
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
                things=_names(
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
    """Yes, by its kind in the graph; no, by the words of a text."""
    return [p["is_a" if v["boolean"] else "is_no"] for v in body["values"] if "boolean" in v]


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
