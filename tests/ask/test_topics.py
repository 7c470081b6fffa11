"""A topic in front of a question, subjects behind verbs, groups whose places are asked for."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("WACAP : quels bailleurs ?", {"niamey-participants"}),
        ("WACAP: who funds it?", {"niamey-participants"}),
        ("Danemark : qui soutient-il ?", {"g5-sahel", "unodc"}),
        ("DANEMARK, JAPON ET PAYS-BAS : QUI SOUTIENNENT-ILS ?", {"g5-sahel", "unodc"}),
        (
            "asylum seekers in Niger: who is to protect and care for them",
            {"iom", "unhcr", "tripartite-task-force"},
        ),
        ("WHO IS the high representative of the EU", {"federica-mogherini"}),
        ("who offers tools to the PCMS", {"interpol", "unodc"}),
    ],
)
async def test_what_stands_in_front_is_spoken_of(
    reader: Reader, question: str, stated: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == stated


@pytest.mark.parametrize(
    "question",
    [
        "Niamey declaration: which mechanisms are about border management?",
        "déclaration de Niamey : quels mécanismes portent sur la gestion des frontières ?",
    ],
)
async def test_the_text_in_front_says_it(reader: Reader, question: str) -> None:
    stated = ids((await ask(reader, question))["stated"])
    assert {"border-surveillance-mechanisms", "national-border-control-mechanisms"} <= stated
    assert "unodc-pcms-tools" not in stated


@pytest.mark.parametrize(
    "question",
    [
        "G5 countries where the trust fund operates",
        "dans quels pays du G5 opère le fonds fiduciaire ?",
        "pays du G5 où opère le FFU",
    ],
)
async def test_countries_of_a_group_are_of_that_group(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {"niger"}
    assert ids(answer["inferred"]) == {"mali"}


@pytest.mark.parametrize(
    "question",
    [
        "which meetings were held in Nouakchott in November 2016",
        "Quelles réunions se sont tenues à Nouakchott en novembre 2016 ?",
    ],
)
async def test_meetings_of_a_place_and_month(reader: Reader, question: str) -> None:
    stated = ids((await ask(reader, question))["stated"])
    assert stated == {"event-dsc-2016-11-04", "event-nouakchott-meeting-2016"}


@pytest.mark.parametrize(
    ("question", "kept", "others"),
    [
        ("engagements de Niamey sur la migration", "niamey-13", 41),
        ("Niamey commitments on security", "niamey-24", 41),
    ],
)
async def test_commitments_on_a_word_of_many_names(
    reader: Reader, question: str, kept: str, others: int
) -> None:
    answer = await ask(reader, question)
    found = ids(answer["commitments"])
    assert kept in found
    assert len(found) < others
    word = {"en": "speaks of", "fr": "parle de"}["fr" if "sur" in question else "en"]
    assert word in answer["understood"]["sentence"]


@pytest.mark.parametrize(
    "question",
    [
        "à qui s'adressent les engagements de Dinard ?",
        "to whom are the Dinard commitments addressed",
    ],
)
async def test_to_whom_commitments_are_addressed(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert {"g5-sahel-countries", "unodc", "interpol"} <= ids(answer["stated"])
    assert "dinard-participants" not in ids(answer["stated"])


@pytest.mark.parametrize(
    ("question", "none"),
    [
        ("which Dinard commitments have no follow-up", False),
        ("quels engagements de Dinard n'ont pas de suivi ?", False),
        ("which Dinard commitments remain to be carried out", False),
        ("which Dinard commitments have been followed up", True),
    ],
)
async def test_follow_up_is_told_by_records(reader: Reader, question: str, none: bool) -> None:
    answer = await ask(reader, question)
    assert (answer["outcome"] == "nothing") is none
    assert ("dinard-b6" in ids(answer["commitments"])) is not none
