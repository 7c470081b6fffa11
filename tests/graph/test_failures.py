"""When things go wrong: said in words, and nothing lost."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pydantic import SecretStr

from graph import (
    Batch,
    Graph,
    GraphBusy,
    GraphReadOnly,
    GraphSettings,
    GraphUnavailable,
    open_graph,
)
from tests import neo4j_server
from tests.conftest import require_neo4j
from tests.graph.records import apply, count, node
from tests.graph.test_loads import LARGE, chain


def run_child(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60
    )


@LARGE
async def test_a_killed_load_leaves_nothing(settings: GraphSettings, large: bool) -> None:
    graph = open_graph(settings)
    await graph.ensure_schema()
    await apply(graph, Batch(create=[node("id:before")]))
    await graph.close()
    command = [sys.executable, "-m", "tests.graph.load_forever", settings.uri]
    with subprocess.Popen(  # noqa: ASYNC220  nothing else runs here
        [*command, "large" if large else "small"], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout
        for _ in range(3):
            assert child.stdout.readline(), "the load did not begin"
        child.send_signal(signal.SIGKILL)
    graph = open_graph(settings)
    try:
        await graph.ensure_schema()
        left = "MATCH (n) WHERE n.id STARTS WITH 'id:' RETURN n.id AS id"
        assert await graph.read(left) == [{"id": "id:before"}]
        assert await graph.version() == 1
        await apply(graph, chain(0, 500), large=large)
        assert await count(graph) == (502, 500)
    finally:
        await graph.close()


async def test_what_was_committed_survives_a_kill(tmp_path: Path) -> None:
    uri = f"embedded:{tmp_path}"
    child = run_child(
        """if True:
        import asyncio, os, signal, sys
        from graph import Batch, GraphSettings, open_graph
        from tests.graph.records import apply, node
        async def main():
            graph = open_graph(GraphSettings(uri=sys.argv[1]))
            await graph.ensure_schema()
            await apply(graph, Batch(create=[node("id:a", x=1)]))
            os.kill(os.getpid(), signal.SIGKILL)
        asyncio.run(main())""",
        uri,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    graph = open_graph(GraphSettings(uri=uri))
    assert await graph.read("MATCH (n:Entity) RETURN n.id AS id, n.x AS x") == [
        {"id": "id:a", "x": 1}
    ]
    await graph.close()


OPEN = """if True:
    import asyncio, os, sys
    import graph.embedded
    from graph import *
    if len(sys.argv) > 2 and os.getuid() == 0:
        os.setuid(65534)  # root may write anywhere
    try:
        open_graph(GraphSettings(uri=sys.argv[1]))
    except GraphError as error:
        print(type(error).__name__, error)
"""


async def test_a_second_process_is_told_who_has_the_folder(embedded: Graph, tmp_path: Path) -> None:
    child = run_child(OPEN, f"embedded:{tmp_path / 'graph'}")
    assert child.stdout.startswith("GraphBusy"), child.stderr
    assert str(tmp_path / "graph") in child.stdout
    with pytest.raises(GraphBusy):
        open_graph(GraphSettings(uri=f"embedded:{tmp_path / 'graph'}"))
    assert await embedded.read("RETURN 1 AS one") == [{"one": 1}]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    folder.mkdir()
    for part in (folder, *folder.parents):
        if part.owner() == Path.home().owner() and part.is_relative_to("/tmp"):
            part.chmod(0o555 if part == folder else part.stat().st_mode | 0o055)
    child = run_child(OPEN, f"embedded:{folder}", "as nobody")
    assert child.stdout.startswith("GraphReadOnly"), child.stdout + child.stderr
    assert str(folder) in child.stdout
    assert "Permission denied" in child.stdout


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GraphReadOnly, match="file"):
        open_graph(GraphSettings(uri=f"embedded:{tmp_path / 'file'}"))
    with pytest.raises(GraphReadOnly, match="Not a directory"):
        open_graph(GraphSettings(uri=f"embedded:{tmp_path / 'file' / 'graph'}"))


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    child = run_child(
        """if True:
        import asyncio, resource, sys
        from graph import *
        from tests.graph.records import apply, count, node
        async def main():
            graph = open_graph(GraphSettings(uri=sys.argv[1]))
            await graph.ensure_schema()
            await apply(graph, Batch(create=[node("id:a")]))
            # No file may grow past this: what a full disk looks like from here.
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
            try:
                await apply(graph, Batch(create=[node("id:b", text="x" * 500_000)]))
            except GraphError as error:
                print(type(error).__name__, error)
            print(await count(graph))
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
            await apply(graph, Batch(create=[node("id:c", text="x" * 500_000)]))
            print(await count(graph))
            await graph.close()
            graph = open_graph(GraphSettings(uri=sys.argv[1]))
            print(await count(graph))
        asyncio.run(main())""",
        f"embedded:{tmp_path}",
    )
    lines = child.stdout.splitlines()
    assert lines[0].startswith("GraphReadOnly"), child.stderr
    assert str(tmp_path) in lines[0]
    assert lines[1:] == ["(1, 0)", "(2, 0)", "(2, 0)"], child.stderr


async def test_an_unreachable_server_is_named() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        uri = f"neo4j://127.0.0.1:{closed.getsockname()[1]}"
        settings = GraphSettings(uri=uri, password=SecretStr("s3cret"), retry_time=0.5)
        assert "s3cret" not in repr(settings)
        graph = open_graph(settings)
        try:
            start = time.monotonic()
            for work in (graph.read("RETURN 1 AS one"), graph.begin(), graph.ensure_schema()):
                with pytest.raises(GraphUnavailable, match=uri):
                    await work
            health = await graph.health()
            assert not health.ready
            assert uri in health.detail
            assert time.monotonic() - start < 20
        finally:
            await graph.close()


@pytest.mark.neo4j
async def test_a_server_that_wants_a_password_and_then_stops() -> None:
    require_neo4j()
    with neo4j_server.running(password="s3cret-word") as server:
        wrong = open_graph(GraphSettings(uri=server.uri, password=SecretStr("wr0ng-word")))
        with pytest.raises(GraphUnavailable, match="SAHELGRAPH_GRAPH_PASSWORD") as refused:
            await wrong.read("RETURN 1 AS one")
        assert "wr0ng" not in str(refused.value)
        assert not (await wrong.health()).ready
        await wrong.close()

        right = GraphSettings(uri=server.uri, password=SecretStr("s3cret-word"), retry_time=0.5)
        graph = open_graph(right)
        await graph.ensure_schema()
        await apply(graph, Batch(create=[node("id:a")]))
        assert (await graph.health()).ready
        server.stop()
        with pytest.raises(GraphUnavailable):
            await graph.read("RETURN 1 AS one")
        assert not (await graph.health()).ready
        await graph.close()


@pytest.mark.neo4j
async def test_an_unknown_database_is_named(neo4j_uri: str) -> None:
    graph = open_graph(GraphSettings(uri=neo4j_uri, database="nosuch", retry_time=0.5))
    with pytest.raises(GraphUnavailable, match="SAHELGRAPH_GRAPH_DATABASE"):
        await graph.read("RETURN 1 AS one")
    await graph.close()


def test_an_uri_that_names_no_engine() -> None:
    with pytest.raises(ValueError, match="names no graph engine") as error:
        open_graph(GraphSettings(uri="http://user:s3cret@host"))
    assert "s3cret" not in str(error.value)
