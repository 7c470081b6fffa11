"""Walks over HTTP and cuts as files: what a client, networkx and a spreadsheet find in them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import networkx as nx
import pyoxigraph as ox
import pytest

from app.settings import Settings
from exporters import cutrdf, formats
from exporters.cut import Wanted, source, subgraph
from exporters.cutcolumns import export_id
from exporters.stream import Counts
from graph import GraphSettings, open_graph
from queries.filters import Filters, bind
from queries.reader import Reader
from queries.traverse.bounds import Clock
from queries.traverse.links import whole
from tests.app.conftest import serving
from tests.queries.filled import filled
from tests.traverse.small import filters


@pytest.fixture(scope="module")
async def client(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    folder = tmp_path_factory.mktemp("graph-api") / "graph"
    async with serving(Settings(graph=f"embedded:{folder}")) as found:
        yield found


async def got(client: httpx.AsyncClient, address: str) -> Any:
    answer = await client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("neighbours?id=interpol&depth=2", {"items", "total", "limit", "next", "cut"}),
        ("paths?from=interpol&to=pcms&k=2", {"items", "total", "limit", "next", "cut"}),
        ("common?ids=pcms,jit&at_least=2", {"items", "total", "limit", "next", "cut"}),
        ("connections?ids=pcms&ids=jit", {"nodes", "edges", "paths", "groups", "cut"}),
        ("structure?seed=pcms&depth=1&limit=5", {"items", "measures", "summary", "bridges"}),
    ],
)
async def test_every_walk_has_its_address(
    client: httpx.AsyncClient, address: str, fields: set[str]
) -> None:
    found = await got(client, f"/v1/graph/{address}")
    assert fields <= found.keys()
    assert "truncated" in found
    french = await got(client, f"/v1/graph/{address}&lang=fr")
    assert french != found


async def test_an_edge_is_named_as_the_contract_names_it(client: httpx.AsyncClient) -> None:
    page = await got(client, "/v1/graph/paths?from=interpol&to=pcms")
    edge = page["items"][0]["edges"][0]
    assert {"from", "to", "predicate", "statement", "status", "certainty", "evidence"} <= set(edge)
    said = await got(client, f"/v1/statements/{edge['statement']}")
    assert said["subject"]["id"] == edge["from"]
    assert {"document", "paragraph", "summary", "quote"} <= edge["evidence"][0].keys()


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("neighbours?id=interpool", 404, "interpol"),
        ("neighbours?id=pcms&status=ofered", 422, "offered"),
        ("neighbours?id=pcms&as_of=yesterday", 422, "2018-03-16"),
        ("neighbours?id=pcms&depth=9", 422, "depth"),
        ("neighbours?id=pcms&colour=red", 422, "colour"),
        ("neighbours?id=pcms&cursor=x", 410, "cursor"),
        ("neighbours", 422, "id"),
        ("paths?from=pcms&to=pcms", 422, "two things"),
        ("paths?from=pcms&to=jit&rank=best", 422, "telling"),
        ("common?ids=pcms", 422, "two different"),
        ("connections", 422, "ids"),
        ("structure?by=fame", 422, "betweenness"),
        ("structure?seed=nowhere-at-all", 404, "nowhere-at-all"),
    ],
)
async def test_what_is_wrong_is_a_problem(
    client: httpx.AsyncClient, address: str, status: int, said: str
) -> None:
    answer = await client.get(f"/v1/graph/{address}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.text


async def test_the_cut_as_json_is_read_by_networkx(client: httpx.AsyncClient) -> None:
    data = await got(client, "/v1/graph?seed=pcms&depth=2")
    graph = nx.node_link_graph(data, edges="links")
    assert graph.is_directed()
    assert graph.is_multigraph()
    around = await got(client, "/v1/graph/neighbours?id=pcms&depth=2&limit=1000")
    assert graph.nodes.keys() == {"pcms"} | {item["id"] for item in around["items"]}
    assert graph.nodes["pcms"]["kind"] == "Mechanism"
    assert graph.nodes["pcms"]["acronym"] == ["PCMS"]
    said = [e for e in data["links"] if (e["source"], e["target"]) == ("interpol", "pcms")]
    assert sorted(e["kind"] for e in said) == ["proposesFor", "supports"]
    assert all(len(e["statements"]) == e["weight"] == 2 for e in said)


@pytest.mark.parametrize(
    ("accept", "format_", "media"),
    [
        ("application/gexf+xml", None, "application/gexf+xml"),
        ("text/turtle;q=0.5, application/json", None, "application/json"),
        ("text/html,*/*;q=0.8", None, "application/json"),
        ("text/csv", "turtle", "text/turtle"),
        ("application/ld+json", None, "application/ld+json"),
    ],
)
async def test_the_format_is_negotiated(
    client: httpx.AsyncClient, accept: str, format_: str | None, media: str
) -> None:
    params = {"seed": "jit", **({"format": format_} if format_ else {})}
    answer = await client.get("/v1/graph", params=params, headers={"accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media)


async def test_a_format_that_there_is_not_is_refused(client: httpx.AsyncClient) -> None:
    refused = await client.get("/v1/graph?seed=jit", headers={"accept": "image/png"})
    assert refused.status_code == 406
    assert (await client.get("/v1/graph?seed=jit&format=pdf")).status_code == 422
    assert (await client.get("/v1/graph?seed=nowhere-at-all")).status_code == 404


async def test_everything_goes_out_once(reader: Reader) -> None:
    """Counts of things, edges and statements are the graph's, in every format, cut or not."""
    for chosen in (Filters(), filters(as_of="2016"), filters(certainty="stated", theme="training")):
        links, _ = await whole(reader, await bind(reader, chosen), Clock())
        ends = {end for link in links for end in (link.source, link.target)}
        kinds = {(link.source, link.type, link.target) for link in links}
        wanted = Wanted(filters=chosen)
        for name in formats.FORMATS:
            counts = Counts()
            cut = subgraph(await source(reader, wanted, "fr"), wanted)
            body = b"".join([part async for part in formats.stream(name, cut, counts)])
            parts = set(formats.FORMATS[name].encoder(cut).parts)
            if "nodes" in parts:
                assert counts.nodes == len(ends), name
            if "edges" in parts:
                assert counts.edges == len(kinds), name
                assert counts.statements == len(links), name
            if name == "csv-statements":
                rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
                assert len(rows) == len(links)
                assert all(row["documents"] and row["paragraphs"] for row in rows)


async def test_rdf_of_a_cut_says_what_the_graph_says_of_its_statements(reader: Reader) -> None:
    wanted = Wanted(("pcms",), 1)
    cut = await source(reader, wanted, "en")
    assert cut.part is not None
    found: list[set[Any]] = []
    for name, parser in (
        ("turtle", ox.RdfFormat.TURTLE),
        ("ntriples", ox.RdfFormat.N_TRIPLES),
        ("jsonld", ox.RdfFormat.JSON_LD),
    ):
        body = b"".join([part async for part in cutrdf.stream(cut, name)])
        said = ox.Dataset(ox.Quad(*list(t)[:3]) for t in ox.parse(body, parser))
        said.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        found.append({str(quad) for quad in said})
    assert found[0] == found[1] == found[2]
    subjects = {quad.split(" ")[0].strip("<>") for quad in found[0]}
    assert {link.statement for link in cut.part.links} <= subjects
    assert set(cut.part.distance) <= subjects
    # Views are no RDF: no triple leads straight from one thing to another by a predicate.
    direct = {
        quad.split(" ")[1]
        for quad in found[0]
        if quad.split(" ")[0].strip("<>") in cut.part.distance
    }
    assert not {f"<{reader.base}ontology#{name}>" for name in ("supports", "partOf")} & direct


async def test_ids_of_an_export_lead_back_to_their_things(reader: Reader) -> None:
    ids = (await reader.lexicon()).ids
    for iri in (
        f"{ids.base}id/pcms", f"{ids.ontology}actual", f"{ids.base}document/niamey-2018/17",
        f"{ids.base}id/niamey-2018", "https://example.org/x", "_:d.1",
    ):  # fmt: skip
        assert ids.candidates(export_id(ids, iri))[0] == iri


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from app.cli import main; main()", *words],
        capture_output=True, text=True, check=False,
        env={**os.environ, "SAHELGRAPH_GRAPH": f"embedded:{folder}"},
    )  # fmt: skip


@pytest.fixture(scope="module")
async def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("export") / "graph"
    graph = open_graph(GraphSettings(uri=f"embedded:{found}"))
    await filled(graph)
    await graph.close()
    return found


def test_the_command_writes_a_cut(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cut.json"
    done = run(
        folder, "export", "--seed", "pcms", "--status", "offered", "--status", "proposed",
        "-o", str(out),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    data = json.loads(out.read_text())
    assert {e["status"] for e in data["links"]} <= {"offered", "proposed", "offered + proposed"}
    assert "interpol" in {n["id"] for n in data["nodes"]}
    gexf = tmp_path / "niger.gexf"
    done = run(folder, "export", "--place", "niger", "--as-of", "2018", "-o", str(gexf))
    assert done.returncode == 0, done.stderr
    assert gexf.read_bytes().startswith(b"<?xml")
    cut = run(folder, "export", "--predicate", "funds", "--format", "ntriples")
    assert "sahelgraph/ontology#funds" in cut.stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--format", "pdf"), 2, "gexf"),
        (("--format", "gexf", "--status", "ofered"), 2, "offered"),
        (("--format", "gexf", "--seed", "pmcs-x"), 1, "pcms"),
        (("--format", "gexf", "--as-of", "soon"), 2, "2018-03-16"),
        (("--format", "trig", "--status", "offered"), 2, "trig"),
        (("--depth", "9"), 2, "depth"),
        (("--dataset", "niamey", "--format", "gexf"), 2, "niamey-2018"),
    ],
)
def test_what_is_wrong_with_a_command_is_one_line(
    folder: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = run(folder, "export", *words)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
