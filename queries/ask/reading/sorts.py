"""Whether a thing is of some sort: `is the PCMS a police force`, `AIRCOP est-il un programme`.

What is asked for is a sort, and no name.
"""

from __future__ import annotations

from itertools import pairwise

from queries.ask.linking.items import Item
from queries.ask.reading.frames import IsA
from queries.ask.reading.parts import Clause, settle
from queries.ask.reading.relations import is_relation, participle


def is_a(clause: Clause, things: list[Item]) -> IsA | None:
    """The frame of a thing and a sort behind an indefinite article, or nothing."""
    asks = [i for i in clause.items if i.has("frame-yesno") and (i.has("be") or not i.has("light"))]
    article = next((i for i in clause.items if i.has("indefinite") and i.start > 0), None)
    if not asks or article is None or not things or things[0].start >= article.start:
        return None
    if clause.asks_who() or clause.has("q-what") or clause.has("q-where"):
        return None
    # `the platform of the G5`: whose it is says nothing of its sort.
    fronts = [
        i for i in things if i.start < article.start
        and (i is things[0] or clause.preposition(i) != "of")
    ]  # fmt: skip
    behind = _up_to_participle(clause, [i for i in clause.items if i.start >= article.end])
    named = [i for i in behind if i.things and not i.part]
    nouns = [one for one, two in pairwise(behind) if _compound(one, two)]
    # `un mécanisme de coordination`
    triples = zip(behind, behind[1:], behind[2:], strict=False)
    nouns += [two for kind, of, two in triples if kind.has("class") and of.has("of")]
    if len(fronts) != 1 or named or any(_other(clause, i) for i in behind if i not in nouns):
        return None
    groups = [settle(clause, i) for i in behind if i.things]
    if any(len(of) == 1 and clause.known.kinds(of[0]) & _LISTED for of in groups):
        # `a priority country`: a list says who is one.
        return None
    last = max(clause.items[-1].end, *(at + 1 for at in clause.loose), 0)
    cut = next((i.start for i in clause.items if behind and i.start >= behind[-1].end), last)
    end = next((i.start for i in behind if i.has("in")), cut if behind else last)
    kinds = [i for i in behind if i.has("class") and i.start < end]
    said = {at for i in kinds for at in range(i.start, i.end)}
    tokens, weak = clause.linked.tokens, clause.known.weak
    sort = [at for at in range(article.end, end) if tokens[at].folded not in weak]
    found = settle(clause, fronts[0])
    if not sort or len(found) != 1:
        return None
    # Words beside those for a kind of the graph say more than the kind does.
    classes = () if set(sort) - said else tuple(k for i in kinds for k in i.classes)
    span = clause.linked.question[tokens[article.end].start : tokens[sort[-1]].end]
    return IsA(found, classes, tuple(tokens[at].heavy for at in sort), span, clause.linked.lang)


def _compound(one: Item, two: Item) -> bool:
    """`a coordination mechanism`: a noun for a relation in front of the kind."""
    return two.has("class") and one.end == two.start and not (two.things or one.things)


def _up_to_participle(clause: Clause, behind: list[Item]) -> list[Item]:
    """`a police force placed above the states`: what is said of the sort behind a participle."""
    for at, item in enumerate(behind):
        verb = is_relation(clause, item) and not item.has("class") and not item.things
        named = any(i.things for i in behind[at:])
        if at and verb and not named and participle(clause, item):
            return behind[:at]
    return behind


_LISTED = frozenset({"CountryClass", "Group"})


def _other(clause: Clause, item: Item) -> bool:
    """More is said behind the article than what sort of thing it is."""
    verb = is_relation(clause, item) and not item.has("class") and not item.things
    return (verb and not item.has("in")) or item.has("according") or item.has("status")
