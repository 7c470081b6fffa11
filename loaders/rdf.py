"""RDF, streamed from files as chunks of predicate–object pairs by dataset and subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from loaders.blanks import BlankNumbers, dataset_of
from loaders.errors import EmptyFile
from loaders.files import Source, faults_of, opened
from loaders.mapping import Pair, Term
from loaders.terms import literal_to_plain

ONTOLOGY = "https://w3id.org/sahelgraph/ontology#"
TRIPLE_TERM = "triple terms of RDF 1.2 have no place in the mapping"
_EXAMPLES = 5  # rejected triples shown in a ledger


@dataclass(frozen=True, slots=True)
class Rebase:
    """IRIs that begin with `old` begin with `new` instead, but for those in `keep`.

    A deployment with a base of its own keeps the shared ontology's terms.
    """

    old: str
    new: str
    keep: tuple[str, ...] = (ONTOLOGY,)

    def __call__(self, iri: str) -> str:
        if iri.startswith(self.old) and not iri.startswith(self.keep):
            return self.new + iri[len(self.old) :]
        return iri


@dataclass(slots=True)
class Chunk:
    """Part of a load: dataset → subject → pairs, with repetitions as the files have them.

    `origins`: dataset → the dataset of the file it stands in, another one for named graphs.
    `read` and `rejected` count triples by dataset (and reason); `prefixes` are the file's own.
    """

    groups: dict[str, dict[str, list[Pair]]] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    read: Counter[str] = field(default_factory=Counter)
    rejected: dict[str, Counter[str]] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)

    def reject(self, dataset: str, reason: str, text: str) -> None:
        self.rejected.setdefault(dataset, Counter())[reason] += 1
        examples = self.examples.setdefault(dataset, [])
        if len(examples) < _EXAMPLES:
            examples.append(text[:500])


@dataclass(slots=True)
class _Filling:
    """The chunk being filled, from one file to the next."""

    chunk: Chunk = field(default_factory=Chunk)
    held: int = 0
    total: int = 0


def chunks(
    sources: Sequence[Source], size: int, rebase: Rebase | None = None
) -> Generator[Chunk, None, None]:
    """Read the files one after the other; a chunk ends at a change of subject after `size` triples.

    Memory is bounded by the chunk. Raises BrokenFile (with line and column), EmptyFile,
    MissingFile; the chunks given so far are then worth nothing.
    """
    numbers: dict[str, BlankNumbers] = {}
    filling = _Filling()
    try:
        for one in sources:
            blanks = numbers.setdefault(one.dataset, BlankNumbers(one.dataset))
            blanks.next_file()
            before = filling.total
            yield from _read(one, blanks, rebase, size, filling)
            if filling.total == before:
                raise EmptyFile(f"{one.path}: the file holds no triples")
        if filling.held:
            yield filling.chunk
    finally:
        for blanks in numbers.values():
            blanks.close()


def _read(
    one: Source, blanks: BlankNumbers, rebase: Rebase | None, size: int, filling: _Filling
) -> Iterator[Chunk]:
    """Fill chunks from a file; gives those that are full and leaves the last in `filling`."""
    chunk, held, total = filling.chunk, filling.held, filling.total
    cap = 4 * size  # one subject may be longer than any chunk
    last = ""
    subjects: dict[str, list[Pair]] | None = None
    dataset, graph = one.dataset, None
    with faults_of(one.path), opened(one) as parser:
        for quad in parser:
            node, term, name = quad.subject, quad.object, quad.graph_name
            if type(node) is ox.NamedNode:
                id_ = node.value if rebase is None else rebase(node.value)
            else:
                id_ = blanks.id(node.value)
            if held >= size and (id_ != last or held >= cap):
                chunk.prefixes.update(parser.prefixes)
                yield chunk
                chunk, held, subjects = Chunk(), 0, None
            if subjects is None or name != graph:
                graph = name
                dataset = _dataset(name, one, blanks, rebase)
                subjects = chunk.groups.setdefault(dataset, {})
                chunk.origins[dataset] = one.dataset
            last = id_
            held += 1
            total += 1
            chunk.read[dataset] += 1
            kind = type(term)
            if kind is ox.Literal:
                plain: Term = literal_to_plain(term)
            elif kind is ox.NamedNode:
                plain = term.value if rebase is None else rebase(term.value)
            elif kind is ox.BlankNode:
                plain = blanks.id(term.value)
            else:
                chunk.reject(dataset, TRIPLE_TERM, str(quad))
                continue
            pair = (quad.predicate.value, plain)
            pairs = subjects.get(id_)
            if pairs is None:
                subjects[id_] = [pair]
            else:
                pairs.append(pair)
        chunk.prefixes.update(parser.prefixes)
    filling.chunk, filling.held, filling.total = chunk, held, total


def _dataset(name: object, one: Source, blanks: BlankNumbers, rebase: Rebase | None) -> str:
    if isinstance(name, ox.NamedNode):
        return dataset_of(rebase(name.value) if rebase else name.value)
    return blanks.id(name.value) if isinstance(name, ox.BlankNode) else one.dataset
