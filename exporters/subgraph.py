"""What an export is made of: one cut of the graph, described first and then streamed.

A `Subgraph` says its columns, so that a writer can declare them before the first row, and holds
three streams of batches: nodes, then edges, then (where a format has room for it) the table of
statements. Rows are plain tuples; their `values` stand in the order of the declared attributes.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple, TypeAlias, TypeVar

# "date" holds ISO 8601 text, which may be as short as it was printed (2018, 2018-03, 2018-03-16).
AttributeType = Literal["string", "integer", "double", "boolean", "date", "strings"]
Value: TypeAlias = str | int | float | bool | Sequence[str] | None

Color: TypeAlias = tuple[int, int, int]
Spell: TypeAlias = tuple[date | None, date | None]

BATCH = 1000  # rows: large enough to write by columns, small enough to hold in a megabyte

# Columns that every reader knows by these names, whatever the attributes are.
RESERVED = frozenset(
    {"id", "label", "kind", "weight", "source", "target", "type", "key", "start", "end"}
    | {"interval", "timeset", "color", "size", "x", "y", "z", "identifier"}
)


class Attribute(NamedTuple):
    """A column: `name` for programs, `title` in the language of the export for people."""

    name: str
    title: str
    type: AttributeType = "string"


class Node(NamedTuple):
    """A thing. Colour follows from `kind` and size from `degree` where they are not given.

    `spells` is what is known of its own time, as that of an edge: none where nothing is.
    """

    id: str
    label: str
    kind: str
    values: Sequence[Value] = ()
    degree: int | None = None  # edges at it within the cut
    color: Color | None = None
    size: float | None = None
    position: tuple[float, float] | None = None
    spells: Sequence[Spell] = ()


class Edge(NamedTuple):
    """All statements of one predicate (`kind`) from one thing to another.

    `weight` is how many they are, `spells` the disjoint periods in which they hold, both ends
    included, None for open.
    """

    source: str
    target: str
    kind: str
    label: str
    weight: int | float = 1
    values: Sequence[Value] = ()
    spells: Sequence[Spell] = ()


Row: TypeAlias = Sequence[Value]
T = TypeVar("T")
Batches: TypeAlias = Iterable[Sequence[T]] | AsyncIterable[Sequence[T]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns: the statements of a cut, a matrix, the answer to a query."""

    columns: tuple[Attribute, ...]
    rows: Batches[Row]


@dataclass(frozen=True, slots=True)
class Subgraph:
    """A cut of the graph, to be streamed once.

    `lang` is the language of labels and titles, `kinds` gives node kinds their names in it. Each
    edge must lead from one node of the cut to another, with no second edge of its kind between
    the same two (`exporters.fuse` sees to that). ValueError when two columns share a name, or one
    takes a reserved name.
    """

    lang: str
    title: str
    nodes: Batches[Node]
    edges: Batches[Edge]
    node_attributes: tuple[Attribute, ...] = ()
    edge_attributes: tuple[Attribute, ...] = ()
    statements: Table | None = None
    description: str = ""
    modified: date | None = None
    kinds: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for attributes in (self.node_attributes, self.edge_attributes):
            for names in ([a.name for a in attributes], [a.title for a in attributes]):
                folded = [name.casefold() for name in names]
                if twice := {n for n in folded if folded.count(n) > 1 or n in RESERVED}:
                    raise ValueError(f"column names reserved or used twice: {sorted(twice)}")


def batched(rows: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Cut a stream of rows into batches."""
    iterator = iter(rows)
    while batch := list(islice(iterator, size)):
        yield batch
