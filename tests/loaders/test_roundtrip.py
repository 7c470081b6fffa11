"""Any RDF goes into the store and comes out of it again, however it gets there."""

from __future__ import annotations

import importlib.resources
import random
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from exporters import rdf
from graph import Graph
from loaders.mapping import Triple
from loaders.registry import shipped
from loaders.sync import load, remove
from loaders.terms import to_ox
from tests.loaders.generated import graphs, triples
from tests.loaders.helpers import (
    SHARED_DATA,
    VOCABULARY,
    canonical,
    dump,
    in_file,
    out,
    wipe,
    write_triples,
)

_ENGINE = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    # A failing example is rather shown as found than shrunk through a store.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
_OPTIONS = st.sampled_from([{}, {"chunk": 4, "small": 6}])


def of(said: set[Triple]) -> frozenset[str]:
    return canonical(map(to_ox, said))


async def goes_through(
    graph: Graph, folder: Path, said: set[Triple], options: dict[str, int]
) -> None:
    """Each example replaces the one before, so what goes out must go, too."""
    path = write_triples(folder / "d.nt", sorted(said, key=str))
    ledger = await load(graph, [path], vocabulary=VOCABULARY, **options)  # type: ignore[arg-type]
    assert ledger.adds_up, ledger.text()
    assert ledger.datasets[0].stored == len(said)
    for format in ("ntriples", "turtle", "jsonld"):
        assert await out(graph, "d", format) == of(said)


@given(said=graphs.filter(bool), options=_OPTIONS)
@settings(_ENGINE, max_examples=100)
async def test_generated_rdf(
    embedded: Graph, tmp_path: Path, said: set[Triple], options: dict[str, int]
) -> None:
    await goes_through(embedded, tmp_path, said, options)


@pytest.mark.neo4j
@given(said=graphs.filter(bool), options=_OPTIONS)
@settings(_ENGINE, max_examples=12)
async def test_generated_rdf_on_neo4j(
    neo4j: Graph, tmp_path: Path, said: set[Triple], options: dict[str, int]
) -> None:
    await goes_through(neo4j, tmp_path, said, options)


_POOL = [
    (f"http://ex.org/{s}", p, o)
    for s in "xy"
    for p, o in (
        ("http://ex.org/p", "http://ex.org/x"),
        ("http://ex.org/p", "http://ex.org/z"),
        ("http://ex.org/p", ("1", "^^http://www.w3.org/2001/XMLSchema#integer")),
        ("http://ex.org/p", ("a", "^^http://www.w3.org/2001/XMLSchema#string")),
        ("http://ex.org/p", ("a", "@en")),
        ("http://ex.org/p", ("b", "@en")),
        (
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
            "https://w3id.org/sahelgraph/ontology#State",
        ),
    )
]
_said = st.sets(st.one_of(st.sampled_from(_POOL), triples), max_size=14)
_steps = st.lists(st.tuples(st.sampled_from("abc"), _said, _OPTIONS), max_size=7)


Steps = list[tuple[str, set[Triple], dict[str, int]]]


async def in_step(graph: Graph, folder: Path, steps: Steps) -> None:
    """Against a model that is a set of triples for each dataset."""
    model: dict[str, set[Triple]] = {}
    for dataset, said, options in steps:
        if said:
            path = write_triples(folder / f"{dataset}.nt", sorted(said, key=str))
            ledger = await load(graph, [path], vocabulary=VOCABULARY, **options)  # type: ignore[arg-type]
            assert ledger.adds_up, ledger.text()
            model[dataset] = said
        elif dataset in model:
            assert (await remove(graph, dataset, vocabulary=VOCABULARY)).adds_up
            del model[dataset]
        for name, expected in model.items():
            assert await out(graph, name) == of(expected)
    for name in model:
        await remove(graph, name, vocabulary=VOCABULARY)
    assert await graph.read("MATCH (n:Entity) RETURN n.id AS id") == []


@given(steps=_steps)
@settings(_ENGINE, max_examples=60)
async def test_datasets_are_loaded_changed_and_removed_each_by_itself(
    embedded: Graph, tmp_path: Path, steps: Steps
) -> None:
    await in_step(embedded, tmp_path, steps)


@pytest.mark.neo4j
@given(steps=_steps)
@settings(_ENGINE, max_examples=8)
async def test_the_same_on_neo4j(neo4j: Graph, tmp_path: Path, steps: Steps) -> None:
    await in_step(neo4j, tmp_path, steps)


def foreign_files() -> list[Path]:
    """RDF that others have written: real vocabularies, and what pySHACL ships."""
    shacl = Path(str(importlib.resources.files("pyshacl"))) / "assets"
    return [
        *sorted((SHARED_DATA / "vocabularies").glob("*.nt")),
        *sorted(shacl.glob("*.ttl")),
    ]


@pytest.mark.parametrize("path", foreign_files(), ids=lambda path: path.name)
async def test_files_of_other_origin(graph: Graph, path: Path) -> None:
    ledger = await load(graph, [path])
    assert ledger.adds_up, ledger.text()
    format = "ntriples" if path.suffix == ".nt" else "turtle"
    assert await out(graph, path.stem, vocabulary=shipped()) == in_file(path, format)


@pytest.mark.skipif(
    not (SHARED_DATA / "vocabularies").is_dir(), reason="the vocabularies are not beside this copy"
)
async def test_vocabularies_together_and_one_by_one_out_again(graph: Graph) -> None:
    paths = sorted((SHARED_DATA / "vocabularies").glob("*.nt"))
    ledger = await load(graph, paths)
    assert ledger.adds_up, ledger.text()
    for path in paths:
        assert await out(graph, path.stem, vocabulary=shipped()) == in_file(path, "ntriples")
    for path in paths:
        assert (await remove(graph, path.stem)).adds_up
    assert await graph.read("MATCH (n:Entity) RETURN n.id AS id") == []


def scattered(seed: int, changed: bool = False) -> list[Triple]:
    """Some 600 triples, those of one subject far from each other, some said twice."""
    dice = random.Random(seed)
    sg = "https://w3id.org/sahelgraph/ontology#"
    said: list[Triple] = []
    for n in range(60):
        s = f"http://ex.org/s{n}" if n % 5 else f"_:b{n}"
        said += [
            (s, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", sg + "Statement"),
            (s, sg + "subject", f"http://ex.org/s{n % 7}"),
            (s, sg + "predicate", sg + "supports"),
            (s, sg + "object", f"http://ex.org/s{(n * 3) % 61}"),
            *((s, "http://ex.org/p", (str(n), tag)) for tag in ("@en", "@fr", "@ha", "@ar--rtl")),
            (s, "http://ex.org/p", (str(n), "^^http://www.w3.org/2001/XMLSchema#integer")),
        ]
    if changed:
        said = [t for t in said if dice.random() > 0.2]
        said += [
            (f"http://ex.org/n{n}", "http://ex.org/p", f"http://ex.org/s{n}") for n in range(9)
        ]
    said += dice.sample(said, 30)
    dice.shuffle(said)
    return said


async def test_the_streamed_way_gives_the_same_store(graph: Graph, tmp_path: Path) -> None:
    """Tiny chunks, subjects scattered over them; new, and over what was there before."""
    path = tmp_path / "d.nt"
    dumps, ledgers = [], []
    for options in ({}, {"chunk": 7, "small": 10}):
        for changed in (False, True):
            write_triples(path, scattered(1, changed))
            ledger = await load(graph, [path], vocabulary=VOCABULARY, **options)  # type: ignore[arg-type]
            assert ledger.adds_up, ledger.text()
            # The files' hash is that of the same file, so only times differ.
            dumps.append(await dump(graph))
            ledgers.append(ledger.datasets[0].model_dump(exclude={"seconds"}))
        await wipe(graph)
    assert dumps[:2] == dumps[2:]
    assert ledgers[:2] == ledgers[2:]
    assert ledgers[1]["removed"] > 0
    assert ledgers[1]["unchanged"] > 0


async def test_one_megabyte_and_other_extremes(graph: Graph, tmp_path: Path) -> None:
    text = 'é"\n\\\x00\u2028' * 180_000
    string = "^^http://www.w3.org/2001/XMLSchema#string"
    said: set[Triple] = {
        ("http://ex.org/s", "http://ex.org/p", (text, "@fr")),
        ("http://ex.org/s", "http://ex.org/p", (text, string)),
        ("http://ex.org/s", "http://ex.org/p", ("", string)),
        *(("http://ex.org/s", "http://ex.org/q", f"http://ex.org/{n}") for n in range(3000)),
        *(("http://ex.org/s", f"http://ex.org/{n}", (str(n), string)) for n in range(300)),
    }
    path = write_triples(tmp_path / "d.nt", said)
    ledger = await load(graph, [path], vocabulary=VOCABULARY)
    assert ledger.adds_up, ledger.text()
    assert await out(graph, "d") == of(said)


async def test_json_ld_is_readable_in_our_terms(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "d.ttl"
    path.write_text(
        "@prefix sg: <https://w3id.org/sahelgraph/ontology#> . @prefix e: <http://ex.org/> ."
        'e:s a sg:Statement ; sg:status sg:committed ; sg:date "2018-03-16"^^'
        "<http://www.w3.org/2001/XMLSchema#date> ; sg:subject e:x ."
        "<sg:odd> sg:subject <skos:odd> ."
    )
    await load(graph, [path], vocabulary=VOCABULARY)
    text = b"".join([part async for part in rdf.export(graph, "jsonld", vocabulary=VOCABULARY)])
    assert b'"status":"committed"' in text
    assert b'"date":"2018-03-16"' in text
    assert canonical(ox.parse(text, ox.RdfFormat.JSON_LD)) == in_file(path)
