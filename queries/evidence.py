"""Evidence: the paragraphs behind a statement, each with its summary and, where allowed, its words.

The words come from `SAHELGRAPH_SOURCES`, a folder with one text file a document; without it, or
where the file does not reach the lines that the graph names, a paragraph shows its summary only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from queries.labels import text_of

Role = Literal["source", "chapeau", "premise"]
MAX_QUOTE = 8000  # characters; the longest paragraph of the four documents has 2,600


@dataclass(frozen=True, slots=True)
class Paragraph:
    """As stored: its document's short name, its locator, its lines (from 1, inclusive)."""

    iri: str
    document: str
    locator: str
    order: int
    properties: Mapping[str, Any]
    chapeaux: tuple[str, ...]
    lines: tuple[int, int] | None
    shared_lines: bool
    """Another paragraph (not a bullet under it) lies in the same lines."""


def paragraph(row: Mapping[str, Any]) -> Paragraph:
    """From a row of `internal/paragraphs.cypher`."""
    first, last = row["first_line"], row["last_line"]
    return Paragraph(
        iri=row["id"],
        document=row["document"] or "",
        locator=row["locator"] or "",
        order=row["position"] if isinstance(row["position"], int) else 0,
        properties=row["properties"],
        chapeaux=tuple(sorted(row["chapeaux"])),
        lines=(first, last) if isinstance(first, int) and isinstance(last, int) else None,
        shared_lines=bool(row["shared_lines"]),
    )


@lru_cache(maxsize=256)
def _lines(path: Path, changed: int, size: int) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").splitlines())


def quote(sources: Path | None, item: Paragraph) -> str | None:
    """The words of a paragraph, or None where they cannot be given with certainty.

    A paragraph that shares its lines with another is not quoted: its words would be mixed up.
    """
    if sources is None or item.lines is None or item.shared_lines or not item.document:
        return None
    path = sources / f"{item.document}.txt"
    if path.parent != sources:
        return None
    try:
        facts = path.stat()
        lines = _lines(path, facts.st_mtime_ns, facts.st_size)
    except (OSError, UnicodeDecodeError):
        return None
    first, last = item.lines
    if not 1 <= first <= last <= len(lines):
        return None
    words = "\n".join(line.strip() for line in lines[first - 1 : last] if line.strip())
    return words if words and len(words) <= MAX_QUOTE else None


def show(
    paragraphs: Mapping[str, Paragraph],
    wanted: Iterable[tuple[str, Role]],
    sources: Path | None,
    lang: str,
) -> list[dict[str, Any]]:
    """Evidence items in reading order, each paragraph followed by the chapeau that governs it."""
    ordered: dict[str, Role] = {}
    rank = {"source": 0, "premise": 1, "chapeau": 2}
    for iri, role in sorted(
        {(i, r) for i, r in wanted if i in paragraphs},
        key=lambda w: (rank[w[1]], paragraphs[w[0]].document, paragraphs[w[0]].order, w[0]),
    ):
        ordered.setdefault(iri, role)
        for above in paragraphs[iri].chapeaux:
            if above in paragraphs:
                ordered.setdefault(above, "chapeau")
    shown = []
    for iri, role in ordered.items():
        item = paragraphs[iri]
        summary, summary_lang = text_of(item.properties, "summary", lang)
        shown.append(
            {
                "document": item.document,
                "paragraph": item.locator,
                "role": role,
                "summary": summary,
                "summary_lang": summary_lang,
                "quote": quote(sources, item),
            }
        )
    return shown
