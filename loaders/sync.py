"""Load files into the graph and keep it in step: what a dataset no longer says goes out again.

One call is one change: readers see the graph before it or after it, and an error, a signal or a
kill leaves it as it was.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Callable,
    Generator,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from graph.port import Graph
from loaders import registry, steady
from loaders.errors import LoadError
from loaders.files import Source, digest, source
from loaders.ledger import DatasetLedger, Ledger
from loaders.making import Making, Mapped, mapped
from loaders.names import Names
from loaders.rdf import Rebase, chunks
from loaders.registry import Dataset, Vocabulary
from loaders.tally import Tally
from loaders.texts import text

T = TypeVar("T")

CHUNK = 50_000
"""Triples mapped and written at a time; memory follows from it."""

SMALL = 100_000
"""Triples up to which a load is one transaction of any engine."""


async def load(
    graph: Graph,
    files: Sequence[Path | str],
    dataset: str | None = None,
    *,
    format: str | None = None,
    rebase: Rebase | None = None,
    dry_run: bool = False,
    vocabulary: Vocabulary | None = None,
    chunk: int = CHUNK,
    small: int = SMALL,
    progress: Callable[[int], None] | None = None,
) -> Ledger:
    """Make the graph say of each dataset exactly what the files say.

    With `dataset` all files make it up; without, each file is a dataset named by its stem. Named
    graphs in a file are datasets of their own. A dataset whose files are those loaded last time is
    only counted. `progress` is called with the number of triples read so far. Raises LoadError,
    GraphError; the graph is then as it was.
    """
    began = perf_counter()
    known = vocabulary or registry.shipped()
    groups: dict[str, list[Source]] = {}
    for path in files:
        one = source(Path(path), dataset, format)
        groups.setdefault(one.dataset, []).append(one)
    salt = repr(rebase) if rebase else ""
    hashes = {
        name: await asyncio.to_thread(digest, sources, salt) for name, sources in groups.items()
    }
    registered = await registry.datasets(graph)
    entries: list[DatasetLedger] = []
    for name in list(groups):
        same = await _up_to_date(graph, registered, name, hashes[name], known.fingerprint)
        if same is not None:
            entries += same
            del groups[name]
    if groups:
        sources = [one for group in groups.values() for one in group]
        names = await registry.names_of(graph, known)
        plan = _Plan(groups, hashes, registered, known.fingerprint)
        reading = _ahead(_mapped(names, sources, chunk, rebase, progress))
        async with aclosing(reading) as parts:
            with _rare_collection():
                entries += await _write(graph, plan, names, parts, small, dry_run)
    return Ledger(
        datasets=tuple(sorted(entries, key=lambda entry: entry.dataset)),
        seconds=round(perf_counter() - began, 3),
        dry_run=dry_run,
    )


async def remove(graph: Graph, dataset: str, *, vocabulary: Vocabulary | None = None) -> Ledger:
    """Take out a dataset and everything that only it says; LoadError where there is none."""
    began = perf_counter()
    registered = await registry.datasets(graph)
    if dataset not in registered:
        raise LoadError(f"there is no dataset “{dataset}”")
    names = await registry.names_of(graph, vocabulary)
    entry = registered[dataset]
    tally = Tally(dataset, entry.source, fresh=False, stale=True)
    large = entry.ledger.stored > SMALL
    async with steady.opened(graph, large=large) as open_load:
        making = Making(graph, open_load, names, {dataset: tally}, empty=False)
        try:
            await making.take_out(dataset)
            await making.sweep()
        finally:
            making.close()
        await registry.unregister(open_load, dataset)
        await open_load.commit()
    counted, views = await registry.count(graph, dataset)
    seconds = round(perf_counter() - began, 3)
    left = tally.ledger(seconds, dry_run=False)
    left = left.model_copy(update={"counted": counted, "counted_views": views})
    return Ledger(datasets=(left,), seconds=seconds)


async def verify(graph: Graph, dataset: str) -> DatasetLedger:
    """A dataset's ledger with what the store holds of it now; LoadError where there is none."""
    registered = await registry.datasets(graph)
    if dataset not in registered:
        raise LoadError(f"there is no dataset “{dataset}”")
    counted, views = await registry.count(graph, dataset)
    ledger = registered[dataset].ledger
    return ledger.model_copy(update={"counted": counted, "counted_views": views})


async def _up_to_date(
    graph: Graph, registered: dict[str, Dataset], name: str, hash: str, fingerprint: str
) -> list[DatasetLedger] | None:
    """The ledgers of what came with these files, where nothing needs doing."""
    members = [entry for entry in registered.values() if entry.source == name]
    group = {member for entry in members for member in entry.group}
    if not members or group != {entry.name for entry in members}:
        return None
    if any((m.hash, m.fingerprint) != (hash, fingerprint) for m in members):
        return None
    ledgers = []
    for member in members:
        counted, views = await registry.count(graph, member.name)
        ledger = member.ledger.model_copy(
            update={
                "new": 0,
                "unchanged": member.ledger.stored,
                "removed": 0,
                "counted": counted,
                "counted_views": views,
                "seconds": 0.0,
                "up_to_date": True,
            }
        )
        if not ledger.adds_up:
            return None
        if (member.ledger.counted, member.ledger.counted_views) != (counted, views):
            # The load was stopped between its commit and its count.
            done = {"counted": counted, "counted_views": views}
            await registry.write_ledger(graph, member.ledger.model_copy(update=done))
        ledgers.append(ledger)
    return ledgers


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Look for cycles seldom: a load makes millions of small objects and none of those."""
    usual = gc.get_threshold()
    gc.set_threshold(100_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be loaded. `groups`: dataset → its files; `hashes`: of these."""

    groups: Mapping[str, Sequence[Source]]
    hashes: Mapping[str, str]
    registered: Mapping[str, Dataset]
    fingerprint: str

    def tally(self, dataset: str, source: str) -> Tally:
        before = self.registered.get(dataset)
        files = tuple(one.path.name for one in self.groups[source])
        if before is None:
            return Tally(dataset, source, fresh=True, files=files)
        # The same files again are here only because the count was wrong: trust nothing.
        same = before.hash == self.hashes[source]
        stale = same or before.fingerprint != self.fingerprint
        return Tally(dataset, source, fresh=False, stale=stale, files=files)


async def _write(
    graph: Graph,
    plan: _Plan,
    names: Names,
    parts: AsyncIterator[Mapped],
    small: int,
    dry_run: bool,
) -> list[DatasetLedger]:
    began = perf_counter()
    # As much as one transaction takes is read before anything is opened: a small file that is
    # broken never gets as far as the graph.
    held: list[Mapped] = []
    read = 0
    async for part in parts:
        held.append(part)
        read += part.chunk.read.total()
        if read > small:
            break
    empty = not await graph.read(text("any"))
    tallies: dict[str, Tally] = {}
    async with steady.opened(graph, large=read > small) as open_load:
        making = Making(graph, open_load, names, tallies, empty)
        try:
            async for part in _chain(held, parts):
                for dataset, source_name in part.chunk.origins.items():
                    if dataset not in tallies:
                        tallies[dataset] = plan.tally(dataset, source_name)
                await making.put(part)
            for dataset, entry in plan.registered.items():
                if entry.source in plan.groups and dataset not in tallies:
                    tallies[dataset] = Tally(dataset, entry.source, fresh=False, stale=True)
            for dataset, tally in tallies.items():
                if not tally.fresh:
                    await making.take_out(dataset)
            await making.sweep()
        finally:
            making.close()
        took = perf_counter() - began
        ledgers = {name: tally.ledger(took, dry_run=dry_run) for name, tally in tallies.items()}
        if dry_run:
            return list(ledgers.values())
        await registry.write_prefixes(open_load, names.new_prefixes)
        for name, tally in tallies.items():
            group = [other for other, t in tallies.items() if t.source == tally.source and t.read]
            if name in group:
                await registry.register(
                    open_load,
                    ledgers[name],
                    hash=plan.hashes[tally.source],
                    fingerprint=plan.fingerprint,
                    source=tally.source,
                    group=group,
                )
            else:
                await registry.unregister(open_load, name)
        await open_load.commit()
    counted = []
    for name, ledger in ledgers.items():
        triples, views = await registry.count(graph, name)
        done = ledger.model_copy(update={"counted": triples, "counted_views": views})
        if tallies[name].read:
            await registry.write_ledger(graph, done)
        counted.append(done)
    return counted


async def _chain(held: list[T], rest: AsyncIterator[T]) -> AsyncIterator[T]:
    """What is held, given free as it goes, then the rest."""
    while held:
        yield held.pop(0)
    async for item in rest:
        yield item


def _mapped(
    names: Names,
    sources: Sequence[Source],
    size: int,
    rebase: Rebase | None,
    progress: Callable[[int], None] | None,
) -> Generator[Mapped, None, None]:
    read = 0
    reading = chunks(sources, size, rebase)
    try:
        for chunk in reading:
            read += chunk.read.total()
            yield mapped(names, chunk)
            if progress:
                progress(read)
    finally:
        reading.close()


async def _ahead(items: Generator[T, None, None]) -> AsyncGenerator[T, None]:
    """Items made in a thread, one ahead of their use: reading goes on while the engine writes."""
    pending = asyncio.create_task(asyncio.to_thread(next, items, None))
    try:
        while True:
            await asyncio.wait({pending})
            item = pending.result()
            if item is None:
                return
            pending = asyncio.create_task(asyncio.to_thread(next, items, None))
            yield item
    finally:
        # A thread cannot be stopped, nor a generator closed while it runs there.
        await asyncio.wait({pending})
        if not pending.cancelled():
            pending.exception()
        items.close()
