"""How far a walk may go, and how it says that it was cut."""

from __future__ import annotations

import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Literal

MAX_DEPTH = 4
MAX_LENGTH = 6
"""Steps of a path. Walked from both ends, so that each side goes half of it."""
MAX_THINGS = 10
"""Things that one question may be about."""
NODES = 5_000
ROWS = 20_000
"""Direct edges that one level, or one cut, may bring."""
SECONDS = 10.0

By = Literal["nodes", "links", "time", "hubs", "paths"]

_TEXTS: dict[str, tuple[str, str]] = {
    "nodes": ("more than {limit} things", "plus de {limit} choses"),
    "links": ("more than {limit} links", "plus de {limit} liens"),
    "time": ("more than {limit} seconds of work", "plus de {limit} secondes de travail"),
    "hubs": (
        "more than {limit} links at the things in between, so the most linked of them were not "
        "entered",
        "plus de {limit} liens aux choses intermédiaires : les plus liées n’ont pas été parcourues",
    ),
    "paths": ("more than {limit} paths", "plus de {limit} chemins"),
}
_NARROW = (
    "Narrow it: a smaller depth or length, filters (predicate, kind, status, certainty, document, "
    "theme, place, dataset, as_of), or things to avoid.",
    "Restreignez : une profondeur ou une longueur moindre, des filtres (predicate, kind, status, "
    "certainty, document, theme, place, dataset, as_of), ou des choses à éviter.",
)


@dataclass(frozen=True, slots=True)
class Cut:
    """An answer that is not the whole one: by which bound, and what was left out, if known."""

    by: By
    limit: float
    left_out: tuple[str, ...] = ()

    def text(self, lang: str) -> str:
        which = lang == "fr"
        what = _TEXTS[self.by][which].format(limit=f"{self.limit:g}")
        head = f"Coupé : {what}. " if which else f"Cut: {what}. "
        return head + _NARROW[which]

    def shown(self, lang: str) -> dict[str, Any]:
        return {
            "by": self.by,
            "limit": self.limit,
            "message": self.text(lang),
            "left_out": list(self.left_out),
        }


@dataclass(slots=True)
class Hurry:
    """Whether an answer was cut by time: asked again, it may come whole."""

    happened: bool = False


HURRY: ContextVar[Hurry | None] = ContextVar("HURRY", default=None)
"""Where whoever gives the answer wants to know."""


@dataclass(slots=True)
class Clock:
    """The time that one walk may take. A level that has begun is still finished by the engine."""

    seconds: float = SECONDS
    _start: float = field(default_factory=time.monotonic)

    @property
    def left(self) -> float:
        return max(0.0, self.seconds - (time.monotonic() - self._start))

    @property
    def over(self) -> bool:
        return self.left <= 0

    def cut(self) -> Cut:
        """The cut by this time."""
        if hurry := HURRY.get():
            hurry.happened = True
        return Cut("time", self.seconds)
