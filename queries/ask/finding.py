"""Fill the frame Find: what is asked for, the statement patterns it must fit, the documents."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.frames import Asked, Choose, Find, Frame, NamedBy, Naming, Path, Pattern, Unknown
from queries.ask.link import Item
from queries.ask.parts import (
    Clause,
    Ids,
    bearing,
    documents_of,
    events_of,
    fitting,
    narrow,
    object_classes,
    relation_of,
    sense_ids,
    settle,
)
from queries.ask.vocabulary import Relation


def is_relation(clause: Clause, item: Item) -> bool:
    """Whether an item is read as a relation here: a verb, or a noun where no better one is."""
    relation = relation_of(item)
    if relation is None:
        return False
    if any(item.has(r) for r in ("filler", "of", "in", "with", "about", "for", "to")):
        # A preposition counts only before a thing of a class that its predicate asks for.
        classes = object_classes(clause.known, relation)
        after = next((i for i in clause.items if i.start >= item.end and i.things), None)
        return (
            bool(classes)
            and len(relation.all()) == 1
            and after is not None
            and bool(fitting(clause.known, after.things, classes))
        )
    if item.things:
        return not any(
            relation_of(other) is not None and not other.things and not other.has("class") and other is not item
            for other in clause.items
        ) and len([i for i in clause.items if i.things]) > 1
    if item.has("class"):
        return _verb_here(clause, item)
    return not item.has("frame-define") or item.has("mention")


def _verb_here(clause: Clause, item: Item) -> bool:
    """A word that is a kind or a verb (`funds`) is the verb behind "who" or between two things."""
    at = clause.items.index(item)
    front = clause.items[at - 1] if at else None
    after = next((i for i in clause.items[at + 1 :] if not i.has("filler")), None)
    if front is None:
        return False
    if any(front.has(r) for r in ("q-who", "status", "to", "pronoun")) and not front.things:
        return True
    return bool(front.things and after is not None and after.things)


def relations(clause: Clause) -> list[Item]:
    return [i for i in clause.items if is_relation(clause, i)]


def main_item(clause: Clause) -> Item | None:
    return next(iter(relations(clause)), None)


def main_relation(clause: Clause) -> Relation | None:
    item = main_item(clause)
    return relation_of(item) if item is not None else None


def loose_relation(clause: Clause) -> Relation | None:
    """The relation of a preposition, where a question has no other: `is it in the Joint Force`."""
    for item in clause.items:
        relation = relation_of(item)
        if relation is not None and not item.things:
            return relation
    return None


def closed_relation(clause: Clause, form: str = "closed list", role: str = "closed") -> Relation | None:
    """The predicates of a word that no question contains: those whose lists the texts print whole."""
    sense = clause.known.one(form, role)
    if sense is None:
        return None
    wanted = {p for p in clause.known.ends if p.rpartition("#")[2].rpartition("/")[2] in sense.ids or p in sense.ids}
    return Relation(tuple(sorted(wanted)))


def is_mention(item: Item, relation: Relation) -> bool:
    if item.has("mention"):
        return True
    mention = {p.rpartition("#")[2] for p in relation.all()}
    return mention == {"cites"}


def asked(clause: Clause, limit: int) -> Asked:
    """What is asked for, from the words in front of the first relation (up to word `limit`)."""
    known = clause.known
    head = [i for i in clause.items if i.start < limit]
    left_out = _left_out(clause)
    kinds = tuple(
        dict.fromkeys(k for i in head if i.has("class") and i not in left_out and not i.things for k in i.classes)
    )
    wider = tuple(w for i in head if i.has("class") for s in i.senses for w in s.wider)
    labels = [i for i in head if i.has("label-word") and i.part and _asked_here(clause, i, head)]
    among = sense_ids(labels, "label-word") if labels else ()
    without = sense_ids(clause.all("class-not"), "class-not")
    without += tuple(k for i in left_out if i.has("class") for k in i.classes)
    exclude: list[str] = []
    for item in left_out:
        if item.things:
            exclude += settle(clause, item)
            for stem in clause.stems(item):
                bearers = bearing(known, frozenset({stem})) if len(stem) > 2 else ()
                exclude += bearers if len(bearers) <= 12 else ()
        elif item.has("label-word"):
            exclude += bearing(known, clause.stems(item))
    member_of: list[str] = []
    related: list[str] = []
    for item in head:
        if not item.things or item in left_out or item in labels:
            continue
        group = fitting(known, settle(clause, item), frozenset({"Group"}))
        group = tuple(g for g in group if "NationalService" not in known.kinds(g))
        if group and _asked_here(clause, item, head):
            member_of += group
        elif _beside_class(clause, item, head) and not documents_of(clause, item):
            related += settle(clause, item)
    person = clause.asks_who() or any(
        i.has("relation") and _asks_who(clause, i) for i in head
    )
    return Asked(
        kinds, without, among, tuple(member_of), tuple(related), tuple(dict.fromkeys(exclude)), person and not kinds, wider
    )


def _asks_who(clause: Clause, item: Item) -> bool:
    """A relation form that holds its own question word: `who supports`."""
    tokens = clause.linked.tokens[item.start : item.end]
    return any(
        any(s.role == "q-who" for s in clause.known.full.get(t.folded, ())) for t in tokens
    ) and item.end - item.start > 1


def _left_out(clause: Clause) -> list[Item]:
    """What follows `except` up to a stop or the question word."""
    found: list[Item] = []
    for at, item in enumerate(clause.items):
        if not item.has("except"):
            continue
        for other in clause.items[at + 1 :]:
            asks = any(s.role in {"q-who", "q-what"} for s in other.senses) and not other.has("filler")
            if asks or (relation_of(other) is not None and not other.has("of") and not other.has("about") and not other.things and found and not _between_lists(clause, other)):
                break
            found.append(other)
    return [i for i in found if i.things or i.has("class") or i.has("label-word")]


def _between_lists(clause: Clause, item: Item) -> bool:
    """`the one against …`: a relation word inside what is left out."""
    return any(o.has("and") and abs(clause.items.index(o) - clause.items.index(item)) <= 3 for o in clause.items)


def _asked_here(clause: Clause, item: Item, head: list[Item]) -> bool:
    """Right behind a question word, or the first content of the question."""
    at = clause.items.index(item)
    for other in reversed(clause.items[:at]):
        if any(s.role in {"q-what", "q-who"} for s in other.senses):
            return True
        if not (other.has("filler") or other.has("of") or other.has("pronoun") or other.has("with")) or other.things:
            return False
    return True


def _beside_class(clause: Clause, item: Item, head: list[Item]) -> bool:
    tokens = clause.linked.tokens
    for other in head:
        if not other.has("class") or other.things:
            continue
        low, high = sorted((other, item), key=lambda i: i.start)
        between = tokens[low.end : high.start]
        if any(i.has("frame-yesno") and low.end <= i.start < high.start for i in clause.items):
            continue
        if len(between) <= 3 and all(t.folded in clause.known.weak for t in between):
            return clause.preposition(item) != "in" or low is item
    return False


def documents_only(clause: Clause, item: Item) -> bool:
    return bool(item.things) and all(i in clause.known.documents for i in settle(clause, item))


def pattern(clause: Clause, relation: Relation, of: Ids, **more: object) -> Pattern:
    """A pattern with the statuses of the clause; the relation fits the known things."""
    statuses = sense_ids([i for i in clause.all("status") if not i.has("filler")], "status")
    if relation.status:
        statuses = (relation.status,)
    return replace(Pattern(narrow(clause.known, relation, of), of, statuses=statuses), **more)  # type: ignore[arg-type]


def find(clause: Clause) -> Frame:
    """The frame of a question for things."""
    known = clause.known
    verbs = relations(clause)
    left_out = _left_out(clause)
    limit = verbs[0].start if verbs else _head_end(clause)
    what = asked(clause, limit or len(clause.linked.tokens))
    left_out = [*left_out, *_topics(clause)]
    patterns: list[Pattern] = []
    naming: list[Naming] = []
    used: set[int] = {id(i) for i in left_out}
    used |= {id(i) for i in clause.items if i.start < limit and i.has("label-word") and i.part and _asked_here(clause, i, [])}
    sources: list[str] = []
    head = {id(i) for i in clause.items if i.start < limit and i.things and set(settle(clause, i)) & {*what.member_of, *what.related_to}}
    for at, verb in enumerate(verbs):
        spoken = bool(clause.sources())
        relation = relation_of(verb, mention=spoken)
        assert relation is not None
        stop = verbs[at + 1].start if at + 1 < len(verbs) else len(clause.linked.tokens)
        start = verbs[at - 1].end if at else 0
        left = [i for i in clause.items if i.things and start <= i.start < verb.start and id(i) not in used | head]
        right = [i for i in clause.items if i.things and verb.end <= i.start < stop and id(i) not in used | head]
        if at + 1 < len(verbs) and len(right) > 1 and not _things_after(clause, verbs, at + 1):
            # A relation that ends its clause takes the thing in front: `that UNODC proposed`.
            right = right[:-1]
        negated = _negated(clause, verb, start)
        if is_mention(verb, relation) and (spoken or not verb.has("relation")):
            if cited := _cited(clause, what, left, right):
                return NamedBy(cited)
            naming += _naming(clause, verb, left, right, negated)
            used |= {id(i) for i in (*left, *right)}
            rest = [i for i in (*left, *right) if not documents_of(clause, i) or _as_group(clause, i)]
            groups = tuple(t for i in rest for t in fitting(known, settle(clause, i), frozenset({"Group"})))
            if groups and not what.member_of and any(clause.preposition(i) in {"of", "in"} for i in rest):
                what = replace(what, member_of=groups)
            elif rest and not patterns and not what.related_to and not what.member_of:
                what = replace(what, related_to=tuple(t for i in rest for t in settle(clause, i)[:1]))
            continue
        made, docs = _pattern(clause, verb, relation, left, right, negated)
        sources += docs
        used |= {id(i) for i in (*left, *right) if made is None or _used(clause, i, made, docs)}
        if made is not None and not made.of and clause.has("both") and len(made.documents) > 1:
            patterns += [replace(made, documents=(d,)) for d in made.documents]
        elif made is not None and clause.has("both") and len(made.of) > 1 and len(right) > 1 and not made.also:
            patterns += [replace(made, of=(i,)) for i in made.of]
        elif made is not None:
            patterns.append(made)
    for item in left_out:
        if (docs := documents_of(clause, item)) and (naming or not patterns):
            naming.append(Naming(docs, negated=True))
    rest = [i for i in clause.items if i.things and id(i) not in used | head]
    plain = [i for i in rest if not documents_of(clause, i)]
    if not verbs and clause.has("both") and len(plain) > 1:
        # What several things have in common: all that each is linked to.
        patterns = [Pattern(Relation(), settle(clause, i)[:1]) for i in plain]
    elif not verbs:
        patterns, naming, what = _without_verb(clause, rest, what)
    elif rest and patterns and not naming:
        more = [i for i in rest if not documents_of(clause, i)]
        group = tuple(
            t
            for i in more
            for t in fitting(known, settle(clause, i), frozenset({"Group"}))
            if "TargetGroup" not in known.kinds(t)
        )
        if group and (clause.has("both") or clause.has("and")) and set(group) - set(what.member_of):
            what = replace(what, member_of=(*what.member_of, *group))
    if sources:
        patterns = [replace(p, documents=p.documents or tuple(dict.fromkeys(sources))) for p in patterns]
    if clause.unclear and not what.among:
        things, span = clause.unclear[0]
        return Choose(things, span)
    named = [settle(clause, i) for i in clause.items if i.things]
    if not patterns and not naming and not what.member_of and len(named) > 1 and not what.kinds and not clause.loose:
        # Two things and no relation that is known: what links them.
        return Path(named[0][:1], named[-1][:1])
    if not patterns and not naming and not what.member_of:
        near = tuple(t for i in clause.items if i.things for t in settle(clause, i)[:2])
        return Unknown(tuple(clause.linked.tokens[i].text for i in clause.loose), near)
    found = Find(what, tuple(patterns), tuple(naming))
    if _denies(clause) and not _denied(found):
        # What is denied was not understood: half a question is not answered.
        return Unknown(
            tuple(clause.span(i) for i in clause.items if i.has("negation") or i.has("except")),
            tuple(t for i in clause.items if i.things for t in settle(clause, i)[:1]),
        )
    return found


def _denies(clause: Clause) -> bool:
    return clause.has("negation") or clause.has("except")


def _denied(frame: Find) -> bool:
    asked = frame.asked
    return bool(
        asked.exclude or asked.without_kinds
        or any(p.negated for p in frame.patterns) or any(n.negated for n in frame.naming)
    )  # fmt: skip


def _used(clause: Clause, item: Item, made: Pattern, documents: Ids) -> bool:
    """Whether an item went into a pattern; what did not may still say who is asked for."""
    into = {*made.of, *made.also, *made.documents, *documents, made.place}
    return bool({*settle(clause, item), *item.things, *documents_of(clause, item)} & into) or bool(
        {e for i in item.things for e in clause.known.metonyms.get(i, ((), ()))[1]} & into
    )


def _things_after(clause: Clause, verbs: list[Item], at: int) -> bool:
    stop = verbs[at + 1].start if at + 1 < len(verbs) else len(clause.linked.tokens)
    return any(i.things and verbs[at].end <= i.start < stop for i in clause.items)


def _topics(clause: Clause) -> list[Item]:
    """A topic set in front of the question: `En matière de justice, quel réseau …`."""
    asks = next((i for i in clause.items if any(s.role in {"q-what", "q-who"} for s in i.senses) and not i.has("filler")), None)
    if asks is None:
        return []
    question = clause.linked.question
    tokens = clause.linked.tokens
    return [
        i
        for i in clause.items
        if i.things and i.end <= asks.start and clause.preposition(i) in {"of", "about"} and "," in question[tokens[i.end - 1].end : tokens[asks.start].start]
    ]


def _head_end(clause: Clause) -> int:
    """Where what is asked for ends, in a question without a relation word."""
    for item in clause.items:
        plain = item.has("light") and not item.has("in") and item.start > 1
        if plain or item.has("negation") and item.start > 0:
            return item.start
    return len(clause.linked.tokens)


def _negated(clause: Clause, verb: Item, start: int) -> bool:
    return any(start <= i.start < verb.end and verb.start - i.end <= 4 for i in clause.all("negation"))


def _naming(clause: Clause, verb: Item, left: list[Item], right: list[Item], negated: bool) -> list[Naming]:
    sources = [(i, documents_of(clause, i)) for i in (*left, *right) if not _as_group(clause, i)]
    sources = [(i, d) for i, d in sources if d]
    if not sources:
        return [] if negated else [Naming(clause.known.documents)]
    if negated and len(sources) > 1:
        first = [Naming(d) for _, d in sources[:-1]]
        return [*first, Naming(sources[-1][1], negated=True)]
    every = clause.has("both") and len(sources) > 1
    if every:
        return [Naming(d, negated=negated) for _, d in sources]
    return [Naming(tuple(d for _, ds in sources for d in ds), negated=negated)]


def _cited(clause: Clause, what: Asked, left: list[Item], right: list[Item]) -> Ids:
    """Things of which it is asked which documents name them."""
    texts = {"Text", "Document", "SourceDocument"}
    things = [i for i in (*left, *right) if not documents_only(clause, i)]
    sources = [i for i in (*left, *right) if documents_only(clause, i)]
    if not set(what.kinds) & texts or not things or sources or any(clause.preposition(i) == "by" for i in (*left, *right)):
        return ()
    return tuple(t for i in things for t in settle(clause, i)[:1])


def _as_group(clause: Clause, item: Item) -> bool:
    """`named as participants of`: a group as what things are named, not as who names them."""
    return clause.preposition(item) == "of" and any(
        "Group" in clause.known.kinds(t) for t in settle(clause, item)
    )


def _pattern(
    clause: Clause, verb: Item, relation: Relation, left: list[Item], right: list[Item], negated: bool
) -> tuple[Pattern | None, Ids]:
    known = clause.known
    documents: list[str] = []
    place: str | None = None
    unclear = clause.unclear

    def sort(items: list[Item], classes: frozenset[str]) -> list[Ids]:
        nonlocal place
        kept: list[Ids] = []
        real = [i for i in items if not _source(clause, i, classes)]
        for item in items:
            preposition = clause.preposition(item)
            things = settle(clause, item, classes)
            if _source(clause, item, classes) and (
                real or preposition in {"in", "according", "by"} or left and right or classes and not fitting(known, things, classes)
            ):
                documents.extend(documents_of(clause, item))
            elif (
                preposition == "in" and len(real) > 1 and not (classes and fitting(known, things, classes) and not kept)
                and any("Area" in known.kinds(i) for i in things)
            ):
                place = things[0]
            elif not classes or fitting(known, things, classes) or not any(
                fitting(known, settle(clause, o, classes), classes) for o in items if o is not item
            ):
                if len(things) > 1 and item.part and any(not o.part for o in items if o is not item):
                    continue
                if len(things) > 1 and not _kind_phrase(clause, item) and not set(things) & set(events_of(clause, item)):
                    unclear.append((things, clause.span(item)))
                kept.append(things)
        return kept

    flipped = relation.flipped()
    if left and right and _compound(clause, left, verb) and any(
        i.has("and") and verb.end <= i.start < right[0].start for i in clause.items
    ):
        right = []
    after = sort(right, object_classes(known, relation))
    before = sort(left, object_classes(known, flipped))
    if left and documents and not before and not after and (clause.has("q-what") or clause.has("class")):
        # A text stands for those who adopted it: what do they do.
        relation = flipped
    if len(after) > 1 and not before and _subject_first(clause, relation, right):
        before, after = after[:1], after[1:]
    more: dict[str, object] = {"place": place, "documents": tuple(dict.fromkeys(documents)), "negated": negated}
    if before and after:
        of = _flat(after)
        if relation.asks:
            return pattern(clause, relation, of, also=_flat(before), **more), ()
        return pattern(clause, replace(relation, asks=None), of, also=before[0][:1], **more), ()
    if after and not relation.asks and _asks_object(clause, verb):
        return pattern(clause, flipped, _flat(after), **more), ()
    if after:
        return pattern(clause, replace(relation, asks=None), _flat(after), either=clause.first("q-what") is not None, **more), ()
    if before:
        if relation.asks:
            return pattern(clause, flipped, _flat(before), **more), ()
        return pattern(clause, replace(flipped, asks=None), _flat(before), either=_passive(clause, verb) or _compound(clause, left, verb), **more), ()
    if documents or relation.status or clause.has("status"):
        return pattern(clause, relation, (), **more), ()
    return None, tuple(documents)


def _subject_first(clause: Clause, relation: Relation, right: list[Item]) -> bool:
    """`support of X to Y`, `outils de X pour Y`: behind a noun the first thing is the subject."""
    first, second = right[0], right[1]
    if clause.preposition(first) not in {"of", "by"} or clause.preposition(second) not in {"in", "for", "to", "about"}:
        return False
    if any(i.has("and") and first.end <= i.start < second.start for i in clause.items):
        return False
    subjects = object_classes(clause.known, relation.flipped())
    return not subjects or bool(fitting(clause.known, settle(clause, first), subjects))


def _kind_phrase(clause: Clause, item: Item) -> bool:
    """An ambiguous name with a word for their kind means all of them: `EUCAP missions`."""
    things = settle(clause, item)
    return any(
        other.has("class") and not other.things and abs(other.start - item.end) <= 2
        and all(set(other.classes) & clause.known.kinds(t) for t in things)
        for other in clause.items
    )


def _source(clause: Clause, item: Item, classes: frozenset[str]) -> bool:
    """Whether an item names a source document rather than an end of the relation."""
    if not documents_of(clause, item):
        return False
    if clause.preposition(item) == "according":
        return True
    things = settle(clause, item, classes)
    if classes and fitting(clause.known, things, classes):
        return False
    return True


def _flat(groups: list[Ids]) -> Ids:
    return tuple(dict.fromkeys(i for group in groups for i in group))


def _asks_object(clause: Clause, verb: Item) -> bool:
    """`que finance le fonds`: a word that asks for the object right in front of the verb."""
    at = clause.items.index(verb)
    front = [i for i in clause.items[max(0, at - 2) : at]]
    return any(i.has("q-object") for i in front) and not any(i.things for i in front)


def _compound(clause: Clause, left: list[Item], verb: Item) -> bool:
    """`G5 members`: a noun right behind a name, with no verb in between."""
    return bool(left) and left[-1].end == verb.start and not clause.has("q-object")


def _passive(clause: Clause, verb: Item) -> bool:
    return any(i.end <= verb.start and i.has("frame-yesno") for i in clause.items)


def _without_verb(clause: Clause, rest: list[Item], what: Asked) -> tuple[list[Pattern], list[Naming], Asked]:
    """No relation word: kinds in a place, members of a group, things that have or lack something."""
    known = clause.known
    light = clause.first("light")
    negated = clause.has("negation")
    things = [(i, settle(clause, i)) for i in rest]
    groups = tuple(t for _, ts in things for t in fitting(known, ts, frozenset({"Group"})))
    if what.kinds and groups and clause.has("frame-yesno") and not negated and not what.member_of:
        return [], [], replace(what, member_of=groups)
    if (what.kinds or what.member_of) and things and (light or negated):
        of = tuple(t for i, ts in things for t in ts)
        return [Pattern(Relation(), of, negated=negated)], [], what
    purpose = known.one("purpose of things", "purpose")
    matters = tuple(t for _, ts in things for t in fitting(known, ts, frozenset({"Theme", "CrimeType", "Capability"})))
    related = fitting(known, what.related_to, frozenset({"Theme", "CrimeType", "Capability"}))
    if what.kinds and (matters or related) and purpose is not None:
        relation = closed_relation(clause, "purpose of things", "purpose") or Relation()
        return [pattern(clause, relation, matters or related)], [], replace(what, related_to=())
    areas = [ts for i, ts in things if any("Area" in known.kinds(t) for t in ts)]
    if what.kinds and areas and not what.member_of:
        return [Pattern(Relation(), areas[0][:1])], [], replace(what, related_to=())
    if what.related_to and not what.member_of:
        return [], [], replace(what, member_of=what.related_to, related_to=())
    if groups and not what.member_of:
        return [], [], replace(what, member_of=groups)
    if len(things) > 1 and what.kinds:
        return [Pattern(Relation(), things[0][1], also=things[1][1][:1])], [], what
    return [], [], what
