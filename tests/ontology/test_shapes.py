"""The shapes let good data through and refuse broken data, saying why in both languages."""

from __future__ import annotations

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, SH
from rdflib.term import Node

from ontology.files import NAMESPACE

SG = Namespace(NAMESPACE)
SHAPE = "https://w3id.org/sahelgraph/shape/"

PREFIXES = """
@prefix sg: <https://w3id.org/sahelgraph/ontology#> .
@prefix ex: <https://example.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

GOOD = """
ex:state a sg:State ; skos:prefLabel "Niger"@en , "Niger"@fr ;
    skos:definition "A state."@en , "Un État."@fr ; sg:frenchLabelStatus sg:officialName .
ex:team a sg:MechanismClass ; skos:prefLabel "team"@en , "équipe"@fr ;
    skos:definition "A team."@en , "Une équipe."@fr ; sg:acronym "T"@en .
ex:document a sg:SourceDocument ; skos:prefLabel "declaration"@en , "déclaration"@fr ;
    skos:definition "A text."@en , "Un texte."@fr ; dcterms:identifier "declaration-2018" ;
    dcterms:issued "2018-03"^^xsd:gYearMonth ; dcterms:language "en" ;
    sg:documentKind sg:declaration .
ex:p1 a sg:Paragraph ; dcterms:isPartOf ex:document ; sg:locator "¶1" ; sg:order 1 ;
    sg:fromLine 3 ; sg:toLine 4 ; sg:summary "Says it."@en , "Le dit."@fr .
ex:promise a sg:Promise ; sg:committedBy ex:state ; sg:concerns ex:team ;
    sg:certainty sg:stated ; prov:hadPrimarySource ex:p1 ;
    sg:summary "To help."@en , "Aider."@fr ; sg:deadline "2018-06-18"^^xsd:date .
ex:result a sg:ReportedResult ; sg:reportedBy ex:state ; sg:certainty sg:stated ;
    prov:hadPrimarySource ex:p1 ; sg:summary "Done."@en , "Fait."@fr ;
    sg:indicator [ a sg:Indicator ; sg:figure 3 ; sg:unit "teams"@en , "équipes"@fr ] .
ex:statement a sg:Statement ; sg:subject ex:state ; sg:predicate sg:supports ; sg:object ex:team ;
    sg:status sg:committed ; sg:certainty sg:stated ; prov:hadPrimarySource ex:p1 ;
    sg:expresses ex:promise ; sg:supportRole sg:creation , sg:funding ; sg:place ex:state ;
    sg:amount 2.5 ; sg:currency "EUR" ; sg:date "2018"^^xsd:gYear .
ex:implied a sg:Statement ; sg:subject ex:state ; sg:predicate sg:inCountryClass ;
    sg:object ex:elsewhere ; sg:as sg:transit ; sg:status sg:actual ; sg:certainty sg:implied ;
    prov:hadPrimarySource ex:p1 ; prov:wasDerivedFrom ex:p1 ; skos:note "Why."@en , "Pourquoi."@fr .
"""

# Each: the rule that must speak, and the broken description of ex:it.
STATEMENT = """ex:it a sg:Statement ; sg:subject ex:state ; sg:predicate sg:supports ;
    sg:object ex:team ; sg:status sg:committed ; sg:certainty sg:stated ;
    prov:hadPrimarySource ex:p1 """
COMMITMENT = """ex:it a sg:Promise ; sg:committedBy ex:state ; sg:certainty sg:stated ;
    prov:hadPrimarySource ex:p1 ; sg:summary "To help."@en , "Aider."@fr """
PARAGRAPH = """ex:it a sg:Paragraph ; dcterms:isPartOf ex:document ; sg:locator "¶1" ;
    sg:order 1 ; sg:summary "Says it."@en , "Le dit."@fr """
THING = """ex:it skos:prefLabel "a"@en , "b"@fr ; skos:definition "A."@en , "B."@fr """


def without(text: str, part: str) -> str:
    assert part in text
    return text.replace(part, "") + "."


BROKEN = {
    "label-fr": 'ex:it a sg:Actor ; skos:prefLabel "a"@en ; skos:definition "A."@en , "B."@fr .',
    "label-one-a-language": THING + '; a sg:Mission ; skos:prefLabel "c"@en .',
    "definition-en": 'ex:it a sg:Theme ; skos:prefLabel "a"@en , "b"@fr .',
    "acronym-language": THING + '; a sg:Programme ; sg:acronym "A" .',
    "french-label-status-known": THING + "; a sg:Region ; sg:frenchLabelStatus sg:committed .",
    "actor-not-place": THING + "; a sg:Person , sg:Place .",
    "actor-not-theme": THING + "; a sg:Network , sg:Theme .",
    "actor-not-document": THING + "; a sg:Force , sg:SourceDocument .",
    "crime-type-in-scheme": THING + "; a sg:CrimeType ; skos:inScheme sg:Themes .",
    "theme-in-scheme": THING + "; a sg:Theme .",
    "document-kind-known": THING + "; a sg:Document ; sg:documentKind sg:met .",
    "document-issued-date": THING + '; a sg:Document ; dcterms:issued "spring" .',
    "source-document-short-name": THING + '; a sg:SourceDocument ; dcterms:language "en" .',
    "paragraph-document": without(PARAGRAPH, "dcterms:isPartOf ex:document ;"),
    "paragraph-locator": without(PARAGRAPH, 'sg:locator "¶1" ;'),
    "paragraph-order": without(PARAGRAPH, "sg:order 1 ;"),
    "paragraph-from-line": PARAGRAPH + "; sg:fromLine 5 ; sg:toLine 4 .",
    "paragraph-chapeau": PARAGRAPH + "; sg:chapeau ex:state .",
    "summary-fr": without(COMMITMENT, ', "Aider."@fr'),
    "commitment-source": without(COMMITMENT, "prov:hadPrimarySource ex:p1 ;"),
    "commitment-deadline": COMMITMENT + '; sg:deadline "soon" .',
    "commitment-concerns": COMMITMENT + '; sg:concerns "teams" .',
    "committed-by": without(COMMITMENT, "sg:committedBy ex:state ;"),
    "reported-by": COMMITMENT + "; a sg:ReportedResult .",
    "indicator": 'ex:it a sg:Indicator ; sg:unit "teams"@en , "équipes"@fr .',
    "status-record-date": 'ex:it a sg:StatusRecord ; sg:summary "a"@en , "b"@fr .',
    "statement-one-subject": STATEMENT + "; sg:subject ex:document .",
    "statement-one-predicate": without(STATEMENT, "sg:predicate sg:supports ;"),
    "statement-one-object": without(STATEMENT, "sg:object ex:team ;"),
    "statement-source": STATEMENT.replace("ex:p1", "ex:state") + ".",
    "status-known": STATEMENT.replace("sg:committed", "sg:comitted") + ".",
    "certainty-known": without(STATEMENT, "sg:certainty sg:stated ;"),
    "implied-premises": STATEMENT.replace("sg:stated", "sg:implied") + ".",
    "implied-reason-fr": STATEMENT.replace("sg:stated", "sg:implied") + '; skos:note "Why."@en .',
    "conflict-both-ways": STATEMENT + "; sg:conflictsWith ex:statement .",
    "detail-fr": STATEMENT + '; sg:detail "much"@en .',
    "unit-one-a-language": STATEMENT + '; sg:unit "teams" .',
    "support-role-value": STATEMENT + "; sg:supportRole sg:met .",
    "place-value": STATEMENT + "; sg:place ex:document .",
    "topic-value": STATEMENT + '; sg:topic "borders" .',
    "amount-value": STATEMENT + '; sg:amount "much" ; sg:currency "EUR" .',
    "amount-currency": STATEMENT + "; sg:amount 5 .",
    "currency-value": STATEMENT + '; sg:amount 5 ; sg:currency "euros" .',
    "currency-amount": STATEMENT + '; sg:currency "EUR" .',
    "figure-unit": STATEMENT + "; sg:figure 5 .",
    "figure-qualifier-value": STATEMENT + "; sg:figureQualifier sg:actual .",
    "date-value": STATEMENT + '; sg:date "16 March 2018" .',
    "valid-from-value": STATEMENT + '; sg:validFrom "2018-03-16T00:00:00"^^xsd:dateTime .',
    "presence-allowed": STATEMENT + "; sg:presence sg:met .",
    "as-allowed": STATEMENT + "; sg:as sg:transit .",
    "hosts-object": STATEMENT.replace("sg:supports", "sg:hosts") + ".",
    "in-country-class-subject": STATEMENT.replace("sg:supports", "sg:inCountryClass").replace(
        "ex:state", "ex:team"
    )
    + ".",
    "part-of-not-itself": STATEMENT.replace("sg:supports", "sg:partOf").replace(
        "ex:team", "ex:state"
    )
    + ".",
    "proposes-for-tool": STATEMENT.replace("sg:supports", "sg:proposesFor") + ".",
    "reports-result-figure": STATEMENT.replace("sg:supports", "sg:reportsResult") + ".",
    "rule-premise": THING + "; a sg:Rule .",
    "predicate-allows": THING + "; a sg:Predicate ; sg:allows sg:supports .",
}


def findings(graph: Graph, shapes: Graph) -> list[tuple[str, Node, dict[str | None, str]]]:
    """(rule, node, language → message) of all results."""
    _, report, _ = validate(graph, shacl_graph=shapes)
    assert isinstance(report, Graph)
    return [
        (
            str(report.value(result, SH.sourceShape)).removeprefix(SHAPE),
            next(report.objects(result, SH.focusNode)),
            {m.language: str(m) for m in report.objects(result, SH.resultMessage)},
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    ]


@pytest.fixture(scope="module")
def broken(ontology: Graph, shapes: Graph) -> list[tuple[str, Node, dict[str | None, str]]]:
    """All broken examples in one graph, `ex:it` renamed to `ex:{rule}` in each; one run."""
    graph = Graph() + ontology
    graph.parse(data=PREFIXES + GOOD, format="turtle")
    for rule, text in BROKEN.items():
        graph.parse(data=PREFIXES + text.replace("ex:it", f"ex:{rule}"), format="turtle")
    return findings(graph, shapes)


@pytest.mark.parametrize("rule", BROKEN)
def test_broken_data_is_refused_in_both_languages(
    rule: str, broken: list[tuple[str, Node, dict[str | None, str]]]
) -> None:
    node = URIRef(f"https://example.org/{rule}")
    messages = [m for name, focus, m in broken if name == rule and focus == node]
    assert messages, [name for name, focus, _ in broken if focus == node]
    assert all(m.keys() == {"en", "fr"} for m in messages)


def test_good_data_passes(ontology: Graph, shapes: Graph) -> None:
    graph = Graph() + ontology
    graph.parse(data=PREFIXES + GOOD, format="turtle")
    assert findings(graph, shapes) == []


def test_the_data_passes(ontology: Graph, data: Graph, shapes: Graph) -> None:
    assert findings(ontology + data, shapes) == []


def test_vocabularies_of_others_are_not_judged(ontology: Graph, shapes: Graph) -> None:
    graph = Graph() + ontology
    text = 'ex:c a skos:Concept ; skos:prefLabel "only English"@en ; skos:note "n"@en .'
    graph.parse(data=PREFIXES + text, format="turtle")
    assert findings(graph, shapes) == []


def test_every_class_has_a_shape(ontology: Graph, shapes: Graph) -> None:
    targets = set(shapes.objects(None, SH.targetClass))
    assert set(ontology.subjects(RDF.type, OWL.Class)) <= targets


def test_every_role_has_a_shape(ontology: Graph, shapes: Graph) -> None:
    targets = set(shapes.objects(None, SH.targetSubjectsOf))
    assert set(ontology.subjects(RDF.type, SG.Role)) <= targets


@pytest.mark.parametrize(
    ("part", "told"), [(SG.subject, SG.subjectClass), (SG.object, SG.objectClass)]
)
def test_every_predicate_has_a_shape_that_asks_for_the_classes_it_tells(
    part: URIRef, told: URIRef, ontology: Graph, shapes: Graph
) -> None:
    for predicate in ontology.subjects(RDF.type, SG.Predicate):
        shape = shapes.value(predicate=SH.targetNode, object=predicate)
        assert shape is not None, predicate
        asked = {
            cls
            for rule in shapes.objects(shape, SH.property / SH.property)
            if (rule, SH.path, part) in shapes
            for options in shapes.objects(rule, SH["or"])
            for option in Collection(shapes, options)
            for cls in shapes.objects(option, SH["class"])
        }
        assert asked == set(ontology.objects(predicate, told)), predicate


def test_every_finding_can_be_named_and_read_in_both_languages(shapes: Graph) -> None:
    inner = {SH.property, SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf}
    for shape in set(shapes.subjects(RDF.type, None)):
        constraints = set(shapes.predicates(shape)) - inner - {RDF.type, SH.path, SH.message}
        if constraints:
            assert isinstance(shape, URIRef)
            messages = [
                m.language for m in shapes.objects(shape, SH.message) if isinstance(m, Literal)
            ]
            assert sorted(map(str, messages)) == ["en", "fr"], shape
