"""What somebody or something is meant for, promised to or denied of, in several wordings."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("UNODC programme against money laundering, not smugglers", {"gpml"}),
        ("Which programme fights money laundering and not migrant smuggling?", {"gpml"}),
        (
            "Who funds the EUTF and not the Joint Force?",
            {"edf", "eu-budget-instruments", "eu-member-states", "norway", "switzerland"},
        ),
        ("qui finance la Force conjointe mais pas le FFU", {"european-union"}),
    ],
)
async def test_the_same_denied_of_another_thing(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == found


async def test_who_does_both_does_not_do_one_alone(reader: Reader) -> None:
    answer = await ask(reader, "who supports the Joint Force but not the PCMS")
    assert not {"unodc", "interpol"} & ids([*answer["stated"], *answer["inferred"]])


@pytest.mark.parametrize(
    "question",
    [
        "who is expected at the Niamey workshop of 18 June 2018 except the directors-general of"
        " migration",
        "atelier de Niamey du 18 juin 2018 : qui est attendu, hors DG migration ?",
    ],
)
async def test_one_of_a_list_is_left_out_of_it(reader: Reader, question: str) -> None:
    found = ids((await ask(reader, question))["stated"])
    assert {"directors-general-security", "national-contact-points"} <= found
    assert "directors-general-migration" not in found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (
            "Which mechanisms did the Niamey meeting decide to create for trafficking victims?",
            {"referral-mechanism-victims"},
        ),
        (
            "quels mécanismes créer pour les victimes de la traite ?",
            {"referral-mechanism-victims"},
        ),
        (
            "Quels dispositifs Niamey veut-il mettre en place pour les victimes de la traite et"
            " pour les migrants ?",
            {"referral-mechanism-victims", "support-mechanism-apprehended-migrants"},
        ),
        (
            "quelle structure a été créée pour les réfugiés en Libye ?",
            {"tripartite-task-force"},
        ),
    ],
)
async def test_what_is_set_up_for_people_is_meant_for_them(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == found


async def test_nothing_is_set_up_where_it_is_not_said(reader: Reader) -> None:
    answer = await ask(reader, "What was created for young people?")
    assert answer["outcome"] == "nothing"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who pledged to the EU trust fund?", {"eu-member-states", "norway", "switzerland"}),
        ("Which countries have pledged to the EUTF?", {"norway", "switzerland"}),
        ("pays hors UE ayant promis au fonds fiduciaire", {"norway", "switzerland"}),
    ],
)
async def test_what_is_pledged_to_a_fund_is_money(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == found


@pytest.mark.parametrize(
    "question",
    [
        "Customs and judges: what do the Nouakchott experts want for them?",
        "les douanes et les juges : que demandent les experts de Nouakchott pour eux ?",
        "customs and judges - what do the experts want for them in the platform",
    ],
)
async def test_a_topic_in_front_is_not_who_asks(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert ids(answer["commitments"]) == {"nouakchott-28b4", "nouakchott-29"}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (
            "What has been promised on border management and equipment in the north of Niger and"
            " of Chad?",
            {"niamey-24"},
        ),
        (
            "engagements sur le retour et la réintégration en Libye et au Niger",
            {"ec-qa14b"},
        ),
    ],
)
async def test_of_matters_and_places_one_of_both(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["commitments"]) == found


@pytest.mark.parametrize(
    "question",
    [
        "Who counted the 1562 deaths at sea?",
        "Qui a recensé les 1 562 morts en mer ?",
        "According to whom did 1,562 people die at sea?",
    ],
)
async def test_whose_figure_it_is(reader: Reader, question: str) -> None:
    assert ids((await ask(reader, question))["stated"]) == {"iom"}


@pytest.mark.parametrize(
    "question", ["Who counted 1562 soldiers?", "Who recorded 1600 deaths at sea?"]
)
async def test_another_number_or_thing_is_nobody_s(reader: Reader, question: str) -> None:
    assert (await ask(reader, question))["outcome"] == "nothing"


@pytest.mark.parametrize(
    "question",
    [
        "quelles forces sont associées aux mécanismes nationaux de contrôle des frontières ?",
        "which forces are involved in national border control mechanisms?",
    ],
)
async def test_what_bears_the_word_for_its_kind(reader: Reader, question: str) -> None:
    found = ids((await ask(reader, question))["stated"])
    assert found == {"defence-and-security-forces", "internal-security-forces"}


@pytest.mark.parametrize(
    "question",
    [
        "number of migrants who went back home from Libya in the first part of 2017",
        "combien de migrants qui sont rentrés chez eux depuis la Libye début 2017 ?",
    ],
)
async def test_those_who_are_counted_are_not_asked_for(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert {v["figure"] for v in answer["values"]} == {4000, 4043}
    assert answer["conflict"]


@pytest.mark.parametrize(
    "question",
    [
        "Dinard : engagements envers les pays du G5, hors celui des bailleurs",
        "Dinard commitments to the G5 countries, except the one about donors",
    ],
)
async def test_commitments_left_out_by_what_they_say(reader: Reader, question: str) -> None:
    found = ids((await ask(reader, question))["commitments"])
    assert {"dinard-b1", "dinard-b2a"} <= found
    assert "dinard-b2b" not in found


async def test_what_is_left_out_must_be_known(reader: Reader) -> None:
    answer = await ask(reader, "Dinard commitments except the one on drones")
    assert answer["outcome"] == "nothing"


@pytest.mark.parametrize("question", ["UN protocol", "protocole de l'ONU"])
async def test_which_of_a_body_is_asked_back(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert answer["outcome"] == "clarification"
    assert ids(answer["choices"]) == {
        "firearms-protocol",
        "smuggling-protocol",
        "trafficking-protocol",
    }


@pytest.mark.parametrize(
    "question",
    ["quels sont les membres de la CEN-SAD", "members of Interpol", "membres de l'Union africaine"],
)
async def test_a_secretariat_is_no_member(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert answer["outcome"] == "nothing"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("which EU operation works on the high seas", {"eunavfor-med-sophia"}),
        (
            "states at the Niamey meeting that are not in the G5 Sahel",
            {
                "cote-divoire", "france", "germany", "guinea", "italy", "libya", "senegal",
                "spain",
            },
        ),
        (
            "qui est invité à l'atelier du 18 juin 2018 ?",
            {
                "directors-general-migration", "directors-general-security",
                "national-contact-points", "niamey-participating-states",
            },
        ),
    ],
)  # fmt: skip
async def test_who_is_at_a_place_or_a_meeting(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == found
