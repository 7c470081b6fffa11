"""The ids of things live under a base of one's own, where `SAHELGRAPH_BASE` says so."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from app.settings import Settings
from queries.ids import DEFAULT_BASE, ONTOLOGY
from tests.app.conftest import serving

BASE = "https://sahel.example.org/kg/"
THINGS = ("id", "statement", "document")


@pytest.fixture(scope="module")
async def mine(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    folder = tmp_path_factory.mktemp("base") / "graph"
    # Without its slash, as people write it.
    async with serving(Settings(graph=f"embedded:{folder}", base=BASE.rstrip("/"))) as client:
        yield client


async def get(client: httpx.AsyncClient, address: str) -> Any:
    answer = await client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def strings(value: Any) -> list[str]:
    """All texts of an answer, but the words of documents, which only one service has, and the
    cursor, which names the version."""
    if isinstance(value, dict):
        kept = {name: item for name, item in value.items() if name not in {"quote", "next"}}
        return [text for item in (*kept, *kept.values()) for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize(
    "address",
    [
        "/v1/queries/who-supports?of=jit&place=niger",
        "/v1/entities/jit",
        "/v1/statements?subject=eutf",
        "/v1/commitments?document=niamey-2018",
        "/v1/documents",
        "/v1/documents/niamey-2018/paragraphs",
        "/v1/ask?q=who%20supports%20JITs%20in%20Niger",
        "/v1/graph?seed=jit",
        "/v1/graph/paths?from=interpol&to=pcms",
        "/v1/gaps",
        "/v1/overlaps?of=pcms",
    ],
)
async def test_the_same_answer_under_another_base(
    mine: httpx.AsyncClient, client: httpx.AsyncClient, address: str
) -> None:
    got = strings(await get(mine, address))
    old = [DEFAULT_BASE + name for name in THINGS]
    assert not [text for text in got if text.startswith(tuple(old))]
    usual = strings(await get(client, address))
    moved = [
        text.replace(DEFAULT_BASE, BASE) if text.startswith(tuple(old)) else text for text in usual
    ]
    # Terms are shared by all: they do not move.
    assert sorted(got) == sorted(moved)


@pytest.mark.parametrize("id_", ["jit", "id:jit", f"{BASE}id/jit"])
async def test_ids_resolve(mine: httpx.AsyncClient, id_: str) -> None:
    found = await get(mine, f"/v1/entities/{id_}")
    assert (found["id"], found["iri"]) == ("jit", f"{BASE}id/jit")


async def test_an_id_under_the_usual_base_is_none_here(mine: httpx.AsyncClient) -> None:
    answer = await mine.get(f"/v1/entities/{DEFAULT_BASE}id/jit")
    assert answer.status_code == 404
    assert "jit" in {near["id"] for near in answer.json()["nearest"]}


@pytest.mark.parametrize(("format", "parser"), [("turtle", "turtle"), ("jsonld", "json-ld")])
async def test_linked_data_carries_the_new_iris(
    mine: httpx.AsyncClient, format: str, parser: str
) -> None:
    answer = await mine.get(f"/v1/entities/jit?format={format}")
    graph = Graph().parse(data=answer.text, format=parser)
    assert set(graph.objects(URIRef(f"{BASE}id/jit"), SKOS.prefLabel))
    subjects = {str(subject) for subject in graph.subjects()}
    assert not [s for s in subjects if s.startswith(tuple(DEFAULT_BASE + n for n in THINGS))]
    assert any(str(o).startswith(ONTOLOGY) for o in graph.objects())


async def test_a_cut_carries_the_new_iris(mine: httpx.AsyncClient) -> None:
    text = (await mine.get("/v1/graph?seed=jit&format=ntriples")).text
    assert f"<{BASE}id/jit>" in text
    assert f"<{DEFAULT_BASE}id/" not in text
