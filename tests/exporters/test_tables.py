"""CSV and XLSX: every value in its cell, no formula, nothing cut in silence."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from exporters import csvtables, xlsx
from exporters.cells import starts_formula
from exporters.formats import write
from exporters.subgraph import Attribute, Table
from tests.exporters.generated import generated
from tests.exporters.sample import HOSTILE, HUGE, empty, subgraph
from tests.exporters.tools import export


def table(path: Path) -> list[dict[str, str]]:
    return rows(path.read_bytes())


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_tables_have_the_heads_that_gephi_expects(tmp_path: Path) -> None:
    nodes = table(export("csv-nodes", subgraph(), tmp_path))
    edges = table(export("csv-edges", subgraph(), tmp_path))
    assert list(nodes[0])[:3] == ["Id", "Label", "Kind"]
    assert list(edges[0])[:4] == ["Source", "Target", "Type", "Id"]
    assert nodes[0]["aliases"] == "G5 | l'un | d\\e"
    assert (nodes[0]["members"], nodes[0]["hub"], nodes[1]["latitude"]) == (
        "1099511627776",
        "true",
        "",
    )
    assert edges[0]["statements"] == "st:1 | st:2 | st:3"
    assert [node["Timeset"] for node in nodes[:3]] == [
        "<[2014-02-16, Infinity]>", "<[-Infinity, 2016-01-01]; [2018-03-16, 2018-03-17]>", "",
    ]  # fmt: skip
    assert edges[0]["Timeset"] == "<[2016-01-01, 2016-12-31]; [2018-03-16, Infinity]>"
    assert [edge["Weight"] for edge in edges] == ["3", "1", "1", "1"]


def test_csv_begins_with_a_byte_order_mark_for_excel(tmp_path: Path) -> None:
    for name in ("csv-nodes", "csv-edges", "csv-statements"):
        assert export(name, subgraph(), tmp_path).read_bytes().startswith(b"\xef\xbb\xbf")


def test_no_cell_of_csv_is_a_formula_and_all_else_survives(tmp_path: Path) -> None:
    data = export("csv-statements", subgraph(), tmp_path).read_bytes()
    found = {row["statement"]: row["text"] for row in rows(data)}
    assert not any(starts_formula(text) for text in found.values())
    for name, text in HOSTILE.items():
        if starts_formula(text):
            assert found[name] == "'" + text
        elif name == "control":
            assert found[name] == "bell null escape lone"
        else:
            assert found[name] == text
    assert found["huge"] == HUGE
    assert rows(data)[-2]["figure"] == "-2.0"


def test_csv_zip_holds_each_table_also_when_it_is_empty(tmp_path: Path) -> None:
    with zipfile.ZipFile(export("csv", subgraph(), tmp_path)) as whole:
        assert whole.testzip() is None
        assert whole.namelist() == ["nodes.csv", "edges.csv", "statements.csv"]
        for part in ("nodes", "edges", "statements"):
            alone = export(f"csv-{part}", subgraph(), tmp_path).read_bytes()
            assert whole.read(f"{part}.csv") == alone
    none = export("csv", empty(), tmp_path)
    with zipfile.ZipFile(none) as whole:
        assert [len(whole.read(name).splitlines()) for name in whole.namelist()] == [1, 1]


def test_a_cut_without_statements_has_no_table_of_them() -> None:
    with pytest.raises(ValueError, match="no table of statements"):
        write("csv-statements", empty(), io.BytesIO())


def test_xlsx_holds_texts_as_texts_and_says_what_it_cut(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(export("xlsx", subgraph(), tmp_path))
    assert book.sheetnames == ["Nodes", "Edges", "Statements", "About"]
    statements = {row[0].value: row[1] for row in book["Statements"].iter_rows(min_row=2)}
    for name, text in HOSTILE.items():
        cell = statements[name]
        assert cell.data_type != "f"
        if name == "control":
            assert cell.value == "bell null escape lone"
        else:
            assert (cell.value or "") == text
        if starts_formula(text):
            assert cell.quotePrefix
    cut = str(statements["huge"].value)
    assert len(cut) == xlsx.CELL_LIMIT
    assert cut.endswith("[cut: the whole text has 40000 characters]")
    about = [[c.value for c in row] for row in book["About"].iter_rows()]
    assert about[-2][0] == (
        "1 texts were longer than a cell holds (32,767 characters) and were cut:"
    )
    assert about[-1] == ["Statements", 14, "Text"]
    members = [row[6].value for row in book["Nodes"].iter_rows(min_row=2, max_row=3)]
    assert members == [2**40, -3]


def test_xlsx_counts_as_excel_does_and_cuts_no_character_in_two(tmp_path: Path) -> None:
    book = xlsx.XlsxBook("fr")
    sheet = book.sheet("S", [Attribute("t", "Texte")])
    for text in ("𝔊" * 16_383, "x" + "𝔊" * 16_384):
        sheet.append([text])
    path = tmp_path / "s.xlsx"
    path.write_bytes(b"".join(book.finish()))
    kept = [row[0].value for row in openpyxl.load_workbook(path)["S"].iter_rows(min_row=2)]
    assert kept[0] == "𝔊" * 16_383
    assert len(str(kept[1]).encode("utf-16-le")) // 2 <= xlsx.CELL_LIMIT
    assert str(kept[1]).endswith("compte 16385 caractères]")
    assert "�" not in str(kept[1])


def test_xlsx_goes_on_to_another_sheet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(xlsx, "ROW_LIMIT", 101)
    book = openpyxl.load_workbook(export("xlsx", generated(250, 500), tmp_path), read_only=True)
    assert book.sheetnames[:3] == ["Nodes", "Nodes 2", "Nodes 3"]
    assert [sum(1 for _ in book[name].rows) for name in book.sheetnames[:3]] == [101, 101, 51]


def test_any_table_goes_out_as_csv_and_xlsx() -> None:
    columns = (Attribute("actor", "Acteur"), Attribute("n", "Nombre", "integer"))
    batches: list[list[Sequence[str | int | None]]] = [[("a", 1), ("=b", None)], [("c", 3)]]
    data = b"".join(csvtables.table(Table(columns, batches)))
    assert rows(data)[1] == {"actor": "'=b", "n": ""}
    whole = b"".join(xlsx.table(Table(columns, batches), "fr", "Matrice"))
    sheet = openpyxl.load_workbook(io.BytesIO(whole))["Matrice"]
    assert [[c.value for c in row] for row in sheet.iter_rows()] == [
        ["Acteur", "Nombre"], ["a", 1], ["=b", None], ["c", 3],
    ]  # fmt: skip


def test_heads_are_texts_whatever_they_begin_with(tmp_path: Path) -> None:
    titles = ["=1+2", "@SUM(A1)", "#N/A", "+33", "plain", "=" + "x" * 40_000]
    columns = [Attribute(title, title) for title in titles]
    heads = next(csv.reader(io.StringIO(csvtables.head(columns).decode("utf-8-sig"), newline="")))
    assert not any(starts_formula(head) for head in heads)
    book = xlsx.XlsxBook("en")
    sheet = book.sheet("S", columns)
    sheet.append(["x" * 40_000])
    path = tmp_path / "heads.xlsx"
    path.write_bytes(b"".join(book.finish()))
    whole = openpyxl.load_workbook(path)
    for cell, title in zip(whole["S"][1], titles, strict=True):
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert cell.font.b
        assert str(cell.value).startswith(title[:10])
    assert all(cell.data_type != "f" for row in whole["About"].iter_rows() for cell in row)
    assert [c.value for c in list(whole["About"].rows)[-1]] == ["S", 2, "=1+2"]
