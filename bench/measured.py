"""Run one measurement in a process of its own, so that time and memory are its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any


def in_process(module: str, *arguments: str) -> dict[str, Any]:
    """Run `python -m module arguments…` and return the JSON object of its last line."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], stdout=subprocess.PIPE, text=True, check=True
    )
    result: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def report(work: Callable[[], int]) -> None:
    """Do `work`, then print {count, seconds, memory_mb, added_mb, profile} as JSON on one line."""
    before = _resident_mb()
    began = time.perf_counter()
    with Profile() as profile:
        count = work()
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result = {
        "count": count,
        "seconds": seconds,
        "memory_mb": peak,
        "added_mb": peak - before,
        "profile": profile.shares(),
    }
    print(json.dumps(result))


def _resident_mb() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


class Profile:
    """Where this process is, sampled: each thread at its innermost function of the project.

    A thread that waits for the engine or for another thread counts as waiting.
    """

    INTERVAL = 0.02

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._samples: Counter[str] = Counter()
        self._times = 0

    def __enter__(self) -> Profile:
        self._sampler = threading.Thread(target=self._sample, daemon=True)
        self._sampler.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._sampler.join()

    def shares(self, most: int = 10) -> dict[str, float]:
        """Function → share of the time that some thread was in it, the largest first."""
        return {
            name: round(count / max(1, self._times), 3)
            for name, count in self._samples.most_common(most)
        }

    def _sample(self) -> None:
        root = Path(__file__).parents[1]
        mine = threading.get_ident()
        while not self._stop.wait(self.INTERVAL):
            self._times += 1
            for thread, frame in sys._current_frames().items():
                if thread != mine and (place := _place(frame, root)):
                    self._samples[place] += 1


def _place(frame: FrameType | None, root: Path) -> str | None:
    """`loaders/mapping.py:describe`, or None for a thread that waits."""
    if frame is None or frame.f_code.co_name in {"select", "wait", "_worker", "acquire"}:
        return None
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(root) and ".venv" not in path.parts and "bench" not in path.parts:
            return f"{path.relative_to(root)}:{frame.f_code.co_name}"
        frame = frame.f_back
    return "the driver and asyncio"
