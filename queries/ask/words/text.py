"""Text as the linker reads it: words with their places, folded to what carries meaning."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MAX_QUESTION = 10_000
"""Characters of a question; longer ones are refused."""

MAX_TOKENS = 120
"""Words of a question that are read; no question of a person has more."""

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_OXFORD = re.compile(r"(?<=[a-z]{3})iz(?=e[ds]?$|ing$|ations?$|$)")
"""English words of two spellings. Also at the end: a word may not be written to its end yet."""
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "Œ": "oe", "Æ": "ae"})

# Endings of English and French verbs and nouns, longest first: what is left is the stem by which
# the words of relations are found. These are morphology, not words.
_ENDINGS = (
    "issements", "issement", "atrices", "atrice", "ateurs", "ateur", "ations", "ation", "ements",
    "ement", "eraient", "erait", "assent", "issent", "aient", "eront", "euses", "euse", "antes",
    "ments", "ment", "ants", "ante", "ions", "eurs", "ings", "eur", "ing", "ion", "ees", "ers",
    "ent", "ant", "ait", "era", "ees", "ons", "ez", "ee", "es", "er", "ed", "ir", "is", "it", "e",
    "s", "t", "d",
)  # fmt: skip

_MAKING = ("ifications", "ification", "ifying", "ifies", "ified", "ify")
"""`ratify`, `ratification`, `ratifier`: one stem."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the question: as written, folded, its light and heavy stem, its characters."""

    text: str
    folded: str
    light: str
    heavy: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def upper(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """One word without accents, case and ligatures; `organization` is `organisation`."""
    plain = unicodedata.normalize("NFKD", word.translate(_LIGATURES).casefold())
    return _OXFORD.sub("is", "".join(c for c in plain if not unicodedata.combining(c)))


@lru_cache(maxsize=65_536)
def light(folded: str) -> str:
    """Without the marks of plural and feminine: `libyennes` → `libyen`."""
    word = folded
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word[-1] in "sx" and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
        if len(word) > 4 and word[-1] == word[-2] and word[-1] in "nlt":
            word = word[:-1]
    return word


@lru_cache(maxsize=65_536)
def heavy(folded: str) -> str:
    """Without the endings of verbs and nouns: `financing`, `financement` → `financ`."""
    for ending in _MAKING:
        if folded.endswith(ending) and len(folded) > len(ending) + 2:
            return folded[: -len(ending)] + "ifi"
    for ending in _ENDINGS:
        least = 5 if ending in {"ion", "ions"} else 4
        if folded.endswith(ending) and len(folded) - len(ending) >= least:
            root = folded[: -len(ending)]
            return root[:-1] if root[-1] == root[-2] and root[-1] not in "aeiou" else root
    return folded


@lru_cache(maxsize=65_536)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(fold(match[0]) for match in _WORD.finditer(text) if fold(match[0]))


def tokens(question: str) -> list[Token]:
    """The words of a question, at most `MAX_TOKENS`."""
    found = []
    for match in _WORD.finditer(question):
        folded = fold(match[0])
        if folded:
            found.append(
                Token(match[0], folded, light(folded), heavy(folded), match.start(), match.end())
            )
        if len(found) == MAX_TOKENS:
            break
    return found


def numbers(question: str) -> list[float]:
    """Numbers as people write them: 15,000, 15 000, 2.8, 2,8."""
    found = []
    for match in re.findall(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?", question):
        plain = re.sub(r"[ ,.\u00a0\u202f](?=\d{3}(?!\d))", "", match)
        found.append(float(plain.replace(",", ".")))
    return found
