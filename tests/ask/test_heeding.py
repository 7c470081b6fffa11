"""Words that no name or relation covers are not dropped: commitments are held to them."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader


@pytest.mark.parametrize(
    "question",
    [
        "which commitments mention helicopters",
        "engagements de Niamey sur les hélicoptères",
        "recommendations of Nouakchott about satellites",
        "quels engagements ont une échéance en 2031",
        "which commitments were made in 1999",
    ],
)
async def test_what_no_commitment_speaks_of_is_nothing(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert answer["outcome"] == "nothing"
    assert not answer["commitments"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which commitments have a deadline in 2018", {"niamey-37"}),
        ("quels engagements de Niamey ont une échéance en 2018", {"niamey-37"}),
    ],
)
async def test_only_those_that_fit_come(reader: Reader, question: str, expected: set[str]) -> None:
    assert {c["id"] for c in (await ask(reader, question))["commitments"]} == expected


async def test_a_year_stands_for_the_texts_of_it(reader: Reader) -> None:
    found = (await ask(reader, "quels engagements pris en 2016"))["commitments"]
    assert len(found) > 20
    assert {c["id"].split("-")[0] for c in found} == {"nouakchott"}


@pytest.mark.parametrize(
    "question",
    [
        "who supports the Dinard declaration",
        "qui met en œuvre la déclaration de Niamey",
        "who is responsible for implementing the Nouakchott conclusions",
    ],
)
async def test_what_a_text_says_is_not_done_to_the_text(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert answer["outcome"] == "nothing"
    assert not answer["stated"]


@pytest.mark.parametrize(
    "question",
    [
        "when was the PCMS created",
        "depuis quand existe la force conjointe du G5 Sahel",
        "what is EUCAP Sahel Niger's mandate",
        "quel est le budget de la PCMS",
    ],
)
async def test_another_fact_of_the_thing_is_no_answer(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert answer["outcome"] == "nothing"
    assert not answer["values"]
    assert answer["nearest"]
