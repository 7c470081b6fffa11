"""JSON for clients, RDF for the linked data web: by Accept (RFC 9110, 12.5.1) or `?format=`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

from fastapi import Query, Request
from fastapi.responses import Response

from app.problems import NotAcceptable
from queries.reader import Reader

Format = Literal["json", "jsonld", "turtle", "ntriples"]
MEDIA: dict[str, Format] = {
    "application/json": "json",
    "application/ld+json": "jsonld",
    "text/turtle": "turtle",
    "application/x-turtle": "turtle",
    "application/n-triples": "ntriples",
}
_ANY: tuple[str, ...] = (
    "*/*", "application/*", "text/html", "text/*", "application/xhtml+xml",
)  # fmt: skip
T = TypeVar("T")
FormatParam = Annotated[
    Format | None, Query(alias="format", description="Instead of an Accept header")
]


def chosen(request: Request, wanted: Format | None) -> Format:
    """The format to answer in. Raises NotAcceptable where Accept names none that there is."""
    if wanted:
        return wanted
    anything: dict[str, Format] = dict.fromkeys(_ANY, "json")
    return preferred(request, MEDIA | anything)


def preferred(request: Request, media: Mapping[str, T]) -> T:
    """What the Accept header likes best of `media` (type or range → what it stands for).

    RFC 9110, 12.5.1; the first of `media` where there is no such header. Raises NotAcceptable.
    """
    header = request.headers.get("accept", "").strip()
    if not header:
        return next(iter(media.values()))
    ranked: list[tuple[float, int, str]] = []
    for position, part in enumerate(header.split(",")):
        name, *options = (piece.strip().lower() for piece in part.split(";"))
        try:
            weight = next((float(o[2:]) for o in options if o.startswith("q=")), 1.0)
        except ValueError:
            weight = 0.0
        if weight > 0 and name in media:
            ranked.append((-weight, position, name))
    if not ranked:
        known = ", ".join(name for name in media if "*" not in name and "html" not in name)
        raise NotAcceptable(
            f"This address gives {known}, not {header}.",
            f"Cette adresse donne {known}, et non {header}.",
        )
    return media[min(ranked)[2]]


async def describe(reader: Reader, iri: str, format: Format) -> Response:
    """What the graph says of one resource, as RDF."""
    # Imported late: rdflib comes with the ontology's files and costs a second of start.
    from exporters import rdf
    from loaders.registry import names_of

    said = await rdf.describe(reader.graph, iri)
    names = await names_of(reader.graph)
    body = rdf.serialize(said, format, names)
    media = rdf.FORMATS[format]
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return Response(body, media_type=f"{media}{charset}", headers={"Vary": "Accept"})
