"""Build the vocabulary from the graph: words, names, predicates, what places stand for."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import replace

from graph.port import Row
from queries.ask.words import text
from queries.ask.words.affiliation import index_bodies
from queries.ask.words.everyday import everyday
from queries.ask.words.fuzzy import Corrections
from queries.ask.words.naming import add_documents, add_name_key, add_names, add_variants
from queries.ask.words.rows import add_form, forms, key_of, said, tagged, targets, value_of
from queries.ask.words.vocabulary import Relation, Sense, Vocabulary
from queries.reader import Lexicon

WEAK_ROLES = frozenset({"filler", "of", "in", "by", "with", "and", "about", "for", "to", "as"})
"""Roles whose single words may stand inside a name without being part of it."""


def build(
    lexicon: Lexicon, rows: Iterable[Row], predicates: Iterable[Row], documents: Iterable[Row]
) -> Vocabulary:
    """The vocabulary of a version of the graph."""
    words = list(rows)
    found = Vocabulary(lexicon.version, classes=lexicon.classes)
    found.weak = frozenset(
        form
        for row in words
        if value_of(row, "wordRole") in WEAK_ROLES
        for form in map(key_of, forms(row))
        if form and " " not in form
    )
    found.months = frozenset(
        text.light(key_of(f))
        for row in words
        if value_of(row, "wordRole") == "month"
        for f in forms(row)
    )
    for kinds in lexicon.classes.values():
        for kind in kinds:
            found.above[kind] = found.above.get(kind, kinds) & kinds
    claimed = _add_words(found, lexicon, words)
    add_names(found, lexicon)
    add_variants(found, lexicon)
    _add_predicates(found, lexicon, predicates, claimed)
    _add_parted(found)
    add_documents(found, list(documents))
    index_bodies(found)
    found.corrections = Corrections(
        {t for key in found.full for t in key.split()}
        | {t for key in found.exact for t in key.split()}
    )
    looked_up = (found.full, found.exact, found.light, found.heavy)
    parts = (key.split() for each in looked_up for key in each)
    found.borders = frozenset((words[0], words[-1]) for words in parts if words)
    everyday()  # Read here, so that the first misspelt question does not wait for it.
    found.sorted_keys = sorted(found.exact)
    # All of it stays: the collector of garbage need not go through it during every question.
    gc.collect()
    gc.freeze()
    return found


def _add_words(found: Vocabulary, lexicon: Lexicon, rows: list[Row]) -> set[str]:
    """Adds the words; returns the forms that name a relation, which predicates then leave alone."""
    claimed: set[str] = set()
    local = lexicon.ids.term
    for row in rows:
        role = value_of(row, "wordRole")
        if role == "contraction":
            given = forms(row, "contraction")
            found.contracted |= {key_of(f): value_of(row, "wordValue") for f in given}
            continue
        if role == "same":
            # Words that name nothing by themselves: they are found again in the texts.
            stems = frozenset(text.heavy(key_of(f)) for f in forms(row))
            found.same |= {s: found.same.get(s, frozenset()) | stems for s in stems}
            continue
        ids = targets(row, "standsFor")
        sense = Sense(role, tuple(map(local, ids)), value=value_of(row, "wordValue"), match="alias")
        if role == "class":
            sense = replace(sense, wider=tuple(map(local, targets(row, "standsForWhen"))))
        if role in {
            "relation",
            "mention",
            "light",
            "q-where",
            "serves",
            "held",
            "seat",
            "parts",
            "members",
            "holders",
            "housed",
            "adopted",
            "pending",
            "made",
            "via",
        }:
            concept = next(map(local, targets(row, "withConcept")), None)
            when = targets(row, "standsForWhen")
            asks = next(map(local, targets(row, "asksRole")), None)
            relation = Relation(
                ids,
                targets(row, "standsForInverse"),
                when,
                role=concept if when else None,
                asks=asks.upper() if asks else None,
                status=None if when else concept,
                detail=value_of(row, "withDetail") or None,
            )
            sense = Sense(role, relation=relation, match="alias")
        elif role in {"name", "document"}:
            sense = Sense("thing", ids, match="alias")
        for form, lang in tagged(row):
            key = key_of(form)
            if " " not in form:
                found.written[form.casefold()].add(role)
            if role in {"name", "document"}:
                add_name_key(found, form, sense)
                continue
            if role in {"relation", "mention"}:
                claimed.add(key)
            add_form(
                found,
                key,
                replace(sense, lang=lang),
                stems=role in {"relation", "mention", "class", "status"}
                or role.startswith("frame"),
            )
    return claimed


def _add_predicates(
    found: Vocabulary, lexicon: Lexicon, rows: Iterable[Row], claimed: set[str]
) -> None:
    local = lexicon.ids.term
    for row in rows:
        iri = row["id"]
        found.ends[iri] = (
            frozenset(map(local, targets(row, "subjectClass"))),
            frozenset(map(local, targets(row, "objectClass"))),
        )
        found.spoken[iri] = {
            lang: (said(row, lang, "prefLabel", "label"), said(row, lang, "inverseLabel"))
            for lang in ("en", "fr")
        }
        forward, backward = Relation((iri,)), Relation((), (iri,))
        for relation, names in (
            (forward, ("prefLabel", "rdfsLabel", "label", "altLabel")),
            (backward, ("inverseLabel", "inverseAltLabel")),
        ):
            for key in sorted(set(map(key_of, forms(row, *names)))):
                parts = key.split()
                bare = " ".join(w for w in parts if w not in found.weak)
                last = {s.role for s in found.full.get(parts[-1], ())} if parts else set()
                asks = (
                    any(s.role.startswith("q-") for s in found.full.get(parts[0], ()))
                    if parts
                    else True
                )
                # Left out: little words only, a question word of its own, said by a word already.
                if len(parts) > 2 and " ".join(map(text.light, bare.split())) in found.light:
                    continue
                kind = len(parts) > 1 and any(s.role == "class" for s in found.full.get(bare, ()))
                if (
                    not bare
                    or asks
                    or key in claimed
                    or ("by" not in last and (bare in claimed or kind))
                ):
                    continue
                add_form(found, key, Sense("relation", relation=relation), stems=True)
                if relation is forward and bare != key and bare and bare not in claimed:
                    add_form(found, bare, Sense("relation", relation=relation), stems=True)


def _add_parted(found: Vocabulary) -> None:
    """Forms of several words of which the last ones say something: `make available`."""
    for key, senses in found.full.items():
        first, *rest = key.split()
        telling = len(rest) > 1
        said = any(len(word) > SHORT and (telling or word not in found.weak) for word in rest)
        if said and first not in found.weak and any(s.role in PARTED for s in senses):
            found.parted[text.heavy(first)].append((tuple(rest), key))


PARTED = ("relation", "except")
"""Roles of words that a name may part: `makes X available`, `leaving X aside`."""

SHORT = 3
"""Letters of a word that does not tell by itself which verb is meant: `out`, `for`."""
