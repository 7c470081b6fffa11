"""Words of a question that are names or kinds which the graph does not know."""

from __future__ import annotations

from queries.ask.reading.frames import Ids
from queries.ask.reading.parts import Clause, is_preposition, label_stems, settle


def unknown_names(clause: Clause) -> Ids:
    """Words written like names that the graph does not know."""
    tokens = clause.linked.tokens
    found = []
    for i in clause.loose:
        token = tokens[i]
        front = clause.known.full.get(tokens[i - 1].folded, ()) if i else ()
        if (
            any(s.role in {"of", "by", "about"} for s in front)
            and not _counted(clause, i)
            and token.light not in clause.known.postings
        ):
            # Behind a preposition a word that no name holds is a name not known: `du qatar`.
            found.append(token.text)
            continue
        if clause.linked.shouted:
            continue
        starts = i == 0 or any(
            c in clause.linked.question[tokens[i - 1].end : token.start] for c in ".?!:"
        )
        if (
            (token.upper and len(token.text) > 2)
            or (token.capital and not starts)
            or (token.capital and starts and _then_said(clause, i))
        ):
            found.append(token.text)
    return tuple(found)


def kind_unknown(clause: Clause) -> Ids:
    """`which companies`: a word for a kind that the graph does not know, right behind `which`."""
    tokens = clause.linked.tokens
    for item in clause.items:
        behind = item.end
        if (
            item.has("q-what")
            and not item.has("q-object")
            and behind in clause.loose
            and tokens[behind].light not in clause.known.postings
            and not any(i.has("class") for i in clause.items)
        ):
            return (tokens[behind].text,)
    return ()


def _counted(clause: Clause, i: int) -> bool:
    """`nombre de bateaux`: what is counted is a unit, not a name."""
    return any(item.has("frame-count") and item.end == i for item in clause.items)


def _then_said(clause: Clause, i: int) -> bool:
    """`Russia supports …`, `Russia and the PCMS`: the first word is written like any, but named."""
    after = next((item for item in clause.items if item.start == i + 1), None)
    if after is None:
        return False
    said = after.has("relation") and not after.has("filler") and not is_preposition(after)
    return said or after.has("and") or after.has("or")


def near_things(clause: Clause) -> Ids:
    """The things that a clause names, to be offered where it is not answered."""
    return tuple(
        dict.fromkeys(i for item in clause.items if item.things for i in settle(clause, item))
    )[:5]


def elsewhere(clause: Clause) -> bool:
    """`what does X do in Y`: a place that the name of what is asked about does not hold."""
    things = [i for i in clause.items if i.things]
    here = {s for i in settle(clause, things[0]) for s in label_stems(clause.known, i)}
    return any(
        clause.preposition(i) == "in"
        and all("Area" in clause.known.kinds(t) for t in settle(clause, i))
        and not clause.stems(i) <= here
        for i in things[1:]
    )
