"""What a question leaves out stays out: of things, of commitments, of figures."""

from __future__ import annotations

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.ask.ids import ids


@pytest.mark.parametrize(
    "question",
    [
        "Italy aside, who has been training the Libyan coastguard?",
        "Italy excluded, who trains the Libyan Coast Guard",
        "l'Italie mise à part, qui forme les garde-côtes libyens ?",
        "qui forme les garde-côtes libyens, à part l'Italie ?",
    ],
)
async def test_a_state_is_left_out_with_its_authorities(reader: Reader, question: str) -> None:
    answer = await ask(reader, question)
    assert ids(answer["stated"]) == {"eunavfor-med-sophia", "seahorse"}
    assert not answer["inferred"]


@pytest.mark.parametrize(
    ("question", "here", "away"),
    [
        (
            "Niamey, coopération judiciaire : engagements, sauf celui sur le WACAP",
            {"niamey-25a", "niamey-26a", "niamey-26b"},
            "niamey-25b",
        ),
        ("Niamey commitments on Niger but not on Chad", {"niamey-29a"}, "niamey-04"),
        (
            "which Niamey commitment names both Libya and Niger, and not Chad?",
            {"niamey-29a"},
            "niamey-30",
        ),
    ],
)
async def test_commitments_without_those_on_something(
    reader: Reader, question: str, here: set[str], away: str
) -> None:
    found = ids((await ask(reader, question))["commitments"])
    assert here <= found
    assert away not in found


@pytest.mark.parametrize(
    "question",
    [
        "Dinard: commitments to the G5 countries, except that of the pilots",
        "Dinard : engagements envers les pays du G5, hors celui des aviateurs",
    ],
)
async def test_what_is_left_out_and_not_understood_leaves_no_whole_list(
    reader: Reader, question: str
) -> None:
    assert (await ask(reader, question))["outcome"] == "nothing"


@pytest.mark.parametrize(
    "question",
    [
        "how many Libyan coast guards were trained, not counting those in Crete",
        "Number of Libyan coast guard personnel trained by Sophia, leaving aside Crete and Malta",
    ],
)
async def test_figures_without_those_of_a_place(reader: Reader, question: str) -> None:
    assert [v["figure"] for v in (await ask(reader, question))["values"]] == [93]


@pytest.mark.parametrize(
    "question",
    [
        "other than UNODC, who offers tools to the PCMS",
        "qui, à part l'ONUDC, a offert des outils à la PCMS ?",
    ],
)
async def test_what_belongs_to_who_is_left_out_is_left_out(reader: Reader, question: str) -> None:
    assert ids((await ask(reader, question))["stated"]) == {"interpol"}


async def test_whom_it_is_done_with_is_no_answer(reader: Reader) -> None:
    answer = await ask(reader, "who is negotiating a readmission agreement with the EU")
    assert ids(answer["stated"]) == {"nigeria"}
    assert "european-union" not in ids(answer["inferred"])
