"""Triples ⇄ records: what one resource is described by, as properties, labels and relationships.

Pure, and exact in both directions for any RDF. A term is a plain Python value here: an IRI or
`_:…` is a `str`, a literal is `(lexical form, tag)` with the tag `@en`, `@ar--rtl` or
`^^<datatype IRI>` without the brackets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.port import NodeRecord, Stored, Value
from loaders.names import RDF_TYPE, XSD_BOOLEAN, XSD_INTEGER, XSD_STRING, Names, Rule

VERSION = 1  # part of every fingerprint: raise it when records come out otherwise

Literal = tuple[str, str]
Term = str | Literal
Pair = tuple[str, Term]  # predicate, object
Triple = tuple[str, str, Term]
# An edge as it leaves its node: type, target, datasets (empty where the node has one only).
Edge = tuple[str, str, tuple[str, ...]]

_INT64 = (-(2**63), 2**63 - 1)
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,18}")
_BOOLEAN = {"true": True, "false": False}
_TEXT, _NATIVE_INTEGER, _NATIVE_BOOLEAN = "text", "integer", "boolean"


@dataclass(frozen=True, slots=True)
class Description:
    """What one dataset says with one resource as its subject.

    `types`: names of asserted classes, sorted. `values`: key → scalar or sorted list.
    `edges`: (relationship type, target id).
    """

    types: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    edges: frozenset[tuple[str, str]] = frozenset()

    def __len__(self) -> int:
        """The number of triples."""
        many = sum(len(v) if isinstance(v, list) else 1 for v in self.values.values())
        return len(self.types) + len(self.edges) + many


def describe(names: Names, pairs: Iterable[Pair]) -> Description:
    """The description that the (distinct) predicate–object pairs of one subject amount to."""
    types: list[str] = []
    edges: list[tuple[str, str]] = []
    values: dict[str, list[Any]] = {}
    integers: list[tuple[Rule, str]] = []
    booleans: list[tuple[Rule, str]] = []
    for predicate, term in pairs:
        rule = names.rule(predicate)
        if isinstance(term, str):
            if predicate == RDF_TYPE and not term.startswith("_:"):
                types.append(names.class_name(term))
            elif rule.vocab and (short := names.short(term)) is not None:
                values.setdefault(rule.key, []).append(short)
            else:
                edges.append((rule.type, term))
            continue
        lexical, tag = term
        slot = rule.slots.get(tag)
        if slot is None:
            slot = rule.slots[tag] = _slot(names, rule, tag)
        key, kind = slot
        if kind == _TEXT:
            values.setdefault(key, []).append(lexical)
        elif kind == _NATIVE_INTEGER and _is_native_integer(lexical):
            integers.append((rule, lexical))
        elif kind == _NATIVE_BOOLEAN and lexical in _BOOLEAN:
            booleans.append((rule, lexical))
        else:
            values.setdefault(_typed_key(names, rule, tag), []).append(lexical)
    # A list holds one type: texts come first, then integers, then truth values; who comes too
    # late is kept as exact text.
    for natives, convert, datatype in (
        (integers, int, XSD_INTEGER),
        (booleans, _BOOLEAN.__getitem__, XSD_BOOLEAN),
    ):
        taken = {rule.key for rule, _ in natives if rule.key in values}
        for rule, lexical in natives:
            if rule.key in taken:
                values.setdefault(_typed_key(names, rule, "^^" + datatype), []).append(lexical)
            else:
                values.setdefault(rule.key, []).append(convert(lexical))
    return Description(
        tuple(sorted(types)),
        {key: v[0] if len(v) == 1 else sorted(v) for key, v in sorted(values.items())},
        frozenset(edges),
    )


def _slot(names: Names, rule: Rule, tag: str) -> tuple[str, str]:
    """Where literals with this tag go, and as what (a native form falls back by value)."""
    if tag[0] == "@":
        return rule.key + tag, _TEXT
    datatype = tag[2:]
    plain = (rule.datatype or XSD_STRING) == datatype and not rule.vocab
    if (plain or rule.datatype is None) and not rule.vocab:
        if datatype == XSD_INTEGER:
            return rule.key, _NATIVE_INTEGER
        if datatype == XSD_BOOLEAN:
            return rule.key, _NATIVE_BOOLEAN
    if plain:
        return rule.key, _TEXT
    return _typed_key(names, rule, tag), _TEXT


def _typed_key(names: Names, rule: Rule, tag: str) -> str:
    return f"{rule.key}^^{names.datatype(tag[2:])}"


def _is_native_integer(lexical: str) -> bool:
    return bool(_INTEGER.fullmatch(lexical)) and _INT64[0] <= int(lexical) <= _INT64[1]


def pairs(names: Names, description: Description) -> Iterator[Pair]:
    """The predicate–object pairs back from a description."""
    for name in description.types:
        yield RDF_TYPE, names.iri(name)
    for key, value in description.values.items():
        base, at, language = key.partition("@")
        base, carets, datatype = base.partition("^^")
        rule = names.rule_of_key(base)
        tag = f"@{language}" if at else f"^^{names.iri(datatype, ':')}" if carets else None
        for item in value if isinstance(value, list) else (value,):
            yield rule.iri, _term(names, rule, tag, item)
    for type_, target in description.edges:
        yield names.predicate_of_type(type_), target


def _term(names: Names, rule: Rule, tag: str | None, item: object) -> Term:
    if tag is not None:
        return str(item), tag
    if isinstance(item, bool):
        return "true" if item else "false", "^^" + XSD_BOOLEAN
    if isinstance(item, int):
        return str(item), "^^" + XSD_INTEGER
    if rule.vocab:
        return names.iri(str(item))
    return str(item), "^^" + (rule.datatype or XSD_STRING)


def merge(names: Names, parts: Mapping[str, Description]) -> Description:
    """What several datasets say of one resource, taken together."""
    if len(parts) == 1:
        return next(iter(parts.values()))
    return describe(names, {pair for part in parts.values() for pair in pairs(names, part)})


def record(
    names: Names, id_: str, parts: Mapping[str, Description]
) -> tuple[NodeRecord, frozenset[Edge]]:
    """The node and the edges of a resource that `parts` (dataset → description) describe.

    No part at all makes a stub: a resource that others only point at.
    """
    if not parts:
        return NodeRecord(id_), frozenset()
    whole = merge(names, parts)
    edges: frozenset[Edge]
    if len(parts) == 1:
        own: dict[str, Value] = {"dataset": next(iter(parts))}
        edges = frozenset((type_, target, ()) for type_, target in whole.edges)
        shared: tuple[str, ...] = ()
    else:
        own = {"datasets": sorted(parts), "shares": _write_shares(parts)}
        sayers: dict[tuple[str, str], list[str]] = {}
        for dataset in sorted(parts):
            for edge in parts[dataset].edges:
                sayers.setdefault(edge, []).append(dataset)
        edges = frozenset((*edge, tuple(who)) for edge, who in sayers.items())
        shared = ("Shared",)
    if whole.types:
        own["types"] = list(whole.types)
    labels = {label for name in whole.types for label in names.labels(name)}
    return NodeRecord(id_, tuple(sorted({*labels, *shared})), {**whole.values, **own}), edges


def parts_of(stored: Stored) -> dict[str, Description]:
    """dataset → description, back from a node as stored; views among its edges are passed over."""
    properties = stored.node.properties
    edges = [edge for edge in stored.edges if "statement" not in edge.properties]
    if "dataset" in properties:
        own = frozenset((edge.type, edge.target) for edge in edges)
        return {str(properties["dataset"]): _part(properties, own)}
    if "shares" not in properties:
        return {}
    targets: dict[str, set[tuple[str, str]]] = {}
    for edge in edges:
        for dataset in _listed(edge.properties.get("datasets")):
            targets.setdefault(str(dataset), set()).add((edge.type, edge.target))
    shares: dict[str, dict[str, Value]] = json.loads(str(properties["shares"]))
    return {
        dataset: _part(values, frozenset(targets.get(dataset, ())))
        for dataset, values in shares.items()
    }


def same_values(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    """Equal, and of equal types: 1 is not true here."""
    return one == other and all(_kind(value) is _kind(other[key]) for key, value in one.items())


def _kind(value: Value) -> type:
    return type(value[0]) if isinstance(value, list) and value else type(value)


def whole(stored: Stored) -> Description:
    """Everything that any dataset says of a node; views are passed over."""
    edges = (edge for edge in stored.edges if "statement" not in edge.properties)
    return _part(stored.node.properties, frozenset((edge.type, edge.target) for edge in edges))


OWN_KEYS = frozenset({"id", "types", "dataset", "datasets", "shares"})


def _part(properties: Mapping[str, Value], edges: frozenset[tuple[str, str]]) -> Description:
    types = tuple(sorted(str(name) for name in _listed(properties.get("types"))))
    values = {key: v for key, v in sorted(properties.items()) if key not in OWN_KEYS}
    return Description(types, values, edges)


def _listed(value: Value | None) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _write_shares(parts: Mapping[str, Description]) -> str:
    shares = {
        dataset: {**part.values, **({"types": list(part.types)} if part.types else {})}
        for dataset, part in parts.items()
    }
    return json.dumps(shares, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
