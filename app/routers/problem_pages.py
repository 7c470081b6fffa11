"""What each `type` of a problem means and what to do about it: the pages that the types lead to."""

from __future__ import annotations

from html import escape
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import BaseModel

from app.deps import Lang
from app.problem_kinds import KINDS, PAGES, Problem, UnknownAddress, WrongParameter
from app.problems import responses
from queries.params import closest

router = APIRouter(prefix=PAGES.rstrip("/"), tags=["operation"])
_BY_TYPE = {kind.type: kind for kind in KINDS}
_HTML: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/html": {"schema": {"type": "string"}}}},
    **responses(WrongParameter),
}
_WORDS = {
    "en": {"title": "Problems", "means": "What it means", "do": "What to do", "status": "Status"},
    "fr": {
        "title": "Problèmes", "means": "Ce que cela veut dire", "do": "Que faire",
        "status": "Statut",
    },
}  # fmt: skip
_Format = Annotated[
    Literal["json", "html"] | None,
    Query(alias="format", description="Instead of an Accept header"),
]


class ProblemPage(BaseModel):
    """A kind of problem: what it means, what to do about it."""

    type: str
    title: str
    status: int
    meaning: str
    remedy: str


class ProblemPages(BaseModel):
    items: list[ProblemPage]


def _page(kind: type[Problem], lang: str) -> ProblemPage:
    return ProblemPage(
        type=PAGES + kind.type,
        title=kind.titles[lang],
        status=kind.status,
        meaning=kind.meanings[lang],
        remedy=kind.remedies[lang],
    )


@router.get(
    "",
    summary="The kinds of problem",
    description="What each `type` of a problem answer (RFC 9457) means and what to do about it, "
    "as JSON or, for a browser, as a page.",
    response_model=ProblemPages,
    responses=_HTML,
)
async def listed(request: Request, lang: Lang, format: _Format = None) -> Response:
    pages = [_page(kind, lang) for kind in KINDS]
    if _wants_html(request, format):
        body = "".join(_section(page, lang) for page in pages)
        return _html(_WORDS[lang]["title"], body, lang)
    return _json(ProblemPages(items=pages), lang)


@router.get(
    "/{name}",
    summary="One kind of problem",
    description="The page that the `type` of a problem answer leads to.",
    response_model=ProblemPage,
    responses=_HTML | responses(UnknownAddress),
)
async def one(
    request: Request,
    lang: Lang,
    name: Annotated[str, Path(examples=["unknown-id"])],
    format: _Format = None,
) -> Response:
    kind = _BY_TYPE.get(name)
    if kind is None:
        near = closest(name, list(_BY_TYPE))
        raise UnknownAddress(
            f"There is no problem {name!r}; nearest: {', '.join(near)}",
            f"Il n’y a pas de problème « {name} » ; au plus proche : {', '.join(near)}",
            nearest=near,
        )
    page = _page(kind, lang)
    if _wants_html(request, format):
        return _html(page.title, _section(page, lang), lang)
    return _json(page, lang)


def _wants_html(request: Request, format: str | None) -> bool:
    """A browser names text/html; everyone else gets JSON."""
    return format == "html" or (
        format is None and "text/html" in request.headers.get("accept", "").lower()
    )


def _headers(lang: str) -> dict[str, str]:
    return {"Content-Language": lang, "Vary": "Accept, Accept-Language"}


def _json(found: BaseModel, lang: str) -> JSONResponse:
    return JSONResponse(found.model_dump(), headers=_headers(lang))


def _section(page: ProblemPage, lang: str) -> str:
    words = _WORDS[lang]
    name = page.type.removeprefix(PAGES)
    return (
        f'<section id="{name}"><h2><a href="{page.type}">{escape(page.title)}</a></h2>'
        f"<p><code>{name}</code> · {words['status']} {page.status}</p>"
        f"<h3>{words['means']}</h3><p>{escape(page.meaning)}</p>"
        f"<h3>{words['do']}</h3><p>{escape(page.remedy)}</p></section>"
    )


def _html(title: str, body: str, lang: str) -> HTMLResponse:
    other = "fr" if lang == "en" else "en"
    return HTMLResponse(
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)} – sahelgraph</title>"
        "<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;"
        "padding:0 1rem}</style>"
        f'<p><a href="?lang={other}" hreflang="{other}" lang="{other}">'
        f"{'Français' if other == 'fr' else 'English'}</a></p>{body}</html>",
        headers=_headers(lang),
    )
