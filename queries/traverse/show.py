"""Links for reading: each with its predicate, its statement and the paragraphs behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from queries.hydrate import Known, show_evidence, show_thing
from queries.traverse.links import Link
from queries.traverse.telling import link_cost

MOST_LINKS = 10
"""Links shown between two things; the rest are counted, and listed by /v1/statements."""


async def known_of(known: Known, things: Iterable[str], links: Iterable[Link]) -> Known:
    """Fetch all that these things and links need to be shown."""
    links = list(links)
    ends = {end for one in links for end in (one.source, one.target)}
    kinds = {predicate(known, one.type) for one in links}
    await known.fetch(things={*things, *ends, *kinds}, nodes={one.statement for one in links})
    return known


def predicate(known: Known, type_: str) -> str:
    """The IRI of the predicate behind a relationship type."""
    return known.lexicon.table.predicate_of_type(type_)


def best_first(links: Iterable[Link]) -> list[Link]:
    """The most telling links first, then by statement."""
    return sorted(links, key=lambda one: (link_cost(one), one.statement, one))


def show_link(known: Known, one: Link) -> dict[str, Any]:
    short = known.lexicon.ids.short
    return {
        "from": short(one.source),
        "to": short(one.target),
        "predicate": show_thing(known, predicate(known, one.type)),
        "statement": short(one.statement),
        "status": one.status,
        "certainty": one.certainty,
        "evidence": show_evidence(known, [one.statement]),
    }


def shown_first(links: Iterable[Link]) -> list[Link]:
    """Those of the links between two things that are shown."""
    return best_first(links)[:MOST_LINKS]
