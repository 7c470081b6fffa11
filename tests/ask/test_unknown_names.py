"""A name that the graph does not know is none of its parts, and no other word put right."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("who funds the EU Training Mission in Mali?", {"european-union"}),
        ("what does the Niamey Convention say on borders", {"doc-niamey-declaration-2018"}),
        ("quel est le rôle d'ONU Femmes ?", {"united-nations", "women-and-children"}),
        ("projets mis en œuvre par Expertise France", {"france"}),
        ("bassin du lac Tchad : qui finance ?", {"chad"}),
        ("magistrats de liaison : où sont-ils ?", {"european-migration-liaison-officers"}),
    ],
)
async def test_parts_of_a_longer_name_are_not_meant(
    reader: Reader, question: str, parts: set[str]
) -> None:
    answer = await ask(reader, question)
    assert answer["outcome"] == "nothing"
    assert not parts & ids(answer["nearest"])


@pytest.mark.parametrize(
    "question",
    ["saudi arabia pledge for the joint force", "qatar promises on border management"],
)
async def test_whose_promise_it_is_is_not_dropped(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert (answer["outcome"], answer["commitments"]) == ("nothing", [])


async def test_a_place_that_is_named_is_not_dropped_from_a_figure(reader: Reader) -> None:
    answer = await ask(reader, "how many migrants were helped home from Algeria by IOM")
    assert answer["outcome"] == "nothing"


@pytest.mark.parametrize("word", ["standing", "informal", "treat", "begin", "prête"])
async def test_what_is_spelt_right_is_not_corrected(reader: Reader, word: str) -> None:
    """`standing` is no slip for `sending`, nor `prête` for `Crète`."""
    answer = await ask(reader, f"{word} PCMS", "en")
    assert word in answer["understood"]["unresolved"]


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("what is operation sofia", "eunavfor-med-sophia"),
        ("qui est l'undoc", "unodc"),
        ("what is the lybian coast guard", "libyan-coast-guard"),
    ],
)
async def test_what_is_misspelt_is(reader: Reader, question: str, thing: str) -> None:
    assert ids((await ask(reader, question))["stated"]) == {thing}


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("convention de l'ONU contre la criminalité transnationale organisée", "untoc"),
        ("what is the UN Office on Drugs and Crime", "unodc"),
        ("what is the European Union Emergency Trust Fund for Africa", "eutf"),
    ],
)
async def test_a_name_holds_another_by_its_acronym_or_in_full(
    reader: Reader, question: str, thing: str
) -> None:
    assert thing in ids((await ask(reader, question))["stated"])
