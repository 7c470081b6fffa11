"""The service as its users run it: a process of its own that listens on a free port."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import httpx

START_SECONDS = 120


@contextmanager
def running(**environment: str) -> Iterator[str]:
    """The address of a service with these settings, ready, stopped at the end."""
    # A file, since a pipe that nobody empties would stop the service.
    with tempfile.TemporaryFile("w+") as said, _started(said, environment) as process:
        try:
            address = _address(process, said)
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()


def _started(said: IO[str], environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", "from app.cli import main; main()", "serve", "--port", "0"],
        stderr=said,
        text=True,
        env={**os.environ, "SAHELGRAPH_LOG_LEVEL": "warning", **environment},
    )


def _address(process: subprocess.Popen[str], said: IO[str]) -> str:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        said.seek(0)
        text = said.read()
        address = re.search(r"http://\S+", text)
        if address and _ready(address[0]):
            return address[0]
        assert process.poll() is None, text
        time.sleep(0.05)
    raise AssertionError("the service did not become ready")


def _ready(address: str) -> bool:
    try:
        return httpx.get(f"{address}/v1/readyz", timeout=5).status_code == 200
    except httpx.TransportError:
        return False
