"""The linked spans of a question."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from queries.ask.words.text import Token
from queries.ask.words.vocabulary import Relation, Sense


@dataclass(frozen=True)
class Item:
    """A span of the question (words `start` to `end`, end excluded) and what it may mean.

    The rules of reading ask one item the same things hundreds of times: the answers are kept.
    """

    start: int
    end: int
    senses: tuple[Sense, ...]
    how: str = "exact"
    part: bool = False
    """Only a part of the name is there."""

    @cached_property
    def roles(self) -> frozenset[str]:
        """The parts in a question that it may play."""
        return frozenset(s.role for s in self.senses)

    def has(self, role: str) -> bool:
        return role in self.roles

    def has_any(self, *roles: str) -> bool:
        return not self.roles.isdisjoint(roles)

    def sense(self, role: str) -> Sense | None:
        return next((s for s in self.senses if s.role == role), None)

    @cached_property
    def things(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for s in self.senses if s.role == "thing" for i in s.ids))

    @cached_property
    def classes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for s in self.senses if s.role == "class" for i in s.ids))

    @cached_property
    def relation(self) -> Relation | None:
        """What it says by its words for relations and for naming, all as one."""
        return _as_one([*self._said("relation"), *self._said("mention")])

    @cached_property
    def verb(self) -> Relation | None:
        """The same where no document is spoken of: without words for naming, if it has others."""
        return _as_one(self._said("relation")) or self.relation

    def _said(self, role: str) -> list[Relation]:
        return [s.relation for s in self.senses if s.role == role and s.relation]


def _as_one(found: list[Relation]) -> Relation | None:
    if len(found) < 2:
        return found[0] if found else None
    first = found[0]

    def union(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for r in found for i in getattr(r, name)))

    return Relation(
        union("predicates"), union("inverse"), union("when"), union("when_inverse"),
        first.role, first.asks, first.status, first.detail, first.open,
    )  # fmt: skip


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
