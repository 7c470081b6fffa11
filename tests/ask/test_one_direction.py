"""A question goes one way: words, linking, reading, running, saying. No step knows a later one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import queries.ask

FOLDER = Path(queries.ask.__file__).parent
STEPS = ("words", "linking", "reading", "running", "saying")


def _imported(file: Path) -> set[str]:
    """The steps a module imports from."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("queries.ask."):
            found.add(str(node.module).split(".")[2])
    return found


def test_the_steps_are_the_folders() -> None:
    assert {p.name for p in FOLDER.iterdir() if (p / "__init__.py").exists()} == set(STEPS)


@pytest.mark.parametrize("step", STEPS)
def test_no_step_imports_a_later_one(step: str) -> None:
    later = set(STEPS[STEPS.index(step) + 1 :])
    files = list((FOLDER / step).glob("*.py"))
    assert len(files) > 3
    assert {f.name: _imported(f) & later for f in files if _imported(f) & later} == {}
