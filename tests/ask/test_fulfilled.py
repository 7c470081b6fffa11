"""Whether promises were kept is told by follow-up records, and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import Graph
from loaders import sync
from queries.ask import ask
from queries.reader import Reader
from tests.coverage.test_history import RECORDS
from tests.queries.filled import filled

QUESTIONS = [
    ("which commitments have been fulfilled?", "en"),
    ("which Niamey commitments have been carried out", "en"),
    ("quels engagements de Niamey ont été tenus ?", "fr"),
    ("les engagements de Niamey ont-ils été respectés ?", "fr"),
]

UNKEPT = [
    "which Niamey commitments have not been carried out",
    "quels engagements de Niamey n'ont pas été tenus ?",
    "which commitments haven't been fulfilled?",
    "which promises have the Niamey participants not kept",
]


@pytest.mark.parametrize(("question", "lang"), QUESTIONS)
async def test_without_records_none_is_said_to_be_kept(
    reader: Reader, question: str, lang: str
) -> None:
    answer = await ask(reader, question, lang)
    assert answer["outcome"] == "nothing"
    assert answer["commitments"] == []
    assert {"en": "follow-up", "fr": "fiche"}[lang] in answer["understood"]["sentence"]


async def test_the_last_record_tells_which_are_kept(graph: Graph, tmp_path: Path) -> None:
    reader = await filled(graph)
    file = tmp_path / "records.ttl"
    file.write_text(RECORDS, encoding="utf-8")
    await sync.load(graph, [file])
    for question, lang in QUESTIONS:
        answer = await ask(reader, question, lang)
        assert [c["id"] for c in answer["commitments"]] == ["niamey-37"], question
    for question in UNKEPT:
        ids = {c["id"] for c in (await ask(reader, question))["commitments"]}
        assert "niamey-37" not in ids, question
        assert "niamey-36" in ids, question
    # A record of limited progress does not say that it has been kept.
    later = tmp_path / "later.ttl"
    later.write_text(
        RECORDS.split("id:record-1")[0]
        + """
id:record-3 a sg:StatusRecord ; sg:recordOf id:niamey-37 ; sg:followUpStatus sg:withdrawn ;
    sg:date "2020"^^xsd:gYear ; sg:certainty sg:stated ;
    prov:hadPrimarySource <https://example.org/report> ;
    sg:summary "Taken back."@en , "Retiré."@fr .
""",
        encoding="utf-8",
    )
    await sync.load(graph, [later])
    assert (await ask(reader, QUESTIONS[0][0], "en"))["outcome"] == "nothing"
