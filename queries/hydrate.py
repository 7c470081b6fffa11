"""Turn the IRIs in rows into what people read: things in short, statements, commitments, evidence.

`Known` first fetches, in a few batched queries, all that a page of rows points at; the `show_*`
functions then only shape it. Shapes follow the contract: a thing in short is
`{"id", "iri", "label", "label_lang", "kind"}`, evidence is `[{"document", "paragraph", …}]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.port import Row
from queries import evidence
from queries.evidence import Paragraph, Role
from queries.ids import as_list
from queries.labels import shown_label, split_key, text_of
from queries.reader import Lexicon, Reader

_GENERIC = {
    "Concept", "Text", "Actor", "Area", "Arrangement", "Commitment", "Class", "ObjectProperty",
    "DatatypeProperty",
}  # fmt: skip
_NODE_EDGES = ("EXPRESSES", "INDICATOR", "WAS_DERIVED_FROM")
_ENDS = (("subject", "SUBJECT"), ("predicate", "PREDICATE"), ("object", "OBJECT"))
_STATEMENT_EDGES = {
    "SUBJECT", "PREDICATE", "OBJECT", "HAD_PRIMARY_SOURCE", "WAS_DERIVED_FROM", "EXPRESSES",
    "CONFLICTS_WITH",
}  # fmt: skip
_STATEMENT_KEYS = {
    "status", "certainty", "statusDetail", "date", "validFrom", "validTo", "period", "note",
    "sourceIssue",
}  # fmt: skip
BOOKKEEPING = {"id", "types", "dataset", "datasets", "shares"}


@dataclass(slots=True)
class Known:
    """All that one answer points at, fetched in batches and kept for its making only."""

    reader: Reader
    lexicon: Lexicon
    lang: str
    nodes: dict[str, Row] = field(default_factory=dict)
    things: dict[str, Row] = field(default_factory=dict)
    paragraphs: dict[str, Paragraph] = field(default_factory=dict)
    shown: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What has been shaped already: rows repeat the same things and premises. Never changed."""

    async def fetch(self, *, things: Iterable[str] = (), nodes: Iterable[str] = ()) -> None:
        """Fetch nodes with what they rest on, and things in short."""
        first = await self._fetch_nodes(nodes)
        second = await self._fetch_nodes(
            target for row in first for target in edges(row, *_NODE_EDGES)
        )
        paragraphs = {
            target
            for row in [*first, *second]
            for target in edges(row, "HAD_PRIMARY_SOURCE", "WAS_DERIVED_FROM")
        } | {row["id"] for row in [*first, *second] if "Paragraph" in row["labels"]}
        await self._fetch_paragraphs(paragraphs)
        await self._fetch_paragraphs(
            above for p in list(self.paragraphs.values()) for above in p.chapeaux
        )
        pointed = {e["id"] for row in [*first, *second] for e in row["edges"] if e["id"]}
        concepts = {iri for row in first for iri in self._concepts(row)}
        missing = ({*things} | pointed | concepts) - self.things.keys()
        rows = await self.reader.recall(self.lexicon, "things", missing)
        self.things |= {row["id"]: row for row in rows}

    async def _fetch_nodes(self, ids: Iterable[str]) -> list[Row]:
        rows = await self.reader.recall(self.lexicon, "nodes", {*ids} - self.nodes.keys())
        self.nodes |= {row["id"]: row for row in rows}
        return rows

    async def _fetch_paragraphs(self, ids: Iterable[str]) -> None:
        rows = await self.reader.recall(self.lexicon, "paragraphs", {*ids} - self.paragraphs.keys())
        self.paragraphs |= {row["id"]: evidence.paragraph(row) for row in rows}

    def _concepts(self, row: Row) -> Iterable[str]:
        for key, value in row["properties"].items():
            if self.is_concept(key):
                yield from (self.concept(str(v)) for v in as_list(value))

    def is_concept(self, key: str) -> bool:
        """Whether the values of a property key are short names of concepts."""
        if key in BOOKKEEPING or "@" in key or "^^" in key:
            return False
        try:
            return self.lexicon.table.rule_of_key(key).vocab
        except KeyError:
            return False

    def concept(self, name: str) -> str:
        """The IRI of a concept's short name (an IRI stays one)."""
        if ":" in name:
            return name
        try:
            return self.lexicon.table.iri(name)
        except KeyError:
            return self.lexicon.ids.ontology + name


def edges(row: Row, *types: str) -> list[str]:
    """The targets of a node's relationships of these types, sorted."""
    return sorted({e["id"] for e in row["edges"] if e["type"] in types and e["id"]})


def kind_of(known: Known, types: Iterable[Any]) -> str | None:
    """The class that says most: one of the context before others, a special one before a broad."""
    order = known.lexicon.class_order
    names = sorted(
        (str(t) for t in types),
        key=lambda name: (name not in order, name in _GENERIC, order.get(name, 0), name),
    )
    return names[0] if names else None


def show_thing(known: Known, iri: str) -> dict[str, Any]:
    shown: dict[str, Any] | None = known.shown.get(("thing", iri))
    if shown is None:
        shown = known.shown["thing", iri] = _thing(known, iri)
    return shown


def _thing(known: Known, iri: str) -> dict[str, Any]:
    row = known.things.get(iri)
    short = known.lexicon.ids.short(iri)
    names = dict(row["names"]) if row else {}
    label, lang = shown_label(names, known.lexicon.keys.shown, known.lang, short)
    kind = kind_of(known, as_list(row["types"])) if row else None
    return {"id": short, "iri": iri, "label": label, "label_lang": lang, "kind": kind}


def show_things(known: Known, iris: Iterable[Any]) -> list[dict[str, Any]]:
    return [show_thing(known, iri) for iri in sorted({str(i) for i in iris})]


def show_evidence(known: Known, iris: Iterable[str]) -> list[dict[str, Any]]:
    """The paragraphs behind statements, commitments or paragraphs."""
    return evidence.show(known.paragraphs, _sources(known, iris), known.reader.sources, known.lang)


def _sources(known: Known, iris: Iterable[str]) -> list[tuple[str, Role]]:
    wanted: list[tuple[str, Role]] = []
    for iri in iris:
        row = known.nodes.get(iri)
        if row is None:
            continue
        if "Paragraph" in row["labels"]:
            wanted.append((iri, "source"))
        wanted += [(p, "source") for p in edges(row, "HAD_PRIMARY_SOURCE")]
        for premise in edges(row, "WAS_DERIVED_FROM"):
            wanted.append((premise, "premise"))
            if below := known.nodes.get(premise):
                wanted += [(p, "premise") for p in edges(below, "HAD_PRIMARY_SOURCE")]
    return wanted


def show_commitment_in_short(known: Known, iri: str) -> dict[str, Any]:
    shown: dict[str, Any] | None = known.shown.get(("commitment", iri))
    if shown is None:
        shown = known.shown["commitment", iri] = _commitment_in_short(known, iri)
    return shown


def _commitment_in_short(known: Known, iri: str) -> dict[str, Any]:
    row = known.nodes.get(iri)
    summary, lang = text_of(row["properties"], "summary", known.lang) if row else (None, None)
    return {
        "id": known.lexicon.ids.short(iri),
        "iri": iri,
        "kind": kind_of(known, as_list(row["properties"].get("types"))) if row else None,
        "summary": summary,
        "summary_lang": lang,
        "evidence": show_evidence(known, [iri]),
    }


def show_premise(known: Known, iri: str) -> dict[str, Any]:
    """A statement that a conclusion rests on."""
    shown: dict[str, Any] | None = known.shown.get(("premise", iri))
    if shown is None:
        shown = known.shown["premise", iri] = _premise(known, iri)
    return shown


def _premise(known: Known, iri: str) -> dict[str, Any]:
    row = known.nodes.get(iri)
    parts = {
        name: show_thing(known, targets[0]) if row and (targets := edges(row, type_)) else None
        for name, type_ in (
            ("subject", "SUBJECT"),
            ("predicate", "PREDICATE"),
            ("object", "OBJECT"),
        )
    }
    properties = row["properties"] if row else {}
    return {
        "statement": known.lexicon.ids.short(iri),
        **parts,
        "status": properties.get("status"),
        "certainty": properties.get("certainty"),
        "note": text_of(properties, "note", known.lang)[0],
        "evidence": show_evidence(known, [iri]),
    }


def show_premise_in_short(known: Known, iri: str) -> dict[str, Any]:
    """A premise as rows repeat it: the statement and the paragraphs that carry it. All about it
    stands once beside the rows."""
    shown: dict[str, Any] | None = known.shown.get(("short", iri))
    if shown is None:
        full = show_premise(known, iri)
        own = [e for e in full["evidence"] if e["role"] == "source"] or full["evidence"]
        names = ("document", "paragraph", "summary", "quote")
        shown = known.shown["short", iri] = {
            "statement": full["statement"],
            "evidence": [{name: one[name] for name in names} for one in own],
        }
    return shown


def show_statement(known: Known, iri: str) -> dict[str, Any]:
    """A statement with its roles: things and concepts as lists, other values bare."""
    row = known.nodes[iri]
    properties = row["properties"]
    lang = known.lang

    def text(name: str) -> str | None:
        return text_of(properties, name, lang)[0]

    premises = [
        p for p in edges(row, "WAS_DERIVED_FROM")
        if p in known.nodes and "Statement" in known.nodes[p]["labels"]
    ]  # fmt: skip
    short = known.lexicon.ids.short
    head = show_premise(known, iri)
    return {
        "id": head["statement"],
        "iri": iri,
        "subject": head["subject"],
        "predicate": head["predicate"],
        "object": head["object"],
        "roles": show_roles(known, row),
        "status": head["status"],
        "status_detail": text("statusDetail"),
        "certainty": head["certainty"],
        "date": _date(properties, "date"),
        "valid_from": _date(properties, "validFrom"),
        "valid_to": _date(properties, "validTo"),
        "period": text("period"),
        "note": head["note"],
        "source_issue": text("sourceIssue"),
        "commitments": [show_commitment_in_short(known, c) for c in edges(row, "EXPRESSES")],
        "conflicts_with": [short(other) for other in edges(row, "CONFLICTS_WITH")],
        "premises": [show_premise(known, p) for p in premises],
        "evidence": head["evidence"],
    }


def show_roles(known: Known, row: Row) -> dict[str, Any]:
    """What a statement's predicate lets it carry: place, beneficiary, amount …, by short name."""
    roles: dict[str, Any] = {}
    for edge in row["edges"]:
        if edge["id"] and edge["type"] not in _STATEMENT_EDGES:
            roles.setdefault(role_name(known, edge["type"]), set()).add(edge["id"])
    shown: dict[str, Any] = {name: show_things(known, iris) for name, iris in roles.items()}
    names = {split_key(key)[0] for key in row["properties"]}
    for name in names - _STATEMENT_KEYS - BOOKKEEPING:
        shown[name] = show_value(known, row["properties"], name)
    return dict(sorted(shown.items()))


def role_name(known: Known, relationship: str) -> str:
    """The context's name of a relationship type: `APPLIES_TO` → `appliesTo`."""
    try:
        return known.lexicon.table.rule(known.lexicon.table.predicate_of_type(relationship)).key
    except KeyError:
        return relationship


def show_value(known: Known, properties: dict[str, Any], name: str) -> Any:
    """A property for reading: concepts as things, texts in the language, numbers as numbers."""
    if name in properties and known.is_concept(name):
        return show_things(known, (known.concept(str(v)) for v in as_list(properties[name])))
    values: list[Any] = []
    for key, value in sorted(properties.items()):
        base, lang = split_key(key)
        if base == name:
            if lang:
                return text_of(properties, name, known.lang)[0]
            values += [_native(known, key, v) for v in as_list(value)]
    return values[0] if len(values) == 1 else values


def _native(known: Known, key: str, value: Any) -> Any:
    _, _, datatype = key.partition("^^")
    if not datatype and isinstance(value, str):
        try:
            datatype = known.lexicon.table.rule_of_key(key).datatype or ""
        except KeyError:
            datatype = ""
    convert: Callable[[str], Any] | None = (
        number if datatype.endswith(("decimal", "double", "float", "integer")) else None
    )
    return convert(value) if convert and isinstance(value, str) else value


def number(text: str) -> int | float | str:
    """A decimal as JSON has it: whole ones without a fraction; what is none stays text."""
    try:
        value = float(text)
    except ValueError:
        return text
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _date(properties: dict[str, Any], name: str) -> str | None:
    for key in sorted(key for key in properties if key.startswith(name)):
        if split_key(key)[0] == name:
            return str(as_list(properties[key])[0])
    return None
