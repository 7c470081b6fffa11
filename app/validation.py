"""What a refused parameter is told: what is wrong, in both languages, and the nearest allowed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

from fastapi import Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.routing import APIRoute

from app.problem_kinds import WrongParameter
from queries.params import closest

_MOST = 12  # allowed values that a message lists


_KNOWN: WeakKeyDictionary[Any, tuple[str, ...]] = WeakKeyDictionary()
"""What has been found out by endpoint, of which every address has its own."""


def parameters(route: Any) -> tuple[str, ...]:
    """The query parameters that a route takes, by the names that callers use."""
    if not isinstance(route, APIRoute):
        return ()
    known = _KNOWN.get(route.endpoint)
    if known is None:
        known = _KNOWN[route.endpoint] = tuple(sorted(_parameters(route)))
    return known


def _parameters(route: APIRoute) -> set[str]:
    # No address reads headers or cookies as parameters: what is not in the path is in the query.
    in_path = {field.alias for field in route.dependant.path_params}
    names = {field.alias for field in get_flat_params(route.dependant)} - in_path
    extra = (route.openapi_extra or {}).get("parameters", [])
    return names | {p["name"] for p in extra if p["in"] == "query"}


async def only_known_parameters(request: Request) -> None:
    """A dependency that refuses a parameter that the address does not have: a slip of the pen
    would otherwise widen the question without a word."""
    known = parameters(request.scope.get("route"))
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        raise refused([_unknown(name, known) for name in dict.fromkeys(unknown)])


def problem_of_errors(found: Sequence[Any], route: Any) -> WrongParameter:
    """The problem of what pydantic found wrong, `errors()` of a validation error."""
    known = parameters(route)
    return refused([_error(one, known) for one in found])


def refused(errors: Sequence[tuple[dict[str, Any], str]]) -> WrongParameter:
    """The problem of errors, each with its message in French."""
    en = "; ".join(f"{e['parameter']}: {e['message']}{_near(e, 'nearest')}" for e, _ in errors)
    fr = " ; ".join(f"{e['parameter']} : {fr}{_near(e, 'au plus proche')}" for e, fr in errors)
    return WrongParameter(en, fr, errors=[e for e, _ in errors])


def _near(error: dict[str, Any], word: str) -> str:
    return f" ({word}: {', '.join(error['nearest'])})" if error["nearest"] else ""


def _unknown(name: str, known: Sequence[str]) -> tuple[dict[str, Any], str]:
    near = closest(name, known) if known else []
    message = "this address has no such parameter"
    return {"parameter": name, "message": message, "nearest": near}, "paramètre inconnu ici"


def _error(found: Any, known: Sequence[str]) -> tuple[dict[str, Any], str]:
    place = [str(part) for part in found["loc"][1:]]
    # Items of a list count as their parameter's.
    name = place[0] if place else str(found["loc"][0])
    given = str(found.get("input"))
    context = found.get("ctx") or {}
    match found["type"]:
        case "extra_forbidden":
            return _unknown(name, known)
        case "missing":
            en, fr = "this parameter is required", "ce paramètre est obligatoire"
            return {"parameter": name, "message": en, "nearest": []}, fr
        case "literal_error" | "enum":
            allowed = re.findall(r"'((?:[^'\\]|\\.)*)'", str(context.get("expected", "")))
            few = ", ".join(allowed[:_MOST]) + (" …" if len(allowed) > _MOST else "")
            return {
                "parameter": name,
                "message": f"{given!r} is not one of {few}",
                "nearest": closest(given, allowed) if allowed else [],
                "allowed": allowed,
            }, f"« {given} » n’est pas parmi {few}"
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            bound = next(iter(context.values()))
            low = found["type"].startswith("greater")
            en = f"{given} is {'below' if low else 'above'} {bound}"
            fr = f"{given} est {'au-dessous' if low else 'au-dessus'} de {bound}"
            key = "minimum" if low else "maximum"
            return {"parameter": name, "message": en, "nearest": [str(bound)], key: bound}, fr
        case "bool_parsing" | "bool_type":
            allowed = ["true", "false"]
            return {
                "parameter": name,
                "message": f"{given!r} is neither true nor false",
                "nearest": closest(given, allowed),
                "allowed": allowed,
            }, f"« {given} » n’est ni true ni false"
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            given = given[:50]
            en, fr = f"{given!r} is not a whole number", f"« {given} » n’est pas un entier"
            return {"parameter": name, "message": en, "nearest": []}, fr
        case "string_too_long":
            most = context.get("max_length")
            en, fr = f"at most {most} characters", f"au plus {most} caractères"
            return {"parameter": name, "message": en, "nearest": [], "maximum": most}, fr
        case _:
            return {"parameter": name, "message": found["msg"], "nearest": []}, "valeur refusée"
