"""What the graph knows of its own datasets and prefixes, and counting back what it holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph.port import Graph
from loaders import steady
from loaders.ledger import DatasetLedger
from loaders.mapping import OWN_KEYS, VERSION
from loaders.names import Names
from loaders.steady import SteadyLoad
from loaders.texts import text
from ontology import files

# Keys that are no triples; the last two are kglite's own.
_NO_TRIPLES = sorted((OWN_KEYS - {"types"}) | {"title", "type"})


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset as registered.

    `source`: the dataset whose files it came with: its own name, but for named graphs.
    `group`: all datasets that came with those files; `hash`: of the files; `fingerprint`: of the
    context and the mapping.
    """

    name: str
    hash: str
    fingerprint: str
    source: str
    group: tuple[str, ...]
    ledger: DatasetLedger
    loaded_at: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The table of names and the class hierarchy that records are made with."""

    context: Mapping[str, Any]
    superclasses: Mapping[str, Iterable[str]]

    @property
    def fingerprint(self) -> str:
        above = {name: sorted(classes) for name, classes in self.superclasses.items()}
        whole = json.dumps([VERSION, self.context, above], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(whole.encode()).hexdigest()


def shipped() -> Vocabulary:
    """That of the ontology beside this code."""
    return Vocabulary(files.context(), files.superclasses())


async def names_of(graph: Graph, vocabulary: Vocabulary | None = None) -> Names:
    """The table of names as the graph uses it."""
    known = vocabulary or shipped()
    rows = await graph.read(text("prefixes"))
    prefixes = {row["prefix"]: row["namespace"] for row in rows}
    return Names(known.context, prefixes, known.superclasses)


async def datasets(graph: Graph) -> dict[str, Dataset]:
    """All registered datasets by name."""
    found = {}
    for row in await graph.read(text("datasets")):
        stored = row["properties"]
        found[row["id"]] = Dataset(
            row["id"],
            stored["hash"],
            stored["fingerprint"],
            stored["source"],
            tuple(stored["group"]),
            DatasetLedger.model_validate_json(stored["ledger"]),
            stored["loaded_at"],
        )
    return found


async def register(
    load: SteadyLoad,
    ledger: DatasetLedger,
    *,
    hash: str,
    fingerprint: str,
    source: str,
    group: Iterable[str],
) -> None:
    """Write a dataset's entry, within the load that changes it."""
    properties = {
        "hash": hash,
        "fingerprint": fingerprint,
        "source": source,
        "group": sorted(group),
        "files": list(ledger.files),
        "triples": ledger.stored,
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "ledger": ledger.model_dump_json(),
    }
    await load.run(text("put-dataset"), {"id": ledger.dataset, "properties": properties})


async def unregister(load: SteadyLoad, dataset: str) -> None:
    await load.run(text("drop-dataset"), {"id": dataset})


async def write_ledger(graph: Graph, ledger: DatasetLedger) -> None:
    """Put the ledger, now with what was counted, beside its dataset."""
    async with steady.opened(graph) as load:
        properties = {"ledger": ledger.model_dump_json()}
        await load.run(text("put-dataset"), {"id": ledger.dataset, "properties": properties})
        await load.commit()


async def write_prefixes(load: SteadyLoad, prefixes: Mapping[str, str]) -> None:
    rows = [{"prefix": prefix, "namespace": ns} for prefix, ns in sorted(prefixes.items())]
    if rows:
        await load.run(text("put-prefixes"), {"rows": rows})


async def count(graph: Graph, dataset: str) -> tuple[int, int]:
    """The triples that the store holds of a dataset, and the views of its statements.

    Counted by the engine from nodes and edges as they lie there.
    """
    params = {"dataset": dataset, "own": _NO_TRIPLES}
    triples = views = 0
    async for row in graph.stream(text("count-shared"), params):
        said = json.loads(row["shares"]).get(dataset, {})
        triples += sum(len(v) if isinstance(v, list) else 1 for v in said.values())
    for name in ("count-own", "count-own-edges", "count-shared-edges"):
        triples += sum([row["triples"] async for row in graph.stream(text(name), params)])
    for name in ("count-views", "count-shared-views"):
        views += sum([row["views"] async for row in graph.stream(text(name), params)])
    return triples, views
