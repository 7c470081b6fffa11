"""From linked items to a frame: which of the few kinds of question it is, and what fills it."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.reading.asked import asked, period
from queries.ask.reading.attributed import sourced
from queries.ask.reading.chained import chained
from queries.ask.reading.claims import asks_done, yes_no_frame
from queries.ask.reading.contents import contents
from queries.ask.reading.defining import define
from queries.ask.reading.directions import whence
from queries.ask.reading.finding import find
from queries.ask.reading.frames import (
    Asked,
    Choose,
    Commitments,
    Define,
    Figures,
    Find,
    Frame,
    Naming,
    Path,
    Pattern,
    Unknown,
    When,
    Where,
)
from queries.ask.reading.happening import happened, which_event
from queries.ask.reading.having import having
from queries.ask.reading.measured import (
    amount,
    content_words,
    count,
    counted_of,
    dated,
    given_numbers,
    sources_named,
    spends,
    subjects,
)
from queries.ask.reading.nominal import parts_by_name
from queries.ask.reading.parties import meant_alike
from queries.ask.reading.parts import (
    Clause,
    bearing,
    best,
    documents_of,
    fitting,
    is_preposition,
    only_weak,
    settle,
)
from queries.ask.reading.patterns import pattern
from queries.ask.reading.pledging import addressees, callers, carried_out, committers, pledged
from queries.ask.reading.promised import commitments_frame, how_many, promises_asked
from queries.ask.reading.relations import main_item, main_relation, relations
from queries.ask.reading.sets import sets
from queries.ask.reading.sorts import is_a
from queries.ask.reading.unknown import kind_unknown, longer_names, near_things, unknown_names
from queries.ask.words.vocabulary import Relation, Sense


def read_frame(clause: Clause, before: Frame | None) -> Frame | None:
    if longer := longer_names(clause):
        return Unknown(longer, near_things(clause), closed=True)
    if unknown := unknown_names(clause) or kind_unknown(clause):
        return Unknown(unknown, near_things(clause))
    if lists := sets(clause):
        return lists
    if took_place := happened(clause):
        return took_place
    if sort := is_a(clause, [i for i in clause.items if i.things]):
        return sort
    if choice := which_event(clause):
        return choice
    things = [i for i in clause.items if i.things] or _only_one(clause)
    if promise := (
        carried_out(clause, things)
        or pledged(clause, things)
        or addressees(clause, things)
        or callers(clause, things)
        or committers(clause, things)
    ):
        return promise
    if not things and clause.prior and before is not None:
        return _follow(clause, before)
    if not things and (choice := _which(clause)):
        return choice
    if things and clause.asks_state():
        return Define(settle(clause, things[-1])[:1])
    shared = (
        clause.has("both")
        and len(clause.sources()) > 1
        and not relations(clause)
        and not clause.has("class")
    )
    given = given_numbers(clause)
    alone = not given or clause.has("frame-amount")
    if (clause.has("frame-compare") or (shared and alone)) and (found := _compare(clause)):
        return found
    sums = clause.has("frame-amount")
    ends = [i for i in things if clause.preposition(i) != "according"]
    linked = clause.has("frame-path") and len(ends) >= 2 and not _asks_kind(clause) and not sums
    if linked and asks_done(clause) and (found := yes_no_frame(clause, things)):
        # `has X connected Y to Z`.
        return found
    if linked and not clause.has("frame-commitments"):
        return _path(clause, ends)
    if found := sourced(clause, things) or dated(clause, things):
        return found
    # `who counted 100 of them`: not the figure, but whose it is.
    whose = clause.asks_who() and main_relation(clause) is not None
    if things and (figures := counted_of(clause, things)):
        return figures
    if given and things and not clause.has("frame-amount") and not whose:
        return Figures(subjects(clause, things, ()), sources_named(clause, things), values=given)
    opener = clause.items and clause.items[0].has("frame-yesno") and main_relation(clause)
    if opener and len(things) > 1 and (found := yes_no_frame(clause, things)):
        return found
    counted = any(map(clause.has, ("has-figure", "frame-amount", "frame-count")))
    if ((counted and promises_asked(clause)) or how_many(clause)) and (
        found := commitments_frame(clause, things)
    ):
        return found
    # `the total: which figure is right`: a number, and not of money.
    number = any(i.end - i.start > 1 for i in clause.all("frame-count"))
    if (clause.has("frame-amount") and things and not whose and not number) or spends(
        clause, things
    ):
        return amount(clause, things)
    counts = clause.has("frame-count") and (things or clause.loose) and not whose
    if counts or _tells_figure(clause, things):
        return count(clause, things)
    if found := yes_no_frame(clause, things):
        return found
    if found := commitments_frame(clause, things):
        return found
    placed = clause.has("q-where") and not clause.asks_who() and not whence(clause)
    if placed and (found := _where(clause, things)):
        return found
    if has := having(clause, things):
        return has
    if parts := contents(clause) or parts_by_name(clause):
        return parts
    if found := _deeds(clause, things) or define(clause, things):
        return found
    return chained(clause) or find(clause)


def _tells_figure(clause: Clause, things: list[Item]) -> bool:
    """`deaths at sea`, `bateaux neutralisés`: first of all a word for what texts count, no verb."""
    if not things or not clause.loose or not all(map(is_preposition, relations(clause))):
        return False
    first = clause.loose[0]
    counted = clause.linked.tokens[first].heavy in clause.known.same
    asks = any(s.role.startswith(("q-", "frame-")) for i in clause.items for s in i.senses)
    return counted and not asks and all(i.start > first for i in things)


def _deeds(clause: Clause, things: list[Item]) -> Frame | None:
    """`what does X do in Y`, `what role does X play in Y`, without any other verb: what is promised
    or reported on both."""
    if len(things) != 2 or clause.loose or clause.has("class"):
        return None
    who, where = things
    asks = any(map(clause.has, ("q-object", "q-what", "frame-define")))
    acts = any("Actor" in clause.known.kinds(i) for i in settle(clause, who))
    placed = any("Area" in clause.known.kinds(i) for i in settle(clause, where))
    plays = any(i.has("frame-define") and i.has("relation") for i in clause.items)
    if not asks or not acts or not (placed or plays) or documents_of(clause, who):
        return None
    said = clause.preposition(where)
    front = clause.preposition(who)
    if (front and not (plays and front == "of")) or not (
        said == "in" or (plays and said in {"for", "of", "with"})
    ):
        return None
    little = ("in", "filler", "frame-define")
    if any(i.has("relation") and not any(map(i.has, little)) for i in clause.items):
        return None
    return Commitments(about=(*settle(clause, who)[:1], *settle(clause, where)[:1]))


def _asks_kind(clause: Clause) -> bool:
    """`which services`, in front of all names; not `by which text is X linked to Y`."""
    for at, item in enumerate(clause.items):
        if item.things or (item.has("by") and not item.has("q-who")):
            return False
        if item.has("q-what") and at + 1 < len(clause.items):
            behind = clause.items[at + 1]
            return behind.has("class") and not behind.has("frame-path") and not behind.things
    return False


def _only_one(clause: Clause) -> list[Item]:
    """`the workshop`: a kind of which only one thing bears the word in its name."""
    for item in clause.items:
        if not item.has("class") or clause.prior or _asked_for(clause, item):
            continue
        found = _bearers(clause, item)
        # What only goes by the word beside its own name gives way to what is called so.
        stems = clause.stems(item)
        found = [i for i in found if stems <= clause.known.stems_of(i)] or found
        if len(found) == 1:
            only = replace(item, senses=(Sense("thing", tuple(found), match="alias"),), part=True)
            clause.items[clause.place(item)] = only
            return [only]
    return []


def _asked_for(clause: Clause, item: Item) -> bool:
    """`which missions`: all of the kind are asked for, and not the one that is called so."""
    front = clause.before(item)
    word = clause.linked.tokens[item.end - 1]
    several = word.folded != word.light
    return several and front is not None and front.has("q-what") and not front.has("q-object")


def _bearers(clause: Clause, item: Item) -> list[str]:
    """Things of the kind of a word that bear it in their name."""
    kinds = clause.known.kinds
    return [
        i
        for i in bearing(clause.known, clause.stems(item))
        if kinds(i) & set(item.classes) and "Document" not in kinds(i)
    ]


def _which(clause: Clause) -> Choose | None:
    """`when was the workshop`: one of a kind is spoken of, and a few bear the word."""
    asks = ("frame-when", "q-where", "happened", "frame-amount", "frame-count")
    if not any(map(clause.has, asks)) or clause.prior or clause.loose:
        return None
    for item in clause.items:
        single = clause.linked.tokens[item.end - 1].folded[-1:] not in {"s", "x"}
        front = clause.before(item)
        if item.has("class") and single and not (front is not None and front.has("q-what")):
            found = _bearers(clause, item)
            return Choose(tuple(found), clause.span(item)) if 1 < len(found) <= FEW else None
    return None


FEW = 4


def _follow(clause: Clause, before: Frame) -> Frame | None:
    """A second question about the things of the first: `and who funds it`, `and how much`."""
    relation = main_relation(clause)
    if all(only_weak(i) or i.has("filler") or _detail(i) for i in clause.items) and (
        detail := _more_of(clause, before)
    ):
        return detail
    if clause.has("frame-amount"):
        return None
    if clause.has("frame-when"):
        return When(clause.prior)
    if clause.has("frame-count"):
        counted = replace(before, counted=True) if isinstance(before, Find) else None
        return Figures(clause.prior, words=content_words(clause), fallback=counted, strict=True)
    verb = main_item(clause)
    # `who funds it`: the verb is no word for the kind that is asked for.
    taken = verb is not None and verb.has("class")
    wanted = asked(clause, verb.start if verb and taken else len(clause.linked.tokens))
    if relation is None and clause.has("q-where") and not isinstance(before, Figures):
        # Not `how many came, and from where`, which is said with the figure.
        return Where(clause.prior, Relation(), replace(wanted, person=False))
    if relation is None:
        if isinstance(before, Find) and wanted.kinds and before.patterns:
            # `and with which organisation`: the same, of another kind.
            return replace(before, asked=wanted)
        if wanted.kinds and clause.has("q-what"):
            return Find(wanted, (Pattern(Relation(), clause.prior),))
        return None
    if clause.has("q-where"):
        return Where(clause.prior, relation, wanted)
    item = next(i for i in clause.items if i.relation is not None)
    q = clause.first("q-what") or clause.first("class")
    front = q is not None and q.start > item.start
    made = pattern(clause, relation.flipped() if front else relation, clause.prior)
    return Find(wanted, (made,))


def _detail(item: Item) -> bool:
    return any(item.has(r) for r in ("q-who", "q-where", "frame-when"))


def _more_of(clause: Clause, before: Frame) -> Frame | None:
    """`and since when`, `and where`, `and by whom`: of the statements that the first part found."""
    made = _asked_first(before)
    if made is None or len(made.of) != 1 or made.negated or not made.relation.all():
        return None
    if clause.has("frame-when"):
        dated = clause.known.kinds(made.of[0]) & {"Event", "Text"}
        verbs = tuple(sorted(made.relation.all()))
        return When(made.of, made.documents, verbs, strict=not dated)
    if clause.has("q-where"):
        there = replace(made, relation=replace(made.relation, asks="PLACE"))
        return Find(Asked(kinds=("Area",)), (there,))
    if isinstance(before, Find):
        return None
    return Find(Asked(person=True), (made,))


def _asked_first(before: Frame) -> Pattern | None:
    """The pattern of a question for things or for a date, as far as it has only one."""
    if isinstance(before, Find) and len(before.patterns) == 1:
        return before.patterns[0]
    if isinstance(before, When) and before.predicates:
        return Pattern(Relation(before.predicates), before.of, documents=before.documents)
    return None


def _compare(clause: Clause) -> Frame | None:
    things = [i for i in clause.items if i.things]
    documents = tuple(dict.fromkeys(d for i in things for d in documents_of(clause, i)))
    matters = [i for i in things if not documents_of(clause, i)]
    about = tuple(t for i in matters for t in settle(clause, i)[:1])
    if len(documents) > 1 and about:
        alike = meant_alike(clause, matters, about)
        return Commitments(about=about, documents=documents, alike=alike)
    if not documents and len(about) > 1:
        return Define(about)
    if len(documents) > 1 and not about and clause.has("both"):
        # What two texts have in common is what both of them treat of.
        return Find(Asked(kinds=_TREATED), naming=tuple(Naming((d,)) for d in documents))
    return None


_TREATED = ("Theme", "CrimeType")


def _path(clause: Clause, things: list[Item]) -> Frame:
    usable = [i for i in things if not i.has("filler") or best(clause, i)]
    start, finish = (settle(clause, i) for i in (usable[0], usable[-1]))
    return Path(start, finish)


def _within(clause: Clause, where: Item, things: list[Item]) -> list[Item]:
    """`G5 countries where X works`, `in which countries of the G5`: whose places are asked for."""
    listed = frozenset({"Group", "IntergovernmentalOrganisation", "CountryClass"})
    at = next((i for i in things if i.end <= where.start or i.start >= where.end), None)
    if at is None or not fitting(clause.known, settle(clause, at), listed):
        return []
    front = at.end <= where.start and where.start - at.end <= 1 and not clause.comma(at, where)
    kind = clause.linked.tokens[where.end - 1].light
    asked = any(s.role == "class" for s in clause.known.heavy.get(kind, ()))
    behind = asked and clause.preposition(at) == "of" and at.start - where.end <= 2
    return [at] if (front or behind) and len(things) > 1 else []


def _where(clause: Clause, things: list[Item]) -> Frame | None:
    where = clause.first("q-where")
    within = _within(clause, where, things) if where is not None else []
    things = [i for i in things if i not in within]
    verbs = [v for v in relations(clause) if not within or v.start > within[-1].start + 1]
    if len(things) > 1:
        # `where do X get equipment`: a name that is read as the relation is no thing beside it.
        things = [i for i in things if i not in verbs[:1]]
    if not things:
        return None
    documents = sources_named(clause, things) if len(things) > 1 else ()
    relation = (verbs[0].relation if verbs else None) or Relation()
    of = subjects(clause, things, documents, frozenset())
    if len(things) == 1 and not things[0].part and not documents:
        # `where are the X missions`: of one name several may be called.
        of = settle(clause, things[0])
    wanted = asked(clause, where.end + 3 if where else 0)
    groups = tuple(t for i in within for t in settle(clause, i)[:1])
    wanted = replace(wanted, person=False, period=period(clause), member_of=groups)
    if len(things) == 1:
        return Where(of, relation, wanted, documents)
    return Where(of[-1:] if len(of) > 1 else of, relation, wanted, documents, of[:-1])
