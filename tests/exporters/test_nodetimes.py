"""The time that things have of their own, on each engine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from exporters.nodetimes import own_times
from graph import Graph
from tests.traverse.small import loaded


async def test_things_have_the_times_that_are_known_of_them(graph: Graph, tmp_path: Path) -> None:
    reader = await loaded(
        graph,
        tmp_path,
        """
        meeting heldAt town date="2018-03-16"^^xsd:date
        guest participatesIn meeting validFrom="2018-03-15"^^xsd:date validTo="2018-03-16"^^xsd:date
        sequel followUpOf meeting date="2019-01-01"^^xsd:date source=b-1
        town hosts sequel date="2019-05"^^xsd:gYearMonth source=b-1
        guest supports plan date="2017"^^xsd:gYear
        """,
        classes={
            "meeting": "sg:Event",
            "sequel": "sg:Event",
            "town": "sg:Place",
            "guest": "sg:State",
            "plan": 'sg:Programme ; sg:validFrom "2015"^^xsd:gYear ; sg:validTo "2016-02"^^xsd:gYearMonth',  # noqa: E501
        },
    )  # fmt: skip
    ids = (await reader.lexicon()).ids
    names = ("meeting", "sequel", "town", "guest", "plan", "doc-a", "doc-b")
    iris = [f"{ids.base}id/{name}" for name in names]
    found = {ids.short(iri): times for iri, times in (await own_times(reader, ids, iris)).items()}
    assert found == {
        "meeting": ((date(2018, 3, 15), date(2018, 3, 16)),),
        # What a later date says of it is said of the statement, not of the event.
        "sequel": ((date(2019, 5, 1), date(2019, 5, 31)),),
        "plan": ((date(2015, 1, 1), date(2016, 2, 29)),),
        "doc-a": ((date(2016, 11, 9), None),),
        "doc-b": ((date(2019, 4, 1), None),),
    }
    then = await reader.at("2018-12-31")
    assert f"{ids.base}id/sequel" not in await own_times(then, ids, iris)
