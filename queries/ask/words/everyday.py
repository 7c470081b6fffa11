"""The words of English and French, by the dictionaries of pyspellchecker: none is misspelt."""

from __future__ import annotations

from functools import cache

from spellchecker import SpellChecker

from queries.ask.words.text import fold

LANGUAGES = ("en", "fr")


@cache
def everyday() -> frozenset[str]:
    """All words of both languages, folded; read once."""
    return frozenset(
        # They are in lower case: only those with accents are to be folded.
        word if word.isascii() else fold(word)
        for lang in LANGUAGES
        for word in SpellChecker(language=lang).word_frequency.words()
    )
