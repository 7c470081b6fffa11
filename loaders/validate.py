"""Check files before they are loaded: syntax, shapes, dangling ids, languages, labels.

Files are judged together with the ontology and data shipped beside this code; a shipped file of
the same name gives way to the one given. Findings are about the given files only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pyshacl import validate as shacl
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from loaders.checks import dangling, labels, languages
from loaders.errors import LoadError
from loaders.findings import Examined, Finding, Message, examine, unreadable
from ontology.files import DATA_FILES, ONTOLOGY_FILES, SHAPES_FILE

_SHAPE = "https://w3id.org/sahelgraph/shape/"


def validate(files: Sequence[Path | str], *, shapes: bool = True) -> list[Finding]:
    """All findings about the files, in the order of files and lines; empty when all is well.

    `shapes=False` leaves out SHACL, by far the slowest part. A file that cannot be read or parsed
    gives one finding and is left out of the rest.
    """
    findings: list[Finding] = []
    given: list[Examined] = []
    for path in map(Path, files):
        try:
            given.append(examine(path))
        except LoadError as fault:
            findings.append(unreadable(path, fault))
    names = {one.source.path.name for one in given}
    context = [
        examine(path)
        for path in (*ONTOLOGY_FILES, *DATA_FILES)
        if path.name not in names and path.exists()
    ]
    everything = [*given, *context]
    for check in (dangling, languages, labels):
        findings += check(given, everything)
    if shapes and given:
        findings += _shapes(given, everything, findings)
    order = {str(path): number for number, path in enumerate(map(Path, files))}
    once = {(f.rule, f.node, f.file, f.path, f.message["en"]): f for f in findings}
    return sorted(
        once.values(),
        key=lambda f: (order[f.file], f.line or 0, f.rule, f.node, f.message["en"]),
    )


def _shapes(
    given: list[Examined], everything: list[Examined], before: Sequence[Finding]
) -> Iterator[Finding]:
    """What the SHACL shapes find, with their own messages."""
    data, shapes = Graph(), Graph()
    for one in everything:
        target = shapes if one.source.path.name == SHAPES_FILE.name else data
        for triple in one.graph:
            target.add(triple)
    _, report, _ = shacl(data, shacl_graph=shapes, inference="none", inplace=True)
    assert isinstance(report, Graph)
    said = {(finding.node, finding.path, finding.rule) for finding in before}
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = report.value(result, SH.focusNode)
        path = report.value(result, SH.resultPath)
        rule = _rule(report, result)
        severity = str(report.value(result, SH.resultSeverity) or SH.Violation)
        for one in given:
            if focus is None or (focus, None, None) not in one.graph:
                continue
            finding = one.finding(
                rule,
                focus,
                _message(report, result),
                path=str(path) if isinstance(path, URIRef) else None,
                severity=severity.rpartition("#")[2].lower(),
            )
            # A missing language has been said already, more plainly.
            if (finding.node, finding.path, "missing-language") in said and rule[-3:] in (
                "-en",
                "-fr",
            ):
                continue
            yield finding


def _rule(report: Graph, result: Node) -> str:
    shape = str(report.value(result, SH.sourceShape))
    if shape.startswith(_SHAPE):
        return shape.removeprefix(_SHAPE)
    component = str(report.value(result, SH.sourceConstraintComponent))
    return component.rpartition("#")[2]


def _message(report: Graph, result: Node) -> Message:
    texts = {
        text.language or "en": str(text)
        for text in report.objects(result, SH.resultMessage)
        if isinstance(text, Literal)
    }
    anything = next(iter(texts.values()), "It does not have the shape that it should.")
    value = report.value(result, SH.value)
    told = value is None or isinstance(value, BNode) or value == report.value(result, SH.focusNode)
    suffix = "" if told else f" ({value})"
    return {language: texts.get(language, anything) + suffix for language in ("en", "fr")}
