"""One page type for every list: `{"items", "total", "limit", "next", "truncated"}`.

A cursor is opaque to the caller: the place in the rows, tied to the question and to the version of
the graph, so that a page never mixes two states.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from queries.errors import StaleCursor
from queries.params import within

MAX_LIMIT = 1000
DEFAULT_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list. `truncated`: there is more, which `next` leads to."""

    items: list[Any]
    total: int
    limit: int
    next: str | None

    @property
    def truncated(self) -> bool:
        return self.next is not None

    def as_dict(self) -> dict[str, Any]:
        return {
            "items": self.items,
            "total": self.total,
            "limit": self.limit,
            "next": self.next,
            "truncated": self.truncated,
        }


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows of a question to show: `limit` of them after the first `skip`."""

    question: str
    version: int
    limit: int
    skip: int = 0

    def page(self, items: list[Any], total: int) -> Page:
        after = self.skip + len(items)
        more = after < total and bool(items)
        return Page(items, total, self.limit, self._cursor(after) if more else None)

    def _cursor(self, skip: int) -> str:
        text = json.dumps([self.question, self.version, skip], separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def window(
    name: str,
    params: Mapping[str, Any],
    version: int,
    *,
    limit: int | None = None,
    cursor: str | None = None,
    default: int = DEFAULT_LIMIT,
    maximum: int = MAX_LIMIT,
) -> Window:
    """The window that a request asks for. Raises `WrongParameter` and `StaleCursor`."""
    text = json.dumps([name, dict(params)], sort_keys=True, default=str, ensure_ascii=False)
    question = hashlib.sha256(text.encode()).hexdigest()[:16]
    size = within("limit", default if limit is None else limit, 1, maximum)
    if not cursor:
        return Window(question, version, size)
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        asked, then, skip = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
    except (ValueError, binascii.Error, UnicodeError, TypeError):
        raise StaleCursor from None
    if asked != question or then != version or not isinstance(skip, int) or skip < 0:
        raise StaleCursor
    return Window(question, version, size, skip)
