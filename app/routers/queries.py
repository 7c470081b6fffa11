"""The catalogue: its list, and an operation for each query, made from its header."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request

from app.deps import LIMIT, Cursor, Lang, Limit, Reads
from app.problems import (
    StaleCursor,
    TooSlow,
    Unavailable,
    UnknownId,
    WrongParameter,
    responses,
)
from app.schemas import ListOf, QueryEntry
from app.validation import refused
from queries import pages, run
from queries.catalogue import Catalogue, Column, Parameter, Query
from queries.errors import UnknownQuery
from queries.params import closest, within

_STANDARD = {"limit", "cursor", "lang", "as_of"}


def router_for(catalogue: Catalogue) -> APIRouter:
    """The routes of a catalogue."""
    router = APIRouter(tags=["catalogue"])

    @router.get(
        "/queries",
        summary="The catalogue",
        description="The questions that the graph answers, each with its title, parameters, "
        "columns, an example, and its address.",
        responses=responses(WrongParameter),
    )
    async def listed(lang: Lang, limit: Limit = LIMIT, cursor: Cursor = None) -> ListOf[QueryEntry]:
        window = pages.window("queries", {}, 0, limit=limit, cursor=cursor)
        names = sorted(catalogue)
        part = names[window.skip : window.skip + window.limit]
        page = window.page([entry(catalogue[name], lang) for name in part], len(names))
        return ListOf[QueryEntry].model_validate(page.as_dict())

    for name in sorted(catalogue):
        query = catalogue[name]
        router.add_api_route(
            f"/queries/{name}",
            _endpoint(query),
            methods=["GET"],
            name=name,
            operation_id=f"query-{name}",
            summary=query.header.title.en,
            description=f"{query.header.description.en}\n\n{query.header.description.fr}",
            response_model=None,
            responses={
                200: {
                    "description": "A page of rows, in a fixed order",
                    "content": {"application/json": {"schema": _page_schema(query)}},
                },
                **responses(UnknownId, StaleCursor, WrongParameter, Unavailable, TooSlow),
            },
            openapi_extra={
                "parameters": [
                    *(_parameter(n, p, query) for n, p in _shown(query)),
                    *_paging(query),
                ]
            },
        )

    @router.get("/queries/{name}", include_in_schema=False)
    async def unknown(name: str) -> None:
        raise UnknownQuery(name, closest(name, list(catalogue)))

    return router


def entry(query: Query, lang: str) -> dict[str, Any]:
    """A query as the catalogue lists it."""
    header = query.header
    example = {name: str(value) for name, value in header.example.items()}
    return {
        "name": query.name,
        "title": header.title.get(lang),
        "description": header.description.get(lang),
        "parameters": {
            name: {
                "type": p.type,
                "required": p.required,
                "description": p.description.get(lang),
                **{
                    key: value
                    for key in ("default", "minimum", "maximum", "scheme")
                    if (value := getattr(p, key)) not in (None, "")
                },
                **({"values": list(p.values)} if p.values else {}),
            }
            for name, p in header.parameters.items()
        },
        "columns": {name: _column(column, lang) for name, column in header.columns.items()},
        "example": header.example,
        "example_rows": header.rows,
        "address": f"/v1/queries/{query.name}",
        "example_address": f"/v1/queries/{query.name}?{urlencode(example)}",
    }


def _column(column: Column, lang: str) -> dict[str, Any]:
    fields = {name: _column(field, lang) for name, field in column.fields.items()}
    return {
        "type": column.type,
        "description": column.description.get(lang),
        **({"values": list(column.enum)} if column.enum else {}),
        **({"fields": fields} if fields else {}),
    }


def _endpoint(query: Query) -> Callable[..., Awaitable[dict[str, Any]]]:
    repeated = {n for n, p in query.header.parameters.items() if p.type == "ids"}

    async def rows(request: Request, reader: Reads, lang: Lang) -> dict[str, Any]:
        given: dict[str, Any] = {}
        for name in request.query_params:
            values = request.query_params.getlist(name)
            if name in repeated:
                given[name] = [part for value in values for part in value.split(",")]
            elif name not in _STANDARD:
                given[name] = values[0] if len(values) == 1 else values
        text = request.query_params.get("limit")
        limit = None if text is None else _limit(text, query.max_limit)
        page = await run.run(
            reader, query.name, given, lang=lang, limit=limit,
            cursor=request.query_params.get("cursor"),
        )  # fmt: skip
        return page.as_dict()

    return rows


def _limit(text: str, maximum: int) -> int:
    try:
        number = int(text)
    except ValueError:
        message = f"{text[:50]!r} is not a whole number"
        french = f"« {text[:50]} » n’est pas un nombre entier"
        raise refused(
            [({"parameter": "limit", "message": message, "nearest": []}, french)]
        ) from None
    return within("limit", number, 1, maximum)


def _shown(query: Query) -> list[tuple[str, Parameter]]:
    return [(n, p) for n, p in query.header.parameters.items() if n != "limit"]


def _paging(query: Query) -> list[dict[str, Any]]:
    limit = {"type": "integer", "minimum": 1, "maximum": query.max_limit}
    return [
        {
            "name": "limit",
            "in": "query",
            "description": "Rows a page / Lignes par page",
            "schema": {**limit, "default": query.default_limit},
        },
        {
            "name": "cursor",
            "in": "query",
            "description": "`next` of the page before / `next` de la page précédente",
            "schema": {"type": "string"},
        },
    ]


def _parameter(name: str, parameter: Parameter, query: Query) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    match parameter.type:
        case "integer" | "number" | "boolean":
            schema = {"type": parameter.type}
            if parameter.minimum is not None:
                schema["minimum"] = parameter.minimum
            if parameter.maximum is not None:
                schema["maximum"] = parameter.maximum
        case "ids":
            schema = {"type": "array", "items": {"type": "string"}}
        case "enum" if parameter.values:
            schema["enum"] = list(parameter.values)
        case "date":
            schema["pattern"] = r"^\d{4}(-\d{2}){0,2}$"
    if parameter.default is not None:
        schema["default"] = parameter.default
    shown = {
        "name": name,
        "in": "query",
        "required": parameter.required,
        "description": f"{parameter.description.en} / {parameter.description.fr}",
        "schema": schema,
    }
    if name in query.header.example:
        shown["example"] = query.header.example[name]
    return shown


_SCHEMA = "#/components/schemas/"
_SCHEMAS: dict[str, dict[str, Any]] = {
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "strings": {"type": "array", "items": {"type": "string"}},
    "refs": {"type": "array", "items": {"type": "string"}},
    "value": {},
}
_NAMED = {
    "thing": "Thing", "concept": "Thing", "things": "Thing", "concepts": "Thing",
    "statement": "Statement", "statements": "Statement", "premises": "PremiseRef",
    "commitments": "CommitmentRef", "evidence": "Evidence",
}  # fmt: skip


def _column_schema(column: Column) -> dict[str, Any]:
    if column.type == "map":
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {n: _column_schema(f) for n, f in column.fields.items()},
        }
    elif named := _NAMED.get(column.type):
        schema = {"$ref": f"{_SCHEMA}{named}"}
        if column.type not in {"thing", "concept", "statement"}:
            schema = {"type": "array", "items": schema}
    else:
        schema = dict(_SCHEMAS.get(column.type, {"type": "string"}))
        if column.enum:
            schema["enum"] = list(column.enum)
    return {"description": column.description.en, "anyOf": [schema, {"type": "null"}]}


def _page_schema(query: Query) -> dict[str, Any]:
    columns = {name: _column_schema(c) for name, c in query.header.columns.items()}
    included = {"type": "object", "additionalProperties": {"$ref": f"{_SCHEMA}Premise"}}
    return {
        "type": "object",
        "title": "Page",
        "required": ["items", "total", "limit", "next", "truncated"],
        "properties": {
            "items": {
                "type": "array",
                "items": {
                    "type": "object",
                    "title": "Row",
                    "properties": columns,
                    "required": list(columns),
                },
            },
            "total": {"type": "integer"},
            "limit": {"type": "integer", "minimum": 1, "maximum": query.max_limit},
            "next": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            "truncated": {"type": "boolean"},
            "included": {
                "type": "object",
                "description": "What several rows name, once: premises by the id of the statement",
                "properties": {"premises": included},
            },
        },
    }
