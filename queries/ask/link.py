"""Find in a question the names, relations and words that the graph knows, with their places.

Longest first: as written, then without plural and feminine, then by the stem of relation words,
then misspelt words put right, then names of which the question has only a part.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from queries.ask.text import Token, tokens
from queries.ask.vocabulary import Sense, Vocabulary

MANY = 6
"""Things that may share a partial name; a word in more names than that names nothing."""


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

    def span(self, item: Item) -> str:
        return self.question[self.tokens[item.start].start : self.tokens[item.end - 1].end]


def link(question: str, known: Vocabulary) -> Linked:
    """The items of a question."""
    words = tokens(question)
    shouted = sum(1 for t in words if t.text.isupper()) > 0.7 * max(1, len(words)) and len(words) > 2
    items = _longest(words, known, shouted)
    covered = {i for item in items for i in range(item.start, item.end)}
    items = _corrected(words, known, shouted, items, covered)
    covered = {i for item in items for i in range(item.start, item.end)}
    items = _partial(words, known, items, covered)
    covered = {i for item in items for i in range(item.start, item.end)}
    loose = tuple(
        i
        for i, t in enumerate(words)
        if i not in covered and t.folded not in known.weak and not t.folded.isdigit() and len(t.folded) > 1
    )
    return Linked(question, tuple(words), tuple(sorted(items, key=lambda i: i.start)), loose, shouted)


def _longest(words: list[Token], known: Vocabulary, shouted: bool) -> list[Item]:
    taken: set[int] = set()
    items: list[Item] = []
    size = len(words)
    for length in range(min(known.longest, size), 0, -1):
        for start in range(size - length + 1):
            span = range(start, start + length)
            if taken & set(span):
                continue
            if item := _match(words[start : start + length], start, known, shouted, size):
                items.append(item)
                taken.update(span)
    return items


def _match(span: list[Token], start: int, known: Vocabulary, shouted: bool, count: int) -> Item | None:
    end = start + len(span)
    found: list[Sense] = list(known.full.get(" ".join(t.folded for t in span), ()))
    how = "exact"
    names: list[Sense] = []
    if len(span) == 1 or not {t.folded for t in (span[0], span[-1]) if not (t.upper and not shouted)} & known.weak:
        strong = [t for t in span if t.folded not in known.weak or (t.upper and not shouted)] or span
        names = [
            s
            for s in known.exact.get(" ".join(t.folded for t in strong), ())
            if _may_be_name(span, s, known, shouted)
        ]
        if not names:
            names = [
                s
                for s in known.light.get(" ".join(t.light for t in strong), ())
                if _may_be_name(span, s, known, shouted)
            ]
            how = "folded" if names else how
        if not names and len(strong) <= 3 and len("".join(t.light for t in strong)) > 5:
            names = list(known.joined.get("".join(t.light for t in strong), ()))
            how = "folded" if names else how
    if not found:
        found = list(known.heavy.get(" ".join(t.heavy for t in span), ()))
        if len(span) == 1 and len(span[0].folded) < 4:
            found = []
    senses = tuple(dict.fromkeys([*names, *found]))
    if len(span) == 1 and span[0].folded in known.weak and not names:
        # A preposition or an article is no relation by itself.
        senses = tuple(known.full.get(span[0].folded, ()))
        roles = known.written.get(span[0].text.casefold(), set())
        exact = tuple(s for s in senses if s.role in roles)
        if exact and not shouted and 0 < start < count - 1:
            senses = exact
    return Item(start, end, senses, how) if senses else None


def _may_be_name(span: list[Token], sense: Sense, known: Vocabulary, shouted: bool) -> bool:
    """A short acronym that is also a little word of the language must be written in capitals."""
    if len(span) > 1 or span[0].folded not in known.weak:
        return True
    return span[0].upper and not shouted


def _corrected(words: list[Token], known: Vocabulary, shouted: bool, items: list[Item], covered: set[int]) -> list[Item]:
    """Put misspelt words right and link the question again where that helps."""
    better = list(words)
    changed = False
    for i, token in enumerate(words):
        if i in covered or token.folded in known.weak or token.folded in known.corrections:
            continue
        if token.light in known.postings or token.heavy in known.heavy:
            continue
        near = known.corrections.near(token.folded)
        if near:
            fixed = tokens(near[0])[0]
            better[i] = replace(fixed, text=fixed.text, start=token.start, end=token.end)
            changed = True
    if not changed:
        return items
    again = _longest(better, known, shouted)
    moved = {i for i in range(len(words)) if better[i].folded != words[i].folded}
    words[:] = better
    return [
        replace(item, how="fuzzy") if moved & set(range(item.start, item.end)) else item
        for item in again
    ]


def _partial(words: list[Token], known: Vocabulary, items: list[Item], covered: set[int]) -> list[Item]:
    """Names of which the question has only a part, around words that nothing covers."""
    result = list(items)
    for i, token in enumerate(words):
        if i in {p for item in result if item.part for p in range(item.start, item.end)}:
            continue
        free = i not in covered
        if free and (token.folded in known.weak or len(token.folded) < 2):
            continue
        if not free and not _could_start(result, i):
            continue
        if found := _around(words, known, result, i, free):
            span = set(range(found.start, found.end))
            result = [
                item
                for item in result
                if not span & set(range(item.start, item.end)) or item.end - item.start > len(span)
            ]
            result.append(found)
    return result


def _could_start(items: list[Item], i: int) -> bool:
    """A word for a kind may be the head of a partial name: `coordination meeting`."""
    return any(item.start == i and item.end == i + 1 and item.has("class") for item in items)


def _around(words: list[Token], known: Vocabulary, items: list[Item], i: int, free: bool) -> Item | None:
    low, high = max(0, i - 5), min(len(words), i + 7)
    stop = {
        p
        for item in items
        if not item.has("thing") and not item.has("class") and not item.has("relation") and not item.part
        and not all(words[q].folded in known.weak for q in range(item.start, item.end))
        and not item.has("month")
        for p in range(item.start, item.end)
    }
    while low < i and stop & set(range(low, i)):
        low += 1
    while high > i + 1 and stop & set(range(i + 1, high)):
        high -= 1
    window = {p: words[p].light for p in range(low, high) if words[p].folded not in known.weak or p == i}
    numbers = known.postings.get(words[i].light, ())
    if not numbers or len(numbers) > 400:
        return None
    best: list[tuple[float, str, int, int, str]] = []
    for number in numbers:
        named = known.names[number]
        hits = [p for p in window if window[p] in named.stems]
        # The words of a partial name stand together, with only little words between.
        run = _run(hits, i, words, known)
        distinct = {window[p] for p in run}
        if all(s.isdigit() or s in known.months for s in distinct):
            continue
        title = {s for s in named.title if not s.isdigit()} or named.stems
        cover = len(distinct) / max(1, len(title))
        whole = {p for item in items if item.has("thing") and not item.part for p in range(item.start, item.end)}
        if len(distinct) < 2 and cover < 0.3:
            continue
        if cover < 0.6 and whole & set(run):
            continue
        if not free and (len(distinct) < 2 or cover < 0.6 or whole & set(run)):
            continue
        best.append((len(distinct) + cover, named.iri, min(run), max(run) + 1, named.match))
    if not best:
        return None
    top = max(score for score, *_ in best)
    count = max(int(score) for score, *_ in best)
    chosen = [b for b in best if int(b[0]) == count or b[0] >= top - 0.2]
    chosen = [b for b in chosen if b[0] >= count]
    things = Counter(b[1] for b in chosen)
    if count >= 2:
        strong = max(b[0] for b in chosen)
        if strong - count >= 0.66 or strong - count == 1:
            chosen = [b for b in chosen if b[0] >= strong - 0.15]
            things = Counter(b[1] for b in chosen)
    if len(things) > MANY and count < 2:
        iris = tuple(sorted(things))
        return Item(i, i + 1, (Sense("label-word", iris),), "part", True)
    iris = tuple(sorted(things))
    start, end = min(b[2] for b in chosen), max(b[3] for b in chosen)
    return Item(start, end, (Sense("thing", iris, match="alias"), *(_kind_sense(words, known, i) if end == start + 1 else ())), "part", True)


def _kind_sense(words: list[Token], known: Vocabulary, i: int) -> tuple[Sense, ...]:
    """The same word read as a kind: all things that bear it in their names."""
    iris = {known.names[n].iri for n in known.postings.get(words[i].light, ())}
    return (Sense("label-word", tuple(sorted(iris))),) if iris else ()


def _run(hits: list[int], i: int, words: list[Token], known: Vocabulary) -> list[int]:
    found = {i}
    for direction in (-1, 1):
        p = i + direction
        while 0 <= p < len(words):
            if p in hits:
                found.add(p)
            elif words[p].folded not in known.weak:
                break
            p += direction
    return sorted(found)


def split_groups(linked: Linked, known: Vocabulary) -> Linked:
    """`participants in the Niamey meeting` is a group and a question: who took part in the meeting.

    The question says more (those who attended too), so the name of a group that is made of a
    relation word and the name of what it relates to is read as these two.
    """
    items: list[Item] = []
    for item in linked.items:
        items += _split(linked, known, item) or [item]
    return replace(linked, items=tuple(items))


def _split(linked: Linked, known: Vocabulary, item: Item) -> list[Item]:
    if item.part or item.end - item.start < 3 or not item.things:
        return []
    if not all("Group" in known.kinds(i) for i in item.things):
        return []
    words = list(linked.tokens)
    head = _match(words[item.start : item.start + 1], item.start, known, linked.shouted, len(words))
    start = item.start + 1
    while start < item.end and words[start].folded in known.weak:
        start += 1
    tail = _match(words[start : item.end], start, known, linked.shouted, len(words)) if start < item.end else None
    sense = head.sense("relation") if head else None
    if head is None or sense is None or sense.relation is None or tail is None or start == item.start + 1:
        return []
    classes = {c for p in sense.relation.predicates for c in known.ends.get(p, (frozenset(), frozenset()))[1]}
    if not any(known.kinds(i) & classes for i in tail.things) or any("Group" in known.kinds(i) for i in tail.things):
        return []
    return [replace(head, senses=(sense,)), tail]
