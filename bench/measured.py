"""Run one measurement in a process of its own, so that time and memory are its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def in_process(module: str, *arguments: str) -> dict[str, Any]:
    """Run `python -m module arguments…` and return the JSON object of its last line."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], stdout=subprocess.PIPE, text=True, check=True
    )
    result: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def report(work: Callable[[], int]) -> None:
    """Do `work`, then print {count, seconds, memory_mb, added_mb} as JSON on one line."""
    before = _resident_mb()
    began = time.perf_counter()
    count = work()
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {"count": count, "seconds": seconds, "memory_mb": peak, "added_mb": peak - before}
        )
    )


def _resident_mb() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def percentiles(work: Callable[[], object], repeats: int) -> tuple[float, float]:
    """p50 and p95 of `work` in milliseconds, after a tenth of the repeats to warm up."""
    for _ in range(max(1, repeats // 10)):
        work()
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.95)]


class Profile:
    """A sampling profile of the calling thread: share of samples per function of the project."""

    def __init__(self, interval: float = 0.01) -> None:
        self._interval = interval
        self._thread = threading.get_ident()
        self._stop = threading.Event()
        self.samples: dict[str, int] = {}

    def __enter__(self) -> Profile:
        self._sampler = threading.Thread(target=self._sample, daemon=True)
        self._sampler.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._sampler.join()

    def _sample(self) -> None:
        root = str(Path(__file__).parents[1])
        while not self._stop.wait(self._interval):
            frame = sys._current_frames().get(self._thread)
            while frame and not frame.f_code.co_filename.startswith(root + "/"):
                frame = frame.f_back
            while frame and "/.venv/" in frame.f_code.co_filename:
                frame = frame.f_back
            name = (
                f"{Path(frame.f_code.co_filename).relative_to(root)}:{frame.f_code.co_name}"
                if frame and frame.f_code.co_filename.startswith(root + "/")
                else "(libraries and waiting)"
            )
            self.samples[name] = self.samples.get(name, 0) + 1
