"""Initiatives that do the same: what they share, how strong, stated apart from inferred."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest

from graph.port import Row
from queries.coverage.overlaps import Features, overlaps, overlaps_of
from queries.errors import UnknownId, WrongParameter
from queries.filters import Filters
from queries.reader import Reader


def pair(found: dict[str, Any], one: str, other: str) -> dict[str, Any]:
    for item in found["items"]:
        if [item["one"]["id"], item["other"]["id"]] == sorted((one, other)):
            return dict(item)
    raise AssertionError(f"{one} and {other} do not overlap")


async def test_pcms_and_wapis_exchange_information_in_west_africa(reader: Reader) -> None:
    # Niamey ¶22 names both as systems for sharing information in West Africa.
    item = pair(await overlaps(reader, of="pcms"), "pcms", "wapis")
    shared = {s["thing"]["id"]: s for s in item["shared"]}
    assert shared["information-exchange"]["by"] == "function"
    assert shared["information-exchange"]["tier"] == "stated"
    assert shared["west-africa"]["by"] == "place"
    for side in ("one", "other"):
        assert all(s["evidence"] for s in shared["information-exchange"]["statements"][side])


async def test_what_only_judgements_share_has_no_strength_of_its_own(reader: Reader) -> None:
    found = await overlaps(reader, limit=1000)
    inferred = [item for item in found["items"] if item["tier"] == "inferred"]
    assert inferred
    assert all(item["strength"] == 0 for item in inferred)
    assert all(item["strength_with_inferred"] > 0 for item in inferred)
    strengths = [item["strength"] for item in found["items"]]
    assert strengths == sorted(strengths, reverse=True)
    assert all(0 <= s < 1 for s in strengths)


async def test_only_stated_can_be_asked_for(reader: Reader) -> None:
    found = await overlaps(reader, Filters(certainty="stated"), limit=1000)
    assert all(s["tier"] == "stated" for item in found["items"] for s in item["shared"])
    for item in found["items"]:
        for one in item["shared"]:
            for side in one["statements"].values():
                assert {s["certainty"] for s in side} == {"stated"}


async def test_by_one_kind_of_feature(reader: Reader) -> None:
    found = await overlaps(reader, by="place", limit=1000)
    assert found["items"]
    assert {s["by"] for item in found["items"] for s in item["shared"]} == {"place"}
    with pytest.raises(WrongParameter):
        await overlaps(reader, by="colour")
    with pytest.raises(UnknownId):
        await overlaps(reader, of="nothing-of-the-kind")


def rows(initiatives: int, features: int, each: int, seed: int = 3) -> list[Row]:
    chance = random.Random(seed)
    kinds = ("HAS_FUNCTION", "TARGETS_CRIME", "COVERS")
    return [
        {
            "initiative": f"i{i:04d}", "feature": f"f{f:03d}", "type": kinds[f % 3],
            "stated": chance.randrange(2), "statements": 1,
        }
        for i in range(initiatives)
        for f in chance.sample(range(features), each)
    ]  # fmt: skip


def test_strength_agrees_with_its_definition() -> None:
    features = Features.read(rows(40, 15, 4), None)
    found, total, complete = overlaps_of(features)
    assert complete
    held = {pair.pair: pair for pair in found}
    expected = 0
    for a, b in combinations(sorted(features.of), 2):
        one, other = features.of[a], features.of[b]
        shared = one.keys() & other.keys()
        if not shared:
            assert (a, b) not in held
            continue
        expected += 1
        union = sum(features.weight(key) for key in one.keys() | other.keys())
        common = sum(features.weight(key) for key in shared)
        assert held[a, b].with_inferred == pytest.approx(common / (1 + union), abs=1e-4)
        stated = [key for key in shared if one[key] and other[key]]
        of_either = {k for k in one if one[k]} | {k for k in other if other[k]}
        assert held[a, b].strength == pytest.approx(
            sum(map(features.weight, stated)) / (1 + sum(map(features.weight, of_either))), abs=1e-4
        )
    assert total == expected == len(found)


def test_too_many_pairs_leave_the_commonest_features_out_and_say_so() -> None:
    features = Features.read(rows(300, 20, 4), None)
    whole, total, complete = overlaps_of(features, kept=1_000_000)
    assert complete
    part, fewer, not_all = overlaps_of(features, pairs=3000, kept=1_000_000)
    assert not not_all
    assert 0 < fewer < total
    # What is found is as strong as when all is looked at.
    strength = {pair.pair: pair.strength for pair in whole}
    assert all(abs(strength[pair.pair] - pair.strength) < 0.001 for pair in part)


def test_one_initiative_is_always_compared_with_all() -> None:
    features = Features.read(rows(300, 20, 4), None)
    found, total, complete = overlaps_of(features, "i0007", pairs=10)
    assert complete
    assert total == len(found)
    assert all("i0007" in pair.pair for pair in found)
    assert overlaps_of(features, "absent") == ([], 0, True)
