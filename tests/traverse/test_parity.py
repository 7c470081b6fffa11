"""Both engines give the same walks, in the same order, over the whole shipped data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from exporters import cutrdf, formats
from exporters.cut import Wanted, source, subgraph
from graph import Graph
from queries.filters import Filters, bind
from queries.reader import Reader
from queries.traverse.common import common
from queries.traverse.connect import connect
from queries.traverse.cut import section
from queries.traverse.neighbours import neighbours
from queries.traverse.paths import Rank, paths
from queries.traverse.structure import structure
from tests.queries.filled import filled
from tests.traverse.small import filters

RANKS: tuple[Rank, Rank] = ("telling", "shortest")
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


EXPORTED = (FILTERS[0], FILTERS[2], FILTERS[8])


async def answers(reader: Reader) -> dict[str, str]:
    found: dict[str, Any] = {}
    for chosen in FILTERS:
        key = str(chosen.given())
        bound = await bind(reader, chosen)
        pcms = await reader.resolve("pcms")
        for name, seeds in (("whole", []), ("around", [pcms])):
            part = await section(reader, seeds, 3, bound)
            found[f"{name} {key}"] = [part.distance, part.links, str(part.cut)]
        found[f"paths {key}"] = await paths(reader, "frontex", "niger", chosen)
    for chosen in EXPORTED:
        key = str(chosen.given())
        found[f"around {key}"] = await neighbours(reader, "pcms", chosen, depth=2, limit=30)
        for rank in RANKS:
            found[f"{rank} {key}"] = await paths(
                reader, "unhcr", "mali", chosen, rank=rank, k=20, distinct=False
            )
        found[f"common {key}"] = await common(
            reader, ["niger", "mali", "libya"], chosen, at_least=2, limit=20
        )
        found[f"connect {key}"] = await connect(
            reader, ["interpol", "pcms", "gar-si", "jit"], chosen, lang="fr"
        )
        found[f"structure {key}"] = await structure(reader, (), chosen, limit=1000)
        for wanted in (
            Wanted(filters=chosen),
            Wanted(("pcms",), 2, ("european-union",), chosen),
            Wanted(avoid=("european-union", "niger"), filters=chosen),
        ):
            found[f"json {wanted}"] = (await exported(reader, wanted, "json")).decode()
        found[f"csv {key}"] = (await exported(reader, wanted, "csv-statements")).decode()
        triples = await exported(reader, wanted, "ntriples")
        found[f"rdf {key}"] = sorted(triples.decode().splitlines())
    return {question: json.dumps(answer, sort_keys=True) for question, answer in found.items()}


async def exported(reader: Reader, wanted: Wanted, format_: str) -> bytes:
    cut = await source(reader, wanted, "en")
    if format_ in cutrdf.FORMATS:
        return b"".join([part async for part in cutrdf.stream(cut, format_)])
    return b"".join([part async for part in formats.stream(format_, subgraph(cut, wanted))])


@pytest.fixture(scope="session")
async def expected(reader: Reader) -> dict[str, str]:
    return await answers(reader)


async def test_every_walk_is_the_same_on_each_engine(
    graph: Graph, expected: dict[str, str]
) -> None:
    got = await answers(await filled(graph))
    assert got.keys() == expected.keys()
    assert not [question for question, answer in expected.items() if got[question] != answer]
