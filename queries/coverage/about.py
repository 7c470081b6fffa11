"""Over which documents an answer speaks: what it does not find, these do not say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from queries.hydrate import Known, show_thing
from queries.reader import Reader

_SAYS = {
    "en": "Over {n} documents, those listed here. What is missing here is missing from them as "
    "they are read here; it may exist elsewhere.",
    "fr": "Sur {n} documents, ceux indiqués ici. Ce qui manque ici manque dans ces documents tels "
    "qu’ils ont été lus ; cela peut exister ailleurs.",
}
_ONE = {
    "en": "Over one document, the one listed here. What is missing here is missing from it as it "
    "is read here; it may exist elsewhere.",
    "fr": "Sur un seul document, celui indiqué ici. Ce qui manque ici manque dans ce document tel "
    "qu’il a été lu ; cela peut exister ailleurs.",
}


async def about(
    reader: Reader, lang: str, documents: Sequence[str] | None = None
) -> dict[str, Any]:
    """`{"documents": […], "says": sentence}` for the documents that an answer is taken from:
    all that the reader has, or those of `documents` (IRIs)."""
    rows = await reader.ask("document-list")
    issued = {row["id"]: row.get("issued") for row in await reader.graph.read(_dates())}
    chosen = [row for row in rows if documents is None or row["id"] in documents]
    known = Known(reader, await reader.lexicon(), lang)
    await known.fetch(things=[row["id"] for row in chosen])
    says = (_ONE if len(chosen) == 1 else _SAYS)[lang]
    return {
        "documents": [
            {
                **show_thing(known, row["id"]),
                "id": row["identifier"] or known.lexicon.ids.short(row["id"]),
                "issued": issued.get(row["id"]),
            }
            for row in chosen
        ],
        "says": says.format(n=len(chosen)),
    }


def _dates() -> str:
    from queries.coverage.texts import text

    return text("issued")
