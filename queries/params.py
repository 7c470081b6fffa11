"""Check the parameters of a catalogue query and turn what people write into what it takes."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from queries.catalogue import Parameter, Query
from queries.errors import WrongParameter
from queries.reader import Lexicon, Reader

MAX_IDS = 200
MAX_TEXT = 500
_TRUE = {"true", "1", "yes", "oui", "vrai"}
_FALSE = {"false", "0", "no", "non", "faux"}
# An empty field of a form: nothing was asked for. No number, date or choice is empty.
_MAY_BE_EMPTY = {"id", "ids", "kind", "text"}
Given = Mapping[str, Any]
N = TypeVar("N", int, float)


def closest(text: str, allowed: Sequence[str]) -> list[str]:
    """The three allowed values nearest to what was written."""
    from rapidfuzz import fuzz, process

    return [found[0] for found in process.extract(text, allowed, scorer=fuzz.WRatio, limit=3)]


async def bind(
    reader: Reader, query: Query, given: Given, lexicon: Lexicon | None = None
) -> dict[str, Any]:
    """Every parameter of the query with its value: an IRI, a number, a list … or None.

    `given` holds strings (HTTP, command line) or Python values. Raises `WrongParameter` and
    `UnknownId`, both naming the parameter.
    """
    lexicon = lexicon or await reader.lexicon()
    known = query.header.parameters
    for name in given:
        if name not in known:
            raise WrongParameter(
                name,
                f"the query {query.name} has no such parameter",
                f"la requête {query.name} n’a pas ce paramètre",
                nearest=closest(name, [*known, "limit", "lang", "as_of"]),
            )
    bound: dict[str, Any] = {}
    for name, parameter in known.items():
        if name == "limit":
            continue
        value = given.get(name)
        if value is None or value == [] or (value == "" and parameter.type in _MAY_BE_EMPTY):
            if parameter.required:
                raise WrongParameter(
                    name, "this parameter is required", "ce paramètre est obligatoire"
                )
            bound[name] = parameter.default
            if parameter.default is None:
                continue
            value = parameter.default
        bound[name] = await _convert(reader, lexicon, name, parameter, value)
    return bound


async def _convert(
    reader: Reader, lexicon: Lexicon, name: str, parameter: Parameter, value: Any
) -> Any:
    if parameter.type == "ids":
        texts = value if isinstance(value, list | tuple) else str(value).split(",")
        wanted = [str(text).strip() for text in texts if str(text).strip()]
        if len(wanted) > MAX_IDS:
            raise WrongParameter(
                name, f"at most {MAX_IDS} ids", f"au plus {MAX_IDS} identifiants", maximum=MAX_IDS
            )
        return await reader.resolve_all(wanted, name, lexicon)
    if isinstance(value, list | tuple):
        raise WrongParameter(name, "only one value is allowed", "une seule valeur est permise")
    if parameter.type == "id":
        return await reader.resolve(str(value), name, lexicon)
    if parameter.type == "enum":
        allowed = list(parameter.values) or await reader.values_of(parameter.scheme)
        return one_of(name, lexicon.ids.term(str(value).strip()), allowed)
    if parameter.type == "kind":
        return one_of(name, lexicon.ids.term(str(value).strip()), lexicon.thing_classes())
    if parameter.type in {"integer", "number"}:
        return _number(name, parameter, value)
    if parameter.type == "boolean":
        return boolean(name, value)
    if parameter.type == "date":
        return date(name, str(value))
    text = str(value).strip()
    if len(text) > MAX_TEXT:
        raise WrongParameter(
            name, f"at most {MAX_TEXT} characters", f"au plus {MAX_TEXT} caractères"
        )
    return text


def one_of(name: str, value: str, allowed: Sequence[str]) -> str:
    if value not in allowed:
        raise WrongParameter(
            name,
            f"{value!r} is not one of {_few(allowed)}",
            f"« {value} » n’est pas parmi {_few(allowed)}",
            nearest=closest(value, allowed),
            allowed=list(allowed),
        )
    return value


def _few(allowed: Sequence[str], most: int = 12) -> str:
    return ", ".join(allowed[:most]) + (" …" if len(allowed) > most else "")


def _number(name: str, parameter: Parameter, value: Any) -> int | float:
    try:
        number = int(str(value)) if parameter.type == "integer" else float(str(value))
        if not math.isfinite(number):
            raise ValueError
    except (ValueError, OverflowError):
        raise WrongParameter(
            name, f"{value!r} is not a number", f"« {value} » n’est pas un nombre"
        ) from None
    return within(name, number, parameter.minimum, parameter.maximum)


def within(name: str, number: N, low: float | None, high: float | None) -> N:
    if (low is not None and number < low) or (high is not None and number > high):
        lowest = f"{low:g}" if low is not None else "…"
        highest = f"{high:g}" if high is not None else "…"
        raise WrongParameter(
            name,
            f"{number} is not between {lowest} and {highest}",
            f"{number} n’est pas entre {lowest} et {highest}",
            nearest=[lowest if low is not None and number < low else highest],
            minimum=low,
            maximum=high,
        )
    return number


def boolean(name: str, value: Any) -> bool:
    text = str(value).strip().lower()
    if text in _TRUE | _FALSE:
        return text in _TRUE
    raise WrongParameter(
        name, f"{value!r} is neither true nor false", f"« {value} » n’est ni true ni false",
        nearest=closest(text, ["true", "false"]), allowed=["true", "false"],
    )  # fmt: skip


def date(name: str, text: str) -> str:
    """A year, month or day as ISO 8601 text, which compares in the order of time."""
    text = text.strip()
    try:
        if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
            raise ValueError
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        raise WrongParameter(
            name,
            f"{text!r} is not a date (2018, 2018-03 or 2018-03-16)",
            f"« {text} » n’est pas une date (2018, 2018-03 ou 2018-03-16)",
        ) from None
    return text
