"""Words that a name parts: `met X sur la table`, `makes X available`, `leaving X aside`."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.words.building import PARTED
from queries.ask.words.text import Token
from queries.ask.words.vocabulary import Sense, Vocabulary

FARTHEST = 6
"""Words that may stand between the verb and the rest of it."""


def parted(question: str, words: list[Token], known: Vocabulary, items: list[Item]) -> list[Item]:
    """The items with such words put together: the verb has the sense, its rest says no more."""
    at = {n: item for item in items for n in range(item.start, item.end)}
    asked = {
        i.end for i in items
        if (i.has("q-what") and not i.has("q-object"))
        or (i.has("filler") and not i.has("pronoun") and words[i.start].folded in known.weak)
    }  # fmt: skip
    found = list(items)
    for head, token in enumerate(words):
        verb = at.get(head)
        # `who gives`, one form: the verb in it has a rest too.
        asking = verb is not None and verb.end - verb.start == 2 and verb.end == head + 1
        if verb is not None and (verb.things or (verb.end - verb.start > 1 and not asking)):
            continue
        if token.folded in known.weak:
            continue
        rest = _rest(question, words, known, at, head)
        if rest is None:
            continue
        start, end, senses, whole = rest
        if head in asked and whole < 2:
            # `which tools … proposed`, `the tools … proposed`: a noun and another verb.
            continue
        inside = {id(at[n]) for n in (head, *range(start, end)) if n in at}
        found = [i for i in found if id(i) not in inside]
        noun = head in asked
        # `the money of X comes from`: the verb stands behind the name.
        little = (Sense("filler", match="alias"),)
        found.append(Item(head, head + 1, little if noun else senses))
        if asking and (first := tuple(known.full.get(words[head - 1].folded, ()))):
            found.append(Item(head - 1, head, first))
        found.append(Item(start, end, senses if noun else little))
        at = {n: item for item in found for n in range(item.start, item.end)}
    return found


def _rest(
    question: str, words: list[Token], known: Vocabulary, at: dict[int, Item], head: int
) -> tuple[int, int, tuple[Sense, ...], int] | None:
    """Where the rest of a verb stands, behind a name, what the whole means, and how many words the
    rest has."""
    token = words[head]
    for tail, key in known.parted.get(token.heavy, ()):
        for start in range(head + 2, min(head + 2 + FARTHEST, len(words) - len(tail) + 1)):
            end = start + len(tail)
            if "," in question[token.end : words[start].start]:
                break
            if tuple(t.folded for t in words[start:end]) != tail:
                continue
            while end - 1 > start and words[end - 1].folded in known.weak:
                # The preposition of what stands behind it.
                end -= 1
            between = [at[n] for n in range(head + 1, start) if n in at]
            whole = all(at[n].start >= start and at[n].end <= end for n in range(start, end)
                        if n in at)  # fmt: skip
            named = any(i.things or i.has("pronoun") or i.has("class") for i in between)
            if whole and named and not any(_another(i) for i in between):
                senses = [s for s in known.full[key] if s.role in PARTED]
                told = tuple(replace(s, match="alias") for s in senses)
                return start, end, told, len(tail)
    return None


def _another(item: Item) -> bool:
    """A second verb or question between them: each has its own object."""
    if item.things or item.has("filler") or item.has("class") or item.has("in"):
        return False
    return any(
        s.role in {"relation", "and", "or"} or s.role.startswith(("q-", "frame-"))
        for s in item.senses
    )
