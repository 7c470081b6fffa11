"""The things around a thing, by distance, each with the links that lead one step back."""

from __future__ import annotations

from typing import Any

from queries.filters import Filters, bind
from queries.hydrate import Known, show_thing
from queries.params import within
from queries.reader import Reader
from queries.traverse import cursor as pages
from queries.traverse.bounds import MAX_DEPTH, Clock
from queries.traverse.links import Link
from queries.traverse.show import known_of, show_link, shown_first
from queries.traverse.walk import Walk, walk

Reached = tuple[int, str]


async def neighbours(
    reader: Reader,
    id_: str,
    filters: Filters | None = None,
    *,
    depth: int = 1,
    avoid: tuple[str, ...] = (),
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """A page of the things within `depth` steps, by distance and IRI.

    Each is a thing in short with its `distance` and `edges`: the most telling links to things one
    step nearer, of which there are `edges_total`. Where a level is cut, the pages go on through
    it, but not beyond. Raises `UnknownId`, `WrongParameter`, `StaleCursor`, `QueryTimeout`.
    """
    filters = filters or Filters()
    reader = await reader.at(filters.as_of)
    depth = within("depth", depth, 1, MAX_DEPTH)
    iri = await reader.resolve(id_, "id")
    avoided = tuple(sorted(await reader.resolve_all(avoid, "avoid")))
    bound = await bind(reader, filters)
    question = {"id": iri, "depth": depth, "avoid": avoided, **filters.given()}
    # The key's third part is the level that was cut (0: none), its last how many came before.
    where = pages.place("neighbours", question, shape="isii", limit=limit, cursor=cursor)
    after: Reached | None = None
    cap = before = 0
    if where.after:
        distance, last, cap, before = where.after
        after = (distance, last)
    found = await walk(
        reader, [iri], min(depth, cap) if cap else depth, bound, Clock(), avoid=avoided,
        after=after if cap else None,
    )  # fmt: skip
    reached = sorted((d, thing) for thing, d in found.distance.items() if d)
    left = [item for item in reached if after is None or item > after]
    shown = left[: where.limit]
    more = len(left) > len(shown)
    goes_on = found.cut is not None and found.cut.by in {"nodes", "links"}
    next_ = None
    if shown and (more or goes_on):
        cap = found.complete + 1 if goes_on else cap
        next_ = where.cursor((*shown[-1], cap, before + len(shown)))
    total = before + len(left) if cap else len(reached)
    known = Known(reader, await reader.lexicon(), lang)
    items = await _shown(known, iri, shown, found)
    return pages.as_dict(items, total, where, next_, found.cut, lang)


async def _shown(
    known: Known, seed: str, shown: list[Reached], found: Walk
) -> list[dict[str, Any]]:
    back: dict[str, list[Link]] = {thing: [] for _, thing in shown}
    for link in found.links:
        for thing, other in ((link.source, link.target), (link.target, link.source)):
            if thing in back and found.distance.get(other, -1) == found.distance[thing] - 1:
                back[thing].append(link)
    first = {thing: shown_first(links) for thing, links in back.items()}
    await known_of(known, [seed, *back], (link for links in first.values() for link in links))
    return [
        {
            **show_thing(known, thing),
            "distance": distance,
            "edges": [show_link(known, link) for link in first[thing]],
            "edges_total": len(back[thing]),
        }
        for distance, thing in shown
    ]
