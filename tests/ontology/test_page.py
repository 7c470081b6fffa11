"""The page at /ontology: whole, readable without script, both languages on it."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import pytest
from rdflib import Graph, URIRef

from ontology.files import NAMESPACE
from ontology.page import render

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """What a reader's browser would find; raises where a tag is closed that was not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.anchors: set[str] = set()
        self.texts: dict[str | None, list[str]] = {}
        self.root_lang: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags[tag] += 1
        if tag == "html":
            self.root_lang = values.get("lang")
        if anchor := values.get("id"):
            self.ids[anchor] += 1
        if (href := values.get("href") or "").startswith("#"):
            self.anchors.add(href[1:])
        if tag not in VOID:
            lang = values.get("lang") or (self.open[-1][1] if self.open else None)
            self.open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and data.strip():
            self.texts.setdefault(self.open[-1][1], []).append(data.strip())


@pytest.fixture(params=["en", "fr"])
def page(request: pytest.FixtureRequest) -> Page:
    parsed = Page()
    parsed.feed(render(request.param))
    parsed.close()
    assert not parsed.open
    assert parsed.root_lang == request.param
    return parsed


def test_every_term_is_there_once(page: Page, ontology: Graph) -> None:
    terms = {
        str(s).removeprefix(NAMESPACE)
        for s in ontology.subjects()
        if isinstance(s, URIRef) and str(s).startswith(NAMESPACE)
    }
    assert {anchor for anchor in page.ids if not anchor.startswith("section-")} == terms
    assert not [anchor for anchor, n in page.ids.items() if n > 1]


def test_no_link_leads_nowhere(page: Page) -> None:
    assert page.anchors <= set(page.ids)


def test_both_languages_are_marked(page: Page) -> None:
    assert "trafficking in persons" in " ".join(page.texts["en"])
    assert "traite des personnes" in " ".join(page.texts["fr"])
    assert "supports" in page.texts["en"]
    assert "soutient" in page.texts["fr"]


def test_nothing_is_fetched_or_run(page: Page) -> None:
    assert not {"script", "img", "iframe", "link"} & set(page.tags)


def test_headings_follow_the_language_asked_for() -> None:
    assert ">Predicates of statements<" in render()
    assert ">Prédicats des énoncés<" in render("fr")
    assert render() == render("en")
