"""Find things by any of their names: exact first, then forgiving, always saying which name matched.

Four passes, each only for what the ones before left out: the name as written; the name without
accents, case, hyphens and plurals; names that begin with the words, or hold them all; names within
an edit distance that grows with their length. Pure: `lexicon.py` fills the index from the graph.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from queries.labels import Match

How = Literal["exact", "folded", "prefix", "words", "fuzzy"]
_HOW: tuple[How, ...] = ("exact", "folded", "prefix", "words", "fuzzy")
_RANK: dict[str, int] = {"label": 0, "acronym": 0, "alias": 1, "hidden": 2}
MAX_TEXT = 200  # longer questions are not names


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing."""

    text: str
    lang: str
    match: Match
    iri: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found: by which name, how near (`score` 0–1), and in which way."""

    iri: str
    name: Name
    how: How
    score: float

    @property
    def match(self) -> Match:
        return "fuzzy" if self.how == "fuzzy" else self.name.match


def fold(text: str) -> str:
    """Without accents, case, hyphens, apostrophes: `G5-Sahel’s` → `g5 sahel s`."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.replace("_", " ")))


def singular(folded: str) -> str:
    """Plural endings of both languages taken off each word of more than three letters."""
    return " ".join(
        word[:-1] if len(word) > 3 and word[-1] in "sx" and word[-2:] != "ss" else word
        for word in folded.split()
    )


def tolerance(length: int) -> int:
    """How many slips a name of this length may have: none up to 3 letters, one in four beyond."""
    return 0 if length < 4 else min(1 + (length - 4) // 4, 4)


@dataclass(slots=True)
class Index:
    """All names, by each form that a pass looks up."""

    exact: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    folded: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, names: Iterable[Name]) -> Index:
        index = cls()
        for name in names:
            index.exact[name.text].append(name)
            full = fold(name.text)
            for form in {full, singular(full), full.replace(" ", "")} - {""}:
                index.folded[form].append(name)
        return index

    def _passes(self, text: str) -> Iterator[tuple[How, float, list[Name]]]:
        yield "exact", 1.0, self.exact.get(text, [])
        full = fold(text)
        if not full:
            return
        single = singular(full)
        for form in dict.fromkeys((full, single, full.replace(" ", ""))):
            yield "folded", 0.95, self.folded.get(form, [])
        words = single.split()
        starts, holds = [], []
        for form, names in self.folded.items():
            if form.startswith(full):
                starts += names
            elif len(full) > 2 and all(f" {word}" in f" {form}" for word in words):
                holds += names
        yield "prefix", 0.8, starts
        yield "words", 0.7, holds

    def _fuzzy(self, text: str) -> Iterator[tuple[How, float, list[Name]]]:
        from rapidfuzz import fuzz, process
        from rapidfuzz.distance import OSA

        full = fold(text)
        slips = tolerance(len(full))
        if not slips:
            return
        for form, distance, _ in process.extract(
            full, self.folded.keys(), scorer=OSA.distance, score_cutoff=slips, limit=50
        ):
            if tolerance(len(form)):
                near = 0.65 - 0.3 * distance / max(len(full), len(form))
                yield "fuzzy", near, self.folded[form]
        if len(full) > 7 and " " in full:
            for form, ratio, _ in process.extract(
                full, self.folded.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=85, limit=50
            ):
                yield "fuzzy", 0.5 * ratio / 100, self.folded[form]

    def find(self, text: str, *, fuzzy: bool = True) -> list[Hit]:
        """All things with a matching name, best first; one hit a thing, by its best name."""
        text = " ".join(text.split())[:MAX_TEXT]
        best: dict[str, Hit] = {}
        for how, score, names in self._passes(text):
            _keep(best, how, score, names)
        if fuzzy and not any(hit.how in {"exact", "folded"} for hit in best.values()):
            for how, score, names in self._fuzzy(text):
                _keep(best, how, score, names)
        return sorted(best.values(), key=_order)

    def nearest(self, text: str, limit: int = 5) -> list[Hit]:
        """What the asker of an unknown id may have meant, however far off, best first."""
        from rapidfuzz import fuzz, process
        from rapidfuzz.distance import OSA

        hits = self.find(text)[:limit]
        full = fold(text)
        if len(hits) == limit or not full:
            return hits
        forms = self.folded.keys()
        near = process.extract(
            full, forms, scorer=OSA.normalized_similarity, score_cutoff=0.5, limit=20
        )
        if len(full) > 5:  # parts of a shorter text are found in anything
            near += process.extract(full, forms, scorer=fuzz.WRatio, score_cutoff=60, limit=20)
        found = {hit.iri for hit in hits}
        for form, score, _ in near:
            for name in sorted(self.folded[form], key=lambda n: (n.iri, n.text)):
                if name.iri not in found and len(hits) < limit:
                    found.add(name.iri)
                    hits.append(Hit(name.iri, name, "fuzzy", score / (2 if score <= 1 else 200)))
        return hits


def _keep(best: dict[str, Hit], how: How, score: float, names: Iterable[Name]) -> None:
    for name in names:
        hit = Hit(name.iri, name, how, score)
        held = best.get(name.iri)
        if held is None or _order(hit) < _order(held):
            best[name.iri] = hit


def _order(hit: Hit) -> tuple[int, float, int, int, str, str, str]:
    name = hit.name
    return (
        _HOW.index(hit.how), -hit.score, _RANK[name.match], len(name.text), name.iri, name.text,
        name.lang,
    )  # fmt: skip
