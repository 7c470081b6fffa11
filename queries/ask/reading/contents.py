"""What a training is about: `topics of the training for X`, `what does the training of X cover`.

The words ask for what those trained are to learn, which is a part of what trains them.
"""

from __future__ import annotations

from queries.ask.linking.items import Item
from queries.ask.reading.frames import Asked, Find, Pattern
from queries.ask.reading.parts import MATTERS, Clause, documents_of, settle
from queries.ask.words.vocabulary import Relation, Vocabulary


def contents(clause: Clause) -> Find | None:
    """The frame of a question for the topics of a training, whose trainer or trainees are named."""
    taught = next((r for r in _relations(clause.known, "trained in") if r.asks), None)
    about = next(iter(_relations(clause.known, "pertain to")), None)
    if taught is None or about is None or clause.asks_who():
        return None
    training = [i for i in clause.items if _trains(i, taught)]
    words = [i for i in clause.items if i not in training and _of_matter(i, about)]
    named = [i for i in clause.items if i.things and i not in training and i not in words]
    sources = [i for i in named if documents_of(clause, i)]
    named = [i for i in named if i not in sources]
    verbs = [i for i in words if i.relation is not None]
    if len(training) != 1 or not words or not named:
        return None
    if any(v.start > training[0].start and i.start > v.start for v in verbs for i in named):
        # `the training of X covers Y`: asked for is something else.
        return None
    # `formation de X avec Y`: those behind the noun come first, the others stand beside them.
    led = [
        i for i in named if clause.preposition(i) in {"of", "for"} and i.start > training[0].start
    ]
    first = (led or named)[0]
    also = tuple(t for i in named if i is not first for t in settle(clause, i)[:1])
    documents = tuple(d for i in sources for d in documents_of(clause, i))
    return Find(
        Asked(),
        (Pattern(taught, settle(clause, first), also, documents=documents, either=True),),
    )


def _relations(known: Vocabulary, form: str) -> list[Relation]:
    return [s.relation for s in known.full.get(form, ()) if s.role == "relation" and s.relation]


def _trains(item: Item, taught: Relation) -> bool:
    said = item.relation
    return said is not None and not said.asks and set(taught.predicates) <= said.all()


def _of_matter(item: Item, about: Relation) -> bool:
    """A word for what things are about: topics, contents, `deal with`."""
    kind = bool(item.classes) and set(item.classes) <= MATTERS and not item.things
    said = item.relation
    verb = said is not None and not item.things and about.all() <= said.all()
    return kind or verb or item.has("contents")
