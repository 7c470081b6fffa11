"""The French of the field: trafic illicite de migrants is smuggling, traite is trafficking."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from ontology.files import NAMESPACE, superclasses

SG = Namespace(NAMESPACE)
ID = Namespace("https://w3id.org/sahelgraph/id/")

# Never right: each mixes the two offences, or is not a term of the field.
FALSE_FRIENDS = re.compile(
    r"traites? (?:illicites? )?(?:de|des) migrants"
    r"|trafics? (?:illicites? )?(?:de|des|d[’']) ?(?:personnes|êtres humains)"
    r"|trafics? humains?|contrebande de migrants",
    re.IGNORECASE,
)
SMUGGLING_FR = re.compile(r"trafics? (?:illicites? )?(?:de|des) migrants", re.IGNORECASE)
TRAFFICKING_FR = re.compile(r"\btraite (?:des|d’|d')", re.IGNORECASE)


@pytest.fixture(scope="module")
def both(ontology: Graph, data: Graph, shapes: Graph) -> dict[tuple[Node, Node], dict[str, str]]:
    """(node, property) → language → all its texts in one."""
    found: dict[tuple[Node, Node], dict[str, str]] = defaultdict(lambda: {"en": "", "fr": ""})
    for graph in (ontology, data, shapes):
        for node, predicate, value in graph:
            if isinstance(value, Literal) and value.language in ("en", "fr"):
                found[node, predicate][value.language] += f" {value}"
    return found


def test_no_false_friend(both: dict[tuple[Node, Node], dict[str, str]]) -> None:
    assert not [(key, t["fr"]) for key, t in both.items() if FALSE_FRIENDS.search(t["fr"])]


def test_the_two_offences_are_not_swapped(both: dict[tuple[Node, Node], dict[str, str]]) -> None:
    swapped = []
    for key, texts in both.items():
        english = texts["en"].lower()
        smuggling, trafficking = "smuggl" in english, "traffic" in english
        if SMUGGLING_FR.search(texts["fr"]) and trafficking and not smuggling:
            swapped.append((key, texts))
        if TRAFFICKING_FR.search(texts["fr"]) and smuggling and not trafficking:
            swapped.append((key, texts))
    assert not swapped


def names(data: Graph, thing: URIRef, lang: str) -> set[str]:
    return {
        str(o).lower()
        for p in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        for o in data.objects(thing, p)
        if isinstance(o, Literal) and o.language == lang
    }


def test_smuggling_and_trafficking_have_their_own_names(data: Graph) -> None:
    smuggling = names(data, ID["smuggling-of-migrants"], "fr")
    trafficking = names(data, ID["trafficking-in-persons"], "fr")
    assert "trafic illicite de migrants" in smuggling
    assert any(name.startswith("traite des") for name in trafficking)
    assert not any("traite" in name for name in smuggling)
    assert not any("migrants" in name for name in trafficking)


def test_pmcs_finds_the_pcms_without_being_shown(data: Graph) -> None:
    hidden = {str(o) for o in data.objects(ID.pcms, SKOS.hiddenLabel)}
    shown = {
        str(o)
        for p in (SKOS.prefLabel, SKOS.altLabel, SG.acronym)
        for o in data.objects(ID.pcms, p)
    }
    assert "PMCS" in hidden
    assert "PMCS" not in shown
    assert "PCMS" in shown


def classes(data: Graph, thing: Node) -> set[str]:
    asserted = {str(o) for o in data.objects(thing, RDF.type)}
    return asserted.union(*(superclasses().get(cls, frozenset()) for cls in asserted))


def test_nothing_is_of_two_classes_that_are_kept_apart(ontology: Graph, data: Graph) -> None:
    apart = [(str(a), str(b)) for a, b in ontology.subject_objects(OWL.disjointWith)]
    assert apart
    for thing in set(data.subjects(RDF.type, None)):
        own = classes(data, thing)
        assert not [pair for pair in apart if own >= set(pair)], thing


def test_the_joint_force_is_mechanism_and_actor(data: Graph) -> None:
    assert {str(SG.Mechanism), str(SG.Actor)} <= classes(data, ID["g5-sahel-joint-force"])


def test_no_instance_of_a_class_of_mechanisms_is_made_up(data: Graph) -> None:
    for cls in data.subjects(RDF.type, SG.MechanismClass):
        assert not list(data.subjects(RDF.type, cls))
        assert not list(data.subjects(RDFS.subClassOf, cls))
