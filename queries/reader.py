"""What a question needs: the graph, the catalogue, and what is known by heart of the graph's state.

The lexicon (names for the search, prefixes, documents) is read once for each version of the graph,
`(:Meta {id: 'graph'}).version`, which every load that changes anything raises.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.port import Graph, Row
from loaders.names import Names
from queries import catalogue
from queries.catalogue import Catalogue
from queries.dated.weave import woven
from queries.errors import Nearest, UnknownId
from queries.ids import DEFAULT_BASE, ONTOLOGY, Ids, as_list
from queries.labels import LabelKeys, label_keys, split_key
from queries.memory import MAX_CHARACTERS, Memory
from queries.search import Index, Name
from queries.shared import Shared

if TYPE_CHECKING:
    from queries.pages import Window

CHUNK = 1000  # ids a follow-up query

VERSION: ContextVar[int | None] = ContextVar("VERSION", default=None)
"""The version of the graph, where whoever asks has just read it: one answer, one version."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known by heart of one version of the graph."""

    version: int
    ids: Ids
    table: Names
    keys: LabelKeys
    index: Index
    classes: Mapping[str, frozenset[str]]
    """IRI → short names of the classes of a named thing, superclasses included."""
    types: Mapping[str, tuple[str, ...]]
    """IRI → short names of its asserted classes."""

    class_order: Mapping[str, int]
    """Where a class stands in the context, which puts what matters most first."""

    memory: Memory
    """What this version has answered about single ids."""

    def thing_classes(self) -> list[str]:
        return sorted({name for names in self.classes.values() for name in names})


@dataclass(slots=True)
class Reader:
    """A graph with the questions that can be put to it.

    `timeout` in seconds, a question; `kept` is how much a lexicon's memory holds; `as_of`: the
    graph is asked as it stood at the end of that day (`at`).
    """

    graph: Graph
    base: str = DEFAULT_BASE
    sources: Path | None = None
    timeout: float | None = None
    kept: int = MAX_CHARACTERS
    as_of: str | None = None
    catalogue: Catalogue = field(default_factory=catalogue.load)
    _lexicon: Lexicon | None = None
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _version: Shared[int] = field(init=False)

    def __post_init__(self) -> None:
        self._version = Shared(self._ask_version)

    async def ask(self, name: str, **params: Any) -> list[Row]:
        """The rows of a query in `queries/internal/`."""
        text, more = _internal()[name].at(self.as_of)
        return await self.graph.read(text, {**params, **more}, timeout=self.timeout)

    async def read(self, text: str, params: Mapping[str, Any]) -> list[Row]:
        """The rows of a text, asked of the graph as it stood `as_of`."""
        if self.as_of is not None:
            text, params = woven(text), {**params, "as_of": self.as_of}
        return await self.graph.read(text, params, timeout=self.timeout)

    async def at(self, as_of: str | None) -> Reader:
        """A reader of the graph as it stood at the end of a day, named as by ISO 8601; None: as
        this one reads it. Names and terms have no date and are those of now."""
        if as_of is None or as_of == self.as_of:
            return self
        lexicon = await self.lexicon()
        then = replace(lexicon, memory=Memory(self.kept))
        return replace(self, as_of=as_of, _lexicon=then)

    async def there(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids, all of which the graph has now, that were there `as_of`."""
        if self.as_of is None:
            return set(ids)
        return {row["id"] for row in await self.ask_for("there", ids)}

    async def ask_page(self, name: str, window: Window, **params: Any) -> tuple[list[Row], int]:
        """The rows of a window of a query in `queries/internal/`, and how many there are in all.

        The query has the rows in the order of `id` and takes `after`, the id before the first.
        One row more than the window is read: only where it comes are all counted, once a list,
        since the cursor carries the number on.
        """
        text, more = _internal()[name].at(self.as_of)
        page = {
            **params,
            **more,
            "after": window.after,
            "skip_rows": 0 if window.after is not None else window.skip,
            "take_rows": window.limit + 1,
        }
        rows = await self.graph.read(
            f"{text}\nSKIP $skip_rows LIMIT $take_rows", page, timeout=self.timeout
        )
        if window.total is not None:
            return rows[: window.limit], window.total
        if len(rows) <= window.limit and (rows or not window.skip):
            return rows, window.skip + len(rows)
        counting = _internal().get(f"{name}-count")
        count = f"CALL {{\n{text}\n}}\nRETURN count(*) AS total"
        if counting:
            count, _ = counting.at(self.as_of)
        given = {**params, **more, "after": None}
        counted = await self.graph.read(count, given, timeout=self.timeout)
        return rows[: window.limit], int(counted[0]["total"])

    async def ask_for(self, name: str, ids: Iterable[str], **params: Any) -> list[Row]:
        """The same for many ids, in chunks."""
        wanted = sorted(set(ids))
        rows: list[Row] = []
        for start in range(0, len(wanted), CHUNK):
            rows += await self.ask(name, ids=wanted[start : start + CHUNK], **params)
        return rows

    async def recall(self, lexicon: Lexicon, name: str, ids: Iterable[str]) -> list[Row]:
        """The rows of a query that gives one row an id, kept as long as the lexicon is the last.

        Where the query asks for label keys, they are the lexicon's.
        """
        keys = {"keys": list(lexicon.keys.shown)} if "keys" in _parameters(name) else {}
        return await lexicon.memory.rows(name, ids, lambda new: self.ask_for(name, new, **keys))

    async def version(self) -> int:
        if (known := VERSION.get()) is not None:
            return known
        return await self._version()

    async def _ask_version(self) -> int:
        rows = await self.ask("version")
        return int(rows[0]["version"] or 0) if rows else 0

    async def lexicon(self) -> Lexicon:
        """The lexicon of the graph as it is now, read again when the graph has changed."""
        version = await self.version()
        held = self._lexicon
        if held is not None and held.version == version:
            return held
        async with self._lock:
            if self._lexicon is None or self._lexicon.version != version:
                self._lexicon = await self._read_lexicon(version)
            return self._lexicon

    async def _read_lexicon(self, version: int) -> Lexicon:
        prefixes = {r["prefix"]: r["namespace"] for r in await self.ask("prefixes")}
        documents = {r["identifier"]: r["id"] for r in await self.ask("documents")}
        table = Names(_context(), prefixes)
        ids = Ids(self.base, table.namespaces, documents)
        keys = label_keys(table, prefixes, ids.ontology)
        rows = await self.ask("labels", keys=keys.all)
        return await asyncio.to_thread(_lexicon, version, ids, table, keys, rows, Memory(self.kept))

    async def resolve(self, text: str, parameter: str = "", lexicon: Lexicon | None = None) -> str:
        """The IRI of an id as written. Raises `UnknownId` with the nearest labels.

        `lexicon`: the one that the caller answers by, so that it is not asked for again.
        """
        return (await self.resolve_all([text], parameter, lexicon))[0]

    async def resolve_all(
        self, texts: Sequence[str], parameter: str = "", lexicon: Lexicon | None = None
    ) -> list[str]:
        lexicon = lexicon or await self.lexicon()
        candidates = {text: lexicon.ids.candidates(text) for text in texts}
        named = lexicon.classes.keys()  # what has a name is known to be there
        asked = {
            iri
            for options in candidates.values()
            for iri in takewhile(lambda option: option not in named, options)
        }
        others = {row["id"] for row in await self.recall(lexicon, "exists", asked)}
        found = []
        for text, options in candidates.items():
            iri = next((o for o in options if o in named or o in others), None)
            if iri is None:
                raise UnknownId(text, nearest(lexicon, text), parameter)
            found.append(iri)
        return found

    async def values_of(self, scheme: str) -> list[str]:
        """The short names of a scheme's concepts: what an `enum` parameter may be."""
        rows = await self.ask("concepts", scheme=ONTOLOGY + scheme)
        return [row["id"].removeprefix(ONTOLOGY) for row in rows]


def nearest(lexicon: Lexicon, text: str, limit: int = 5) -> list[Nearest]:
    """The things whose names come closest to a text."""
    plain = text.rpartition("/")[2].rpartition("#")[2].rpartition(":")[2] or text
    return [
        Nearest(lexicon.ids.short(hit.iri), hit.name.text)
        for hit in lexicon.index.nearest(plain.replace("-", " "), limit)
    ]


def _parameters(name: str) -> Iterable[str]:
    return _internal()[name].header.parameters


@lru_cache(maxsize=1)
def _internal() -> dict[str, catalogue.Query]:
    return catalogue.load(catalogue.HERE / "internal")


@lru_cache(maxsize=1)
def _context() -> dict[str, Any]:
    path = catalogue.HERE.parent / "ontology" / "context.jsonld"
    context: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return context


# Terms of the ontology have labels too, but nobody looks for them among the things.
TERMS = frozenset(
    {"Class", "ObjectProperty", "DatatypeProperty", "NodeShape", "PropertyShape", "Ontology"}
)


def _lexicon(
    version: int, ids: Ids, table: Names, keys: LabelKeys, rows: Iterable[Row], memory: Memory
) -> Lexicon:
    names: list[Name] = []
    classes: dict[str, frozenset[str]] = {}
    types: dict[str, tuple[str, ...]] = {}
    for row in rows:
        iri = row["id"]
        types[iri] = tuple(str(t) for t in as_list(row["types"]))
        classes[iri] = frozenset(row["labels"]) - {"Entity", "Shared"}
        for key, value in row["names"]:
            base, lang = split_key(key)
            if match := keys.searched.get(base):
                names += [Name(str(text), lang, match, iri) for text in as_list(value)]
        if iri.startswith(f"{ids.base}id/"):
            # The id itself is a name: `g5-sahel` finds the G5 Sahel in every language.
            names.append(Name(ids.short(iri), "", "alias", iri))
    order = {name: place for place, name in enumerate(_context()["@context"])}
    return Lexicon(version, ids, table, keys, Index.of(names), classes, types, order, memory)
