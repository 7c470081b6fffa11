"""`sahelgraph serve`."""

from __future__ import annotations

import contextlib
import gc
from typing import Annotated

import typer

from app.commands.common import fail, settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on [SAHELGRAPH_HOST]")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port [SAHELGRAPH_PORT]")
    ] = None,
) -> None:
    """Serve the graph over HTTP; an empty one is first filled with the ontology and its data."""
    import socket

    import uvicorn

    from app.main import create_app
    from queries.errors import CatalogueError

    known = settings()
    address, number = host or known.host, known.port if port is None else port
    try:
        family = socket.getaddrinfo(address, number, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((address, number), family=family)
    except OSError as error:
        fail(f"cannot listen on {address}:{number}: {error.strerror or error}")
    try:
        app = create_app(known)
    except CatalogueError as error:
        fail(str(error))
    # Code stays: a collector that looks through all of it would hold answers up by a tenth of a
    # second each time.
    gc.collect()
    gc.freeze()
    where = listening.getsockname()
    typer.echo(f"sahelgraph listens on http://{where[0]}:{where[1]} (see /docs)", err=True)
    # The access log is the request log of app.logging; one process, since one may write.
    config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False)
    # uvicorn ends its work first and then passes the Ctrl-C on.
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
