"""`whose figure is …`: questions for who a figure comes from, and not for the figure."""

from __future__ import annotations

from queries.ask.linking.items import Item
from queries.ask.reading.frames import Figures, Find, Frame, Unknown
from queries.ask.reading.measured import content_words, given_numbers, sources_named, subjects
from queries.ask.reading.parts import Clause, documents_of
from queries.ask.reading.relations import main_item


def sourced(clause: Clause, things: list[Item]) -> Figures | None:
    """`whose figure is the number of refugees in X`: who is said to have it, and not what it is."""
    asks = clause.first("frame-source") or _counts(clause)
    if asks is None:
        return None
    documents = sources_named(clause, things) if len(things) > 1 else ()
    words = content_words(clause, (asks, *(i for i in things if documents_of(clause, i))))
    return Figures(
        subjects(clause, things, documents), documents, None, words,
        values=given_numbers(clause), strict=True, whose=True,
    )  # fmt: skip


def _counting(clause: Clause) -> Item | None:
    """The verb of `who counted …`, or nothing."""
    verb, counts = main_item(clause), clause.known.one("counted", "relation")
    said = verb.relation if verb is not None else None
    if said is None or counts is None or counts.relation is None or not clause.asks_who():
        return None
    return verb if counts.relation.all() & said.all() else None


def _counts(clause: Clause) -> Item | None:
    """`who counted the people drowned in X`: the verb, where more is said of what was counted than
    names tell."""
    verb = _counting(clause)
    if verb is None or verb.has("mention"):
        return None
    return verb if any(at >= verb.end for at in clause.loose) else None


def whose_count(clause: Clause, frame: Frame) -> Figures | None:
    """`who counted the (1,562) deaths at sea`, where it is counted of no thing."""
    verb = _counting(clause) if isinstance(frame, Find | Unknown) else None
    if verb is None:
        return None
    values, words = given_numbers(clause), content_words(clause, (verb,))
    return Figures((), values=values, words=words, whose=True) if values or words else None
