"""Run a Neo4j until Ctrl-C: `python -m tests.neo4j_server [HEAP]`."""

import contextlib
import signal
import sys

from tests.neo4j_server import running

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
with running(heap=sys.argv[1] if len(sys.argv) > 1 else "1g") as server:
    print(server.uri, flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        signal.pause()
