"""Ids as people write them ⇄ IRIs: `jit`, `id:jit`, `sg:supports`, `niamey-2018/17`, whole IRIs.

The base is a setting; under it lie `id/` (things and commitments), `statement/` and `document/`
(paragraphs). Classes, predicates and concepts stay in the shared ontology.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULT_BASE = "https://w3id.org/sahelgraph/"
# Terms are shared by all deployments: a base of one's own does not move them.
ONTOLOGY = "https://w3id.org/sahelgraph/ontology#"


@dataclass(frozen=True, slots=True)
class Ids:
    """Shortens and expands ids; `prefixes` are those of the context and of the loaded files."""

    base: str = DEFAULT_BASE
    prefixes: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)

    @property
    def ontology(self) -> str:
        return ONTOLOGY

    @property
    def own(self) -> tuple[str, ...]:
        """The namespaces whose ids go without a prefix, in the order they are tried."""
        return self.base + "id/", ONTOLOGY, self.base + "statement/", self.base + "document/"

    def spaces(self) -> dict[str, str]:
        """Our own prefixes, with which those of files never interfere."""
        base = self.base
        return {
            **self.prefixes,
            "sg": self.ontology,
            "id": f"{base}id/",
            "st": f"{base}statement/",
            "doc": f"{base}document/",
        }

    def candidates(self, text: str) -> list[str]:
        """The IRIs that `text` may stand for, the likeliest first."""
        text = text.strip()
        if "://" in text or text.startswith(("_:", "urn:", "mailto:")):
            return [text.strip("<>")]
        prefix, colon, local = text.partition(":")
        if colon and (space := self.spaces().get(prefix)) is not None:
            return [space + local]
        found = [self.documents[text]] if text in self.documents else []
        found += [space + text for space in self.own]
        return [*found, text]

    def short(self, iri: str) -> str:
        """The shortest id that `candidates` leads back to the IRI."""
        for space in self.own:
            if iri.startswith(space) and len(iri) > len(space):
                return iri.removeprefix(space)
        best = max(
            (
                p
                for p, ns in self.prefixes.items()
                if p and iri.startswith(ns) and len(iri) > len(ns)
            ),
            key=lambda p: len(self.prefixes[p]),
            default=None,
        )
        return iri if best is None else f"{best}:{iri.removeprefix(self.prefixes[best])}"

    def term(self, text: str) -> str:
        """A class, predicate or concept as its short name: `sg:actual`, its IRI, `actual`."""
        return text.removeprefix(self.ontology).removeprefix("sg:")


def as_list(value: object) -> list[object]:
    """A stored value as a list: one value is stored bare, several as a list, none not at all."""
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]
