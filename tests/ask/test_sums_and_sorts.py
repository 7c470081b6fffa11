"""Sums of money given, sorts of texts, and questions that narrow the one before."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids


@pytest.mark.parametrize(
    ("question", "tier", "found"),
    [
        ("who put 50 million into the Joint Force", "stated", {"european-union"}),
        ("qui a donné 50 millions à la Force conjointe", "stated", {"european-union"}),
        (
            "Qui met les 100 millions de l'initiative conjointe avec l'OIM ?",
            "inferred",
            {"european-commission"},
        ),
        (
            "Member States aside, where does the money in the EU trust fund come from?",
            "stated",
            {"edf", "eu-budget-instruments", "norway", "switzerland"},
        ),
        (
            "the money of the EU trust fund comes from which countries",
            "stated",
            {"norway", "switzerland"},
        ),
    ],
)
async def test_who_gives_a_sum_funds(
    reader: Reader, question: str, tier: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))[tier]) == found


async def test_a_verb_of_giving_is_none_of_funding_without_a_sum(reader: Reader) -> None:
    answer = await ask(reader, "who gives training to the Libyan coast guard")
    assert ids(answer["stated"]) == {"eunavfor-med-sophia", "seahorse"}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("quels accords mentionne la Commission", {"readmission-agreement-nigeria",
                                                   "readmission-agreements"}),
        ("which agreements are mentioned by the Commission", {"readmission-agreement-nigeria",
                                                              "readmission-agreements"}),
        ("which conventions does the Niamey declaration cite", {"ecowas-protocols", "untoc"}),
        (
            "Quels communiqués du G5 les conclusions de Nouakchott prennent-elles en compte ?",
            {"communique-dsc-2016-11", "communique-ministers-2016-03", "communique-ndjamena-2015"},
        ),
        ("which reports did the Commission present", {"fourth-progress-report",
                                                      "three-progress-reports-eam"}),
        ("quels documents mentionnent la Commission", {"doc-ec-press-release-2017"}),
    ],
)  # fmt: skip
async def test_a_word_for_a_sort_of_text_asks_for_that_sort(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == found


@pytest.mark.parametrize(
    "question",
    [
        "ceux qui ont souscrit à la déclaration de Paris, lesquels sont des États ?",
        "Of those who signed up to the Paris declaration, which are states?",
    ],
)
async def test_a_second_question_narrows_the_first(reader: Reader, question: str) -> None:
    states = {"chad", "france", "germany", "italy", "libya", "niger", "spain"}
    assert ids((await ask(reader, question))["stated"]) == states


async def test_what_narrows_and_is_not_known_leaves_nothing(reader: Reader) -> None:
    question = "ceux qui ont souscrit à la déclaration de Paris, lesquels sont africains ?"
    answer = await ask(reader, question)
    assert not answer["stated"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Niamey commitments on funding", {"niamey-06", "niamey-17b", "niamey-25b"}),
        ("Niamey commitments that are about paying for something",
         {"niamey-06", "niamey-17b", "niamey-25b"}),
        ("quels engagements de Dinard portent sur le financement ?", {"dinard-b2b"}),
        ("commitments about support to victims in Niamey", {"niamey-31a"}),
        ("à Dinard, qu'est-ce que les participants ont promis en matière de justice ?",
         {"dinard-b2a", "dinard-b3", "dinard-b7"}),
    ],
)  # fmt: skip
async def test_commitments_on_what_a_noun_for_a_relation_says(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["commitments"]) == found


@pytest.mark.parametrize(
    "question",
    [
        "What do the texts line up against money laundering: tools, plans, programmes?",
        "qu'y a-t-il contre le blanchiment ?",
        "which tools, plans, programmes do the texts have against money laundering",
    ],
)
async def test_kinds_in_a_row_and_what_there_is(reader: Reader, question: str) -> None:
    found = {"gpml", "unodc-pcms-tools", "g5-sahel-roadmap", "national-migration-strategies"}
    assert ids((await ask(reader, question))["stated"]) == found


async def test_a_place_inside_an_unknown_name_is_not_meant(reader: Reader) -> None:
    answer = await ask(reader, "piracy in the Gulf of Guinea")
    assert answer["outcome"] == "nothing"
    assert "guinea" not in ids(answer["nearest"])


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("retours volontaires assistés de Sénégalais : quels chiffres au 9 juin 2017 ?",
         {823, 528}),
        ("number of refugees hosted by Ethiopia? need the figure + as of when", {843_000}),
        ("combien de migrants sont revenus de Libye depuis début 2017, et les chiffres "
         "concordent-ils ?", {4_000, 4_043}),
    ],
)  # fmt: skip
async def test_figures_have_their_dates(reader: Reader, question: str, figures: set[int]) -> None:
    assert {v["figure"] for v in (await ask(reader, question))["values"]} == figures


async def test_a_joined_question_for_the_event(reader: Reader) -> None:
    question = "Quelle instance a approuvé l'accord sur la PCMS, et lors de quel sommet ?"
    found = {"event-g5-summit-ndjamena-2015", "g5-heads-of-state"}
    assert ids((await ask(reader, question))["stated"]) == found


async def test_what_one_should_be_trained_in(reader: Reader) -> None:
    answer = await ask(reader, "what should foreign investigators be trained in")
    found = {"controlled-deliveries", "joint-investigations", "special-investigative-techniques"}
    assert ids(answer["stated"]) == found
