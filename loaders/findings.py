"""A file under examination, and what is found about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal as OneOf

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from loaders.errors import BrokenFile, LoadError
from loaders.files import Source, faults_of, opened, read_bytes, source
from loaders.lines import lines

Message = dict[str, str]
Severity = OneOf["violation", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong. `rule`: name of the shape or check; `node`: its IRI ("" for a whole file);
    `path`: the property concerned, if one is; `message`: in `en` and `fr`; `line`: where the node
    is described, None where that cannot be told."""

    rule: str
    node: str
    message: Message
    file: str
    line: int | None
    path: str | None = None
    severity: Severity = "violation"


@dataclass
class Examined:
    """A file that could be read."""

    source: Source
    graph: Graph
    owners: dict[Node, Node] = field(default_factory=dict)

    @cached_property
    def lines(self) -> dict[str, int]:
        text = read_bytes(self.source.path).decode(errors="replace")
        if self.source.format in ("turtle", "trig", "ntriples", "nquads"):
            return lines(text)
        found: dict[str, int] = {}
        for number, line in enumerate(text.split("\n"), 1):
            for subject in set(self.graph.subjects()):
                if f'"{subject}"' in line:
                    found.setdefault(str(subject), number)
        return found

    def finding(self, rule: str, node: Node, message: Message, **more: object) -> Finding:
        named = node
        for _ in range(20):  # from a blank node up to what bears a name
            if not isinstance(named, BNode):
                break
            named = self.owners.get(named, URIRef(""))
        path = str(self.source.path)
        return Finding(rule, str(named), message, path, self.lines.get(str(named)), **more)  # type: ignore[arg-type]


def examine(path: Path) -> Examined:
    """Parse a file; raises LoadError."""
    one = source(path)
    graph = Graph()
    owners: dict[Node, Node] = {}
    with faults_of(path), opened(one) as parser:
        for quad in parser:
            if isinstance(quad.object, ox.Triple):
                continue
            subject, term = _node(quad.subject), _node(quad.object)
            graph.add((subject, URIRef(quad.predicate.value), term))
            if isinstance(term, BNode):
                owners[term] = subject
    return Examined(one, graph, owners)


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


def unreadable(path: Path, fault: LoadError) -> Finding:
    """A file that could not be examined, as a finding."""
    broken = isinstance(fault, BrokenFile)
    reason = fault.reason if isinstance(fault, BrokenFile) else str(fault)
    line = fault.line if isinstance(fault, BrokenFile) else None
    column = f", column {fault.column}" if isinstance(fault, BrokenFile) and fault.column else ""
    message = {
        "en": f"The file cannot be read{column}: {reason}",
        "fr": f"Le fichier ne peut être lu{column.replace('column', 'colonne')} : {reason}",
    }
    return Finding("syntax" if broken else "readable", "", message, str(path), line)
