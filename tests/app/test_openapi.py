"""The OpenAPI document says of every operation what it is, takes and answers, with an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.main import create_app
from app.settings import Settings
from queries.catalogue import load

PROBLEM = {"$ref": "#/components/schemas/ProblemDetail"}
# What an address may answer beside 200, by what it takes and does.
ALWAYS = {"422", "500"}
WITH_GRAPH = {"503", "504"}
WITHOUT_GRAPH = {"/v1/healthz", "/problems", "/problems/{name}"}


def document() -> dict[str, Any]:
    return create_app(Settings(graph="neo4j://127.0.0.1:1")).openapi()


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in document()["paths"].items():
        for operation in item.values():
            yield path, operation


OPERATIONS = dict(operations())


@pytest.mark.parametrize("path", OPERATIONS)
def test_an_operation_lacks_nothing(path: str) -> None:
    operation = OPERATIONS[path]
    assert len(operation["summary"]) > 10
    description, _, example = operation["description"].rpartition("Example: ")
    assert len(description.strip()) > 20
    assert example == f"`GET {operation['x-example']}`"
    answers = operation["responses"]
    wanted = ALWAYS | (set() if path in WITHOUT_GRAPH else WITH_GRAPH)
    names = {parameter["name"] for parameter in operation.get("parameters", [])}
    if "cursor" in names:
        wanted |= {"410"}
    if "{" in path or path.startswith("/v1/queries/"):
        wanted |= {"404"}
    if "format" in names and not path.startswith("/problems"):
        wanted |= {"406"}
    assert wanted <= answers.keys()
    for status, answer in answers.items():
        assert answer["description"]
        if status != "200":
            body = answer["content"]["application/problem+json"]
            assert body["schema"] == PROBLEM
            assert {e["value"]["status"] for e in body["examples"].values()} == {int(status)}
    for content in answers["200"]["content"].values():
        assert content.get("schema")


@pytest.mark.parametrize("path", OPERATIONS)
def test_a_required_parameter_has_an_example_and_all_a_meaning(path: str) -> None:
    for parameter in OPERATIONS[path].get("parameters", []):
        if parameter.get("required"):
            assert "example" in parameter, parameter["name"]
        assert parameter["schema"], parameter["name"]


@pytest.mark.parametrize("path", OPERATIONS)
async def test_the_example_of_an_operation_is_answered(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = await client.get(OPERATIONS[path]["x-example"])
    assert answer.status_code == 200, answer.text
    media = answer.headers["content-type"].partition(";")[0]
    assert media in OPERATIONS[path]["responses"]["200"]["content"]


def test_operations_have_names_of_their_own() -> None:
    names = [operation["operationId"] for _, operation in operations()]
    assert len(names) == len(set(names))


def test_all_that_is_referred_to_is_there() -> None:
    schema = document()
    wanted = set(_references(schema))
    there = schema["components"]["schemas"].keys()
    assert wanted <= there
    assert "HTTPValidationError" not in there


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].rpartition("/")[2]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def test_every_query_of_the_catalogue_is_an_operation_in_both_languages() -> None:
    for name, query in load().items():
        operation = OPERATIONS[f"/v1/queries/{name}"]
        assert operation["summary"] == query.header.title.en
        assert query.header.description.fr in operation["description"]
        names = [parameter["name"] for parameter in operation["parameters"]]
        assert len(names) == len(set(names))
        assert {*query.header.parameters, "as_of", "lang", "limit", "cursor"} == set(names)


async def test_the_pages_for_people_need_nothing_from_elsewhere(client: httpx.AsyncClient) -> None:
    for page in ("/docs", "/redoc"):
        shown = await client.get(page)
        assert shown.status_code == 200
        wanted = re.findall(r'(?:src|href)="([^"]+)"', shown.text)
        assert len(wanted) >= 2
        for address in wanted:
            assert address.startswith("/")
            asset = await client.get(address)
            assert asset.status_code == 200
            assert asset.content
