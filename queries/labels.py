"""Which stored properties are labels, and which label is shown in a language.

Ours are `skos:prefLabel`, `skos:altLabel`, `sg:acronym`, `skos:hiddenLabel`; other data sets bring
`rdfs:label`, `foaf:name`, `schema:name`. Property keys follow the mapping of the loaders:
`short name[@language | ^^datatype]`, short names from the context, else `prefix__local`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from loaders.names import Names
from queries.ids import as_list

Match = Literal["label", "acronym", "alias", "hidden", "fuzzy"]

_SKOS = "http://www.w3.org/2004/02/skos/core#"
# Best first. A paragraph has no label but its locator, a commitment none but its summary.
SHOWN = (
    f"{_SKOS}prefLabel",
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://xmlns.com/foaf/0.1/name",
    "https://schema.org/name",
    "http://schema.org/name",
    "http://purl.org/dc/terms/title",
    "{sg}locator",
    "{sg}summary",
)
_NAMES: dict[str, Match] = {
    **dict.fromkeys(SHOWN[:6], "label"),
    "{sg}acronym": "acronym",
    f"{_SKOS}notation": "acronym",
    f"{_SKOS}altLabel": "alias",
    "https://schema.org/alternateName": "alias",
    "http://schema.org/alternateName": "alias",
    "http://www.w3.org/2004/02/skos/core#hiddenLabel": "hidden",
    "{sg}unprintedAcronym": "acronym",
}


@dataclass(frozen=True, slots=True)
class LabelKeys:
    """The property keys (before `@`) that hold labels here: to show, and to search by."""

    shown: tuple[str, ...]
    searched: Mapping[str, Match]

    @property
    def all(self) -> list[str]:
        return sorted({*self.shown, *self.searched})


def label_keys(table: Names, prefixes: Mapping[str, str], ontology: str) -> LabelKeys:
    """Label keys under the table of names and the prefixes of the loaded files."""

    def keys(iri: str) -> list[str]:
        iri = iri.replace("{sg}", ontology)
        if short := table.short(iri):
            return [short]
        return [
            f"{prefix}__{iri.removeprefix(space)}"
            for prefix, space in sorted(prefixes.items())
            if space and iri.startswith(space) and not {"/", "#"} & set(iri[len(space) :])
        ]

    return LabelKeys(
        tuple(key for iri in SHOWN for key in keys(iri)),
        {key: match for iri, match in _NAMES.items() for key in keys(iri)},
    )


def split_key(key: str) -> tuple[str, str]:
    """A property key as (short name, language): `prefLabel@fr` → `("prefLabel", "fr")`."""
    name, _, lang = key.partition("@")
    return name.partition("^^")[0], lang


def texts(properties: Mapping[str, Any], name: str) -> dict[str, list[str]]:
    """All texts of a property by language; "" holds those without one."""
    found: dict[str, list[str]] = {}
    for key, value in properties.items():
        if not key.startswith(name):  # most keys are other properties: sooner out than taken apart
            continue
        base, lang = split_key(key)
        if base == name:
            found.setdefault(lang, []).extend(str(v) for v in as_list(value))
    return {lang: sorted(values) for lang, values in sorted(found.items())}


def choose(by_language: Mapping[str, list[str]], lang: str) -> tuple[str, str] | None:
    """The text in `lang`, else a regional form, the other language, any; with its language."""
    if not by_language:
        return None
    order = [lang, *(k for k in sorted(by_language) if k.startswith(f"{lang}-"))]
    order += ["en", "fr", "", *sorted(by_language)]
    for language in order:
        if values := by_language.get(language):
            return values[0], language
    return None


def shown_label(
    properties: Mapping[str, Any], keys: Iterable[str], lang: str, fallback: str
) -> tuple[str, str | None]:
    """The label to show and its language; a thing without label shows `fallback`, language None."""
    for name in keys:
        if chosen := choose(texts(properties, name), lang):
            return chosen[0], chosen[1] or None
    return fallback, None


def text_of(properties: Mapping[str, Any], name: str, lang: str) -> tuple[str | None, str | None]:
    """A text property in a language with fallback, and the language it came in."""
    chosen = choose(texts(properties, name), lang)
    return (chosen[0], chosen[1] or None) if chosen else (None, None)
