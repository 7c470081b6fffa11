"""The names of things, and what places and issuers stand for, as the vocabulary holds them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from graph.port import Row
from queries.ask.words import text
from queries.ask.words.rows import MEASURES, add_form, forms, key_of
from queries.ask.words.vocabulary import Named, Sense, Vocabulary
from queries.reader import TERMS, Lexicon


def add_names(found: Vocabulary, lexicon: Lexicon) -> None:
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
            if (
                "Class" in classes
                and local in used
                and strong_key(found, name.text) not in found.weak
            ):
                add_form(found, key_of(name.text), Sense("class", (local,)), stems=True)
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
        add_name_key(found, name.text, sense, parts=bool(name.lang) or name.match == "label")
        front = name.text.partition("(")[0]
        if front != name.text and len(text.words(front)) > 1:
            # `… Agreement (under negotiation)`: people leave out what stands in parentheses.
            add_name_key(found, front, replace(sense, match="alias"))


def add_variants(found: Vocabulary, lexicon: Lexicon) -> None:
    """Names in which another name of the same language stands, with its acronym: `convention de
    l'ONU contre …`; and those in which an acronym stands, with what it is short for."""
    names: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    acronyms: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for name in (n for listed in lexicon.index.exact.values() for n in listed):
        words = tuple(strong_words(found, name.text))
        if name.iri in found.labels and name.match == "label":
            names[name.iri, name.lang].append(words)
        elif name.match == "acronym" and len(words) == 1:
            # Written in capitals, `UN` is no little word of French.
            acronyms[name.iri, name.lang].add((words[0].upper(),))
    instead: dict[tuple[str, tuple[str, ...]], set[tuple[str, ...]]] = defaultdict(set)
    for (iri, lang), own in names.items():
        for full in (w for w in own if 1 < len(w) <= LONGEST_INSIDE):
            for short in acronyms[iri, lang]:
                instead[lang, full].add(short)
                instead[lang, tuple(w.casefold() for w in short)].add(full)
    for (iri, lang), own in sorted(names.items()):
        for words in own:
            for at in range(len(words)):
                for end in range(at + 1, min(at + LONGEST_INSIDE, len(words)) + 1):
                    others = instead.get((lang, words[at:end]), ())
                    for other in sorted(others) if end - at < len(words) else ():
                        form = " ".join((*words[:at], *other, *words[end:]))
                        sense = Sense("thing", (iri,), match="hidden")
                        add_name_key(found, form, sense, parts=False)


LONGEST_INSIDE = 5
"""Words of a name that may stand in another one with its acronym."""


def add_name_key(found: Vocabulary, form: str, sense: Sense, *, parts: bool = True) -> None:
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


def add_documents(found: Vocabulary, rows: list[Row]) -> None:
    """A place or an issuer also stands for the documents and events that carry its name."""
    found.documents = tuple(row["id"] for row in rows)
    names: dict[str, set[str]] = defaultdict(set)
    for named in found.names:
        names[named.iri] |= named.stems
    documents: dict[str, set[str]] = defaultdict(set)
    events: dict[str, set[str]] = defaultdict(set)
    issuers = {form for row in rows for form in forms(row, "issuerName")}
    by_issuer = {f: row["id"] for row in rows for f in forms(row, "issuerName")}
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
        for sense in found.exact.get(strong_key(found, issuer), []):
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


def strong_key(found: Vocabulary, form: str) -> str:
    return " ".join(strong_words(found, form))
