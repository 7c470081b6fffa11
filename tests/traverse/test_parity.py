"""Both engines give the same walks, in the same order, over the whole shipped data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from exporters import cutrdf, formats
from exporters.cut import Wanted, source, subgraph
from graph import Graph
from queries.filters import Filters
from queries.reader import Reader
from queries.traverse.common import common
from queries.traverse.connect import connect
from queries.traverse.neighbours import neighbours
from queries.traverse.paths import paths
from queries.traverse.structure import structure
from tests.queries.filled import filled
from tests.traverse.small import filters

FILTERS = [
    Filters(),
    filters(predicate="supports,funds"),
    filters(kind="State,Mechanism"),
    filters(status="committed", certainty="stated"),
    filters(document="dinard-2019,ec-2017"),
    filters(theme="trafficking-in-persons"),
    filters(place="niger"),
    filters(dataset="niamey-2018"),
    filters(as_of="2016"),
    filters(as_of="2017-06-15", certainty="implied"),
]


async def answers(reader: Reader) -> dict[str, str]:
    found: dict[str, Any] = {}
    for chosen in FILTERS:
        key = str(chosen.given())
        found[f"around {key}"] = await neighbours(reader, "pcms", chosen, depth=3, limit=1000)
        for rank in ("telling", "shortest"):
            found[f"{rank} {key}"] = await paths(
                reader, "frontex", "niger", chosen, rank=rank, k=50, distinct=False
            )
        found[f"common {key}"] = await common(
            reader, ["niger", "mali", "libya"], chosen, at_least=2, limit=1000
        )
        found[f"connect {key}"] = await connect(
            reader, ["interpol", "pcms", "gar-si", "jit"], chosen, lang="fr"
        )
        found[f"structure {key}"] = await structure(reader, (), chosen, limit=1000)
        found[f"ego {key}"] = await structure(reader, ["pcms", "eutf"], chosen, depth=1)
        for wanted in (
            Wanted(filters=chosen),
            Wanted(("pcms",), 2, ("european-union",), chosen),
            Wanted(avoid=("european-union", "niger"), filters=chosen),
        ):
            cut = await source(reader, wanted, "en")
            for format_ in ("json", "csv-statements"):
                parts = [part async for part in formats.stream(format_, subgraph(cut, wanted))]
                found[f"{format_} {wanted}"] = b"".join(parts).decode()
            parts = [part async for part in cutrdf.stream(cut, "ntriples")]
            found[f"rdf {wanted}"] = sorted(b"".join(parts).decode().splitlines())
    return {question: json.dumps(answer, sort_keys=True) for question, answer in found.items()}


@pytest.fixture(scope="session")
async def expected(reader: Reader) -> dict[str, str]:
    return await answers(reader)


async def test_every_walk_is_the_same_on_each_engine(
    graph: Graph, expected: dict[str, str]
) -> None:
    got = await answers(await filled(graph))
    assert got.keys() == expected.keys()
    assert not [question for question, answer in expected.items() if got[question] != answer]
