"""Which items of a clause are read as relations, and which predicates they name."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.reading.leftout import set_apart
from queries.ask.reading.parts import (
    Clause,
    fitting,
    is_preposition,
    object_classes,
    only_weak,
)
from queries.ask.words.text import fold, light
from queries.ask.words.vocabulary import Relation, Sense


def is_relation(clause: Clause, item: Item) -> bool:
    """Whether an item is read as a relation here: a verb, or a noun where no better one is."""
    relation = item.relation
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
        return (
            not any(
                other.relation is not None
                and not other.things
                and not other.has("class")
                and other is not item
                for other in clause.items
            )
            and len([i for i in clause.items if i.things]) > 1
        )
    if item.has("class"):
        return _verb_here(clause, item)
    return not item.has("frame-define") or item.has("mention")


def _verb_here(clause: Clause, item: Item) -> bool:
    """A word that is a kind or a verb (`funds`) is the verb behind "who" or between two things."""
    at = clause.place(item)
    front = clause.items[at - 1] if at else None
    rest = (i for i in clause.items[at + 1 :] if not only_weak(i) and not is_preposition(i))
    after = next(rest, None)
    if front is None:
        return False
    last = clause.known.full.get(clause.linked.tokens[front.end - 1].folded, ())
    article = front.has("pronoun") and front.has("filler")
    fronts = ("q-who", "status", "to", "pronoun")
    if any(front.has(r) for r in fronts) and not front.things and not article:
        return True
    if front.end == item.start and any(s.role == "to" for s in last) and not front.things:
        # `committed to fund`: an infinitive.
        return True
    if after is None and front.things and front.end == item.start:
        # `what does X fund`: the verb stands last.
        return clause.has("q-object")
    return bool(front.things and after is not None and after.things)


def relations(clause: Clause) -> list[Item]:
    """The relation words, in order; `support … get` says one thing in two words."""
    found: list[Item] = []
    away = set_apart(clause)
    for item in clause.items:
        if not is_relation(clause, item) or item.start in away or _kinds_of(clause, item):
            continue
        said = item.relation
        if said and _modal(clause, said) and subject_behind(clause, item) and clause.asks_who():
            # `X : qui doit-il aider`: X is who must, and not who is asked for.
            continue
        if found and item.has("task"):
            # `lays down the tasks of X`: what the verb acts on.
            continue
        if _owed(clause, item):
            item = _ought(clause, item)
        if found and manner(clause, found[-1], item):
            found[-1] = item
            continue
        if (
            found
            and any(i.has("pronoun") and i.end == item.start for i in clause.items)
            and (not any(i.things and i.start >= item.end for i in clause.items))
        ):
            # `groups and their members`: said of the answer, not a relation of its own.
            continue
        one, two = (found[-1].relation, item.relation) if found else (None, None)
        if (
            one is not None
            and two is not None
            and one.asks
            and (one.predicates, one.asks) == (two.predicates, two.asks)
            and not any(i.things and i.end <= found[-1].start for i in clause.items)
        ):
            # `which tools did X propose`: the noun is what the verb asks for.
            found[-1] = item
            continue
        if found and _decided(clause, found[-1], item):
            # `decide to create`: what is decided says what they do.
            found[-1] = item
            continue
        noun = bool(found) and (
            _adjective(clause, found[-1]) or clause.preposition(found[-1]) == "as"
        )
        if one and two and one.all() & two.all() and noun:
            # `donor countries are thanked`, `X as a donor: what does it fund`: the noun says of
            # whom the verb tells the same.
            found[-1] = item
            continue
        beside = bool(found) and item.start <= found[-1].end + 1
        if one and two and beside and two.detail and one.all() & two.all():
            # `asked to ratify`: the second says what they are asked; who is asked has been asked.
            if not clause.asks_who():
                found[-1] = item
                continue
            found[-1] = _told(clause, item, replace(one, detail=two.detail))
            continue
        if found and not any(
            (i.things or i.has("and")) and found[-1].end <= i.start < item.start
            for i in clause.items
        ):
            one, two = found[-1].relation, item.relation
            if one and two and set(one.predicates) & set(two.inverse):
                continue
            if one and two and (_modal(clause, one) or set(one.predicates) & set(two.when)):
                # `support the creation of`, `who must take care of`: the second says what.
                # `help deliver`: both.
                both = _modal(clause, one) or found[-1].end == item.start
                more = found[-1].senses if both else ()
                senses = tuple(dict.fromkeys((*item.senses, *more)))
                if _modal(clause, one):
                    senses = tuple(map(_to_do, senses))
                merged = replace(item, senses=senses)
                clause.items[clause.place(item)] = merged
                found[-1] = merged
                continue
            if one and two and _fits_better(clause, one, two, item):
                # `is among the parties to X`: the second says what.
                found[-1] = item
                continue
        found.append(item)
    return found


def _owed(clause: Clause, item: Item) -> bool:
    """`which bodies must validate X`: a word of duty right behind those who are asked for."""
    at = clause.place(item)
    duty = clause.items[at - 1] if at else None
    if duty is None or not duty.has("duty") or item.things or not clause.has("q-what"):
        return False
    front = [i for i in clause.items[: at - 1] if not only_weak(i) or i.has("q-what")]
    asked = bool(front) and (front[-1].has("class") or front[-1].has("q-what"))
    return asked and any(i.things and i.start >= item.end for i in clause.items)


def _ought(clause: Clause, item: Item) -> Item:
    """The verb with the word for being asked to, as in `who must`."""
    must = clause.known.one("who must", "relation")
    if must is None or must in item.senses:
        return item
    owed = replace(item, senses=tuple(map(_to_do, (*item.senses, must))))
    clause.items[clause.place(item)] = owed
    return owed


def _decided(clause: Clause, verb: Item, item: Item) -> bool:
    """`decided to fund`, `décide de créer`: an infinitive right behind a word for deciding."""
    between = [i for i in clause.items if verb.end <= i.start < item.start]
    joined = len(between) == 1 and verb.end + 1 == item.start
    infinitive = joined and (between[0].has("to") or between[0].has("of"))
    return infinitive and verb.has("frame-commitments") and not verb.things and not item.things


def _adjective(clause: Clause, noun: Item) -> bool:
    """Whether a word for a kind stands right behind: `donor countries`."""
    at = clause.place(noun)
    behind = clause.items[at + 1] if at + 1 < len(clause.items) else None
    kind = behind is not None and behind.has("class") and not behind.things
    return kind and behind is not None and behind.start == noun.end


def _to_do(sense: Sense) -> Sense:
    """`who must approve`: of what has been approved already it is not asked."""
    said = sense.relation
    return sense if said is None else replace(sense, relation=replace(said, open=True))


def _told(clause: Clause, item: Item, relation: Relation) -> Item:
    """The item with the relation that it has here."""
    told = replace(item, senses=(Sense("relation", relation=relation, match="alias"),))
    clause.items[clause.place(item)] = told
    return told


def manner(clause: Clause, verb: Item, item: Item) -> bool:
    """`work in coordination`: how it is done, which says more than that it is."""
    between = [i for i in clause.items if verb.end <= i.start < item.start]
    return (
        len(between) == 1
        and between[0].has("in")
        and between[0].start == verb.end
        and between[0].end == item.start
        and not item.things
    )


def _fits_better(clause: Clause, one: Relation, two: Relation, item: Item) -> bool:
    """Whether what follows can stand behind the second relation and not behind the first."""
    after = next((i for i in clause.items if i.start >= item.end and i.things), None)
    sense = clause.known.one("closed list", "closed")
    belongs = {p.rpartition("#")[2] for p in one.all()} <= set(sense.ids if sense else ())
    if after is None or not belongs:
        return False
    first, second = object_classes(clause.known, one), object_classes(clause.known, two)
    known = clause.known
    return (
        bool(first and second)
        and not fitting(known, after.things, first)
        and bool(fitting(known, after.things, second))
    )


def _kinds_of(clause: Clause, item: Item) -> bool:
    """`what kinds of people does X protect`: no relation where the sentence has another verb."""
    at = clause.place(item)
    asks = at > 0 and clause.items[at - 1].has("q-what")
    last = clause.known.full.get(clause.linked.tokens[item.end - 1].folded, ())
    later = any(
        (is_relation(clause, i) or i.has("mention")) and not i.things and i.start > item.end
        for i in clause.items[at + 1 :]
    )
    behind = next((i for i in clause.items[at + 1 :] if not only_weak(i)), None)
    named = behind is not None and bool(behind.things)
    of = item.end - item.start > 1 and any(s.role == "of" for s in last)
    return asks and later and of and not named


def _modal(clause: Clause, relation: Relation) -> bool:
    """A word that only says that something is to be done."""
    sense = clause.known.one("who must", "relation")
    return sense is not None and sense.relation == relation


def main_item(clause: Clause) -> Item | None:
    return next(iter(relations(clause)), None)


def main_relation(clause: Clause) -> Relation | None:
    item = main_item(clause)
    return item.relation if item is not None else None


def loose_relation(clause: Clause) -> Relation | None:
    """The relation of a preposition, where a question has no other: `is it in the Joint Force`."""
    for item in clause.items:
        relation = item.relation
        if relation is not None and not item.things:
            return relation
    return None


def closed_relation(
    clause: Clause, form: str = "closed list", role: str = "closed"
) -> Relation | None:
    """The predicates of a word that no question contains, such as those of closed lists."""
    held = clause.known.closed
    if (form, role) not in held:
        held[form, role] = _closed(clause, form, role)
    return held[form, role]


def _closed(clause: Clause, form: str, role: str) -> Relation | None:
    sense = clause.known.one(form, role)
    if sense is None:
        return None
    wanted = {
        p
        for p in clause.known.ends
        if p.rpartition("#")[2].rpartition("/")[2] in sense.ids or p in sense.ids
    }
    return Relation(tuple(sorted(wanted)))


def is_mention(item: Item, relation: Relation) -> bool:
    if item.has("mention"):
        return True
    mention = {p.rpartition("#")[2] for p in relation.all()}
    return mention == {"cites"}


def subject_behind(clause: Clause, verb: Item) -> bool:
    """`finance-t-elle`, `fait-il partie`: a pronoun tied by a hyphen, up to two words behind."""
    question, tokens, known = clause.linked.question, clause.linked.tokens, clause.known
    return any(
        question[tokens[at].start - 1] == "-" and "pronoun" in known.roles_of(tokens[at].folded)
        for at in range(verb.start + 1, min(verb.end + 2, len(tokens)))
    )


def participle(clause: Clause, item: Item) -> bool:
    """Whether a verb begins with a form that is a participle, or may be one."""
    word = clause.linked.tokens[item.start]
    irregular = "participle" in clause.known.roles_of(word.folded)
    return irregular or word.text.casefold().endswith(_PARTICIPLES)


def passive(clause: Clause, item: Item) -> bool:
    """`are trained`, `by whom is X trained`, `seront-ils formés`: what stands in front is acted on.

    A form of `to be` in front of a participle; a noun (`est membre de`) is none.
    """
    tokens, known = clause.linked.tokens, clause.known
    relation = item.relation
    role = relation is not None and relation.asks is not None
    if (item.end - item.start > 1 and not role) or relation is None or any(
        light(fold(first)) == tokens[item.start].light and first.endswith(_PARTICIPLES)
        for p in relation.predicates for said in known.spoken.get(p, {}).values()
        for text in said[:1] if text for first in text.split()[:1]
    ):  # fmt: skip
        # `launched under`, `governed by`: the predicate itself is said in the passive.
        return False
    if not participle(clause, item):
        return False
    at = clause.place(item)
    behind = clause.items[at + 1] if at + 1 < len(clause.items) else None
    if behind is not None and behind.has("by") and behind.start == item.end:
        return True
    first = clause.items[0].start
    for at in range(item.start - 1, max(first, item.start - 10) - 1, -1):
        roles = known.roles_of(tokens[at].folded)
        if "be" in roles:
            return True
        if "to" in roles and at == item.start - 1:
            return False
        if any(i.start == at and is_relation(clause, i) and not i.things for i in clause.items):
            return False
    return _agrees(clause, item)


def _agrees(clause: Clause, item: Item) -> bool:
    """`initiatives saluées à X`: a participle that agrees with the kind in front, with no other
    verb and no object."""
    word = clause.linked.tokens[item.start].text.casefold()
    front = [i for i in clause.items if i.end <= item.start]
    kind = any(i.has("class") and not i.things for i in front)
    at = clause.place(item)
    behind = clause.items[at + 1] if at + 1 < len(clause.items) else None
    alone = behind is None or is_preposition(behind)
    return (
        word.endswith(("ées", "és", "ée"))
        and kind
        and alone
        and not clause.asks_who()
        and (not any(i.has("light") and not i.has("in") for i in front))
    )


_PARTICIPLES = (
    "ed", "é", "ée", "és", "ées", "ee", "ees", "i", "ie", "is", "ies", "it", "ite", "its", "ites",
    "u", "ue", "us", "ues",
)  # fmt: skip
