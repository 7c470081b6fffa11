"""Files to load: their format, their digest, and where exactly they are broken."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast
from xml.parsers import expat

import pyoxigraph as ox

from loaders.blanks import graph_iri
from loaders.errors import BadDataset, BrokenFile, MissingFile, UnknownFormat

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}
EXTENSIONS = {
    "ttl": "turtle",
    "nt": "ntriples",
    "nq": "nquads",
    "rdf": "rdfxml",
    "xml": "rdfxml",
    "owl": "rdfxml",
    "json": "jsonld",
}
_POSITION = re.compile(r"^Parser error (?:at|between) .*?: ")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to load and the dataset that its default graph goes to."""

    path: Path
    format: str
    dataset: str


def source(path: Path, dataset: str | None = None, format: str | None = None) -> Source:
    """A file as something to load; without `dataset`, its stem names it.

    `format`: a name of FORMATS or an extension; raises UnknownFormat, MissingFile, BadDataset.
    """
    if not path.exists():
        raise MissingFile(f"{path}: there is no such file")
    if not path.is_file():
        raise MissingFile(f"{path}: this is not a file")
    parts = path.name.lower().removesuffix(".gz").rsplit(".", 1)
    given = (format or (parts[1] if len(parts) == 2 else "")).lower().lstrip(".")
    found = EXTENSIONS.get(given, given)
    if found not in FORMATS:
        known = ", ".join(FORMATS)
        said = f"unknown format “{given}”" if given else "the file name has no extension"
        raise UnknownFormat(f"{path}: {said}; known are {known}")
    name = path.name[: len(parts[0])] if dataset is None else dataset
    if not name.strip() or not name.isprintable() or len(name) > 1000:
        raise BadDataset(f"{path}: “{name}” cannot name a dataset")
    return Source(path, found, name)


def digest(sources: Sequence[Source], salt: str = "") -> str:
    """SHA-256 over the bytes of the files and whatever else (`salt`) changes their meaning."""
    whole = hashlib.sha256(repr((salt, [s.format for s in sources])).encode())
    for one in sources:
        with faults_of(one.path), one.path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """What goes wrong while the file is read, as a LoadError that says where."""
    try:
        yield
    except SyntaxError as fault:
        line, column = fault.lineno, fault.offset
        reason = _POSITION.sub("", fault.msg)
        if "LoadDocumentCallback" in reason:
            reason = "it refers to a context elsewhere, which is not fetched: include it"
        if line is None:
            line, column = _locate(path, reason)
        raise BrokenFile(path, reason, line, column) from fault
    except gzip.BadGzipFile as fault:
        raise BrokenFile(path, str(fault), None, None) from fault
    except OSError as fault:
        raise MissingFile(f"{path}: cannot be read ({fault.strerror or fault})") from fault


@contextmanager
def opened(one: Source) -> Iterator[ox.QuadParser]:
    """The parser of a file, with a base for relative IRIs that does not depend on its place."""
    base = graph_iri(one.dataset)
    base_iri = base if not base.startswith("_:") else graph_iri("unnamed")
    with _bytes(one.path) as file:
        yield ox.parse(file, FORMATS[one.format], base_iri=base_iri)


@contextmanager
def _bytes(path: Path) -> Iterator[IO[bytes]]:
    opener = gzip.open if path.suffix.lower() == ".gz" else open
    with cast(IO[bytes], opener(path, "rb")) as file:
        if file.read(3) != b"\xef\xbb\xbf":  # a byte order mark is none of the syntax
            file.seek(0)
        yield file


def read_bytes(path: Path) -> bytes:
    """All of a file, unpacked and without a byte order mark."""
    with _bytes(path) as file:
        return file.read()


def _locate(path: Path, reason: str) -> tuple[int | None, int | None]:
    """Where an error lies of which the parser tells no place: faulty XML, or what it quotes."""
    text = read_bytes(path)
    if text.lstrip()[:1] == b"<":
        try:
            expat.ParserCreate().Parse(text, True)
        except expat.ExpatError as fault:
            return fault.lineno, fault.offset + 1
    quoted = re.search(r"'([^']+)'", reason)
    for number, line in enumerate(text.split(b"\n"), 1):
        for mark in (b'"%s"', b"'%s'"):
            if quoted and (column := line.find(mark % quoted[1].encode())) >= 0:
                return number, column + 1
    return None, None
