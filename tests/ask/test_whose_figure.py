"""Whose a figure is: who reports it, where it comes from, and all that contradicts it."""

from __future__ import annotations

import pytest

from queries.ask.asking import ask
from queries.reader import Reader


@pytest.mark.parametrize(
    ("question", "source", "figure"),
    [
        ("who is the source of the figure of deaths at sea?", "iom", 1562),
        ("whose figure is the number of deaths at sea", "iom", 1562),
        ("who counted the deaths at sea", "iom", 1562),
        ("d'où vient le chiffre des morts en mer ?", "iom", 1562),
        ("whose data is the refugee figure for Ethiopia based on?", "unhcr", 843000),
        ("d'où vient le chiffre des réfugiés en Éthiopie", "unhcr", 843000),
        ("selon qui 4000 migrants sont rentrés de Libye", "high-representative-vp", 4000),
    ],
)
async def test_who_has_the_figure_and_which_it_is(
    reader: Reader, question: str, source: str, figure: int
) -> None:
    answer = await ask(reader, question)
    assert [s["id"] for s in answer["stated"]] == [source]
    assert figure in {v.get("figure") for v in answer["values"]}


@pytest.mark.parametrize(
    "question", ["have 4,000 migrants been returned from Libya?", "4000 migrants de Libye"]
)
async def test_where_sources_disagree_all_their_figures_are_there(
    reader: Reader, question: str
) -> None:
    answer = await ask(reader, question)
    assert answer["conflict"]
    assert {4000, 4043} <= {v.get("figure") for v in answer["values"]}


async def test_a_source_of_money_is_no_source_of_a_figure(reader: Reader) -> None:
    answer = await ask(reader, "source of funding of AIRCOP")
    assert {s["id"] for s in answer["stated"]} == {"european-union", "canada"}
