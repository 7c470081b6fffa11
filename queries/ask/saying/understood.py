"""What was understood of a question, said in the asker's language. Patterns are data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from queries.ask.reading import frames
from queries.ask.running.result import Result
from queries.ask.saying.wording import FEW_VERBS, labels, patterns_of
from queries.ask.words.vocabulary import Relation, Vocabulary
from queries.hydrate import Known


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
        return labels(words, p, iris, lang)

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
        if pattern.dated:
            text += p["dated"].format(time=pattern.dated)
        if pattern.documents:
            text += p["said_in"].format(things=names(pattern.documents))
        parts.append((p["without"] if pattern.negated else "{things}").format(things=text))
    if asked.among and frame.naming and set(frame.naming[0].documents) == set(words.documents):
        # What any document names needs no list of them: it is known which things are meant.
        parts.append(p["these"].format(things=names(asked.among)))
        frame = replace(frame, naming=frame.naming[1:])
    for naming in frame.naming:
        text = p["named_in"].format(things=names(naming.documents))
        parts.append((p["without"] if naming.negated else "{things}").format(things=text))
    if asked.exclude:
        parts.append(p["except"].format(things=names(asked.exclude)))
    kinds = (words.kind_labels.get(k, {}).get(lang, k) for k in asked.kinds)
    head = p["or"].join(list(dict.fromkeys(kinds))[:FEW_VERBS]) or p["any"]
    period = f" ({asked.period})" if asked.period else ""
    return str(p["understood"]["find"].format(
        asked=head[:1].upper() + head[1:] + period, conditions="; ".join(dict.fromkeys(parts))
    ))  # fmt: skip


def understood(known: Known, words: Vocabulary, result: Result) -> str:
    """The reading of a frame in the asker's language."""
    p, lang, frame = patterns_of(known), known.lang, result.frame
    u = p["understood"]

    def names(iris: Iterable[str]) -> str:
        return labels(words, p, iris, lang)

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
            given = ", ".join(f"{value:.0f}" for value in frame.values)
            things = names((*frame.of, *frame.documents)) or given
            said = u["whose"] if frame.whose else u["figures"]
            return str(said.format(things=things or "–"))
        case frames.When():
            return str(u["when"].format(things=names(frame.of)))
        case frames.Where() if frame.asked.member_of:
            text = str(u["where"].format(things=names(frame.of))).rstrip(".")
            return f"{text} ({p['among'].format(things=names(frame.asked.member_of))})."
        case frames.Where():
            return str(u["where"].format(things=names(frame.of)))
        case frames.YesNo():
            relation = _relation(frame.relation, words, p, lang) or p["linked"]
            return str(
                u["yesno"].format(
                    left=names(frame.left) or p["any"], right=names(frame.right), relation=relation
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
            if frame.deed is not None and (told := _relation(frame.deed.relation, words, p, lang)):
                parts.append(p["stating"].format(relation=told))
            if frame.progress:
                said = "followed_up" if len(frame.progress) > 1 else "carried_out"
                parts.append(p[f"not_{said}" if frame.undone else said])
            if result.words:
                parts.append(p["speaking_of"].format(things=", ".join(result.words)))
            if frame.apart:
                parts.append(p["but_not_on"].format(things=names(frame.apart)))
            if frame.deadline is not None:
                parts.append(p["with_deadline" if frame.deadline else "without_deadline"])
            if frame.who:
                parts.append(p["to_whom" if frame.whom else "and_whose"])
            return str(u["commitments"].format(conditions="".join(parts)))
        case frames.Find():
            read = tuple(result.read_as.get(one, one) for one in frame.patterns)
            return _find(known, words, p, replace(frame, patterns=read))
        case _:
            return str(u["unknown"].format(things=names(getattr(frame, "near", ())) or "–"))
