"""Everything that goes wrong, as problem details (RFC 9457), in English and French.

What the lower layers raise is turned into one of the kinds of `app.problem_kinds` by `problem_of`.
"""

from __future__ import annotations

from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from app.problem_kinds import (
    PAGES,
    Busy,
    NotAcceptable,
    Problem,
    StaleCursor,
    TooSlow,
    Unavailable,
    UnknownAddress,
    UnknownId,
    WrongMethod,
    WrongParameter,
)
from app.validation import problem_of_errors
from graph.errors import GraphError, QueryTimeout
from queries import errors

__all__ = [
    "MEDIA_TYPE",
    "Busy",
    "NotAcceptable",
    "Problem",
    "StaleCursor",
    "TooSlow",
    "Unavailable",
    "UnknownAddress",
    "UnknownId",
    "WrongMethod",
    "WrongParameter",
    "accepted_language",
    "install",
    "problem_of",
    "respond",
    "responses",
    "wanted_language",
]

MEDIA_TYPE = "application/problem+json"
log = structlog.stdlib.get_logger("sahelgraph.problem")


def problem_of(error: Exception, route: Any = None) -> Problem:
    """The problem that an exception of a lower layer amounts to; `route`: the address's."""
    match error:
        case Problem():
            return error
        case errors.UnknownId() | errors.UnknownQuery():
            return UnknownId(error.en, error.fr, **error.extra)
        case errors.StaleCursor():
            return StaleCursor(error.en, error.fr)
        case errors.BusyError():
            return Busy(error.en, error.fr)
        case errors.QueryError():
            return WrongParameter(error.en, error.fr, **error.extra)
        case QueryTimeout():
            return TooSlow(
                "Ask for less, or raise SAHELGRAPH_QUERY_TIMEOUT.",
                "Demandez moins, ou augmentez SAHELGRAPH_QUERY_TIMEOUT.",
            )
        case GraphError() if error.__class__.__name__ != "QueryFailed":
            return Unavailable(
                str(error), "Le moteur du graphe est injoignable ; réessayez plus tard."
            )
        case RequestValidationError():
            return problem_of_errors(error.errors(), route)
        case HTTPException():
            return _of_http(error)
        case _:
            return Problem(
                "The service could not answer; the log has the reason under the request id.",
                "Le service n’a pas pu répondre ; le journal en donne la raison sous request_id.",
            )


def _of_http(error: HTTPException) -> Problem:
    if error.status_code == 404:
        return UnknownAddress(
            "See /docs for the addresses.", "Les adresses sont décrites dans /docs."
        )
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "GET")
        return WrongMethod(f"Use {allowed}.", f"Utilisez {allowed}.")
    return Problem(str(error.detail))


def wanted_language(request: Request) -> str:
    """en or fr, by `lang` or Accept-Language; never fails, an error must be readable."""
    lang = request.query_params.get("lang")
    if lang in {"en", "fr"}:
        return str(lang)
    return accepted_language(request.headers.get("accept-language", ""))


def accepted_language(header: str) -> str:
    """The better of English and French for an Accept-Language header (RFC 9110, 12.5.4)."""
    weights = {"en": 0.0, "fr": 0.0}
    for part in header.split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality) if quality else 1.0
        except ValueError:
            continue
        language = tag.strip().lower().partition("-")[0]
        if language in weights:
            weights[language] = max(weights[language], weight)
    return "fr" if weights["fr"] > weights["en"] else "en"


def respond(request: Request, error: Exception) -> Response:
    """The response to an exception."""
    problem = problem_of(error, request.scope.get("route"))
    lang = wanted_language(request)
    request_id = request.scope.get("state", {}).get("request_id")
    if problem.status >= 500:
        unexpected = type(problem) is Problem
        log.error(problem.type, detail=str(error), exc_info=error if unexpected else None)
    headers = {
        **(getattr(error, "headers", None) or {}),  # Allow, with a wrong method
        "Content-Language": lang,
        "Vary": "Accept-Language",
        "Cache-Control": "no-store",
    }
    if problem.status == 503:
        headers["Retry-After"] = "5"
    body = {
        "type": request.scope.get("root_path", "") + PAGES + problem.type,
        "title": problem.titles[lang],
        "status": problem.status,
        "detail": problem.details[lang],
        "instance": request.url.path,
        "request_id": request_id,
        **problem.extra,
    }
    return JSONResponse(body, problem.status, headers, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Answer every expected exception with a problem; `logging.RequestId` does so for the rest."""

    async def handle(request: Request, error: Exception) -> Response:
        return respond(request, error)

    for kind in (Problem, errors.QueryError, GraphError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, handle)


def responses(*kinds: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """The problems of an operation, for OpenAPI; kinds of one status share its entry."""
    by_status: dict[int, list[type[Problem]]] = {}
    for kind in kinds:
        by_status.setdefault(kind.status, []).append(kind)
    return {
        status: {
            "description": "; ".join(kind.titles["en"] for kind in found),
            "content": {
                MEDIA_TYPE: {
                    "schema": {"$ref": "#/components/schemas/ProblemDetail"},
                    "examples": {kind.type: {"value": _example(kind)} for kind in found},
                }
            },
        }
        for status, found in by_status.items()
    }


def _example(kind: type[Problem]) -> dict[str, Any]:
    return {
        "type": PAGES + kind.type,
        "title": kind.titles["en"],
        "status": kind.status,
        "detail": kind.meanings["en"],
        "instance": "/v1/entities",
        "request_id": "0f8fad5bd9cb469fa165",
    }
