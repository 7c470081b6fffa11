"""The commands: what they print, where, and with which exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

EXECUTABLE = [sys.executable, "-c", "from app.cli import main; main()"]
GOOD = '@prefix ex: <http://example.org/> .\nex:a ex:b "c"@en , ex:d .\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cli")


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {"SAHELGRAPH_GRAPH": f"embedded:{folder / 'graph'}", **environment}
    return subprocess.run(
        [*EXECUTABLE, *words],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "COLUMNS": "100", **settings},
        check=False,
    )


def test_a_query_fills_an_empty_graph_and_answers(folder: Path) -> None:
    done = run(folder, "query", "who-supports", "--of", "jit", "--place=niger", "--lang", "fr")
    assert done.returncode == 0, done.stderr
    page = json.loads(done.stdout)
    assert page["total"] == 19
    assert page["items"][0]["actor"]["label_lang"] == "fr"
    assert "loading the ontology" in done.stderr


def test_questions_and_queries_are_answered_as_of_a_date(folder: Path) -> None:
    then = ("--as-of", "2017")
    done = run(folder, "query", "who-supports", "--of", "g5-sahel-joint-force", *then)
    assert done.returncode == 0, done.stderr
    documents = {e["document"] for row in json.loads(done.stdout)["items"] for e in row["evidence"]}
    assert documents == {"ec-2017"}
    asked = run(folder, "ask", "who supports JITs in Niger", "--json", *then)
    assert asked.returncode == 0, asked.stderr
    found = json.loads(asked.stdout)
    assert "niamey-2018" not in json.dumps([found["stated"], found["inferred"]])


def test_without_a_name_the_catalogue_is_listed(folder: Path) -> None:
    done = run(folder, "query")
    assert "who-supports --of …" in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("query", "who-suports"), 2, "who-supports"),
        (("query", "who-supports"), 2, "of: this parameter is required"),
        (("query", "who-supports", "--of", "jti"), 1, "jit"),
        (("query", "who-supports", "--of", "jit", "--limit", "0"), 2, "between 1 and 1000"),
        (("query", "who-supports", "--of"), 2, "--of needs a value"),
        (("query", "who-supports", "--of", "jit", "--as-of", "soon"), 2, "2018-03-16"),
        (("export", "--dataset", "niamey"), 1, "niamey-2018"),
        (("export", "--format", "pdf"), 2, "turtle"),
        (("load", "/nowhere/x.ttl"), 1, "/nowhere/x.ttl"),
        (("load", "--dataset", "mine"), 2, "need files"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_what_is_wrong_is_one_clear_line(
    folder: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = run(folder, *words)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SAHELGRAPH_GRAPH", "oracle://x", "names no graph engine"),
        ("SAHELGRAPH_PORT", "eighty", "SAHELGRAPH_PORT"),
        ("SAHELGRAPH_LOG_FORMAT", "xml", "SAHELGRAPH_LOG_FORMAT"),
    ],
)
def test_a_wrong_setting_is_named(folder: Path, name: str, value: str, said: str) -> None:
    done = run(folder, "status", **{name: value})
    assert done.returncode == 2
    assert said in done.stderr


def test_an_engine_that_is_away_is_said(folder: Path) -> None:
    done = run(
        folder, "status", SAHELGRAPH_GRAPH="neo4j://127.0.0.1:1", SAHELGRAPH_RETRY_TIME="0",
        SAHELGRAPH_CONNECT_TIMEOUT="1", SAHELGRAPH_GRAPH_PASSWORD="s3cret",
    )  # fmt: skip
    assert done.returncode == 1
    assert "127.0.0.1:1" in done.stderr
    assert "s3cret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_load_prints_its_ledger_and_export_gives_it_back(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(GOOD, encoding="utf-8")
    dry = run(folder, "load", str(path), "--dry-run")
    assert "nothing was written" in dry.stdout
    done = run(folder, "load", str(path), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["datasets"][0]["stored"] == 2
    out = tmp_path / "out.nt"
    done = run(folder, "export", "--dataset", "mine", "-o", str(out))
    assert done.returncode == 0, done.stderr
    assert sorted(out.read_text().splitlines()) == [
        '<http://example.org/a> <http://example.org/b> "c"@en .',
        "<http://example.org/a> <http://example.org/b> <http://example.org/d> .",
    ]
    listed = json.loads(run(folder, "status", "--json").stdout)
    assert "mine" in {d["id"] for d in listed["datasets"]}


def test_a_broken_file_is_named_with_its_line_and_changes_nothing(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text(GOOD + "ex:a ex:b\n", encoding="utf-8")
    done = run(folder, "load", str(path))
    assert done.returncode == 1
    assert f"{path}, line " in done.stderr
    listed = json.loads(run(folder, "status", "--json").stdout)
    assert "broken" not in {d["id"] for d in listed["datasets"]}
    checked = run(folder, "validate", "--no-shapes", str(path))
    assert checked.returncode == 1
    assert str(path) in checked.stdout


def test_a_second_start_reads_no_ontology_and_stops_when_told(folder: Path) -> None:
    """What makes it quick (bench/starting.py measures it): the graph is there, and nothing that
    reads files is so much as imported."""
    run(folder, "query", "what-is", "--id", "jit")  # the graph is filled
    process = subprocess.Popen(
        [*EXECUTABLE, "serve", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "SAHELGRAPH_GRAPH": f"embedded:{folder / 'graph'}",
            "PYTHONPROFILEIMPORTTIME": "1",
        },
    )
    said: list[str] = []
    try:
        assert process.stderr
        for line in process.stderr:
            said.append(line)
            if "graph-ready" in line:
                break
        address = next(w for line in said for w in line.split() if w.startswith("http://127"))
        assert httpx.get(f"{address}/v1/entities/jit", timeout=30).status_code == 200
    finally:
        process.send_signal(signal.SIGINT)
        said += process.communicate(timeout=30)[1].splitlines()
        assert process.returncode == 0
    imported = {line.rsplit("|", 1)[-1].strip() for line in said if line.startswith("import time:")}
    assert {"fastapi", "queries"} <= imported  # the list is one
    assert not imported & {"rdflib", "pyshacl", "pyoxigraph", "loaders.rdf", "loaders.sync"}
    assert not any("filling" in line for line in said)


def test_a_second_process_on_the_embedded_folder_is_told(folder: Path) -> None:
    run(folder, "query", "what-is", "--id", "jit")
    process = subprocess.Popen(
        [*EXECUTABLE, "serve", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "SAHELGRAPH_GRAPH": f"embedded:{folder / 'graph'}"},
    )
    try:
        assert process.stderr
        for line in process.stderr:
            if "graph-ready" in line:
                break
        second = run(folder, "status")
        assert second.returncode == 1
        assert "in use by another process" in second.stderr
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def test_load_without_files_brings_a_graph_to_what_this_version_ships(folder: Path) -> None:
    things = Path("ontology/data/things.ttl").resolve()
    stale = folder.parent / "things.ttl"
    text = things.read_text(encoding="utf-8")
    stale.write_text(text[: text.index("\n\n", len(text) // 2)] + "\n", encoding="utf-8")
    assert run(folder, "load", str(stale)).returncode == 0

    updated = json.loads(run(folder, "load", "--json").stdout)
    changed = {d["dataset"] for d in updated["datasets"] if d["new"] or d["removed"]}
    assert "things" in changed
    again = json.loads(run(folder, "load", "--json").stdout)
    assert {d["dataset"] for d in again["datasets"]} >= {"ontology", "things", "niamey-2018"}
    assert not any(d["new"] or d["removed"] for d in again["datasets"])


def test_a_file_that_the_shapes_refuse_is_not_loaded(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "nameless.ttl"
    wrong.write_text(
        "@prefix sg: <https://w3id.org/sahelgraph/ontology#> .\n"
        "<https://w3id.org/sahelgraph/id/nobody>\n    a sg:State .\n",
        encoding="utf-8",
    )
    done = run(folder, "load", str(wrong), "--validate")
    assert done.returncode == 1
    assert f"{wrong}:2: violation" in done.stderr
    assert "nothing was loaded" in done.stderr
    assert "nameless" not in run(folder, "status").stdout

    right = tmp_path / "right.ttl"
    right.write_text("<https://example.org/a> <https://example.org/b> 1 .", encoding="utf-8")
    assert run(folder, "load", str(right), "--validate").returncode == 0
