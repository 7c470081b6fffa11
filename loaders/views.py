"""The direct edges of statements: subject → object by the predicate, leading back to the statement.

Derived, never exported: told from what RDF says by their property `statement`.
"""

from __future__ import annotations

from itertools import product

from graph.port import EdgeRecord, Value
from loaders.mapping import Description
from loaders.names import Names

_SG = "https://w3id.org/sahelgraph/ontology#"
_PROV = "http://www.w3.org/ns/prov#"
_STATEMENT = _SG + "Statement"

# Literals and terms of a statement that its view carries, under the same keys.
_VALUES = tuple(
    _SG + name
    for name in (
        *("status", "certainty", "date", "validFrom", "validTo", "supportRole", "presence", "as"),
        *("amount", "currency", "figure", "figureQualifier"),
    )
)
# Resources that its view carries as lists of IRIs, under these keys.
_LINKS = {
    "sources": _PROV + "hadPrimarySource",
    "premises": _PROV + "wasDerivedFrom",
    "expresses": _SG + "expresses",
    "place": _SG + "place",
    "appliesTo": _SG + "appliesTo",
}


def views(names: Names, id_: str, description: Description) -> list[EdgeRecord]:
    """The views of a resource: one for each subject, predicate and object, none if no statement."""
    if not is_statement(names, description):
        return []
    subjects = _targets(names, description, _SG + "subject")
    predicates = _targets(names, description, _SG + "predicate")
    objects = _targets(names, description, _SG + "object")
    properties: dict[str, Value] = {"statement": id_}
    for iri in _VALUES:
        key = names.rule(iri).key
        for name, value in description.values.items():
            if name == key or name.startswith(key + "^^"):
                properties[name] = value
    for key, iri in _LINKS.items():
        if found := _targets(names, description, iri):
            properties[key] = list(found)
    return [
        EdgeRecord(subject, names.rule(predicate).type, target, properties)
        for subject, predicate, target in product(subjects, predicates, objects)
        if not predicate.startswith("_:")
    ]


def subjects(names: Names, description: Description) -> list[str]:
    """Where the views of a resource begin."""
    return _targets(names, description, _SG + "subject")


def is_statement(names: Names, description: Description) -> bool:
    """Whether it is said to be a Statement or of a class below it."""
    if not description.types:
        return False
    wanted = names.class_name(_STATEMENT)
    return any(wanted in names.labels(name) for name in description.types)


def _targets(names: Names, description: Description, predicate: str) -> list[str]:
    """The resources that a predicate leads to, sorted, however the context stores them."""
    rule = names.rule(predicate)
    found = [target for type_, target in description.edges if type_ == rule.type]
    if rule.vocab and (value := description.values.get(rule.key)) is not None:
        found += [names.iri(str(v)) for v in (value if isinstance(value, list) else [value])]
    return sorted(found)
