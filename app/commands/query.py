"""`sahelgraph query NAME [--param value]…`: a query of the catalogue."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from app.commands.common import AsOf, fail, on_terminal, reading, work


def query(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Without it, the catalogue is listed")] = None,
    lang: Annotated[str, typer.Option(help="en or fr")] = "en",
    limit: Annotated[int | None, typer.Option(help="Rows a page")] = None,
    cursor: Annotated[str | None, typer.Option(help="`next` of the page before")] = None,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, as over HTTP")] = False,
) -> None:
    """Run a query of the catalogue; its parameters are options: query who-supports --of jit."""
    if lang not in {"en", "fr"}:
        fail(f"--lang {lang}: one of en, fr", 2)
    if name is None:
        _list(lang)
        return
    given = parameters(context.args)
    page = work(_run(name, given, lang, limit, cursor, as_of))
    if as_json or not on_terminal():
        typer.echo(json.dumps(page, ensure_ascii=False, indent=1))
    else:
        _table(page)


def parameters(args: list[str]) -> dict[str, Any]:
    """`--of jit --place=niger` as a mapping; a repeated option becomes a list."""
    given: dict[str, Any] = {}
    rest = list(args)
    while rest:
        word = rest.pop(0)
        if not word.startswith("--"):
            fail(f"{word!r}: a parameter is written --name value", 2)
        name, equals, value = word[2:].partition("=")
        if not equals:
            if not rest:
                fail(f"--{name} needs a value", 2)
            value = rest.pop(0)
        name = name.replace("-", "_")
        given[name] = [*_listed(given[name]), value] if name in given else value
    return given


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


async def _run(
    name: str,
    given: dict[str, Any],
    lang: str,
    limit: int | None,
    cursor: str | None,
    as_of: str | None,
) -> dict[str, Any]:
    from queries import run

    async with reading(as_of) as reader:
        page = await run.run(reader, name, given, lang=lang, limit=limit, cursor=cursor)
        return page.as_dict()


def _list(lang: str) -> None:
    from queries import catalogue

    for query in catalogue.load().values():
        needed = " ".join(
            f"--{n} …" if p.required else f"[--{n} …]" for n, p in query.header.parameters.items()
        )
        typer.echo(f"{query.name} {needed}\n    {query.header.title.get(lang)}")


def _table(page: dict[str, Any]) -> None:
    """Rows for a person: labels instead of objects, evidence as document and paragraph."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if page["items"]:
        names = [n for n in page["items"][0] if any(_text(row[n]) for row in page["items"])]
        table = Table(*names, show_lines=True)
        for row in page["items"]:
            table.add_row(*(_text(row[name]) for name in names))
        console.print(table)
    else:
        console.print("The graph holds nothing on that.")
    console.print(f"{len(page['items'])} of {page['total']}")
    if page["next"]:
        console.print(f"more with --cursor {page['next']}")


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(text for item in value if (text := _text(item)))
    if isinstance(value, dict):
        if "paragraph" in value:
            return f"{value['document']} {value['paragraph']}"
        if "label" in value:
            return str(value["label"])
        if "statement" in value or "predicate" in value:
            return str(value.get("statement") or value["id"])
        if "summary" in value:
            return str(value["id"])
        return "\n".join(f"{name}: {text}" for name, v in value.items() if (text := _text(v)))
    return str(value)
