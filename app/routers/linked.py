"""The ids of things as addresses of this service: each leads to what is known of it."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse

from app.deps import Lang

router = APIRouter(include_in_schema=False)


@router.get("/")
async def home() -> RedirectResponse:
    return RedirectResponse("/docs", 307)


@router.get("/ontology")
async def ontology(lang: Lang) -> HTMLResponse:
    from ontology.page import render  # rdflib comes with it

    return HTMLResponse(
        await asyncio.to_thread(render, lang),
        headers={"Content-Language": lang, "Vary": "Accept-Language"},
    )


@router.get("/id/{id:path}")
async def thing(id: str) -> RedirectResponse:
    """303: the thing itself cannot be sent, only what is known of it (W3C, Cool URIs, 4.2)."""
    return RedirectResponse(f"/v1/entities/{id}", 303)


@router.get("/statement/{id:path}")
async def statement(id: str) -> RedirectResponse:
    return RedirectResponse(f"/v1/statements/{id}", 303)


@router.get("/document/{id:path}")
async def document(id: str) -> RedirectResponse:
    return RedirectResponse(f"/v1/{'entities' if '/' in id else 'documents'}/{id}", 303)
