"""The addresses as clients see them: formats, problems, nothing undocumented."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator

import httpx
import openpyxl
import pytest

from app import matrix_files
from app.settings import Settings
from tests.app.conftest import serving


@pytest.fixture(scope="module")
async def client(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    folder = tmp_path_factory.mktemp("addresses") / "graph"
    async with serving(Settings(graph=f"embedded:{folder}")) as client:
        yield client


ADDRESSES = (
    "/v1/matrix?rows=actor&columns=mechanism",
    "/v1/matrix?rows=kind&columns=crime&cells=amounts&lang=fr&certainty=stated",
    "/v1/gaps?gap=no-deadline,no-place&document=niamey-2018",
    "/v1/gaps?lang=fr&limit=1000",
    "/v1/overlaps?of=pcms&by=crime",
    "/v1/contradictions?concerning=nigeria&lang=fr",
    "/v1/commitments/niamey-17b/history",
    "/v1/commitments/compare?documents=niamey-2018,dinard-2019",
    "/v1/commitments/compare?documents=niamey-2018&documents=dinard-2019&lang=fr",
    "/v1/timeline?kind=event&since=2017&lang=fr",
)


@pytest.mark.parametrize("address", ADDRESSES)
async def test_answers(client: httpx.AsyncClient, address: str) -> None:
    answer = await client.get(address)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["items"]
    if "history" not in address:
        assert {"total", "limit", "next", "truncated", "about"} <= body.keys()
        assert body["about"]["documents"]
        assert body["about"]["says"]


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/v1/matrix?rows=actor", 422, "columns"),
        ("/v1/matrix?rows=actor&columns=colour", 422, "columns"),
        ("/v1/matrix?rows=status&columns=status", 422, "columns"),
        ("/v1/matrix?rows=actor&columns=place&place=atlantis", 404, "atlantis"),
        ("/v1/matrix?rows=actor&columns=place&status=promised", 422, "status"),
        ("/v1/matrix?rows=actor&columns=place&as_of=soon", 422, "as_of"),
        ("/v1/matrix?rows=actor&columns=place&colour=red", 422, "colour"),
        ("/v1/gaps?gap=no-dedline", 422, "no-deadline"),
        ("/v1/gaps?status=actual", 422, "status"),
        ("/v1/overlaps?of=nothing-like-it", 404, "nothing-like-it"),
        ("/v1/contradictions?cursor=abc", 410, ""),
        ("/v1/commitments/jit/history", 404, "jit"),
        ("/v1/commitments/niamey-17b/history?as_of=2017", 422, "as_of"),
        ("/v1/commitments/niamey-17b/history?as_of=soon", 422, "as_of"),
        ("/v1/commitments/compare?documents=niamey-2018", 422, "documents"),
        ("/v1/timeline?since=yesterday", 422, "since"),
    ],
)
async def test_problems_say_what_is_wrong(
    client: httpx.AsyncClient, address: str, status: int, said: str
) -> None:
    answer = await client.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert said in answer.json()["detail"]


async def test_the_matrix_as_csv(client: httpx.AsyncClient) -> None:
    address = "/v1/matrix?rows=actor&columns=mechanism"
    body = (await client.get(f"{address}&limit=1000")).json()
    answer = await client.get(address, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    assert "sahelgraph-truncated" not in answer.headers
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["actor", "label", *(c["id"] for c in body["column_items"])]
    assert [row[0] for row in rows[1:]] == [item["row"]["id"] for item in body["items"]]
    for row, item in zip(rows[1:], body["items"], strict=True):
        counts = {c["column"]: str(c["count"]) for c in item["cells"]}
        assert row[2:] == [counts.get(column, "") for column in rows[0][2:]]
    part = await client.get(f"{address}&format=csv&limit=2&max_columns=3")
    assert part.headers["sahelgraph-truncated"].startswith("rows 2 of")


async def test_the_matrix_as_xlsx(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/matrix?rows=actor&columns=crime&format=xlsx&lang=fr")
    assert answer.status_code == 200
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    grid, cells, about = book.worksheets
    assert grid.cell(1, 2).value == "Libellé"
    body = (await client.get("/v1/matrix?rows=actor&columns=crime&lang=fr&limit=1000")).json()
    assert grid.max_row == len(body["items"]) + 1
    assert grid.cell(1, 3).value == body["column_items"][0]["label"]
    total = sum(c["count"] for item in body["items"] for c in item["cells"])
    assert sum(row[6] for row in cells.iter_rows(min_row=2, values_only=True)) == total  # type: ignore[misc]
    assert about.cell(1, 1).value == body["about"]["says"]


def test_no_label_becomes_a_formula() -> None:
    column = {"id": "=1+1", "label": "=cmd|'/C calc'!A0"}
    found = {
        "rows": "actor",
        "truncated": True,
        "columns_truncated": False,
        "column_items": [column],
        "about": {"says": "Over one document."},
        "items": [
            {
                "row": {"id": "@a", "label": "+33"},
                "cells": [
                    {"column": "=1+1", "count": 2, "stated": {"actual": 2}, "implied": {},
                     "statements": [{"id": "-s"}]}
                ],
            }
        ],
    }  # fmt: skip
    text = b"".join(matrix_files.csv(found, "en")).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows == [["actor", "label", "'=1+1"], ["'@a", "'+33", "2"]]
    book = openpyxl.load_workbook(io.BytesIO(b"".join(matrix_files.xlsx(found, "fr"))))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    assert "max_columns" in str(list(book.worksheets[-1].iter_rows(values_only=True)))


async def test_no_other_format(client: httpx.AsyncClient) -> None:
    answer = await client.get(
        "/v1/matrix?rows=actor&columns=crime", headers={"Accept": "image/png"}
    )
    assert answer.status_code == 406


async def test_openapi_has_them(client: httpx.AsyncClient) -> None:
    paths = (await client.get("/openapi.json")).json()["paths"]
    for path in ("/v1/matrix", "/v1/gaps", "/v1/overlaps", "/v1/contradictions", "/v1/timeline",
                 "/v1/commitments/{id}/history", "/v1/commitments/compare"):  # fmt: skip
        assert {"200", "422", "503"} <= paths[path]["get"]["responses"].keys(), path
