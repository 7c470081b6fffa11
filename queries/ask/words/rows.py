"""Rows of the graph as words: forms with their languages, values, targets, keys."""

from __future__ import annotations

from graph.port import Row
from queries.ask.words import text
from queries.ask.words.vocabulary import Sense, Vocabulary
from queries.ids import as_list
from queries.labels import split_key

MEASURES = frozenset({"Measurement", "Indicator"})
"""Classes whose labels describe and are no names."""


def key_of(form: str) -> str:
    return " ".join(text.words(form))


def forms(row: Row, *names: str) -> list[str]:
    wanted = names or ("form",)
    return [
        str(value)
        for key, values in row["properties"].items()
        if split_key(key)[0].rpartition("__")[2] in wanted
        for value in as_list(values)
    ]


def tagged(row: Row) -> list[tuple[str, str]]:
    """The forms of a word with their languages."""
    return [
        (str(value), key.partition("@")[2])
        for key, values in row["properties"].items()
        if split_key(key)[0].rpartition("__")[2] == "form"
        for value in as_list(values)
    ]


def said(row: Row, lang: str, *names: str) -> str:
    """The first text of one of the properties in the language."""
    for key, values in row["properties"].items():
        name, _, tag = key.partition("@")
        if tag == lang and name.rpartition("__")[2] in names:
            return str(as_list(values)[0])
    return ""


def value_of(row: Row, name: str) -> str:
    return next(iter(forms(row, name)), "")


def targets(row: Row, name: str) -> tuple[str, ...]:
    """Targets of an edge by its local name, in either spelling of the mapping."""
    wanted = name.casefold()
    return tuple(
        sorted(
            e["id"]
            for e in row["edges"]
            if e["type"] and e["type"].rpartition("__")[2].replace("_", "").casefold() == wanted
        )
    )


def add_form(found: Vocabulary, key: str, sense: Sense, *, stems: bool) -> None:
    if not key:
        return
    found.full[key].append(sense)
    found.longest = max(found.longest, key.count(" ") + 1)
    if stems:
        # A word for a kind is a noun: its plural, but no other word of the same root.
        root = text.light if sense.role == "class" else text.heavy
        stem = " ".join(root(word) for word in key.split())
        if sense not in found.heavy[stem]:
            found.heavy[stem].append(sense)
