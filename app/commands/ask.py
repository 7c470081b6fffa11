"""`sahelgraph ask "…"`: a question in English or French, answered with evidence."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from app.commands.common import AsOf, fail, reading, work


def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes")],
    lang: Annotated[
        str | None, typer.Option(help="Language of the answer: en or fr; else the question's")
    ] = None,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, as over HTTP")] = False,
) -> None:
    """Answer a question with what the documents state, and apart from it what only follows."""
    if lang not in {None, "en", "fr"}:
        fail(f"--lang {lang}: one of en, fr", 2)
    found = work(_ask(question, lang, as_of))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        _show(found)


async def _ask(question: str, lang: str | None, as_of: str | None) -> dict[str, Any]:
    from queries.ask import ask as answer

    async with reading(as_of) as reader:
        return await answer(reader, question, lang)


_PARTS = {
    "stated": {"en": "Stated by a document", "fr": "Énoncé par un document"},
    "inferred": {"en": "Only inferred", "fr": "Seulement déduit"},
    "commitments": {"en": "Commitments", "fr": "Engagements"},
    "choices": {"en": "Which one", "fr": "Lequel"},
    "nearest": {"en": "Nearest that the graph holds", "fr": "Le plus proche dans le graphe"},
    "paths": {"en": "Links", "fr": "Liens"},
    "values": {"en": "Values", "fr": "Valeurs"},
}
"""Headings of the parts of an answer, in the asker's language."""


def _show(found: dict[str, Any]) -> None:
    lang = "fr" if found["lang"] == "fr" else "en"
    typer.echo(found["answer"] or found["outcome"])
    for part in ("stated", "inferred", "commitments", "choices", "nearest"):
        items = found[part]
        if not items:
            continue
        sources = [_sources(item.get("evidence", [])) for item in items]
        shared = part == "inferred" and len(items) > 1 and len(set(sources)) == 1
        typer.echo(_PARTS[part][lang] + (f" [{sources[0]}]" if shared else ""))
        for item, source in zip(items, sources, strict=True):
            name = item.get("label") or item.get("summary") or item["id"]
            typer.echo(f"  {name}" + ("" if shared else f" [{source}]"))
    if found["paths"]:
        typer.echo(_PARTS["paths"][lang])
    for path in found["paths"]:
        typer.echo("  " + " - ".join(node["label"] for node in path["nodes"]))
    if found["values"]:
        typer.echo(_PARTS["values"][lang])
    for value in found["values"]:
        shown = {k: v for k, v in value.items() if k != "evidence" and v is not None}
        typer.echo(f"  {shown} [{_sources(value['evidence'])}]")
    typer.echo(f"({found['understood']['sentence']})")


def _sources(evidence: list[dict[str, Any]]) -> str:
    shown = dict.fromkeys(f"{e['document']} {e['paragraph']}" for e in evidence)
    few = list(shown)[:6]
    return ", ".join(few) + (" …" if len(shown) > len(few) else "")
