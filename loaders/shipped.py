"""The ontology and the data that come with this version, as datasets."""

from __future__ import annotations

from collections.abc import Callable

from graph.port import Graph
from loaders.ledger import Ledger
from loaders.names import ONTOLOGY_DATASET
from loaders.rdf import Rebase
from loaders.sync import load
from ontology.files import DATA_FILES, ONTOLOGY_FILES


async def load_shipped(
    graph: Graph,
    *,
    rebase: Rebase | None = None,
    dry_run: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Ledger:
    """Make the graph say what this version ships: the ontology first, since it names what the data
    says. Datasets of other origin stay as they are. Raises as `loaders.sync.load` does."""
    ledgers = [
        await load(
            graph, [path for path in files if path.exists()], dataset,
            rebase=rebase, dry_run=dry_run, progress=progress,
        )
        for files, dataset in ((ONTOLOGY_FILES, ONTOLOGY_DATASET), (DATA_FILES, None))
    ]  # fmt: skip
    return Ledger(
        datasets=tuple(entry for ledger in ledgers for entry in ledger.datasets),
        seconds=round(sum(ledger.seconds for ledger in ledgers), 3),
        dry_run=dry_run,
    )
