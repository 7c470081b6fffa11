"""The Cypher of this folder's `cypher/` files, and the one way names get into it.

Labels, relationship types and conditions that are put in come from the table of dimensions and the
stored predicates, never from what a person writes: that is always a parameter.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "cypher"


@cache
def text(name: str, folder: Path = FOLDER) -> str:
    """The text of `cypher/{name}.cypher`, without its comment lines."""
    lines = (folder / f"{name}.cypher").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//")).strip()


def fill(name: str, **parts: str) -> str:
    """The same with each `__KEY__` replaced."""
    filled = text(name)
    for key, value in parts.items():
        filled = filled.replace(f"__{key.upper()}__", value)
    return filled


def quoted(name: str) -> str:
    """A name as a Cypher identifier, whatever it holds (openCypher 9, "escaped symbolic name")."""
    # Neo4j decodes \\uXXXX before it parses, inside backticks too.
    return "`" + name.replace("`", "``").replace("\\u", "\\u005Cu") + "`"


def any_of(names: Iterable[str]) -> str:
    """Relationship types as a pattern takes alternatives: `` `SUPPORTS`|`FUNDS` ``."""
    return "|".join(quoted(name) for name in sorted(names))


def has_label(variable: str, labels: Iterable[str]) -> str:
    """The condition that a node has one of these labels."""
    return " OR ".join(f"{variable}:{quoted(label)}" for label in labels)
