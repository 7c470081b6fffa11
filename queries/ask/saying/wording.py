"""The patterns of sentences, and lists of names in them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from queries.ask.words.vocabulary import Vocabulary
from queries.hydrate import Known

FEW = 8
"""Names in a sentence; further ones are counted."""
FEW_VERBS = 4


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    path = Path(__file__).with_name("sentences.yaml")
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def patterns_of(known: Known) -> dict[str, Any]:
    patterns: dict[str, Any] = _patterns()["fr" if known.lang == "fr" else "en"]
    return patterns


def names_of(p: dict[str, Any], names: Iterable[str], few: int = FEW, between: str = ", ") -> str:
    listed = list(dict.fromkeys(names))
    text = between.join(listed[:few])
    more = len(listed) - few
    return text + (p["and_more"].format(n=more) if more > 0 else "")


def labels(words: Vocabulary, p: dict[str, Any], iris: Iterable[str], lang: str) -> str:
    return names_of(p, (words.label(i, lang) for i in iris))
