"""JSON for clients, RDF for the linked data web: by Accept (RFC 9110, 12.5.1) or `?format=`."""

from __future__ import annotations

from typing import Annotated, Literal

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
_ANY = {"*/*", "application/*", "text/html", "text/*", "application/xhtml+xml"}
FormatParam = Annotated[
    Format | None, Query(alias="format", description="Instead of an Accept header")
]


def chosen(request: Request, wanted: Format | None) -> Format:
    """The format to answer in. Raises NotAcceptable where Accept names none that there is."""
    if wanted:
        return wanted
    header = request.headers.get("accept", "").strip()
    if not header:
        return "json"
    ranked: list[tuple[float, int, Format]] = []
    for position, part in enumerate(header.split(",")):
        media, *options = (piece.strip().lower() for piece in part.split(";"))
        try:
            weight = next((float(o[2:]) for o in options if o.startswith("q=")), 1.0)
        except ValueError:
            weight = 0.0
        if weight > 0 and (media in MEDIA or media in _ANY):
            ranked.append((-weight, position, MEDIA.get(media, "json")))
    if not ranked:
        raise NotAcceptable(
            f"This address gives {', '.join(MEDIA)}, not {header}.",
            f"Cette adresse donne {', '.join(MEDIA)}, et non {header}.",
        )
    return min(ranked)[2]


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
