"""The `type` of every problem leads to a page that says what it means and what to do."""

from __future__ import annotations

import httpx
import pytest

from app.problem_kinds import KINDS, Problem


def _all(kind: type[Problem] = Problem) -> set[type[Problem]]:
    return {kind}.union(*(_all(sub) for sub in kind.__subclasses__()))


def test_no_kind_is_without_its_page() -> None:
    assert set(KINDS) == _all()
    assert len({kind.type for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type)
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_the_page_of_a_problem(
    client: httpx.AsyncClient, kind: type[Problem], lang: str
) -> None:
    address = f"/problems/{kind.type}"
    said = (await client.get(address, headers={"Accept-Language": lang})).json()
    assert (said["type"], said["status"]) == (address, kind.status)
    assert (said["meaning"], said["remedy"]) == (kind.meanings[lang], kind.remedies[lang])
    assert kind.meanings["en"] != kind.meanings["fr"]
    page = await client.get(f"{address}?lang={lang}", headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.headers["content-type"].startswith("text/html")
    assert page.headers["content-language"] == lang
    assert f'lang="{lang}"' in page.text
    assert kind.titles[lang].replace("’", "’") in page.text


async def test_a_problem_leads_to_its_page(client: httpx.AsyncClient) -> None:
    for address in ("/v1/entities/jti", "/v1/nothing", "/v1/statements?limit=0"):
        problem = (await client.get(address)).json()
        page = await client.get(problem["type"])
        assert page.json()["title"] == problem["title"]


async def test_all_kinds_are_listed(client: httpx.AsyncClient) -> None:
    listed = (await client.get("/problems")).json()["items"]
    assert [one["type"] for one in listed] == [f"/problems/{kind.type}" for kind in KINDS]
    page = await client.get("/problems?format=html&lang=fr")
    assert all(f'id="{kind.type}"' in page.text for kind in KINDS)


async def test_no_such_problem_gives_the_nearest(client: httpx.AsyncClient) -> None:
    answer = await client.get("/problems/unknown-i")
    assert answer.status_code == 404
    assert answer.json()["nearest"][0] == "unknown-id"
