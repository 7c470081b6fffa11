"""Money, returns and who is where: one fact in several wordings, in both languages."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids


@pytest.mark.parametrize(
    "question",
    [
        "Which instruments does the Partnership Framework use for returns?",
        "What instruments did the EU use under the Partnership Framework?",
        "Quels instruments le cadre de partenariat utilise-t-il pour les retours ?",
        "à quels instruments le cadre de partenariat a-t-il recours pour les réadmissions ?",
        "What formal and informal instruments did the Partnership Framework use?",
        "formal and informal tools used by the partnership framework",
    ],
)
async def test_what_a_framework_uses_is_what_it_provides_for(reader: Reader, question: str) -> None:
    found = {"readmission-agreements", "standard-operating-procedures", "identification-missions"}
    assert ids((await ask(reader, question))["stated"]) == found


@pytest.mark.parametrize(
    "question",
    [
        "Which informal instruments has the Partnership Framework used?",
        "Which informal tools has the PF used for returns?",
    ],
)
async def test_a_word_that_only_some_rows_hold_tells_them_apart(
    reader: Reader, question: str
) -> None:
    found = {"standard-operating-procedures", "identification-missions"}
    assert ids((await ask(reader, question))["stated"]) == found


@pytest.mark.parametrize(
    ("question", "places"),
    [
        (
            "where has the EU posted its migration liaison officers",
            {"niger", "pf-partner-countries"},
        ),
        (
            "où sont déployés les officiers de liaison européens ?",
            {"niger", "pf-partner-countries"},
        ),
        ("où sont postés les officiers de liaison nigérians ?", {"italy"}),
        (
            "où intervient le fonds fiduciaire ?",
            {"cote-divoire", "ghana", "guinea", "niger", "eutf-26-countries"},
        ),
    ],
)
async def test_a_group_of_countries_stands_for_a_list(
    reader: Reader, question: str, places: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == places


@pytest.mark.parametrize(
    "question",
    [
        "where were the Libyan coast guards trained?",
        "où les garde-côtes libyens sont-ils formés ?",
    ],
)
async def test_where_something_was_done_is_not_what_it_is_part_of(
    reader: Reader, question: str
) -> None:
    answer = await ask(reader, question)
    assert ids([*answer["stated"], *answer["inferred"]]) == {"crete", "malta"}


@pytest.mark.parametrize(
    "question",
    [
        "what are the nine trust fund projects in Niger about?",
        "Sur quoi portent les neuf projets du fonds fiduciaire au Niger ?",
        "themes of the nine EUTF projects in Niger",
        "quels domaines couvrent les neuf projets du FFU au Niger ?",
    ],
)
async def test_what_projects_are_about_is_what_they_are_for(reader: Reader, question: str) -> None:
    found = {"alternative-economy", "education-vocational-training", "migration-management"}
    assert ids((await ask(reader, question))["stated"]) == found


@pytest.mark.parametrize(
    "question",
    [
        "90m Libya package, who is it supposed to help?",
        "Paquet Libye de 90 M€ - qui doit-il aider ?",
        "bénéficiaires du paquet de 90 M€ pour la Libye",
        "Who benefits from the 90 million euro package for Libya?",
    ],
)
async def test_a_pronoun_behind_who_is_the_subject(reader: Reader, question: str) -> None:
    found = {"irregular-migrants", "refugees-asylum-seekers", "local-communities"}
    assert ids((await ask(reader, question))["stated"]) == found


@pytest.mark.parametrize(
    "question",
    [
        "where does the Trust Fund for Africa get its money from, the Member States aside?",
        "leaving the Member States aside, who funds the trust fund?",
        "Hormis les États membres, qui alimente le fonds fiduciaire ?",
    ],
)
async def test_what_is_left_aside_may_part_the_words(reader: Reader, question: str) -> None:
    found = {"edf", "eu-budget-instruments", "norway", "switzerland"}
    assert ids((await ask(reader, question))["stated"]) == found


@pytest.mark.parametrize(
    "question",
    [
        "trace the money from Norway to the nine projects in Niger",
        "Retracez l'argent de la Norvège jusqu'aux neuf projets au Niger",
    ],
)
async def test_the_way_of_money_is_a_path(reader: Reader, question: str) -> None:
    nodes = (await ask(reader, question))["paths"][0]["nodes"]
    assert [n["id"] for n in nodes] == ["norway", "eutf", "eutf-niger-nine-projects"]


@pytest.mark.parametrize(
    "question",
    [
        "How does Federica Mogherini relate to the G5 Joint Force",
        "lien entre Mogherini et la FC-G5S",
    ],
)
async def test_who_holds_an_office_is_linked_through_it(reader: Reader, question: str) -> None:
    nodes = (await ask(reader, question))["paths"][0]["nodes"]
    assert [n["id"] for n in nodes[:2]] == ["federica-mogherini", "high-representative-vp"]
    assert nodes[-1]["id"] == "g5-sahel-joint-force"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("what post does Mogherini hold", {"high-representative-vp"}),
        ("EU as donor: what does the EU itself put money into?", {"aircop", "africa"}),
        ("non-EU states paying either into the Africa trust fund or into AIRCOP", {"canada"}),
        ("which organisation's roadmap is the one on silencing the guns", {"african-union"}),
        ("which countries the Trust Fund was extended to did not come to Niamey?", {"ghana"}),
        ("quelles missions ... pardon, qui finance le fonds fiduciaire ?", {"edf", "norway"}),
        ("Qui a rendu publics les 50 millions pour la Force conjointe ?", {"european-union"}),
        (
            "what came out of the Niger-EU talks on migration management?",
            {"joint-information-platform-niger"},
        ),
    ],
)
async def test_turns_of_phrase(reader: Reader, question: str, found: set[str]) -> None:
    assert found <= ids((await ask(reader, question))["stated"])
