"""Gaps: what has been promised and lacks something; what one document says and another leaves out.

Every gap is closed-world over the documents named beside it: nothing in them fills it, as they are
read here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from graph.port import Row
from queries import pages
from queries.commitments import KINDS
from queries.coverage.about import about
from queries.coverage.texts import text
from queries.errors import WrongParameter
from queries.filters import Bound, Filters, bind
from queries.hydrate import (
    Known,
    show_commitment_in_short,
    show_evidence,
    show_thing,
    show_things,
)
from queries.params import one_of
from queries.reader import Reader

GapName = Literal[
    "no-supporter", "no-deadline", "no-indicator", "no-place", "no-follow-up",
    "theme-left-out", "place-without-programme",
]  # fmt: skip
GAPS: tuple[str, ...] = get_args(GapName)
SOURCES = 5
"""Commitments, statements or paragraphs shown for a theme or place."""

_WHY = {
    "no-supporter": (
        "No statement beside its own has anyone support, fund, implement or train what it "
        "concerns, or offer to",
        "Aucun énoncé hormis les siens ne dit que quelqu’un soutient, finance, met en œuvre ou "
        "forme ce sur quoi il porte, ou offre de le faire",
    ),
    "no-deadline": ("It gives no deadline", "Il ne donne pas d’échéance"),
    "no-indicator": ("It gives no figure to measure it by", "Il ne donne aucun chiffre de mesure"),
    "no-place": (
        "Neither it nor its statements say where",
        "Ni lui ni ses énoncés ne disent où",
    ),
    "no-follow-up": (
        "No record of how far it has been carried out",
        "Aucune fiche sur son exécution",
    ),
    "theme-left-out": (
        "Said in {where}, in no commitment or statement of {missing}",
        "Dit dans {where}, dans aucun engagement ni énoncé de {missing}",
    ),
    "place-without-programme": (
        "Named, but no statement has a programme, fund or funding package act there",
        "Nommé, mais aucun énoncé n’y situe un programme, un fonds ou une enveloppe",
    ),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: in what (`thing`: a commitment, theme or place), of which document it lacks."""

    name: str
    thing: str
    missing: str = ""
    sources: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()

    def order(self) -> tuple[int, str, str]:
        return GAPS.index(self.name), self.missing, self.thing


async def gaps(
    reader: Reader,
    filters: Filters | None = None,
    *,
    gap: Sequence[str] = (),
    commitment_kind: Sequence[str] = (),
    lang: str = "en",
    limit: int | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """A page of gaps by kind, with `counts` of each kind and over which documents.

    `gap`: only these; `commitment_kind`: of these commitments (default: promises). A commitment
    that concerns no arrangement (mechanism, programme …) cannot lack a supporter and is counted in
    `not_applicable`. Raises `WrongParameter`, `UnknownId`, `StaleCursor`.
    """
    filters = filters or Filters()
    reader = await reader.at(filters.as_of)
    wanted = {one_of("gap", name, GAPS) for name in gap} or set(GAPS)
    kinds = [one_of("commitment_kind", k, KINDS) for k in commitment_kind] or ["Promise"]
    unused = sorted({"predicate", "kind", "status"} & filters.given().keys())
    if unused:
        raise WrongParameter(
            unused[0],
            "gaps are asked for by document, theme, place, certainty and date",
            "les lacunes se demandent par document, thème, lieu, certitude et date",
        )
    lexicon = await reader.lexicon()
    bound = await bind(reader, filters)
    asked = {"gap": sorted(wanted), "kind": kinds, **filters.given()}
    window = pages.window("gaps", asked, lexicon.version, limit=limit, cursor=cursor)
    found: list[Gap] = []
    not_applicable = 0
    if wanted - {"theme-left-out", "place-without-programme"}:
        of_commitments, not_applicable = await _commitments(reader, bound, kinds)
        found += of_commitments
    if "theme-left-out" in wanted:
        found += await _themes(reader, bound)
    if "place-without-programme" in wanted:
        found += await _places(reader, bound)
    found = sorted((one for one in found if one.name in wanted), key=Gap.order)
    part = found[window.skip : window.skip + window.limit]
    known = Known(reader, lexicon, lang)
    await known.fetch(
        things={iri for one in part for iri in (one.thing, *one.matters)},
        nodes={iri for one in part for iri in (one.thing, *one.sources[:SOURCES])},
    )
    speaks = await about(reader, lang, bound.documents)
    names = {document["iri"]: document["id"] for document in speaks["documents"]}
    return {
        **window.page([_show(known, one, names) for one in part], len(found)).as_dict(),
        "counts": {name: sum(one.name == name for one in found) for name in GAPS if name in wanted},
        "not_applicable": {"no-supporter": not_applicable} if "no-supporter" in wanted else {},
        "about": speaks,
    }


async def _commitments(reader: Reader, bound: Bound, kinds: Sequence[str]) -> tuple[list[Gap], int]:
    params = {**bound.params(), "commitment_kinds": list(kinds)}
    rows = await reader.read(text("gap-commitments"), params)
    matters = sorted({matter for row in rows for matter in row["matters"]})
    supporters: dict[str, list[Row]] = defaultdict(list)
    given = {"ids": matters, "documents": params["documents"], "as_of": params["as_of"]}
    told = await reader.read(text("gap-supporters"), given)
    for row in told:
        supporters[row["matter"]].append(row)
    found: list[Gap] = []
    not_applicable = 0
    for row in rows:
        own = set(row["statements"])
        held = {
            "no-deadline": row["deadline"],
            "no-indicator": row["indicators"] > 0,
            "no-place": bool(row["places"]),
            "no-follow-up": row["records"] > 0,
        }
        if row["matters"]:
            # A promise of support does not support itself.
            held["no-supporter"] = any(
                told["statement"] not in own
                for matter in row["matters"]
                for told in supporters[matter]
            )
        else:
            not_applicable += 1
        matter_ids = tuple(sorted(row["matters"]))
        found += [
            Gap(name, row["id"], matters=matter_ids if name == "no-supporter" else ())
            for name, there in held.items()
            if not there
        ]
    return found, not_applicable


async def _themes(reader: Reader, bound: Bound) -> list[Gap]:
    """Themes of a document that another leaves out, one gap for each document and theme."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    documents = set()
    for name in ("gap-themes", "gap-themes-stated"):
        for row in await reader.read(text(name), bound.params()):
            said[row["theme"]][row["document"]].append(row["source"])
            documents.add(row["document"])
    return [
        Gap("theme-left-out", theme, missing, tuple(s for d in sorted(where) for s in where[d]))
        for theme, where in said.items()
        for missing in sorted(documents - where.keys())
    ]


async def _places(reader: Reader, bound: Bound) -> list[Gap]:
    params = bound.params()
    named = await reader.read(text("gap-places"), params)
    served = await reader.read(text("gap-programme-places"), params)
    there = {row["place"] for row in served}
    return [
        Gap("place-without-programme", row["place"], sources=tuple(sorted(row["paragraphs"])))
        for row in named
        if row["place"] not in there
    ]


def _show(known: Known, one: Gap, names: dict[str, str]) -> dict[str, Any]:
    """A gap: its name, in what, why it is one, and the evidence of what is there."""
    fr = known.lang == "fr"
    sources = one.sources[:SOURCES]
    why = _WHY[one.name][1 if fr else 0]
    item: dict[str, Any] = {"gap": one.name}
    if one.name == "theme-left-out":
        where = sorted({_document(known, s) for s in one.sources} - {""})
        why = why.format(where=", ".join(where), missing=names.get(one.missing, one.missing))
        item |= {
            "thing": show_thing(known, one.thing),
            "missing_in": names.get(one.missing, one.missing),
            "said_in": where,
        }
    elif one.name == "place-without-programme":
        item["thing"] = show_thing(known, one.thing)
    else:
        short = show_commitment_in_short(known, one.thing)
        item["thing"] = show_thing(known, one.thing)
        item["commitment"] = {
            key: short[key] for key in ("id", "iri", "kind", "summary", "summary_lang")
        }
        item["matters"] = show_things(known, one.matters)
        sources = (one.thing,)
    return {
        **item,
        "why": why + ".",
        "evidence": show_evidence(known, sources),
        "sources_total": len(one.sources) or 1,
    }


def _document(known: Known, iri: str) -> str:
    """The short name of the document of a statement or commitment, by its id."""
    short = known.lexicon.ids.short(iri)
    for identifier in known.lexicon.ids.documents:
        if short.startswith(identifier + "."):
            return identifier
    shown = show_evidence(known, [iri])
    return str(shown[0]["document"]) if shown else ""
