"""Sums put into things, what trainings are about and for whom, partner countries, what is said."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("What does the EU invest in Africa every year?", 20_000_000_000),
        (
            "Que consacrent l'UE et ses États membres à l'aide au développement de l'Afrique ?",
            20_000_000_000,
        ),
        ("what did Norway and Switzerland put into the trust fund", 202_400_000),
    ],
)
async def test_a_verb_that_acts_on_money_asks_how_much(
    reader: Reader, question: str, amount: int
) -> None:
    answer = await ask(reader, question)
    assert {v["amount"] for v in answer["values"]} == {amount}


async def test_what_is_paid_for_is_a_thing(reader: Reader) -> None:
    answer = await ask(reader, "what does the EU pay for in Niger")
    assert not answer["values"]
    assert "eutf" in ids(answer["stated"])


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        (
            "what topics are covered in the training for foreign investigators",
            {"controlled-deliveries", "joint-investigations", "special-investigative-techniques"},
        ),
        (
            "contenu des stages d'immersion des enquêteurs étrangers",
            {"controlled-deliveries", "joint-investigations", "special-investigative-techniques"},
        ),
        (
            "what does the training of the national coordinators cover",
            {"interpol-global-databases", "interpol-secure-communication-system"},
        ),
        (
            "Sur quoi porte la formation des coordonnateurs nationaux ?",
            {"interpol-global-databases", "interpol-secure-communication-system"},
        ),
    ],
)
async def test_what_a_training_is_about(reader: Reader, question: str, topics: set[str]) -> None:
    assert ids((await ask(reader, question))["stated"]) == topics


async def test_a_training_of_which_no_topic_is_said(reader: Reader) -> None:
    answer = await ask(reader, "what does the training for the Libyan coast guard cover")
    assert answer["outcome"] == "nothing"


@pytest.mark.parametrize(
    "question",
    [
        "qui suivra la formation d'Interpol",
        "Who should attend the training with Interpol?",
    ],
)
async def test_who_follows_a_training_is_trained(reader: Reader, question: str) -> None:
    assert ids((await ask(reader, question))["stated"]) == {"pcms-national-coordinators"}


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("for whom do the 118 projects create jobs", {"women-local-communities", "young-people"}),
        (
            "Which projects create jobs for young people?",
            {"eutf-118-projects", "eutf-niger-nine-projects"},
        ),
        ("Quels projets créent des emplois pour les femmes ?", {"eutf-118-projects"}),
    ],
)
async def test_who_is_given_jobs_and_by_whom(
    reader: Reader, question: str, things: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == things


@pytest.mark.parametrize(
    ("question", "countries"),
    [
        ("which partner countries did the experts thank?", {"denmark", "japan", "netherlands"}),
        ("Partner countries thanked in Nouakchott", {"denmark", "japan", "netherlands"}),
        (
            "pays partenaires où sont en poste des officiers de liaison européens",
            {"niger"},
        ),
        (
            "quel pays accueille les officiers de liaison migration nigérians",
            {"italy"},
        ),
    ],
)
async def test_countries_by_what_they_do_and_host(
    reader: Reader, question: str, countries: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == countries


@pytest.mark.parametrize(
    "question",
    [
        "Which G5 countries committed at Niamey to making the PCMS work?",
        "Quels pays du G5 se sont engagés à Niamey à soutenir le WAPIS ?",
    ],
)
async def test_the_group_that_promises_is_told_with_its_members(
    reader: Reader, question: str
) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {"niamey-participants"}
    assert ids(answer["inferred"]) == {"burkina-faso", "chad", "mali", "mauritania", "niger"}
    assert ids(answer["commitments"]) == {"niamey-22a"}


@pytest.mark.parametrize(
    "question",
    ["which factsheets are listed", "Quelles fiches d'information sont citées par la Commission ?"],
)
async def test_a_noun_with_which_long_names_begin_is_asked_for(
    reader: Reader, question: str
) -> None:
    found = ids((await ask(reader, question))["stated"])
    assert len(found) == 8
    assert all(i.startswith("factsheet-") for i in found)


@pytest.mark.parametrize(
    ("question", "commitment"),
    [
        ("what's planned in the niamey text for victims of human trafficking", "niamey-31a"),
        ("what is in the Niamey document for trafficked people", "niamey-31a"),
        ("Qu'y a-t-il à Niamey pour les victimes de la traite ?", "niamey-31a"),
        ("Que disent les experts de la justice", "nouakchott-29"),
    ],
)
async def test_what_a_text_holds_for_someone_or_on_something(
    reader: Reader, question: str, commitment: str
) -> None:
    answer = await ask(reader, question)
    assert ids(answer["commitments"]) == {commitment}
    assert not answer["stated"]
