"""Turn a query into the same one asked of the graph as it stood at `$as_of`.

Every pattern of every MATCH gets the condition of what it brings in: a statement, a direct edge
(known by `v.statement IS NOT NULL`), a commitment, a paragraph, a document by their times; a thing
that is read by its class alone (`MATCH (x:Actor)`) where anything told of it by then. What is
looked up by its id, and what is only reached, needs none (a second `MATCH (n:Entity)` asks it of
what was looked up). The query as it is written stays for whoever asks for no date.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from queries.dated.conditions import CLASSES, TARGETS, Kind, condition

_COMMENT = re.compile(r"('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`)|//[^\n]*")
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`")
_MATCH = re.compile(r"\bMATCH\b", re.I)
_NEXT = re.compile(
    r"\b(?:WHERE|RETURN|OPTIONAL|MATCH|UNWIND|CALL|ORDER|UNION|SKIP|LIMIT"
    r"|(?<!STARTS )(?<!ENDS )WITH)\b",
    re.I,
)
_VIEW = re.compile(r"\b(\w+)\.statement\s+IS\s+NOT\s+NULL", re.I)
_NODE = re.compile(r"\(\s*(\w*)\s*((?::\s*\w+\s*)*)(\{[^}]*\})?\s*\)")
_EDGE = re.compile(r"\[\s*(\w*)\s*:?([\w|\s]*)[^\]]*\]")


class NotDatedError(ValueError):
    """A query whose direct edges are not told apart in the MATCH that brings them in."""


class Insertion(NamedTuple):
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class _Clause:
    """A MATCH: where its pattern and the condition behind it begin and end (0: none)."""

    pattern: int
    pattern_end: int
    where: int
    where_end: int


@cache
def woven(text: str) -> str:
    """The query with the conditions. Raises `NotDatedError`."""
    text = _COMMENT.sub(lambda found: found[1] or "", text)
    bare = _QUOTED.sub(lambda found: "_" * len(found[0]), text)
    insertions: list[Insertion] = []
    views: set[int] = set()
    for clause in _clauses(bare):
        insertions += _of_clause(bare, clause, views)
    if unclaimed := [found[1] for found in _VIEW.finditer(bare) if found.start() not in views]:
        raise NotDatedError(
            f"{', '.join(unclaimed)}.statement IS NOT NULL stands outside the MATCH of the edge"
        )
    for at, added in sorted(insertions, reverse=True):
        text = text[:at] + added + text[at:]
    return text


def _clauses(bare: str) -> Iterator[_Clause]:
    for found in _MATCH.finditer(bare):
        end, word = _end(bare, found.end())
        where, where_end = 0, 0
        if word == "WHERE":
            where = end + len("WHERE")
            where_end, _ = _end(bare, where)
        yield _Clause(found.end(), end, where, where_end)


def _end(bare: str, start: int) -> tuple[int, str]:
    """Where a pattern or condition ends: before the next clause, or the bracket around it."""
    depth = 0
    at = start
    while at < len(bare):
        char = bare[at]
        if char in "([{":
            depth += 1
        elif char in ")]}":
            if depth == 0:
                return at, ""
            depth -= 1
        elif depth == 0 and (found := _NEXT.match(bare, at)):
            return at, found[0].upper()
        at += 1
    return at, ""


def _of_clause(bare: str, clause: _Clause, views: set[int]) -> Iterator[Insertion]:
    pattern = bare[clause.pattern : clause.pattern_end]
    edges = list(_EDGE.finditer(pattern))
    named = {edge[1] for edge in edges if edge[1]}
    direct = {
        found.start(): found[1]
        for found in _VIEW.finditer(bare, clause.where, clause.where_end)
        if found[1] in named
    }
    views.update(direct)
    conditions: list[str] = []
    for node in _NODE.finditer(pattern):
        beside = [edge for edge in edges if _joined(pattern, edge, node)]
        kind = _kind(pattern, node, beside, direct.values())
        if kind is None:
            continue
        name = node[1]
        if not name:
            name = f"dated_{clause.pattern + node.start()}"
            yield Insertion(clause.pattern + node.start() + 1, name)
        conditions.append(condition(kind, name))
    conditions += [condition("view", edge) for edge in direct.values()]
    if not conditions:
        return
    added = " AND ".join(dict.fromkeys(conditions))
    if clause.where:
        yield Insertion(clause.where, " (")
        yield Insertion(clause.where_end, f") AND {added}\n")
    else:
        yield Insertion(clause.pattern_end, f"\nWHERE {added}\n")


def _kind(
    pattern: str, node: re.Match[str], edges: list[re.Match[str]], direct: Collection[str]
) -> Kind | None:
    """What a node pattern with these edges brings in; None where it has no time of its own."""
    classes = [part.strip() for part in node[2].split(":") if part.strip()]
    if node[3] or not classes:  # looked up by its id, or brought in before
        return None
    for class_ in classes:
        if class_ in CLASSES:
            return CLASSES[class_]
    if not edges:
        return "any" if classes == ["Entity"] else "thing"
    if classes != ["Entity"] or any(edge[1] in direct for edge in edges):
        return None  # the end of a direct edge is a thing
    types = [_types(edge) for edge in edges]
    if [] in types:
        return "node"  # an untyped edge may lead anywhere
    led = [found for edge, found in zip(edges, types, strict=True) if _leads(pattern, edge, node)]
    kinds = {kind for found in led for type_ in found if (kind := TARGETS.get(type_))}
    if len(kinds) > 1:
        return "node"
    return kinds.pop() if kinds else None


def _types(edge: re.Match[str]) -> list[str]:
    return [part.strip() for part in edge[2].split("|") if part.strip()]


def _joined(pattern: str, edge: re.Match[str], node: re.Match[str]) -> bool:
    """Whether only the dash or arrow of an edge stands between it and a node."""
    after, before = pattern[edge.end() : node.start()], pattern[node.end() : edge.start()]
    return after.strip() in {"-", "->"} or before.strip() in {"-", "<-"}


def _leads(pattern: str, edge: re.Match[str], node: re.Match[str]) -> bool:
    """Whether an edge leads to the node beside it."""
    if edge.end() <= node.start():
        return not pattern[: edge.start()].endswith("<-")
    return not pattern[edge.end() :].startswith("->")
