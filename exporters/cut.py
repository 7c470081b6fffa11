"""A cut of the graph as an export: things, fused edges and the wide table of statements, streamed.

Around seeds a cut is bounded and read first; the whole graph is streamed from the engine, in memory
that does not grow with it. Ids are those of the API where they are unmistakable, else CURIEs or
IRIs, so that any of them can be asked for again.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from exporters.cutcolumns import NODE, STATEMENT, as_texts, attributes, export_id, statement_row
from exporters.fuse import View, edge_attributes, fused_async
from exporters.known import KnownIds
from exporters.nodetimes import own_times
from exporters.periods import spell
from exporters.subgraph import BATCH, Edge, Node, Row, Subgraph, Table
from queries.filters import Bound, Filters, bind
from queries.hydrate import Known, edges, show_thing
from queries.ids import Ids
from queries.labels import split_key, texts
from queries.reader import Reader
from queries.traverse.cut import Section, section
from queries.traverse.links import Link, stream_ends, stream_links
from queries.traverse.show import predicate


@dataclass(slots=True)
class Sent:
    """The things that went out, if the format holds things at all."""

    ids: KnownIds = field(default_factory=KnownIds)
    any: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A cut as asked for: everything without `seeds`. Ids as people write them."""

    seeds: tuple[str, ...] = ()
    depth: int = 1
    avoid: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)


@dataclass(slots=True)
class Source:
    """Where the rows of one cut come from. `part` is None for the whole graph."""

    reader: Reader
    bound: Bound
    known: Known
    ids: Ids
    part: Section | None
    avoid: tuple[str, ...] = ()

    async def link_batches(self) -> AsyncIterator[list[Link]]:
        """Links by subject."""
        if self.part is not None:
            for start in range(0, len(self.part.links), BATCH):
                yield self.part.links[start : start + BATCH]
            return
        batch: list[Link] = []
        async for link in stream_links(self.reader, self.bound, self.avoid):
            batch.append(link)
            if len(batch) == BATCH:
                yield batch
                batch = []
        if batch:
            yield batch

    async def thing_batches(self) -> AsyncIterator[list[tuple[str, int, int]]]:
        """Things with how many edges and statements they have in the cut."""
        if self.part is not None:
            edges_at: dict[str, set[tuple[str, str, str]]] = {t: set() for t in self.part.distance}
            statements: dict[str, set[str]] = {t: set() for t in self.part.distance}
            for link in self.part.links:
                for end in (link.source, link.target):
                    edges_at[end].add((link.source, link.type, link.target))
                    statements[end].add(link.statement)
            rows = [(t, len(edges_at[t]), len(statements[t])) for t in self.part.distance]
            for start in range(0, len(rows), BATCH):
                yield rows[start : start + BATCH]
            return
        batch: list[tuple[str, int, int]] = []
        async for row in stream_ends(self.reader, self.bound, self.avoid):
            batch.append((row["id"], row["edges"], row["statements"]))
            if len(batch) == BATCH:
                yield batch
                batch = []
        if batch:
            yield batch

    def fresh(self) -> Known:
        """What one batch needs, forgotten with it."""
        things = dict(self.known.things)
        return Known(self.reader, self.known.lexicon, self.known.lang, things=things)


async def source(reader: Reader, wanted: Wanted, lang: str) -> Source:
    """Read a bounded cut, or make the whole graph ready to be streamed.

    Raises the errors of `queries.errors` and `QueryTimeout` before the first byte goes out.
    """
    reader = await reader.at(wanted.filters.as_of)
    bound = await bind(reader, wanted.filters)
    seeds = sorted(set(await reader.resolve_all(wanted.seeds, "seed")))
    avoid = sorted(set(await reader.resolve_all(wanted.avoid, "avoid")))
    part = await section(reader, seeds, wanted.depth, bound, avoid=avoid) if seeds else None
    lexicon = await reader.lexicon()
    known = Known(reader, lexicon, lang)
    # Names of classes and predicates, which every batch needs.
    await known.fetch(
        things=[*seeds, *(i for i, c in lexicon.classes.items() if c & {"Class", "Predicate"})]
    )
    return Source(reader, bound, known, lexicon.ids, part, tuple(avoid))


def subgraph(found: Source, wanted: Wanted) -> Subgraph:
    """The cut, to be streamed once."""
    known, lang = found.known, found.known.lang
    sent = Sent()
    table = Table(attributes(STATEMENT, lang), _statements(found))
    return Subgraph(
        lang=lang,
        title=_title(found, wanted),
        description=found.part.cut.text(lang) if found.part and found.part.cut else "",
        nodes=_nodes(found, sent),
        edges=_edges(found, sent),
        node_attributes=attributes(NODE, lang),
        edge_attributes=edge_attributes(lang),
        statements=table,
        kinds={
            known.lexicon.table.class_name(iri): show_thing(known, iri)["label"]
            for iri, classes in known.lexicon.classes.items()
            if "Class" in classes
        },
    )


def _title(found: Source, wanted: Wanted) -> str:
    known, french = found.known, found.known.lang == "fr"
    given = [f"{n}={','.join(as_texts(v))}" for n, v in wanted.filters.given().items()]
    if wanted.seeds and found.part:
        names = [show_thing(known, t)["label"] for t, d in found.part.distance.items() if not d]
        head = ("Autour de " if french else "Around ") + ", ".join(names)
        given.insert(0, f"{'profondeur' if french else 'depth'}={wanted.depth}")
    else:
        head = "Tout le graphe" if french else "The whole graph"
    return f"{head} ({'; '.join(given)})" if given else head


async def _nodes(found: Source, sent: Sent) -> AsyncIterator[list[Node]]:
    distance = found.part.distance if found.part else {}
    keys = sorted({*found.known.lexicon.keys.shown, "acronym", "altLabel"})
    async for batch in found.thing_batches():
        known = found.fresh()
        rows = await found.reader.ask_for("things", (t for t, _, _ in batch), keys=keys)
        known.things |= {row["id"]: row for row in rows}
        times = await own_times(found.reader, found.ids, [thing for thing, _, _ in batch])
        nodes = []
        for thing, degree, statements in batch:
            shown = show_thing(known, thing)
            row = known.things.get(thing)
            names = dict(row["names"]) if row else {}
            nodes.append(
                Node(
                    export_id(found.ids, thing),
                    shown["label"],
                    shown["kind"] or "",
                    (
                        thing,
                        sorted(as_texts(row["types"])) if row else [],
                        _all_texts(names, "acronym"),
                        _all_texts(names, "altLabel"),
                        shown["label_lang"],
                        distance.get(thing),
                        statements,
                    ),
                    degree,
                    spells=times.get(thing, ()),
                )
            )
        sent.any = True
        sent.ids.add(node.id for node in nodes)
        yield nodes


def _all_texts(names: dict[str, Any], name: str) -> list[str]:
    return sorted({text for found in texts(names, name).values() for text in found})


async def _edges(found: Source, sent: Sent) -> AsyncIterator[Sequence[Edge]]:
    sent.ids.freeze()
    async for batch in fused_async(_views(found)):
        # A load that ended between the two streams may have brought links to things that were
        # not there: they belong to the next export.
        if sent.any and sent.ids.missing(batch) is not None:
            batch = [edge for edge in batch if sent.ids.missing([edge]) is None]
        yield batch


async def _views(found: Source) -> AsyncIterator[list[View]]:
    async for batch in found.link_batches():
        known = found.fresh()
        await known.fetch(nodes={link.statement for link in batch})
        yield [_view(found.ids, known, link) for link in batch]


def _view(ids: Ids, known: Known, link: Link) -> View:
    kind = predicate(known, link.type)
    row = known.nodes.get(link.statement)
    properties = row["properties"] if row else {}
    sources = [
        known.paragraphs[p]
        for p in (edges(row, "HAD_PRIMARY_SOURCE") if row else [])
        if p in known.paragraphs
    ]
    time = spell(*(_moment(properties, name) for name in ("date", "validFrom", "validTo")))
    return View(
        export_id(ids, link.source),
        export_id(ids, link.target),
        ids.short(kind),
        show_thing(known, kind)["label"],
        ids.short(link.statement),
        link.status,
        link.certainty,
        sorted({p.document for p in sources}),
        [ids.short(p.iri) for p in sources],
        *(time or (None, None)),
    )


def _moment(properties: dict[str, Any], name: str) -> str | None:
    for key, value in sorted(properties.items()):
        if split_key(key)[0] == name:
            return as_texts(value)[0]
    return None


async def _statements(found: Source) -> AsyncIterator[list[Row]]:
    """The wide table: a row for each link, all that its statement carries in the language."""
    async for batch in found.link_batches():
        known = found.fresh()
        ends = {end for link in batch for end in (link.source, link.target)}
        await known.fetch(nodes={link.statement for link in batch}, things=ends)
        yield [
            statement_row(found.ids, known, link) for link in batch if link.statement in known.nodes
        ]
