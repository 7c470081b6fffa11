"""The recipes do what they say: commands and Python are run, the notebook is executed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "recipes.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```sh\n(.*?)```\n(?:```text\n(.*?)```)?", TEXT, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
R = re.findall(r"```r\n(.*?)```", TEXT, re.DOTALL)
NOTEBOOK = DOCS / "recipes.ipynb"


def _run(words: list[str], service: str, folder: Path) -> str:
    done = subprocess.run(
        words,
        capture_output=True,
        text=True,
        timeout=120,
        cwd=folder,
        env={
            **os.environ,
            "SAHELGRAPH": service,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        },
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize(
    ("command", "printed"), COMMANDS, ids=[command.split("\n")[0][:60] for command, _ in COMMANDS]
)
def test_a_command_works(service: str, tmp_path: Path, command: str, printed: str) -> None:
    if shutil.which("curl") is None or shutil.which("bash") is None:
        pytest.skip("no test of the commands: curl or bash is not installed")
    # -f: an answer that is a problem fails, except where the recipe is about one.
    if "promissed" not in command:
        command = command.replace("curl -s", "curl -fs")
    out = _run(["bash", "-euo", "pipefail", "-c", command], service, tmp_path)
    if printed:
        assert out == printed


@pytest.mark.parametrize("text", PYTHON)
def test_the_python_works(service: str, tmp_path: Path, text: str) -> None:
    assert " things, " in _run([sys.executable, "-c", text], service, tmp_path)


def _without_r() -> str | None:
    if shutil.which("Rscript") is None:
        return "R is not installed (Debian: r-base-core r-cran-jsonlite r-cran-igraph)"
    code = "library(jsonlite); library(igraph)"
    found = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=False)
    return found.stderr[-200:] if found.returncode else None


@pytest.mark.parametrize("text", R)
def test_the_r_works(service: str, tmp_path: Path, text: str) -> None:
    if reason := _without_r():
        pytest.skip(f"no test of the R: {reason}")
    printed = _run(["Rscript", "-e", text], service, tmp_path)
    assert re.search(r"stated +Participants of the Niamey meeting", printed)
    assert re.search(r"supports +[0-9 ]+\n", printed)
    assert "G5 Sahel Security Cooperation Platform" in printed  # the most linked, by name


def test_the_notebook_leads_from_a_question_to_gephi(
    service: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAHELGRAPH", service)
    book = nbformat.read(NOTEBOOK, as_version=4)
    # The kernel is this environment's Python, whatever is installed beside it.
    NotebookClient(
        book, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    printed = "".join(
        output.get("text", "")
        for cell in book.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    )
    assert "stated | Participants of the Niamey meeting" in printed
    gexf = (tmp_path / "jit-niger.gexf").read_text(encoding="utf-8")
    assert 'xmlns="http://gexf.net/1.3"' in gexf


def test_the_notebook_is_light() -> None:
    assert NOTEBOOK.stat().st_size < 20_000
