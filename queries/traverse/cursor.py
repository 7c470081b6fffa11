"""Pages by key: a cursor names the last thing shown, so it stays valid while data changes.

What was added before that place is not shown again, what was removed is not missed, nothing comes
twice. A cursor belongs to its question, not to a version of the graph.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from queries.errors import StaleCursor
from queries.pages import DEFAULT_LIMIT, MAX_LIMIT
from queries.params import within
from queries.traverse.bounds import Cut

T = TypeVar("T")
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: behind `after`, None for the first page."""

    question: str
    limit: int
    after: Key | None = None

    def cursor(self, key: Key) -> str:
        text = json.dumps([self.question, key], separators=(",", ":"), ensure_ascii=False)
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def place(
    name: str,
    question: Mapping[str, Any],
    *,
    shape: str,
    limit: int | None = None,
    cursor: str | None = None,
    default: int = DEFAULT_LIMIT,
    maximum: int = MAX_LIMIT,
) -> Place:
    """Where a request wants to go on. `shape`: a letter for each part of the key, i(nteger),
    s(tring) or l(ist of strings). Raises `WrongParameter` and `StaleCursor`."""
    text = json.dumps([name, dict(question)], sort_keys=True, default=str, ensure_ascii=False)
    hashed = hashlib.sha256(text.encode()).hexdigest()[:16]
    size = within("limit", default if limit is None else limit, 1, maximum)
    if not cursor:
        return Place(hashed, size)
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        asked, key = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
    except (ValueError, binascii.Error, UnicodeError, TypeError):
        raise StaleCursor from None
    if asked != hashed or not isinstance(key, list) or not _fits(key, shape):
        raise StaleCursor
    return Place(hashed, size, _tuple(key))


def _fits(key: Sequence[Any], shape: str) -> bool:
    def fits(part: Any, letter: str) -> bool:
        match letter:
            case "i":
                return isinstance(part, int) and not isinstance(part, bool)
            case "s":
                return isinstance(part, str)
            case _:
                return isinstance(part, list) and all(isinstance(item, str) for item in part)

    return len(key) == len(shape) and all(map(fits, key, shape))


def _tuple(key: Sequence[Any]) -> Key:
    return tuple(tuple(part) if isinstance(part, list) else part for part in key)


def page(items: Sequence[T], key: Callable[[T], Key], where: Place) -> tuple[list[T], str | None]:
    """The items behind the place, in the order of their keys, and the cursor that goes on."""
    left = [item for item in items if where.after is None or key(item) > where.after]
    shown = left[: where.limit]
    more = len(left) > len(shown) and bool(shown)
    return shown, where.cursor(key(shown[-1])) if more else None


def as_dict(
    items: list[Any], total: int, where: Place, next_: str | None, cut: Cut | None, lang: str
) -> dict[str, Any]:
    """The page of the contract. `truncated`: there is more, behind `next` or beyond the bounds;
    `cut` says which bound was met and what to do about it (`total` then counts what was seen)."""
    return {
        "items": items,
        "total": total,
        "limit": where.limit,
        "next": next_,
        "truncated": next_ is not None or cut is not None,
        "cut": cut.shown(lang) if cut else None,
    }
