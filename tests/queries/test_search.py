"""Things are found by whatever people call them, and the answer says by which name."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import Graph
from loaders.sync import load
from queries import entities
from queries.errors import WrongParameter
from queries.reader import Reader
from queries.search import Index, Name, fold, singular, tolerance
from tests.queries.filled import filled


@pytest.mark.parametrize(
    ("text", "first", "match", "how"),
    [
        ("Joint Investigation Team", "jit", "label", "exact"),
        ("JIT", "jit", "acronym", "exact"),
        ("jits", "jit", None, "folded"),
        ("ECI", "jit", "acronym", "exact"),
        ("equipes conjointes d'investigation", "jit", None, "folded"),
        ("PMCS", "pcms", "hidden", "exact"),
        ("gar si", "gar-si", None, "folded"),
        ("Garsi", "gar-si", None, "folded"),
        ("CSAMAP", "staerc", "acronym", "exact"),
        ("SIPAO", "wapis", "acronym", "exact"),
        ("union europeenne", "european-union", "label", "folded"),
        ("interpoll", "interpol", "fuzzy", "fuzzy"),
        ("trafic de migrants", "smuggling-of-migrants", None, "exact"),
        ("traite des personnes", "trafficking-in-persons", "label", "exact"),
    ],
)
async def test_a_name_finds_its_thing(
    reader: Reader, text: str, first: str, match: str | None, how: str
) -> None:
    found = (await entities.search(reader, text)).items
    assert found[0]["id"] == first
    assert found[0]["how"] == how
    assert match in {None, found[0]["match"]}
    assert found[0]["matched"]


async def test_one_acronym_of_two_missions_finds_both(reader: Reader) -> None:
    found = (await entities.search(reader, "EUCAP")).items
    assert {f["id"] for f in found[:2]} == {"eucap-sahel-niger", "eucap-sahel-mali"}


async def test_what_the_graph_does_not_hold_finds_nothing(reader: Reader) -> None:
    assert (await entities.search(reader, "MINUSMA")).total == 0


async def test_a_kind_narrows_and_a_wrong_one_is_named(reader: Reader) -> None:
    found = (await entities.search(reader, "niger", kind="State")).items
    assert {f["kind"] for f in found} == {"State"}
    with pytest.raises(WrongParameter, match="State"):
        await entities.search(reader, "niger", kind="Stat")


async def test_without_a_name_all_things_are_listed_in_pages(reader: Reader) -> None:
    page = await entities.search(reader, None, kind="State", limit=10)
    assert page.truncated
    after = await entities.search(reader, None, kind="State", limit=10, cursor=page.next)
    assert not {i["id"] for i in page.items} & {i["id"] for i in after.items}


FOREIGN = """\
@prefix ex: <http://example.org/é/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:a a schema:Organization ; schema:name "Agence bleue"@fr , "Blue Agency"@en .
ex:b a foaf:Person ; foaf:name "Zoé Bleue" .
ex:c a ex:Thing ; rdfs:label "Blaues Ding"@de .
"""


async def test_names_of_other_vocabularies_are_found_as_soon_as_they_are_loaded(
    embedded: Graph, tmp_path: Path
) -> None:
    reader = await filled(embedded)
    assert (await entities.search(reader, "Zoe bleue")).total == 0
    path = tmp_path / "foreign.ttl"
    path.write_text(FOREIGN, encoding="utf-8")
    await load(embedded, [path])
    for text in ("Zoe bleue", "blue agency", "blaues ding"):
        assert (await entities.search(reader, text)).total == 1, text
    shown = (await entities.search(reader, "agence bleue", lang="fr")).items[0]
    assert (shown["label"], shown["label_lang"]) == ("Agence bleue", "fr")
    german = (await entities.search(reader, "blaues ding", lang="fr")).items[0]
    assert german["label_lang"] == "de"
    page = await entities.page(reader, german["id"])
    assert page["label"] == "Blaues Ding"


def test_folding() -> None:
    assert fold("L’Équipe-conjointe d'Œuvre") == "l equipe conjointe d oeuvre"
    assert singular("equipes conjointes d eci") == "equipe conjointe d eci"


def test_short_names_bear_no_slip_and_long_ones_a_few() -> None:
    assert [tolerance(n) for n in (2, 3, 4, 7, 8, 16, 40)] == [0, 0, 1, 1, 2, 4, 4]
    index = Index.of([Name("IOM", "en", "acronym", "x:iom")])
    assert index.find("IBM") == []
