"""Cut a question where a second one begins."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from queries.ask.linking.items import Item, Linked
from queries.ask.reading.these import of_those
from queries.ask.words.vocabulary import Vocabulary


def clauses(linked: Linked, known: Vocabulary) -> list[tuple[list[Item], list[int]]]:
    """The question cut where a second one begins: after `and` or a stop, by a question word."""
    linked = _with_conjunctions(_without_purpose(_put_right(linked)))
    if both := _side_by_side(linked):
        return both
    cuts = [0]
    items = linked.items
    those = of_those(linked)
    for place in range(1, len(items)):
        at = place
        item = items[at]
        before = items[at - 1]
        gap = linked.question[linked.tokens[before.end - 1].end : linked.tokens[item.start].start]
        stop = any(c in gap for c in ",;:?!.\n")
        link_word = (
            before.has("relation") and at > 1 and items[at - 2].has("and") and not before.things
        )
        preposition = any(before.has(r) for r in _PREPOSITIONS) and not before.things
        fronted = preposition and at > 1 and items[at - 2].has("and")
        joined = link_word or before.has("and") or fronted
        told = _asks(item) or _opens(linked, known, item)
        asks = told and (not item.has("filler") or (joined and not link_word) or (those and stop))
        # `what is X, and is there one in Y`.
        asks = asks or (before.has("and") and item.has("frame-yesno") and not item.has("be"))
        late = item.has("frame-when") and any(i.has("q-who") for i in items[cuts[-1] : at])
        apart = stop or (late and _bare(linked, known, at))
        new = asks and (joined or (apart and _says_something(items[cuts[-1] : at])))
        if link_word and new:
            at -= 1
        piece = items[cuts[-1] : at]
        if (
            new
            and (_complete(piece, linked, known) or (len(cuts) > 1 and any(map(_detail, piece))))
            and (_worth(items[at:]) or _bare(linked, known, at) or _unknown(linked, at))
        ):
            cuts.append(at - 1 if fronted and _bare(linked, known, at) else at)
    bounds = [*cuts, len(items)]
    pieces = []
    for start, end in pairwise(bounds):
        part = list(items[start:end])
        if not part:
            continue
        low = part[0].start if start else 0
        high = items[end].start if end < len(items) else len(linked.tokens)
        pieces.append((part, [i for i in linked.unresolved if low <= i < high]))
    return pieces


def _put_right(linked: Linked) -> Linked:
    """`which police … sorry, which customs`: what the asker takes back is not asked."""
    at = max((n for n, i in enumerate(linked.items) if i.has("takes-back")), default=-1)
    rest = linked.items[at + 1 :]
    if at < 0 or not any(map(_asks, rest)):
        return linked
    loose = tuple(i for i in linked.unresolved if i >= linked.items[at].end)
    return replace(linked, items=rest, unresolved=loose)


def _without_purpose(linked: Linked) -> Linked:
    """`… ? I need it for a note on X`: a sentence behind the question that says what for, and asks
    nothing."""
    for at, item in enumerate(linked.items):
        front, rest = linked.items[:at], linked.items[at:]
        if not item.has("tells-why") or not _says_something(front) or any(map(_certain, rest)):
            continue
        gap = linked.question[: linked.tokens[item.start].start].rstrip()
        if gap.endswith((".", "?", "!", ";", "-", "–", "—", "(")):
            loose = tuple(i for i in linked.unresolved if i < item.start)
            return replace(linked, items=front, unresolved=loose)
    return linked


def _certain(item: Item) -> bool:
    """A word that asks and can be nothing else."""
    return _asks(item) and not item.has("filler")


def _with_conjunctions(linked: Linked) -> Linked:
    """`what did X do when it met Y`: behind a question word, with no `and`, it asks for no date."""
    items = list(linked.items)
    for at, item in enumerate(items):
        front = items[:at]
        asks = max((n for n, i in enumerate(front) if _asks(i)), default=at)
        joined = any(i.has("and") for i in front[asks:])
        gap = linked.question[: linked.tokens[item.start].start].rstrip()
        stop = gap.endswith(tuple(",;:?!.-–—("))
        opens = any(i.has("relation") for i in items[at + 1 :])
        if item.has("conjunction") and asks < at and opens and not joined and not stop:
            senses = tuple(s for s in item.senses if s.role != "frame-when")
            items[at] = replace(item, senses=senses)
    return replace(linked, items=tuple(items))


def _side_by_side(linked: Linked) -> list[tuple[list[Item], list[int]]]:
    """`when and where was X held`: one question for each of the two words that ask."""
    items = [i for i in linked.items if not i.has("filler") or _asks(i) or i.has("and")]
    at = next((n for n, i in enumerate(items) if not i.has("filler")), len(items))
    if at + 2 >= len(items) or not items[at + 1].has("and"):
        return []
    first, second = items[at], items[at + 2]
    roles = [{r for r in _DETAILS if i.has(r)} for i in (first, second)]
    if not all(roles) or roles[0] & roles[1] or first.things or second.things:
        return []
    rest = [i for i in linked.items if i.start >= second.end]
    loose = list(linked.unresolved)
    return [([first, *rest], loose), ([second, *rest], loose)] if _says_something(rest) else []


_ASKING = frozenset(
    {"q-who", "q-what", "q-where", "frame-when", "frame-amount", "frame-count", "frame-define"}
)
_PREPOSITIONS = ("by", "in", "of", "with", "to", "for", "about")


def _asks(item: Item) -> bool:
    return item.has_any(*_ASKING) and not item.things


def _bare(linked: Linked, known: Vocabulary, at: int) -> bool:
    """`and since when`, `and by whom`: nothing but a question word, asked of what stands before."""
    item, rest = linked.items[at], linked.items[at + 1 :]
    if any(n >= item.start for n in linked.unresolved) or not any(map(item.has, _DETAILS)):
        return False
    first = known.full.get(linked.tokens[item.start].folded, ())
    doer = linked.items[at - 1].has("by") or any(s.role == "by" for s in first)
    more = all(not i.things and (i.has("filler") or i.has("and") or _detail(i)) for i in rest)
    return more and (doer or not item.has("q-who"))


def _detail(item: Item) -> bool:
    return not item.things and any(map(item.has, _DETAILS))


def _unknown(linked: Linked, at: int) -> bool:
    """`and at what level`: a second question by a word not known is no part of the first."""
    return any(n >= linked.items[at].end for n in linked.unresolved)


_DETAILS = ("q-who", "q-where", "frame-when")
"""What a question word alone may ask of what was asked before."""


def _says_something(items: tuple[Item, ...] | list[Item]) -> bool:
    return any(i.things for i in items)


def _opens(linked: Linked, known: Vocabulary, item: Item) -> bool:
    """`who must`: a relation word that begins with one that asks."""
    first = known.full.get(linked.tokens[item.start].folded, ())
    several = item.end - item.start > 1 and item.has("relation") and not item.things
    return several and any(s.role == "q-who" for s in first)


def _complete(items: list[Item] | tuple[Item, ...], linked: Linked, known: Vocabulary) -> bool:
    """Whether a piece can stand as a question of its own."""
    asks = any(_opens(linked, known, i) for i in items) or any(
        s.role.startswith("q-") or (s.role.startswith("frame-") and not i.has("filler"))
        for i in items
        for s in i.senses
    )
    opened = bool(items) and items[0].has("frame-yesno")
    return (asks or opened) and any(i.things for i in items)


def _worth(items: tuple[Item, ...] | list[Item]) -> bool:
    return any(
        i.has("relation") or i.things or i.has("frame-amount") or i.has("class") for i in items[:12]
    )
