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
MAX_CURSOR = 4000  # characters
MAX_AFTER = 1000  # characters of an id that a cursor holds


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list. `truncated`: there is more, which `next` leads to."""

    items: list[Any]
    total: int
    limit: int
    next: str | None
    included: dict[str, Any] | None = None
    """What several items name, once: by kind and short id."""

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
            **({} if self.included is None else {"included": self.included}),
        }


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows of a question to show: `limit` of them after the first `skip`.

    `after`, `total`: the last row's id and the count of all, where the page before told them;
    the rows before are then not read again.
    """

    question: str
    version: int
    limit: int
    skip: int = 0
    after: str | None = None
    total: int | None = None

    def page(self, items: list[Any], total: int, after: str | None = None) -> Page:
        """A page of the list; `after`: the id of its last row, where rows are in that order."""
        seen = self.skip + len(items)
        more = seen < total and bool(items)
        return Page(items, total, self.limit, self._cursor(seen, total, after) if more else None)

    def _cursor(self, skip: int, total: int, after: str | None) -> str:
        place: list[Any] = [self.question, self.version, skip]
        if after is not None and len(after) <= MAX_AFTER:
            place += [total, after]
        text = json.dumps(place, separators=(",", ":"))
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
        place = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
        asked, then, skip, total, after = [*place, None, None][:5]
    except (ValueError, binascii.Error, UnicodeError, TypeError):
        raise StaleCursor from None
    if asked != question or then != version or not _places(skip, total, after):
        raise StaleCursor
    return Window(question, version, size, skip, after, total)


def _places(skip: Any, total: Any, after: Any) -> bool:
    """Whether these are what a cursor holds; whoever changes one gets no further than that."""
    if not isinstance(skip, int) or not 0 <= skip < 2**53:
        return False
    if after is None and total is None:
        return True
    return isinstance(after, str) and isinstance(total, int) and total >= 0
