"""JSON-LD of single resources, in the terms of our context (JSON-LD 1.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from loaders.mapping import Pair, Term
from loaders.names import RDF_TYPE, XSD_STRING, Names

JsonObject = dict[str, Any]


class Compactor:
    """Makes node objects for one context.

    Only terms that do no more than name and coerce are used; where an IRI could be misread as a
    CURIE of the context, the node switches that prefix off for itself.
    """

    def __init__(self, names: Names, context: Mapping[str, Any]) -> None:
        self._names = names
        self._context = context
        self._plain = {
            name
            for name, value in context.items()
            if isinstance(value, str)
            or (isinstance(value, dict) and set(value) <= {"@id", "@type"})
        }
        self._resources = {
            name
            for name in self._plain
            if isinstance(context[name], dict) and context[name].get("@type") == "@id"
        }
        self._used: set[str] = set()

    def node(self, id_: str, pairs: Iterable[Pair]) -> JsonObject:
        """The node object of a resource with all that is said of it."""
        self._used = set()
        types: list[str] = []
        node: JsonObject = {"@id": self._iri(id_)}
        for predicate, term in pairs:
            if predicate == RDF_TYPE and isinstance(term, str):
                types.append(self._term(term) or self._iri(term))
                continue
            name = self._term(predicate)
            value = self._value(name, predicate, term)
            node.setdefault(name or self._iri(predicate), []).append(value)
        compact = {
            key: v[0] if isinstance(v, list) and len(v) == 1 else v for key, v in node.items()
        }
        if types:
            compact["@type"] = types[0] if len(types) == 1 else types
        if self._used:
            return {"@context": dict.fromkeys(sorted(self._used)), **compact}
        return compact

    def _term(self, iri: str) -> str | None:
        name = self._names.short(iri)
        return name if name in self._plain else None

    def _iri(self, iri: str) -> str:
        scheme, _, rest = iri.partition(":")
        if scheme in self._context and not rest.startswith("//"):
            self._used.add(scheme)
        return iri

    def _value(self, name: str | None, predicate: str, term: Term) -> str | JsonObject:
        """`name`: the term of the context that is the key, if one is."""
        rule = self._names.rule(predicate) if name else None
        if isinstance(term, str):
            short = self._term(term) if rule and rule.vocab else None
            if short is None and name in self._resources:
                return self._iri(term)
            return short or {"@id": self._iri(term)}
        lexical, tag = term
        if tag[0] == "@":
            language, dashes, direction = tag[1:].partition("--")
            value: JsonObject = {"@value": lexical, "@language": language}
            return {**value, "@direction": direction} if dashes else value
        datatype = tag[2:]
        coerced = rule is None or rule.vocab or name in self._resources
        if rule and not coerced and (rule.datatype or XSD_STRING) == datatype:
            return lexical
        if datatype == XSD_STRING:
            return {"@value": lexical}
        return {"@value": lexical, "@type": self._iri(datatype)}
