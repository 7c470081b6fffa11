"""The statements and things of a cut as RDF: what the graph says of each, in full.

A cut in RDF holds no direct edges, which are views: it holds the statements that they stand for,
the things that those are about, and the blank nodes that either leads to.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable

from exporters import rdf
from exporters.cut import Source
from exporters.jsonld import Compactor
from loaders import stored as store
from loaders.mapping import whole
from loaders.names import Names
from loaders.registry import names_of, shipped
from queries.reader import Reader

FORMATS = {name: rdf.FORMATS[name] for name in ("turtle", "ntriples", "jsonld")}
"""Format → media type."""


async def stream(found: Source, format: str) -> AsyncIterator[bytes]:
    """The cut in a format of FORMATS, in parts as they come. ValueError for other formats."""
    if format not in FORMATS:
        raise ValueError(f"{format} is none of {', '.join(FORMATS)}")
    names = await names_of(found.reader.graph)
    if format == "jsonld":
        context = shipped().context
        yield b'{"@context": ' + rdf._json(context).encode() + b',\n"@graph": ['
        compactor, between = Compactor(names, context), "\n"
        async for part in _resources(found, names):
            lines = [rdf._json(compactor.node(id_, said)) for id_, said in part]
            if lines:
                yield (between + ",\n".join(lines)).encode()
                between = ",\n"
        yield b"\n]}\n"
        return
    first = True
    async for part in _resources(found, names):
        written = rdf._written(part, format, names.namespaces)
        yield written if first else rdf._without_prefixes(written)
        first = first and not written


async def _resources(found: Source, names: Names) -> AsyncIterator[list[rdf.Resource]]:
    """Each resource once, things and statements in the order of the cut."""
    met: set[str] = set()
    async for things in found.thing_batches():
        yield await _described(found.reader, names, (t for t, _, _ in things), met)
    async for links in found.link_batches():
        yield await _described(found.reader, names, (link.statement for link in links), met)


async def _described(
    reader: Reader, names: Names, ids: Iterable[str], met: set[str]
) -> list[rdf.Resource]:
    part: list[rdf.Resource] = []
    wanted = sorted(set(ids) - met)
    while wanted:
        met.update(wanted)
        described = await store.read(reader.graph, wanted)
        blanks: set[str] = set()
        for id_ in wanted:
            if id_ in described:
                said = rdf._ordered(names, whole(described[id_]))
                part.append((id_, said))
                blanks |= {t for _, t in said if isinstance(t, str) and t.startswith("_:")}
        wanted = sorted(blanks - met)
    return part
