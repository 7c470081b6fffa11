"""Which runs of words can be a name or a form at all: told from their first and last word.

A question of twenty words has some two hundred runs, and nearly none of them is anything. What a
vocabulary holds begins and ends with few pairs of words, so that most runs need no look-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from queries.ask.words.text import Token
from queries.ask.words.vocabulary import Vocabulary


class Windows:
    """The runs of words of one question."""

    def __init__(self, words: Sequence[Token], known: Vocabulary, shouted: bool) -> None:
        self._words = words
        self._known = known
        self._strong = [t.folded not in known.weak or (t.upper and not shouted) for t in words]
        self._counts = [0, *accumulate(self._strong)]
        count = len(words)
        self._next = list(range(count))
        self._last = list(range(count))
        for at in range(count):
            if not self._strong[at]:
                self._last[at] = self._last[at - 1] if at else -1
        for at in reversed(range(count)):
            if not self._strong[at]:
                self._next[at] = self._next[at + 1] if at + 1 < count else count

    def may_say(self, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` (excluded) may be a name or a form."""
        if end - start == 1:
            return True
        words, borders = self._words, self._known.borders
        first, last = words[start], words[end - 1]
        one, two = first, last
        if self._next[start] < end:
            one, two = words[self._next[start]], words[self._last[end - 1]]
        if (
            (one.folded, two.folded) in borders
            or (one.light, two.light) in borders
            or (first.folded, last.folded) in borders
            or (first.heavy, last.heavy) in borders
            or (first.light, last.light) in borders
        ):
            return True
        plain = self._known.contracted
        if (first.folded in plain or last.folded in plain) and (
            plain.get(first.folded, first.folded),
            plain.get(last.folded, last.folded),
        ) in borders:
            return True
        # A name whose words are written as one has other borders.
        few = self._counts[end] - self._counts[start] <= JOINED
        return few and self._as_one(start, end) in self._known.joined

    def _as_one(self, start: int, end: int) -> str:
        strong = [at for at in range(start, end) if self._strong[at]] or range(start, end)
        return "".join(self._words[at].light for at in strong)


JOINED = 3
"""Words that may be written as one in a name."""
