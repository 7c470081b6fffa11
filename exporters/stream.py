"""Run an encoder over a subgraph, batch by batch, and see to it that what goes out is whole."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import BinaryIO, TypeVar

from exporters.known import KnownIds
from exporters.subgraph import Batches, Edge, Node, Row, Subgraph

T = TypeVar("T")


class Encoder(ABC):
    """Turns batches into bytes: called in the order of its `parts`, then `end`, then `close`."""

    # Of nodes, edges, statements: those that the format holds. Others are never asked for.
    parts: tuple[str, ...] = ("nodes", "edges")

    @abstractmethod
    def begin(self) -> bytes: ...

    @abstractmethod
    def nodes(self, rows: Sequence[Node]) -> bytes: ...

    @abstractmethod
    def edges(self, rows: Sequence[Edge]) -> bytes: ...

    def statements(self, rows: Sequence[Row]) -> bytes:
        raise NotImplementedError

    @abstractmethod
    def end(self) -> Iterable[bytes]: ...

    def close(self) -> None:  # noqa: B027 - most hold nothing
        """Give back what is held outside memory, also when the end was not reached."""


class BrokenSubgraphError(ValueError):
    """An edge leads out of the cut, or a node comes twice: a reader would refuse the file."""


@dataclass(slots=True)
class Counts:
    """What went out. `statements` is the sum of the edges' weights."""

    nodes: int = 0
    edges: int = 0
    statements: float = 0


class _Run:
    """One encoder with its checks and counts."""

    def __init__(self, encoder: Encoder, counts: Counts) -> None:
        self.encoder = encoder
        self.counts = counts
        self.known = KnownIds()

    def nodes(self, rows: Sequence[Node]) -> bytes:
        self.known.add([row[0] for row in rows])
        self.counts.nodes += len(rows)
        return self.encoder.nodes(rows)

    def edges(self, rows: Sequence[Edge]) -> bytes:
        if "nodes" in self.encoder.parts:
            self.known.freeze()
            if (lost := self.known.missing(rows)) is not None:
                raise BrokenSubgraphError(f"an edge leads to {lost!r}, which is not in the cut")
        self.counts.edges += len(rows)
        self.counts.statements += sum([row[4] for row in rows])
        return self.encoder.edges(rows)

    def finish(self) -> Iterable[bytes]:
        if self.known.freeze():
            raise BrokenSubgraphError("a node comes twice")
        return self.encoder.end()


def write(encoder: Encoder, subgraph: Subgraph, out: BinaryIO) -> Counts:
    """Write a subgraph with synchronous streams to a file.

    BrokenSubgraphError when an edge dangles or a node comes twice; TypeError for asynchronous
    streams.
    """
    run = _Run(encoder, Counts())
    with closing(encoder):
        out.write(encoder.begin())
        if "nodes" in encoder.parts:
            for nodes in _synchronous(subgraph.nodes):
                out.write(run.nodes(nodes))
        if "edges" in encoder.parts:
            for edges in _synchronous(subgraph.edges):
                out.write(run.edges(edges))
        if "statements" in encoder.parts and subgraph.statements:
            for rows in _synchronous(subgraph.statements.rows):
                out.write(encoder.statements(rows))
        for chunk in run.finish():
            out.write(chunk)
    return run.counts


async def stream(
    encoder: Encoder, subgraph: Subgraph, counts: Counts | None = None
) -> AsyncIterator[bytes]:
    """The bytes of a subgraph, as they come; `counts`, if given, tells what went out so far.

    Batches are encoded in a thread, so that no answer holds up another. BrokenSubgraphError as
    above.
    """
    run = _Run(encoder, counts if counts is not None else Counts())
    with closing(encoder):
        yield encoder.begin()
        if "nodes" in encoder.parts:
            async for nodes in _asynchronous(subgraph.nodes):
                yield await asyncio.to_thread(run.nodes, nodes)
        if "edges" in encoder.parts:
            async for edges in _asynchronous(subgraph.edges):
                yield await asyncio.to_thread(run.edges, edges)
        if "statements" in encoder.parts and subgraph.statements:
            async for rows in _asynchronous(subgraph.statements.rows):
                yield await asyncio.to_thread(encoder.statements, rows)
        chunks = iter(await asyncio.to_thread(run.finish))
        while (chunk := await asyncio.to_thread(next, chunks, None)) is not None:
            yield chunk


def _synchronous(batches: Batches[T]) -> Iterator[Sequence[T]]:
    if isinstance(batches, AsyncIterable):
        raise TypeError("an asynchronous subgraph goes out through exporters.stream.stream")
    return iter(batches)


async def _asynchronous(batches: Batches[T]) -> AsyncIterator[Sequence[T]]:
    if isinstance(batches, AsyncIterable):
        async for batch in batches:
            yield batch
    else:
        for batch in batches:
            yield batch
