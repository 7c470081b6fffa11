"""Dates as they are printed (a year, a month, a day) as periods of whole days.

GEXF and Gephi want full ISO dates: a bare year does not parse there.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from exporters.subgraph import Spell

# xsd:gYear, gYearMonth, date and dateTime (XML Schema 1.1, part 2); a time zone counts for nothing.
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?(?:Z|[+-]\d\d:\d\d)?")


def first_day(text: str) -> date | None:
    """The first day of a date of any precision; None for what is no date of our era."""
    parts = _parts(text)
    return date(parts[0], parts[1] or 1, parts[2] or 1) if parts else None


def last_day(text: str) -> date | None:
    """The last day of a date of any precision; None for what is no date of our era."""
    parts = _parts(text)
    if not parts:
        return None
    year, month = parts[0], parts[1] or 12
    return date(year, month, parts[2] or monthrange(year, month)[1])


def spell(at: str | None, valid_from: str | None, valid_to: str | None) -> Spell | None:
    """The period of a statement: from `validFrom` to `validTo`, else the time of its `date`.

    One end may be open (None). None when the statement tells no time, or an end before its start.
    """
    start = first_day(valid_from) if valid_from else None
    end = last_day(valid_to) if valid_to else None
    if start is None and end is None and at:
        start, end = first_day(at), last_day(at)
    if (start is None and end is None) or (start and end and end < start):
        return None
    return start, end


def disjoint(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """The same days in as few periods as can be, in order: Gephi refuses overlapping ones."""
    result: list[tuple[date, date]] = []
    for start, end in sorted((s or date.min, e or date.max) for s, e in spells):
        if result and start <= _next_day(result[-1][1]):
            result[-1] = result[-1][0], max(result[-1][1], end)
        else:
            result.append((start, end))
    return tuple((None if s == date.min else s, None if e == date.max else e) for s, e in result)


def _next_day(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _parts(text: str) -> tuple[int, int | None, int | None] | None:
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return year or 0, month, day
