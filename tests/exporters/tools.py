"""What the tests of the exporters share: files in every format, and what to do without a tool."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exporters.formats import FORMATS, write
from exporters.subgraph import Subgraph

ROOT = Path(__file__).parents[2]


def require(lack: str | None) -> None:
    """Skip with a line when a tool is lacking; under CI=true that is a failure."""
    if lack is None:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(lack)
    pytest.skip(lack)


def export(name: str, subgraph: Subgraph, folder: Path) -> Path:
    """A subgraph as a file of its format's ending, named by the format."""
    path = folder / f"{name}.{FORMATS[name].ending}"
    with path.open("wb") as out:
        write(name, subgraph, out)
    return path
