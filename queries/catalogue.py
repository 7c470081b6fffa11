"""Read the `.cypher` files: a YAML header in `//` lines that says what a query answers and takes.

    // title: {en: Who supports …, fr: Qui soutient …}
    // description: {en: …, fr: …}
    // parameters:
    //   of: {type: id, required: true, description: {en: …, fr: …}}
    // columns:
    //   actor: {type: thing, description: {en: …, fr: …}}
    // example: {of: jit}
    // rows: 12
    MATCH … RETURN … ORDER BY …

`rows` is how many rows the example has in the data that comes with the project.

A header is checked strictly: whoever writes a new file learns at once, by file name, what it
lacks. The text ends with `ORDER BY`; the page (`SKIP`, `LIMIT`) is put behind it by `run.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from queries.cypher_rules import faults
from queries.dated.weave import NotDatedError, woven
from queries.errors import CatalogueError

HERE = Path(__file__).parent
MAX_ROWS = 1000
_BOOL = "tag:yaml.org,2002:bool"

ParameterType = Literal["id", "ids", "enum", "kind", "integer", "number", "date", "text", "boolean"]
ColumnType = Literal[
    "thing", "things", "concept", "concepts", "statement", "statements", "ref", "refs",
    "premises", "commitments", "evidence", "map",
    "string", "strings", "text", "integer", "number", "boolean", "date", "value",
]  # fmt: skip


# The parser in C where it was built, which takes a third of the time of a start.
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Yaml(_Loader):  # type: ignore[misc]
    """YAML in which only `true` and `false` are truth values, so that a parameter may be `on`."""

    yaml_implicit_resolvers = {  # noqa: RUF012  as the base class has it
        first: [(tag, rx) for tag, rx in found if tag != _BOOL or first in "tTfF"]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(_Strict):
    """A sentence in both languages."""

    en: str = Field(min_length=1)
    fr: str = Field(min_length=1)

    def get(self, lang: str) -> str:
        return self.fr if lang == "fr" else self.en


class Parameter(_Strict):
    """One parameter: its type, its bounds, what it means.

    `enum` takes its values from `values`, or from the concepts of the SKOS scheme with the short
    name `scheme`, read from the graph.
    """

    type: ParameterType
    description: Text
    required: bool = False
    default: Any = None
    minimum: float | None = None
    maximum: float | None = None
    values: tuple[str, ...] = ()
    scheme: str = ""

    @model_validator(mode="after")
    def _fits(self) -> Parameter:
        if self.type == "enum" and bool(self.values) == bool(self.scheme):
            raise ValueError("an enum needs either values or a scheme")
        if self.type != "enum" and (self.values or self.scheme):
            raise ValueError("only an enum has values or a scheme")
        if self.required and self.default is not None:
            raise ValueError("a required parameter has no default")
        if self.type not in {"integer", "number"} and (self.minimum, self.maximum) != (None, None):
            raise ValueError("only numbers have bounds")
        return self


class Column(_Strict):
    """One column: how its values are shown (`hydrate.py`) and what they mean."""

    type: ColumnType
    description: Text
    enum: tuple[str, ...] = ()
    fields: dict[str, Column] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _fits(self) -> Column:
        if (self.type == "map") != bool(self.fields):
            raise ValueError("a map, and only a map, has fields")
        return self


class Header(_Strict):
    """The header of a file; `rows` is how many the example has over the shipped data.

    `timeless`: what it answers has no date, so it is asked alike of the graph at any.
    """

    title: Text
    description: Text
    parameters: dict[str, Parameter] = Field(default_factory=dict)
    columns: dict[str, Column] = Field(min_length=1)
    example: dict[str, Any] = Field(default_factory=dict)
    rows: int | None = Field(None, ge=0)
    timeless: bool = False

    @model_validator(mode="after")
    def _fits(self) -> Header:
        for name in self.example:
            if name not in self.parameters:
                raise ValueError(f"example: {name} is not a parameter")
        for name, parameter in self.parameters.items():
            if name in {"lang", "cursor"}:
                raise ValueError(f"parameters: {name} is given to every query, it needs no entry")
            if parameter.required and name not in self.example:
                raise ValueError(f"example: the required parameter {name} is missing")
        return self


@dataclass(frozen=True, slots=True)
class Query:
    """A query of the catalogue: its name (the file's), header and text without the header."""

    name: str
    header: Header
    text: str

    def at(self, as_of: str | None) -> tuple[str, dict[str, Any]]:
        """The text for the graph as it stood at a date (None: as it is), and what it takes more."""
        if as_of is None or self.header.timeless:
            return self.text, {}
        return woven(self.text), {"as_of": as_of}

    @property
    def max_limit(self) -> int:
        limit = self.header.parameters.get("limit")
        return min(MAX_ROWS, int(limit.maximum)) if limit and limit.maximum else MAX_ROWS

    @property
    def default_limit(self) -> int:
        limit = self.header.parameters.get("limit")
        return int(limit.default) if limit and limit.default else 100


Catalogue = Mapping[str, Query]


def parse(path: Path) -> Query:
    """The query in `path`. Raises `CatalogueError` naming the file and each fault in it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    count = 0
    while count < len(lines) and lines[count].startswith("//"):
        count += 1
    try:
        text = "\n".join(line[2:].removeprefix(" ") for line in lines[:count])
        raw = yaml.load(text, _Yaml)  # noqa: S506  a SafeLoader
        header = Header.model_validate(raw)
    except yaml.YAMLError as error:
        raise CatalogueError(f"{path.name}: the header is not YAML: {error}") from error
    except ValidationError as error:
        found = [
            f"{'.'.join(str(p) for p in e['loc']) or 'header'}: {e['msg']}" for e in error.errors()
        ]
        raise CatalogueError(f"{path.name}: " + "; ".join(found)) from error
    text = "\n".join(lines[count:]).strip()
    found = faults(text, header.columns, header.parameters)
    try:
        woven(text)
    except NotDatedError as error:
        found.append(str(error))
    if found:
        raise CatalogueError(f"{path.name}: " + "; ".join(found))
    return Query(path.stem, header, text)


def load(folder: Path | None = None) -> dict[str, Query]:
    """All queries of a folder by name; without one those of the catalogue, read once a process."""
    return dict(_shipped()) if folder is None else _read(folder)


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Query]:
    return _read(HERE / "catalogue")


def _read(folder: Path) -> dict[str, Query]:
    return {path.stem: parse(path) for path in sorted(folder.glob("*.cypher"))}
