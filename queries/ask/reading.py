"""From linked items to a frame: which of the few kinds of question it is, and what fills it."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.asked import asked
from queries.ask.claims import commitments_frame, yes_no_frame
from queries.ask.compound import namesakes
from queries.ask.finding import find
from queries.ask.frames import (
    Asked,
    Choose,
    Commitments,
    Define,
    Figures,
    Find,
    Frame,
    Ids,
    Path,
    Pattern,
    Unknown,
    When,
    Where,
)
from queries.ask.items import Item
from queries.ask.measured import (
    amount,
    content_words,
    count,
    dated,
    given_number,
    sources_named,
    subjects,
)
from queries.ask.parts import (
    Clause,
    bearing,
    best,
    documents_of,
    is_preposition,
    only_weak,
    relation_of,
    settle,
)
from queries.ask.patterns import pattern
from queries.ask.relations import closed_relation, main_relation, relations
from queries.ask.vocabulary import Relation, Sense


def read_frame(clause: Clause, before: Frame | None) -> Frame | None:
    if unknown := _unknown_names(clause) or _kind_unknown(clause):
        return Unknown(unknown, near_things(clause))
    things = [i for i in clause.items if i.things] or _only_one(clause)
    if not things and clause.prior and before is not None:
        return _follow(clause, before)
    shared = (
        clause.has("both")
        and len(clause.sources()) > 1
        and not relations(clause)
        and not clause.has("class")
    )
    if (clause.has("frame-compare") or shared) and (found := _compare(clause)):
        return found
    linked = clause.has("frame-path") and len(things) >= 2 and not _asks_kind(clause)
    if linked and not clause.has("frame-commitments"):
        return _path(clause, things)
    if found := dated(clause, things):
        return found
    if (value := given_number(clause)) is not None and things and not clause.has("frame-amount"):
        return Figures(subjects(clause, things, ()), sources_named(clause, things), value=value)
    opener = clause.items and clause.items[0].has("frame-yesno") and main_relation(clause)
    if opener and len(things) > 1 and (found := yes_no_frame(clause, things)):
        return found
    counted = clause.has("frame-commitments") and clause.has("has-figure")
    if counted and (found := commitments_frame(clause, things)):
        return found
    if clause.has("frame-amount") and things and not (clause.asks_who() and main_relation(clause)):
        return amount(clause, things)
    if clause.has("frame-count") and things:
        return count(clause, things)
    if found := yes_no_frame(clause, things):
        return found
    if found := commitments_frame(clause, things):
        return found
    if clause.has("q-where") and not clause.asks_who() and (found := _where(clause, things)):
        return found
    if found := _define(clause, things):
        return found
    return find(clause)


def _unknown_names(clause: Clause) -> Ids:
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
            or (token.capital and starts and _then_relation(clause, i))
        ):
            found.append(token.text)
    return tuple(found)


def _kind_unknown(clause: Clause) -> Ids:
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


def _asks_kind(clause: Clause) -> bool:
    """`which services`, in front of all names."""
    for at, item in enumerate(clause.items):
        if item.things:
            return False
        if item.has("q-what") and at + 1 < len(clause.items):
            behind = clause.items[at + 1]
            return behind.has("class") and not behind.has("frame-path") and not behind.things
    return False


def _counted(clause: Clause, i: int) -> bool:
    """`nombre de bateaux`: what is counted is a unit, not a name."""
    return any(item.has("frame-count") and item.end == i for item in clause.items)


def _then_relation(clause: Clause, i: int) -> bool:
    after = next((item for item in clause.items if item.start == i + 1), None)
    return (
        after is not None
        and after.has("relation")
        and not after.has("filler")
        and not is_preposition(after)
    )


def _only_one(clause: Clause) -> list[Item]:
    """`the workshop`: a kind of which only one thing bears the word in its name."""
    for item in clause.items:
        if not item.has("class") or clause.prior:
            continue
        found = [
            i
            for i in bearing(clause.known, clause.stems(item))
            if clause.known.kinds(i) & set(item.classes) and "Document" not in clause.known.kinds(i)
        ]
        if len(found) == 1:
            only = replace(item, senses=(Sense("thing", tuple(found), match="alias"),), part=True)
            clause.items[clause.items.index(item)] = only
            return [only]
    return []


def near_things(clause: Clause) -> Ids:
    return tuple(
        dict.fromkeys(i for item in clause.items if item.things for i in settle(clause, item))
    )[:5]


def _follow(clause: Clause, before: Frame) -> Frame | None:
    """A second question about the things of the first: `and who funds it`, `and how much`."""
    relation = main_relation(clause)
    if clause.has("frame-amount"):
        return None
    if clause.has("frame-when"):
        return When(clause.prior)
    if clause.has("frame-count"):
        counted = replace(before, counted=True) if isinstance(before, Find) else None
        return Figures(clause.prior, words=content_words(clause), fallback=counted, strict=True)
    wanted = asked(clause, len(clause.linked.tokens))
    if relation is None:
        if isinstance(before, Find) and wanted.kinds and before.patterns:
            # `and with which organisation`: the same, of another kind.
            return replace(before, asked=wanted)
        if wanted.kinds and clause.has("q-what"):
            return Find(wanted, (Pattern(Relation(), clause.prior),))
        return None
    if clause.has("q-where"):
        return Where(clause.prior, relation, wanted)
    item = next(i for i in clause.items if relation_of(i) is not None)
    q = clause.first("q-what") or clause.first("class")
    front = q is not None and q.start > item.start
    made = pattern(clause, relation.flipped() if front else relation, clause.prior)
    return Find(wanted, (made,))


def _compare(clause: Clause) -> Frame | None:
    documents = tuple(
        dict.fromkeys(d for i in clause.items if i.things for d in documents_of(clause, i))
    )
    about = tuple(
        t
        for i in clause.items
        if i.things and not documents_of(clause, i)
        for t in settle(clause, i)[:1]
    )
    if len(documents) > 1 and about:
        return Commitments(about=about, documents=documents)
    if not documents and len(about) > 1:
        return Define(about)
    return None


def _path(clause: Clause, things: list[Item]) -> Frame:
    usable = [i for i in things if not i.has("filler") or best(clause, i)]
    start, finish = (settle(clause, i) for i in (usable[0], usable[-1]))
    return Path(start, finish)


def _where(clause: Clause, things: list[Item]) -> Frame | None:
    if not things:
        return None
    documents = sources_named(clause, things) if len(things) > 1 else ()
    relation = main_relation(clause) or Relation()
    of = subjects(clause, things, documents, frozenset())
    where = clause.first("q-where")
    wanted = asked(clause, where.end + 3 if where else 0)
    return Where(
        of[-1:] if len(of) > 1 else of, relation, replace(wanted, person=False), documents, of[:-1]
    )


def _define(clause: Clause, things: list[Item]) -> Frame | None:
    words = [i for i in clause.items if not only_weak(i) and not i.has("filler")]
    defining = clause.all("frame-define")
    relation = main_relation(clause)
    if not things:
        return _define_kind(clause, words)
    verbs = [
        i
        for i in words
        if relation_of(i) is not None and not i.has("frame-define") and not i.things
    ]
    if verbs or (clause.has("class") and relation is not None):
        return None
    strong = [i for i in defining if not only_weak(i) and not i.has("about")]
    if len(things) > 1 and (not strong or not clause.has("and")):
        return None
    kinds = [i for i in words if i.has("class") and not i.things and not i.has("frame-define")]
    item = things[0]
    last = clause.items[-1]
    serves = closed_relation(clause, "purpose of things", "purpose")
    if serves and defining and last.has("for") and last.start >= item.end:
        return Find(Asked(), (pattern(clause, serves.flipped(), settle(clause, item)),))
    asks = clause.asks_who() or clause.has("q-what") or clause.has("q-where")
    if clause.loose and asks and not defining:
        # Something is asked of the thing, by a word that is not known.
        return None
    found = settle(clause, item)
    if kinds:
        if (
            defining
            and len(things) == 1
            and not any(k.end == item.start or item.end == k.start for k in kinds)
        ):
            return None
        bearers = (
            set(found)
            if all(set(clause.known.kinds(i)) & set(kinds[0].classes) for i in found)
            else set()
        )
        if not bearers or (clause.has("q-what") and _plural(clause, kinds[0]) and len(found) == 1):
            return None
    if (
        not defining
        and (clause.has("q-what") or clause.asks_who())
        and any("Group" in clause.known.kinds(i) for i in found)
    ):
        return None
    if item.part and all(w is item for w in words) and len(found) == 1:
        # Only these words: every name that holds them may be meant.
        others = bearing(clause.known, clause.stems(item))
        found = others if 1 < len(others) <= 6 else found
    elif len(found) == 1 and all(w is item or w.has("frame-define") for w in words):
        found = namesakes(clause, item, found[0])
    if len(things) > 1:
        every = tuple(dict.fromkeys(t for i in things for t in settle(clause, i)[:1]))
        return Define(every)
    if len(found) > 1:
        return Choose(found, clause.span(item))
    return Define(found)


def _plural(clause: Clause, item: Item) -> bool:
    """`which protocols`: several are asked for."""
    last = clause.linked.tokens[item.end - 1]
    return last.folded != last.light and last.folded[-1] in "sx"


def _define_kind(clause: Clause, words: list[Item]) -> Frame | None:
    """Only a word for a kind: the things that bear it in their name are offered."""
    if len(words) != 1 or not (words[0].has("class") or words[0].has("label-word")):
        return None
    found = bearing(clause.known, clause.stems(words[0]))
    if not found:
        return None
    return Choose(found[:12], clause.span(words[0])) if len(found) > 1 else Define(found)
