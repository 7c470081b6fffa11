"""RDF out of the graph: everything, one dataset, or one resource; views are never in it.

What comes out is isomorphic to what was loaded. Resources come in the order of their ids, so two
exports of one state are equal byte by byte.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from exporters.jsonld import Compactor
from exporters.texts import text
from graph.port import Graph, Stored
from loaders import stored as store
from loaders.blanks import graph_iri
from loaders.mapping import Description, Pair, Term, Triple, pairs, parts_of, whole
from loaders.names import RDF_TYPE, Names
from loaders.registry import Vocabulary, datasets, names_of, shipped
from loaders.terms import to_ox

FORMATS = {
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "trig": "application/trig",
    "nquads": "application/n-quads",
}
"""Format → media type. `trig` and `nquads` hold each dataset as a named graph."""

_OX = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}
_PART = 5_000  # triples written at a time
_CLOSURE = 1_000  # blank nodes that one description may bring along

Resource = tuple[str, list[Pair]]


async def export(
    graph: Graph,
    format: str,
    dataset: str | None = None,
    *,
    vocabulary: Vocabulary | None = None,
) -> AsyncIterator[bytes]:
    """The graph, or one dataset of it, in a format of FORMATS, in parts as they come.

    An unknown dataset gives no triples: ask the registry first. ValueError for other formats.
    """
    known = vocabulary or shipped()
    names = await names_of(graph, known)
    prefixes = names.namespaces
    if format not in FORMATS:
        raise ValueError(f"{format} is none of {', '.join(FORMATS)}")
    if format in ("trig", "nquads"):
        chosen = [dataset] if dataset is not None else sorted(await datasets(graph))
        begun = False
        for one in chosen:
            name = _graph_name(one)
            async for part in _parts(resources(graph, names, one)):
                written = _written(part, format, prefixes, name)
                yield _without_prefixes(written) if begun else written
                begun = True
    elif format == "jsonld":
        yield b'{"@context": ' + _json(known.context).encode() + b',\n"@graph": ['
        compactor, between = Compactor(names, known.context), "\n"
        async for part in _parts(resources(graph, names, dataset)):
            lines = [_json(compactor.node(id_, said)) for id_, said in part]
            yield (between + ",\n".join(lines)).encode()
            between = ",\n"
        yield b"\n]}\n"
    else:
        begun = False
        async for part in _parts(resources(graph, names, dataset)):
            written = _written(part, format, prefixes)
            yield _without_prefixes(written) if begun else written
            begun = True


async def triples(
    graph: Graph, dataset: str | None = None, *, vocabulary: Vocabulary | None = None
) -> AsyncIterator[Triple]:
    """All triples, or those of one dataset, grouped by subject."""
    names = await names_of(graph, vocabulary)
    async for id_, said in resources(graph, names, dataset):
        for predicate, term in said:
            yield id_, predicate, term


async def describe(graph: Graph, iri: str, *, vocabulary: Vocabulary | None = None) -> list[Triple]:
    """What is said of one resource, with the blank nodes it leads to; empty where nothing is."""
    names = await names_of(graph, vocabulary)
    said: list[Triple] = []
    met, wanted = {iri}, [iri]
    while wanted and len(met) <= _CLOSURE:
        found = await store.read(graph, wanted)
        blanks: dict[str, None] = {}
        for id_ in wanted:
            if id_ in found:
                for predicate, term in _ordered(names, whole(found[id_])):
                    said.append((id_, predicate, term))
                    if isinstance(term, str) and term.startswith("_:"):
                        blanks[term] = None
        wanted = [blank for blank in blanks if blank not in met]
        met.update(wanted)
    return said


def serialize(
    said: Iterable[Triple], format: str, names: Names, context: Mapping[str, Any] | None = None
) -> bytes:
    """A few triples, grouped by subject, as a document; `context` defaults to the shipped one."""
    said = list(said)
    grouped: dict[str, list[Pair]] = {}
    for subject, predicate, term in said:
        grouped.setdefault(subject, []).append((predicate, term))
    if format == "jsonld":
        known = context if context is not None else shipped().context
        compactor = Compactor(names, known)
        nodes = [compactor.node(id_, pairs_) for id_, pairs_ in grouped.items()]
        document = {"@context": known, "@graph": nodes}
        return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    iris = {iri for triple in said for iri in _iris(triple)}
    used = {
        prefix: namespace
        for prefix, namespace in names.namespaces.items()
        if any(iri.startswith(namespace) for iri in iris)
    }
    return _written(grouped.items(), format, used)


def _iris(triple: Triple) -> Iterator[str]:
    subject, predicate, term = triple
    yield from (subject, predicate)
    yield term if isinstance(term, str) else term[1].removeprefix("^^")


async def resources(graph: Graph, names: Names, dataset: str | None) -> AsyncIterator[Resource]:
    """Each described resource with what is said of it (by one dataset, or by all)."""
    if dataset is None:
        async for row in graph.stream(text("all-resources")):
            one = store.stored(row)
            yield one.node.id, _ordered(names, whole(one))
        return
    for query in ("own-resources", "shared-resources"):
        async for row in graph.stream(text(query), {"dataset": dataset}):
            one = store.stored(row)
            yield one.node.id, _ordered(names, _said_by(one, dataset))


def _said_by(one: Stored, dataset: str) -> Description:
    return parts_of(one).get(dataset, Description())


def _ordered(names: Names, description: Description) -> list[Pair]:
    """Types first, then by predicate and value."""
    return sorted(pairs(names, description), key=_order)


def _order(pair: Pair) -> tuple[bool, str, bool, Term]:
    predicate, term = pair
    return predicate != RDF_TYPE, predicate, isinstance(term, tuple), term


async def _parts(found: AsyncIterator[Resource]) -> AsyncIterator[list[Resource]]:
    part: list[Resource] = []
    held = 0
    async for id_, said in found:
        part.append((id_, said))
        held += len(said)
        if held >= _PART:
            yield part
            part, held = [], 0
    if part:
        yield part


def _written(
    part: Iterable[Resource],
    format: str,
    prefixes: Mapping[str, str],
    graph_name: ox.NamedNode | ox.BlankNode | None = None,
) -> bytes:
    statements = _statements(part, graph_name)
    written = ox.serialize(statements, format=_OX[format], prefixes=dict(prefixes))
    return written or b""


def _without_prefixes(written: bytes) -> bytes:
    """A part as it goes on after the first, which has the prefixes."""
    start = 0
    while written.startswith(b"@prefix ", start):
        start = written.index(b"\n", start) + 1
    return written[start:]


def _statements(
    part: Iterable[Resource], graph_name: ox.NamedNode | ox.BlankNode | None
) -> Iterator[Any]:
    for id_, said in part:
        for predicate, term in said:
            triple = to_ox((id_, predicate, term))
            if graph_name is None:
                yield triple
            else:
                yield ox.Quad(triple.subject, triple.predicate, triple.object, graph_name)


def _graph_name(dataset: str) -> ox.NamedNode | ox.BlankNode:
    name = graph_iri(dataset)
    return ox.BlankNode(name[2:]) if name.startswith("_:") else ox.NamedNode(name)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
