"""The conditions under which a node or a direct edge was there at `$as_of`, as Cypher."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Literal

from queries.coverage.texts import text

Kind = Literal[
    "statement", "commitment", "paragraph", "document", "record", "view", "node", "thing",
    "any",
]  # fmt: skip
_text = partial(text, folder=Path(__file__).parent / "cypher")

# The classes that have a time of their own, and how it is told.
CLASSES: dict[str, Kind] = {
    "Statement": "statement",
    "Commitment": "commitment",
    "Paragraph": "paragraph",
    "Document": "document",
    "SourceDocument": "document",
    "StatusRecord": "record",
}
# Where the pattern names no class: what these relationships lead to.
TARGETS: dict[str, Kind] = {
    "EXPRESSES": "commitment",
    "HAD_PRIMARY_SOURCE": "paragraph",
    "IS_PART_OF": "document",
    "CONFLICTS_WITH": "statement",
    "WAS_DERIVED_FROM": "node",
}


@cache
def condition(kind: Kind, variable: str) -> str:
    """The condition on a variable, in parentheses."""
    return f"({_FILLED[kind](variable)})"


def _plain(name: str, variable: str) -> str:
    return _text(name).replace("__X__", variable)


def _document(variable: str) -> str:
    return _plain("document", variable)


def _inner(name: str, variable: str) -> str:
    return _plain(name, variable).replace("__DOCUMENT__", _document("dated_d"))


def _statement(variable: str) -> str:
    return _inner("statement", variable).replace("__SOURCE__", _inner("source", variable))


def _view(variable: str) -> str:
    return _plain("view", variable).replace("__STATEMENT__", _statement("dated_s"))


def _node(variable: str) -> str:
    parts = {
        "__STATEMENT__": _statement(variable),
        "__SOURCE__": _inner("source", variable),
        "__PARAGRAPH__": _inner("paragraph", variable),
        "__DOCUMENT__": _document(variable),
        "__RECORD__": _plain("record", variable),
    }
    return _replaced(_plain("node", variable), parts)


def _thing(variable: str) -> str:
    parts = {
        "__STATEMENT__": _statement("dated_n"),
        "__SOURCE__": _inner("source", "dated_n"),
        "__PARAGRAPH__": _inner("paragraph", "dated_n"),
        "__DOCUMENT__": _document(variable),
    }
    return _replaced(_plain("thing", variable), parts)


def _any(variable: str) -> str:
    parts = {"__NODE__": _node(variable), "__THING__": _thing(variable)}
    return _replaced(_plain("any", variable), parts)


def _replaced(text_: str, parts: dict[str, str]) -> str:
    for key, part in parts.items():
        text_ = text_.replace(key, part)
    return text_


_FILLED: dict[Kind, Callable[[str], str]] = {
    "statement": _statement,
    "commitment": partial(_inner, "source"),
    "paragraph": partial(_inner, "paragraph"),
    "document": _document,
    "record": partial(_plain, "record"),
    "view": _view,
    "node": _node,
    "thing": _thing,
    "any": _any,
}
