"""What a cache between us and a client sees: tags, 304, ages, and who may read from a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import ValidationError

from app.settings import Settings
from graph.port import Row
from loaders.sync import load
from queries.traverse.bounds import Clock
from tests.app.conftest import service_of, serving

ADDRESSES = (
    "/v1/entities/jit",
    "/v1/entities/jit?format=turtle",
    "/v1/statements?subject=eutf",
    "/v1/queries/who-supports?of=jit&place=niger",
    "/v1/queries",
    "/v1/graph?seed=jit&format=gexf",
    "/v1/matrix?rows=actor&columns=place",
)


@pytest.mark.parametrize("address", ADDRESSES)
async def test_who_has_an_answer_already_gets_none_again(
    client: httpx.AsyncClient, address: str
) -> None:
    first = await client.get(address)
    tag = first.headers["etag"]
    assert tag.startswith('W/"')
    assert first.headers["cache-control"] == "public, no-cache"
    assert {"accept", "accept-language"} <= _names(first.headers["vary"])
    again = await client.get(address, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert {"accept", "accept-language"} <= _names(again.headers["vary"])
    changed = await client.get(address, headers={"If-None-Match": '"other"'})
    assert changed.status_code == 200


def _names(header: str) -> set[str]:
    return {name.strip().lower() for name in header.split(",")}


async def test_each_language_format_and_question_has_its_own_tag(client: httpx.AsyncClient) -> None:
    asked = (
        ("/v1/entities/jit", {}),
        ("/v1/entities/jit", {"Accept-Language": "fr"}),
        ("/v1/entities/jit?lang=fr", {}),
        ("/v1/entities/jit", {"Accept": "text/turtle"}),
        ("/v1/entities/pcms", {}),
    )
    tags = [(await client.get(a, headers=h)).headers["etag"] for a, h in asked]
    assert len(set(tags)) == len(tags)
    # A tag of one question is none of another's, even where nothing is there.
    answer = await client.get("/v1/entities/nothing-so", headers={"If-None-Match": tags[0]})
    assert answer.status_code == 404


async def test_a_problem_and_the_state_of_the_service_are_never_kept(
    client: httpx.AsyncClient,
) -> None:
    for address in ("/v1/entities/jti", "/v1/healthz", "/v1/readyz"):
        answer = await client.get(address)
        assert "etag" not in answer.headers
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "address",
    [
        # Asked by no other test, whose answer would be kept.
        "/v1/graph/neighbours?id=wapis&depth=3&limit=83",
        "/v1/graph/paths?from=wapis&to=pcms",
        "/v1/graph?seed=wapis&depth=3",
    ],
)
async def test_what_ran_out_of_time_is_kept_by_nobody(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    with monkeypatch.context() as hurried:
        hurried.setattr(Clock, "left", property(lambda _: 0.0))
        cut = await client.get(address)
    assert cut.status_code == 200
    assert "etag" not in cut.headers
    assert cut.headers["cache-control"] == "no-store"
    whole = await client.get(address)
    assert whole.headers["etag"]
    assert len(whole.content) > len(cut.content)


async def test_a_load_changes_the_tag(tmp_path: Path) -> None:
    settings = Settings(graph=f"embedded:{tmp_path / 'graph'}")
    async with serving(settings) as client:
        tag = (await client.get("/v1/entities/jit")).headers["etag"]
        file = tmp_path / "mine.ttl"
        file.write_text("<urn:a> <urn:b> <urn:c> .")
        graph = service_of(client).graph
        assert graph
        await load(graph, [file])
        answer = await client.get("/v1/entities/jit", headers={"If-None-Match": tag})
        assert answer.status_code == 200
        assert answer.headers["etag"] != tag


async def test_the_texts_of_the_documents_are_part_of_an_answer(
    client: httpx.AsyncClient,
) -> None:
    before = (await client.get("/v1/entities/jit")).headers["etag"]
    sources = service_of(client).settings.sources
    assert sources
    extra = sources / "other.txt"
    extra.write_text("one more")
    try:
        assert (await client.get("/v1/entities/jit")).headers["etag"] != before
    finally:
        extra.unlink()


async def test_head_says_what_get_would(client: httpx.AsyncClient) -> None:
    got = await client.get("/v1/entities/jit")
    head = await client.head("/v1/entities/jit")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == got.headers["etag"]
    assert (await client.head("/v1/entities/jti")).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/v1/graph?format=gexf", "/v1/graph?format=turtle", "/v1/graph?format=json", "/v1/queries"],
)
async def test_answers_and_exports_come_compressed(client: httpx.AsyncClient, address: str) -> None:
    async with client.stream("GET", address, headers={"Accept-Encoding": "gzip"}) as answer:
        raw = [part async for part in answer.aiter_raw()]
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in _names(answer.headers["vary"])
    plain = await client.get(address, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert sum(map(len, raw)) < len(plain.content) / 4


@pytest.mark.parametrize("format", ["xlsx", "csv"])
async def test_what_is_packed_already_is_not_packed_again(
    client: httpx.AsyncClient, format: str
) -> None:
    answer = await client.get(f"/v1/graph?seed=jit&format={format}")
    assert answer.content.startswith(b"PK")
    assert "content-encoding" not in answer.headers


ORIGIN = {"Origin": "https://maps.example.org"}


async def test_no_other_page_reads_the_service_unless_told_so(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/healthz", headers=ORIGIN)
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("setting", ["https://maps.example.org", "*"])
async def test_pages_of_named_origins_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv("SAHELGRAPH_CORS_ORIGINS", f"{setting}, https://b.example.org/")
    monkeypatch.setenv("SAHELGRAPH_GRAPH", f"embedded:{tmp_path / 'graph'}")
    async with serving(Settings()) as client:
        answer = await client.get("/v1/entities/jit", headers=ORIGIN)
        assert answer.headers["access-control-allow-origin"] in {ORIGIN["Origin"], "*"}
        assert "ETag" in answer.headers["access-control-expose-headers"]
        # What is open to all is open without anyone's credentials.
        assert "access-control-allow-credentials" not in answer.headers
        problem = await client.get("/v1/entities/jti", headers=ORIGIN)
        assert problem.headers["access-control-allow-origin"] in {ORIGIN["Origin"], "*"}
        asks_first = await client.options(
            "/v1/entities/jit",
            headers={**ORIGIN, "Access-Control-Request-Method": "GET",
                     "Access-Control-Request-Headers": "If-None-Match"},
        )  # fmt: skip
        assert asks_first.status_code == 200
        if setting != "*":
            other = await client.get("/v1/healthz", headers={"Origin": "https://evil.example"})
            assert "access-control-allow-origin" not in other.headers


def test_an_origin_is_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAHELGRAPH_CORS_ORIGINS", "https://example.org/page")
    with pytest.raises(ValidationError, match="is not an origin"):
        Settings()


async def test_how_long_an_answer_is_kept_is_a_setting(tmp_path: Path) -> None:
    settings = Settings(graph=f"embedded:{tmp_path / 'graph'}", cache_seconds=60)
    async with serving(settings) as client:
        answer = await client.get("/v1/entities/jit")
        assert answer.headers["cache-control"] == "public, max-age=60"


async def test_an_answer_is_worked_out_once_until_the_graph_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(graph=f"embedded:{tmp_path / 'graph'}")
    async with serving(settings) as client:
        graph = service_of(client).graph
        assert graph is not None
        asked: list[str] = []
        read = graph.read

        async def counted(text: str, *rest: Any, **more: Any) -> list[Row]:
            asked.append(text)
            return await read(text, *rest, **more)

        monkeypatch.setattr(graph, "read", counted)
        address = "/v1/queries/who-supports?of=jit"
        first = await client.get(address, headers={"Accept-Encoding": "identity"})
        asked.clear()
        again = await client.get(address, headers={"Accept-Encoding": "identity"})
        assert len(asked) == 1, "only the version of the graph is read"
        assert (again.content, again.headers["etag"]) == (first.content, first.headers["etag"])
        assert again.headers["content-language"] == first.headers["content-language"]
        assert again.headers["x-request-id"] != first.headers["x-request-id"]
        packed = await client.get(address, headers={"Accept-Encoding": "gzip"})
        assert packed.headers["content-encoding"] == "gzip"
        assert packed.content == first.content
        head = await client.head(address, headers={"Accept-Encoding": "identity"})
        assert head.headers["content-length"] == first.headers["content-length"]

        file = tmp_path / "more.ttl"
        file.write_text("<https://example.org/a> <https://example.org/b> 1 .", encoding="utf-8")
        await load(graph, [file])
        asked.clear()
        changed = await client.get(address, headers={"Accept-Encoding": "identity"})
        assert len(asked) > 1
        assert changed.headers["etag"] != first.headers["etag"]
        assert changed.json()["items"] == first.json()["items"]


async def test_with_nothing_kept_each_answer_is_worked_out(tmp_path: Path) -> None:
    settings = Settings(graph=f"embedded:{tmp_path / 'graph'}", kept_characters=0)
    async with serving(settings) as client:
        answers = [await client.get("/v1/entities/jit") for _ in range(2)]
        assert answers[0].status_code == 200
        assert answers[0].content == answers[1].content


async def test_an_answer_too_long_for_the_store_is_worked_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(graph=f"embedded:{tmp_path / 'graph'}", kept_characters=8 * 10_000)
    async with serving(settings) as client:
        graph = service_of(client).graph
        assert graph is not None
        asked: list[str] = []
        read = graph.read

        async def counted(text: str, *rest: Any, **more: Any) -> list[Row]:
            asked.append(text)
            return await read(text, *rest, **more)

        monkeypatch.setattr(graph, "read", counted)
        for address, kept in (("/v1/entities?q=jit", True), ("/v1/statements?limit=50", False)):
            first = await client.get(address)
            assert (len(first.content) < 10_000) is kept
            asked.clear()
            assert (await client.get(address)).content == first.content
            assert (len(asked) == 1) is kept
