"""What is missing, over which documents: checked against the texts."""

from __future__ import annotations

import pytest

from queries.coverage.gaps import GAPS, gaps
from queries.errors import WrongParameter
from queries.filters import Filters
from queries.reader import Reader


async def things(reader: Reader, gap: str, filters: Filters | None = None) -> set[str]:
    found = await gaps(reader, filters, gap=[gap], limit=1000)
    assert {item["gap"] for item in found["items"]} <= {gap}
    assert found["counts"] == {gap: found["total"]}
    return {item["thing"]["id"] for item in found["items"]}


async def test_niamey_17b_has_no_deadline_and_niamey_37_has_one(reader: Reader) -> None:
    # ¶17 funds Joint Investigation Teams with no date; ¶37 sets the workshop for 18 June 2018.
    missing = await things(reader, "no-deadline")
    assert "niamey-17b" in missing
    assert "niamey-37" not in missing


async def test_a_figure_is_an_indicator(reader: Reader) -> None:
    missing = await things(reader, "no-indicator")
    assert "niamey-17b" in missing
    assert "ec-qa25" not in missing  # EUR 200 million for North Africa


async def test_a_place_may_be_named_by_the_statement(reader: Reader) -> None:
    missing = await things(reader, "no-place")
    assert "niamey-36" in missing  # a follow-up mechanism, nowhere in particular
    assert not {"niamey-24", "niamey-37", "niamey-17a"} & missing


async def test_a_promise_does_not_support_itself(reader: Reader) -> None:
    missing = await things(reader, "no-supporter")
    # ¶36: only the participants themselves, by that very promise.
    assert "niamey-36" in missing
    # ¶22: the PCMS is supported by others, in the Nouakchott conclusions.
    assert "niamey-22a" not in missing
    assert "niamey-22a" in await things(reader, "no-supporter", Filters(document="niamey-2018"))


async def test_nothing_is_followed_up_yet(reader: Reader) -> None:
    found = await gaps(reader, gap=["no-follow-up"], limit=1000)
    assert found["total"] == 55  # all promises
    assert all(item["evidence"] for item in found["items"])


async def test_themes_that_a_declaration_leaves_out(reader: Reader) -> None:
    filters = Filters(document="niamey-2018,dinard-2019")
    found = await gaps(reader, filters, gap=["theme-left-out"], limit=1000)
    left_out = {(item["thing"]["id"], item["missing_in"]) for item in found["items"]}
    # Dinard names neither returns nor information exchange; Niamey no drugs, arms or corruption.
    assert {
        ("return-readmission", "dinard-2019"),
        ("information-exchange", "dinard-2019"),
        ("drug-trafficking", "niamey-2018"),
        ("salw-trafficking", "niamey-2018"),
        ("corruption", "niamey-2018"),
    } <= left_out
    assert not {theme for theme, _ in left_out} & {
        "trafficking-in-persons", "smuggling-of-migrants", "judicial-cooperation",
        "border-management",
    }  # fmt: skip
    for item in found["items"]:
        assert item["missing_in"] not in item["said_in"]
        assert {e["document"] for e in item["evidence"]} <= set(item["said_in"])


async def test_places_that_no_programme_names(reader: Reader) -> None:
    missing = await things(reader, "place-without-programme")
    assert {"north-niger", "north-chad", "bamako"} <= missing
    assert not {"niger", "libya"} & missing


async def test_it_says_over_which_documents_it_speaks(reader: Reader) -> None:
    found = await gaps(reader, Filters(document="dinard-2019"), limit=1, lang="fr")
    assert [d["id"] for d in found["about"]["documents"]] == ["dinard-2019"]
    assert "document" in found["about"]["says"]
    early = await gaps(reader, Filters(as_of="2016"), limit=1)
    assert [d["id"] for d in early["about"]["documents"]] == ["nouakchott-2016"]


async def test_other_kinds_of_commitment_can_be_asked_for(reader: Reader) -> None:
    found = await gaps(reader, gap=["no-deadline"], commitment_kind=["Request"], limit=1000)
    assert {item["commitment"]["kind"] for item in found["items"]} == {"Request"}


@pytest.mark.parametrize("wrong", [{"gap": ["no-money"]}, {"commitment_kind": ["Wish"]}])
async def test_what_is_no_gap_is_named(reader: Reader, wrong: dict[str, list[str]]) -> None:
    with pytest.raises(WrongParameter, match="is not one of"):
        await gaps(reader, **wrong)  # type: ignore[arg-type]


async def test_filters_that_say_nothing_here_are_refused(reader: Reader) -> None:
    with pytest.raises(WrongParameter, match="predicate"):
        await gaps(reader, Filters(predicate="funds"))


async def test_pages_hold_all_gaps(reader: Reader) -> None:
    whole = await gaps(reader, limit=1000)
    assert list(whole["counts"]) == list(GAPS)
    assert sum(whole["counts"].values()) == whole["total"]
    first = await gaps(reader, limit=20)
    second = await gaps(reader, limit=20, cursor=first["next"])
    assert first["items"] + second["items"] == whole["items"][:40]
