"""Documents that name things, and things that documents name."""

from __future__ import annotations

from queries.ask.linking.items import Item
from queries.ask.reading.asked import documents_only
from queries.ask.reading.frames import Asked, Ids, Naming
from queries.ask.reading.parts import (
    MATTERS,
    Clause,
    documents_of,
    settle,
)
from queries.ask.reading.relations import closed_relation, passive
from queries.ask.words.vocabulary import Relation


def naming_of(
    clause: Clause, verb: Item, left: list[Item], right: list[Item], negated: bool
) -> list[Naming]:
    sources = [(i, documents_of(clause, i)) for i in (*left, *right) if not as_group(clause, i)]
    sources = [(i, d) for i, d in sources if d]
    if not sources:
        told = clause.has("class") or any(
            i.has("label-word") and not i.things for i in clause.items
        )
        return [] if negated or not told else [Naming(clause.known.documents)]
    no = next((i for i in clause.all("negation") if i.start > sources[0][0].start), None)
    if no is not None and sources[0][0].start > verb.start and sources[-1][0].start > no.start:
        return [Naming(d, negated=i.start > no.start) for i, d in sources]
    if negated and len(sources) > 1:
        first = [Naming(d) for _, d in sources[:-1]]
        return [*first, Naming(sources[-1][1], negated=True)]
    between = [i for i in clause.items if sources[0][0].end <= i.start < sources[-1][0].start]
    every = len(sources) > 1 and (clause.has("both") or any(i.has("and") for i in between))
    if clause.has("only") and not negated and not every:
        own = tuple(d for _, ds in sources for d in ds)
        others = tuple(d for d in clause.known.documents if d not in own)
        return [Naming(own), Naming(others, negated=True)]
    if every:
        return [Naming(d, negated=negated) for _, d in sources]
    return [Naming(tuple(d for _, ds in sources for d in ds), negated=negated)]


def cited_things(
    clause: Clause, verb: Item, what: Asked, left: list[Item], right: list[Item]
) -> Ids:
    """Things of which it is asked which documents name them."""
    texts = {"Text", "Document", "SourceDocument"}
    relation = verb.relation
    by = relation is not None and bool(relation.inverse) and not relation.predicates

    def source(item: Item) -> bool:
        placed = clause.preposition(item) in {"in", "according"}
        # `which agreements does X mention`, `which are mentioned by X`: X is the text.
        acts = item.end <= verb.start and not passive(clause, verb)
        acts = acts or (item.start >= verb.end and _acts_behind(clause, verb, item))
        placed = placed or acts or (by and item.start >= verb.end)
        return documents_only(clause, item) or (placed and bool(documents_of(clause, item)))

    things = [i for i in (*left, *right) if not source(i)]
    sources = [i for i in (*left, *right) if source(i)]
    if (
        not (set(what.kinds) & texts or (what.person and _matters(clause, things)))
        or not things
        or sources
        or any(clause.preposition(i) == "by" for i in (*left, *right))
    ):
        return ()
    return tuple(t for i in things for t in settle(clause, i)[:1])


def _acts_behind(clause: Clause, verb: Item, item: Item) -> bool:
    """`quels accords mentionne X`: the verb is in the singular, so they are not who mentions."""
    front = next((i for i in clause.all("class") if not i.things and i.end <= verb.start), None)
    if clause.linked.lang != "fr" or front is None or clause.preposition(item):
        return False
    many = clause.linked.tokens[front.start].folded.endswith(("s", "x"))
    return many and not clause.linked.tokens[verb.end - 1].folded.endswith("nt")


def _matters(clause: Clause, things: list[Item]) -> bool:
    """`who speaks of gender`: matters alone, of which texts speak."""
    return all(clause.known.kinds(t) & MATTERS for i in things for t in settle(clause, i))


def as_group(clause: Clause, item: Item) -> bool:
    """`named as participants of`: a group as what things are named, not as who names them."""
    return clause.preposition(item) in {"of", "as"} and any(
        "Group" in clause.known.kinds(t) for t in settle(clause, item)
    )


def treated(clause: Clause, verb: Item, what: Asked, right: list[Item]) -> bool:
    """`which crimes are dealt with in X`: what texts treat of is what they name."""
    relation = verb.relation
    if relation is None or not right or not all(documents_of(clause, i) for i in right):
        return False
    objects = (clause.known.ends.get(p, (frozenset(), frozenset()))[1] for p in relation.all())
    return clause.preposition(right[0]) == "in" and any(o & set(what.kinds) for o in objects)


def on_matter(clause: Clause, relation: Relation, what: Asked, right: list[Item]) -> bool:
    """`which documents deal with smuggling`: a text that treats of a matter names it."""
    purpose = closed_relation(clause, "purpose of things", "purpose")
    texts = set(what.kinds) == {"Text"} and not what.related_to
    if purpose is None or not texts or not relation.predicates:
        return False
    # A word that says no more than what it is about: to be directed against it is more.
    return purpose.all() < relation.all() and any(
        clause.known.kinds(t) & MATTERS for i in right for t in settle(clause, i)
    )
