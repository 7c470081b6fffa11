"""Build the vocabulary from the graph: words, names, predicates, what places stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph.port import Row
from queries.ask import text
from queries.ask.fuzzy import Corrections
from queries.ask.vocabulary import Named, Relation, Sense, Vocabulary
from queries.ids import as_list
from queries.labels import split_key
from queries.reader import TERMS, Lexicon

MEASURES = frozenset({"Measurement", "Indicator"})
"""Classes whose labels describe and are no names."""

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
        if _value(row, "wordRole") in WEAK_ROLES
        for form in map(_key, _forms(row))
        if form and " " not in form
    )
    found.months = frozenset(
        text.light(_key(f))
        for row in words
        if _value(row, "wordRole") == "month"
        for f in _forms(row)
    )
    claimed = _add_words(found, lexicon, words)
    _add_names(found, lexicon)
    _add_predicates(found, lexicon, predicates, claimed)
    _add_documents(found, list(documents))
    found.corrections = Corrections(
        {t for key in found.full for t in key.split()}
        | {t for key in found.exact for t in key.split()}
    )
    found.sorted_keys = sorted(found.exact)
    return found


def _key(form: str) -> str:
    return " ".join(text.words(form))


def _forms(row: Row, *names: str) -> list[str]:
    wanted = names or ("form",)
    return [
        str(value)
        for key, values in row["properties"].items()
        if split_key(key)[0].rpartition("__")[2] in wanted
        for value in as_list(values)
    ]


def _tagged(row: Row) -> list[tuple[str, str]]:
    """The forms of a word with their languages."""
    return [
        (str(value), key.partition("@")[2])
        for key, values in row["properties"].items()
        if split_key(key)[0].rpartition("__")[2] == "form"
        for value in as_list(values)
    ]


def _said(row: Row, lang: str, *names: str) -> str:
    """The first text of one of the properties in the language."""
    for key, values in row["properties"].items():
        name, _, tag = key.partition("@")
        if tag == lang and name.rpartition("__")[2] in names:
            return str(as_list(values)[0])
    return ""


def _value(row: Row, name: str) -> str:
    return next(iter(_forms(row, name)), "")


def _targets(row: Row, name: str) -> tuple[str, ...]:
    """Targets of an edge by its local name, in either spelling of the mapping."""
    wanted = name.casefold()
    return tuple(
        sorted(
            e["id"]
            for e in row["edges"]
            if e["type"] and e["type"].rpartition("__")[2].replace("_", "").casefold() == wanted
        )
    )


def _add(found: Vocabulary, key: str, sense: Sense, *, stems: bool) -> None:
    if not key:
        return
    found.full[key].append(sense)
    found.longest = max(found.longest, key.count(" ") + 1)
    if stems:
        stem = " ".join(text.heavy(word) for word in key.split())
        if sense not in found.heavy[stem]:
            found.heavy[stem].append(sense)


def _add_words(found: Vocabulary, lexicon: Lexicon, rows: list[Row]) -> set[str]:
    """Adds the words; returns the forms that name a relation, which predicates then leave alone."""
    claimed: set[str] = set()
    local = lexicon.ids.term
    for row in rows:
        role = _value(row, "wordRole")
        ids = _targets(row, "standsFor")
        sense = Sense(role, tuple(map(local, ids)), value=_value(row, "wordValue"), match="alias")
        if role == "class":
            sense = replace(sense, wider=tuple(map(local, _targets(row, "standsForWhen"))))
        if role in {"relation", "mention", "light", "q-where", "serves", "held", "seat"}:
            concept = next(map(local, _targets(row, "withConcept")), None)
            when = _targets(row, "standsForWhen")
            asks = next(map(local, _targets(row, "asksRole")), None)
            relation = Relation(
                ids,
                _targets(row, "standsForInverse"),
                when,
                role=concept if when else None,
                asks=asks.upper() if asks else None,
                status=None if when else concept,
                detail=_value(row, "withDetail") or None,
            )
            sense = Sense(role, relation=relation, match="alias")
        elif role in {"name", "document"}:
            sense = Sense("thing", ids, match="alias")
        for form, lang in _tagged(row):
            key = _key(form)
            if " " not in form:
                found.written[form.casefold()].add(role)
            if role in {"name", "document"}:
                _add_name_key(found, form, sense)
                continue
            if role in {"relation", "mention"}:
                claimed.add(key)
            _add(
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
            frozenset(map(local, _targets(row, "subjectClass"))),
            frozenset(map(local, _targets(row, "objectClass"))),
        )
        found.spoken[iri] = {
            lang: (_said(row, lang, "prefLabel", "label"), _said(row, lang, "inverseLabel"))
            for lang in ("en", "fr")
        }
        forward, backward = Relation((iri,)), Relation((), (iri,))
        for relation, names in (
            (forward, ("prefLabel", "rdfsLabel", "label", "altLabel")),
            (backward, ("inverseLabel", "inverseAltLabel")),
        ):
            for key in sorted(set(map(_key, _forms(row, *names)))):
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
                _add(found, key, Sense("relation", relation=relation), stems=True)
                if relation is forward and bare != key and bare and bare not in claimed:
                    _add(found, bare, Sense("relation", relation=relation), stems=True)


def _add_names(found: Vocabulary, lexicon: Lexicon) -> None:
    ontology = lexicon.ids.ontology
    used = {k for iri, ks in lexicon.classes.items() if not iri.startswith(ontology) for k in ks}
    labelled = {n.iri for ns in lexicon.index.exact.values() for n in ns if n.match == "label"}
    listed = (n for names in lexicon.index.exact.values() for n in names)
    for name in sorted(listed, key=lambda n: not n.lang):
        classes = lexicon.classes.get(name.iri, frozenset())
        if name.iri.startswith(ontology):
            local = name.iri.removeprefix(ontology)
            if "Class" in classes and name.lang and name.match == "label":
                found.kind_labels[local].setdefault(name.lang, name.text)
            if "Class" in classes and local in used and _strong(found, name.text) not in found.weak:
                _add(found, _key(name.text), Sense("class", (local,)), stems=True)
            if "Concept" in classes:
                stems = frozenset(map(text.heavy, text.words(name.text)))
                found.concept_stems[local] = found.concept_stems.get(local, frozenset()) | stems
            continue
        if classes & (TERMS | MEASURES | {"Predicate"}) or name.iri not in labelled:
            continue
        if name.match == "label":
            found.labels[name.iri].setdefault(name.lang, name.text)
        found.spellings[name.iri].append(name.text)
        # The id itself is a name too, but as a whole only.
        sense = Sense("thing", (name.iri,), match=name.match)
        _add_name_key(found, name.text, sense, parts=bool(name.lang) or name.match == "label")


def _add_name_key(found: Vocabulary, form: str, sense: Sense, *, parts: bool = True) -> None:
    size = len(text.words(form))
    strong = strong_words(found, form)
    key = " ".join(strong)
    if not key or any(sense.ids == s.ids for s in found.exact[key]):
        return
    found.exact[key].append(sense)
    found.longest = max(found.longest, size + 2)
    stems = [text.light(p) for p in strong]
    found.light[" ".join(stems)].append(sense)
    if len(strong) > 1:
        found.joined["".join(stems)].append(sense)
    title = [text.light(p) for p in strong_words(found, form.partition("(")[0])] or stems
    for iri in sense.ids:
        number = len(found.names)
        found.names.append(Named(iri, sense.match, frozenset(stems), frozenset(title)))
        found.own[iri].append(found.names[number])
        for stem in set(stems) if parts else ():
            found.postings[stem].append(number)


def _add_documents(found: Vocabulary, rows: list[Row]) -> None:
    """A place or an issuer also stands for the documents and events that carry its name."""
    found.documents = tuple(row["id"] for row in rows)
    names: dict[str, set[str]] = defaultdict(set)
    for named in found.names:
        names[named.iri] |= named.stems
    documents: dict[str, set[str]] = defaultdict(set)
    events: dict[str, set[str]] = defaultdict(set)
    issuers = {form for row in rows for form in _forms(row, "issuerName")}
    by_issuer = {f: row["id"] for row in rows for f in _forms(row, "issuerName")}
    titled = {iri: frozenset(stems) for iri, stems in names.items()}
    # From the few titles to the places in them, not from the many places to the titles.
    for other in (i for i in titled if i in found.documents or "Event" in found.kinds(i)):
        numbers = {n for stem in titled[other] for n in found.postings.get(stem, ())}
        for named in (found.names[n] for n in numbers):
            kinds = found.kinds(named.iri)
            if "Place" not in kinds or "Region" in kinds or not named.stems <= titled[other]:
                continue
            (documents if other in found.documents else events)[named.iri].add(other)
    for issuer in issuers:
        for sense in found.exact.get(_strong(found, issuer), []):
            for iri in sense.ids:
                documents[iri].add(by_issuer[issuer])
    places = {
        iri
        for iri, found_in in documents.items()
        if "Place" in found.kinds(iri) and len(found_in) == 1
    }
    for iri, stems in titled.items():
        if found.kinds(iri) & {"Group", "Event"} and iri not in found.documents:
            here = [p for p in places if any(n.stems <= stems for n in _few(found, p))]
            for place in here[:1]:
                documents[iri] |= documents[place]
                if "Group" in found.kinds(iri):
                    events[iri] |= events[place]
    found.metonyms = {
        iri: (
            tuple(sorted(documents[iri])),
            # First the event whose name has most in common with that of the document.
            tuple(
                sorted(
                    events[iri],
                    key=lambda e: (
                        -max((len(titled[e] & titled[d]) for d in documents[iri]), default=0),
                        e,
                    ),
                )
            ),
        )
        for iri in documents.keys() | events.keys()
    }


def _few(found: Vocabulary, iri: str) -> list[Named]:
    key = found.labels.get(iri, {})
    return [
        Named(iri, "label", frozenset(text.light(w) for w in text.words(label)))
        for label in key.values()
    ]


def strong_words(found: Vocabulary, form: str) -> list[str]:
    """The words of a name without the little ones; those in capitals are acronyms and stay."""
    parts = [(t.folded, t.upper) for t in text.tokens(form)]
    shouted = all(upper for _, upper in parts) and len(parts) > 1
    kept = [p for p, upper in parts if p not in found.weak or (upper and not shouted)]
    return kept or [p for p, _ in parts]


def _strong(found: Vocabulary, form: str) -> str:
    return " ".join(strong_words(found, form))
