"""`sahelgraph export [filters] [--dataset NAME] --format … -o FILE`: the graph, or a cut of it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Any

import typer

from app.commands.common import AsOf, fail, reading, work

Many = list[str] | None

# Formats that hold things and direct edges, beside those of RDF (turtle, ntriples, jsonld, trig,
# nquads), which hold statements in full.
_ENDINGS = {
    ".ttl": "turtle", ".nt": "ntriples", ".jsonld": "jsonld", ".trig": "trig", ".nq": "nquads",
    ".gexf": "gexf", ".graphml": "graphml", ".json": "json", ".zip": "csv",
    ".csv": "csv-statements", ".xlsx": "xlsx",
}  # fmt: skip


def export(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="File; standard output without it")
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            help="gexf, graphml, csv, xlsx, json, turtle, ntriples, jsonld …; else by the file's "
            "ending, else turtle"
        ),
    ] = None,
    seed: Annotated[Many, typer.Option(help="Around this thing (again for more)")] = None,
    depth: Annotated[int, typer.Option(min=0, max=4, help="Steps from the seeds")] = 1,
    avoid: Annotated[Many, typer.Option(help="Things to leave out")] = None,
    predicate: Annotated[Many, typer.Option(help="supports, funds …")] = None,
    kind: Annotated[Many, typer.Option(help="Classes of things: State, Mechanism …")] = None,
    status: Annotated[Many, typer.Option(help="actual, committed, offered …")] = None,
    certainty: Annotated[Many, typer.Option(help="stated or implied")] = None,
    document: Annotated[Many, typer.Option(help="niamey-2018 …")] = None,
    theme: Annotated[Many, typer.Option(help="Themes or crimes, narrower ones included")] = None,
    place: Annotated[Many, typer.Option(help="Places or classes of countries")] = None,
    dataset: Annotated[Many, typer.Option(help="Data sets")] = None,
    as_of: AsOf = None,
    lang: Annotated[str, typer.Option(help="en or fr")] = "en",
) -> None:
    """Write the graph, or a cut of it: for Gephi, spreadsheets, or as RDF.

    RDF without filters is lossless: all of it, or one dataset. A cut in RDF holds the statements
    and things of the cut.
    """
    if lang not in {"en", "fr"}:
        fail(f"--lang {lang}: one of en, fr", 2)
    chosen = format or (_ENDINGS.get(output.suffix.lower(), "turtle") if output else "turtle")
    asked = {
        "predicate": predicate, "kind": kind, "status": status, "certainty": certainty,
        "document": document, "theme": theme, "place": place, "dataset": dataset, "as_of": as_of,
    }  # fmt: skip
    filters = {name: value for name, value in asked.items() if value}
    work(_export(output, chosen, tuple(seed or ()), depth, tuple(avoid or ()), filters, lang))


async def _export(
    output: Path | None,
    format: str,
    seeds: tuple[str, ...],
    depth: int,
    avoid: tuple[str, ...],
    given: dict[str, Any],
    lang: str,
) -> None:
    from exporters import cut, cutrdf, formats, rdf
    from queries.filters import Filters

    known = sorted({*rdf.FORMATS, *formats.FORMATS})
    if format not in known:
        fail(f"--format {format}: one of {', '.join(known)}", 2)
    whole = not seeds and not avoid and not (given.keys() - {"dataset"})
    async with reading() as reader:
        if format in rdf.FORMATS and whole and len(given.get("dataset", [])) <= 1:
            name = next(iter(given.get("dataset", [])), None)
            if name is not None:
                await _must_exist(reader, name)
            await _write(rdf.export(reader.graph, format, name), output)
            return
        if format in {"trig", "nquads"}:
            fail(f"--format {format} holds whole datasets: leave the filters out", 2)
        wanted = cut.Wanted(seeds, depth, avoid, Filters(**given))
        found = await cut.source(reader, wanted, lang)
        if found.part and found.part.cut:
            typer.echo(f"sahelgraph: {found.part.cut.text(lang)}", err=True)
        if format in cutrdf.FORMATS:
            await _write(cutrdf.stream(found, format), output)
        else:
            await _write(formats.stream(format, cut.subgraph(found, wanted)), output)


async def _must_exist(reader: Any, dataset: str) -> None:
    from queries.params import closest

    names = sorted(row["id"] for row in await reader.ask("datasets"))
    if dataset not in names:
        near = ", ".join(closest(dataset, names))
        fail(f"there is no dataset {dataset!r}" + (f"; nearest: {near}" if near else ""))


async def _write(parts: AsyncIterator[bytes], output: Path | None) -> None:
    if output is None:
        async for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    # Written beside and moved into place: a reader of the file never finds half of it.
    partial = output.with_name(output.name + ".part")
    try:
        with partial.open("wb") as file:
            async for part in parts:
                file.write(part)
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)
    typer.echo(f"{output} written", err=True)
