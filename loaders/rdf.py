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
    """Read the files one after the other; a chunk ends where something new begins after `size`.

    `size` is in triples. The blank nodes of a resource mostly stay in one chunk with it, so that
    it need not be taken up again. Memory is bounded by the chunk. Raises BrokenFile (with line and
    column), EmptyFile, MissingFile; the chunks given so far are then worth nothing.
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
    """Fill chunks from a file; gives those that are full and leaves the last in `filling`.

    The loop runs once a triple and takes most of a load's time: hence no calls that can be spared.
    """
    chunk, held, total = filling.chunk, filling.held, filling.total
    cap = 4 * size  # one subject may be longer than any chunk
    has_graphs = one.format not in ("turtle", "ntriples", "rdfxml")
    predicates: dict[str, str] = {}  # one text for all triples that have it
    subjects: dict[str, list[Pair]] | None = None
    pairs: list[Pair] = []
    trail: list[str] = []  # blank nodes begun since the last resource with a name
    last, counted = "", held
    dataset, graph = one.dataset, None
    with faults_of(one.path), opened(one) as parser:
        for quad in parser:
            node, term = quad.subject, quad.object
            id_ = node.value
            if type(node) is not ox.NamedNode:
                id_ = blanks.id(id_)
            elif rebase is not None:
                id_ = rebase(id_)
            if held >= size and (
                held >= cap or (type(node) is ox.NamedNode and id_ not in (subjects or ()))
            ):
                chunk.prefixes.update(parser.prefixes)
                # The parser gives a blank node's triples before the one that leads to it.
                ahead = {blank: subjects.pop(blank) for blank in trail} if subjects else {}
                moved = sum(map(len, ahead.values()))
                _count(chunk, dataset, held - counted - moved)
                yield chunk
                chunk, counted, held, subjects = Chunk(), 0, moved, None
                if ahead:
                    subjects = chunk.groups[dataset] = ahead
                    chunk.origins[dataset] = one.dataset
                    last = ""
            if subjects is None or (has_graphs and quad.graph_name != graph):
                _count(chunk, dataset, held - counted)
                counted, graph, last = held, quad.graph_name, ""
                trail.clear()
                dataset = _dataset(graph, one, blanks, rebase)
                subjects = chunk.groups.setdefault(dataset, {})
                chunk.origins[dataset] = one.dataset
            held += 1
            total += 1
            kind = type(term)
            if kind is ox.Literal:
                language = term.language
                if language is None:
                    plain: Term = (term.value, "^^" + term.datatype.value)
                else:
                    plain = literal_to_plain(term)
            elif kind is ox.NamedNode:
                plain = term.value if rebase is None else rebase(term.value)
            elif kind is ox.BlankNode:
                plain = blanks.id(term.value)
            else:
                chunk.reject(dataset, TRIPLE_TERM, str(quad))
                continue
            if id_ != last:
                last = id_
                if id_[:2] != "_:":
                    trail.clear()
                elif id_ not in subjects:
                    trail.append(id_)
                pairs = subjects.setdefault(id_, [])
            predicate = quad.predicate.value
            pairs.append((predicates.setdefault(predicate, predicate), plain))
        chunk.prefixes.update(parser.prefixes)
        _count(chunk, dataset, held - counted)
    filling.chunk, filling.held, filling.total = chunk, held, total


def _count(chunk: Chunk, dataset: str, read: int) -> None:
    if read:
        chunk.read[dataset] += read


def _dataset(name: object, one: Source, blanks: BlankNumbers, rebase: Rebase | None) -> str:
    if isinstance(name, ox.NamedNode):
        return dataset_of(rebase(name.value) if rebase else name.value)
    return blanks.id(name.value) if isinstance(name, ox.BlankNode) else one.dataset
