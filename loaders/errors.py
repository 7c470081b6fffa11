"""What can be wrong with a file or a load, in words for the person who loads it."""

from __future__ import annotations

from pathlib import Path


class LoadError(Exception):
    """Base of all: the work failed and the graph is as it was."""


class MissingFile(LoadError):  # noqa: N818
    """The file does not exist, is a folder, or may not be read."""


class UnknownFormat(LoadError):  # noqa: N818
    """Neither the extension nor the given format names one that can be read."""


class EmptyFile(LoadError):  # noqa: N818
    """The file holds no triple: loading it would silently empty a dataset."""


class BadDataset(LoadError):  # noqa: N818
    """The name of a dataset is empty or not usable."""


class BrokenFile(LoadError):  # noqa: N818
    """The file breaks the syntax of its format.

    `line` and `column` count from 1; `column` is None where the parser does not tell it,
    and both are where the fault is a matter of the whole document.
    """

    def __init__(self, path: Path, reason: str, line: int | None, column: int | None) -> None:
        self.path, self.reason, self.line, self.column = path, reason, line, column
        where = str(path)
        if line is not None:
            where += f", line {line}" + (f", column {column}" if column is not None else "")
        super().__init__(f"{where}: {reason}")
