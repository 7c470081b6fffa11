"""What a client gets when something is wrong: a problem that says what, where, what was near."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.main import create_app
from app.service import Service
from app.settings import Settings
from tests.app.conftest import running, serving

SHAPE = {"type", "title", "status", "detail", "instance", "request_id"}


async def problem(client: httpx.AsyncClient, address: str, status: int, **headers: str) -> Any:
    answer = await client.get(address, headers=headers)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body.keys() >= SHAPE
    assert body["status"] == status
    assert body["request_id"] == answer.headers["x-request-id"]
    assert body["instance"] == address.partition("?")[0]
    return body


@pytest.mark.parametrize(
    "address",
    ["/v1/entities/jti", "/v1/queries/who-supports?of=jti", "/v1/statements?subject=jti"],
)
async def test_an_unknown_id_gives_the_nearest(client: httpx.AsyncClient, address: str) -> None:
    body = await problem(client, address, 404)
    assert "jit" in {near["id"] for near in body["nearest"]}
    assert "jti" in body["detail"]


async def test_an_unknown_query_gives_the_nearest(client: httpx.AsyncClient) -> None:
    body = await problem(client, "/v1/queries/who-suports", 404)
    assert body["nearest"][0] == "who-supports"


async def test_an_id_of_another_kind_is_not_a_commitment(client: httpx.AsyncClient) -> None:
    await problem(client, "/v1/commitments/jit", 404)
    await problem(client, "/v1/documents/jit/paragraphs", 404)


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/v1/queries/who-supports?of=jit&plce=niger", "plce"),
        ("/v1/queries/who-supports", "of"),
        ("/v1/queries/who-supports?of=jit&role=fundng", "role"),
        ("/v1/queries/who-supports?of=jit&limit=0", "limit"),
        ("/v1/queries/who-supports?of=jit&limit=5000", "limit"),
        ("/v1/queries/who-supports?of=jit&limit=many", "limit"),
        ("/v1/queries/who-supports?of=jit&of=pcms", "of"),
        ("/v1/statements?limit=0", "limit"),
        ("/v1/statements?subjct=jit", "subjct"),
        ("/v1/statements?status=promised", "status"),
        ("/v1/statements?as_of=yesterday", "as_of"),
        ("/v1/commitments?kind=Promisse", "kind"),
        ("/v1/commitments?has_deadline=perhaps", "has_deadline"),
        ("/v1/entities?q=x&kind=Stat", "kind"),
        ("/v1/entities?limit=0", "limit"),
        ("/v1/documents?lang=de", "lang"),
    ],
)
async def test_a_wrong_parameter_is_named(
    client: httpx.AsyncClient, address: str, parameter: str
) -> None:
    body = await problem(client, address, 422)
    assert body["errors"][0]["parameter"] == parameter
    assert parameter in body["detail"]


async def test_the_nearest_allowed_value_is_told(client: httpx.AsyncClient) -> None:
    body = await problem(client, "/v1/queries/who-supports?of=jit&role=fundng", 422)
    assert body["errors"][0]["nearest"][0] == "funding"
    assert "funding" in body["detail"]


@pytest.mark.parametrize(
    ("address", "nearest"),
    [
        ("/v1/statements?subjct=jit", "subject"),
        ("/v1/documents?langg=fr", "lang"),
        ("/v1/entities/jit?formt=turtle", "format"),
        ("/v1/entities/jit?format=turtel", "turtle"),
        ("/v1/documents?lang=fe", "fr"),
        ("/v1/statements?status=promissed", "proposed"),
        ("/v1/statements?limit=5000", "1000"),
        ("/v1/statements?limit=-1", "1"),
        ("/v1/queries/who-supports?of=jit&limit=5000", "1000"),
        ("/v1/queries/who-supports?of=jit&plce=niger", "place"),
        ("/v1/commitments?has_deadline=tru", "true"),
        ("/v1/commitments?kind=Promisse", "Promise"),
        ("/v1/entities?kind=Stat", "State"),
        ("/v1/matrix?rows=actr&columns=place", "actor"),
        ("/v1/graph/neighbours?id=jit&depth=9", "4"),
        ("/v1/graph?predicate=suports", "supports"),
        ("/v1/graph?format=gefx", "gexf"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_each_wrong_parameter_is_told_the_nearest_allowed(
    client: httpx.AsyncClient, address: str, nearest: str, lang: str
) -> None:
    body = await problem(client, address, 422, **{"Accept-Language": lang})
    assert nearest in body["errors"][0]["nearest"]
    assert nearest in body["detail"]


async def test_what_an_address_allows_is_said_with_a_wrong_method(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.post("/v1/statements")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    "address",
    [
        "/v1/statements", "/v1/commitments", "/v1/entities", "/v1/documents", "/v1/queries",
        "/v1/documents/niamey-2018/paragraphs", "/v1/queries/who-supports?of=jit", "/v1/gaps",
        "/v1/timeline", "/v1/overlaps", "/v1/contradictions", "/v1/matrix?rows=kind&columns=place",
        "/v1/graph/neighbours?id=jit", "/v1/graph/structure",
    ],
)  # fmt: skip
async def test_the_limit_of_every_list_is_bounded(client: httpx.AsyncClient, address: str) -> None:
    mark = "&" if "?" in address else "?"
    for limit in ("0", "-1", "1001", "99999999999999999999", "1e3", "all", ""):
        body = await problem(client, f"{address}{mark}limit={limit}", 422)
        assert body["errors"][0]["parameter"] == "limit"
    for limit in (1, 1000):
        page = (await client.get(f"{address}{mark}limit={limit}")).json()
        assert page["limit"] == limit
        assert len(page["items"]) <= limit


async def test_problems_speak_french(client: httpx.AsyncClient) -> None:
    body = await problem(client, "/v1/entities/jti?lang=fr", 404)
    assert body["title"] == "Rien ne porte cet identifiant"
    body = await problem(client, "/v1/statements?limit=0", 422, **{"Accept-Language": "fr"})
    assert body["title"] == "Un paramètre est incorrect"


async def test_no_such_address_and_no_such_format(client: httpx.AsyncClient) -> None:
    await problem(client, "/v1/nothing-here", 404)
    await problem(client, "/v1/entities/jit", 406, Accept="image/png")
    answer = await client.post("/v1/entities")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_cursor_of_another_question_is_refused(client: httpx.AsyncClient) -> None:
    first = (await client.get("/v1/statements?subject=eutf&limit=1")).json()
    await problem(client, f"/v1/statements?subject=pcms&limit=1&cursor={first['next']}", 410)
    await problem(client, "/v1/statements?subject=pcms&cursor=nonsense", 410)


async def test_a_callers_harmless_request_id_is_kept(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/healthz", headers={"X-Request-ID": "abc-1"})
    assert answer.headers["x-request-id"] == "abc-1"
    answer = await client.get("/v1/healthz", headers={"X-Request-ID": "a b\tc"})
    assert answer.headers["x-request-id"] != "a b\tc"


async def test_the_log_has_the_request_id_and_no_query(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(graph="neo4j://127.0.0.1:1", graph_password="s3cret", log_format="json")  # type: ignore[arg-type]
    settings = settings.model_copy(update={"connect_timeout": 0.5, "retry_time": 0.0})
    async with serving(settings) as client:
        answer = await client.get("/v1/entities?q=somebody")
    written = capsys.readouterr().err
    lines = [json.loads(line) for line in written.splitlines() if line.startswith("{")]
    lines = [line for line in lines if line["logger"] != "httpx"]  # the client's own
    mine = [line for line in lines if line.get("request_id") == answer.headers["x-request-id"]]
    assert any(line["event"] == "request" and line["status"] == 503 for line in mine)
    assert "s3cret" not in written
    assert "somebody" not in json.dumps(lines)


async def test_an_engine_that_is_away_at_the_start(tmp_path: Path) -> None:
    in_the_way = tmp_path / "graph"
    in_the_way.write_text("a file, not a folder")
    settings = Settings(graph=f"embedded:{in_the_way}", reconnect_interval=0.05)
    async with serving(settings) as client:
        assert (await client.get("/v1/healthz")).status_code == 200
        body = await problem(client, "/v1/readyz", 503)
        assert str(in_the_way) in body["detail"]
        await problem(client, "/v1/entities?q=jit", 503)
        await problem(client, "/v1/queries/who-supports?of=jit", 503)
        answer = await client.get("/v1/readyz")
        assert answer.headers["retry-after"]

        # Once the engine is there the service finds it by itself.
        in_the_way.unlink()
        import asyncio

        for _ in range(200):
            if (await client.get("/v1/readyz")).status_code == 200:
                break
            await asyncio.sleep(0.1)
        assert (await client.get("/v1/entities/jit")).status_code == 200


async def test_a_question_that_takes_too_long(tmp_path: Path) -> None:
    app = create_app(Settings(graph=f"embedded:{tmp_path / 'graph'}"))
    service: Service = app.state.service
    async with running(app) as client:
        assert service.reader is not None
        service.reader.timeout = 1e-9
        await problem(client, "/v1/queries/who-supports?of=jit", 504)
        service.reader.timeout = None
        assert (await client.get("/v1/queries/who-supports?of=jit")).status_code == 200


async def test_a_fault_of_our_own_tells_nothing_but_its_request_id() -> None:
    app = create_app(Settings(graph="neo4j://127.0.0.1:1"))

    async def broken() -> None:
        raise RuntimeError("secret detail")

    app.add_api_route("/v1/broken", broken)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://t") as client:
        body = await problem(client, "/v1/broken", 500)
    assert "secret" not in json.dumps(body)
