"""The one set of filters that the API, the command line and the exports share.

A filter says which statements count; whoever walks the graph walks over these only. Several
values of one filter are alternatives, filters add up. What a value may be is known to the graph,
so `Filters` holds what people write, and `bind` turns it into IRIs and names or says what is wrong.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from queries import params
from queries.errors import WrongParameter
from queries.reader import Lexicon, Reader

MAX_VALUES = 50
AS_OF = (
    "The graph as it stood at the end of that day, month or year: a statement of a document "
    "issued later is not there, one that had ended is over, and a fact (not a promise) of a later "
    "date has not happened yet"
)
# Statements whose object is where something is, without a role that says so again.
PLACE_PREDICATES = ("operatesIn", "heldAt", "covers")
_DOCUMENTS = frozenset({"Document", "SourceDocument", "Text"})
_NAMES = ("predicate", "kind", "status", "certainty", "document", "theme", "place", "dataset")


def _split(value: Any) -> tuple[str, ...]:
    """`supports,funds`, a repeated parameter or a list → sorted, each value once."""
    given: Iterable[Any] = [value] if isinstance(value, str) else value or ()
    texts = {part.strip() for item in given for part in str(item).split(",")}
    return tuple(sorted(texts - {""}))


def end_of_period(text: str | None) -> str | None:
    """The last day of the year or month that was named (`2018` → `2018-12-31`).

    Raises `WrongParameter` for what is no date.
    """
    if text is None or not text.strip():
        return None
    text = params.date("as_of", text)
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return f"{text}-{monthrange(int(text[:4]), int(text[5:]))[1]}"
    return text


Values = Annotated[tuple[str, ...], BeforeValidator(_split)]


class Filters(BaseModel):
    """Which statements count. Ids may be short (`niger`), CURIEs or whole IRIs; several values are
    separated by commas or the parameter is repeated."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    predicate: Values = Field(default=(), description="supports, funds, memberOf …")
    kind: Values = Field(
        default=(),
        description="Classes of things, those below included: only things of these kinds are "
        "walked to; where a walk begins is not asked",
    )
    status: Values = Field(default=(), description="actual, committed, offered, planned …")
    certainty: Values = Field(default=(), description="stated or implied")
    document: Values = Field(default=(), description="Documents that say it: niamey-2018 …")
    theme: Values = Field(
        default=(),
        description="Themes or crimes, narrower ones included, that the statement or the "
        "commitment it expresses is about",
    )
    place: Values = Field(
        default=(),
        description="Places or classes of countries for which it is said; nothing is passed "
        "down from a whole to its parts",
    )
    dataset: Values = Field(default=(), description="Data sets (a load, a file) that say it")
    as_of: Annotated[str | None, AfterValidator(end_of_period)] = Field(
        default=None,
        description=AS_OF,
    )

    def given(self) -> dict[str, Any]:
        """Only what was set, lists as lists: what a cursor, a title or a log needs."""
        own = Filters.model_fields
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name in own
            if (value := getattr(self, name))
        }

    def alone(self) -> Filters:
        """These filters without what a request adds to them (its ids, its page)."""
        return Filters.model_construct(
            **{name: getattr(self, name) for name in Filters.model_fields}
        )


@dataclass(frozen=True, slots=True)
class Bound:
    """Filters as the queries take them: IRIs, relationship types, labels; None where not set."""

    types: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    statuses: tuple[str, ...] | None = None
    certainties: tuple[str, ...] | None = None
    datasets: tuple[str, ...] | None = None
    documents: tuple[str, ...] | None = None
    themes: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    place_types: tuple[str, ...] = ()
    as_of: str | None = None

    @property
    def told(self) -> bool:
        """Whether a filter asks for more of a statement than its direct edge carries."""
        return any(
            value is not None for value in (self.datasets, self.documents, self.themes, self.as_of)
        )

    def params(self) -> dict[str, Any]:
        """The parameters of the `graph-*` and `statements` queries."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
        }


async def bind(reader: Reader, filters: Filters) -> Bound:
    """Check every value against the graph.

    Raises `WrongParameter` with the nearest allowed values, `UnknownId` with the nearest labels.
    """
    for name in _NAMES:
        if len(getattr(filters, name)) > MAX_VALUES:
            raise WrongParameter(
                name, f"at most {MAX_VALUES} values", f"au plus {MAX_VALUES} valeurs",
                maximum=MAX_VALUES,
            )  # fmt: skip
    lexicon = await reader.lexicon()
    documents = await _documents(reader, filters.document)
    places = await _ids(reader, "place", filters.place)
    themes = await _ids(reader, "theme", filters.theme)
    if themes:
        rows = await reader.ask("narrower", ids=list(themes))
        themes = tuple(sorted({row["id"] for row in rows} | {*themes}))
    return Bound(
        types=_types(lexicon, filters.predicate),
        kinds=_known(lexicon, "kind", filters.kind, lexicon.thing_classes),
        statuses=await _concepts(reader, "status", filters.status, "Statuses"),
        certainties=await _concepts(reader, "certainty", filters.certainty, "Certainties"),
        datasets=await _datasets(reader, filters.dataset),
        documents=documents,
        themes=themes,
        places=places,
        place_types=tuple(
            lexicon.table.rule(lexicon.ids.ontology + name).type for name in PLACE_PREDICATES
        ),
        as_of=filters.as_of,
    )


def predicates(lexicon: Lexicon) -> dict[str, str]:
    """Short id of each predicate → its IRI."""
    return {
        lexicon.ids.short(iri): iri
        for iri, classes in sorted(lexicon.classes.items())
        if "Predicate" in classes
    }


def _types(lexicon: Lexicon, values: tuple[str, ...]) -> tuple[str, ...] | None:
    """The relationship types of predicates."""
    if not values:
        return None
    known = predicates(lexicon)
    names = _known(lexicon, "predicate", values, lambda: list(known)) or ()
    return tuple(sorted(lexicon.table.rule(known[name]).type for name in names))


def _known(
    lexicon: Lexicon, name: str, values: tuple[str, ...], allowed: Any
) -> tuple[str, ...] | None:
    if not values:
        return None
    options: list[str] = allowed()
    return tuple(
        sorted({params.one_of(name, _short(lexicon, value, options), options) for value in values})
    )


def _short(lexicon: Lexicon, value: str, options: list[str]) -> str:
    """A term as its short name; CURIEs and IRIs of any prefix that the graph knows."""
    term = lexicon.ids.term(value)
    if term in options:
        return term
    shorts = (lexicon.ids.short(iri) for iri in lexicon.ids.candidates(value))
    return next((short for short in shorts if short in options), term)


async def _concepts(
    reader: Reader, name: str, values: tuple[str, ...], scheme: str
) -> tuple[str, ...] | None:
    if not values:
        return None
    options = await reader.values_of(scheme)
    return _known(await reader.lexicon(), name, values, lambda: options)


async def _datasets(reader: Reader, values: tuple[str, ...]) -> tuple[str, ...] | None:
    if not values:
        return None
    options = [row["id"] for row in await reader.ask("datasets")]
    return tuple(params.one_of("dataset", value, options) for value in values)


async def _documents(reader: Reader, values: tuple[str, ...]) -> tuple[str, ...] | None:
    """Documents by their short names, or as things; another thing is none."""
    found = await _ids(reader, "document", values)
    lexicon = await reader.lexicon()
    for iri, value in zip(await reader.resolve_all(values, "document"), values, strict=True):
        if iri not in lexicon.ids.documents.values() and not _DOCUMENTS & lexicon.classes.get(
            iri, frozenset()
        ):
            params.one_of("document", value, sorted(lexicon.ids.documents))
    return found


async def _ids(reader: Reader, name: str, values: tuple[str, ...]) -> tuple[str, ...] | None:
    if not values:
        return None
    return tuple(sorted(set(await reader.resolve_all(values, name))))
