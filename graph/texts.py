"""The engines' own Cypher, read from `graph/cypher/`, and the one way names get into it.

Values are always parameters. Labels, relationship types and property keys cannot be, so they are
put in here, escaped; they come from the stored schema or the RDF being loaded, never from a
person's query.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "cypher"


def quoted(name: str) -> str:
    """`name` as a Cypher identifier, whatever it holds (openCypher 9, "escaped symbolic name").

    >>> quoted("a`b")
    '`a``b`'
    """
    if not name:
        raise ValueError("a label, type or key cannot be empty")
    return "`" + name.replace("`", "``") + "`"


def labels(names: Iterable[str]) -> str:
    """Labels as they follow a variable: `` :`State`:`Actor` ``, or nothing."""
    return "".join(":" + quoted(name) for name in names)


def for_neo4j(statement: str) -> str:
    """`statement`, into which names were put, such that Neo4j reads them as they are.

    Neo4j decodes `\\uXXXX` anywhere in a query before parsing it, inside backticks too: a name
    could close its quotes that way.
    """
    return statement.replace("\\", "\\u005C")


@cache
def text(name: str) -> str:
    """The statement in `graph/cypher/{name}.cypher`, without its comment lines."""
    lines = (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//")).strip()


@cache
def statements(name: str) -> tuple[str, ...]:
    """The statements of a file that holds several, each ended by `;`."""
    return tuple(part.strip() for part in text(name).split(";") if part.strip())


@cache
def fill(name: str, **names: str) -> str:
    """The statement `name` with each `__KEY__` replaced by an already escaped name."""
    filled = text(name)
    for key, value in names.items():
        filled = filled.replace(f"__{key.upper()}__", value)
    return filled
