"""Kinds of question, each in several wordings: what holds for one must hold for the others."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids


@pytest.mark.parametrize(
    ("question", "commitment"),
    [
        ("is there a readmission agreement with Nigeria", "ec-qa05-nigeria-b"),
        ("existe-t-il un accord de réadmission entre l'UE et le Nigeria ?", "ec-qa05-nigeria-b"),
        ("has Nigeria signed a readmission agreement with the EU?", "ec-qa05-nigeria-b"),
        ("l'accord de réadmission avec le Nigeria est-il en vigueur ?", "ec-qa05-nigeria-b"),
        ("has the permanent follow-up mechanism been set up?", "niamey-36"),
        ("le STAERC existe-t-il ?", "nouakchott-22"),
    ],
)
async def test_what_is_still_to_come_is_not_there(
    reader: Reader, question: str, commitment: str
) -> None:
    answer = await ask(reader, question)
    assert [v["boolean"] for v in answer["values"]] == [False]
    assert ids(answer["commitments"]) == {commitment}


@pytest.mark.parametrize(
    "question", ["is there a PCMS", "is there a readmission agreement with Mali"]
)
async def test_nothing_is_denied_without_a_text(reader: Reader, question: str) -> None:
    assert not (await ask(reader, question))["values"]


@pytest.mark.parametrize(
    "question",
    [
        "who chairs the G5 Sahel and since when",
        "quel pays assure la présidence du G5 Sahel, et depuis quand ?",
        "who chairs the G5 Sahel since when?",
    ],
)
async def test_a_question_word_alone_takes_nothing_from_the_first(
    reader: Reader, question: str
) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {"niger"}
    assert not answer["values"]


@pytest.mark.parametrize(
    "question",
    [
        "when and where was the Niamey meeting held",
        "quand et où s'est tenue la réunion de Niamey",
        "who held the Niamey meeting and when",
    ],
)
async def test_both_parts_are_answered(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {"niamey"}
    assert [v["date"] for v in answer["values"]] == ["2018-03-16"]


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("who trained or equipped the Libyan coast guard", {"eunavfor-med-sophia", "seahorse"}),
        ("qui forme ou équipe les garde-côtes libyens ?", {"eunavfor-med-sophia", "seahorse"}),
        ("who trains and equips the Libyan coast guard?", set()),
        ("qui est chargé de former et d'équiper les garde-côtes libyens ?", set()),
    ],
)
async def test_two_verbs_share_their_object(
    reader: Reader, question: str, stated: set[str]
) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == stated
    assert ids(answer["inferred"]) == {"italian-authorities"}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("does Seahorse train or equip the Libyan Coast Guard?", [True]),
        ("does Seahorse train and equip the Libyan Coast Guard?", []),
        ("do the Italian authorities train and equip the Libyan Coast Guard?", [True]),
    ],
)
async def test_yes_only_where_each_verb_is_said(
    reader: Reader, question: str, values: list[bool]
) -> None:
    assert [v["boolean"] for v in (await ask(reader, question))["values"]] == values


@pytest.mark.parametrize(
    "question",
    [
        "where was the Niamey declaration adopted",
        "où la déclaration de Niamey a-t-elle été adoptée ?",
    ],
)
async def test_where_a_text_was_adopted(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert not answer["stated"]
    assert ids(answer["inferred"]) == {"niamey"}


async def test_of_two_verbs_one_is_not_enough(reader: Reader) -> None:
    answer = await ask(reader, "which bodies support and train the Joint Force")
    assert answer["outcome"] == "nothing"


@pytest.mark.parametrize(
    "question",
    [
        "quels sont les collèges du G5 Sahel ?",
        "list the colleges of the G5",
        "which colleges does the G5 Sahel have",
        "quels collèges le G5 Sahel a-t-il ?",
    ],
)
async def test_a_word_of_names_in_the_plural(reader: Reader, question: str) -> None:
    found = await ask(reader, question)
    assert ids(found["stated"]) == {"g5-sahel-defence-college", "sahel-security-college"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which G5 states have no project", {"burkina-faso", "chad", "mauritania"}),
        ("quels pays du G5 n'ont aucun projet ?", {"burkina-faso", "chad", "mauritania"}),
        ("which G5 countries have no programme or mission", {"burkina-faso", "mauritania"}),
        ("quels pays du G5 n'ont pas de stratégie ?", set()),
    ],
)
async def test_a_kind_of_which_there_is_none(
    reader: Reader, question: str, expected: set[str]
) -> None:
    assert ids((await ask(reader, question))["stated"]) == expected


@pytest.mark.parametrize(
    "question", ["who attended the Paris meeting", "qui a participé à la réunion de Paris ?"]
)
async def test_parties_to_what_was_adopted_were_there(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert not answer["stated"]
    assert "spain" in ids(answer["inferred"])


@pytest.mark.parametrize(
    "question",
    [
        "who follows up on the Niamey commitments?",
        "qui est chargé du suivi des engagements ?",
        "qui assure le suivi des engagements de Niamey ?",
    ],
)
async def test_who_sees_to_a_matter(reader: Reader, question: str) -> None:
    assert "permanent-follow-up-mechanism" in ids((await ask(reader, question))["stated"])


async def test_two_numbers_side_by_side(reader: Reader) -> None:
    answer = await ask(reader, "did 4,000 or 4,043 migrants return from Libya?")
    assert {v["figure"] for v in answer["values"]} == {4000, 4043}


@pytest.mark.parametrize(
    "question",
    [
        "is the PCMS a police force?",
        "is the PCMS a regional police force",
        "la PCMS est-elle une police transnationale ?",
        "la plateforme du G5 est-elle une force de police ?",
    ],
)
async def test_what_a_text_denies_is_answered_with_no(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert [v["boolean"] for v in answer["values"]] == [False]
    assert ids(answer["commitments"]) == {"nouakchott-11"}


@pytest.mark.parametrize(
    "question",
    ["la PCMS est-elle une armée ?", "is EUCAP Sahel Niger a military mission?"],
)
async def test_a_sort_that_nothing_tells_is_not_answered(reader: Reader, question: str) -> None:
    assert (await ask(reader, question))["outcome"] == "nothing"


@pytest.mark.parametrize(
    ("question", "truth", "inferred"),
    [
        ("did UNHCR commit to anything in Niamey?", False, set()),
        ("le HCR s'est-il engagé à Niamey ?", False, set()),
        ("did UNODC sign up to the Niamey commitments?", False, set()),
        ("l'Espagne s'est-elle engagée à Niamey ?", True, {"spain"}),
        ("did Mali promise anything on border control?", True, {"mali"}),
    ],
)
async def test_who_was_there_has_not_promised(
    reader: Reader, question: str, truth: bool, inferred: set[str]
) -> None:
    answer = await ask(reader, question)
    assert [v["boolean"] for v in answer["values"]] == [truth]
    assert ids(answer["inferred"]) == inferred
    assert ids(answer["stated"]) == ({"niamey-participants"} if truth else set())


@pytest.mark.parametrize(
    ("question", "wholes"),
    [
        ("what is the Partnership Framework part of?", set()),
        ("de quoi fait partie le cadre de partenariat ?", set()),
        ("what is Frontex part of", {"european-agencies"}),
    ],
)
async def test_what_a_thing_is_part_of_is_told_of_it_alone(
    reader: Reader, question: str, wholes: set[str]
) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) | ids(answer["inferred"]) == wholes


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("how many smugglers have been arrested in Niger", []),
        ("combien de passeurs arrêtés au Niger ?", []),
        ("how many zebras have been arrested in Niger", ["zebras"]),
    ],
)
async def test_a_word_that_a_figure_counts_is_no_unknown_word(
    reader: Reader, question: str, left: list[str]
) -> None:
    assert (await ask(reader, question))["understood"]["unresolved"][: len(left) or 1] == left


@pytest.mark.parametrize(
    "question",
    [
        "who supports JITs in Niger and Mali",
        "who supports JITs in Mali, Niger and Chad",
        "who supports JITs both in Mali and in Niger",
        "qui soutient les ECI au Mali et au Niger",
        "qui soutient les ECI au Mali, au Niger et au Tchad",
    ],
)
async def test_of_a_list_of_places_none_is_dropped(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {"niamey-participants"}
    for name in [n for n in ("Niger", "Mali", "Chad", "Tchad") if n in question]:
        assert name in answer["understood"]["sentence"]


@pytest.mark.parametrize(
    "question",
    [
        "which commitments concern Niger and Mali",
        "which commitments concern Niger, Mali and Chad",
        "quels engagements concernent le Niger, le Mali et le Tchad",
    ],
)
async def test_commitments_on_a_list_are_on_all_of_it(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert not answer["stated"]
    assert not answer["inferred"]
    on_each = {"dinard-02", "ec-qa05-mali-d", "niamey-04", "niamey-29a"}
    assert ids(answer["commitments"]) == on_each


@pytest.mark.parametrize(
    ("question", "makers"),
    [
        ("who is behind the Dinard commitments", ["dinard-participants"]),
        ("qui a pris les engagements de Dinard ?", ["dinard-participants"]),
        ("qui s'est engagé à Niamey ?", ["niamey-participants"]),
    ],
)
async def test_who_makes_the_commitments_of_a_text(
    reader: Reader, question: str, makers: list[str]
) -> None:
    answer = await ask(reader, question)
    assert [row["id"] for row in answer["stated"]][:1] == makers
    assert answer["commitments"]


async def test_whom_a_commitment_is_put_to_does_not_make_it(reader: Reader) -> None:
    question = "dans les conclusions PCMS y a t-il une demande avec un délai, et à qui ?"
    answer = await ask(reader, question)
    assert not answer["stated"]
    assert ids(answer["commitments"]) == {"nouakchott-32"}


@pytest.mark.parametrize(
    ("question", "truth", "date"),
    [
        ("did the Niamey workshop take place?", False, "2018-06-18"),
        ("l'atelier de Niamey a-t-il eu lieu", False, "2018-06-18"),
        ("did the Abidjan summit take place?", True, "2017-11-29"),
        ("la réunion de Nouakchott a-t-elle eu lieu ?", True, "2016-11-08"),
    ],
)
async def test_what_is_planned_has_not_taken_place(
    reader: Reader, question: str, truth: bool, date: str
) -> None:
    values = (await ask(reader, question))["values"]
    assert [v["boolean"] for v in values if "boolean" in v] == [truth]
    assert date in {v.get("date") for v in values}


@pytest.mark.parametrize(
    "question",
    ["AIRCOP who funds it", "AIRCOP: who pays for it?", "AIRCOP, qui le finance ?"],
)
async def test_a_name_set_in_front_is_what_the_verb_acts_on(reader: Reader, question: str) -> None:
    assert ids((await ask(reader, question))["stated"]) == {"canada", "european-union"}


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("priority countries of the Partnership Framework", {"ethiopia", "mali", "niger"}),
        ("pays du G5", {"burkina-faso", "chad", "mali", "mauritania", "niger"}),
        ("who is the HR/VP?", {"federica-mogherini"}),
        ("non-EU donors of the trust fund", {"norway", "switzerland"}),
        ("which G5 countries are priority countries", {"mali", "niger"}),
    ],
)
async def test_lists_and_offices(reader: Reader, question: str, stated: set[str]) -> None:
    found = ids((await ask(reader, question))["stated"])
    assert stated <= found
    assert len(found) <= len(stated) + 2


@pytest.mark.parametrize(
    "question",
    [
        "which European states took part in the Niamey meeting",
        "les textes parlent-ils de la Chine ?",
        "Russia and the PCMS",
        "vaccines for Niger",
    ],
)
async def test_what_no_text_tells_is_nothing(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert answer["outcome"] == "nothing"
    assert not answer["stated"]


@pytest.mark.parametrize(
    ("question", "lang"),
    [("what is WAPIS and who funds it?", "en"), ("c'est quoi le SIPAO et qui le finance ?", "fr")],
)
async def test_the_part_that_finds_nothing_is_said(
    reader: Reader, question: str, lang: str
) -> None:
    answer = await ask(reader, question, lang)
    assert ids(answer["stated"]) == {"wapis"}
    assert {"en": "the other part", "fr": "l’autre partie"}[lang] in answer["answer"]


@pytest.mark.parametrize(
    ("questions", "found"),
    [
        (
            (
                "who funds AIRCOP",
                "who are AIRCOP's donors?",
                "where does AIRCOP's funding come from?",
                "d'où viennent les fonds d'AIRCOP ?",
            ),
            {"canada", "european-union"},
        ),
        (
            (
                "who funds the EU Trust Fund for Africa?",
                "EUTF funders",
                "where does the EUTF get its money from?",
            ),
            {"edf", "eu-budget-instruments", "eu-member-states", "norway", "switzerland"},
        ),
        (
            (
                "what does Dinard welcome?",
                "que salue la déclaration de Dinard ?",
            ),
            {"g5-sahel-defence-college", "pcms", "sahel-security-college"},
        ),
        (
            (
                "what came out of the N'Djamena summit?",
                "quel texte est issu du sommet de N'Djamena ?",
            ),
            {"communique-ndjamena-2015", "pcms-agreement"},
        ),
        (
            (
                "what forms does trafficking in persons take?",
                "quelles formes prend la traite des personnes ?",
            ),
            {"forced-labour", "sex-trafficking"},
        ),
        (
            ("who was sent to Niger by the EU?", "whom did the EU send to Niger?"),
            {"european-migration-liaison-officers"},
        ),
        (("où s'est tenue la réunion de Nouakchott ?",), {"nouakchott"}),
        (
            ("what is the legal basis of the PCMS?", "quel est le cadre juridique de la PCMS ?"),
            {"pcms-agreement"},
        ),
    ],
)
async def test_the_same_asked_with_other_words(
    reader: Reader, questions: tuple[str, ...], found: set[str]
) -> None:
    for question in questions:
        assert ids((await ask(reader, question))["stated"]) == found, question


@pytest.mark.parametrize(
    "question",
    [
        "which bodies must validate the Nouakchott conclusions",
        "quelles instances doivent valider les conclusions de Nouakchott",
    ],
)
async def test_who_must_do_it_is_who_is_asked_and_not_who_has(
    reader: Reader, question: str
) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {"g5-sahel-permanent-secretariat"}
    asked = {"g5-defence-security-committee", "g5-defence-security-ministers"}
    assert ids(answer["inferred"]) == asked


@pytest.mark.parametrize(
    "question",
    [
        "who took the initiative to associate CELLRAD",
        "à l'initiative de qui la CELLRAD a-t-elle été associée ?",
    ],
)
async def test_of_what_is_done_together_all_who_do_it_are_named(
    reader: Reader, question: str
) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {"g5-sahel", "unodc", "unowas"}


async def test_people_are_no_programme(reader: Reader) -> None:
    answer = await ask(reader, "programmes against drug trafficking")
    assert "dinard-participants" not in ids(answer["stated"])
