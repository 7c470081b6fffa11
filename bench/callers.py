"""Callers of a served graph: so many at once, each on a connection of its own, as fast as it can.

A small HTTP/1.1 client over asyncio's streams, since a whole one would take more time than the
service that is measured.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

Call = Callable[[str], Awaitable[int]]


@dataclass(slots=True)
class Run:
    """What callers met: the milliseconds of every call, and how many calls had which status."""

    seconds: float
    times: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)

    def at(self, share: float) -> float:
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    def line(self, name: str, peer: Run | None = None) -> str:
        beside = (
            f"   p50 {self.at(0.5) / peer.at(0.5):.2f} ×, rate {self.rate / peer.rate:.2f} ×"
            if peer
            else ""
        )
        return (
            f"  {name:<52} p50 {self.at(0.5):8.2f} ms   p95 {self.at(0.95):8.2f} ms"
            f"   {self.rate:7.0f}/s{beside}"
        )


class Connection:
    """One kept connection: ask it for an address, get the status.

    `new`: ask for each address as nobody has asked before, by an `Accept` of its own, which takes
    part in an answer's tag, so that no answer that is kept fits.
    """

    _number = itertools.count()

    def __init__(self, base: str, new: bool = False) -> None:
        self._new = new
        parts = urlsplit(base)
        self._host, self._port = parts.hostname or "", parts.port or 80

    async def __aenter__(self) -> Connection:
        self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()

    async def __call__(self, path: str) -> int:
        accept = f"application/json;n={next(self._number)}" if self._new else "application/json"
        self._writer.write(
            f"GET {path} HTTP/1.1\r\nHost: {self._host}\r\nAccept: {accept}\r\n\r\n".encode()
        )
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        status = int(head.split(" ", 2)[1])
        _, chunked, _ = head.partition("transfer-encoding: chunked")
        if chunked:
            while length := int(await self._reader.readline(), 16):
                await self._reader.readexactly(length + 2)
            await self._reader.readline()
        else:
            _, _, rest = head.partition("content-length:")
            await self._reader.readexactly(int(rest.split("\r\n", 1)[0] or 0))
        return status


async def call(calls: Sequence[Call], addresses: Sequence[str], seconds: float) -> Run:
    """Every caller asks for one address after the other, each beginning at another, for so long."""
    found = Run(seconds)
    end = time.perf_counter() + seconds

    async def one(place: int, caller: Call) -> None:
        n = place * len(addresses) // len(calls)
        while (began := time.perf_counter()) < end:
            status = await caller(addresses[n % len(addresses)])
            found.times.append((time.perf_counter() - began) * 1000)
            found.statuses[status] = found.statuses.get(status, 0) + 1
            n += 1

    await asyncio.gather(*(one(place, caller) for place, caller in enumerate(calls)))
    return found


async def over_http(
    base: str, callers: int, addresses: Sequence[str], seconds: float, new: bool = False
) -> Run:
    async with contextlib.AsyncExitStack() as stack:
        held = [await stack.enter_async_context(Connection(base, new)) for _ in range(callers)]
        return await call(held, addresses, seconds)


@dataclass(frozen=True, slots=True)
class Served:
    """A service in a process of its own."""

    base: str
    pid: int

    def memory(self) -> float:
        """Resident MB."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def served(**settings: str) -> Iterator[Served]:
    """`sahelgraph serve` with these settings (`graph="neo4j://…"`), ready to answer."""
    port = free_port()
    environment = {
        **os.environ,
        **{f"SAHELGRAPH_{name.upper()}": value for name, value in settings.items()},
        "SAHELGRAPH_LOG_LEVEL": "error",
    }
    command = [str(Path(sys.executable).with_name("sahelgraph")), "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            found = Served(f"http://127.0.0.1:{port}", process.pid)
            asyncio.run(_ready(found.base, process))
            yield found
        finally:
            process.terminate()


async def _ready(base: str, process: subprocess.Popen[bytes], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            async with Connection(base) as connection:
                if await connection("/v1/readyz") == 200:
                    return
        await asyncio.sleep(0.2)
    raise RuntimeError("the service did not become ready")
