"""Who supports JITs in Niger, and the same care for every other thing and place."""

from __future__ import annotations

from typing import Any

import pytest

from queries import run
from queries.errors import UnknownId, WrongParameter
from queries.reader import Reader

MEMBERS = {
    "burkina-faso", "chad", "cote-divoire", "france", "germany", "guinea", "italy", "libya", "mali",
    "mauritania", "niger", "senegal", "spain", "european-union", "united-nations",
    "african-union-commission", "g5-sahel-permanent-secretariat", "cen-sad-secretariat",
}  # fmt: skip
NEVER = {"iom", "unhcr", "unodc", "eucap-sahel-niger", "eutf", "interpol", "frontex", "pcms"}


async def rows(reader: Reader, lang: str = "en", **given: Any) -> list[dict[str, Any]]:
    """The rows, each premise as `included` has it."""
    page = await run.run(reader, "who-supports", given, lang=lang)
    assert page.included is not None
    known = page.included["premises"]
    for row in page.items:
        for premise in row["premises"]:
            # What the row says of it is a part of what stands beside the rows.
            beside = known[premise["statement"]]
            paragraphs = {(e["document"], e["paragraph"]) for e in beside["evidence"]}
            assert premise["evidence"]
            assert {(e["document"], e["paragraph"]) for e in premise["evidence"]} <= paragraphs
        named = [row, row["place_basis"] or {"premises": []}]
        for holder in named:
            holder["premises"] = [known[p["statement"]] for p in holder["premises"]]
    return page.items


def actors(found: list[dict[str, Any]], tier: str | None = None) -> set[str]:
    return {row["actor"]["id"] for row in found if tier in {None, row["tier"]}}


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_jits_in_niger(reader: Reader, lang: str) -> None:
    found = await rows(reader, lang, of="jit", place="niger")
    assert actors(found, "stated") == {"niamey-participants"}
    assert actors(found, "inferred") == MEMBERS
    assert not actors(found) & NEVER

    stated = next(row for row in found if row["tier"] == "stated")
    assert stated["status"] == "committed"
    assert stated["certainty"] == "stated"
    assert stated["rule"] is None
    assert stated["premises"] == []
    assert {r["id"] for r in stated["role"]} >= {"creation"}
    places = {(e["document"], e["paragraph"], e["role"]) for e in stated["evidence"]}
    assert places == {("niamey-2018", "¶17", "source"), ("niamey-2018", "¶12", "chapeau")}
    assert {c["id"] for c in stated["commitments"]} == {"niamey-17a", "niamey-17b"}
    assert all(e["summary_lang"] == lang for e in stated["evidence"])
    assert stated["actor"]["label_lang"] == lang

    basis = stated["place_basis"]
    assert basis["kind"] == "class"
    assert [c["id"] for c in basis["class"]] == ["african-countries-origin-transit"]
    assert basis["certainty"] == "implied"
    assert all(p["subject"]["id"] == "niger" and p["evidence"] for p in basis["premises"])
    assert basis["premises"]


async def test_each_member_is_inferred_with_all_its_premises(reader: Reader) -> None:
    for row in await rows(reader, of="jit", place="niger"):
        if row["tier"] == "stated":
            continue
        assert row["rule"] == "GroupMembers"
        assert row["certainty"] == "implied"  # the weakest: that Niger is in the class
        ends = {
            (p["subject"]["id"], p["predicate"]["id"], p["object"]["id"]) for p in row["premises"]
        }
        member = row["actor"]["id"]
        assert (member, "memberOf", "niamey-participants") in ends
        assert ("niamey-participants", "supports", "jit") in ends
        assert ("niger", "inCountryClass", "african-countries-origin-transit") in ends
        assert all(p["evidence"] for p in row["premises"])


async def test_without_a_place_the_chain_is_only_as_weak_as_its_statements(reader: Reader) -> None:
    found = await rows(reader, of="jit")
    assert actors(found, "inferred") == MEMBERS
    assert {row["certainty"] for row in found} == {"stated"}
    assert all(row["place_basis"] is None for row in found)


async def test_a_country_outside_the_class_gets_nothing(reader: Reader) -> None:
    assert await rows(reader, of="jit", place="france") == []


async def test_praise_and_presence_are_not_support(reader: Reader) -> None:
    found = await rows(reader, of="pcms")
    assert "commended" not in {row["status"] for row in found}
    for row in found:
        if row["rule"] == "Judgement":
            assert row["tier"] == "inferred"
            assert row["certainty"] == "implied"


async def test_a_part_of_a_country_is_in_the_country_but_not_the_reverse(reader: Reader) -> None:
    inside = await rows(reader, of="defence-and-security-forces", place="niger")
    kinds = {row["place_basis"]["kind"] for row in inside}
    assert "within" in kinds
    narrower = await rows(reader, of="defence-and-security-forces", place="agadez")
    assert {row["place_basis"]["kind"] for row in narrower} <= {"unlimited", "named"}


async def test_nothing_is_handed_down_from_an_organisation_to_its_parts(reader: Reader) -> None:
    found = await rows(reader, of="g5-sahel")
    for row in found:
        for premise in row["premises"]:
            if premise["predicate"]["id"] == "memberOf":
                assert premise["object"]["kind"] in {
                    "Group", "CountryClass", "TargetGroup", "CriminalActor", "Forum",
                }  # fmt: skip


@pytest.mark.parametrize("id_", ["jit", "id:jit", "https://w3id.org/sahelgraph/id/jit"])
async def test_an_id_may_be_short_a_curie_or_an_iri(reader: Reader, id_: str) -> None:
    assert actors(await rows(reader, of=id_), "stated") == {"niamey-participants"}


async def test_wrong_parameters_are_named_with_what_was_near(reader: Reader) -> None:
    with pytest.raises(UnknownId, match="jit"):
        await rows(reader, of="jti")
    with pytest.raises(WrongParameter, match="place"):
        await rows(reader, of="jit", plce="niger")
    with pytest.raises(WrongParameter, match="funding"):
        await rows(reader, of="jit", role="fundng")
    with pytest.raises(WrongParameter, match="of: this parameter is required"):
        await rows(reader)
    with pytest.raises(WrongParameter, match="between 1 and 1000"):
        await run.run(reader, "who-supports", {"of": "jit"}, limit=0)
