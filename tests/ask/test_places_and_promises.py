"""Where things are planned, who promised them, what belongs to a text: each in several wordings."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("dans quels pays sont prévues les missions de protection", {"chad", "niger"}),
        ("countries foreseen for the protection missions", {"chad", "niger"}),
        ("où les FDS seront-elles équipées", {"north-chad", "north-niger"}),
        (
            "where are the security forces to get border equipment",
            {"north-chad", "north-niger"},
        ),
        (
            "In which sensitive areas are defence and security forces to be equipped?",
            {"north-chad", "north-niger"},
        ),
        ("dans quelles zones sensibles faut-il équiper les FDS ?", {"north-chad", "north-niger"}),
        (
            "Joint investigation teams: which countries would be concerned?",
            {"african-countries-origin-transit"},
        ),
        (
            "Où doit être logée la composante police et justice des PC de fuseau ?",
            {"g5-sector-command-posts"},
        ),
    ],
)
async def test_where_something_is_to_be(reader: Reader, question: str, places: set[str]) -> None:
    assert ids((await ask(reader, question))["stated"]) == places


_PARIS = {"chad", "european-union", "france", "germany", "italy", "libya", "niger", "spain"}


@pytest.mark.parametrize(
    "question",
    [
        "who committed themselves in Paris on 28 August 2017?",
        "qui a pris des engagements à Paris en août 2017",
    ],
)
async def test_who_committed_at_a_meeting_adopted_its_text(reader: Reader, question: str) -> None:
    assert ids((await ask(reader, question))["stated"]) == _PARIS


async def test_nobody_is_said_to_have_committed_where_nothing_was_adopted(reader: Reader) -> None:
    answer = await ask(reader, "qui s'est engagé à Abidjan en novembre 2017")
    assert answer["outcome"] == "nothing"


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("who must resettle the refugees evacuated from Libya", {"european-countries"}),
        ("par qui les réfugiés évacués de Libye seront-ils réinstallés", {"european-countries"}),
        (
            "Which countries are to resettle refugees evacuated from Libya?",
            {"european-countries"},
        ),
        (
            "missions de l'UE dont le mandat doit évoluer",
            {"eubam-libya", "eucap-sahel-mali", "eucap-sahel-niger"},
        ),
        ("Which EU missions, other than EUCAP, does Niamey want to evolve?", {"eubam-libya"}),
        ("protocols to UNTOC", {"firearms-protocol", "smuggling-protocol", "trafficking-protocol"}),
        (
            "protocoles à la convention de Palerme",
            {"firearms-protocol", "smuggling-protocol", "trafficking-protocol"},
        ),
        (
            "quels traités de l'ONU les participants de Niamey veulent-ils promouvoir",
            {"untoc", "smuggling-protocol", "trafficking-protocol"},
        ),
    ],
)
async def test_what_is_wished_for_or_belongs(
    reader: Reader, question: str, stated: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == stated


@pytest.mark.parametrize(
    "question",
    [
        "Besides the G5 one, which other secretariat sat at the table in Niamey in March 2018?",
        "which secretariats other than that of the G5 were at the Niamey meeting",
        "Quel secrétariat, outre celui du G5 Sahel, a participé à la réunion de Niamey ?",
    ],
)
async def test_other_than_that_of(reader: Reader, question: str) -> None:
    assert ids((await ask(reader, question))["stated"]) == {"cen-sad-secretariat"}


@pytest.mark.parametrize(
    "question",
    [
        "who trains the defence and security forces to fight smuggling of migrants",
        "par qui les FDS sont-elles formées à la lutte contre le trafic de migrants",
    ],
)
async def test_what_goes_with_a_verb_is_said_in_one(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {"niamey-participants"}
    assert {"eucap-sahel-mali", "eucap-sahel-niger"} <= ids(answer["inferred"])


async def test_a_section_holds_what_is_asked_of_it(reader: Reader) -> None:
    answer = await ask(reader, "Niamey, volet législatif : quels engagements sur la législation ?")
    found = ids(answer["commitments"])
    assert found
    assert all(i.startswith("niamey-1") for i in found)


async def test_planned_is_not_done(reader: Reader) -> None:
    answer = await ask(reader, "has EUBAM Libya already moved to Tripoli?")
    assert [v["boolean"] for v in answer["values"]] == [False]
