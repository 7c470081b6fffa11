"""A load in the making: chunk by chunk into the graph, then what is no longer said out of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field

from graph.port import Batch, EdgeRecord, Graph, Stored
from loaders import stored as store
from loaders.changes import Changes, common, settle, settle_views
from loaders.errors import LoadError
from loaders.idset import IdSet
from loaders.mapping import Description, describe, merge, pairs, parts_of
from loaders.names import Names, UnknownName
from loaders.rdf import Chunk
from loaders.steady import SteadyLoad
from loaders.tally import Tally
from loaders.texts import text
from loaders.views import is_statement, subjects

_PAGE = 10_000  # resources handled at a time where no chunk sets the measure


@dataclass(slots=True)
class Mapped:
    """A chunk as descriptions: resource → dataset → description."""

    chunk: Chunk
    wanted: dict[str, dict[str, Description]]


def mapped(names: Names, chunk: Chunk) -> Mapped:
    """Describe every resource of a chunk; repetitions are counted as merged by `Making.put`."""
    names.hint(chunk.prefixes)
    wanted: dict[str, dict[str, Description]] = {}
    for dataset, group in chunk.groups.items():
        for id_, said in group.items():
            wanted.setdefault(id_, {})[dataset] = describe(names, set(said))
    return Mapped(chunk, wanted)


@dataclass(slots=True)
class Making:
    """The state of one load. `empty`: the graph holds nothing yet."""

    graph: Graph
    load: SteadyLoad
    names: Names
    tallies: dict[str, Tally]
    empty: bool
    loose: IdSet = field(default_factory=IdSet)

    async def put(self, part: Mapped) -> None:
        """Write a chunk; what earlier chunks said of the same resources is added to."""
        ids = list(part.wanted)
        found: dict[str, Stored] = {}
        if not self.empty:
            found = await self.load.fetch(ids, edges=True)
        self.empty = False
        views = await self._stale_views(found)
        again = await self._met_again(part.wanted)
        changes = await asyncio.to_thread(self._settle, part, found, views, again)
        await self._apply(changes)

    async def take_out(self, dataset: str) -> None:
        """Remove what a dataset said of resources that its files no longer describe."""
        tally = self.tallies[dataset]
        for name in ("own-ids", "shared-ids"):
            rows = self.graph.stream(text(name), {"dataset": dataset})
            async for page in _pages(row["id"] async for row in rows):
                gone = set(page) - tally.seen.present(page)
                if gone:
                    await self._forget(dataset, sorted(gone))

    async def sweep(self) -> None:
        """Delete the resources that nobody describes or points at any more."""
        for page in self.loose.pages(_PAGE):
            rows = await self.load.run(text("unheld"), {"ids": page})
            if rows:
                await self.load.apply(Batch(delete=[row["id"] for row in rows]))

    def close(self) -> None:
        self.loose.close()
        for tally in self.tallies.values():
            tally.seen.close()

    async def _apply(self, changes: Changes) -> None:
        self.loose.add(changes.loose)
        if not changes.empty:
            await self.load.apply(changes.batch)

    async def _stale_views(self, found: Mapping[str, Stored]) -> dict[str, list[EdgeRecord]]:
        """Statement → its views as they lie in the store, where they cannot be worked out."""
        begin: dict[str, list[str]] = {}
        if not any(tally.stale for tally in self.tallies.values()):
            return {}
        for id_, one in found.items():
            parts = parts_of(one)
            if any(d in self.tallies and self.tallies[d].stale for d in parts):
                merged = self._merge(parts)
                if is_statement(self.names, merged):
                    begin[id_] = subjects(self.names, merged)
        views: dict[str, list[EdgeRecord]] = {id_: [] for id_ in begin}
        ends = sorted({end for ends in begin.values() for end in ends})
        met = await self.load.fetch(ends, edges=True) if ends else {}
        for begun in met.values():
            for edge in begun.edges:
                statement = str(edge.properties.get("statement"))
                if statement in views:
                    views[statement].append(edge)
        return views

    async def _met_again(
        self, wanted: Mapping[str, Mapping[str, Description]]
    ) -> dict[str, dict[str, Description]]:
        """dataset → resource → what it said before this load, for resources met a second time."""
        again: dict[str, dict[str, Description]] = {}
        for dataset, tally in self.tallies.items():
            ids = [id_ for id_, said in wanted.items() if dataset in said]
            if tally.fresh or not (met := tally.seen.present(ids)):
                continue
            before = await store.read(self.graph, sorted(met))
            again[dataset] = {
                id_: parts_of(before[id_]).get(dataset, Description())
                if id_ in before
                else Description()
                for id_ in met
            }
        return again

    def _settle(
        self,
        part: Mapped,
        found: Mapping[str, Stored],
        views: Mapping[str, list[EdgeRecord]],
        again: Mapping[str, Mapping[str, Description]],
    ) -> Changes:
        changes = Changes()
        self._count_read(part.chunk)
        for id_, said in part.wanted.items():
            stored = found.get(id_)
            before = parts_of(stored) if stored else {}
            after = dict(before)
            visited = set()
            for dataset, new in said.items():
                tally = self.tallies[dataset]
                old = before.get(dataset)
                listed = len(part.chunk.groups[dataset][id_])
                origin = again.get(dataset, {}).get(id_)
                if old is not None and (tally.fresh or origin is not None):
                    visited.add(dataset)
                    both = describe(self.names, {*pairs(self.names, old), *pairs(self.names, new)})
                    tally.merged += listed - (len(both) - len(old))
                    tally.stored += len(both) - len(old)
                    if origin is not None:
                        tally.unchanged += common(self.names, origin, both)
                        tally.unchanged -= common(self.names, origin, old)
                    after[dataset] = both
                    tally.statements -= is_statement(self.names, old)
                else:
                    tally.resources += 1
                    size = len(new)
                    tally.merged += listed - size
                    tally.stored += size
                    if old is not None:
                        tally.before += len(old)
                        tally.unchanged += common(self.names, old, new)
                    after[dataset] = new
                tally.statements += is_statement(self.names, after[dataset])
            was, now = self._change(changes, id_, stored, before, after, views.get(id_))
            for dataset in {*before, *said} & self.tallies.keys():
                tally = self.tallies[dataset]
                if dataset in said and dataset not in visited:
                    tally.views += now
                elif tally.fresh or dataset in visited or tally.seen.present([id_]):
                    tally.views += now - was
        for dataset, tally in self.tallies.items():
            if not tally.fresh:
                tally.seen.add(id_ for id_, said in part.wanted.items() if dataset in said)
        return changes

    def _change(
        self,
        changes: Changes,
        id_: str,
        stored: Stored | None,
        before: Mapping[str, Description],
        after: Mapping[str, Description],
        views: list[EdgeRecord] | None,
    ) -> tuple[int, int]:
        """Settle a resource and its views; gives how many views there were and are."""
        try:
            settle(changes, self.names, id_, stored, after)
        except UnknownName as fault:
            others = ", ".join(sorted(set(after) - self.tallies.keys()))
            raise LoadError(
                f"{id_}: it is also described by {others}, loaded when the table of names was "
                f"another one ({fault.args[0]} is in it no more): load that again first"
            ) from fault
        was = self._merge(before) if before else None
        now = self._merge(after) if after else None
        return settle_views(changes, self.names, id_, was, now, views)

    def _merge(self, parts: Mapping[str, Description]) -> Description:
        try:
            return merge(self.names, parts)
        except UnknownName:
            return next(iter(parts.values()))

    def _count_read(self, chunk: Chunk) -> None:
        for dataset, count in chunk.read.items():
            tally = self.tallies[dataset]
            tally.read += count
            tally.rejected.update(chunk.rejected.get(dataset, {}))
            tally.examples = [*tally.examples, *chunk.examples.get(dataset, [])][:5]

    async def _forget(self, dataset: str, ids: list[str]) -> None:
        found = await self.load.fetch(ids, edges=True)
        views = await self._stale_views(found)
        changes = Changes()
        for id_, one in found.items():
            before = parts_of(one)
            if dataset not in before:
                continue
            after = {name: part for name, part in before.items() if name != dataset}
            self.tallies[dataset].before += len(before[dataset])
            was, now = self._change(changes, id_, one, before, after, views.get(id_))
            for other in after.keys() & self.tallies.keys():
                tally = self.tallies[other]
                if tally.fresh or tally.seen.present([id_]):
                    tally.views += now - was
        await self._apply(changes)


async def _pages(ids: AsyncIterator[str]) -> AsyncIterator[list[str]]:
    page: list[str] = []
    async for id_ in ids:
        page.append(id_)
        if len(page) >= _PAGE:
            yield page
            page = []
    if page:
        yield page
