"""Streams: memory stays flat however large the cut, and nothing is left behind half-way."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from io import RawIOBase
from typing import Any

import pytest
from openpyxl.worksheet import _writer

from exporters.formats import FORMATS, stream, write
from exporters.subgraph import Edge, Node, Subgraph, Table, batched
from tests.exporters.sample import STATEMENT_COLUMNS, subgraph


class Nowhere(RawIOBase):
    def write(self, data: Any) -> int:
        return len(data)


def made_while_read(rows: int) -> Subgraph:
    def nodes() -> Iterator[Node]:
        for n in range(rows):
            yield Node(f"https://x.org/{n}", f"Thing <{n}>", "State", (), n % 7)

    def edges() -> Iterator[Edge]:
        for n in range(rows):
            yield Edge(f"https://x.org/{n}", f"https://x.org/{n // 2}", "FUNDS", "funds", n)

    table = Table(
        STATEMENT_COLUMNS, batched(((f"st:{n}", "text", ["a", "b"], 0.5) for n in range(rows)), 200)
    )
    return Subgraph("en", "Large", batched(nodes(), 200), batched(edges(), 200), statements=table)


def peak(name: str, rows: int) -> int:
    tracemalloc.start()
    write(name, made_while_read(rows), Nowhere())  # type: ignore[arg-type]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("name", FORMATS)
def test_memory_stays_flat(name: str) -> None:
    peak(name, 200)  # what is imported and cached once does not count
    # Nine bytes a node for its id, and room for the garbage collector's moods.
    assert peak(name, 3000) - peak(name, 500) < 200_000


async def test_a_workbook_given_up_half_way_leaves_no_file() -> None:
    before = len(_writer.ALL_TEMP_FILES)
    chunks = stream("xlsx", subgraph())
    for _ in range(4):
        await anext(chunks)
    assert len(_writer.ALL_TEMP_FILES) > before
    await chunks.aclose()  # type: ignore[attr-defined]
    assert len(_writer.ALL_TEMP_FILES) == before
