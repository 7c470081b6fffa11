"""The real Gephi, without its window: what it makes of a file.

The Gephi Toolkit comes from Maven Central, once, into `build/`; `Inspect.java` is compiled there.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SOURCE = HERE / "Inspect.java"


def missing() -> str | None:
    """What this machine lacks to run Gephi, or None."""
    if shutil.which("javac") is None or shutil.which("java") is None:
        return "no Java Development Kit (javac) is installed"
    if shutil.which("mvn") is None and not _toolkit().is_file():
        return "Maven (mvn) is not installed"
    return None


def version() -> str:
    found = re.search(r"<gephi.version>(.+)</gephi.version>", (HERE / "pom.xml").read_text())
    assert found
    return found.group(1)


def _toolkit() -> Path:
    return ROOT / "build" / f"gephi-{version()}" / "toolkit.jar"


def fetch() -> Path:
    """The toolkit's jar, fetched by Maven where it is not there yet."""
    jar = _toolkit()
    if not jar.is_file():
        jar.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=jar.parent) as part:
            command = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml")]
            command += ["dependency:copy-dependencies", f"-DoutputDirectory={part}"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            (found,) = Path(part).glob("gephi-toolkit-*.jar")
            found.rename(jar)
    return jar


def _compiled(jar: Path) -> Path:
    """The folder with the compiled class, made again when its source has changed."""
    classes = jar.parent / "classes"
    built = classes / "Inspect.class"
    if not built.is_file() or built.stat().st_mtime < SOURCE.stat().st_mtime:
        command = ["javac", "-encoding", "UTF-8", "-cp", str(jar), "-d", str(classes), str(SOURCE)]
        subprocess.run(command, check=True)
    return classes


def inspect(*files: Path | Sequence[Path], day: str | None = None) -> list[dict[str, Any]]:
    """What Gephi holds after opening each file; files in a sequence go into one workspace.

    Each answer has `nodes`, `edges`, `edge_types` (name to count), `node_columns` and
    `edge_columns` (title to Java type), `issues` of the import report, `node_rows`, `edge_rows`.
    With a `day`, `that_day` has the ids of the nodes that are left when its timeline stands there.
    RuntimeError with Gephi's own words when it cannot open one.
    """
    jar = fetch()
    classes = _compiled(jar)
    names = [str(f) if isinstance(f, Path) else ":".join(map(str, f)) for f in files]
    with tempfile.TemporaryDirectory() as home:  # Gephi keeps settings in its user's home
        command = ["java", "-Xmx2g", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"]
        command += [f"-Dday={day}"] if day else []
        command += [f"-Duser.home={home}", "-cp", f"{jar}:{classes}", "Inspect", *names]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)
    if done.returncode:
        raise RuntimeError(f"Gephi did not open {names}:\n{done.stderr[-3000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]
