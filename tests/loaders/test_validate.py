"""Errors in data are found before they are loaded, with node, rule, file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.findings import Finding
from loaders.validate import validate
from ontology.files import DATA_FILES, ONTOLOGY_FILES

HEAD = """@prefix sg: <https://w3id.org/sahelgraph/ontology#> .
@prefix id: <https://w3id.org/sahelgraph/id/> .
@prefix st: <https://w3id.org/sahelgraph/statement/> .
@prefix n18: <https://w3id.org/sahelgraph/document/niamey-2018/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
"""
GOOD = """
st:extra.1 a sg:Statement ; sg:subject id:niger ; sg:predicate sg:supports ; sg:object id:jit ;
  sg:status sg:committed ; sg:certainty sg:stated ; prov:hadPrimarySource n18:17 .
id:new-force a sg:Force ; skos:prefLabel "New Force of Testing"@en , "Nouvelle force d'essai"@fr ;
  skos:definition "A force."@en , "Une force."@fr .
"""


def found(tmp_path: Path, text: str, name: str = "extra.ttl", **options: bool) -> list[Finding]:
    path = tmp_path / name
    path.write_text(HEAD + text, encoding="utf-8")
    return validate([path], **options)


def test_the_shipped_files_are_without_findings() -> None:
    assert validate([*ONTOLOGY_FILES, *DATA_FILES]) == []


def test_good_data_is_without_findings(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "node", "line"),
    [
        ("sg:object id:jit", "sg:object id:jitt", "dangling-id", "st", 8),
        ("n18:17", "n18:171", "unknown-paragraph", "st", 8),
        ("sg:committed", "sg:comitted", "unknown-term", "st", 8),
        (""" , "Une force."@fr""", "", "missing-language", "id", 10),
        ("New Force of Testing", "Niger", "duplicate-label", "id", 10),
    ],
)
def test_an_error_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, rule: str, node: str, line: int
) -> None:
    assert old in GOOD
    findings = found(tmp_path, GOOD.replace(old, new), shapes=False)
    (finding,) = findings
    assert finding.rule == rule
    assert finding.node.startswith(
        f"https://w3id.org/sahelgraph/{ {'st': 'statement'}.get(node, node) }/"
    )
    assert (finding.line, finding.file) == (line, str(tmp_path / "extra.ttl"))
    assert finding.message["en"] != finding.message["fr"]


def test_shapes_speak_in_both_languages(tmp_path: Path) -> None:
    findings = found(tmp_path, GOOD.replace("sg:certainty sg:stated ;", ""))
    finding = next(f for f in findings if f.rule == "certainty-known")
    assert finding.node.endswith("extra.1")
    assert finding.line == 8
    assert finding.message["en"] != finding.message["fr"]


def test_what_a_blank_node_lacks_is_told_of_its_owner(tmp_path: Path) -> None:
    text = GOOD + "id:new-force sg:indicator [ sg:unit 'men'@en ] ."
    findings = found(tmp_path, text, shapes=False)
    assert [(f.rule, f.node.rpartition("/")[2], f.line) for f in findings] == [
        ("missing-language", "new-force", 10)
    ]


def test_broken_syntax_is_a_finding_and_the_other_files_are_still_checked(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<http://a> <http://b> <c d> .")
    other = tmp_path / "extra.ttl"
    other.write_text(HEAD + GOOD.replace("id:jit", "id:jitt"))
    missing = tmp_path / "none.ttl"
    findings = validate([broken, other, missing], shapes=False)
    assert [(f.rule, Path(f.file).name, f.line) for f in findings] == [
        ("syntax", "broken.ttl", 1),
        ("dangling-id", "extra.ttl", 8),
        ("readable", "none.ttl", None),
    ]


def test_a_changed_copy_takes_the_place_of_the_shipped_file(tmp_path: Path) -> None:
    shipped = next(path for path in DATA_FILES if path.stem == "niamey-2018")
    copy = tmp_path / shipped.name
    copy.write_text(shipped.read_text(encoding="utf-8").replace("n18:1\n    a ", "n18:1x\n    a "))
    findings = validate([copy], shapes=False)
    assert {f.rule for f in findings} == {"unknown-paragraph"}
    assert all(f.line for f in findings)


def test_other_formats_are_checked_too(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text(
        '[{"@id": "https://w3id.org/sahelgraph/id/x",\n'
        '  "https://w3id.org/sahelgraph/ontology#partOf": '
        '{"@id": "https://w3id.org/sahelgraph/id/nothing"}}]'
    )
    (finding,) = validate([path], shapes=False)
    assert (finding.rule, finding.line) == ("dangling-id", 1)
