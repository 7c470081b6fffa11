"""The command line: `sahelgraph serve | load | validate | query | status | export`.

Exit codes: 0 done, 1 the work failed or the data was refused, 2 wrong usage. Progress on stderr,
results on stdout. Modules that cost time are imported by the command that needs them.
"""

from __future__ import annotations

import typer

from app.commands import ask, data, export, query, serve

app = typer.Typer(
    name="sahelgraph",
    help=(
        "A knowledge graph of the actors, mechanisms, programmes and commitments against "
        "trafficking and smuggling in the Sahel."
    ),
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
)
app.command()(serve.serve)
app.command()(data.load)
app.command()(data.validate)
app.command()(export.export)
app.command()(data.status)
app.command()(ask.ask)
app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(
    query.query
)


def main() -> None:
    """The entry point of the `sahelgraph` command."""
    app()
