"""Questions for all of a kind: which countries have it, which things are negotiated or promised."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids

PROMISED = {"gar-si", "jit", "contact-point-matrix", "permanent-follow-up-mechanism"}
COLLEGES = {"g5-sahel-defence-college", "sahel-security-college"}


@pytest.mark.parametrize(
    "question", ["which countries have a EUCAP mission", "quels pays ont une mission EUCAP"]
)
async def test_who_has_a_mission_is_where_it_is_and_not_who_supports_it(
    reader: Reader, question: str
) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) | ids(answer["inferred"]) == {"mali", "niger"}


async def test_who_has_both_has_each_of_them(reader: Reader) -> None:
    answer = await ask(reader, "which countries have both a EUCAP mission and a UTF project")
    assert ids(answer["stated"]) | ids(answer["inferred"]) == {"mali", "niger"}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("which agreements are being negotiated", {"readmission-agreement-nigeria"}),
        ("which colleges are commended", COLLEGES),
        ("quels collèges sont salués", COLLEGES),
        ("which meetings are planned", {"event-niamey-workshop-2018"}),
        ("quelles réunions sont prévues", {"event-niamey-workshop-2018"}),
        ("which workshop is planned", {"event-niamey-workshop-2018"}),
    ],
)
async def test_what_is_done_to_things_of_which_none_is_named(
    reader: Reader, question: str, found: set[str]
) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == found


@pytest.mark.parametrize(
    "question",
    [
        "which mechanisms are promised",
        "which mechanisms are to be set up",
        "quels mécanismes doivent être créés",
    ],
)
async def test_what_is_to_be_made_is_not_what_is_there(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    found = ids(answer["stated"])
    assert found >= PROMISED
    assert found.isdisjoint({"pcms", "wacap", "eucap-sahel-niger", "tripartite-task-force"})


@pytest.mark.parametrize(
    ("question", "who"),
    [
        (
            "who asked the Permanent Secretariat to submit the conclusions",
            "nouakchott-meeting-experts",
        ),
        ("qui demande au Secrétariat permanent de soumettre les conclusions",
         "nouakchott-meeting-experts"),
        ("who encourages the African Union", "dinard-participants"),
        ("who asked Member States to comply with relocation", "european-commission"),
    ],
)  # fmt: skip
async def test_who_asks_is_not_who_is_asked(reader: Reader, question: str, who: str) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {who}


async def test_money_for_others_is_no_money_for_one_of_them(reader: Reader) -> None:
    answer = await ask(reader, "how much did the EU give Mali")
    assert answer["outcome"] == "nothing"
    answer = await ask(reader, "how much EU money went to Libya")
    assert {v["amount"] for v in answer["values"]} == {90000000}


async def test_the_rest_of_the_question_decides_which_is_meant(reader: Reader) -> None:
    answer = await ask(reader, "who supports training of security forces in Chad")
    assert "niamey-participants" in ids(answer["stated"])


@pytest.mark.parametrize(
    "question",
    ["is the PCMS a coordination mechanism", "la PCMS est-elle un mécanisme de coordination"],
)
async def test_what_a_text_says_a_thing_is(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert [v["boolean"] for v in answer["values"]] == [True]


@pytest.mark.parametrize("question", ["is AIRCOP a bank", "l'AIRCOP est-il une banque"])
async def test_a_sort_that_nobody_knows_is_nothing(reader: Reader, question: str) -> None:
    assert (await ask(reader, question))["outcome"] == "nothing"


@pytest.mark.parametrize("question", ["qu'a proposé Interpol", "what did Interpol propose"])
async def test_what_is_proposed_and_not_for_what(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    tools = {"interpol-global-databases", "interpol-secure-communication-system"}
    assert ids(answer["stated"]) == tools


@pytest.mark.parametrize(
    "question",
    [
        "priority countries of the Partnership Framework not present in Niamey",
        "pays prioritaires non présents à Niamey",
    ],
)
async def test_who_was_not_present_is_not_all_of_them(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {"ethiopia", "nigeria"}
