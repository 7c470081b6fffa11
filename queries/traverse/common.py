"""What two or more things have to do with alike: their common neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from queries.errors import WrongParameter
from queries.filters import Filters, bind
from queries.hydrate import Known, show_thing
from queries.params import within
from queries.reader import Reader
from queries.traverse import cursor as pages
from queries.traverse.bounds import MAX_THINGS, ROWS, Clock, Cut
from queries.traverse.links import Link, degrees, expand
from queries.traverse.show import known_of, show_link, shown_first


class Common(NamedTuple):
    """A thing that several are linked to; `order` puts those shared by most first, and of them
    those that are linked to least else."""

    order: tuple[int, int, str]
    links: dict[str, list[Link]]

    @property
    def thing(self) -> str:
        return self.order[2]


async def common(
    reader: Reader,
    ids: Sequence[str],
    filters: Filters | None = None,
    *,
    at_least: int | None = None,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """A page of the things linked to `at_least` of these (default: to all of them).

    Each is a thing in short with `linked_to` (how many things in all) and `shared`: for each of
    the things asked about its most telling links. Raises as `paths` does.
    """
    filters = filters or Filters()
    reader = await reader.at(filters.as_of)
    things = await several(reader, ids)
    least = within("at_least", at_least or len(things), 2, len(things))
    bound = await bind(reader, filters)
    question = {"ids": things, "at_least": least, **filters.given()}
    where = pages.place("common", question, shape="iis", limit=limit, cursor=cursor)
    clock = Clock()
    around: dict[str, dict[str, list[Link]]] = {}
    cut: Cut | None = None
    rows = ROWS // len(things)
    for thing in things:
        others, more = await expand(reader, [thing], bound, clock, rows=rows)
        if more:
            cut = Cut("links", rows)
        for other, links in others.items():
            if other != thing:
                around.setdefault(other, {})[thing] = links
    shared = {other: links for other, links in around.items() if len(links) >= least}
    known_degrees = await degrees(reader, shared)
    found = sorted(
        Common((-len(links), known_degrees[other].things, other), links)
        for other, links in shared.items()
    )
    shown, next_ = pages.page(found, lambda one: one.order, where)
    known = Known(reader, await reader.lexicon(), lang)
    first = {(one.thing, end): shown_first(li) for one in shown for end, li in one.links.items()}
    await known_of(
        known, [*things, *(one.thing for one in shown)], (x for li in first.values() for x in li)
    )
    items = [
        {
            **show_thing(known, one.thing),
            "linked_to": known_degrees[one.thing].things,
            "shared": [
                {
                    "thing": known.lexicon.ids.short(end),
                    "edges": [show_link(known, link) for link in first[one.thing, end]],
                    "edges_total": len(links),
                }
                for end, links in sorted(one.links.items())
            ],
        }
        for one in shown
    ]
    return pages.as_dict(items, len(found), where, next_, cut, lang)


async def several(reader: Reader, ids: Sequence[str]) -> list[str]:
    """The IRIs of two or more different things, sorted."""
    if len(ids) > MAX_THINGS:
        raise WrongParameter(
            "ids", f"at most {MAX_THINGS} things", f"au plus {MAX_THINGS} choses",
            maximum=MAX_THINGS,
        )  # fmt: skip
    things = sorted(set(await reader.resolve_all(ids, "ids")))
    if len(things) < 2:
        raise WrongParameter(
            "ids", "at least two different things", "au moins deux choses différentes"
        )
    return things
