"""Everything that goes wrong, as problem details (RFC 9457), in English and French.

One exception base, `Problem`, carries status, type and title; what the lower layers raise is turned
into one of its kinds by `problem_of`.
"""

from __future__ import annotations

from typing import Any, ClassVar

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from graph.errors import GraphError, QueryTimeout
from queries import errors

MEDIA_TYPE = "application/problem+json"
TYPES = "https://w3id.org/sahelgraph/problem/"
log = structlog.stdlib.get_logger("sahelgraph.problem")


class Problem(Exception):  # noqa: N818  the RFC's word
    """The base: each kind has its status, type and titles; an instance its detail and extras."""

    status: ClassVar[int] = 500
    type: ClassVar[str] = "internal"
    titles: ClassVar[dict[str, str]] = {
        "en": "Something went wrong in the service",
        "fr": "Une erreur est survenue dans le service",
    }

    def __init__(self, en: str, fr: str | None = None, **extra: Any) -> None:
        super().__init__(en)
        self.details = {"en": en, "fr": fr or en}
        self.extra = extra


class UnknownId(Problem):
    status = 404
    type = "unknown-id"
    titles: ClassVar = {"en": "Nothing has this id", "fr": "Rien ne porte cet identifiant"}


class UnknownAddress(Problem):
    status = 404
    type = "unknown-address"
    titles: ClassVar = {
        "en": "There is nothing at this address",
        "fr": "Il n’y a rien à cette adresse",
    }


class WrongMethod(Problem):
    status = 405
    type = "wrong-method"
    titles: ClassVar = {
        "en": "This address does not take the method",
        "fr": "Méthode non admise ici",
    }


class NotAcceptable(Problem):
    status = 406
    type = "not-acceptable"
    titles: ClassVar = {"en": "No such format here", "fr": "Ce format n’existe pas ici"}


class StaleCursor(Problem):
    status = 410
    type = "stale-cursor"
    titles: ClassVar = {
        "en": "This cursor is no longer valid",
        "fr": "Ce curseur n’est plus valable",
    }


class WrongParameter(Problem):
    status = 422
    type = "wrong-parameter"
    titles: ClassVar = {"en": "A parameter is wrong", "fr": "Un paramètre est incorrect"}


class Unavailable(Problem):
    status = 503
    type = "graph-unavailable"
    titles: ClassVar = {"en": "The graph cannot be reached", "fr": "Le graphe est injoignable"}


class TooSlow(Problem):
    status = 504
    type = "timeout"
    titles: ClassVar = {
        "en": "The question took too long and was stopped",
        "fr": "La question a pris trop de temps et a été arrêtée",
    }


def problem_of(error: Exception) -> Problem:
    """The problem that an exception of a lower layer amounts to."""
    match error:
        case Problem():
            return error
        case errors.UnknownId() | errors.UnknownQuery():
            return UnknownId(error.en, error.fr, **error.extra)
        case errors.StaleCursor():
            return StaleCursor(error.en, error.fr)
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
            return _of_validation(error)
        case HTTPException():
            return _of_http(error)
        case _:
            return Problem(
                "The service could not answer; the log has the reason under the request id.",
                "Le service n’a pas pu répondre ; le journal en donne la raison sous request_id.",
            )


def _of_validation(error: RequestValidationError) -> Problem:
    found = [
        {
            "parameter": ".".join(str(p) for p in e["loc"][1:]) or str(e["loc"][0]),
            "message": e["msg"],
        }
        for e in error.errors()
    ]
    en = "; ".join(f"{f['parameter']}: {f['message']}" for f in found)
    fr = "valeur refusée pour " + ", ".join(f["parameter"] for f in found)
    return WrongParameter(en, fr, errors=found)


def _of_http(error: HTTPException) -> Problem:
    if error.status_code == 404:
        return UnknownAddress(
            "See /docs for the addresses.", "Les adresses sont décrites dans /docs."
        )
    if error.status_code == 405:
        return WrongMethod("Use GET.", "Utilisez GET.")
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
    problem = problem_of(error)
    lang = wanted_language(request)
    request_id = request.scope.get("state", {}).get("request_id")
    if problem.status >= 500:
        unexpected = type(problem) is Problem
        log.error(problem.type, detail=str(error), exc_info=error if unexpected else None)
    headers = {"Content-Language": lang, "Vary": "Accept-Language"}
    if problem.status == 503:
        headers["Retry-After"] = "5"
    body = {
        "type": TYPES + problem.type,
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
    """The problems of an operation, for OpenAPI."""
    return {
        kind.status: {
            "description": kind.titles["en"],
            "content": {
                MEDIA_TYPE: {
                    "schema": {"$ref": "#/components/schemas/ProblemDetail"},
                    "example": {
                        "type": TYPES + kind.type, "title": kind.titles["en"],
                        "status": kind.status, "detail": "…", "instance": "/v1/…",
                        "request_id": "…",
                    },
                }
            },
        }
        for kind in kinds
    }  # fmt: skip
