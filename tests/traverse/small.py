"""Small graphs for tests, written as lines `subject predicate object [key=value …]`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.service import reader_of
from app.settings import Settings
from graph import Graph
from loaders.sync import load
from ontology.files import ONTOLOGY_FILES
from queries.filters import Filters
from queries.reader import Reader

PREFIXES = """
@prefix sg: <https://w3id.org/sahelgraph/ontology#> .
@prefix id: <https://w3id.org/sahelgraph/id/> .
@prefix st: <https://w3id.org/sahelgraph/statement/> .
@prefix doc: <https://w3id.org/sahelgraph/document/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
DOCUMENTS = """
id:doc-a a sg:SourceDocument ;
    dcterms:identifier "first" ; dcterms:issued "2016-11-09"^^xsd:date .
id:doc-b a sg:SourceDocument ;
    dcterms:identifier "second" ; dcterms:issued "2019-04"^^xsd:gYearMonth .
doc:a-1 a sg:Paragraph ; sg:locator "¶1" ; sg:order 1 ; dcterms:isPartOf id:doc-a .
doc:b-1 a sg:Paragraph ; sg:locator "¶1" ; sg:order 1 ; dcterms:isPartOf id:doc-b .
"""


def filters(**given: Any) -> Filters:
    """Filters as people write them."""
    return Filters.model_validate(given)


def turtle(lines: str, classes: Mapping[str, str] | None = None) -> str:
    """Statements of the lines, one each; `source=b-1` and other keys as Turtle objects.

    Every end is a programme with a label, or where `classes` are given has these and no label.
    """
    said = [PREFIXES, DOCUMENTS]
    things = set()
    for number, line in enumerate(lines.strip().splitlines(), 1):
        subject, predicate, object_, *more = line.split()
        given = {"status": "sg:actual", "certainty": "sg:stated", "source": "a-1"}
        given |= dict(word.split("=", 1) for word in more)
        source = given.pop("source")
        rest = "".join(f" ; sg:{key} {value}" for key, value in given.items())
        said.append(
            f"st:{subject}.{predicate}.{object_}.{number} a sg:Statement ;"
            f" sg:subject id:{subject} ; sg:predicate sg:{predicate} ;"
            f" sg:object id:{object_}{rest} ;"
            f" prov:hadPrimarySource doc:{source} ."
        )
        things |= {subject, object_}
    if classes is None:
        said += [f'id:{thing} a sg:Programme ; skos:prefLabel "{thing}"@en .' for thing in things]
    else:
        said += [f"id:{thing} a {class_} ." for thing, class_ in classes.items()]
    return "\n".join(said)


async def loaded(
    graph: Graph,
    folder: Path,
    lines: str,
    name: str = "small",
    classes: Mapping[str, str] | None = None,
) -> Reader:
    """A reader over the ontology and these lines, which replace those loaded before."""
    path = folder / f"{name}.ttl"
    path.write_text(turtle(lines, classes), encoding="utf-8")
    reader = reader_of(graph, Settings())
    if not await reader.ask("datasets"):
        await load(graph, list(ONTOLOGY_FILES), "ontology")
    await load(graph, [path], name)
    return reader
