"""The ontology as one HTML page: every term with both languages side by side.

No script, no outside resource; the anchor of a term is its local name, so that
`…/ontology#supports` lands on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from ontology.files import NAMESPACE, ontology_graph, prefixes

LANGUAGES = ("en", "fr")

SG = Namespace(NAMESPACE)

# What is told of a term in each language, and what links it to other terms.
_TEXTS = (SKOS.definition, SKOS.example, SKOS.altLabel, SG.inverseLabel, SG.inverseAltLabel)
_LINKS = (
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    OWL.disjointWith,
    RDFS.domain,
    RDFS.range,
    SG.subjectClass,
    SG.objectClass,
    SG.allows,
    SG.premise,
    SKOS.broader,
    RDFS.seeAlso,
)

_HEADINGS: dict[str, tuple[str, str]] = {
    "title": ("Ontology", "Ontologie"),
    "contents": ("Contents", "Sommaire"),
    "version": ("Version", "Version"),
    "licence": ("Licence", "Licence"),
    "namespace": ("Namespace", "Espace de noms"),
    "classes": ("Classes", "Classes"),
    "predicates": ("Predicates of statements", "Prédicats des énoncés"),
    "roles": ("Roles of statements", "Rôles des énoncés"),
    "properties": ("Other properties", "Autres propriétés"),
    "schemes": ("Vocabularies", "Vocabulaires"),
    "rules": ("Rules of inference", "Règles d’inférence"),
    "definition": ("Definition", "Définition"),
    "example": ("Example", "Exemple"),
    "altLabel": ("Also", "Aussi"),
    "inverseLabel": ("Inverse", "Inverse"),
    "inverseAltLabel": ("Inverse, also", "Inverse, aussi"),
    "subClassOf": ("Kind of", "Sorte de"),
    "subPropertyOf": ("Narrower than", "Plus précis que"),
    "disjointWith": ("Never also", "Jamais aussi"),
    "domain": ("Domain", "Domaine"),
    "range": ("Range", "Portée"),
    "subjectClass": ("Subject", "Sujet"),
    "objectClass": ("Object", "Objet"),
    "allows": ("Allows", "Admet"),
    "premise": ("Premise", "Prémisse"),
    "broader": ("Under", "Sous"),
    "seeAlso": ("Close to", "Proche de"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A term that another points at: `sg:place` with `#place`, or a foreign IRI."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A term as shown. `labels`: language → label; `texts`: (heading key, language → texts)."""

    local: str
    labels: dict[str, str]
    texts: tuple[tuple[str, dict[str, list[str]]], ...]
    links: tuple[tuple[str, list[Link]], ...]
    members: tuple[Entry, ...] = ()


@cache
def render(lang: str | None = None) -> str:
    """The page as HTML text; `lang` (`en`, `fr`) is that of its headings, English by default."""
    first = "fr" if lang == "fr" else "en"
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    graph = ontology_graph()
    about = graph.value(predicate=RDF.type, object=OWL.Ontology)
    return environment.get_template("ontology.html").render(
        lang=first,
        languages=(first, *(each for each in LANGUAGES if each != first)),
        words={key: texts[LANGUAGES.index(first)] for key, texts in _HEADINGS.items()},
        namespace=NAMESPACE,
        title=_by_language(graph, about, DCTERMS.title),
        description=_by_language(graph, about, DCTERMS.description),
        version=graph.value(about, OWL.versionInfo),
        licence=graph.value(about, DCTERMS.license),
        sections=_sections(graph),
    )


def _sections(graph: Graph) -> list[tuple[str, list[Entry]]]:
    predicates = set(graph.subjects(RDF.type, SG.Predicate))
    roles = set(graph.subjects(RDF.type, SG.Role))
    properties = {
        term
        for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
        for term in graph.subjects(RDF.type, kind)
    }
    return [
        ("classes", _entries(graph, graph.subjects(RDF.type, OWL.Class))),
        ("predicates", _entries(graph, predicates)),
        ("roles", _entries(graph, roles)),
        ("properties", _entries(graph, properties - predicates - roles)),
        ("schemes", _entries(graph, graph.subjects(RDF.type, SKOS.ConceptScheme))),
        ("rules", _entries(graph, graph.subjects(RDF.type, SG.Rule))),
    ]


def _entries(graph: Graph, terms: Iterable[Node]) -> list[Entry]:
    ours = sorted({str(term) for term in terms if str(term).startswith(NAMESPACE)}, key=str.lower)
    return [_entry(graph, URIRef(iri)) for iri in ours]


def _entry(graph: Graph, term: URIRef) -> Entry:
    texts = ((_local(p), _by_language(graph, term, p)) for p in _TEXTS)
    links = (
        (_local(p), sorted((_link(o) for o in graph.objects(term, p)), key=lambda x: x.name))
        for p in _LINKS
    )
    return Entry(
        local=_local(term),
        labels={
            lang: label[0] for lang, label in _by_language(graph, term, RDFS.label).items() if label
        },
        texts=tuple((key, value) for key, value in texts if any(value.values())),
        links=tuple((key, value) for key, value in links if value),
        members=tuple(_entries(graph, graph.subjects(SKOS.inScheme, term))),
    )


def _by_language(graph: Graph, term: Node | None, predicate: Node) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
    for value in graph.objects(term, predicate):
        if isinstance(value, Literal) and value.language in found:
            found[value.language].append(str(value))
    return {lang: sorted(values) for lang, values in found.items()}


def _link(term: Node) -> Link:
    iri = str(term)
    if iri.startswith(NAMESPACE):
        return Link(_local(term), f"#{_local(term)}")
    for prefix, namespace in prefixes().items():
        if iri.startswith(namespace):
            return Link(f"{prefix}:{iri.removeprefix(namespace)}", iri)
    return Link(iri, iri)


def _local(term: Node) -> str:
    iri = str(term)
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
