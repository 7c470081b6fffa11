"""A plan: one thing that a question asks, with the frame it was read as."""

from __future__ import annotations

from dataclasses import dataclass

from queries.ask.reading.frames import Exists, Frame, Ids, Unknown
from queries.ask.reading.sought import Sought
from queries.ask.words.text import Token


@dataclass(frozen=True, slots=True)
class Plan:
    """One thing that a question asks: the frame it was read as, and all that it holds."""

    frame: Frame
    sought: Sought | None = None
    guessed: Unknown | None = None
    """What is run instead, where no statement holds the words that may be names."""
    exists: Exists | None = None
    """Asked first: whether the thing is there at all."""
    loose: tuple[Token, ...] = ()
    """Words that nothing covers."""
    matters: tuple[Token, ...] = ()
    """Those of them that say on what."""
    period: str = ""
    """A year or a month that stands in no name."""
    aside: bool = False
    """Told beside what is asked: nothing is said where it finds nothing."""
    doubtful: Ids = ()
    """Things that are likely not meant, and are not offered as the nearest."""
    otherwise: Plan | None = None
    """Another reading, for where this one finds nothing."""
    settled: tuple[Plan, ...] = ()
    """Of a name that fits several things: the question for each, where the rest may decide."""
