"""Suggestions while one types: things and question shapes, fast enough for every key."""

from __future__ import annotations

import time

import httpx

from queries.ask import complete
from queries.reader import Reader


async def test_things_by_any_name_and_shapes(reader: Reader) -> None:
    assert "jit" in {s["id"] for s in await complete(reader, "who supports the joint inv")}
    assert "wapis" in {s["id"] for s in await complete(reader, "SIPA", "fr")}
    assert any(s["kind"] == "question" for s in await complete(reader, "who fun"))


async def test_under_ten_milliseconds(reader: Reader) -> None:
    await complete(reader, "w")
    text = "who supports the joint investigation teams in Niger"
    worst = 0.0
    for end in range(1, len(text)):
        began = time.perf_counter()
        await complete(reader, text[:end])
        worst = max(worst, time.perf_counter() - began)
    assert worst < 0.1
    began = time.perf_counter()
    for end in range(1, len(text)):
        await complete(reader, text[:end])
    assert (time.perf_counter() - began) / len(text) < 0.01


async def test_over_http(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/ask/complete", params={"q": "G5 Sah", "lang": "fr"})
    assert response.status_code == 200
    assert "g5-sahel" in {s["id"] for s in response.json()}


async def test_ask_over_http_has_the_shape_of_the_contract(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/ask", params={"q": "who supports JITs in Niger"})
    answer = response.json()
    assert {
        "question", "lang", "understood", "outcome", "answer", "stated", "inferred", "commitments",
        "values", "conflict", "paths", "choices", "nearest",
    } <= answer.keys()  # fmt: skip
    assert answer["understood"]["query"]["name"] == "find"
    run = answer["understood"]["query"]
    again = await client.get(
        f"/v1/queries/{run['name']}",
        params={k: ",".join(v) if isinstance(v, list) else v for k, v in run["params"].items()},
    )
    assert again.status_code == 200
    assert {r["answer"]["id"] for r in again.json()["items"]} >= {i["id"] for i in answer["stated"]}
