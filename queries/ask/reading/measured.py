"""Questions for dates, amounts, figures and counts."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.reading.compound import namesakes
from queries.ask.reading.finding import find
from queries.ask.reading.frames import Choose, Figures, Find, Frame, Ids, When
from queries.ask.reading.leftout import left_out_of
from queries.ask.reading.parts import (
    Clause,
    bearing,
    best,
    documents_of,
    events_of,
    fitting,
    is_preposition,
    object_classes,
    one_word,
    only_weak,
    sense_ids,
    settle,
)
from queries.ask.reading.relations import is_mention, main_item, main_relation
from queries.ask.words import text

SEVERAL = 6
"""Things among which an asker may be let choose."""


def sources_named(clause: Clause, things: list[Item]) -> Ids:
    """Documents named as the source: `according to`, `in the declaration`."""
    found: list[str] = []
    for item in things:
        documents = documents_of(clause, item)
        if not documents:
            continue
        whole = any(i in clause.known.documents for i in best(clause, item))
        if clause.preposition(item) in {"according", "in", "by"} or whole:
            found += documents
    return tuple(dict.fromkeys(found))


def subjects(
    clause: Clause, things: list[Item], documents: Ids, classes: frozenset[str] = frozenset()
) -> Ids:
    """The things that a question is about, its source documents left out; one for each name."""
    found: list[str] = []
    for item in things:
        source = documents_of(clause, item)
        if source and set(source) <= set(documents) and len(things) > 1:
            continue
        settled = settle(clause, item, classes)
        if (
            item.part
            and item.end - item.start == 1
            and any(not i.part for i in things if i is not item)
        ):
            # A name of which only a part is there, beside whole ones: not one to insist on.
            continue
        found += settled[:1]
    return tuple(dict.fromkeys(found))


def dated(clause: Clause, things: list[Item]) -> Frame | None:
    when = [i for i in clause.all("frame-when") if not i.has("filler")]
    deadline = clause.has("has-deadline")
    if deadline and (clause.has("negation") or clause.has("frame-commitments") or not things):
        return None
    if not when or not things or (clause.has("frame-amount") and not _strong_when(clause, when)):
        return None
    if when[0].start > min((i.start for i in clause.all("frame-count")), default=when[0].start):
        # `which figure, and as of when`: a figure has its date.
        return None
    if not relation_said(clause) and (several := _several(clause, things)):
        return several
    documents = sources_named(clause, things) if len(things) > 1 else ()
    kinds = frozenset({"Event"})
    relation = main_relation(clause)
    of = subjects(clause, things, documents, kinds)
    of = of or tuple(e for i in things for e in events_of(clause, i)[:1])
    if relation and "Event" in object_classes(clause.known, relation):
        met = tuple(
            e for i in things for e in settle(clause, i, kinds) if "Event" in clause.known.kinds(e)
        )
        of = met[:1] or of
    verb = main_item(clause)
    if verb is not None and relation and is_mention(verb, relation) and things[0].end <= verb.start:
        # `the date of X, which Y refers to`: who names it has dates of its own.
        return When(settle(clause, things[0], kinds)[:1])
    predicates = relation.all() if relation else frozenset()
    return When(of, documents, tuple(sorted(predicates)))


def relation_said(clause: Clause) -> bool:
    relation = main_relation(clause)
    return relation is not None


def _several(clause: Clause, things: list[Item]) -> Choose | None:
    """A name that fits several things alike, as far as the other names of the question tell."""
    item = things[0]
    only = settle(clause, item)
    if item.part:
        only = bearing(clause.known, clause.stems(item)) or only
    only = only if item.part else namesakes(clause, item, only[0]) if len(only) == 1 else ()
    for other in things[1:]:
        stems = clause.stems(other)
        only = tuple(i for i in only if any(stems <= n.stems for n in clause.known.own[i])) or only
    events = fitting(clause.known, only, frozenset({"Event"}))
    # Of all that goes by the name a meeting has the date.
    only = events if len(events) == 1 else only
    return Choose(only, clause.span(item)) if 1 < len(only) <= SEVERAL else None


def _strong_when(clause: Clause, when: list[Item]) -> bool:
    return any(i.end - i.start > 1 or not i.has("has-deadline") for i in when)


def content_words(clause: Clause, skip: tuple[Item, ...] = ()) -> Ids:
    """Stems of the content words, to be compared with the units of figures."""
    tokens = clause.linked.tokens
    weak = clause.known.weak
    # A month says when, `already` that it is so; of what they say as little as a year.
    skip = (*skip, *(i for r in ("month", "status") for i in clause.all(r) if not i.things))
    skipped = {p for i in skip for p in range(i.start, i.end)}
    here = {p for i in clause.items for p in range(i.start, i.end)} | set(clause.loose)
    asking = {
        p
        for i in clause.items
        if any(s.role.startswith(("frame-", "q-")) for s in i.senses) and not i.things
        for p in range(i.start, i.end)
    }
    return tuple(
        dict.fromkeys(
            t.heavy
            for p, t in enumerate(tokens)
            if p in here
            and t.folded not in weak
            and p not in skipped
            and p not in asking
            and not t.folded.isdigit()
        )
    )


def amount(clause: Clause, things: list[Item]) -> Frame:
    things, apart = _without(clause, things)
    documents = sources_named(clause, things) if len(things) > 1 else ()
    kinds = frozenset({"Fund", "FundingPackage", "Actor", "Arrangement"})
    of = subjects(clause, things, documents, kinds)
    words = content_words(clause, tuple(left_out_of(clause)))
    return Figures(of, documents, True, words, statuses=_statuses(clause), apart=apart)


def spends(clause: Clause, things: list[Item]) -> bool:
    """`what does X put into Y`: a verb that acts on money, with both its ends named, asks for how
    much of it."""
    verb = clause.first("spends")
    if verb is None or not clause.has("q-object") or clause.has("class"):
        return False
    acting = any("Actor" in clause.known.kinds(t) for i in things for t in i.things)
    behind = [i for i in things if i.start >= verb.end]
    held = clause.linked.tokens[verb.end - 1].folded in clause.known.weak
    given = held or any(clause.preposition(i) in {"to", "in", "for"} for i in behind)
    return len(things) > 1 and acting and bool(behind) and given


def _without(clause: Clause, things: list[Item]) -> tuple[list[Item], Ids]:
    """The things without those that the question leaves out, and those."""
    left_out = left_out_of(clause)
    apart = tuple(t for i in left_out if i.things for t in settle(clause, i)[:1])
    return [i for i in things if i not in left_out], apart


def _statuses(clause: Clause) -> Ids:
    """`how much was paid`, `what did they commit`: the statuses that are asked for."""
    told = sense_ids([i for i in clause.all("status") if not i.has("filler")], "status")
    promised = clause.known.one("promised", "status")
    if (
        not told
        and promised
        and any(s.role == "frame-commitments" and not s.ids for i in clause.items for s in i.senses)
    ):
        return promised.ids
    return told


def count(clause: Clause, things: list[Item]) -> Frame:
    relation = main_relation(clause)
    if _how_much(clause):
        return amount(clause, things)
    if relation is None and not clause.has("class") and (clause.has("status") or not clause.loose):
        money = not _countable(clause) and not _matters(clause, things)
        if money:
            return amount(clause, things)
    things, apart = _without(clause, things)
    documents = sources_named(clause, things) if len(things) > 1 else ()
    sources = tuple(left_out_of(clause))
    sources += tuple(i for i in things if set(documents_of(clause, i)) & set(documents))
    of = subjects(clause, things, documents)
    sources += tuple(
        i
        for i in things
        if not any("TargetGroup" in clause.known.kinds(t) for t in i.things)
        and not i.part
        and _as_labelled(clause, i)
    )
    if clause.has("among"):
        # `and how many of them were …`: the words of the first question count no more.
        first = clause.all("frame-count")[-1].start
        sources += tuple(i for i in clause.items if i.start < first)
    frame = find(clause)
    fallback = replace(frame, counted=True) if isinstance(frame, Find) else None
    unknown = _counts_unknown(clause)
    if unknown:
        # A word that nothing knows is counted: nothing else is counted in its stead.
        fallback = None
        # One word of a name, beside it, is a word like it.
        parts = {t for i in things if one_word(i) for t in i.things}
        of = tuple(i for i in of if i not in parts)
    kind = _counted_kind(clause)
    if kind is not None and kind.things and len(of) > 1:
        of = tuple(i for i in of if i not in kind.things)
    return Figures(of, documents, None, content_words(clause, sources), fallback=fallback,
        strict=bool(clause.loose), counted=unknown or _noun(clause, kind), apart=apart,
    )  # fmt: skip


def _how_much(clause: Clause) -> bool:
    """`combien les États ont-ils promis`: an article behind the word begins who gives, and what is
    promised or paid without being named is money."""
    asks = clause.first("frame-count")
    behind = next((i for i in clause.items if asks and i.start == asks.end), None)
    given = any(not i.has("filler") for i in clause.all("status")) or clause.has("spends")
    return behind is not None and behind.has("article") and given and not clause.loose


def counted_of(clause: Clause, things: list[Item]) -> Figures | None:
    """`lives lost on the route`: words that nothing covers, and of what they are. Only a figure in
    whose unit they stand tells of them."""
    items = [i for i in clause.items if not i.has("filler")]
    first = min((i.start for i in items), default=0)
    head = [at for at in clause.loose if at < first]
    if len(head) < 2 or len(things) != 1 or len(items) != 2 or items[-1] is not things[0]:
        return None
    if not is_preposition(items[0]) or set(clause.loose) != set(head):
        return None
    stems = tuple(clause.linked.tokens[at].heavy for at in head)
    return Figures(settle(clause, things[0])[:1], words=stems, strict=True, counted=stems)


def _counted_kind(clause: Clause) -> Item | None:
    """`how many countries`, `how many partner countries`: a kind, or a group of a kind."""
    asks = clause.first("frame-count")
    behind = [i for i in clause.items if asks and i.start >= asks.end and not only_weak(i)]
    if not behind or (asks is not None and clause.gap(asks, behind[0])):
        return None
    one = behind[0]
    kinds = [clause.known.kinds(i) for i in one.things]
    group = bool(kinds) and all("CountryClass" in k or "Group" in k for k in kinds)
    people = any(k & {"TargetGroup", "CriminalActor"} for k in kinds)
    return one if (one.has("class") and not one.things) or (group and not people) else None


def _noun(clause: Clause, kind: Item | None) -> Ids:
    """The stem of the noun in a word for a kind: the last in English, the first in French."""
    if kind is None:
        return ()
    tokens, french = clause.linked.tokens, clause.linked.lang == "fr"
    return (tokens[kind.start if french else kind.end - 1].heavy,)


def _counts_unknown(clause: Clause) -> Ids:
    """`how many soldiers`: a word that no name holds, right behind the question word."""
    tokens, weak = clause.linked.tokens, clause.known.weak
    for item in clause.all("frame-count"):
        behind = item.end
        while behind < len(tokens) and tokens[behind].folded in weak:
            behind += 1
        if behind in clause.loose:
            return (tokens[behind].heavy,)
    return ()


def _as_labelled(clause: Clause, item: Item) -> bool:
    """Whether a name is written as its label; a form of it (`Nigerien`) may stand in a unit."""
    names = [clause.known.stems_of(t) for t in item.things]
    return any(clause.stems(item) <= n for n in names)


def given_numbers(clause: Clause) -> tuple[float, ...]:
    """The numbers of a question that are neither years nor parts of names: `15,000 migrants`."""
    question = clause.linked.question
    named = [clause.span(i) for i in clause.items if i.things]
    return tuple(
        dict.fromkeys(
            number
            for number in text.numbers(question)
            if number >= 100
            and not 1900 <= number <= 2100
            and not any(number in text.numbers(span) for span in named)
        )
    )


def _matters(clause: Clause, things: list[Item]) -> bool:
    """Whether what is counted is said: returns, migrants, refugees."""
    counted = {"Theme", "TargetGroup", "CrimeType"}
    return len(things) > 1 and any(
        clause.known.kinds(t) & counted for i in things for t in i.things
    )


def _countable(clause: Clause) -> bool:
    """`how many migrants`: a thing or kind right behind the word for the number."""
    at = clause.first("frame-count")
    after = [i for i in clause.items if at is not None and i.start >= at.end]
    return bool(after) and (bool(after[0].things) or after[0].has("class"))
