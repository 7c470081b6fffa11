"""Loading keeps each dataset in step with its files, and leaves the others alone."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from graph import Graph
from loaders.errors import BrokenFile, EmptyFile, LoadError
from loaders.ledger import Ledger
from loaders.registry import datasets
from loaders.sync import load, remove, verify
from tests.loaders.helpers import PREFIXES, VOCABULARY, dump, of_text, out, write

STATEMENTS = """
ex:s1 a sg:Statement ; sg:subject ex:a ; sg:predicate sg:supports ; sg:object ex:b ;
  sg:status sg:committed ; sg:date "2018-03-16"^^xsd:date ; prov:hadPrimarySource ex:p1 .
ex:s2 a sg:Statement ; sg:subject ex:a ; sg:predicate sg:supports ; sg:object ex:c .
ex:a a sg:State ; skos:prefLabel "A"@en, "Á"@fr .
"""


async def put(graph: Graph, path: Path, turtle: str, **options: object) -> Ledger:
    """Load a text as the dataset that the path's stem names; its ledger must add up."""
    ledger = await load(graph, [write(path, turtle)], vocabulary=VOCABULARY, **options)  # type: ignore[arg-type]
    assert ledger.adds_up, ledger.text()
    return ledger


async def views(graph: Graph) -> list[tuple[str, str, str]]:
    rows = await graph.read(
        "MATCH (a:Entity)-[r:SUPPORTS]->(b:Entity) WHERE r.statement IS NOT NULL "
        "RETURN a.id AS a, b.id AS b, r.statement AS s ORDER BY s, b"
    )
    return [tuple(row[key].removeprefix("http://ex.org/") for key in "asb") for row in rows]  # type: ignore[misc]


async def ids(graph: Graph) -> list[str]:
    rows = await graph.read("MATCH (n:Entity) RETURN n.id AS id ORDER BY id")
    return [row["id"].removeprefix("http://ex.org/") for row in rows]


async def test_what_goes_in_comes_out(graph: Graph, tmp_path: Path) -> None:
    ledger = await put(graph, tmp_path / "d.ttl", STATEMENTS)
    assert await out(graph, "d") == await out(graph) == of_text(STATEMENTS)
    (entry,) = ledger.datasets
    assert (entry.read, entry.stored, entry.new, entry.resources) == (14, 14, 14, 3)
    assert (entry.statements, entry.views, entry.counted, entry.counted_views) == (2, 2, 14, 2)
    assert "yes" in ledger.text()


async def test_a_statement_gives_a_direct_edge_that_leads_back(
    graph: Graph, tmp_path: Path
) -> None:
    await put(graph, tmp_path / "d.ttl", STATEMENTS)
    assert await views(graph) == [("a", "s1", "b"), ("a", "s2", "c")]
    (row,) = await graph.read(
        "MATCH (:Entity)-[r:SUPPORTS]->(:Entity) WHERE r.statement = $id "
        "RETURN r.status AS status, r.date AS date, r.sources AS sources",
        {"id": "http://ex.org/s1"},
    )
    assert row == {"status": "committed", "date": "2018-03-16", "sources": ["http://ex.org/p1"]}


async def test_a_second_load_changes_nothing(graph: Graph, tmp_path: Path) -> None:
    await put(graph, tmp_path / "d.ttl", STATEMENTS)
    before, version = await dump(graph, times=True), await graph.version()
    ledger = await put(graph, tmp_path / "d.ttl", STATEMENTS)
    assert await dump(graph, times=True) == before
    assert await graph.version() == version
    assert ledger.datasets[0].up_to_date
    assert not ledger.changed


async def test_another_file_with_the_same_triples_writes_no_resource(
    graph: Graph, tmp_path: Path
) -> None:
    await put(graph, tmp_path / "d.ttl", STATEMENTS)
    before = await dump(graph)
    ledger = await put(graph, tmp_path / "d.ttl", STATEMENTS + "# a word\n ex:a a sg:State .")
    (entry,) = ledger.datasets
    assert (entry.read, entry.merged, entry.stored, entry.unchanged) == (15, 1, 14, 14)
    changed = [line for line in await dump(graph) if line not in before]
    assert all('"Dataset"' in line for line in changed)


async def test_a_changed_file_takes_back_what_it_no_longer_says(
    graph: Graph, tmp_path: Path
) -> None:
    await put(graph, tmp_path / "d.ttl", STATEMENTS)
    changed = """
    ex:s1 a sg:Statement ; sg:subject ex:a ; sg:predicate sg:supports ; sg:object ex:x .
    ex:a a sg:State ; skos:prefLabel "A"@en .
    """
    (entry,) = (await put(graph, tmp_path / "d.ttl", changed)).datasets
    assert await out(graph) == of_text(changed)
    assert await views(graph) == [("a", "s1", "x")]
    assert await ids(graph) == ["a", "s1", "x"]
    assert (entry.new, entry.unchanged, entry.removed) == (1, 5, 9)


async def test_a_resource_that_is_still_pointed_at_stays_as_a_stub(
    graph: Graph, tmp_path: Path
) -> None:
    await put(graph, tmp_path / "d.ttl", "ex:a sg:object ex:b . ex:b skos:prefLabel 'B' .")
    await put(graph, tmp_path / "d.ttl", "ex:a sg:object ex:b .")
    assert await ids(graph) == ["a", "b"]
    rows = await graph.read("MATCH (n:Entity {id: 'http://ex.org/b'}) RETURN n.dataset AS d")
    assert rows == [{"d": None}]
    await put(graph, tmp_path / "d.ttl", "ex:c sg:object ex:c .")
    assert await ids(graph) == ["c"]


async def test_two_datasets_on_one_resource(graph: Graph, tmp_path: Path) -> None:
    a = "ex:x a sg:State ; skos:prefLabel 'one'@en ; sg:object ex:y, ex:z ; ex:p 1 ."
    b = "ex:x a sg:Statement ; skos:prefLabel 'one'@en, 'two'@en ; sg:object ex:y ; ex:p 'text' ."
    await put(graph, tmp_path / "a.ttl", a)
    alone = await dump(graph)
    await put(graph, tmp_path / "b.ttl", b)
    assert await out(graph, "a") == of_text(a)
    assert await out(graph, "b") == of_text(b)
    assert await out(graph) == of_text(a + b)
    (row,) = await graph.read("MATCH (n:Shared) RETURN n.datasets AS d, n.`prefLabel@en` AS l")
    assert row == {"d": ["a", "b"], "l": ["one", "two"]}
    await put(graph, tmp_path / "b.ttl", "ex:x skos:prefLabel 'three'@en .")
    assert await out(graph, "a") == of_text(a)
    ledger = await remove(graph, "b", vocabulary=VOCABULARY)
    assert ledger.adds_up
    assert ledger.datasets[0].removed == 1
    assert [line for line in await dump(graph) if '"Prefix"' not in line] == [
        line for line in alone if '"Prefix"' not in line
    ]
    await remove(graph, "a", vocabulary=VOCABULARY)
    assert await ids(graph) == []
    assert await datasets(graph) == {}
    with pytest.raises(LoadError, match="no dataset"):
        await remove(graph, "a", vocabulary=VOCABULARY)


async def test_a_statement_in_two_datasets_has_one_view(graph: Graph, tmp_path: Path) -> None:
    one = "ex:s a sg:Statement ; sg:subject ex:a ; sg:predicate sg:supports ; sg:object ex:b ."
    await put(graph, tmp_path / "a.ttl", one + " ex:s sg:status sg:committed .")
    await put(graph, tmp_path / "b.ttl", one)
    assert await views(graph) == [("a", "s", "b")]
    await remove(graph, "a", vocabulary=VOCABULARY)
    assert await views(graph) == [("a", "s", "b")]
    assert (await verify(graph, "b")).adds_up
    await remove(graph, "b", vocabulary=VOCABULARY)
    assert await ids(graph) == []


async def test_a_statement_whose_parts_come_from_two_datasets_of_one_load(
    graph: Graph, tmp_path: Path
) -> None:
    a = write(tmp_path / "a.ttl", "ex:s a sg:Statement ; sg:subject ex:a .")
    b = write(tmp_path / "b.ttl", "ex:s sg:predicate sg:supports ; sg:object ex:b .")
    for options in ({}, {"chunk": 1, "small": 1}):
        ledger = await load(graph, [a, b], vocabulary=VOCABULARY, **options)  # type: ignore[arg-type]
        assert ledger.adds_up, ledger.text()
        assert await views(graph) == [("a", "s", "b")]
        for dataset in ("a", "b"):
            await remove(graph, dataset, vocabulary=VOCABULARY)


async def test_several_files_make_up_one_dataset(graph: Graph, tmp_path: Path) -> None:
    a = write(tmp_path / "a.ttl", "ex:x ex:p 1 ; ex:q [] .")
    b = write(tmp_path / "b.ttl", "ex:x ex:p 1, 2 ; ex:q [] .")
    ledger = await load(graph, [a, b], "both", vocabulary=VOCABULARY)
    assert ledger.adds_up
    assert ledger.datasets[0].merged == 1
    assert await out(graph, "both") == of_text("ex:x ex:p 1, 2 ; ex:q [], [] .")
    await load(graph, [b], "both", vocabulary=VOCABULARY)
    assert await out(graph) == of_text("ex:x ex:p 1, 2 ; ex:q [] .")


async def test_named_graphs_are_datasets_that_go_with_their_file(
    graph: Graph, tmp_path: Path
) -> None:
    path = tmp_path / "f.trig"
    path.write_text(PREFIXES + "ex:g { ex:x ex:p 1 . } ex:h { ex:x ex:p 2 . } ex:x ex:p 3 .")
    ledger = await load(graph, [path], vocabulary=VOCABULARY)
    assert ledger.adds_up
    names = ["f", "http://ex.org/g", "http://ex.org/h"]
    assert [entry.dataset for entry in ledger.datasets] == names
    assert await out(graph, "http://ex.org/g") == of_text("ex:x ex:p 1 .")
    assert (await load(graph, [path], vocabulary=VOCABULARY)).datasets[0].up_to_date
    path.write_text(PREFIXES + "ex:g { ex:x ex:p 1 . }")
    ledger = await load(graph, [path], vocabulary=VOCABULARY)
    assert ledger.adds_up
    assert await out(graph) == of_text("ex:x ex:p 1 .")
    assert list(await datasets(graph)) == ["http://ex.org/g"]
    assert (await load(graph, [path], vocabulary=VOCABULARY)).datasets[0].up_to_date


async def test_a_dry_run_tells_all_and_writes_nothing(graph: Graph, tmp_path: Path) -> None:
    await put(graph, tmp_path / "d.ttl", STATEMENTS)
    before, version = await dump(graph, times=True), await graph.version()
    ledger = await put(
        graph, tmp_path / "d.ttl", "ex:a a sg:State . ex:n a sg:State .", dry_run=True
    )
    (entry,) = ledger.datasets
    assert (entry.new, entry.unchanged, entry.removed, entry.counted) == (1, 1, 13, None)
    assert "nothing was written" in ledger.text()
    assert await dump(graph, times=True) == before
    assert await graph.version() == version


async def test_a_broken_file_leaves_the_graph_as_it_was(graph: Graph, tmp_path: Path) -> None:
    await put(graph, tmp_path / "d.ttl", STATEMENTS)
    good = write(tmp_path / "good.ttl", "ex:new ex:p 1 .")
    before = await dump(graph, times=True)
    bad = write(tmp_path / "d.ttl", "ex:a ex:p 1 .\n" * 50 + "ex:a ex:p <no iri> .")
    empty = write(tmp_path / "empty.ttl", "")
    for options in ({}, {"chunk": 5, "small": 5}):
        with pytest.raises(BrokenFile, match=r"d\.ttl, line 5"):
            await load(graph, [good, bad], vocabulary=VOCABULARY, **options)  # type: ignore[arg-type]
        with pytest.raises(EmptyFile):
            await load(graph, [good, empty], vocabulary=VOCABULARY, **options)  # type: ignore[arg-type]
    assert await dump(graph, times=True) == before


async def test_rejected_triples_are_counted_with_their_reason(graph: Graph, tmp_path: Path) -> None:
    ledger = await put(graph, tmp_path / "d.ttl", "ex:a ex:p 1, 1, <<( ex:a ex:p 1 )>> .")
    (entry,) = ledger.datasets
    assert (entry.read, entry.stored, entry.merged) == (3, 1, 1)
    assert sum(entry.rejected.values()) == 1
    assert "1 rejected: triple terms" in ledger.text()
    kept = (await datasets(graph))["d"].ledger
    assert kept.adds_up
    assert kept == entry


async def test_a_store_that_was_tampered_with_is_found_out_and_mended(
    graph: Graph, tmp_path: Path
) -> None:
    await put(graph, tmp_path / "d.ttl", STATEMENTS)
    before = await dump(graph)
    for harm in (
        "MATCH (:Entity {id: 'http://ex.org/s1'})-[r:OBJECT]->() DELETE r",
        "MATCH (n:Entity {id: 'http://ex.org/a'}) SET n.`prefLabel@en` = ['A', 'B']",
        "MATCH (:Entity)-[r:SUPPORTS]->() DELETE r",
    ):
        async with await graph.begin() as spoil:
            await spoil.run(harm)
            await spoil.commit()
        assert not (await verify(graph, "d")).adds_up
        await put(graph, tmp_path / "d.ttl", STATEMENTS)
        assert (await verify(graph, "d")).adds_up
        assert await dump(graph) == before


async def test_an_engine_that_loses_an_edge_is_found_out(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = graph.begin

    async def lossy(*, large: bool = False) -> object:
        opened = await begin(large=large)
        apply = opened.apply

        async def losing(batch: object) -> None:
            del batch.link[:1]  # type: ignore[attr-defined]
            await apply(batch)  # type: ignore[arg-type]

        opened.apply = losing  # type: ignore[assignment,method-assign]
        return opened

    monkeypatch.setattr(graph, "begin", lossy)
    ledger = await load(graph, [write(tmp_path / "d.ttl", STATEMENTS)], vocabulary=VOCABULARY)
    assert not ledger.adds_up
    assert "NO" in ledger.text()


async def test_another_table_of_names_rewrites_the_dataset(graph: Graph, tmp_path: Path) -> None:
    await put(graph, tmp_path / "d.ttl", STATEMENTS)
    terms = {**VOCABULARY.context, "support": "sg:supports"}
    del terms["supports"], terms["status"]
    other = type(VOCABULARY)(terms, VOCABULARY.superclasses)
    ledger = await load(graph, [tmp_path / "d.ttl"], vocabulary=other)
    assert ledger.adds_up, ledger.text()
    assert await out(graph, vocabulary=other) == of_text(STATEMENTS)
    assert await views(graph) == []
    (row,) = await graph.read("MATCH (:Entity)-[r:SUPPORT]->() RETURN count(*) AS n")
    assert row["n"] == 2


async def test_a_reader_sees_a_load_whole_or_not_at_all(graph: Graph, tmp_path: Path) -> None:
    many = "".join(f"ex:s{n} ex:p {n} ; sg:object ex:s{n + 1} .\n" for n in range(2000))
    fewer = "".join(f"ex:s{n} ex:p {n} ; sg:object ex:s{n + 2} .\n" for n in range(1000))
    for text, options in (
        (many, {"chunk": 300, "small": 300}),
        (fewer, {"chunk": 300, "small": 300}),
        (many, {}),
    ):
        loading = asyncio.create_task(put(graph, tmp_path / "d.ttl", text, **options))
        seen = set()
        while not loading.done():
            (row,) = await graph.read("MATCH (n:Entity) WHERE n.dataset = 'd' RETURN count(*) AS n")
            seen.add(row["n"])
            await asyncio.sleep(0.002)
        await loading
        assert seen <= {0, 1000, 2000}


async def test_a_cancelled_load_leaves_the_graph_as_it_was(graph: Graph, tmp_path: Path) -> None:
    await put(graph, tmp_path / "d.ttl", STATEMENTS)
    before = await dump(graph, times=True)
    path = write(tmp_path / "d.ttl", "".join(f"ex:s{n} ex:p {n} .\n" for n in range(5000)))
    loop = asyncio.get_running_loop()
    for after in (100, 2500):
        reached = asyncio.Event()

        def progress(read: int, after: int = after, reached: asyncio.Event = reached) -> None:
            if read >= after:
                loop.call_soon_threadsafe(reached.set)

        task = asyncio.create_task(
            load(graph, [path], vocabulary=VOCABULARY, chunk=100, small=100, progress=progress)
        )
        await reached.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await dump(graph, times=True) == before
    await put(graph, tmp_path / "d.ttl", "ex:a a sg:State .")
    assert await out(graph) == of_text("ex:a a sg:State .")


async def test_the_registry_says_what_was_loaded(graph: Graph, tmp_path: Path) -> None:
    await put(graph, tmp_path / "d.ttl", "ex:a ex:p 1 .")
    (row,) = await graph.read("MATCH (d:Dataset) RETURN d.id AS id, d.files AS f, d.ledger AS l")
    assert (row["id"], row["f"]) == ("d", ["d.ttl"])
    assert json.loads(row["l"])["counted"] == 1
    rows = await graph.read("MATCH (p:Prefix) RETURN p.id AS prefix, p.namespace AS namespace")
    assert {"prefix": "ex", "namespace": "http://ex.org/"} in rows
