"""Counting what becomes of a dataset's triples while it is loaded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from loaders.idset import IdSet
from loaders.ledger import DatasetLedger


@dataclass(slots=True)
class Tally:
    """A dataset in the making.

    `fresh`: the graph held nothing of it before. `stale`: what it holds may have been written
    otherwise than it would be now. `seen`: the resources that the files have described so far
    (kept where the dataset is not fresh). `before`: triples it said before, as far as met.
    """

    dataset: str
    source: str
    fresh: bool
    stale: bool = False
    files: tuple[str, ...] = ()
    seen: IdSet = field(default_factory=IdSet)
    read: int = 0
    stored: int = 0
    merged: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)
    before: int = 0
    unchanged: int = 0
    resources: int = 0
    statements: int = 0
    views: int = 0

    def ledger(self, seconds: float, *, dry_run: bool) -> DatasetLedger:
        return DatasetLedger(
            dataset=self.dataset,
            files=self.files,
            read=self.read,
            stored=self.stored,
            merged=self.merged,
            rejected=dict(self.rejected),
            rejected_examples=tuple(self.examples),
            new=self.stored - self.unchanged,
            unchanged=self.unchanged,
            removed=self.before - self.unchanged,
            resources=self.resources,
            statements=self.statements,
            views=self.views,
            seconds=round(seconds, 3),
            dry_run=dry_run,
        )
