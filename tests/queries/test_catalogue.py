"""Whoever adds a query to the catalogue learns at once what its file lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from queries import catalogue
from queries.errors import CatalogueError

GOOD = """\
// title: {en: Things, fr: Choses}
// description: {en: All of them, fr: Toutes}
// parameters:
//   id: {type: id, required: true, description: {en: Which, fr: Laquelle}}
// columns:
//   thing: {type: thing, description: {en: The thing, fr: La chose}}
// example: {id: jit}
MATCH (n:Entity {id: $id})
RETURN n.id AS thing
ORDER BY thing
"""


def parse(tmp_path: Path, text: str) -> catalogue.Query:
    path = tmp_path / "mine.cypher"
    path.write_text(text, encoding="utf-8")
    return catalogue.parse(path)


def test_a_good_file_is_read(tmp_path: Path) -> None:
    query = parse(tmp_path, GOOD)
    assert query.name == "mine"
    assert query.header.title.get("fr") == "Choses"
    assert query.text.startswith("MATCH")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("fr: Choses}", "de: Dinge}", "title.fr"),
        ("// example: {id: jit}", "// example: {id: jit}\n// colour: red", "colour"),
        ("type: id,", "type: ident,", "parameters.id.type"),
        ("// example: {id: jit}\n", "", "required parameter id is missing"),
        ("example: {id: jit}", "example: {id: jit, of: x}", "of is not a parameter"),
        ("\nORDER BY thing", "", "ORDER BY"),
        ("ORDER BY thing", "ORDER BY thing LIMIT 5", "LIMIT"),
        ("(n:Entity {id: $id})", "(n {id: $id})", "no label"),
        ("(n:Entity {id: $id})", "(n:Entity {id: $id})-->()", "no label"),
        ("(n:Entity {id: $id})", "(n:State {id: $id})", "look up ids on :Entity"),
        ("(n:Entity {id: $id})", "(n:Entity {id: $id})-[*]->(m:Entity)", "upper bound"),
        (
            "(n:Entity {id: $id})",
            "(n:Entity {id: $id})-[v]->(m:Entity)\nWITH n, v\nWHERE v.statement IS NOT NULL",
            "v.statement IS NOT NULL stands outside the MATCH",
        ),
        ("$id", "$ident", "ident"),
        ("n.id AS thing", "n.id AS other", "not returned: thing"),
        ("// title", "// title: [\n// title", "not YAML"),
    ],
)
def test_a_fault_is_named_with_its_file(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(CatalogueError) as caught:
        parse(tmp_path, GOOD.replace(old, new, 1))
    assert "mine.cypher" in str(caught.value)
    assert said in str(caught.value)


def test_a_property_of_a_relationship_is_not_put_into_a_pattern(tmp_path: Path) -> None:
    # kglite 0.21.2 finds nothing then, without an error; Neo4j finds it.
    text = GOOD.replace(
        "MATCH (n:Entity {id: $id})",
        "MATCH (m:Entity {id: $id})-[v:SUPPORTS]->(o:Entity)\nMATCH (n:Entity {id: v.statement})",
    )
    with pytest.raises(CatalogueError, match="through WITH"):
        parse(tmp_path, text)


def test_all_files_are_good() -> None:
    assert {
        "who-supports", "who-funds", "members-of", "participants-of", "mechanisms-in",
        "programmes-against", "commitments-on", "operates-in", "what-is", "statements-about",
    } <= catalogue.load().keys()  # fmt: skip
    assert catalogue.load(catalogue.HERE / "internal")
