"""The formats that a cut of the graph goes out in: name, media type, file ending, encoder."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import BinaryIO, NamedTuple

from exporters import stream as _stream
from exporters.csvtables import CsvEncoder, CsvZipEncoder
from exporters.gexf import GexfEncoder
from exporters.graphml import GraphmlEncoder
from exporters.nodelink import NodeLinkEncoder
from exporters.stream import Counts, Encoder
from exporters.subgraph import Subgraph
from exporters.xlsx import XlsxEncoder


class Format(NamedTuple):
    """A format: how clients name it, and what makes it."""

    name: str
    media_type: str
    ending: str
    encoder: Callable[[Subgraph], Encoder]


_CSV = "text/csv; charset=utf-8; header=present"
_FORMATS = (
    Format("gexf", "application/gexf+xml", "gexf", GexfEncoder),
    Format("graphml", "application/graphml+xml", "graphml", GraphmlEncoder),
    Format("json", "application/json", "json", NodeLinkEncoder),
    Format("graphology", "application/json", "json", partial(NodeLinkEncoder, graphology=True)),
    Format("csv", "application/zip", "zip", CsvZipEncoder),
    Format("csv-nodes", _CSV, "csv", partial(CsvEncoder, part="nodes")),
    Format("csv-edges", _CSV, "csv", partial(CsvEncoder, part="edges")),
    Format("csv-statements", _CSV, "csv", partial(CsvEncoder, part="statements")),
    Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        XlsxEncoder,
    ),
)
FORMATS = {format_.name: format_ for format_ in _FORMATS}


def write(name: str, subgraph: Subgraph, out: BinaryIO) -> Counts:
    """Write a cut to a file in a format of `FORMATS`; KeyError for another name."""
    return _stream.write(FORMATS[name].encoder(subgraph), subgraph, out)


def stream(name: str, subgraph: Subgraph, counts: Counts | None = None) -> AsyncIterator[bytes]:
    """The bytes of a cut in a format of `FORMATS`, as they come."""
    return _stream.stream(FORMATS[name].encoder(subgraph), subgraph, counts)
