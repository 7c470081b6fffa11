"""The Cypher of this folder's `cypher/` files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "cypher"


@cache
def text(name: str) -> str:
    """The text of `cypher/{name}.cypher`, without its comment lines."""
    lines = (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//")).strip()
