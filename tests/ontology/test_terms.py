"""A user meets every term in their own language, and no reused term is made up."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, DefinedNamespace

from ontology.files import NAMESPACE, ONTOLOGY_FILES, superclasses

SG = Namespace(NAMESPACE)
HEADER = URIRef(NAMESPACE.removesuffix("#"))

# Copies of the vocabularies that the ontology builds on; elsewhere than here the test is skipped.
VOCABULARIES = Path(__file__).parents[3] / "shared" / "data" / "vocabularies"
COPIED = {
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/ns/org#": "org",
    "http://www.w3.org/ns/prov#": "prov",
    "http://www.w3.org/2004/02/skos/core#": "skos",
    "http://www.w3.org/2006/time#": "time",
    "http://xmlns.com/foaf/0.1/": "foaf",
}
# Known by heart, for they are in no copy.
WGS84 = {"SpatialThing", "lat", "long"}
WGS84_NAMESPACE = "http://www.w3.org/2003/01/geo/wgs84_pos#"


def terms(graph: Graph) -> list[URIRef]:
    return sorted(
        {s for s in graph.subjects() if isinstance(s, URIRef) and str(s).startswith(NAMESPACE)}
    )


def languages(graph: Graph, term: URIRef, predicate: URIRef) -> Counter[str | None]:
    return Counter(o.language for o in graph.objects(term, predicate) if isinstance(o, Literal))


def test_header_names_version_licence_and_both_titles(ontology: Graph) -> None:
    assert (HEADER, RDF.type, OWL.Ontology) in ontology
    assert ontology.value(HEADER, OWL.versionInfo)
    assert str(ontology.value(HEADER, DCTERMS.license)).endswith("/by/4.0/")
    assert languages(ontology, HEADER, DCTERMS.title) == {"en": 1, "fr": 1}


def test_every_term_has_label_and_definition_in_both_languages(ontology: Graph) -> None:
    for term in terms(ontology):
        for predicate in (RDFS.label, SKOS.definition):
            assert languages(ontology, term, predicate) == {"en": 1, "fr": 1}, (term, predicate)


def test_every_term_but_the_schemes_has_an_example_in_both_languages(ontology: Graph) -> None:
    schemes = set(ontology.subjects(RDF.type, SKOS.ConceptScheme))
    for term in terms(ontology):
        if term not in schemes:
            assert languages(ontology, term, SKOS.example) == {"en": 1, "fr": 1}, term


def test_predicates_have_verb_forms_both_ways_in_both_languages(ontology: Graph) -> None:
    predicates = list(ontology.subjects(RDF.type, SG.Predicate))
    assert len(predicates) >= 38
    for term in predicates:
        for predicate in (SKOS.altLabel, SG.inverseLabel, SG.inverseAltLabel):
            assert set(languages(ontology, term, predicate)) == {"en", "fr"}, (term, predicate)


def test_every_property_has_a_domain_a_range_or_a_shape(ontology: Graph, shapes: Graph) -> None:
    shaped = set(shapes.objects()) | set(ontology.subjects(RDF.type, SG.Predicate))
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            told = (term, RDFS.domain, None) in ontology and (term, RDFS.range, None) in ontology
            assert told or term in shaped, term


def test_every_concept_is_in_one_scheme_and_reached_from_its_top(ontology: Graph) -> None:
    for term in ontology.subjects(RDF.type, SKOS.Concept):
        assert len(set(ontology.objects(term, SKOS.inScheme))) == 1, term
        roots = set(ontology.transitive_objects(term, SKOS.broader))
        assert any((root, SKOS.topConceptOf, None) in ontology for root in roots), term


def test_labels_within_a_scheme_do_not_repeat(ontology: Graph) -> None:
    for scheme in ontology.subjects(RDF.type, SKOS.ConceptScheme):
        labels = Counter(
            label
            for concept in ontology.subjects(SKOS.inScheme, scheme)
            for label in ontology.objects(concept, SKOS.prefLabel)
        )
        assert not [label for label, n in labels.items() if n > 1], scheme


def test_predicates_allow_roles_that_exist(ontology: Graph) -> None:
    roles = set(ontology.subjects(RDF.type, SG.Role))
    assert set(ontology.objects(None, SG.allows)) == roles


def test_reused_terms_exist(ontology: Graph) -> None:
    if not VOCABULARIES.is_dir():
        pytest.skip(f"no copies of the vocabularies in {VOCABULARIES}")
    graph = ontology + Graph().parse(ONTOLOGY_FILES[-1])
    known: dict[str, set[str]] = {WGS84_NAMESPACE: {WGS84_NAMESPACE + name for name in WGS84}}
    for namespace, name in COPIED.items():
        copy = Graph().parse(VOCABULARIES / f"{name}.nt", format="nt")
        known[namespace] = {str(s) for s in copy.subjects()}
    used = {str(t) for triple in graph for t in triple if isinstance(t, URIRef)}
    missing = {
        iri
        for namespace, exists in known.items()
        for iri in used
        if iri.startswith(namespace) and iri not in exists
    }
    assert not missing


def test_terms_of_the_w3c_core_exist(ontology: Graph, shapes: Graph) -> None:
    from rdflib.namespace import OWL, RDF, RDFS, SH, XSD

    core: tuple[type[DefinedNamespace], ...] = (OWL, RDF, RDFS, SH, XSD)
    for triple in ontology + shapes:
        for term in (*triple, getattr(triple[2], "datatype", None)):
            for namespace in core:
                if isinstance(term, URIRef) and term.startswith(str(namespace)):
                    assert term in namespace, term


def test_superclasses_are_closed_and_without_a_circle() -> None:
    above = superclasses()
    assert str(SG.Actor) in above[str(SG.CountryClass)]
    assert str(SG.Commitment) in above[str(SG.Promise)]
    assert all(cls not in supers for cls, supers in above.items())
    assert all(above.get(a, frozenset()) <= supers for supers in above.values() for a in supers)


def test_only_actors_are_kept_apart_from_places_themes_and_documents(ontology: Graph) -> None:
    assert set(ontology.subject_objects(OWL.disjointWith)) == {
        (SG.Actor, SG.Place),
        (SG.Actor, SG.Theme),
        (SG.Actor, SG.Document),
    }


def test_no_class_is_below_two_classes_that_are_kept_apart(ontology: Graph) -> None:
    for cls, supers in superclasses().items():
        whole = {cls, *supers}
        for one, other in ontology.subject_objects(OWL.disjointWith):
            assert not {str(one), str(other)} <= whole, cls
