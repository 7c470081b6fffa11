"""Contradictions: every set of statements tied to each other by `conflictsWith`, however far.

Two that do not contradict each other may stand in one set because a third contradicts both. None is
taken to be right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from queries import pages
from queries.coverage.about import about
from queries.coverage.texts import text
from queries.filters import Filters, bind
from queries.hydrate import Known, edges, show_statement, show_things
from queries.reader import Reader


async def contradictions(
    reader: Reader,
    filters: Filters | None = None,
    *,
    concerning: str | None = None,
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """A page of the sets, by their first statement. A set passes the filters where one of its
    statements does; `concerning`: only sets with this thing in one of them."""
    filters = filters or Filters()
    reader = await reader.at(filters.as_of)
    lexicon = await reader.lexicon()
    bound = await bind(reader, filters)
    thing = await reader.resolve(concerning, "concerning") if concerning else None
    asked = {"concerning": thing, **filters.given()}
    window = pages.window("contradictions", asked, lexicon.version, limit=limit, cursor=cursor)
    rows = await reader.read(text("conflicts"), {})
    there = await reader.there(s for row in rows for s in (row["one"], row["other"]))
    pairs = [
        (row["one"], row["other"]) for row in rows if row["one"] in there and row["other"] in there
    ]
    sets = components(pairs)
    allowed = await _allowed(reader, {s for found in sets for s in found}, thing, bound.params())
    sets = [found for found in sets if allowed is None or allowed & set(found)]
    known = Known(reader, lexicon, lang)
    part = sets[window.skip : window.skip + window.limit]
    await known.fetch(nodes={s for found in part for s in found})
    items = [_show(known, found, pairs) for found in part]
    return {
        **window.page(items, len(sets)).as_dict(),
        "about": await about(reader, lang, bound.documents),
    }


def components(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected sets of an undirected graph, each sorted, by their first member.

    >>> components([("b", "c"), ("a", "b"), ("x", "y")])
    [['a', 'b', 'c'], ['x', 'y']]
    """
    root: dict[str, str] = {}

    def find(node: str) -> str:
        root.setdefault(node, node)
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        root[second] = first
    sets: dict[str, list[str]] = defaultdict(list)
    for node in list(root):
        sets[find(node)].append(node)
    return sorted(sorted(found) for found in sets.values())


async def _allowed(
    reader: Reader, statements: set[str], thing: str | None, params: dict[str, Any]
) -> set[str] | None:
    """Those of the statements that pass, None where nothing is asked of them."""
    params = {**params, "thing": thing}
    if not any(value for name, value in params.items() if name != "place_types"):
        return None
    query = text("passing")
    given = {**params, "ids": sorted(statements)}
    return {row["id"] for row in await reader.read(query, given)}


def _show(known: Known, statements: list[str], pairs: list[tuple[str, str]]) -> dict[str, Any]:
    short = known.lexicon.ids.short
    held = set(statements)
    things = {
        thing for s in statements for thing in edges(known.nodes[s], "SUBJECT", "OBJECT")
    }  # fmt: skip
    documents = sorted(
        {
            known.paragraphs[p].document
            for s in statements
            for p in edges(known.nodes[s], "HAD_PRIMARY_SOURCE")
            if p in known.paragraphs
        }
    )
    return {
        "id": short(statements[0]),
        "size": len(statements),
        "documents": documents,
        "things": show_things(known, things),
        "pairs": [[short(a), short(b)] for a, b in pairs if a in held],
        "statements": [show_statement(known, s) for s in statements],
    }
