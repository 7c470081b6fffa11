"""Staging: how a large load writes ahead of its commit without any reader seeing it.

Nodes are created in transactions of their own with the labels `Staged` and `Staged7`, 7 standing
for their set of labels, which no query names; relationships between them are made by the internal
ids that creation returned. What touches a visible node waits in a temporary file. `settle` then
gives the nodes their labels and makes the waiting relationships, all inside the load's one
transaction. Memory here is the cache of ids, whatever the size of the load.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, Self

from neo4j import AsyncSession

from graph import texts
from graph.errors import GraphError
from graph.neo4j_writers import Spool, Writers, chunks
from graph.port import Batch, EdgeRecord, NodeRecord, Row
from graph.texts import fill, text

NODES = 20_000
EDGES = 10_000
"""Rows a transaction."""
CACHE = 300_000
"""Internal ids kept, some 130 bytes each."""
VISIBLE = 200_000
"""Up to so many nodes in the store, their ids are read once instead of asked for every batch."""
HOT = 2_000
"""Nodes with the same keys before a query text of their own pays for its compilation."""

Control = Callable[[str, dict[str, Any]], Awaitable[list[Row]]]
Link = tuple[Any, str, Any, dict[str, Any]]
"""Source, type, target (ids or internal ids) and properties."""


class Stage:
    """The staged part of one load. `control` runs a statement in the load's transaction."""

    def __init__(self, new_session: Callable[[], AsyncSession], control: Control) -> None:
        self._control = control
        self._writers = Writers(new_session)
        self._waiting = Spool()
        self._sets: dict[tuple[str, ...], int] = {}
        self._keys: Counter[tuple[str, ...]] = Counter()
        self._numbers: dict[str, int] = {}
        self._overflowed = False
        self._visible: set[str] | None = None
        self._deleted: dict[str, int] = {}
        self._created = 0
        self.stubs: set[str] = set()

    @classmethod
    async def open(cls, new_session: Callable[[], AsyncSession], control: Control) -> Self:
        stage = cls(new_session, control)
        if (await control(text("visible-count"), {}))[0]["nodes"] <= VISIBLE:
            stage._visible = set((await control(text("visible-ids"), {}))[0]["ids"])
        return stage

    @property
    def used(self) -> bool:
        """Whether anything is staged or waits."""
        return bool(self._created or len(self._waiting))

    async def close(self) -> None:
        """Stop the writing; what is staged stays for `clear_leftovers`."""
        await self._writers.cancel()
        self._waiting.close()

    async def fetch(self, ids: Sequence[str]) -> dict[str, NodeRecord]:
        """Those of `ids` that are staged."""
        numbers = await self._find(ids)
        if not numbers:
            return {}
        labels_of = {_label(number): labels for labels, number in self._sets.items()}
        found = {}
        for chunk in chunks(list(numbers.values()), NODES):
            rows = await self._control(text("staged-nodes"), {"numbers": chunk})
            for id_, labels, properties in rows[0]["nodes"]:
                properties.pop("id")
                mine = next(labels_of[label] for label in labels if label != "Staged")
                found[id_] = NodeRecord(id_, mine, properties)
        return found

    def maybe_visible(self, ids: Iterable[str]) -> list[str]:
        """`ids` without those that surely are no visible nodes."""
        return [id_ for id_ in ids if self._visible is None or id_ in self._visible]

    async def apply(self, batch: Batch) -> Batch | None:
        """Stage what can be staged; the rest is for the load's transaction.

        None, and nothing done: it removes what may be staged, which needs `settle` first.
        """
        removed = {end for edge in batch.unlink for end in (edge.source, edge.target)}
        removed.update(batch.delete)
        if removed and self.used and removed - await self._find_visible(removed):
            return None
        await self._create(batch.create)
        rest = Batch(unlink=batch.unlink, delete=batch.delete)
        rest.replace = await self._replace(batch.replace)
        rest.link = await self._link(batch.link)
        for id_ in batch.delete:
            self._deleted[id_] = len(self._waiting)
            if self._visible is not None:
                self._visible.discard(id_)
        return rest

    async def settle(self) -> None:
        """Reveal everything within the load's transaction; `stubs` are then all made."""
        await self._writers.drain()
        with Spool() as mixed:
            # First all that other transactions do: later they would wait for the locks of ours.
            seen = 0
            for part in self._waiting.parts():
                # A node deleted after a relationship to it began to wait took it along.
                kept = [
                    link
                    for order, link in enumerate(part, seen)
                    if order >= max(self._deleted.get(link[0], 0), self._deleted.get(link[2], 0))
                ]
                seen += len(part)
                mixed.add(await self._resolve(kept))
            await self._writers.drain()
            self._waiting.close()
            staged = (await self._control(text("staged-count"), {}))[0]["nodes"]
            if staged != self._created:
                raise GraphError(
                    f"{staged} nodes are staged where this load made {self._created}: another "
                    "load was killed just before; load again."
                )
            for labels, number in self._sets.items():
                names = {"set": _label(number), "labels": texts.labels(labels)}
                await self._control(texts.for_neo4j(fill("reveal", **names)), {})
            for part in mixed.parts():
                for statement, params in _edge_jobs(part):
                    await self._control(statement, params)

    async def _find(self, ids: Iterable[str]) -> dict[str, int]:
        """The internal ids of those that are staged."""
        ids = list(ids)
        found = {id_: self._numbers[id_] for id_ in ids if id_ in self._numbers}
        if self._overflowed and len(found) < len(ids):
            for chunk in chunks([id_ for id_ in ids if id_ not in found], NODES):
                rows = await self._control(text("staged-numbers"), {"ids": chunk})
                found.update(rows[0]["numbers"])
        return found

    async def _find_visible(self, ids: Iterable[str]) -> set[str]:
        if self._visible is not None:
            return self._visible.intersection(ids)
        return set(await self._visible_numbers(ids))

    async def _visible_numbers(self, ids: Iterable[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for chunk in chunks(self.maybe_visible(ids), NODES):
            rows = await self._control(text("visible-numbers"), {"ids": chunk})
            found.update(rows[0]["numbers"])
        return found

    async def _create(self, nodes: Sequence[NodeRecord]) -> None:
        """Create `nodes` and wait for their internal ids."""
        groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[NodeRecord]] = defaultdict(list)
        for node in nodes:
            groups[node.labels, tuple(sorted(node.properties))].append(node)
        odd: list[NodeRecord] = []
        jobs = []
        for (labels, keys), group in groups.items():
            self._keys[keys] += len(group)
            if self._keys[keys] < HOT:
                odd += group
                continue
            for chunk in chunks(group, NODES):
                made = _columns_statement(chunk, keys, _label(self._set(labels)))
                jobs.append((chunk, await self._writers.submit(*made)))
        for chunk in chunks(odd, NODES):
            rows = [
                {"set": _label(self._set(n.labels)), "properties": {**n.properties, "id": n.id}}
                for n in chunk
            ]
            statement = text("stage-odd-nodes")
            jobs.append((chunk, await self._writers.submit(statement, {"rows": rows})))
        for chunk, job in jobs:
            self._remember([node.id for node in chunk], (await job)[0]["numbers"])
        if not self._overflowed and len(self._numbers) > CACHE:
            await self._writers.drain()
            for statement in texts.statements("staged-index"):
                await (await self._writers.submit(statement, {}))
            self._overflowed = True
        for id_ in list(self._numbers)[: max(0, len(self._numbers) - CACHE)]:
            del self._numbers[id_]

    def _remember(self, ids: Sequence[str], numbers: Sequence[int]) -> None:
        # One operator creates the rows in their order and `collect` keeps it.
        self._created += len(ids)
        self._numbers.update(zip(ids, numbers, strict=True))

    async def _replace(self, nodes: Sequence[NodeRecord]) -> list[NodeRecord]:
        """Replace those that are staged; the others come back."""
        numbers = await self._find([node.id for node in nodes]) if nodes else {}
        if numbers:
            await self._writers.drain()
        mine = [node for node in nodes if node.id in numbers]
        for chunk in chunks(mine, EDGES):
            rows = [
                {
                    "number": numbers[node.id],
                    "set": _label(self._set(node.labels)),
                    "properties": {**node.properties, "id": node.id},
                }
                for node in chunk
            ]
            await (await self._writers.submit(text("stage-replace"), {"rows": rows}))
        return [node for node in nodes if node.id not in numbers]

    async def _link(self, edges: Sequence[EdgeRecord]) -> list[EdgeRecord]:
        """Stage the relationships between staged nodes, keep others waiting.

        Those between two visible nodes come back.
        """
        known = self._numbers
        staged: list[Link] = []
        others: list[EdgeRecord] = []
        for edge in edges:
            source, target = known.get(edge.source), known.get(edge.target)
            if source is not None and target is not None:
                staged.append((source, edge.type, target, dict(edge.properties)))
            else:
                others.append(edge)
        for statement, params in _edge_jobs(staged):
            await self._writers.submit(statement, params)
        ends = {end for e in others for end in (e.source, e.target) if end not in known}
        visible = await self._find_visible(ends) if ends else set()
        rest = [edge for edge in others if edge.source in visible and edge.target in visible]
        self._waiting.add(
            [
                (edge.source, edge.type, edge.target, dict(edge.properties))
                for edge in others
                if not (edge.source in visible and edge.target in visible)
            ]
        )
        return rest

    async def _resolve(self, links: Sequence[Link]) -> list[Link]:
        """Stage those of the waiting relationships that can be, with stubs for missing ends.

        Those with a visible end come back, by internal ids.
        """
        ends = sorted({end for link in links for end in (link[0], link[2])})
        staged = await self._find(ends)
        visible = await self._visible_numbers(end for end in ends if end not in staged)
        missing = [end for end in ends if end not in staged and end not in visible]
        await self._create([NodeRecord(id_) for id_ in missing])
        self.stubs.update(missing)
        staged.update(await self._find(missing))
        both, mixed = [], []
        for source, type_, target, properties in links:
            if source in staged and target in staged:
                both.append((staged[source], type_, staged[target], properties))
            else:
                ends_ = [staged.get(e, visible.get(e)) for e in (source, target)]
                mixed.append((ends_[0], type_, ends_[1], properties))
        for statement, params in _edge_jobs(both):
            await self._writers.submit(statement, params)
        return mixed

    def _set(self, labels: tuple[str, ...]) -> int:
        return self._sets.setdefault(labels, len(self._sets))


def _label(number: int) -> str:
    return f"Staged{number}"


def _columns_statement(
    nodes: Sequence[NodeRecord], keys: Sequence[str], set_: str
) -> tuple[str, dict[str, Any]]:
    slots = "".join(f", {texts.quoted(key)}: $c{i}[i]" for i, key in enumerate(keys))
    params: dict[str, Any] = {
        f"c{i}": [node.properties[key] for node in nodes] for i, key in enumerate(keys)
    }
    params["id"] = [node.id for node in nodes]
    return texts.for_neo4j(fill("stage-nodes", set=set_, properties=slots)), params


def _edge_jobs(links: Sequence[Link]) -> list[tuple[str, dict[str, Any]]]:
    """Statements that make `links`, by target: their chains are then written together.

    A type that is frequent has a text of its own, which saves looking its name up for each.
    """
    by_type: dict[str, list[Link]] = defaultdict(list)
    mixed: list[Link] = []
    for link in links:
        (mixed if link[3] else by_type[link[1]]).append(link)
    rare = [link for some in by_type.values() if len(some) < HOT for link in some]
    jobs: list[tuple[str, dict[str, Any]]] = []
    for type_, some in by_type.items():
        if len(some) >= HOT:
            statement = texts.for_neo4j(fill("stage-edges-of-type", type=texts.quoted(type_)))
            jobs += [(statement, _ends(part)) for part in _by_target(some)]
    for part in _by_target(rare):
        jobs.append((text("stage-edges"), _ends(part) | {"types": [link[1] for link in part]}))
    for part in _by_target(mixed):
        more = {"types": [link[1] for link in part], "properties": [link[3] for link in part]}
        jobs.append((text("stage-edges-with-properties"), _ends(part) | more))
    return jobs


def _by_target(links: Sequence[Link]) -> Iterable[list[Link]]:
    return chunks(sorted(links, key=lambda link: link[2]), EDGES)


def _ends(links: Sequence[Link]) -> dict[str, Any]:
    return {"sources": [link[0] for link in links], "targets": [link[2] for link in links]}
