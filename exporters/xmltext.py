"""Text in XML 1.0: what must be escaped, what may not stand there at all, by whole columns.

Nearly all columns need nothing done to them, so a column is joined and looked at once, in C, and
only one that holds a suspect character is gone through value by value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import TypeAlias

# XML 1.0 (Fifth Edition), 2.2 Characters: no escape makes these legal.
_ILLEGAL = [*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
_ESCAPES: dict[int, str | None] = dict.fromkeys(_ILLEGAL)
# Tab and line ends would be read as spaces from an attribute (XML 1.0, 3.3.3), so as references.
_ESCAPES |= {ord(c): f"&#{ord(c)};" for c in "\t\n\r"}
_ESCAPES |= {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}

# Bytes of UTF-8 that call for a closer look: controls and markup; and U+FFFE, U+FFFF.
_SUSPECT = bytes([*range(0x20), *b'&<>"'])
_NONCHARACTERS = ("\ufffe".encode(), "\uffff".encode())

Column: TypeAlias = str | Sequence[str]  # text that is the same in all rows, or one a row


def escape(text: str) -> str:
    """Text for an attribute or for content."""
    return text.translate(_ESCAPES)


def escaped(column: Sequence[str]) -> Sequence[str]:
    """A column of texts, each escaped."""
    return column if _is_clean("".join(column)) else [text.translate(_ESCAPES) for text in column]


def escaped_lists(column: Sequence[Sequence[str]]) -> list[str]:
    """A column of lists, each as `['a', 'b']`, which both Gephi and graphology read.

    Apostrophes and backslashes within an item are escaped by a backslash.
    """
    whole = "".join(chain.from_iterable(column))
    if "'" in whole or "\\" in whole:
        column = [
            [item.replace("\\", "\\\\").replace("'", "\\'") for item in items] for items in column
        ]
    texts = ["['" + "', '".join(items) + "']" if items else "[]" for items in column]
    return texts if _is_clean(whole) else [text.translate(_ESCAPES) for text in texts]


def _is_clean(text: str) -> bool:
    try:
        encoded = text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return False
    # Deleting and comparing lengths is five times as fast as a regular expression.
    return len(encoded.translate(None, _SUSPECT)) == len(encoded) and (
        text.isascii() or not any(character in encoded for character in _NONCHARACTERS)
    )


def rows(columns: Iterable[Column], count: int) -> bytes:
    """The columns read across, as UTF-8: `count` rows of all pieces, in order."""
    merged: list[Column] = []
    for column in columns:
        if isinstance(column, str) and merged and isinstance(merged[-1], str):
            merged[-1] += column
        else:
            merged.append(column)
    streams = [repeat(c, count) if isinstance(c, str) else c for c in merged]
    return "".join(chain.from_iterable(zip(*streams, strict=True))).encode()
