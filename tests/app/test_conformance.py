"""The service answers as its OpenAPI document says, whatever it is asked (schemathesis).

Each operation gets its examples, generated requests within and beyond its bounds, and methods that
it does not have. No answer may be a 5xx, have a status, a media type or a shape that the document
does not name, or accept what the document forbids.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.running import running
from tests.conftest import ENGINES, neo4j_emptied

SECONDS = 900
# Every bound of every parameter is tried too, on the engine that answers faster; of the operations
# that are made from headers by one code, a few that take every type of parameter.
EACH_BOUND = r"^/(?!v1/queries/)|/(who-supports|find|commitments-due|programmes-against|figures)$"


@pytest.mark.parametrize("engine", ENGINES)
async def test_no_request_is_answered_otherwise_than_documented(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path, shared_folder: Path
) -> None:
    if engine == "neo4j":
        uri: str = request.getfixturevalue("neo4j_uri")
        async with neo4j_emptied(uri, shared_folder):
            _check(uri, engine, tmp_path)
    else:
        _check(f"embedded:{tmp_path / 'graph'}", engine, tmp_path)


def _check(graph: str, engine: str, folder: Path) -> None:
    with running(SAHELGRAPH_GRAPH=graph) as address:
        _try(address, folder, "--phases", "examples,fuzzing", "--max-examples", "2")
        if engine == "embedded":
            _try(address, folder, "--phases", "coverage", "--include-path-regex", EACH_BOUND)


def _try(address: str, folder: Path, *options: str) -> None:
    done = subprocess.run(
        [
            str(Path(sys.executable).with_name("schemathesis")), "run", f"{address}/openapi.json",
            *options, "--workers", "2", "--continue-on-failure", "--seed", "1",
            # Which ids are of the right kind, only the graph knows.
            "--exclude-checks", "positive_data_acceptance", "--warnings", "off",
            "--request-timeout", "60",  # longer than the time limit of a question
        ],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        cwd=folder,  # it leaves files there
        env={
            **os.environ,
            "SCHEMATHESIS_HOOKS": "tests.app.schemathesis_hooks",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "COLUMNS": "100",
        },
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, "\n".join(line[:300] for line in done.stdout.splitlines()[-150:])
    assert "Tested: " in done.stdout
