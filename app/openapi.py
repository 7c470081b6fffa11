"""The OpenAPI document: what FastAPI makes of the routes, completed so that each operation says
what it answers when all goes well and when not, with an address to try."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from fastapi import FastAPI
from fastapi.routing import APIRoute

from app.problem_kinds import Problem, StaleCursor, TooSlow, Unavailable, WrongParameter
from app.problems import responses
from app.schemas import (
    CommitmentRef,
    Evidence,
    Premise,
    PremiseRef,
    ProblemDetail,
    Statement,
    Thing,
)

# Shapes that the operations made from the catalogue's headers refer to.
_SHAPES = (ProblemDetail, Thing, Statement, Premise, PremiseRef, CommitmentRef, Evidence)
# What an id may be, by the part of the path before it.
_IDS = {
    "entities": "jit",
    "statements": "niamey-2018.17.niamey-participants.supports.jit",
    "commitments": "niamey-17a",
    "documents": "niamey-2018",
    "problems": "unknown-id",
}
# These answer without the graph.
_WITHOUT_GRAPH = ("/v1/healthz", "/problems", "/problems/{name}")
Node = dict[str, Any]


def operation_id(route: APIRoute) -> str:
    """`/v1/documents/{id}/paragraphs` → `documents-by-id-paragraphs`: the name of the function in
    a client that is generated."""
    parts = [part for part in route.path_format.split("/") if part not in {"", "v1"}]
    return "-".join(f"by-{part[1:-1]}" if part.startswith("{") else part for part in parts)


def complete(app: FastAPI) -> None:
    """Let `app.openapi` give the completed document."""
    make = app.openapi

    def openapi() -> Node:
        if app.openapi_schema is None:
            schema = make()
            _add_shapes(schema)
            for path, item in schema["paths"].items():
                for operation in item.values():
                    _complete(path, operation)
        assert app.openapi_schema is not None
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _add_shapes(schema: Node) -> None:
    shapes = schema.setdefault("components", {}).setdefault("schemas", {})
    # FastAPI's own shape of a 422, which this service does not answer with.
    for name in ("HTTPValidationError", "ValidationError"):
        shapes.pop(name, None)
    for model in _SHAPES:
        described = model.model_json_schema(ref_template="#/components/schemas/{model}")
        for name, shape in described.pop("$defs", {}).items():
            shapes.setdefault(name, shape)
        shapes.setdefault(model.__name__, described)


def _complete(path: str, operation: Node) -> None:
    parameters = operation.get("parameters", [])
    for parameter in parameters:
        _give_example(path, parameter)
    kinds: list[type[Problem]] = [WrongParameter, Problem]
    if path not in _WITHOUT_GRAPH:
        kinds += [Unavailable, TooSlow]
    if any(parameter["name"] == "cursor" for parameter in parameters):
        kinds.append(StaleCursor)
    answers = operation["responses"]
    if "HTTPValidationError" in str(answers.get("422")):
        del answers["422"]
    for status, answer in responses(*kinds).items():
        answers.setdefault(str(status), answer)
    operation["responses"] = dict(sorted(answers.items()))
    address = _address(path, parameters)
    operation["x-example"] = address
    operation["description"] = f"{operation['description']}\n\nExample: `GET {address}`"


def _give_example(path: str, parameter: Node) -> None:
    if parameter["in"] == "path" and "example" not in parameter:
        before = path.partition("{")[0].rstrip("/").rpartition("/")[2]
        parameter["example"] = _IDS[before]
    elif parameter["in"] == "query" and "example" not in parameter:
        examples = parameter.get("schema", {}).pop("examples", None)
        if examples:
            parameter["example"] = examples[0]


def _address(path: str, parameters: list[Node]) -> str:
    """The address with the examples of its parameters."""
    query: dict[str, str] = {}
    for parameter in parameters:
        if "example" not in parameter:
            continue
        value = parameter["example"]
        text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
        if parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", quote(text))
        else:
            query[parameter["name"]] = {"True": "true", "False": "false"}.get(text, text)
    return f"{path}?{urlencode(query, safe=',:')}" if query else path
