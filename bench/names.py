"""Names of other people's making: organisations and places out of files, for what grows with names.

CSV with a column whose head has “name”, JSON (a list of records), JSON lines, each also packed with
zstd. Of a record its `name`, `official_name`, `other_names`, `alternatenames` and the like count.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def further_names(files: Iterable[Path], own: Iterable[str]) -> Iterator[str]:
    """The names in the files and, without any files, the graph's own; without end: after the last
    one the first comes again, with a number behind it."""
    found = [name for path in files for name in names_in(path)] or list(own)
    found = list(dict.fromkeys(name for name in found if name))
    for turn in itertools.count():
        yield from (f"{name} {turn}" if turn else name for name in found)


def names_in(path: Path) -> Iterator[str]:
    text = _text(path)
    kind = path.name.removesuffix(".zst").rpartition(".")[2]
    if kind == "csv":
        for row in csv.DictReader(io.StringIO(text)):
            yield from (v for k, v in row.items() if "name" in k.casefold() and v)
    elif kind == "json":
        for record in json.loads(text):
            yield from _of(record)
    else:
        for line in text.splitlines():
            yield from _of(json.loads(line))


def _text(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".zst":
        import zstandard

        data = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(data)).read()
    return data.decode("utf-8-sig")


def _of(record: dict[str, Any]) -> Iterator[str]:
    for key, value in record.items():
        if "name" not in key or not value:
            continue
        for one in value if isinstance(value, list) else [value]:
            yield str(one["name"]) if isinstance(one, dict) and "name" in one else str(one)
