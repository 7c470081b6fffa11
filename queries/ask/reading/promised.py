"""Questions for commitments: by whom, to whom, on what, in which document, with what."""

from __future__ import annotations

from itertools import pairwise

from queries.ask.linking.items import Item
from queries.ask.reading.asked import of_document
from queries.ask.reading.deeds import deed
from queries.ask.reading.finding import find
from queries.ask.reading.frames import Commitments, Find, Frame, Ids, Unknown
from queries.ask.reading.leftout import denied_things, left_out_of
from queries.ask.reading.parties import WIDE_MATTERS, meant_alike, parties
from queries.ask.reading.parts import (
    Clause,
    best,
    documents_of,
    only_weak,
    settle,
)
from queries.ask.reading.relations import main_item, main_relation
from queries.ask.reading.sought import named_in

NO_PROMISE = ("ReportedResult", "Acknowledgement")
"""Kinds that are not what is promised; what is only taken note of is listed, but not counted."""


def commitments_frame(clause: Clause, things: list[Item]) -> Frame | None:
    """The frame Commitments, or nothing where no promise, request or result is asked for."""
    nouns = clause.all("frame-commitments")
    relation = main_relation(clause)
    deadline = clause.has("has-deadline")
    if clause.asks_who() and relation is not None and not deadline and things:
        return None
    opener = bool(nouns) and all("q-what" in clause.opens(i) for i in nouns)
    if opener and relation is not None and relation.asks and relation.all() and things:
        # `what should X be trained in`: the verb asks on what, by which means, for whom.
        return None
    wanted = [s for i in nouns for s in i.senses if s.role == "frame-commitments"]
    where = clause.has("q-where") and not clause.asks_who() and things
    if where and all(s.ids for s in wanted):
        # `in which countries is X wanted`, `is X planned`: where, of what is only wanted.
        return None
    says = _says(clause, things)
    told = any(_what_they(clause, i) for i in clause.all("status"))
    planned = told or _planned(clause, things)
    # `what is requested of X`: the verb is no word for the kind that is asked for.
    verbs = [i for i in nouns if i.has("relation")]
    kind = any(i.has("class") and i not in verbs and not _placed(clause, i) for i in clause.items)
    if not nouns and not deadline and not says and ((kind and not told) or not planned):
        return None
    decided = bool(nouns) and all(i.has("relation") for i in nouns)
    if (
        ((kind and decided) or _kind_asked(clause, nouns, verbs))
        and not deadline
        and not promises_asked(clause)
    ):
        # `which states decided to …`: things of a kind are asked for, and what they decided.
        return None
    kinds = tuple(
        dict.fromkeys(
            k
            for i in nouns
            for s in i.senses
            if s.role == "frame-commitments" and not _denied(clause, i)
            for k in s.ids
        )
    )
    denied = tuple(k for i in nouns if _denied(clause, i) for s in i.senses
                   if s.role == "frame-commitments" for k in s.ids)  # fmt: skip
    left_out = [*left_out_of(clause), *denied_things(clause)]
    apart = tuple(t for i in left_out if i.things for t in settle(clause, i)[:1])
    opposed = any(_opposed(clause, i) for i in nouns)
    spoken = () if apart or opposed else _words_apart(clause)
    if clause.has("except") and not apart and not spoken and not opposed:
        # What is left out was not understood: the whole list is no answer.
        return Unknown(tuple(clause.span(i) for i in clause.all("except")), closed=True)
    things = [i for i in things if i not in left_out]
    by, to, about, documents = parties(clause, things, kinds)
    counted = how_many(clause)
    if things and not (nouns or by or to or about or documents or deadline):
        # `which workshop is planned`: it was understood of nothing.
        return None
    if nouns and (said := _set_against(clause, things)):
        # `which promises of X are repeated at Y`: not those of both.
        return Unknown(said, documents, closed=True)
    stated = (
        relation is not None and not spoken and (not kinds or any(i.has("relation") for i in nouns))
    )
    fallback = find(clause) if stated else None
    return Commitments(
        by, to, about, documents, kinds,
        () if kinds or says else (*NO_PROMISE[: 2 if counted else 1], *denied),
        None if not deadline else not clause.has("negation"),
        _with(clause, "has-figure", *(() if counted else ("frame-count",))),
        _with(clause, "frame-amount"),
        _listed(clause, things, about), meant_alike(clause, things, about), counted,
        fallback=_in_their_stead(clause, fallback, things),
        apart=apart, apart_words=spoken, deed=None if spoken else deed(clause),
    )  # fmt: skip


def _in_their_stead(clause: Clause, other: Frame | None, things: list[Item]) -> Find | None:
    """What is asked where there are no such commitments: with nothing of the question left out."""
    if not isinstance(other, Find) or other.naming:
        return None
    held = named_in(other)
    whole = all(set(settle(clause, i)) & held or documents_of(clause, i) for i in things)
    return other if whole else None


def _words_apart(clause: Clause) -> Ids:
    """`except that of the donors`: what is left out, by words that name no thing."""
    item = clause.first("except")
    tokens, weak = clause.linked.tokens, clause.known.weak
    rest = tokens[item.end :] if item is not None else ()
    return tuple(t.heavy for t in rest if t.folded not in weak)


def promises_asked(clause: Clause) -> bool:
    """`which promises have an amount`: commitments stand right behind the question word."""
    for at, item in enumerate(clause.items):
        if item.has("q-what") and not item.has("q-object"):
            behind = clause.items[at + 1 :]
            front = next((i for i in behind if not i.things and not only_weak(i)), None)
            return front is not None and front.has("frame-commitments")
    return clause.items[0].has("frame-commitments")


def _kind_asked(clause: Clause, nouns: list[Item], verbs: list[Item]) -> bool:
    """`which missions does X want to evolve`: a word for a kind right behind `which`."""
    if any(i.start > _head_end(clause) for i in nouns):
        return True
    for at, item in enumerate(clause.items[:-1]):
        if item.has("q-what") and not item.has("q-object"):
            behind = clause.items[at + 1]
            named = behind.things or behind.has("frame-commitments") or behind in verbs
            said = any(i.start > behind.start for i in nouns)
            return said and behind.has("class") and not named
    return False


def _head_end(clause: Clause) -> int:
    """`EU missions whose mandates X wants to evolve`, `treaties of Y that X wants`: where a kind
    with what is said of it begins; behind all words where the question begins otherwise."""
    far = len(clause.linked.tokens)
    plain = [i for i in clause.items if not i.things and not only_weak(i)]
    said = [i for i in plain if i.has("q-object") or not i.has("filler")]
    if len(said) < 2 or not said[0].has("class") or said[0].has("frame-commitments"):
        return far
    relative = said[1].has("q-who") or said[1].has("q-object")
    return said[1].start if relative else far


def how_many(clause: Clause) -> bool:
    """`how many commitments`: they are counted."""
    items = clause.items
    return any(
        i.has("frame-count") and not i.things and items[at + 1].has("frame-commitments")
        for at, i in enumerate(items[:-1])
    )


def _says(clause: Clause, things: list[Item]) -> bool:
    """`what does X say about Y`, `X: what about Y`: what a text holds on a matter."""
    if not things:
        return False
    both = bool(clause.sources()) and len(things) > 1
    if clause.has("frame-say"):
        # `what do the X say about Y`: on both, and not who the X are.
        asked = clause.has("q-object") and len(things) > 1
        return both or asked or clause.has("class")
    if both and _headed(clause, things[0]):
        return True
    if both and clause.has("frame-define") and _inside(clause, things):
        return True
    asks = any(i.has("frame-define") and i.has("about") for i in clause.items)
    if clause.has("class") and not any("Text" in i.classes for i in clause.all("class")):
        # `which mechanisms are about X`: they are asked for.
        return False
    return both and asks and clause.has("q-what") and main_relation(clause) is None


def _inside(clause: Clause, things: list[Item]) -> bool:
    """`what is in the X declaration for victims`: without a verb, what a text holds for someone."""
    source = [i for i in things if documents_of(clause, i) and clause.preposition(i) == "in"]
    others = [i for i in things if clause.preposition(i) in {"for", "about"}]
    kinds = [i for i in clause.all("class") if not _placed(clause, i)]
    return bool(source and others) and not kinds and main_relation(clause) is None


def _headed(clause: Clause, first: Item) -> bool:
    """`X: and the victims?`: a text as the head of a question that has no verb."""
    question, tokens = clause.linked.question, clause.linked.tokens
    if first is not clause.items[0] or not documents_of(clause, first) or clause.asks_who():
        return False
    gap = question[tokens[first.end - 1].end : tokens[clause.items[1].start].start]
    asks = any(i.has("q-what") or i.has("frame-yesno") for i in clause.items)
    return ":" in gap and main_relation(clause) is None and not asks


def _planned(clause: Clause, things: list[Item]) -> bool:
    """A word for what is promised or planned, and no other verb, or only that of a text."""
    status = [i for i in clause.all("status") if not i.has("filler") or perfect(clause, i)]
    relation = main_relation(clause)
    if not things or not (status or clause.has("frame-plan")):
        return False
    texts = bool(clause.sources()) and clause.has("q-object") and len(things) > 1
    if clause.has("q-object") and any(i.end <= _matter(clause, things) for i in status):
        # `what does X pledge against Y`: the relation says on what.
        return True
    return relation is None or (clause.has("frame-plan") and texts)


def _what_they(clause: Clause, verb: Item) -> bool:
    """`what the participants undertook`: who speaks stands between `what` and the verb."""
    front = [i for i in clause.items[: clause.place(verb)] if not only_weak(i)]
    if len(front) < 2 or not _speaks(clause, front[-1]) or not front[-2].has("q-what"):
        return False
    return not clause.gap(front[-2], verb)


def _speaks(clause: Clause, item: Item) -> bool:
    """Those who speak in a text, not the text."""
    return bool(documents_of(clause, item)) and any(
        "Actor" in clause.known.kinds(i) for i in best(clause, item)
    )


def _matter(clause: Clause, things: list[Item]) -> int:
    """Where a relation stands that has nothing but a matter behind it; before all words if none."""
    verb = main_item(clause)
    behind = [i for i in things if verb is not None and i.start >= verb.end]
    matter = len(behind) == 1 and clause.known.kinds(settle(clause, behind[0])[0]) & WIDE_MATTERS
    return verb.start if verb is not None and matter else -1


def perfect(clause: Clause, item: Item) -> bool:
    """`have they undertaken`: behind a form of `to have`, what may else be a little word."""
    have = [i for i in clause.items if i.has("light") or i.has("perfect")]
    return any(i.end <= item.start for i in have)


def _placed(clause: Clause, item: Item) -> bool:
    """`in the document of June`, `in the X declaration`: no kind that is asked for."""
    placed = clause.preposition(item) in {"in", "according", "by"}
    return bool(item.things) or placed or of_document(clause, item)


def _set_against(clause: Clause, things: list[Item]) -> Ids:
    """The words between two texts that no `and` joins: what they say of them is not understood."""
    texts = [i for i in things if documents_of(clause, i) and not _speaks(clause, i)]
    if len(texts) != 2 or any(map(clause.has, ("and", "or", "both", "frame-compare", "negation"))):
        return ()
    first, second = texts
    told = {
        at for i in clause.items for at in range(i.start, i.end)
        if not (only_weak(i) or i.has("be") or i.things or i.has("frame-commitments"))
    }  # fmt: skip
    between = range(first.end, second.start)
    said = [clause.linked.tokens[at] for at in between if at in told or at in clause.loose]
    return tuple(clause.linked.question[token.start : token.end] for token in said)


def _with(clause: Clause, *roles: str) -> bool | None:
    """Whether they must have it, must not, or may: `with a figure`, `without any amount`."""
    return not clause.has("negation") if any(map(clause.has, roles)) else None


def _listed(clause: Clause, things: list[Item], about: Ids) -> bool:
    """`Frontex and AFIC`: what the commitments are about, with `and` in between; not at once."""
    if clause.has("both"):
        return False
    here = [i for i in things if set(settle(clause, i)) & set(about)]
    return _behind_colon(clause, here) or any(
        _in_a_row(clause, left, right)
        or any(
            other.has("and") and left.end <= other.start < right.start
            and right.start - left.end <= 3
            for other in clause.items
        )
        for left, right in pairwise(here)
    )  # fmt: skip


def _behind_colon(clause: Clause, things: list[Item]) -> bool:
    """`X calls on Y: relocation duties, gaps of Z`: what stands behind a colon, commas between."""
    question, tokens = clause.linked.question, clause.linked.tokens
    front = question[: tokens[things[0].start].start] if len(things) > 1 else ""
    return ":" in front and all(
        "," in question[tokens[left.end - 1].end : tokens[right.start].start]
        for left, right in pairwise(things)
    )


def _in_a_row(clause: Clause, left: Item, right: Item) -> bool:
    """`cooperation, extradition`: two matters and a comma; a place only says where."""
    areas = any("Area" in clause.known.kinds(t) for i in (left, right) for t in i.things)
    return left.end == right.start and clause.comma(left, right) and not areas


def _denied(clause: Clause, item: Item) -> bool:
    """`neither promises nor requests`: a kind that is not asked for."""
    near = any(item.start - 2 <= i.end - 1 < item.start for i in clause.all("negation"))
    return near or _opposed(clause, item)


def _opposed(clause: Clause, item: Item) -> bool:
    """`encouragements, as opposed to promises`: a kind right behind what leaves out."""
    front = clause.before(item)
    return front is not None and front.has("except") and not front.things
