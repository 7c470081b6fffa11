"""Where the ontology and its data are, and the few things that other modules read from them.

Everything is read once and kept; nothing here changes after import.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS

_HERE = Path(__file__).parent

NAMESPACE = "https://w3id.org/sahelgraph/ontology#"

CONTEXT_FILE = _HERE / "context.jsonld"

SHAPES_FILE = _HERE / "shapes.ttl"

# In load order; together they are the dataset `ontology`.
ONTOLOGY_FILES: tuple[Path, ...] = (
    _HERE / "core.ttl",
    _HERE / "roles.ttl",
    _HERE / "predicates.ttl",
    _HERE / "vocabularies.ttl",
    _HERE / "followup.ttl",
    _HERE / "rules.ttl",
    _HERE / "lexicon.ttl",
    SHAPES_FILE,
)

# In load order: what the documents share, what is known about them, what each says. Each is a
# dataset of its own, named by its stem.
DATA_FILES: tuple[Path, ...] = tuple(
    _HERE / "data" / f"{stem}.ttl"
    for stem in (
        "things",
        "thesaurus",
        "catalogue",
        "niamey-2018",
        "dinard-2019",
        "nouakchott-2016",
        "ec-2017",
    )
)


@cache
def ontology_graph() -> Graph:
    """The ontology without its shapes. Shared: callers must not add to it."""
    graph = Graph()
    for path in ONTOLOGY_FILES:
        if path != SHAPES_FILE:
            graph.parse(path, format="turtle")
    return graph


@cache
def superclasses() -> dict[str, frozenset[str]]:
    """Class IRI -> the IRIs of all classes above it (`rdfs:subClassOf`), itself left out.

    Holds every class of the ontology, also those with nothing above them; foreign classes appear
    only above ours, since what lies above them is not ours to say.
    """
    graph = ontology_graph()
    return {
        str(cls): frozenset(
            str(above)
            for above in graph.transitive_objects(cls, RDFS.subClassOf)
            if isinstance(above, URIRef) and above != cls
        )
        for cls in graph.subjects(RDF.type, OWL.Class)
        if isinstance(cls, URIRef)
    }


@cache
def context() -> dict[str, Any]:
    """What stands under `@context` in context.jsonld, as written. Callers must not change it."""
    document = json.loads(CONTEXT_FILE.read_text(encoding="utf-8"))
    return cast(dict[str, Any], document["@context"])


@cache
def prefixes() -> dict[str, str]:
    """Prefix -> namespace IRI: the entries of the context whose IRI ends in `#` or `/`."""
    return {
        name: value
        for name, value in context().items()
        if isinstance(value, str) and value.endswith(("#", "/"))
    }


@cache
def terms() -> dict[str, str]:
    """Short name -> IRI, for every term of the context; prefixes and keywords left out.

    Names that begin with a capital are classes, schemes and rules, the others properties and
    concepts. Read as relationship types (UPPER_SNAKE), the names of properties differ from each
    other; a class and a property may differ by the capital alone (`Place`, `place`), so a name
    with a capital must not be read as one.
    """
    known = prefixes()
    found = {}
    for name, value in context().items():
        if name.startswith("@") or name in known:
            continue
        curie = value if isinstance(value, str) else value["@id"]
        prefix, _, local = curie.partition(":")
        found[name] = known[prefix] + local
    return found
