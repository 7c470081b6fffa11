"""Imports go one way: ontology → loaders → graph → queries → exporters and app."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]

# What each folder may import of the others. loaders and exporters know the port of graph, and
# graph knows none of them; queries know the loaders' table of names.
MAY: dict[str, set[str]] = {
    "ontology": set(),
    "graph": set(),
    "loaders": {"ontology", "graph"},
    "queries": {"ontology", "loaders", "graph"},
    "exporters": {"ontology", "loaders", "graph", "queries"},
    "app": {"ontology", "loaders", "graph", "queries", "exporters"},
}
DRIVERS = {"kglite", "neo4j"}


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_nothing_imports_against_the_way_of_the_data() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for folder, allowed in MAY.items()
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name in sorted(imported(path) & (MAY.keys() - allowed - {folder}))
    ]
    assert not wrong


def test_only_graph_imports_a_driver() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for folder in MAY
        if folder != "graph"
        for path in sorted((ROOT / folder).rglob("*.py"))
        if imported(path) & DRIVERS
    ]
    assert not wrong


def test_cypher_lives_in_cypher_files() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for folder in ("queries", "app", "exporters")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.lstrip().startswith(("MATCH (", "UNWIND $", "MERGE ("))
    ]
    assert not wrong
