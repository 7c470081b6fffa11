"""Commands about the data: load, validate, status."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.common import fail, opened, reading, work

if TYPE_CHECKING:
    from loaders.findings import Finding

Files = Annotated[
    list[Path] | None,
    typer.Argument(
        help="RDF files; without any, the ontology and the data that come with this version",
        show_default=False,
    ),
]


def load(
    files: Files = None,
    dataset: Annotated[
        str | None, typer.Option(help="All files make up this dataset; else each its own")
    ] = None,
    format: Annotated[str | None, typer.Option(help="Instead of the file's extension")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing")] = False,
    checked: Annotated[
        bool, typer.Option("--validate", help="First check the files; with violations load none")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The ledger as JSON")] = False,
) -> None:
    """Make the graph say of each dataset exactly what the files say; print the ledger."""
    if not files and (dataset or format):
        fail("--dataset and --format need files", 2)
    if checked and _report(_findings(files, shapes=True), "en", err=True):
        fail("the files have violations: nothing was loaded")
    ledger = work(_load(files, dataset, format, dry_run))
    typer.echo(ledger.model_dump_json(indent=1) if as_json else ledger.text(), nl=as_json)
    if not ledger.adds_up:
        fail("the ledger does not add up")


async def _load(
    files: list[Path] | None, dataset: str | None, format: str | None, dry_run: bool
) -> Any:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from loaders.rdf import Rebase
    from loaders.shipped import load_shipped
    from loaders.sync import load as load_files
    from queries.ids import DEFAULT_BASE

    async with opened() as (graph, known):
        rebase = None if known.base == DEFAULT_BASE else Rebase(DEFAULT_BASE, known.base)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        console = Console(stderr=True)
        with Progress(*columns, console=console, transient=True) as progress:
            task = progress.add_task("reading")

            def read(count: int) -> None:
                progress.update(task, description=f"{count:,} triples read")

            if not files:
                return await load_shipped(graph, rebase=rebase, dry_run=dry_run, progress=read)
            return await load_files(
                graph, files, dataset, format=format, rebase=rebase, dry_run=dry_run, progress=read
            )


def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(help="RDF files; without any, the shipped data")
    ] = None,
    lang: Annotated[str, typer.Option(help="en or fr")] = "en",
    shapes: Annotated[
        bool, typer.Option(help="Check the SHACL shapes, which takes longest")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="The findings as JSON")] = False,
) -> None:
    """Check files: syntax, shapes, dangling ids, missing languages, duplicate labels."""
    if lang not in {"en", "fr"}:
        fail(f"--lang {lang}: one of en, fr", 2)
    findings = _findings(files, shapes)
    if as_json:
        import dataclasses
        import json

        typer.echo(json.dumps([dataclasses.asdict(f) for f in findings], ensure_ascii=False))
        violations = sum(one.severity == "violation" for one in findings)
    else:
        violations = _report(findings, lang)
    typer.echo(f"{len(findings)} findings", err=True)
    if violations:
        raise typer.Exit(1)


def _findings(files: list[Path] | None, shapes: bool) -> list[Finding]:
    from loaders.validate import validate as check
    from ontology.files import DATA_FILES

    return check(files or [path for path in DATA_FILES if path.exists()], shapes=shapes)


def _report(findings: list[Finding], lang: str, err: bool = False) -> int:
    """Print the findings, a line each; how many of them are violations."""
    for one in findings:
        line = f":{one.line}" if one.line else ""
        about = f"{one.node}: " if one.node else ""
        text = one.message["fr" if lang == "fr" else "en"]
        typer.echo(f"{one.file}{line}: {one.severity}: {one.rule}: {about}{text}", err=err)
    return sum(one.severity == "violation" for one in findings)


def status(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON")] = False,
) -> None:
    """Which engine, which datasets, how much."""
    import json

    found = work(_status())
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    console = Console()
    console.print(f"{found['engine']} {found['engine_version']} at {found['address']}")
    console.print(f"version {found['graph_version']}, {found['things']:,} things with a name")
    table = Table("dataset", "triples", "loaded", "files", box=SIMPLE)
    for one in found["datasets"]:
        table.add_row(
            one["id"], f"{one['triples']:,}", one["loaded_at"], ", ".join(one["files"] or [])
        )
    console.print(table)


async def _status() -> dict[str, Any]:
    async with reading(fill=False) as reader:
        from app.commands.common import settings

        health = await reader.graph.health()
        address = settings().graph_settings()
        lexicon = await reader.lexicon()
        return {
            "engine": health.engine,
            "engine_version": health.version,
            "address": str(address.folder) if health.engine == "embedded" else address.address,
            "graph_version": lexicon.version,
            "things": len(lexicon.classes),
            "datasets": await reader.ask("datasets"),
        }
