"""In which language a question is answered."""

from __future__ import annotations

import httpx
import pytest


@pytest.mark.parametrize(
    ("question", "params", "accepted", "expected"),
    [
        ("quels pays sont membres du G5 Sahel", {}, "", "fr"),
        ("which countries are members of the G5 Sahel", {}, "fr", "en"),
        ("quels pays sont membres du G5 Sahel", {"lang": "en"}, "fr", "en"),
        ("JIT Niger", {}, "fr", "fr"),
        ("JIT Niger", {}, "", "en"),
    ],
)
async def test_the_answer_comes_in_the_language_of_the_question(
    client: httpx.AsyncClient, question: str, params: dict[str, str], accepted: str, expected: str
) -> None:
    answer = await client.get(
        "/v1/ask", params={"q": question, **params}, headers={"Accept-Language": accepted}
    )
    assert answer.headers["content-language"] == answer.json()["lang"] == expected
    own = {"en": ("Stated", " links, "), "fr": ("Énoncé", " liens, ")}[expected]
    assert any(words in answer.json()["answer"] for words in own)
