"""Types for TypeScript are made of the OpenAPI document, and a client compiles against them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest

SOURCE = Path(__file__).parent / "typescript"
BUILD = Path(__file__).parents[2] / "build" / "typescript"


def _require_node() -> None:
    if missing := [name for name in ("node", "npm", "npx") if shutil.which(name) is None]:
        message = f"no test of the TypeScript client: {', '.join(missing)} not installed"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)


def _run(*words: str) -> None:
    done = subprocess.run(
        words, cwd=BUILD, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout[-4000:]}{done.stderr[-4000:]}"


def test_a_client_compiles_against_the_generated_types(service: str) -> None:
    _require_node()
    BUILD.mkdir(parents=True, exist_ok=True)
    lock = (SOURCE / "package-lock.json").read_bytes()
    for file in SOURCE.iterdir():
        shutil.copy(file, BUILD)
    done = BUILD / "node_modules" / ".locked"
    if not done.exists() or done.read_bytes() != lock:
        _run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
        done.write_bytes(lock)
    document = BUILD / "openapi.json"
    document.write_text(httpx.get(f"{service}/openapi.json").text, encoding="utf-8")
    _run("npx", "--no-install", "openapi-typescript", "openapi.json", "-o", "sahelgraph.d.ts")
    _run("npx", "--no-install", "tsc", "-p", ".")
