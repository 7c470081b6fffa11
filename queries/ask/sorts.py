"""Whether a thing is of some sort: `is the PCMS a police force`, `AIRCOP est-il un programme`.

Its kind in the graph says yes; a text that says in words what it is not says no. A sort that
neither tells is not answered.
"""

from __future__ import annotations

from queries.ask import measuring
from queries.ask.frames import IsA
from queries.ask.items import Item
from queries.ask.parts import Clause, settle
from queries.ask.relations import is_relation
from queries.ask.runner import Runner
from queries.ask.text import heavy, words
from queries.ask.vocabulary import Vocabulary
from queries.labels import texts

REACH = 3
"""Little words between a denial and what it denies."""
MOST = 2
"""Words of a sort that tell it, whatever else is said of it."""


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
    behind = [i for i in clause.items if i.start >= article.end]
    named = [i for i in behind if i.things and not i.part]
    if len(fronts) != 1 or named or any(_other(clause, i) for i in behind):
        return None
    groups = [settle(clause, i) for i in behind if i.things]
    if any(len(of) == 1 and clause.known.kinds(of[0]) & _LISTED for of in groups):
        # `a priority country`: a list says who is one.
        return None
    end = next((i.start for i in behind if i.has("in")), len(clause.linked.tokens))
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


_LISTED = frozenset({"CountryClass", "Group"})


def _other(clause: Clause, item: Item) -> bool:
    """More is said behind the article than what sort of thing it is."""
    verb = is_relation(clause, item) and not item.has("class") and not item.things
    return (verb and not item.has("in")) or item.has("according") or item.has("status")


async def run(runner: Runner, frame: IsA) -> None:
    """Says no where a text denies it in words, yes where the thing is of that kind."""
    known, result = runner.known, runner.result
    named = await runner.rows("where-named", of=frame.of)
    result.named = {row["answer"]: row for row in named}
    rows = await runner.rows("commitments", about=frame.of)
    reader = runner.reader
    nodes = await reader.recall(await reader.lexicon(), "nodes", [r["commitment"] for r in rows])
    told = {n["id"]: texts(n["properties"], "summary") for n in nodes}
    for row in rows:
        said = told.get(row["commitment"], {})
        if any(
            denies(known, one, frame, head=lang == frame.lang == "fr")
            for lang, listed in said.items() for one in listed
        ):  # fmt: skip
            result.commitments[row["commitment"]] = row
    if result.commitments:
        measuring.denied(runner, sorted({str(e) for r in result.commitments.values() if r
                                         for e in r["evidence"]}))  # fmt: skip
    kinds = {k for i in frame.of for k in known.kinds(i)}
    if result.commitments or set(frame.classes) & kinds:
        result.take([{**row, "tier": "stated"} for row in named])
    if not result.commitments and result.stated:
        measuring.true(runner)
        result.values[-1]["certainty"] = "implied"


def denies(known: Vocabulary, said: str, frame: IsA, *, head: bool) -> bool:
    """Whether a text has a negation right in front of the words for the sort, or of most of them:
    who is no police force is no regional police force. With `head`, the first word is enough."""
    told, sort = words(said), frame.words
    for at, word in enumerate(told):
        if not any(s.role == "negation" for s in known.full.get(word, ())):
            continue
        rest = [w for w in told[at + 1 : at + 1 + REACH + len(sort)] if w not in known.weak]
        run = 0
        while run < len(rest) and any(heavy(rest[run]) in known.alike(w) for w in sort):
            run += 1
        first = head and bool(rest) and heavy(rest[0]) in known.alike(sort[0])
        if first or run >= min(len(sort), MOST):
            return True
    return False
