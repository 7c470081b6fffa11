"""From linked items to a frame: which of the few kinds of question it is, and what fills it."""

from __future__ import annotations

from dataclasses import replace

from queries.ask import finding, measuring
from queries.ask.frames import (
    Asked,
    Choose,
    Commitments,
    Define,
    Figures,
    Find,
    Frame,
    Path,
    Unknown,
    When,
    Where,
    YesNo,
)
from queries.ask.link import Item, Linked, split_groups
from queries.ask.parts import (
    Clause,
    Ids,
    bearing,
    best,
    documents_of,
    events_of,
    narrow,
    object_classes,
    only_weak,
    relation_of,
    sense_ids,
    settle,
)
from queries.ask.vocabulary import Relation, Vocabulary


def parse(linked: Linked, known: Vocabulary) -> list[Frame]:
    """The frames of a question, one for each thing it asks."""
    frames: list[Frame] = []
    prior: Ids = ()
    linked = split_groups(linked, known)
    for items, loose in _clauses(linked):
        clause = Clause(linked, known, items, loose, prior)
        frame = _frame(clause, first=not frames)
        if frame is not None:
            frames.append(frame)
        prior = prior or tuple(
            i for item in items if item.things for i in settle(clause, item)
        )
    return frames


def _clauses(linked: Linked) -> list[tuple[list[Item], list[int]]]:
    """The question cut where a second question begins: after `and` or a stop, with a question word."""
    cuts = [0]
    items = linked.items
    for place in range(1, len(items)):
        at = place
        item = items[at]
        asks = any(
            s.role in {"q-who", "q-what", "q-where", "frame-when", "frame-amount", "frame-count", "frame-define"}
            for s in item.senses
        ) and not item.has("filler") and not item.things
        gap = linked.question[linked.tokens[items[at - 1].end - 1].end : linked.tokens[item.start].start]
        stop = any(c in gap for c in ",;:?!.\n")
        before = items[at - 1]
        link_word = before.has("relation") and at > 1 and items[at - 2].has("and") and not before.things
        joined = link_word or before.has("and") or (before.has("by") or before.has("in") or before.has("of")) and at > 1 and items[at - 2].has("and")
        new = asks and (joined or (stop and _says_something(items[cuts[-1] : at])))
        if link_word and new:
            at -= 1
        if new and _complete(items[cuts[-1] : at]) and _worth(items[at:]):
            cuts.append(at)
    bounds = [*cuts, len(items)]
    pieces = []
    for start, end in zip(bounds, bounds[1:], strict=False):
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
        s.role.startswith(("q-", "frame-")) and not i.has("filler") for i in items for s in i.senses
    )
    return asks and any(i.things for i in items)


def _worth(items: tuple[Item, ...] | list[Item]) -> bool:
    return any(i.has("relation") or i.things or i.has("frame-amount") for i in items[:12])


def _frame(clause: Clause, *, first: bool) -> Frame | None:
    if unknown := _unknown_names(clause):
        return Unknown(unknown, _near(clause))
    things = [i for i in clause.items if i.things]
    if not things and clause.prior and not first:
        return _follow(clause)
    shared = clause.has("both") and len(clause.sources()) > 1 and not finding.relations(clause) and not clause.has("class")
    if (clause.has("frame-compare") or shared) and (found := _compare(clause)):
        return found
    if clause.has("frame-path") and len(things) >= 2:
        return _path(clause, things)
    if found := _dated(clause, things):
        return found
    if (value := _given(clause)) is not None and things and not clause.has("frame-amount"):
        return Figures(_subjects(clause, things, ()), _documents(clause, things), value=value)
    counted = clause.has("frame-commitments") and clause.has("has-figure")
    if counted and (found := _commitments(clause, things)):
        return found
    if clause.has("frame-amount") and things and not (clause.asks_who() and finding.main_relation(clause)):
        return _amount(clause, things)
    if clause.has("frame-count") and things:
        return _count(clause, things)
    if found := _yes_no(clause, things):
        return found
    if found := _commitments(clause, things):
        return found
    if clause.has("q-where") and not clause.asks_who() and (found := _where(clause, things)):
        return found
    if found := _define(clause, things):
        return found
    return finding.find(clause)


def _unknown_names(clause: Clause) -> Ids:
    """Words written like names that the graph does not know."""
    tokens = clause.linked.tokens
    found = []
    for i in clause.loose:
        token = tokens[i]
        if clause.linked.shouted:
            continue
        starts = i == 0 or any(c in clause.linked.question[tokens[i - 1].end : token.start] for c in ".?!:")
        if (token.upper and len(token.text) > 2) or (token.capital and not starts):
            found.append(token.text)
        elif token.capital and starts and _then_relation(clause, i):
            found.append(token.text)
    return tuple(found)


def _then_relation(clause: Clause, i: int) -> bool:
    after = next((item for item in clause.items if item.start == i + 1), None)
    return after is not None and after.has("relation") and not after.has("filler")


def _near(clause: Clause) -> Ids:
    return tuple(dict.fromkeys(i for item in clause.items if item.things for i in settle(clause, item)))[:5]


def _follow(clause: Clause) -> Frame | None:
    """A second question about the things of the first: `and who funds it`, `and how much`."""
    relation = finding.main_relation(clause)
    if clause.has("frame-amount"):
        return None
    if clause.has("frame-when"):
        return When(clause.prior)
    if relation is None:
        return None
    asked = finding.asked(clause, len(clause.linked.tokens))
    if clause.has("q-where"):
        return Where(clause.prior, relation, asked)
    item = next(i for i in clause.items if relation_of(i) is not None)
    q = clause.first("q-what") or clause.first("class")
    front = q is not None and q.start > item.start
    pattern = finding.pattern(clause, relation.flipped() if front else relation, clause.prior)
    return Find(asked, (pattern,))


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


def _documents(clause: Clause, things: list[Item]) -> Ids:
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


def _subjects(clause: Clause, things: list[Item], documents: Ids, classes: frozenset[str] = frozenset()) -> Ids:
    """The things that a question is about, its source documents left out; one for each name."""
    found: list[str] = []
    for item in things:
        source = documents_of(clause, item)
        if source and set(source) <= set(documents) and len(things) > 1:
            continue
        settled = settle(clause, item, classes)
        if item.part and item.end - item.start == 1 and any(not i.part for i in things if i is not item):
            # A name of which only a part is there, beside whole ones: not one to insist on.
            continue
        found += settled[:1]
    return tuple(dict.fromkeys(found))


def _dated(clause: Clause, things: list[Item]) -> Frame | None:
    when = [i for i in clause.all("frame-when") if not i.has("filler")]
    deadline = clause.has("has-deadline")
    if deadline and (clause.has("negation") or clause.has("frame-commitments") or not things):
        return None
    if not when or not things or clause.has("frame-amount") and not _strong_when(clause, when):
        return None
    documents = _documents(clause, things) if len(things) > 1 else ()
    kinds = frozenset({"Event"})
    relation = finding.main_relation(clause)
    of = _subjects(clause, things, documents, kinds)
    of = of or tuple(e for i in things for e in events_of(clause, i)[:1])
    if relation and "Event" in object_classes(clause.known, relation):
        met = tuple(e for i in things for e in settle(clause, i, kinds) if "Event" in clause.known.kinds(e))
        of = met[:1] or of
    predicates = relation.all() if relation else frozenset()
    return When(of, documents, tuple(sorted(predicates)))


def _strong_when(clause: Clause, when: list[Item]) -> bool:
    return any(i.end - i.start > 1 or not i.has("has-deadline") for i in when)


def _words(clause: Clause, skip: tuple[Item, ...] = ()) -> Ids:
    """Stems of the content words, to be compared with the units of figures."""
    tokens = clause.linked.tokens
    weak = clause.known.weak
    skipped = {p for i in skip for p in range(i.start, i.end)}
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
            if t.folded not in weak and p not in skipped and p not in asking and not t.folded.isdigit()
        )
    )


def _amount(clause: Clause, things: list[Item]) -> Frame:
    documents = _documents(clause, things) if len(things) > 1 else ()
    kinds = frozenset({"Fund", "FundingPackage", "Actor", "Arrangement"})
    of = _subjects(clause, things, documents, kinds)
    return Figures(of, documents, True, _words(clause))


def _count(clause: Clause, things: list[Item]) -> Frame:
    relation = finding.main_relation(clause)
    if relation is None and not clause.has("class") and (clause.has("status") or not clause.loose):
        money = not _countable(clause)
        if money:
            return _amount(clause, things)
    documents = _documents(clause, things) if len(things) > 1 else ()
    sources = tuple(i for i in things if set(documents_of(clause, i)) & set(documents))
    of = _subjects(clause, things, documents)
    sources += tuple(i for i in things if not any("TargetGroup" in clause.known.kinds(t) for t in i.things) and not i.part)
    find = finding.find(clause)
    fallback = replace(find, counted=True) if isinstance(find, Find) else None
    if clause.has("class") and fallback is not None and fallback.patterns:
        return fallback
    return Figures(of, documents, None, _words(clause, sources), fallback=fallback)


def _given(clause: Clause) -> float | None:
    """A number in the question that is neither a year nor part of a name: `15,000 migrants`."""
    question = clause.linked.question
    named = [clause.span(i) for i in clause.items if i.things]
    for number in measuring.numbers(question):
        if number >= 100 and not 1900 <= number <= 2100 and not any(
            number in measuring.numbers(span) for span in named
        ):
            return number
    return None


def _countable(clause: Clause) -> bool:
    """`how many migrants`: a thing or kind right behind the word for the number."""
    at = clause.first("frame-count")
    after = [i for i in clause.items if at is not None and i.start >= at.end]
    return bool(after) and (bool(after[0].things) or after[0].has("class"))


def _yes_no(clause: Clause, things: list[Item]) -> Frame | None:
    opened = [
        i
        for i in clause.all("frame-yesno")
        if i.start == clause.items[0].start
        or not i.has("filler") and not i.has("light")
        or _after_name(clause, i)
    ]
    asks = clause.has("q-what") or clause.asks_who() or clause.has("q-where")
    mark = clause.linked.question.rstrip().endswith("?")
    if (asks or clause.has("frame-define") and not opened) and not (opened and not _asks_first(clause)):
        return None
    sources = {d for d in _documents(clause, things)}
    things = [i for i in things if not (sources and set(documents_of(clause, i)) <= sources and documents_of(clause, i))] or things
    verb = [i for i in clause.items if relation_of(i) is not None and not i.things]
    plain = mark and len(things) >= 2 and (bool(verb) or clause.first("negation") is not None)
    negated = clause.items[0].has("negation") and bool(opened or mark)
    if len(things) < 2 or not (opened or plain or negated):
        return None
    relation = finding.main_relation(clause) or finding.loose_relation(clause)
    if relation is None and any("Group" in clause.known.kinds(t) for i in things[1:] for t in i.things):
        relation = finding.closed_relation(clause)
    if relation is None:
        return None
    middle = finding.main_item(clause)
    left = [i for i in things if middle is None or i.start < middle.start]
    right = [i for i in things if i not in left]
    if not left or not right:
        left, right = things[:1], things[1:]
    place = None
    if len(right) > 1 and clause.preposition(right[-1]) == "in":
        last = settle(clause, right[-1])
        if any("Area" in clause.known.kinds(i) for i in last):
            place, right = last[0], right[:-1]
    documents = tuple(sorted(sources))
    also: Ids = ()
    if relation.asks and len(right) > 1:
        also, right = settle(clause, right[0])[:1], right[1:]
    classes = object_classes(clause.known, relation)
    object_ids = settle(clause, right[0], classes)
    if len(right) > 1 and not right[1].part and clause.preposition(right[1]) == "of" and (more := settle(clause, right[1], classes)):
        object_ids = tuple(dict.fromkeys((*object_ids, *more)))
    return YesNo(
        settle(clause, left[0]), object_ids, narrow(clause.known, relation, object_ids),
        documents, sense_ids(clause.all("status"), "status"), place, also,
    )  # fmt: skip


def _after_name(clause: Clause, item: Item) -> bool:
    """`Nigeria - is it a member`: the name in front, set apart."""
    at = clause.items.index(item)
    if at != 1 or not clause.items[0].things:
        return False
    tokens, question = clause.linked.tokens, clause.linked.question
    gap = question[tokens[clause.items[0].end - 1].end : tokens[item.start].start]
    return any(c in gap for c in "-,:–")


def _asks_first(clause: Clause) -> bool:
    return any(
        s.role in {"q-what", "q-who", "q-where"} for i in clause.items[:2] for s in i.senses
    )


def _commitments(clause: Clause, things: list[Item]) -> Frame | None:
    nouns = clause.all("frame-commitments")
    status = [i for i in clause.all("status") if not i.has("filler")]
    relation = finding.main_relation(clause)
    deadline = clause.has("has-deadline")
    if clause.asks_who() and relation is not None and not deadline and things:
        return None
    says = clause.has("frame-say") and bool(things) and (bool(clause.sources()) and len(things) > 1 or clause.has("class"))
    if not nouns and not deadline and not says and not (
        (status or clause.has("frame-plan")) and relation is None and things
    ):
        return None
    if not nouns and not deadline and not says and clause.has("class"):
        return None
    kinds = tuple(dict.fromkeys(k for i in nouns for s in i.senses if s.role == "frame-commitments" for k in s.ids))
    documents: list[str] = []
    by: list[str] = []
    to: list[str] = []
    about: list[str] = []
    verb = nouns[0] if nouns else None
    for item in things:
        source = documents_of(clause, item)
        things_here = settle(clause, item)
        actor = any("Actor" in clause.known.kinds(i) for i in things_here)
        if source and not actor:
            documents += source
        elif source and actor and verb is not None and item.start < verb.start:
            by += things_here
        elif actor and item.start > (verb.start if verb else 0) and clause.preposition(item) in {"of", "by"} and verb is not None and not set(kinds) & {"ReportedResult"}:
            by += things_here[:1]
        elif actor and clause.preposition(item) == "to":
            to += things_here[:1]
        elif actor and verb is not None and kinds and item.start > verb.start and clause.preposition(item) != "about":
            if not by and not clause.preposition(item) and _inverted(clause, verb):
                by += things_here[:1]
            else:
                to += things_here[:1]
        elif actor and verb is not None and item.start < verb.start and clause.preposition(item) == "":
            by += things_here[:1]
        else:
            about += things_here[:1]
    return Commitments(
        tuple(by), tuple(to), tuple(dict.fromkeys(about)), tuple(dict.fromkeys(documents)), kinds,
        () if kinds or says else ("ReportedResult",),
        None if not deadline else not clause.has("negation"),
        (not clause.has("negation")) if clause.has("has-figure") else None,
    )  # fmt: skip


def _inverted(clause: Clause, verb: Item) -> bool:
    """`que recommande la Commission`: the question word right in front of the verb."""
    at = clause.items.index(verb)
    return at > 0 and any(s.role == "q-what" for s in clause.items[at - 1].senses)


def _where(clause: Clause, things: list[Item]) -> Frame | None:
    if not things:
        return None
    documents = _documents(clause, things) if len(things) > 1 else ()
    relation = finding.main_relation(clause) or Relation()
    of = _subjects(clause, things, documents, frozenset())
    where = clause.first("q-where")
    asked = finding.asked(clause, where.end + 3 if where else 0)
    return Where(of[-1:] if len(of) > 1 else of, relation, replace(asked, person=False), documents, of[:-1])


def _define(clause: Clause, things: list[Item]) -> Frame | None:
    words = [i for i in clause.items if not only_weak(i) and not i.has("filler")]
    defining = [i for i in clause.all("frame-define")]
    relation = finding.main_relation(clause)
    if not things:
        return _define_kind(clause, words)
    verbs = [i for i in words if relation_of(i) is not None and not i.has("frame-define") and not i.things]
    if verbs or clause.has("class") and relation is not None:
        return None
    strong = [i for i in defining if not only_weak(i) and not i.has("about")]
    if len(things) > 1 and not strong:
        return None
    kinds = [i for i in words if i.has("class") and not i.things and not i.has("frame-define")]
    item = things[0]
    found = settle(clause, item)
    if kinds:
        if defining and len(things) == 1 and not any(k.end == item.start or item.end == k.start for k in kinds):
            return None
        bearers = set(found) if all(set(clause.known.kinds(i)) & set(kinds[0].classes) for i in found) else set()
        if not bearers:
            return None
    if not defining and (clause.has("q-what") or clause.asks_who()) and any(
        "Group" in clause.known.kinds(i) for i in found
    ):
        return None
    if len(found) > 1:
        return Choose(found, clause.span(item))
    return Define(found)


def _define_kind(clause: Clause, words: list[Item]) -> Frame | None:
    """Only a word for a kind: the things that bear it in their name are offered."""
    if len(words) != 1 or not (words[0].has("class") or words[0].has("label-word")):
        return None
    found = bearing(clause.known, clause.stems(words[0]))
    if not found:
        return None
    return Choose(found[:12], clause.span(words[0])) if len(found) > 1 else Define(found)


__all__ = ["Asked", "parse"]
