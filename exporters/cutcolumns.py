"""The columns of a cut, and one statement as a row of its wide table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from exporters.subgraph import Attribute, AttributeType, Row
from queries.hydrate import Known, show_statement, show_thing
from queries.ids import Ids, as_list
from queries.traverse.links import Link
from queries.traverse.show import predicate

_TITLES: dict[str, tuple[str, str]] = {
    "iri": ("IRI", "IRI"),
    "classes": ("Classes", "Classes"),
    "acronym": ("Acronym", "Sigle"),
    "aliases": ("Also called", "Aussi appelé"),
    "label_lang": ("Language of label", "Langue du libellé"),
    "distance": ("Distance from the start", "Distance du départ"),
    "statement_count": ("Statements in this cut", "Énoncés de cette coupe"),
    "statement": ("Statement", "Énoncé"),
    "subject": ("Subject", "Sujet"),
    "subject_label": ("Subject, name", "Sujet, nom"),
    "predicate": ("Predicate", "Prédicat"),
    "predicate_label": ("Predicate, name", "Prédicat, nom"),
    "object": ("Object", "Objet"),
    "object_label": ("Object, name", "Objet, nom"),
    "status": ("Status", "Statut"),
    "status_detail": ("Status, detail", "Statut, précision"),
    "certainty": ("Certainty", "Certitude"),
    "date": ("Date", "Date"),
    "valid_from": ("Valid from", "Valable du"),
    "valid_to": ("Valid to", "Valable au"),
    "period": ("Period", "Période"),
    "roles": ("Roles", "Rôles"),
    "places": ("Places", "Lieux"),
    "amount": ("Amount", "Montant"),
    "currency": ("Currency", "Devise"),
    "figure": ("Figure", "Chiffre"),
    "unit": ("Unit", "Unité"),
    "funding_event": ("Funding event", "Financement"),
    "commitments": ("Commitments", "Engagements"),
    "documents": ("Documents", "Documents"),
    "paragraphs": ("Paragraphs", "Paragraphes"),
    "summaries": ("What the paragraphs say", "Ce que disent les paragraphes"),
    "premises": ("Premises", "Prémisses"),
    "conflicts_with": ("Conflicts with", "En conflit avec"),
    "note": ("Note", "Note"),
    "source_issue": ("Error of the source", "Erreur de la source"),
}
NODE = ("iri", "classes", "acronym", "aliases", "label_lang", "distance", "statement_count")
STATEMENT = tuple(_TITLES)[tuple(_TITLES).index("statement") :]
_LISTS = {
    "classes", "acronym", "aliases", "roles", "places", "funding_event", "commitments",
    "documents", "paragraphs", "summaries", "premises", "conflicts_with",
}  # fmt: skip
_TYPES: dict[str, AttributeType] = {
    "distance": "integer",
    "statement_count": "integer",
    "date": "date",
    "valid_from": "date",
    "valid_to": "date",
}
_SHOWN_APART = {
    "place", "appliesTo", "amount", "currency", "figure", "unit", "fundingEvent",
}  # fmt: skip


def attributes(names: Sequence[str], lang: str) -> tuple[Attribute, ...]:
    return tuple(
        Attribute(
            name,
            _TITLES[name][lang == "fr"],
            "strings" if name in _LISTS else _TYPES.get(name, "string"),
        )
        for name in names
    )


def export_id(ids: Ids, iri: str) -> str:
    """The short id where it leads back to this IRI before all others, else CURIE or IRI."""
    short = ids.short(iri)
    if ids.candidates(short)[0] == iri:
        return short
    spaces = {ids.ontology: "sg:", f"{ids.base}statement/": "st:", f"{ids.base}document/": "doc:"}
    for space, prefix in spaces.items():
        if iri.startswith(space) and len(iri) > len(space):
            return prefix + iri.removeprefix(space)
    return iri


def as_texts(value: object) -> list[str]:
    return [str(v) for v in as_list(value)]


def statement_row(ids: Ids, known: Known, link: Link) -> Row:
    said = show_statement(known, link.statement)
    roles = said["roles"]
    own = {item["document"]: None for item in said["evidence"] if item["role"] == "source"}
    kind = predicate(known, link.type)
    values: dict[str, Any] = {
        **{name: said.get(name) for name in STATEMENT},
        "statement": ids.short(link.statement),
        "subject": export_id(ids, link.source),
        "subject_label": show_thing(known, link.source)["label"],
        "predicate": ids.short(kind),
        "predicate_label": show_thing(known, kind)["label"],
        "object": export_id(ids, link.target),
        "object_label": show_thing(known, link.target)["label"],
        "status": link.status,
        "certainty": link.certainty,
        "roles": [
            f"{name}: {text}"
            for name, value in roles.items()
            if name not in _SHOWN_APART
            for text in _role_texts(value)
        ],
        "places": [t["id"] for name in ("place", "appliesTo") for t in roles.get(name, [])],
        "amount": _one(roles.get("amount")),
        "currency": _one(roles.get("currency")),
        "figure": _one(roles.get("figure")),
        "unit": _one(roles.get("unit")),
        "funding_event": [t["id"] for t in roles.get("fundingEvent", [])],
        "commitments": [c["id"] for c in said["commitments"]],
        "documents": sorted(own),
        "paragraphs": [
            f"{e['document']} {e['paragraph']}" for e in said["evidence"] if e["role"] == "source"
        ],
        "summaries": [e["summary"] or "" for e in said["evidence"] if e["role"] == "source"],
        "premises": [p["statement"] for p in said["premises"]],
    }
    return tuple(values[name] for name in STATEMENT)


def _role_texts(value: Any) -> Iterable[str]:
    for item in value if isinstance(value, list) else [value]:
        yield item["id"] if isinstance(item, dict) else str(item)


def _one(value: Any) -> str | None:
    """A figure or amount as the exact text of one cell; several, one after the other."""
    if value is None or value == []:
        return None
    return " ; ".join(_role_texts(value))
