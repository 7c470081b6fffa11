"""Questions for yes or no."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.reading.asked import headed
from queries.ask.reading.ends import any_will_do, grouped
from queries.ask.reading.frames import Asked, Find, Frame, Ids, Naming, Pattern, Unknown, YesNo
from queries.ask.reading.measured import sources_named
from queries.ask.reading.parts import (
    Clause,
    documents_of,
    fitting,
    narrow,
    object_classes,
    sense_ids,
    settle,
)
from queries.ask.reading.patterns import pattern
from queries.ask.reading.relations import (
    closed_relation,
    is_mention,
    loose_relation,
    main_item,
    main_relation,
    passive,
    relations,
    subject_behind,
)
from queries.ask.reading.unknown import near_things
from queries.ask.words.vocabulary import Relation


def yes_no_frame(clause: Clause, things: list[Item]) -> Frame | None:
    opened = [
        i
        for i in clause.all("frame-yesno")
        if i.start == clause.items[0].start
        or (not i.has("filler") and not i.has("light"))
        or _after_name(clause, i)
    ] or turned_verbs(clause)
    asks = clause.asks_who() or any(map(clause.has, ("q-what", "q-where", "q-object")))
    mark = clause.linked.question.rstrip().endswith("?")
    if clause.has("both") and clause.has("q-object"):
        # `X et Y : qu'ont-ils en commun`
        return None
    if (asks or (clause.has("frame-define") and not opened)) and not (
        opened and not _asks_first(clause)
    ):
        return None
    sources = set(sources_named(clause, things))
    spoken = [
        i
        for i in things
        if not (sources and set(documents_of(clause, i)) <= sources and documents_of(clause, i))
    ]
    relation = main_relation(clause)
    if len(spoken) == 1 and relation is not None and _in_list(clause, relation, spoken[0], things):
        sources, spoken = set(), things
    if opened and sources and (named := _named_in(clause, spoken, things)):
        return named
    if opened and len(spoken) == 1 and relation is not None and not clause.has("has-deadline"):
        return _of_one(clause, spoken[0], relation, tuple(sorted(sources)))
    things = spoken if len(spoken) > 1 or relation is not None else things
    verb = [i for i in clause.items if i.relation is not None and not i.things]
    front = not verb or any(i.start < verb[0].start for i in things)
    plain = (
        mark
        and len(things) >= 2
        and front
        and not clause.has("frame-commitments")
        and (bool(verb) or clause.first("negation") is not None)
    )
    negated = clause.items[0].has("negation") and bool(opened or mark)
    if len(things) < 2 or not (opened or plain or negated):
        return None
    middle = main_item(clause)
    if relation is None and clause.has("frame-path") and asks_done(clause):
        # `has X connected Y to Z`: whatever is said of both.
        relation, middle = Relation(), clause.first("frame-path")
    relation = relation or loose_relation(clause) or closed_relation(clause)
    if relation is None:
        return None
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
    elif not relation.all() and len(right) > 1:
        also, right = settle(clause, right[1])[:1], right[:1]
    classes = object_classes(clause.known, relation)
    object_ids = settle(clause, right[0], classes)
    listed = closed_relation(clause)
    belongs = listed is not None and set(relation.all()) <= set(listed.predicates)
    if listed is not None and belongs and not fitting(clause.known, object_ids, classes):
        # `take part in a declaration`: to belong is said of each sort in its own way.
        relation = listed
    left_ids = settle(clause, left[0])
    if vague := [i for i, of in ((left[0], left_ids), (right[0], object_ids)) if _vague(i, of)]:
        # A word of several names may stand for any of them, and so for none.
        return Unknown(tuple(map(clause.span, vague)), near_things(clause), closed=True)
    if (
        len(right) > 1
        and not right[1].part
        and clause.preposition(right[1]) == "of"
        and (more := settle(clause, right[1], classes))
    ):
        object_ids = tuple(dict.fromkeys((*object_ids, *more)))
    if listed is not None and set(relation.inverse) & set(listed.predicates):
        # `does the Joint Force include X`: lists are read from who is in them.
        if middle is None or not passive(clause, middle):
            left_ids, object_ids = object_ids, left_ids
        relation = relation.flipped()
    chain = next((c for c in grouped(clause, relations(clause)) if middle in c), [])
    if len(chain) > 1:
        like = Pattern(relation, object_ids, also, place, documents)
        return _by_each(clause, chain, left_ids, like)
    return YesNo(
        left_ids, object_ids, narrow(clause.known, relation, object_ids),
        documents, sense_ids(clause.all("status"), "status"), place, also,
        asks_done(clause) and not relation.status and not clause.has("frame-commitments"),
    )  # fmt: skip


def _by_each(clause: Clause, verbs: list[Item], left: Ids, like: Pattern) -> Find:
    """`does X train and equip Y`: true only where each verb is said, or one of them with `or`."""
    said = [verb.relation for verb in verbs]
    fitted = [narrow(clause.known, r, like.of) for r in said if r is not None]
    made = tuple(replace(like, relation=replace(r, asks=None)) for r in fitted)
    if any_will_do(clause, verbs):
        made = (replace(made[0], others=made[1:]),)
    return Find(Asked(among=left), made, truth=True)


def asks_done(clause: Clause) -> bool:
    """`has X done`, `X a-t-il fait`, `already`: whether it is a fact, and not only a promise."""
    told = "actual" in sense_ids(clause.all("status"), "status")
    # `does X have to`: inside a sentence it is another verb.
    opens = (i.start == clause.items[0].start or i.end - i.start > 1 for i in clause.all("perfect"))
    return told or any(opens)


def _in_list(clause: Clause, relation: Relation, item: Item, things: list[Item]) -> bool:
    """`was X at the meeting of Y`: who was there is a list, no source that says so."""
    listed = closed_relation(clause)
    verb = main_item(clause)
    if (
        listed is None
        or verb is None
        or not relation.all() & listed.all()
        or item.start > verb.start
    ):
        return False
    behind = [i for i in things if i.start >= verb.end]
    return len(behind) == 1 and clause.preposition(behind[0]) not in {"according", "by"}


def _vague(item: Item, ids: Ids) -> bool:
    return item.part and item.end - item.start == 1 and len(ids) > 1


def _named_in(clause: Clause, spoken: list[Item], things: list[Item]) -> Frame | None:
    """`is the network X mentioned in both A and B`: each of the texts names the last of them."""
    verb = main_item(clause)
    if verb is None or len(spoken) < 2 or any(i.start > verb.start for i in spoken):
        return None
    relation = verb.relation
    if relation is None or not is_mention(verb, relation):
        return None
    texts = [documents_of(clause, i) for i in things if i not in spoken]
    naming = tuple(Naming(d) for d in texts if d)
    every = naming if clause.has("both") or clause.has("and") else naming[:1]
    return Find(Asked(among=settle(clause, spoken[-1])), naming=every, truth=True)


def _of_one(clause: Clause, item: Item, relation: Relation, documents: Ids) -> Frame | None:
    """Yes or no about one thing: whether a text names it, whether anybody does that to it."""
    verb = main_item(clause)
    things = settle(clause, item)
    if verb is None or len(things) > 1:
        return None
    if documents and is_mention(verb, relation):
        return Find(Asked(among=things), naming=(Naming(documents),), truth=True)
    if asks_done(clause) and not documents and not relation.status and relation.all():
        # `has the 50 million been paid`: by whomever.
        said = relation if passive(clause, verb) or item.start > verb.start else relation.flipped()
        return YesNo((), things, narrow(clause.known, said, things), done=True)
    if clause.has("status") or documents or relation.status:
        flipped = item.start < verb.start and not relation.status
        made = pattern(clause, relation.flipped() if flipped else relation, things, either=True)
        return Find(Asked(), (replace(made, documents=documents),), truth=True)
    return None


def turned_verbs(clause: Clause) -> list[Item]:
    """`finance-t-elle`, `fait-il partie`: verbs with their subject behind them."""
    return [
        item
        for item in clause.items
        if not item.things
        and (item.relation is not None or item.has("happened"))
        # Not `X et Y : qui soutiennent-ils`, where a word that asks stands in front of it.
        and not any(
            s.role.startswith("q-") for i in clause.items if i.end == item.start for s in i.senses
        )
        and subject_behind(clause, item)
    ]


def _after_name(clause: Clause, item: Item) -> bool:
    """`Nigeria - is it a member`: the name in front, set apart."""
    at = clause.place(item)
    if at != 1 or not clause.items[0].things:
        return False
    tokens, question = clause.linked.tokens, clause.linked.question
    gap = question[tokens[clause.items[0].end - 1].end : tokens[item.start].start]
    return any(c in gap for c in "-,:–")


def _asks_first(clause: Clause) -> bool:
    """A question word in front of all names: `dans le cadre de quelle organisation X a-t-il`.

    Behind words that ask for yes or no it only joins: `est-ce vrai que`. A topic set in front with
    a colon is none: `Arrivées de X : avec qui Y coopère-t-il`.
    """
    asks = {"q-what", "q-who", "q-where", "q-object"}
    first = clause.items[0]
    if first.has("frame-yesno") and first.end - first.start > 2:
        return False
    names = (
        n for n, i in enumerate(clause.items)
        if (i.things and not headed(clause, i)) or i.has("frame-yesno")
    )  # fmt: skip
    front = clause.items[: max(2, next(names, 0))]
    return any(s.role in asks for i in front for s in i.senses)
