"""Whether people get the answers that the texts support: questions with gold answers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from queries.ask import ask
from queries.reader import Reader
from tests.evaluation.score import Question, faults, read

OPEN = Path(__file__).parents[1] / "questions" / "open.yaml"
EXAMPLES = Path(
    os.environ.get(
        "SAHELGRAPH_EXAMPLES", Path(__file__).parents[3] / "shared/questions/examples.yaml"
    )
)

# Questions that are not answered yet, each with the reason; they may never return a forbidden row.
NOT_YET = {
    "b008": "a condition (if customs joined) is not understood",
    "b015": "a relation inside what is asked about (that UNODC proposed) is not understood",
    "b052": "whose text a convention is, is known only where its name or a statement says so",
}


@pytest.mark.skipif(not EXAMPLES.exists(), reason=f"{EXAMPLES} is not there: SAHELGRAPH_EXAMPLES")
async def test_examples(reader: Reader) -> None:
    wrong = await _wrong(reader, read([EXAMPLES]))
    assert not wrong


async def test_questions_of_our_own(reader: Reader) -> None:
    wrong = await _wrong(reader, read([OPEN]))
    assert not {k: v for k, v in wrong.items() if k not in NOT_YET}
    assert not [v for v in wrong.values() if any(f.startswith("MUST NOT") for f in v)]


async def _wrong(reader: Reader, questions: list[Question]) -> dict[str, list[str]]:
    found = {}
    for gold in questions:
        answer = await ask(reader, gold["question"], gold["lang"])
        if lacks := faults(gold, answer):
            found[str(gold["id"])] = lacks
    return found
