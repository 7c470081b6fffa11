"""What a start costs: `python -m bench.starting`.

The processor's seconds of `sahelgraph serve` until it is ready and has answered about one thing,
over a graph that is filled, beside the floor: one process that imports FastAPI and uvicorn,
declares one address and answers it. Each is started five times in turn, after one start that does
not count; the middle one is shown. Processor time, since the clock also counts what else runs.
"""

from __future__ import annotations

import contextlib
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator

from bench.callers import free_port, served

STARTS = 5
BARE = """
import sys
import fastapi, uvicorn
app = fastapi.FastAPI()
@app.get("/v1/readyz")
def ready() -> dict[str, bool]:
    return {"ready": True}
uvicorn.run(app, port=int(sys.argv[1]), log_level="error")
"""


@contextlib.contextmanager
def bare() -> Iterator[None]:
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", BARE, str(port)])
    try:
        _fetch(f"http://127.0.0.1:{port}/v1/readyz")
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


@contextlib.contextmanager
def service(uri: str) -> Iterator[None]:
    with served(graph=uri) as found:
        _fetch(f"{found.base}/v1/entities/jit")
        yield


def _fetch(address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(ConnectionError, urllib.error.URLError):
            urllib.request.urlopen(address, timeout=seconds).read()
            return
        time.sleep(0.02)
    raise RuntimeError(f"no answer from {address}")


def cost(start: Callable[[], contextlib.AbstractContextManager[None]]) -> float:
    """The processor's seconds of one start, answer and stop, the process's own and the kernel's."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with start():
        pass
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:

        def full() -> contextlib.AbstractContextManager[None]:
            return service(f"embedded:{folder}/graph")

        print(f"  first start, fills the graph   {cost(full):6.2f} s of the processor")
        cost(bare)
        pairs = [(cost(full), cost(bare)) for _ in range(STARTS)]
    second = statistics.median(one for one, _ in pairs)
    floor = statistics.median(other for _, other in pairs)
    print(f"  second start                   {second:6.2f} s   (bar: 3 s)")
    print(f"  bare FastAPI and uvicorn       {floor:6.2f} s   {second / floor:.1f} ×")
    return 0 if second < 3 else 1


if __name__ == "__main__":
    sys.exit(main())
