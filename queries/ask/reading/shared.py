"""Names that share their first words: `the north of X and Y` is the north of X and that of Y."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item, Linked
from queries.ask.reading.parts import bearing
from queries.ask.words.vocabulary import Sense, Vocabulary


def shared_heads(linked: Linked, known: Vocabulary) -> Linked:
    """The question with the second name whole, where a thing of just that name is known."""
    items = list(linked.items)
    for at, item in enumerate(items):
        front = _joined_to(linked, known, items, at)
        if front is None or len(item.things) != 1:
            continue
        for head, inside in _parts(linked, known, front):
            if not _alike(known, inside, item.things[0]):
                continue
            own = {t.light for t in linked.tokens[item.start : item.end]} - known.weak
            found = _called(known, frozenset(head | own))
            if len(found) == 1 and found[0] not in front.things:
                items[at] = replace(item, senses=(Sense("thing", found, match="alias"),))
                break
    return replace(linked, items=tuple(items))


def _joined_to(linked: Linked, known: Vocabulary, items: list[Item], at: int) -> Item | None:
    """The name of several words in front that `and` joins to this one."""
    front = at - 1
    while front > 0 and not items[front].things:
        item = items[front]
        if not (
            item.has("and") or item.has("of") or linked.tokens[item.start].folded in known.weak
        ):
            return None
        front -= 1
    joined = any(i.has("and") for i in items[front + 1 : at])
    return items[front] if front >= 0 and joined and len(items[front].things) == 1 else None


def _parts(linked: Linked, known: Vocabulary, item: Item) -> list[tuple[set[str], tuple[str, ...]]]:
    """The first words of a name, and what its last ones name by themselves."""
    found = []
    for cut in range(item.start + 1, item.end):
        last = [t for t in linked.tokens[cut : item.end] if t.folded not in known.weak]
        head = {t.light for t in linked.tokens[item.start : cut] if t.folded not in known.weak}
        named = [i for s in known.exact.get(" ".join(t.folded for t in last), ()) for i in s.ids]
        if head and named:
            found.append((head, tuple(named)))
    return found


def _alike(known: Vocabulary, some: tuple[str, ...], one: str) -> bool:
    kinds = known.kinds(one) & {"State", "Place", "Theme", "CrimeType"}
    return any(known.kinds(i) & kinds for i in some)


def _called(known: Vocabulary, stems: frozenset[str]) -> tuple[str, ...]:
    """Things one of whose names says these words and no others."""
    return tuple(
        i for i in bearing(known, stems)
        if any(n.stems - known.weak == stems for n in known.own.get(i, ()))
    )  # fmt: skip
