"""Cut a question where a second one begins."""

from __future__ import annotations

from itertools import pairwise

from queries.ask.items import Item, Linked


def clauses(linked: Linked) -> list[tuple[list[Item], list[int]]]:
    """The question cut where a second one begins: after `and` or a stop, by a question word."""
    cuts = [0]
    items = linked.items
    for place in range(1, len(items)):
        at = place
        item = items[at]
        asks = (
            any(
                s.role
                in {
                    "q-who",
                    "q-what",
                    "q-where",
                    "frame-when",
                    "frame-amount",
                    "frame-count",
                    "frame-define",
                }
                for s in item.senses
            )
            and not item.things
        )
        gap = linked.question[
            linked.tokens[items[at - 1].end - 1].end : linked.tokens[item.start].start
        ]
        stop = any(c in gap for c in ",;:?!.\n")
        before = items[at - 1]
        link_word = (
            before.has("relation") and at > 1 and items[at - 2].has("and") and not before.things
        )
        joined = (
            link_word
            or before.has("and")
            or (
                any(before.has(r) for r in ("by", "in", "of", "with", "to", "for", "about"))
                and at > 1
                and items[at - 2].has("and")
            )
        )
        asks = asks and (not item.has("filler") or (joined and not link_word))
        new = asks and (joined or (stop and _says_something(items[cuts[-1] : at])))
        if link_word and new:
            at -= 1
        # A second question by a word that is not known is one too: it is not a part of the first.
        unknown = any(n >= item.end for n in linked.unresolved)
        if new and _complete(items[cuts[-1] : at]) and (_worth(items[at:]) or unknown):
            cuts.append(at)
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


def _says_something(items: tuple[Item, ...] | list[Item]) -> bool:
    return any(i.things for i in items)


def _complete(items: tuple[Item, ...] | list[Item]) -> bool:
    """Whether a piece can stand as a question of its own."""
    asks = any(
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
