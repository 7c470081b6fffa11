"""From what is stored and what is wanted of a resource to the changes that lead there. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.port import Batch, EdgeRecord, Stored, Value
from loaders.mapping import Description, Edge, pairs, record, same_values
from loaders.names import Names, UnknownName
from loaders.views import views


@dataclass(slots=True)
class Changes:
    """A batch in the making. `loose`: resources that may have lost their last hold."""

    batch: Batch = field(default_factory=Batch)
    loose: set[str] = field(default_factory=set)

    @property
    def empty(self) -> bool:
        b = self.batch
        return not (b.create or b.replace or b.unlink or b.link or b.delete)


def settle(
    changes: Changes,
    names: Names,
    id_: str,
    stored: Stored | None,
    parts: Mapping[str, Description],
) -> None:
    """Make the node and its edges those that `parts` (dataset → description) amount to."""
    node, edges = record(names, id_, parts)
    batch = changes.batch
    if stored is None:
        batch.create.append(node)
        batch.link.extend(_edge(id_, edge) for edge in edges)
        return
    old = stored.node
    if old.labels != node.labels or not same_values(old.properties, node.properties):
        batch.replace.append(node)
    have: dict[Edge, EdgeRecord] = {}
    for edge in stored.edges:
        if "statement" not in edge.properties:
            have[(edge.type, edge.target, _datasets(edge))] = edge
    for gone in have.keys() - edges:
        batch.unlink.append(have[gone])
        changes.loose.add(gone[1])
    batch.link.extend(_edge(id_, edge) for edge in edges - have.keys())
    if not parts:
        changes.loose.add(id_)


def settle_views(
    changes: Changes,
    names: Names,
    id_: str,
    before: Description | None,
    after: Description | None,
    stored: list[EdgeRecord] | None = None,
) -> tuple[int, int]:
    """Make the views of a resource those of `after`; gives how many there were and are.

    `stored`: its views as the store has them; None: they are those that `before` amounts to.
    """
    wanted = views(names, id_, after) if after else []
    try:
        was = views(names, id_, before) if before else []
    except UnknownName:  # written with a table of names that is no more
        was = []
    have = was if stored is None else stored
    if _same_edges(have, wanted):
        return len(was), len(wanted)
    for edge in have:
        # The statement alone tells the edge: whatever else it carries, it goes.
        told = {"statement": edge.properties["statement"]}
        changes.batch.unlink.append(EdgeRecord(edge.source, edge.type, edge.target, told))
        changes.loose.update((edge.source, edge.target))
    changes.batch.link.extend(wanted)
    return len(was), len(wanted)


def common(names: Names, one: Description, other: Description) -> int:
    """The number of triples that both say."""
    if one == other and same_values(one.values, other.values):
        return len(one)
    try:
        return len(set(pairs(names, one)) & set(pairs(names, other)))
    except UnknownName:  # written with a table of names that is no more
        return 0


def _edge(id_: str, edge: Edge) -> EdgeRecord:
    type_, target, datasets = edge
    return EdgeRecord(id_, type_, target, {"datasets": list(datasets)} if datasets else {})


def _datasets(edge: EdgeRecord) -> tuple[str, ...]:
    listed = edge.properties.get("datasets", [])
    return tuple(str(name) for name in listed) if isinstance(listed, list) else (str(listed),)


def _same_edges(one: list[EdgeRecord], other: list[EdgeRecord]) -> bool:
    if len(one) != len(other):
        return False
    for a, b in zip(sorted(one, key=_order), sorted(other, key=_order), strict=True):
        if _order(a) != _order(b) or not same_values(a.properties, b.properties):
            return False
    return True


def _order(edge: EdgeRecord) -> tuple[str, str, str, Value]:
    return edge.source, edge.type, edge.target, str(edge.properties.get("statement"))
