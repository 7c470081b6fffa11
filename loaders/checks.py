"""Checks that SHACL cannot make or makes less plainly: ids, languages, labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS
from rdflib.term import Node

from loaders.findings import Examined, Finding
from ontology.files import NAMESPACE

_BASE = "https://w3id.org/sahelgraph/"
_IDS = tuple(_BASE + part for part in ("id/", "statement/", "document/"))
# Variants and abbreviations exist in one language without the other.
_ONE_LANGUAGE_IS_ENOUGH = frozenset(
    {
        *(SKOS.altLabel, SKOS.hiddenLabel),
        *(
            URIRef(NAMESPACE + name)
            for name in ("acronym", "unprintedAcronym", "inverseAltLabel", "contraction")
        ),
    }
)


def dangling(given: list[Examined], everything: list[Examined]) -> Iterator[Finding]:
    """IRIs of ours that nothing describes."""
    described = {subject for one in everything for subject in one.graph.subjects()}
    for one in given:
        for subject, predicate, term in one.graph:
            for used in (predicate, term):
                if not isinstance(used, URIRef) or used in described:
                    continue
                if used.startswith(_BASE + "document/"):
                    yield one.finding(
                        "unknown-paragraph",
                        subject,
                        {
                            "en": f"It refers to the paragraph {used}, which does not exist.",
                            "fr": f"Renvoi au paragraphe {used}, qui n’existe pas.",
                        },
                        path=str(predicate),
                    )
                elif str(used).startswith(_IDS) and used not in _IDS:
                    yield one.finding(
                        "dangling-id",
                        subject,
                        {
                            "en": f"It refers to {used}, which nothing describes.",
                            "fr": f"Renvoi à {used}, que rien ne décrit.",
                        },
                        path=str(predicate),
                    )
                elif used.startswith(NAMESPACE) and used != NAMESPACE:
                    yield one.finding(
                        "unknown-term",
                        subject,
                        {
                            "en": f"The ontology has no term {used}.",
                            "fr": f"L’ontologie ne connaît pas le terme {used}.",
                        },
                        path=str(predicate),
                    )


def languages(given: list[Examined], everything: list[Examined]) -> Iterator[Finding]:
    """Texts of ours in English without French, or the other way round."""
    for one in given:
        spoken: dict[tuple[Node, Node], set[str]] = defaultdict(set)
        for subject, predicate, term in one.graph:
            if isinstance(term, Literal) and term.language and _ours(one, subject):
                spoken[subject, predicate].add(term.language.split("-")[0])
        for (subject, predicate), found in spoken.items():
            if predicate in _ONE_LANGUAGE_IS_ENOUGH:
                continue
            for missing, en, fr in (("en", "English", "anglais"), ("fr", "French", "français")):
                if missing not in found and found & {"en", "fr"}:
                    yield one.finding(
                        "missing-language",
                        subject,
                        {
                            "en": f"{_short(predicate)} is not given in {en}.",
                            "fr": f"{_short(predicate)} n’est pas donné en {fr}.",
                        },
                        path=str(predicate),
                    )


def labels(given: list[Examined], everything: list[Examined]) -> Iterator[Finding]:
    """The same preferred label, in one language, on two resources of one kind."""
    holders: dict[tuple[object, str | None, str], set[Node]] = defaultdict(set)
    whole = {one.source.path: _kinds(one.graph) for one in everything}
    for one in everything:
        for subject, label in one.graph.subject_objects(SKOS.prefLabel):
            if isinstance(label, Literal) and isinstance(subject, URIRef):
                kind = whole[one.source.path](subject)
                holders[kind, label.language, str(label).casefold()].add(subject)
    for (_, tag, _), subjects in holders.items():
        if len(subjects) < 2:
            continue
        for one in given:
            for subject in sorted(subjects, key=str):
                if (subject, SKOS.prefLabel, None) not in one.graph:
                    continue
                shown = next(
                    str(text)
                    for text in one.graph.objects(subject, SKOS.prefLabel)
                    if isinstance(text, Literal) and text.language == tag
                )
                others = ", ".join(sorted({str(other) for other in subjects} - {str(subject)}))
                yield one.finding(
                    "duplicate-label",
                    subject,
                    {
                        "en": f"“{shown}” ({tag}) is also the label of {others}.",
                        "fr": f"« {shown} » ({tag}) est aussi le nom de {others}.",
                    },
                    path=str(SKOS.prefLabel),
                )


def _kinds(graph: Graph) -> Callable[[URIRef], object]:
    """Within what a label should be unique: all things; the terms of one scheme or class."""

    def kind(subject: URIRef) -> object:
        if not subject.startswith(NAMESPACE):
            return subject.rpartition("/")[0]
        schemes = frozenset(graph.objects(subject, SKOS.inScheme))
        return schemes or frozenset(graph.objects(subject, RDF.type))

    return kind


def _ours(one: Examined, node: Node) -> bool:
    named: Node | None = node
    while isinstance(named, BNode):
        named = one.owners.get(named)
    return isinstance(named, URIRef) and named.startswith(_BASE)


def _short(iri: Node) -> str:
    return str(iri).rpartition("#")[2].rpartition("/")[2]
