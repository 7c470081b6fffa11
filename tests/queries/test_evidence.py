"""Evidence quotes a passage only where it is certain which words are the paragraph's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from queries import run
from queries.evidence import Paragraph, paragraph, quote
from queries.reader import Reader


def one(**changes: Any) -> Paragraph:
    row = {
        "id": "x:p", "document": "d", "locator": "¶1", "position": 1, "first_line": 2,
        "last_line": 3, "properties": {}, "chapeaux": [], "shared_lines": False,
    }  # fmt: skip
    return paragraph({**row, **changes})


def test_lines_are_quoted(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("title\n- first\n\n- second\n", encoding="utf-8")
    assert quote(tmp_path, one()) == "- first"
    assert quote(tmp_path, one(last_line=4)) == "- first\n- second"


def test_what_is_uncertain_is_not_quoted(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("title\nfirst\nsecond\n", encoding="utf-8")
    assert quote(None, one()) is None
    assert quote(tmp_path, one(shared_lines=True)) is None
    assert quote(tmp_path, one(last_line=9)) is None
    assert quote(tmp_path, one(first_line=None)) is None
    assert quote(tmp_path, one(document="other")) is None
    assert quote(tmp_path / "sub", one(document="../d")) is None


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_text("a\nb\nc\n", encoding="utf-8")
    assert quote(tmp_path, one()) == "b\nc"
    path.write_text("a\nbb\ncc\n", encoding="utf-8")
    assert quote(tmp_path, one()) == "bb\ncc"


async def test_without_sources_a_summary_stands_for_the_words(reader: Reader) -> None:
    page = await run.run(reader, "who-supports", {"of": "jit"})
    for item in page.items[0]["evidence"]:
        assert item["quote"] is None
        assert item["summary"]
