"""Which ids have been written, at nine bytes each: a set of their texts would outgrow the export.

Kept are the 64-bit hashes, in sorted arrays. Two ids that share one (one chance in 10⁹ with 100,000
ids) would be taken for a node that comes twice, so the mistake is loud.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from exporters.subgraph import Edge

# So many that each array is searched in a few steps and sorted in a small list.
_BUCKETS = 1024
_MASK = _BUCKETS - 1


class KnownIds:
    """Add all ids, `freeze`, then ask. Adding again is free until the next `freeze`."""

    def __init__(self) -> None:
        self._buckets = [array("q") for _ in range(_BUCKETS)]
        self._frozen = True
        self._twice = False

    def add(self, ids: Iterable[str]) -> None:
        buckets = self._buckets
        for number in map(hash, ids):
            buckets[number & _MASK].append(number)
        self._frozen = False

    def freeze(self) -> bool:
        """Make ready to be asked; True when an id was added twice."""
        if not self._frozen:
            for i, bucket in enumerate(self._buckets):
                numbers = sorted(bucket)
                self._buckets[i] = array("q", numbers)
                self._twice = self._twice or any(a == b for a, b in pairwise(numbers))
            self._frozen = True
        return self._twice

    def missing(self, edges: Sequence[Edge]) -> str | None:
        """An end of these edges that was never added, or None."""
        buckets = self._buckets
        for end in {edge[0] for edge in edges} | {edge[1] for edge in edges}:
            number = hash(end)
            bucket = buckets[number & _MASK]
            place = bisect_left(bucket, number)
            if place == len(bucket) or bucket[place] != number:
                return end
        return None
