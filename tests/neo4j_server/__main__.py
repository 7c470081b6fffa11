"""Run a Neo4j until Ctrl-C: `python -m tests.neo4j_server [HEAP]`."""

import signal
import sys

from tests.neo4j_server import running

with running(heap=sys.argv[1] if len(sys.argv) > 1 else "1g") as server:
    print(server.uri, flush=True)
    signal.sigwait({signal.SIGINT, signal.SIGTERM})
