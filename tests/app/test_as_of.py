"""Every address answers as the graph stood at a date, or it is said why it has no date."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.app.test_openapi import OPERATIONS

TIMELESS = {
    "/v1/ask/complete": "names and shapes of questions while one types",
    "/v1/queries": "the catalogue is of the service, not of the graph",
    "/v1/healthz": "whether the service runs",
    "/v1/readyz": "whether it can answer",
    "/problems": "pages on what can go wrong",
    "/problems/{name}": "the same",
}
THEN = "2018-01-01"
LATER = re.compile(r"statement/(niamey-2018|dinard-2019)|niamey-2018\.|dinard-2019\."
                   r"|\"document\": ?\"(niamey-2018|dinard-2019)")  # fmt: skip
# What an example names was not there yet.
GONE = {
    "/v1/documents/{id}/paragraphs": 404,
    "/v1/documents/{id}": 404,
    "/v1/commitments/{id}": 404,
    "/v1/commitments/{id}/history": 422,
    "/v1/commitments/compare": 422,
    "/v1/statements/{id}": 404,
}


@pytest.mark.parametrize("path", OPERATIONS)
def test_it_takes_a_date_or_has_none(path: str) -> None:
    names = {parameter["name"] for parameter in OPERATIONS[path].get("parameters", [])}
    assert ("as_of" in names) != (path in TIMELESS)


@pytest.mark.parametrize("path", sorted(OPERATIONS.keys() - TIMELESS.keys()))
async def test_nothing_said_later_is_told(client: httpx.AsyncClient, path: str) -> None:
    address = OPERATIONS[path]["x-example"]
    joined = "&" if "?" in address else "?"
    whole = await client.get(address)
    found = await client.get(f"{address}{joined}as_of={THEN}")
    assert whole.status_code == 200
    assert found.status_code == GONE.get(path, 200), found.text
    if found.status_code == 200:
        assert not LATER.search(found.text)


@pytest.mark.parametrize("path", sorted(OPERATIONS.keys() - TIMELESS.keys()))
async def test_what_is_no_date_is_named(client: httpx.AsyncClient, path: str) -> None:
    address = OPERATIONS[path]["x-example"]
    joined = "&" if "?" in address else "?"
    found = await client.get(f"{address}{joined}as_of=soon")
    assert found.status_code == 422
    assert found.json()["errors"][0]["parameter"] == "as_of"


async def test_an_answer_says_by_which_day(client: httpx.AsyncClient) -> None:
    for asked, said in (("", None), ("&as_of=2017-06", "2017-06-30")):
        found = await client.get(f"/v1/ask?q=who supports the PCMS{asked}")
        assert found.json()["as_of"] == said


async def test_rdf_comes_with_all_that_is_said(client: httpx.AsyncClient) -> None:
    found = await client.get("/v1/entities/jit?format=turtle&as_of=2018")
    assert (found.status_code, found.json()["errors"][0]["parameter"]) == (422, "as_of")
