"""Verbs with their object inside, questions that ask at their end, and words that describe."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids

INTERPOL = {"interpol-global-databases", "interpol-secure-communication-system"}
ROADMAP = {"african-union", "ecowas-member-states", "european-union", "united-nations"}
COAST_GUARD = {"eunavfor-med-sophia", "seahorse"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Que met Interpol sur la table pour la PCMS ?", INTERPOL),
        ("Que met Interpol à la disposition de la PCMS ?", INTERPOL),
        ("What does Interpol make available to the Platform?", INTERPOL),
        ("Apart from what UNODC has proposed, what tools were offered to the PCMS?", INTERPOL),
        ("hormis ce que propose l'ONUDC, quels outils sont offerts à la PCMS ?", INTERPOL),
        ("who gives the Libyan coast guard training?", COAST_GUARD),
        ("Qui donne aux garde-côtes libyens une formation ?", COAST_GUARD),
        ("les garde-côtes libyens sont formés par qui ?", COAST_GUARD),
        ("The agreement on the Platform was approved by whom?", {"g5-heads-of-state"}),
        ("l'accord PCMS a été approuvé par quelle instance ?", {"g5-heads-of-state"}),
        (
            "L'accord sur l'organisation et le fonctionnement de la PCMS, il a été approuvé par "
            "qui ?",
            {"g5-heads-of-state"},
        ),
        ("Who is expected to be associated with the roadmap promised to the G5?", ROADMAP),
        ("feuille de route G5 (Dinard) : qui doit y être associé ?", ROADMAP),
        ("who would be trained with Interpol?", {"pcms-national-coordinators"}),
        ("who funds the nine projects launched in Niger under the trust fund?", {"eutf"}),
    ],
)
async def test_the_things(reader: Reader, question: str, expected: set[str]) -> None:
    assert ids((await ask(reader, question))["stated"]) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("FORMATIONS PROPOSEES PAR LES EXPERTS A NOUAKCHOTT",
         {"nouakchott-28b2", "nouakchott-28b3"}),
        ("Quelles formations les experts de Nouakchott proposent-ils ?",
         {"nouakchott-28b2", "nouakchott-28b3"}),
        ("Qu'a-t-on promis au réseau WACAP, à Niamey puis à Dinard ?", {"niamey-25b", "dinard-b7"}),
    ],
)  # fmt: skip
async def test_the_commitments(reader: Reader, question: str, expected: set[str]) -> None:
    """Who speaks in a text proposes commitments, and no tool."""
    answer = await ask(reader, question)
    assert ids(answer["commitments"]) == expected
    assert not ids(answer["stated"])


@pytest.mark.parametrize(
    "question", ["what are the tools proposed by UNODC meant to fight?",
                 "contre quelles menaces les outils de l'ONUDC doivent-ils aider ?",
                 "what do UNODC's tools target?"]
)  # fmt: skip
async def test_tools_of_a_body_are_what_is_called_so(reader: Reader, question: str) -> None:
    found = ids((await ask(reader, question))["stated"])
    assert {"terrorism", "terrorist-financing", "salw-trafficking", "irregular-migration"} <= found
    assert "unodc-pcms-tools" not in found


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("qui était à la réunion de N'Djamena ?",
         {"event-dsc-special-2016-03-03", "event-g5-summit-ndjamena-2015",
          "event-ministers-2016-03-04"}),
        ("when was the N'Djamena meeting?",
         {"event-dsc-special-2016-03-03", "event-g5-summit-ndjamena-2015",
          "event-ministers-2016-03-04"}),
        ("tell me about the task force", {"jaitf", "tripartite-task-force"}),
    ],
)  # fmt: skip
async def test_which_one_is_asked(reader: Reader, question: str, expected: set[str]) -> None:
    answer = await ask(reader, question)
    assert answer["outcome"] == "clarification"
    assert ids(answer["choices"]) == expected


@pytest.mark.parametrize(
    "question", ["qui était à la réunion des ministres à N'Djamena ?",
                 "who attended the meeting of ministers in N'Djamena on 4 March 2016?"]
)  # fmt: skip
async def test_not_where_the_question_says_which(reader: Reader, question: str) -> None:
    assert "g5-defence-security-ministers" in ids((await ask(reader, question))["stated"])


@pytest.mark.parametrize(
    ("question", "expected", "conflict"),
    [
        ("is Nigeria a member of the G5 Sahel?", False, True),
        ("is Ghana a member of the G5 Sahel?", False, False),
        ("la Mauritanie est-elle associée au WACAP ?", True, False),
        ("is Mauritania associated with WACAP?", True, False),
        ("La PCMS est-elle une police supranationale ?", False, False),
        ("is the pcms a sort of supranational police", False, False),
        ("Does Chad count among the priority countries of the Partnership Framework on Migration?",
         False, False),
    ],
)  # fmt: skip
async def test_yes_or_no(reader: Reader, question: str, expected: bool, conflict: bool) -> None:
    answer = await ask(reader, question)
    assert [v["boolean"] for v in answer["values"]] == [expected]
    assert answer["conflict"] is conflict


async def test_what_is_left_out_by_an_unknown_verb_is_not_passed_over(reader: Reader) -> None:
    answer = await ask(
        reader, "Apart from what UNODC scrummed, what tools were offered to the PCMS?"
    )
    assert answer["outcome"] == "nothing"
    assert not answer["stated"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("why is UNODC thanked?", {"pcms"}),
        ("what are Denmark and Japan thanked for", {"g5-sahel", "unodc"}),
        ("pourquoi l'UNOWAS est-il remercié ?", {"g5-sahel", "staerc", "uniss"}),
        ("what do the experts thank UNOWAS for?", {"g5-sahel", "staerc", "uniss"}),
        ("Which countries are thanked?", {"denmark", "japan", "netherlands"}),
        ("à quels pays les experts expriment-ils leur gratitude ?",
         {"denmark", "japan", "netherlands"}),
    ],
)  # fmt: skip
async def test_thanks_go_to_who_gave(reader: Reader, question: str, expected: set[str]) -> None:
    """What somebody is thanked for is what he gave, not who gave him anything."""
    assert ids((await ask(reader, question))["stated"]) == expected


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Quel est le texte par lequel le G5 Sahel a été créé ?", {"g5-sahel-convention"}),
        (
            "Quelle est la déclaration dont le sommet d'Abidjan a réaffirmé les engagements ?",
            {"paris-joint-declaration-2017"},
        ),
        ("What is the programme with which UNODC fights laundering?", {"gpml"}),
    ],
)
async def test_a_kind_told_by_a_relative_clause_is_asked_for(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == found


@pytest.mark.parametrize(
    "question",
    ["le coordonnateur de la PCMS, c'est qui ?", "qui est le coordonnateur de la PCMS ?"],
)
async def test_what_is_asked_behind_a_comma(reader: Reader, question: str) -> None:
    choices = {"pcms-national-coordinators", "pcms-regional-coordinator"}
    assert ids((await ask(reader, question))["choices"]) == choices
