"""The ledger of a load: where every triple read has gone, and whether that adds up."""

from __future__ import annotations

from io import StringIO

from pydantic import BaseModel, ConfigDict, computed_field
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table


class DatasetLedger(BaseModel):
    """What became of one dataset's triples.

    `read` = `stored` + `merged` + `rejected`; `stored` = `new` + `unchanged`. `merged` were said
    more than once within the dataset. `removed` it said before and no longer says. `views` are
    derived edges. `counted` and `counted_views` were counted in the store afterwards, not by the
    loader; None when nothing was written (dry run). `up_to_date`: the same files had been loaded
    before, so nothing was done but counting.
    """

    model_config = ConfigDict(frozen=True)

    dataset: str
    files: tuple[str, ...] = ()
    read: int = 0
    stored: int = 0
    merged: int = 0
    rejected: dict[str, int] = {}
    rejected_examples: tuple[str, ...] = ()
    new: int = 0
    unchanged: int = 0
    removed: int = 0
    resources: int = 0
    statements: int = 0
    views: int = 0
    counted: int | None = None
    counted_views: int | None = None
    seconds: float = 0.0
    up_to_date: bool = False
    dry_run: bool = False

    @computed_field  # type: ignore[prop-decorator]
    @property
    def adds_up(self) -> bool:
        if self.read != self.stored + self.merged + sum(self.rejected.values()):
            return False
        if self.stored != self.new + self.unchanged:
            return False
        if self.dry_run:
            return True
        return (self.counted, self.counted_views) == (self.stored, self.views)


class Ledger(BaseModel):
    """A load as a whole: one entry for each dataset that it touched."""

    model_config = ConfigDict(frozen=True)

    datasets: tuple[DatasetLedger, ...] = ()
    seconds: float = 0.0
    dry_run: bool = False

    @computed_field  # type: ignore[prop-decorator]
    @property
    def adds_up(self) -> bool:
        return all(entry.adds_up for entry in self.datasets)

    @property
    def changed(self) -> bool:
        return any(entry.new or entry.removed for entry in self.datasets)

    def table(self) -> Table:
        """For a person, one row a dataset."""
        title = "Ledger (nothing was written)" if self.dry_run else "Ledger"
        table = Table(title=title, box=SIMPLE, padding=(0, 1, 0, 0))
        table.add_column("dataset", overflow="fold")
        for name in (
            *("read", "stored", "merged", "rejected", "new", "unchanged", "removed"),
            *("resources", "statem.", "views", "in store"),
        ):
            table.add_column(name, justify="right", no_wrap=True)
        table.add_column("adds up", no_wrap=True)
        for entry in self.datasets:
            figures = (
                *(entry.read, entry.stored, entry.merged, sum(entry.rejected.values())),
                *(entry.new, entry.unchanged, entry.removed),
                *(entry.resources, entry.statements, entry.views, entry.counted),
            )
            table.add_row(
                entry.dataset,
                *("–" if n is None else f"{n:,}" for n in figures),
                "yes" if entry.adds_up else "NO",
            )
        return table

    def text(self, width: int = 160) -> str:
        """The table and the reasons of what was rejected, as plain text."""
        console = Console(file=StringIO(), width=width, color_system=None)
        console.print(self.table())
        for entry in self.datasets:
            for reason, count in sorted(entry.rejected.items()):
                console.print(f"{entry.dataset}: {count:,} rejected: {reason}")
            for example in entry.rejected_examples:
                console.print(f"  {example}", markup=False)
        same = sum(entry.up_to_date for entry in self.datasets)
        if same:
            console.print(f"{same} as loaded before: only counted")
        console.print(f"{self.seconds:.2f} s")
        output = console.file
        assert isinstance(output, StringIO)
        return output.getvalue()
