"""The real graphology (what Gephi Lite and Sigma read with), fetched by npm once, into `build/`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MODULES = HERE.parents[2] / "build" / "graphology"


def missing() -> str | None:
    """What this machine lacks to run graphology, or None."""
    if shutil.which("node") is None:
        return "Node.js (node) is not installed"
    if shutil.which("npm") is None and not (MODULES / "node_modules").is_dir():
        return "npm is not installed"
    return None


def _fetch() -> None:
    wanted = (HERE / "package.json").read_text()
    stamp = MODULES / "fetched"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    MODULES.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "package.json", MODULES)
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run(command, cwd=MODULES, check=True)
    stamp.write_text(wanted)


def read(*files: Path) -> list[dict[str, Any]]:
    """What graphology holds of each file: `order`, `size`, `nodes` by id, `edges`."""
    _fetch()
    done = subprocess.run(
        ["node", str(HERE / "read.cjs"), *map(str, files)],
        env={**os.environ, "MODULES": str(MODULES)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    if done.returncode:
        raise RuntimeError(f"graphology did not open {files}:\n{done.stderr[-3000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]
