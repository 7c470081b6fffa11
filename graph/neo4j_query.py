"""How a read query is sent to Neo4j: its parameters in one map, its bounded rows in one record.

Neo4j keeps a plan for a query and the types of its parameters, so that a filter that is null in one
question and a list in the next is planned twice, which takes a hundred times what the query does.
As parts of one parameter, which is always a map, they have one plan.

The async driver reads each record by itself, two reads of the socket apiece, which for a query of
some hundred short rows takes longer than the query. A query that ends in LIMIT, whose rows are
few enough for that, is therefore sent so that the server packs its rows into one list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

from graph.errors import QueryFailed

PACKED = "packed rows"
PARAMETERS = "p"
_ASIDE = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|//[^\n]*|/\*.*?\*/"
_WORD = re.compile(_ASIDE + r"|[()\[\]{},]|\b\w+\b", re.S)
_PARAMETER = re.compile(rf"({_ASIDE})|\$(\w+)", re.S)
_END = frozenset({"ORDER", "SKIP", "OFFSET", "LIMIT"})
_NAME = re.compile(r"\bAS\s+(\w+)\s*$", re.I)


def with_one_parameter(text: str, params: Mapping[str, Any] | None) -> tuple[str, dict[str, Any]]:
    """The query with `$name` as `$p.name`, but for what stands in quotes and comments, and its one
    parameter. Raises `QueryFailed` for a name that `params` lacks: in a map it would be null."""
    changed, names = _renamed(text)
    given = dict(params or {})
    if missing := sorted(names - given.keys()):
        raise QueryFailed(f"Expected parameter(s): {', '.join(missing)}")
    return changed, {PARAMETERS: given}


@lru_cache(maxsize=2048)
def _renamed(text: str) -> tuple[str, frozenset[str]]:
    names = {found[2] for found in _PARAMETER.finditer(text) if found[2]}
    return (
        _PARAMETER.sub(lambda found: found[1] or f"${PARAMETERS}.{found[2]}", text),
        frozenset(names),
    )


@lru_cache(maxsize=2048)
def packed(text: str) -> tuple[str, tuple[str, ...]]:
    """The query in its packed form, and the names of its columns; itself and () where its rows
    have no LIMIT or a column has no name."""
    found = _last_return(text)
    if found is None:
        return text, ()
    start, items = found
    names = [match[1] if (match := _NAME.search(item)) else None for item in items]
    if not all(names):
        return text, ()
    columns = tuple(str(name) for name in names)
    body = f"{text[:start]}WITH{text[start + len('RETURN') :]}"
    return f"{body}\nRETURN collect([{', '.join(columns)}]) AS `{PACKED}`", columns


def _last_return(text: str) -> tuple[int, list[str]] | None:
    """Where the query's own RETURN stands and its columns as written; None without LIMIT."""
    start, cuts, ends, limited = -1, list[int](), -1, False
    for word, at in _outside(text):
        if word == "RETURN":
            start, cuts, ends, limited = at, [], -1, False
        elif start >= 0:
            if word in _END:
                ends = at if ends < 0 else ends
                limited = limited or word == "LIMIT"
            elif word == "UNION":
                return None
            elif word == "," and ends < 0:
                cuts.append(at)
    if not limited:
        return None
    edges = [start + len("RETURN"), *cuts, ends]
    return start, [text[a:b].lstrip(",") for a, b in pairwise(edges)]


def _outside(text: str) -> Iterator[tuple[str, int]]:
    """The words and commas outside of brackets, quotes and comments, with their places."""
    depth = 0
    for found in _WORD.finditer(text):
        word = found[0]
        if word in "([{":
            depth += 1
        elif word in ")]}":
            depth -= 1
        elif depth == 0 and (word == "," or word[0].isalpha()):
            yield word.upper() if word != "," else word, found.start()
