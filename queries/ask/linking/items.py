"""The linked spans of a question."""

from __future__ import annotations

from dataclasses import dataclass, field

from queries.ask.words.text import Token
from queries.ask.words.vocabulary import Sense


@dataclass(frozen=True, slots=True)
class Item:
    """A span of the question (words `start` to `end`, end excluded) and what it may mean."""

    start: int
    end: int
    senses: tuple[Sense, ...]
    how: str = "exact"
    part: bool = False
    """Only a part of the name is there."""

    def has(self, role: str) -> bool:
        return any(s.role == role for s in self.senses)

    def sense(self, role: str) -> Sense | None:
        return next((s for s in self.senses if s.role == role), None)

    @property
    def things(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for s in self.senses if s.role == "thing" for i in s.ids))

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for s in self.senses if s.role == "class" for i in s.ids))


@dataclass(frozen=True, slots=True)
class Linked:
    """A question with its items in order and the content words that nothing covers."""

    question: str
    tokens: tuple[Token, ...]
    items: tuple[Item, ...]
    unresolved: tuple[int, ...] = field(default=())
    shouted: bool = False
    lang: str = ""
    """The language it is asked in, where its words tell."""

    def span(self, item: Item) -> str:
        return self.question[self.tokens[item.start].start : self.tokens[item.end - 1].end]
