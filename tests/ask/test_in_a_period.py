"""What a year or a month asks for, where nothing is named."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids

MARCH = {"event-dsc-special-2016-03-03", "event-ministers-2016-03-04"}
THOSE = {"g5-defence-security-committee", "g5-defence-security-ministers"}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("what happened in March 2016", MARCH),
        ("quels événements ont eu lieu en mars 2016", MARCH),
        ("who met in March 2016", THOSE),
        ("qui s'est réuni en mars 2016", THOSE),
        ("what was signed in December 2016?", {"eu-iom-joint-initiative"}),
        ("qu'est-ce qui a été signé en décembre 2016 ?", {"eu-iom-joint-initiative"}),
        ("which initiative was signed in December 2016", {"eu-iom-joint-initiative"}),
        ("who signed the initiative of December 2016", {"european-commission", "iom"}),
        ("qui a signé l'initiative de décembre 2016", {"european-commission", "iom"}),
        ("which texts were adopted in 2017", {"paris-joint-declaration-2017"}),
        ("what was announced in June 2017", {"joint-force-50m"}),
        ("qu'est-ce qui a été annoncé en juin 2017", {"joint-force-50m"}),
    ],
)
async def test_what_is_dated_then(reader: Reader, question: str, found: set[str]) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == found
    assert all(row["evidence"] for row in answer["stated"])


@pytest.mark.parametrize(
    "question",
    [
        "who signed something in 2014",
        "what happened in March 2011",
        "qui a signé l'initiative de décembre 2015",
    ],
)
async def test_another_time_is_nothing(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert answer["outcome"] == "nothing"
    assert not ids([*answer["stated"], *answer["inferred"], *answer["commitments"]])


@pytest.mark.parametrize(
    ("question", "among"),
    [
        ("meetings in 2017", {"event-abidjan-summit-2017", "event-paris-2017"}),
        ("réunions de 2016", {"event-nouakchott-meeting-2016", "event-dsc-2016-11-04"}),
        ("sommets de 2017", {"event-abidjan-summit-2017"}),
        ("what happened in November 2016", {"event-nouakchott-meeting-2016"}),
    ],
)
async def test_all_of_a_kind_in_a_year_is_no_choice(
    reader: Reader, question: str, among: set[str]
) -> None:
    answer = await ask(reader, question)
    assert answer["outcome"] == "answered"
    assert among <= ids(answer["stated"])
