"""What running a frame finds, before words: rows by thing, values, paths, choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.port import Row
from queries.ask.reading.frames import Pattern


@dataclass(frozen=True, slots=True)
class Run:
    """A catalogue query that was run: name and parameters, for anyone to run again."""

    name: str
    params: Mapping[str, Any]


@dataclass(slots=True)
class Found:
    """All rows of one thing in one tier."""

    iri: str
    rows: list[Row] = field(default_factory=list)
    evidence: set[str] = field(default_factory=set)
    """Nodes (statements, paragraphs) whose paragraphs are shown."""

    def add(self, row: Row) -> None:
        self.rows.append(row)
        self.evidence.update(str(e) for e in row.get("evidence") or ())
        self.evidence.update(str(e) for e in row.get("place_premises") or ())


@dataclass(slots=True)
class Result:
    frame: Any
    runs: list[Run] = field(default_factory=list)
    stated: dict[str, Found] = field(default_factory=dict)
    inferred: dict[str, Found] = field(default_factory=dict)
    commitments: dict[str, Row | None] = field(default_factory=dict)
    values: list[dict[str, Any]] = field(default_factory=list)
    paths: list[Row] = field(default_factory=list)
    choices: dict[str, Row] = field(default_factory=dict)
    nearest: dict[str, str] = field(default_factory=dict)
    named: dict[str, Row] = field(default_factory=dict)
    """Rows of `where-named` for what was understood."""
    related: dict[str, Row] = field(default_factory=dict)
    """Where known things are named besides: shown, but no answer. The key "" is for no thing."""
    unknown: tuple[str, ...] = ()
    conflict: bool = False
    read_as: dict[Pattern, Pattern] = field(default_factory=dict)
    """A pattern of the frame → the reading of it that found something."""
    aside: bool = False
    """Told beside what is asked: nothing is said where it finds nothing."""
    sure: bool = False
    """What was found tells most words of the question: nothing else is looked for."""
    words: tuple[str, ...] = ()
    """Words of the question that the text of what was found had to hold."""
    note: str = ""
    """What is to be said where nothing is found: the key of a sentence."""

    @property
    def answered(self) -> bool:
        return bool(self.stated or self.inferred or self.values or self.commitments or self.paths)

    def take(
        self,
        rows: Iterable[Row],
        *,
        only: set[str] | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """Adds rows of a finding query by tier; their commitments and conflicts come with them."""
        for row in rows:
            iri = row["answer"]
            if iri in without or (only is not None and iri not in only):
                continue
            tier = self.stated if row.get("tier", "stated") == "stated" else self.inferred
            tier.setdefault(iri, Found(iri)).add(row)
            if row.get("tier", "stated") == "stated" or row.get("rule") != "GroupMembers":
                for commitment in row.get("commitments") or ():
                    self.commitments.setdefault(str(commitment), None)
            if row.get("conflicts"):
                self.conflict = True
        for iri in self.stated.keys() & self.inferred.keys():
            # What a document states needs no inference.
            del self.inferred[iri]
