"""A typed Python client is made of the OpenAPI document without a warning, and it works."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

NAME = "sahelgraph_client"


@pytest.fixture(scope="module")
def package(service: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name under which the generated package can be imported."""
    folder = tmp_path_factory.mktemp("client")
    document = folder / "openapi.json"
    document.write_text(httpx.get(f"{service}/openapi.json").text, encoding="utf-8")
    programs = Path(sys.executable).parent
    done = subprocess.run(
        [
            str(programs / "openapi-python-client"), "generate", "--path", str(document),
            "--meta", "none", "--output-path", str(folder / NAME), "--fail-on-warning",
        ],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"},
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    sys.path.insert(0, str(folder))
    yield NAME
    sys.path.remove(str(folder))


def _module(package: str, name: str) -> Any:
    found: ModuleType = importlib.import_module(f"{package}.{name}")
    return found


def test_every_operation_is_a_function(package: str, service: str) -> None:
    document = json.loads(httpx.get(f"{service}/openapi.json").text)
    for item in document["paths"].values():
        for operation in item.values():
            name = operation["operationId"].replace("-", "_")
            module = _module(package, f"api.{operation['tags'][0]}.{name}")
            assert callable(module.sync), name


def test_rows_come_with_their_types(package: str, service: str) -> None:
    client = _module(package, "client").Client(base_url=service)
    query = _module(package, "api.catalogue.query_who_supports")
    page = query.sync(client=client, of="jit", place="niger")
    assert type(page).__name__ == "QueryWhoSupportsPage"
    assert page.total == len(page.items) == 19
    stated = [row for row in page.items if row.tier == "stated"]
    assert [row.actor.id for row in stated] == ["niamey-participants"]
    assert {e.paragraph for e in stated[0].evidence} == {"¶12", "¶17"}
    inferred = next(row for row in page.items if row.tier == "inferred")
    premise = page.included.premises[inferred.premises[0].statement]
    assert premise.subject.label
    assert premise.evidence[0].document


def test_a_page_leads_to_the_next(package: str, service: str) -> None:
    client = _module(package, "client").Client(base_url=service)
    statements = _module(package, "api.statements.statements")
    first = statements.sync(client=client, document="dinard-2019", limit=5)
    second = statements.sync(client=client, document="dinard-2019", limit=5, cursor=first.next_)
    assert first.total == second.total
    assert not {s.id for s in first.items} & {s.id for s in second.items}


def test_a_problem_has_a_type_too(package: str, service: str) -> None:
    client = _module(package, "client").Client(base_url=service)
    answer = _module(package, "api.things.entities_by_id").sync_detailed("jti", client=client)
    assert answer.status_code == 404
    assert type(answer.parsed).__name__ == "ProblemDetail"
    assert answer.parsed.type_ == "/problems/unknown-id"
    assert "jit" in {near["id"] for near in answer.parsed.nearest}
