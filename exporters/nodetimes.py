"""What is known of the time of things: their own dates, and those that statements give events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from exporters.periods import disjoint, spell
from exporters.subgraph import Spell
from queries.history.timeline import DATING
from queries.ids import Ids
from queries.reader import Reader


async def own_times(
    reader: Reader, ids: Ids, things: Iterable[str]
) -> dict[str, tuple[Spell, ...]]:
    """The periods of those things of which any is known.

    A thing lasts as its `validFrom`, `validTo` or `date` say, a document from the day on which it
    was issued, an event on the days that statements of its place, hosts and guests give.
    """
    things = list(things)
    rows = await reader.ask_for("own-times", things)
    dating = [ids.ontology + name for name in DATING]
    rows += await reader.ask_for("event-times", things, dating=dating)
    found: dict[str, set[Spell]] = defaultdict(set)
    for row in rows:
        if time := spell(row["date"], row["valid_from"], row["valid_to"]):
            found[row["id"]].add(time)
    return {thing: disjoint(times) for thing, times in found.items()}
