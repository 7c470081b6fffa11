"""Misspelt words: candidates through short keys, then an edit distance that grows with length.

Only words that share their first three or last three letters, or all their letters, are compared,
so the work follows the size of a bucket and not the number of names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

EDGE = 3


def tolerance(length: int) -> int:
    """Slips that a word of this length may have: none up to 4 letters, two from 8 letters on."""
    return 0 if length < 5 else 1 if length < 8 else 2


_SOUNDS = (("ph", "f"), ("ck", "k"), ("qu", "k"), ("th", "t"), ("y", "i"), ("c", "k"), ("z", "s"))


def sound(word: str) -> str:
    """How a word sounds, roughly, in both languages: `sofia` is `sophia`."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return "".join(c for c, before in zip(word, " " + word, strict=False) if c != before)


class Corrections:
    """Known words, by the keys under which a misspelt one is looked for."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        self._buckets: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words)):
            self._known.add(word)
            if len(word) >= 4 and not word.isdigit():
                for key in self._keys(word):
                    self._buckets[key].append(word)

    @staticmethod
    def _keys(word: str) -> set[str]:
        return {
            "^" + word[:EDGE],
            word[-EDGE:] + "$",
            "=" + "".join(sorted(word)),
            "~" + sound(word),
        }

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def near(self, word: str, limit: int = 4) -> list[str]:
        """Known words within the tolerance, nearest first; transposed letters count as one slip."""
        slips = tolerance(len(word))
        if not slips or word.isdigit():
            return []
        letters = "=" + "".join(sorted(word))
        shuffled = [w for w in self._buckets.get(letters, ()) if w[0] == word[0]]
        alike = [w for w in self._buckets.get("~" + sound(word), ()) if w != word]
        pool = {w for key in self._keys(word) for w in self._buckets.get(key, ())}
        found = process.extract(
            word, [w for w in pool if abs(len(w) - len(word)) <= slips],
            scorer=OSA.distance, score_cutoff=slips, limit=limit,
        )  # fmt: skip
        # With two slips, the first letter must be right: `sanctions` are no `fonctions`.
        near = {w: int(d) for w, d, _ in found if d < 2 or w[0] == word[0]}
        ranked = sorted(near.items(), key=lambda p: (p[1], p[0]))
        return list(
            dict.fromkeys(
                [*(w for w, d in ranked if d == 1), *alike, *shuffled, *(w for w, _ in ranked)]
            )
        )[:limit]
