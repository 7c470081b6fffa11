"""The name table: what JSON-LD, property keys and relationship types are called."""

from __future__ import annotations

import json
import re
from collections import Counter

import pyoxigraph as ox
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import OWL, RDF, SKOS

from ontology.files import (
    CONTEXT_FILE,
    NAMESPACE,
    ONTOLOGY_FILES,
    context,
    prefixes,
    terms,
)

SG = Namespace(NAMESPACE)

RESERVED = {"id", "name", "title", "type", "label", "types", "dataset", "datasets", "shares"}


def upper_snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()


def test_every_term_of_ours_has_a_name(ontology: Graph) -> None:
    ours = {
        str(s)
        for s in ontology.subjects()
        if isinstance(s, URIRef) and str(s).startswith(NAMESPACE)
    }
    assert ours == {iri for iri in terms().values() if iri.startswith(NAMESPACE)}


def test_every_property_in_use_has_a_name(ontology: Graph, data: Graph) -> None:
    used = {str(p) for p in (ontology + data).predicates()} - {str(RDF.type)}
    assert used <= set(terms().values())


def test_every_class_in_use_has_a_name(data: Graph) -> None:
    used = {str(o) for o in data.objects(None, RDF.type)}
    assert used <= set(terms().values())


def test_names_are_not_reserved_and_cannot_be_taken_for_prefixed_ones() -> None:
    for name in terms():
        assert name not in RESERVED
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", name)


def test_one_name_has_one_iri() -> None:
    assert not [iri for iri, n in Counter(terms().values()).items() if n > 1]


def test_relationship_types_are_told_apart() -> None:
    # A class and a property may differ by the capital alone; classes are no relationship types.
    properties = [name for name in terms() if name[0].islower()]
    assert not [t for t, n in Counter(map(upper_snake, properties)).items() if n > 1]


def test_properties_come_before_classes_so_that_they_get_the_plain_type() -> None:
    capitals = [name[0].isupper() for name in terms()]
    assert capitals == sorted(capitals)


def test_coercions_follow_the_ontology(ontology: Graph) -> None:
    for name, definition in context().items():
        iri = URIRef(terms().get(name, ""))
        if not str(iri).startswith(NAMESPACE):
            continue
        kind = definition.get("@type") if isinstance(definition, dict) else None
        if (iri, RDF.type, OWL.ObjectProperty) in ontology:
            assert kind == "@vocab" if (iri, None, SKOS.Concept) in ontology else kind == "@id"
        else:
            assert kind not in ("@vocab", "@id"), name


def test_values_of_vocab_properties_are_terms_of_the_context(data: Graph) -> None:
    vocab = [n for n, d in context().items() if isinstance(d, dict) and d.get("@type") == "@vocab"]
    assert {"status", "certainty", "supportRole", "presence", "as", "figureQualifier"} <= {*vocab}
    for name in vocab:
        for value in data.objects(None, URIRef(terms()[name])):
            assert str(value) in terms().values(), (name, value)


def test_prefixes_are_those_of_the_files() -> None:
    for path in ONTOLOGY_FILES:
        graph = Graph().parse(path)
        for prefix, namespace in graph.namespaces():
            if prefix in prefixes():
                assert str(namespace) == prefixes()[prefix]


def test_two_parsers_read_the_context_alike() -> None:
    document = {
        **json.loads(CONTEXT_FILE.read_text(encoding="utf-8")),
        "@id": "st:niamey-2018.17.niamey-participants.supports.jit",
        "@type": "Statement",
        "predicate": "sg:supports",
        "status": "committed",
        "supportRole": ["creation", "funding"],
        "date": "2018-03-16",
        "order": 3,
        "figure": 15000,
        "place": "id:niger",
        "prefLabel": {"@value": "énoncé", "@language": "fr"},
    }
    text = json.dumps(document)
    ours = Graph().parse(data=text, format="json-ld")
    subject = next(ours.subjects(RDF.type, SG.Statement))
    assert set(ours.objects(subject, SG.supportRole)) == {SG.creation, SG.funding}
    assert (subject, SG.predicate, SG.supports) in ours
    other = Graph()
    for triple in ox.parse(text.encode(), format=ox.RdfFormat.JSON_LD):
        other.parse(data=f"{triple.subject} {triple.predicate} {triple.object} .", format="nt")
    assert set(ours) == set(other)
