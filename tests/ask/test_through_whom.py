"""Through whom a thing is done, what the asker tells of himself, and clauses that only say when."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (
            "Through whom are the partner countries to be informed of progress?",
            {"national-contact-points"},
        ),
        (
            "Par le biais de quel dispositif le centre d'alerte précoce orientera-t-il les services"
            " nationaux ?",
            {"pcms"},
        ),
    ],
)
async def test_who_is_asked_for_is_the_one_in_between(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == found


@pytest.mark.parametrize(
    "question",
    [
        "Who funds the Joint Force? I need it for a note on Mali.",
        "Qui finance la Force conjointe ? C'est pour une note sur le Mali.",
    ],
)
async def test_what_the_answer_is_for_is_not_asked(reader: Reader, question: str) -> None:
    assert ids((await ask(reader, question))["stated"]) == {"european-union"}


async def test_when_behind_a_question_word_asks_for_no_date(reader: Reader) -> None:
    answer = await ask(reader, "What office did Niger hold when it hosted the Niamey meeting?")
    assert ids(answer["stated"]) == {"g5-sahel-presidency"}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (
            "Which protocols does Nouakchott cite that Niamey omits?",
            {"firearms-protocol"},
        ),
        (
            "Quelles conventions Niamey cite-t-il que Nouakchott passe sous silence ?",
            {"ecowas-protocols"},
        ),
    ],
)
async def test_one_text_names_what_another_leaves_out(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (
            "Qui le centre d'alerte précoce doit-il orienter ?",
            {"pcms", "national-security-services-g5"},
        ),
        (
            "Sur quels thèmes portent les neuf projets du fonds fiduciaire au Niger ?",
            {"alternative-economy", "education-vocational-training", "migration-management"},
        ),
        ("Which readmission talks are stuck?", {"nigeria"}),
        ("Quel bureau de l'ONU soutient les outils proposés par l'ONUDC ?", {"unowas"}),
        ("What strategies protect migrants' rights?", {"national-migration-strategies"}),
    ],
)
async def test_other_words_for_what_a_text_says(
    reader: Reader, question: str, found: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == found
