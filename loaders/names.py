"""The table of names: IRI ⇄ property key, relationship type, label; context first, then prefixes.

A term of the JSON-LD context goes by its short name; every other IRI is split after its last `#`,
`/` or `:` and becomes `prefix__local`. Both ways are exact for any IRI.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = RDF + "type"
XSD_STRING, XSD_INTEGER, XSD_BOOLEAN = XSD + "string", XSD + "integer", XSD + "boolean"

# Keys that the store needs for itself (`name`, `title`, `type`, `label` are kglite's).
RESERVED_KEYS = frozenset(
    {"id", "name", "title", "type", "label", "types", "dataset", "datasets", "shares", "statement"}
)
# Labels that are not classes.
RESERVED_LABELS = frozenset({"Entity", "Shared", "Staged", "Dataset", "Prefix", "Meta"})

# Prefixes that a file need not declare; a context or a file may name the namespace otherwise.
COMMON_PREFIXES = {
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": XSD,
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "sh": "http://www.w3.org/ns/shacl#",
}

_SHORT = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*")
# No `__` inside and no `_` at the end, so that `prefix__local` is cut at its first `__`.
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)*")
_UNSAFE = re.compile("[%@^`\x00-\x1f\x7f]")
_ESCAPE = re.compile("(?:%[0-9A-F]{2})+")
_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

ONTOLOGY_DATASET = "ontology"
"""The dataset that the ontology's own files make up."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How the values of one predicate are stored.

    `datatype`: the IRI that a plain `key` stands for where the context coerces to one.
    `vocab`: objects that are terms of the context are stored as their short names.
    `slots`: for a literal's tag, the key it goes to and whether a native form may be tried.
    """

    iri: str
    key: str
    type: str
    datatype: str | None = None
    vocab: bool = False
    slots: dict[str, tuple[str, str]] = field(default_factory=dict, compare=False)


class UnknownName(KeyError):  # noqa: N818
    """A stored name that neither the context nor the prefixes explain."""


class Names:
    """The names in use; grows by new prefixes (`new_prefixes`), which the loader stores."""

    def __init__(
        self,
        context: Mapping[str, Any],
        prefixes: Mapping[str, str] | None = None,
        superclasses: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """`prefixes`: those stored already; `superclasses`: class IRI → all above it."""
        self._namespaces = dict(prefixes or {})
        self._prefixes = {namespace: prefix for prefix, namespace in self._namespaces.items()}
        self.new_prefixes: dict[str, str] = {}
        self._hints: dict[str, str] = {}
        self._made = 0
        self._naming = Lock()  # chunks are mapped in one thread while another is written
        self._superclasses = {c: tuple(above) for c, above in (superclasses or {}).items()}
        terms, declared = _read_context(context)
        self.hint({**COMMON_PREFIXES, **declared})
        self._terms: dict[str, Rule] = {}  # IRI -> rule of its first short name
        self._iris: dict[str, str] = {}  # short name -> IRI
        self._types: dict[str, str] = {}  # RELATIONSHIP_TYPE -> IRI
        self._rules: dict[str, Rule] = {}
        for name, (iri, coercion) in terms.items():
            self._iris[name] = iri
            if iri in self._terms or iri == RDF_TYPE:
                continue
            rule = Rule(iri, name, "", coercion.datatype, coercion.vocab)
            # A class and a property may differ by the capital alone; types are for properties.
            type_ = _WORD_START.sub("_", name).replace("-", "_").upper()
            if type_ not in self._types and name[0].islower():
                self._types[type_] = iri
                rule = self._rules[iri] = replace(rule, type=type_)
            self._terms[iri] = rule
        self._keys: dict[str, Rule] = {}
        self._classes: dict[str, str] = {}
        self._labels: dict[str, tuple[str, ...]] = {}

    # IRI -> name

    def hint(self, prefixes: Mapping[str, str]) -> None:
        """Prefixes to prefer for namespaces that have none yet (a file's own)."""
        for prefix, namespace in prefixes.items():
            if namespace and _PREFIX.fullmatch(prefix):
                self._hints.setdefault(prefix, namespace)

    def prefix(self, namespace: str) -> str:
        """The prefix of a namespace, made up where there is none."""
        found = self._prefixes.get(namespace)
        if found is not None:
            return found
        with self._naming:
            if namespace not in self._prefixes:
                found = self._new_prefix(namespace)
                self._namespaces[found] = namespace
                self.new_prefixes[found] = namespace
                self._prefixes[namespace] = found
            return self._prefixes[namespace]

    def _new_prefix(self, namespace: str) -> str:
        for prefix, hinted in self._hints.items():
            if hinted == namespace and prefix not in self._namespaces:
                return prefix
        while True:
            self._made += 1
            prefix = f"ns{self._made}"
            if prefix not in self._namespaces and prefix not in self._hints:
                return prefix

    def qualified(self, iri: str, separator: str = "__") -> str:
        """`prefix__local`, whatever the context says."""
        cut = max(iri.rfind("#"), iri.rfind("/"), iri.rfind(":")) + 1
        local = _UNSAFE.sub(_percent, iri[cut:])
        return f"{self.prefix(iri[:cut])}{separator}{local}"

    def rule(self, predicate: str) -> Rule:
        """How the values of a predicate (IRI) are stored."""
        rule = self._rules.get(predicate)
        if rule is None:
            name = self.qualified(predicate)
            rule = replace(self._terms.get(predicate) or Rule(predicate, name, ""), type=name)
            self._rules[predicate] = rule
        return rule

    def short(self, iri: str) -> str | None:
        """The context's name of a term, if it has one."""
        rule = self._terms.get(iri)
        return rule.key if rule else None

    def class_name(self, iri: str) -> str:
        """The label of a class."""
        name = self._classes.get(iri)
        if name is None:
            rule = self._terms.get(iri)
            plain = rule is not None and rule.key not in RESERVED_LABELS
            name = self._classes[iri] = rule.key if rule and plain else self.qualified(iri)
        return name

    def labels(self, class_name: str) -> tuple[str, ...]:
        """The label of a class and those of all classes above it."""
        found = self._labels.get(class_name)
        if found is None:
            above = self._superclasses.get(self.iri(class_name), ())
            found = (class_name, *(self.class_name(iri) for iri in above))
            self._labels[class_name] = found
        return found

    def datatype(self, iri: str) -> str:
        """A datatype as it stands in a key after `^^`: `xsd:decimal`."""
        return self.qualified(iri, ":")

    # name -> IRI

    def iri(self, name: str, separator: str = "__") -> str:
        """The IRI of a short or `prefix__local` name; UnknownName where it has none."""
        if separator == "__":
            known = self._iris.get(name)
            if known is not None:
                return known
        prefix, found, local = name.partition(separator)
        namespace = self._namespaces.get(prefix)
        if not found or namespace is None:
            raise UnknownName(name)
        return namespace + _ESCAPE.sub(_unpercent, local)

    def rule_of_key(self, key: str) -> Rule:
        """The rule behind a property key without its `@…` or `^^…`."""
        rule = self._keys.get(key)
        if rule is None:
            rule = self._keys[key] = self.rule(self.iri(key))
        return rule

    def predicate_of_type(self, type_: str) -> str:
        """The predicate behind a relationship type."""
        return self._types.get(type_) or self.iri(type_)

    @property
    def namespaces(self) -> dict[str, str]:
        """prefix → namespace: those in use and those of the context."""
        return {**self._hints, **self._namespaces}


@dataclass(frozen=True, slots=True)
class _Coercion:
    datatype: str | None = None
    vocab: bool = False


def _read_context(
    context: Mapping[str, Any],
) -> tuple[dict[str, tuple[str, _Coercion]], dict[str, str]]:
    """Terms (name → IRI, coercion) and prefixes of a JSON-LD context; keywords are left out."""
    body: Mapping[str, Any] = context.get("@context", context)
    definitions = {
        name: {"@id": value} if isinstance(value, str) else value
        for name, value in body.items()
        if not name.startswith("@") and isinstance(value, str | Mapping)
    }

    def expand(value: str, depth: int = 0) -> str:
        head, colon, tail = value.partition(":")
        if value.startswith("@") or depth > 9 or tail.startswith("//"):
            return value
        if colon and head in definitions:
            return expand(definitions[head].get("@id", head), depth + 1) + tail
        if not colon and value in definitions and depth:
            return expand(definitions[value].get("@id", value), depth + 1)
        if not colon and "@vocab" in body:
            return str(body["@vocab"]) + value
        return value

    terms: dict[str, tuple[str, _Coercion]] = {}
    prefixes: dict[str, str] = {}
    for name, definition in definitions.items():
        if "@reverse" in definition:
            continue
        iri = expand(definition.get("@id", name), 1 if "@id" in definition else 0)
        if iri.startswith("@") or ":" not in iri:
            continue
        if set(definition) <= {"@id", "@prefix"} and iri[-1] in "#/:":
            prefixes[name] = iri
        elif _SHORT.fullmatch(name) and name not in RESERVED_KEYS:
            type_ = definition.get("@type")
            coerced = expand(type_, 1) if isinstance(type_, str) else None
            datatype = coerced if coerced and not coerced.startswith("@") else None
            terms[name] = (iri, _Coercion(datatype, coerced == "@vocab"))
    return terms, prefixes


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _unpercent(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode()
