"""What one may be typing: things by any of their names, and the shapes that questions take."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from queries.ask.asking import vocabulary
from queries.ask.words import text
from queries.ask.words.vocabulary import Vocabulary
from queries.reader import Reader

MOST = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A thing (its name) or a shape of question (its words, with … where a name goes)."""

    text: str
    kind: str
    id: str | None = None


@lru_cache(maxsize=1)
def _shapes() -> dict[str, list[str]]:
    path = Path(__file__).with_name("shapes.yaml")
    loaded: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


async def complete(
    reader: Reader, typed: str, lang: str = "en", limit: int = 8
) -> list[dict[str, Any]]:
    """Suggestions for what is typed so far, best first: whole question shapes, then things whose
    name begins with the last words. Nothing is read from the graph once its names are known."""
    known = await vocabulary(reader)
    wanted = max(1, min(limit, MOST))
    words = [t.folded for t in text.tokens(typed[-200:])]
    found = [Suggestion(shape, "question") for shape in _matching(words, lang)]
    short = (await reader.lexicon()).ids.short
    for length in range(min(4, len(words)), 0, -1):
        for key, iri in _starting(known, " ".join(words[-length:]), wanted):
            label = known.label(iri, lang)
            one = Suggestion(label, _kind(known, iri), short(iri))
            if one not in found:
                found.append(one)
            del key
        if len(found) >= wanted:
            break
    return [{"text": s.text, "kind": s.kind, "id": s.id} for s in found[:wanted]]


def _matching(words: list[str], lang: str) -> list[str]:
    if not words:
        return _shapes()["fr" if lang == "fr" else "en"][:MOST]
    shapes = _shapes()["fr" if lang == "fr" else "en"]
    typed = " ".join(words)
    return [shape for shape in shapes if " ".join(text.words(shape)).startswith(typed)][:4]


def _starting(known: Vocabulary, prefix: str, most: int) -> list[tuple[str, str]]:
    keys = known.sorted_keys
    at = bisect_left(keys, prefix)
    found: list[tuple[str, str]] = []
    while at < len(keys) and keys[at].startswith(prefix) and len(found) < most:
        for sense in known.exact[keys[at]]:
            found += [(keys[at], iri) for iri in sense.ids]
        at += 1
    return found


def _kind(known: Vocabulary, iri: str) -> str:
    kinds = sorted(k for k in known.kinds(iri) if "__" not in k)
    return kinds[0] if kinds else "thing"
