"""The graph grows: what is loaded can be asked about at once, in both languages, no restart."""

from __future__ import annotations

from pathlib import Path

from graph import Graph
from loaders import sync
from queries.ask import ask
from queries.reader import Reader
from tests.queries.filled import filled

HARBOURS = """\
@prefix ex: <https://example.org/harbours/> .
@prefix sg: <https://w3id.org/sahelgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .

ex:inspects a sg:Predicate ;
    rdfs:label "inspects"@en , "inspecte"@fr ;
    skos:prefLabel "inspects"@en , "inspecte"@fr ;
    skos:altLabel "inspected"@en , "inspection of"@en , "inspecter"@fr , "inspection de"@fr ;
    sg:inverseLabel "inspected by"@en , "inspecté par"@fr .

ex:harbour-watch a sg:Programme ;
    skos:prefLabel "Harbour Watch Initiative"@en , "Initiative de veille portuaire"@fr ;
    sg:acronym "HAWI"@en , "IVP"@fr ;
    skos:definition "Watches harbours."@en , "Veille sur les ports."@fr .
ex:blue-line a sg:Programme ;
    skos:prefLabel "Blue Line Scheme"@en , "Dispositif Ligne bleue"@fr .
ex:quay-board a sg:IntergovernmentalOrganisation ;
    skos:prefLabel "Quay Board"@en , "Conseil des quais"@fr .

ex:doc a sg:SourceDocument , sg:Document ;
    dcterms:identifier "harbours-2020" ;
    skos:prefLabel "Harbour report"@en , "Rapport sur les ports"@fr .
ex:p1 a sg:Paragraph ;
    dcterms:isPartOf ex:doc ;
    sg:locator "¶1" ;
    sg:summary "The Quay Board inspects."@en , "Le Conseil des quais inspecte."@fr ;
    sg:mentions ex:harbour-watch , ex:blue-line , ex:quay-board .
ex:s1 a sg:Statement ;
    sg:subject ex:quay-board ; sg:predicate ex:inspects ; sg:object ex:harbour-watch ;
    sg:status sg:actual ; sg:certainty sg:stated ; prov:hadPrimarySource ex:p1 .
ex:s2 a sg:Statement ;
    sg:subject ex:quay-board ; sg:predicate sg:funds ; sg:object ex:blue-line ;
    sg:status sg:committed ; sg:certainty sg:stated ; prov:hadPrimarySource ex:p1 .
"""

WORDS = """\
@prefix ex: <https://example.org/harbours/> .
@prefix sg: <https://w3id.org/sahelgraph/ontology#> .
ex:word a sg:Word ; sg:wordRole "relation" ; sg:standsFor ex:inspects ;
    sg:form "gives the once-over to"@en , "passe au crible"@fr .
"""


async def load(reader: Reader, folder: Path, name: str, text: str) -> None:
    file = folder / f"{name}.ttl"
    file.write_text(text, encoding="utf-8")
    await sync.load(reader.graph, [file])


async def stated(reader: Reader, question: str, lang: str) -> list[str]:
    answer = await ask(reader, question, lang)
    return [i["label"] for i in answer["stated"]]


async def test_what_is_loaded_can_be_asked_at_once(graph: Graph, tmp_path: Path) -> None:
    reader = await filled(graph)
    before = await ask(reader, "who inspects the Harbour Watch Initiative?", "en")
    assert before["outcome"] == "nothing"
    await load(reader, tmp_path, "harbours", HARBOURS)
    assert await stated(reader, "who inspects the Harbour Watch Initiative?", "en") == [
        "Quay Board"
    ]
    assert await stated(reader, "qui inspecte HAWI ?", "fr") == ["Conseil des quais"]
    assert await stated(reader, "par qui l’IVP est-elle inspectée ?", "fr") == ["Conseil des quais"]
    assert await stated(reader, "what does the Quay Board inspect", "en") == [
        "Harbour Watch Initiative"
    ]
    assert await stated(reader, "qui finance la Ligne bleue ?", "fr") == ["Conseil des quais"]
    assert await stated(reader, "Harbor Watch Initiative", "en") == ["Harbour Watch Initiative"]
    assert await stated(reader, "who gives the once-over to HAWI?", "en") == []
    await load(reader, tmp_path, "words", WORDS)
    assert await stated(reader, "who gives the once-over to HAWI?", "en") == ["Quay Board"]
    assert await stated(reader, "qui passe au crible IVP ?", "fr") == ["Conseil des quais"]
