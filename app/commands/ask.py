"""`sahelgraph ask "…"`: a question in English or French, answered with evidence."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from app.commands.common import fail, reading, work


def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes")],
    lang: Annotated[str, typer.Option(help="Language of the answer: en or fr")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, as over HTTP")] = False,
) -> None:
    """Answer a question with what the documents state, and apart from it what only follows."""
    if lang not in {"en", "fr"}:
        fail(f"--lang {lang}: one of en, fr", 2)
    found = work(_ask(question, lang))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        _show(found)


async def _ask(question: str, lang: str) -> dict[str, Any]:
    from queries.ask import ask as answer

    async with reading() as reader:
        return await answer(reader, question, lang)


def _show(found: dict[str, Any]) -> None:
    typer.echo(found["answer"] or found["outcome"])
    for part in ("stated", "inferred", "commitments", "choices", "nearest"):
        for item in found[part]:
            name = item.get("label") or item.get("summary") or item["id"]
            typer.echo(f"  {part}: {name} [{_sources(item.get('evidence', []))}]")
    for path in found["paths"]:
        typer.echo("  path: " + " - ".join(node["label"] for node in path["nodes"]))
    for value in found["values"]:
        shown = {k: v for k, v in value.items() if k != "evidence" and v is not None}
        typer.echo(f"  value: {shown} [{_sources(value['evidence'])}]")
    typer.echo(f"  ({found['understood']['sentence']})")


def _sources(evidence: list[dict[str, Any]]) -> str:
    shown = dict.fromkeys(f"{e['document']} {e['paragraph']}" for e in evidence)
    few = list(shown)[:6]
    return ", ".join(few) + (" …" if len(shown) > len(few) else "")
