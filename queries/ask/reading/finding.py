"""Fill the frame Find: what is asked for, the statement patterns it must fit, the documents."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.reading.asked import asked, head_end, headed, named_here, topics
from queries.ask.reading.dated import in_period, of_status, to_be_made
from queries.ask.reading.directions import where_said
from queries.ask.reading.ends import (
    acted_on,
    any_will_do,
    denied,
    described,
    from_to,
    grouped,
    in_pattern,
    meant_for,
    requested,
    sides,
    through_whom,
    told_of,
)
from queries.ask.reading.frames import (
    Asked,
    Choose,
    Commitments,
    Define,
    Find,
    Frame,
    Ids,
    NamedBy,
    Naming,
    Path,
    Pattern,
    Unknown,
)
from queries.ask.reading.having import placed_kinds, where_it_is
from queries.ask.reading.leftout import contrasted, left_out_of
from queries.ask.reading.mentions import as_group, cited_things, naming_of, on_matter, treated
from queries.ask.reading.nominal import without_verb
from queries.ask.reading.parts import (
    MATTERS,
    Clause,
    documents_of,
    fitting,
    only_weak,
    settle,
)
from queries.ask.reading.patterns import lacked, pattern, read_pattern, says_something, sourced
from queries.ask.reading.relations import closed_relation, is_mention, loose_relation, relations
from queries.ask.reading.unknown import elsewhere
from queries.ask.words.vocabulary import Relation


def find(clause: Clause) -> Frame:
    """The frame of a question for things."""
    known = clause.known
    verbs = relations(clause)
    left_out = left_out_of(clause)
    limit = verbs[0].start if verbs else head_end(clause)
    if verbs and (kind := _behind_participle(clause, verbs[0], limit)):
        limit = kind
    what = asked(clause, limit or len(clause.linked.tokens))
    left_out = [*left_out, *topics(clause), *contrasted(clause)]
    if verbs and clause.items[-1].has("q-what") and clause.items[0].things:
        # `X is asked to ratify what`: nothing in front is asked for.
        what = asked(clause, 0)
    rear = _asked_behind(clause, verbs)
    if rear:
        what = replace(
            what, kinds=tuple(k for i in rear if i.has("class") and not i.things for k in i.classes)
        )
    if meetings := _meetings(clause, what):
        every = Naming(known.documents)
        return Find(replace(what, among=meetings, named=()), naming=(every,))
    if pending := to_be_made(clause, what):
        return pending
    patterns: list[Pattern] = []
    naming: list[Naming] = []
    used: set[int] = {id(i) for i in (*left_out, *rear)}
    called = [
        i for i in clause.items
        if i.start < limit and i.has("label-word") and i.part and named_here(clause, i, [])
    ]  # fmt: skip
    used |= {
        id(i) for i in clause.items for n in called if i is n or (i.things and i.end == n.start)
    }
    sources: list[str] = []
    resting: str | None = None
    unsaid = False
    """Something is denied of nothing that is named: `pledged, not allocated`."""
    head = {
        id(i)
        for i in clause.items
        if i.start < limit
        and i.things
        and set(settle(clause, i)) & {*what.member_of, *what.related_to}
    }
    chains = grouped(clause, verbs)
    for at, chain in enumerate(chains):
        verb = chain[-1]
        spoken = bool(clause.sources())
        relation = verb.relation if spoken else verb.verb
        assert relation is not None
        relation = requested(clause, verb, relation)
        left, right = sides(clause, chains, at, used | head)
        meant = meant_for(clause, verb, relation, right, what)
        relation = meant or relation
        negated = denied(clause, chains, at)
        says = is_mention(verb, relation) and (spoken or not verb.has("relation"))
        behind = clause.items[clause.place(verb) + 1 :][:1]
        if says and at + 1 < len(chains) and any(i.has("as") for i in behind):
            # `named as paying for X`: the next verb says what of them is said.
            continue
        if says or treated(clause, verb, what, right) or on_matter(clause, relation, what, right):
            if cited := cited_things(clause, verb, what, left, right):
                return NamedBy(cited, truth=clause.items[0].has("frame-yesno"))
            if not (left or right) and (loose := [n for n in clause.loose if n >= verb.end]):
                # `do the texts mention drones`: what they are asked for is not known.
                return Unknown(tuple(clause.linked.tokens[n].text for n in loose), closed=True)
            naming += naming_of(clause, verb, left, right, negated)
            used |= {id(i) for i in (*left, *right)}
            rest = [
                i for i in (*left, *right) if not documents_of(clause, i) or as_group(clause, i)
            ]
            groups = tuple(
                t for i in rest for t in fitting(known, settle(clause, i), frozenset({"Group"}))
            )
            if (
                groups
                and not what.member_of
                and any(clause.preposition(i) in {"of", "in", "as"} for i in rest)
            ):
                what = replace(what, member_of=groups)
            elif rest and not patterns and not what.related_to and not what.member_of:
                what = replace(
                    what, related_to=tuple(t for i in rest for t in settle(clause, i)[:1])
                )
            continue
        here = where_said(clause, verb, relation, right) if patterns else None
        if here and not patterns[-1].place and not negated:
            patterns[-1] = replace(patterns[-1], place=here)
            used |= {id(i) for i in right}
            continue
        if relation.asks and relation.predicates and not (left or right) and len(chains) > 1:
            resting = relation.asks
            continue
        made, docs = read_pattern(
            clause, verb, relation, left, right, negated, for_them=meant is not None
        )
        beside = _beside(clause, chain[:-1], left, right, negated)
        if made is not None and any_will_do(clause, chain):
            made, beside = replace(made, others=tuple(beside)), []
        patterns += beside
        made = acted_on(clause, from_to(clause, made, right), what)
        made = made and described(clause, told_of(clause, verb, made, patterns))
        sources += docs
        used |= {
            id(i) for i in (*left, *right) if made is None or in_pattern(clause, i, made, docs)
        }
        if made is not None and not made.of and clause.has("both") and len(made.documents) > 1:
            patterns += [replace(made, documents=(d,)) for d in made.documents]
        elif (
            made is not None
            and clause.has("both")
            and len(made.of) > 1
            and len(right or left) > 1
            and not made.also
        ):
            patterns += [replace(made, of=of) for of in _each(clause, made.of, right or left)]
        elif made is not None and (made.of or made.documents or not made.negated or at == 0):
            patterns.append(made)
        elif made is None and negated and (bare := lacked(clause, verb, relation)):
            patterns.append(bare)
        elif made is not None or (negated and not docs):
            unsaid = True
    for item in left_out:
        by = [p for p in patterns if p.of and not p.negated]
        if clause.preposition(item) == "by" and item.things and not item.part and by:
            # `but not by Y`: the same of another thing, taken away.
            patterns.append(replace(by[0], of=settle(clause, item)[:1], also=(), negated=True))
            what = replace(what, exclude=tuple(i for i in what.exclude if i in item.things))
    for item in contrasted(clause):
        same = next((p for p in reversed(patterns) if p.of and not p.negated), None)
        if same is not None and not set(same.of) & set(item.things):
            other = settle(clause, item)
            patterns.append(replace(same, of=other, also=(), negated=True, contrast=True))
    for item in clause.items:
        if documents_of(clause, item) and headed(clause, item):
            # `Niamey declaration: which mechanisms …`: the text that is to say it.
            sources += documents_of(clause, item)
    if resting and len(patterns) == 1 and patterns[0].of and not patterns[0].relation.asks:
        # `what is cooperation with X based on`: a role of what the other verb says.
        patterns = [replace(p, relation=replace(p.relation, asks=resting)) for p in patterns]
    held = {t for p in patterns for t in (*p.of, *p.also, *p.beside)}
    partners = [
        t for i in clause.items if i.things and clause.preposition(i) == "with"
        for t in settle(clause, i)[:1] if patterns and not set(i.things) & {*held, *what.member_of}
    ]  # fmt: skip
    if partners and (what.person or what.kinds):
        # `who negotiates X with Y`: the other side.
        what = replace(what, exclude=(*what.exclude, *partners))
    if what.person and not (clause.has("q-what") or clause.has("q-object")):
        # `who offers tools to X`: those who do, and no part of what they do.
        patterns = [
            replace(p, relation=replace(p.relation, asks=None)) if p.relation.predicates else p
            for p in patterns
        ]
    if any(p.of for p in patterns):
        # A relation with nothing at its ends says nothing beside one that has.
        patterns = sourced([p for p in patterns if says_something(p)])
    for item in left_out:
        if (docs := documents_of(clause, item)) and (naming or not patterns):
            naming.append(Naming(docs, negated=True))
    rest = [i for i in clause.items if i.things and id(i) not in used | head]
    plain = [i for i in rest if not documents_of(clause, i)]
    both = clause.has("both") or (clause.has("and") and bool(placed_kinds(clause)))
    if not verbs and both and len(plain) > 1 and not clause.has("negation"):
        # What several things have in common: all that each is linked to.
        apiece = [settle(clause, i)[: 1 if i.part else None] for i in plain]
        patterns = [Pattern(Relation(), of) for of in apiece]
    elif not verbs:
        patterns, naming, what = without_verb(clause, rest, what)
    elif rest and patterns and not naming:
        more = [i for i in rest if not documents_of(clause, i)]
        group = tuple(
            t
            for i in more
            if not (i.part and len(settle(clause, i)) > 1)
            for t in fitting(known, settle(clause, i), frozenset({"Group"}))
            if "TargetGroup" not in known.kinds(t)
        )
        if group and (clause.has("both") or clause.has("and")) and set(group) - set(what.member_of):
            what = replace(what, member_of=(*what.member_of, *group))
    patterns = where_it_is(clause, patterns)
    if role := through_whom(clause):
        if what.member_of and not patterns:
            # `through whom are the partners to be informed`: not who is one of them.
            patterns = [Pattern(Relation(), what.member_of)]
            what = replace(what, member_of=())
        patterns = [replace(p, relation=replace(p.relation, asks=role)) for p in patterns]
    asides = [
        t
        for i in topics(clause, loose=True)
        if id(i) not in used and i not in left_out_of(clause) and not documents_of(clause, i)
        for t in fitting(known, settle(clause, i), frozenset({"Region"}))
    ]
    if asides and patterns and not patterns[0].place:
        patterns[0] = replace(patterns[0], also=(*patterns[0].also, *asides[:1]))
    if sources:
        patterns = [
            replace(p, documents=p.documents or tuple(dict.fromkeys(sources))) for p in patterns
        ]
    if clause.unclear and not what.among:
        things, span = clause.unclear[0]
        return Choose(things, span)
    named = [settle(clause, i) for i in clause.items if i.things]
    if not verbs and not patterns and not naming and not what.member_of and clause.asks_who():
        patterns = _inside(clause, left_out)
    silent = not patterns and not naming and not what.member_of and not what.kinds
    defined = clause.has("frame-define") and not clause.asks_who()
    if silent and defined and len(named) > 1 and not clause.loose and not _denies(clause):
        # Elsewhere than where it is: what it does there is not what it is.
        return Unknown((), named[0][:1], closed=True) if elsewhere(clause) else Define(named[0][:1])
    if (
        silent
        and len(named) > 1
        and not clause.loose
        and not _denies(clause)
        and not clause.asks_who()
        and not any(i.has("q-what") and not i.has("filler") for i in clause.items)
        and not any(i.has("q-object") for i in clause.items)
    ):
        # Two things and no relation that is known: what a text holds on a matter, what links them.
        if matter := _on_matter(clause):
            return matter
        return Path(named[0][:1], named[-1][:1])
    timed = not naming and not any(p.of or p.also or p.through for p in patterns)
    if timed and (dated := in_period(clause, what)):
        return dated
    if not patterns and not naming and (stood := of_status(clause, what)):
        return stood
    if not patterns and not naming and not what.member_of:
        near = tuple(t for i in clause.items if i.things for t in settle(clause, i)[:2])
        said = tuple(clause.linked.tokens[i].text for i in clause.loose)
        return Unknown(said, near, closed=not verbs and _something_of(clause))
    found = Find(what, tuple(patterns), tuple(naming))
    if _denies(clause) and not _denied(found) and not unsaid:
        # What is denied was not understood: half a question is not answered.
        return Unknown(
            tuple(clause.span(i) for i in clause.items if i.has("negation") or i.has("except")),
            tuple(t for i in clause.items if i.things for t in settle(clause, i)[:1]),
            closed=True,
        )
    return found


def _each(clause: Clause, of: Ids, items: list[Item]) -> list[Ids]:
    """What each of several names stands for: `both X and Y`, of which X may be several things."""
    named = [tuple(t for t in settle(clause, i) if t in of) for i in items]
    groups = [g for g in named if g]
    return groups if len(groups) > 1 else [(i,) for i in of]


def _meetings(clause: Clause, what: Asked) -> Ids:
    """`which meetings were held in X in May 2016`: those whose names hold the place and day."""
    held = clause.known.one("held", "held")
    told = {p for v in relations(clause) for p in (v.relation or Relation()).all()}
    if what.kinds != ("Event",) or held is None or not (held.relation or Relation()).all() & told:
        return ()
    named = [i for i in clause.items if i.things]
    if (
        len(named) != 1
        or not named[0].part
        or not any(t.folded.isdigit() for t in clause.linked.tokens[named[0].start : named[0].end])
    ):
        return ()
    return fitting(clause.known, named[0].things, frozenset({"Event"}))


def _something_of(clause: Clause) -> bool:
    """`the mandate of X`: asked for is something of it, by a word that is not known."""
    for at, item in enumerate(clause.items):
        behind = clause.items[at + 1 : at + 4]
        named = next((i for i in behind if i.things or not only_weak(i)), None)
        if item.has("of") and item.start - 1 in clause.loose and named is not None:
            return bool(named.things)
    return False


def _on_matter(clause: Clause) -> Commitments | None:
    """`justice Dinard`, `returns from Libya`: a matter and a text that treats of it, or a place."""
    things = [i for i in clause.items if i.things]
    if len(things) != 2:
        return None
    matters = [i for i in things if fitting(clause.known, settle(clause, i), MATTERS)]
    others = [i for i in things if i not in matters]
    if len(matters) != 1:
        return None
    about = fitting(clause.known, settle(clause, matters[0]), MATTERS)[:1]
    if texts := documents_of(clause, others[0]):
        return Commitments(about=about, documents=texts)
    areas = fitting(clause.known, settle(clause, others[0]), frozenset({"Area"}))
    return Commitments(about=(*about, *areas[:1])) if areas else None


def _beside(
    clause: Clause, verbs: list[Item], left: list[Item], right: list[Item], negated: bool
) -> list[Pattern]:
    """The patterns of the other verbs that stand with one: `trains and equips X`."""
    found = []
    for verb in verbs:
        relation = verb.relation
        made = read_pattern(clause, verb, relation, left, right, negated) if relation else None
        found += [made[0]] if made is not None and made[0] is not None else []
    return found


def _inside(clause: Clause, left_out: list[Item]) -> list[Pattern]:
    """`who is in X`, `who for this matter`: its members, its actors, where no verb says more."""
    things = [i for i in clause.items if i.things and i not in left_out]
    if len(things) != 1:
        return []
    of = settle(clause, things[0])[:1]
    serves = closed_relation(clause, "purpose of things", "purpose")
    if serves is not None and not clause.loose and clause.known.kinds(of[0]) & {"Theme"}:
        return [pattern(clause, serves, of)]
    inside, listed = loose_relation(clause), closed_relation(clause)
    if inside is None or listed is None:
        return []
    both = tuple(p for p in inside.predicates if p in listed.predicates)
    return [pattern(clause, Relation(both), of)] if both else []


def _behind_participle(clause: Clause, verb: Item, limit: int) -> int:
    """`which X-cited conventions`: the word for the kind right behind the first relation."""
    asks = any(i.has("q-what") and i.start < limit for i in clause.items)
    front = any(i.has("class") and not i.things for i in clause.items if i.start < limit)
    at = clause.place(verb)
    behind = clause.items[at + 1] if at + 1 < len(clause.items) else None
    told = behind is not None and behind.has("class") and not behind.things
    return behind.end if behind and told and asks and not front and verb.end == behind.start else 0


def _asked_behind(clause: Clause, verbs: list[Item]) -> list[Item]:
    """`X was launched under which EU policy`: what is asked for stands behind the relation."""
    if len(verbs) != 1 or any(
        any(s.role.startswith("q-") for s in i.senses)
        for i in clause.items
        if i.start < verbs[0].start
    ):
        return []
    asks = next(
        (
            i
            for i in clause.items
            if i.has("q-what") and verbs[0].end <= i.start <= verbs[0].end + 1
        ),
        None,
    )
    front = any(i.things and i.end <= verbs[0].start for i in clause.items)
    if asks is None or not front:
        return []
    rear = [i for i in clause.items if asks.end <= i.start <= asks.end + 4]
    return rear if any(i.has("class") for i in rear) else []


def _denies(clause: Clause) -> bool:
    return clause.has("negation") or clause.has("except")


def _denied(frame: Find) -> bool:
    asked = frame.asked
    return bool(
        asked.exclude or asked.without_kinds
        or any(p.negated for p in frame.patterns) or any(n.negated for n in frame.naming)
    )  # fmt: skip
