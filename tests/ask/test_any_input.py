# ruff: noqa: E501
"""Whatever is typed gets an answer or a 422, in bounded time."""

from __future__ import annotations

import random
import time
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries.ask import ask, vocabulary
from queries.ask.linking.link import link
from queries.ask.reading.parse import parse
from queries.reader import Reader
from tests.evaluation.score import read

SECONDS = 5.0
WORDS = st.sampled_from(
    [
        "who",
        "funds",
        "supports",
        "PCMS",
        "Niger",
        "et",
        "qui",
        "not",
        "sauf",
        "both",
        "combien",
        "ou",
        "où",
        "?",
        ",",
        "15,000",
        "the",
        "G5",
        "Sahel",
        "MATCH",
        "(n)",
        "RETURN",
        "n",
        "DROP",
        "TABLE",
        ";",
        "--",
        "'",
        '"',
        "`",
        "\u202e",
        "\x00",
        "\ud7ff",
        "\u200fمرحبا",
        "支持",
        "l’",
        "d’",
        "-",
        "/",
        "\\",
        "{",
        "}",
        "$",
        "EUCAP",
        "2018",
    ]
)


async def answers(client: httpx.AsyncClient, question: str) -> None:
    began = time.perf_counter()
    response = await client.get("/v1/ask", params={"q": question})
    assert response.status_code in {200, 422}, response.text
    if response.status_code == 200:
        assert response.json()["outcome"] in {"answered", "nothing", "clarification"}
    assert time.perf_counter() - began < SECONDS


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(question=st.text(max_size=400))
async def test_any_text(client: httpx.AsyncClient, question: str) -> None:
    await answers(client, question)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(WORDS, max_size=40))
async def test_words_of_questions_in_any_order(client: httpx.AsyncClient, words: list[str]) -> None:
    await answers(client, " ".join(words))


@pytest.mark.parametrize(
    "question",
    [
        "", " ", "?", "a" * 10_000, "who " * 2_500, "é" * 9_999, "\u0000\u0001", "MATCH (n) DETACH DELETE n",
        "'; DROP TABLE students; --", "$of", "{of: 'jit'}", "\u202eabc", "PCMS " * 2_000,
    ],
)  # fmt: skip
async def test_odd_questions(client: httpx.AsyncClient, question: str) -> None:
    await answers(client, question)


async def test_a_question_too_long_is_refused(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/ask", params={"q": "a" * 10_001})
    assert response.status_code == 422
    assert response.headers["content-type"].startswith("application/problem+json")


def _mixed(rnd: random.Random, questions: list[str]) -> str:
    """The words of questions in other company: two halves, out of order, picked anywhere."""
    one, other = (rnd.choice(questions).split() for _ in range(2))
    kind = rnd.randrange(3)
    if kind == 0:
        return " ".join(one[: rnd.randrange(len(one) + 1)] + other[rnd.randrange(len(other)) :])
    if kind == 1:
        return " ".join(rnd.sample(one, len(one)))
    return " ".join(rnd.choice(rnd.choice(questions).split()) for _ in range(rnd.randrange(1, 12)))


@pytest.mark.parametrize("seed", range(4))
async def test_any_mixture_of_questions_can_be_read(reader: Reader, seed: int) -> None:
    folder = Path(__file__).parents[1] / "questions"
    files = [p for p in sorted(folder.glob("*.yaml")) if p.stem != "held-back"]
    questions = [str(q["question"]) for q in read(files)]
    rnd = random.Random(seed)
    words = await vocabulary(reader)
    for number in range(1500):
        question = _mixed(rnd, questions)
        plans = parse(link(question, words), words)
        assert plans, question
        if number % 50 == 0:
            await ask(reader, question)
