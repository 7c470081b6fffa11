"""A real Neo4j Community server for tests and measurements, without Docker.

Its jars come from Maven Central, once, into `build/`. `python -m tests.neo4j_server` runs one
until Ctrl-C and prints its URI.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from neo4j import AsyncGraphDatabase

POM = Path(__file__).parent / "pom.xml"
ROOT = POM.parents[2]
START_SECONDS = 120

CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.memory.pagecache.size=256m
dbms.security.auth_enabled={auth}
dbms.usage_report.enabled=false
"""

OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


@dataclass(frozen=True)
class Server:
    """A running server: its Bolt URI, the process, the folder of its data and logs."""

    uri: str
    pid: int
    home: Path

    def stop(self) -> None:
        """End it at once: nobody needs its data again."""
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass  # gone already, or started by another test process
        shutil.rmtree(self.home, ignore_errors=True)


def missing() -> str | None:
    """What this machine lacks to run a server, or None."""
    if shutil.which("mvn") is None and not _jars().is_dir():
        return "Maven (mvn) is not installed"
    try:
        shown = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "Java is not installed"
    version = re.search(r'version "(\d+)', shown.stderr + shown.stdout)
    if version is None or int(version.group(1)) < 17:
        return "Java 17 or newer is not installed"
    return None


def version() -> str:
    found = re.search(r"<neo4j.version>(.+)</neo4j.version>", POM.read_text())
    assert found
    return found.group(1)


def _jars() -> Path:
    return ROOT / "build" / f"neo4j-{version()}"


def fetch() -> Path:
    """The folder with the server's jars, filled by Maven where it is not there yet."""
    jars = _jars()
    if not jars.is_dir():
        jars.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=jars.parent, prefix="neo4j-") as parts:
            goal = ["dependency:copy-dependencies", f"-DoutputDirectory={parts}/lib"]
            subprocess.run(
                ["mvn", "-q", "-B", "-f", str(POM), *goal], check=True, stdout=subprocess.DEVNULL
            )
            with contextlib.suppress(OSError):
                Path(parts, "lib").rename(jars)  # unless another process was faster
    assert jars.is_dir()
    return jars


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(*, heap: str = "1g", password: str | None = None, extra: str = "") -> Server:
    """A new, empty server on free ports; with `password`, user `neo4j` must give it.

    `extra` lines end its configuration. RuntimeError with the end of its log when it does not
    answer within two minutes.
    """
    jars = fetch()
    home = Path(tempfile.mkdtemp(prefix="sahelgraph-neo4j-"))
    bolt, http = _free_port(), _free_port()
    (home / "conf").mkdir()
    conf = CONF.format(bolt=bolt, http=http, auth=str(password is not None).lower()) + extra
    (home / "conf" / "neo4j.conf").write_text(conf)
    command = ["java", "-cp", f"{jars}/*"]
    command += [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED]
    if password is not None:
        environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        admin = [f"-Dbasedir={home}", "org.neo4j.cli.AdminTool"]
        subprocess.run(
            [*command, *admin, "dbms", "set-initial-password", password],
            check=True,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
    command += [f"-Xmx{heap}", "org.neo4j.server.CommunityEntryPoint"]
    command += [f"--home-dir={home}", f"--config-dir={home}/conf"]
    with (home / "out.log").open("wb") as out:
        # A session of its own: Ctrl-C in the terminal is for the tests, which then stop it.
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    server = Server(f"neo4j://127.0.0.1:{bolt}", process.pid, home)
    deadline = time.monotonic() + START_SECONDS
    while not _answers(bolt):
        if process.poll() is not None or time.monotonic() > deadline:
            log = (home / "out.log").read_text(errors="replace")[-3000:]
            server.stop()
            raise RuntimeError(f"Neo4j did not start:\n{log}")
        time.sleep(0.2)
    return server


def _answers(port: int) -> bool:
    """Whether Bolt shakes hands (Bolt protocol, "handshake"): the port opens earlier."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(bytes.fromhex("6060b017 00000405 00000004 00000003 00000000"))
            return len(connection.recv(4)) == 4
    except OSError:
        return False


@contextmanager
def running(*, heap: str = "1g", password: str | None = None, extra: str = "") -> Iterator[Server]:
    server = start(heap=heap, password=password, extra=extra)
    try:
        yield server
    finally:
        server.stop()


async def empty(uri: str) -> None:
    """Remove all nodes; constraints and indexes stay."""
    async with AsyncGraphDatabase.driver(uri) as driver, driver.session() as session:
        query = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"
        await (await session.run(query)).consume()
