"""Documents and their paragraphs, each with what it states."""

from __future__ import annotations

from fastapi import APIRouter

from app.deps import LIMIT, Cursor, Lang, Limit, Reads
from app.problems import StaleCursor, Unavailable, UnknownId, WrongParameter, responses
from app.schemas import Document, ListOf, Paragraph
from queries import documents

router = APIRouter(tags=["documents"])


@router.get(
    "/documents",
    summary="The documents of the graph",
    description="The documents whose paragraphs the graph holds, with how much each states.",
    responses=responses(WrongParameter, Unavailable),
)
async def listed(
    reader: Reads, lang: Lang, limit: Limit = LIMIT, cursor: Cursor = None
) -> ListOf[Document]:
    page = await documents.listed(reader, lang=lang, limit=limit, cursor=cursor)
    return ListOf[Document].model_validate(page.as_dict())


@router.get(
    "/documents/{id:path}/paragraphs",
    summary="Paragraphs in reading order, each with what it states",
    description="Each paragraph with its summary, the chapeau that governs it, what it names, "
    "states and commits to.",
    responses=responses(UnknownId, StaleCursor, WrongParameter, Unavailable),
)
async def paragraphs(
    reader: Reads, lang: Lang, id: str, limit: Limit = LIMIT, cursor: Cursor = None
) -> ListOf[Paragraph]:
    page = await documents.paragraphs(reader, id, lang=lang, limit=limit, cursor=cursor)
    return ListOf[Paragraph].model_validate(page.as_dict())


@router.get(
    "/documents/{id:path}",
    summary="One document",
    description="A document in short, with how much it states.",
    responses=responses(UnknownId, WrongParameter, Unavailable),
)
async def one(reader: Reads, lang: Lang, id: str) -> Document:
    return Document.model_validate(await documents.one(reader, id, lang=lang))
