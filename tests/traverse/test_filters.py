"""The one set of filters: what people write, what it means, what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from graph import Graph
from queries.errors import QueryError, UnknownId, WrongParameter
from queries.filters import Filters, bind
from queries.reader import Reader
from queries.traverse.bounds import Clock
from queries.traverse.links import FOLDER, Link, text, whole
from tests.traverse.small import filters, loaded

NAMES = [name for name in Filters.model_fields if name != "as_of"]
VALUES: dict[str, list[str]] = {
    "predicate": ["supports", "funds", "sg:memberOf", "targetsCrime"],
    "kind": ["State", "Actor", "Mechanism", "CrimeType", "Programme"],
    "status": ["actual", "committed", "offered", "sg:planned"],
    "certainty": ["stated", "implied"],
    "document": ["niamey-2018", "dinard-2019", "nouakchott-2016", "doc-ec-press-release-2017"],
    "theme": ["trafficking-in-persons", "information-exchange", "smuggling-of-migrants"],
    "place": ["niger", "mali", "african-countries-origin-transit", "sahel-region"],
    "dataset": ["niamey-2018", "ec-2017"],
    "as_of": ["2015", "2016-11", "2017-06-13", "2018-03-16", "2020"],
}
WORDS = st.text(st.characters(exclude_categories=["C"], exclude_characters=","), max_size=12)


@st.composite
def some_filters(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=3, unique=True))
    found: dict[str, Any] = {}
    for name in names:
        values = st.sampled_from(VALUES[name])
        found[name] = draw(
            values if name == "as_of" else st.lists(values, min_size=1, max_size=2, unique=True)
        )
    return found


@given(st.lists(WORDS, max_size=5), st.sampled_from(NAMES))
def test_what_people_write_comes_down_to_one_form(words: list[str], name: str) -> None:
    joined = filters(**{name: ",".join(words)})
    apart = filters(**{name: [f" {word} " for word in reversed(words)] * 2})
    assert joined == apart
    assert hash(joined) == hash(apart)
    assert filters(**joined.given()) == joined
    assert list(getattr(joined, name)) == sorted({w.strip() for w in words} - {""})


def test_filters_are_frozen_and_take_nothing_else() -> None:
    with pytest.raises(ValidationError):
        Filters().kind = ("State",)
    with pytest.raises(ValidationError, match="colour"):
        filters(colour="red")


@pytest.mark.parametrize(
    ("written", "day"),
    [("2018", "2018-12-31"), ("2018-02", "2018-02-28"), ("2018-03-16", "2018-03-16"), ("", None)],
)
def test_a_year_or_month_stands_for_its_end(written: str, day: str | None) -> None:
    assert filters(as_of=written).as_of == day


@pytest.mark.parametrize(
    ("name", "value", "nearest"),
    [
        ("predicate", "suports", "supports"),
        ("kind", "Stat", "State"),
        ("status", "ofered", "offered"),
        ("certainty", "state", "stated"),
        ("document", "niamey", "niamey-2018"),
        ("dataset", "niamey", "niamey-2018"),
    ],
)
async def test_a_wrong_value_is_answered_with_the_nearest_allowed_one(
    reader: Reader, name: str, value: str, nearest: str
) -> None:
    with pytest.raises(WrongParameter) as caught:
        await bind(reader, filters(**{name: value}))
    assert f"nearest: {nearest}" in caught.value.en
    assert f"au plus proche : {nearest}" in caught.value.fr
    assert caught.value.extra["errors"][0]["parameter"] == name


@pytest.mark.parametrize("name", ["theme", "place"])
async def test_an_unknown_id_is_answered_with_the_nearest_labels(reader: Reader, name: str) -> None:
    with pytest.raises(UnknownId) as caught:
        await bind(reader, filters(**{name: "nigr"}))
    assert "niger" in caught.value.en


@pytest.mark.parametrize("text_", ["x", "20", "2018-13", "2018-02-30", "16.3.2018"])
def test_a_date_that_is_none_is_said(text_: str) -> None:
    with pytest.raises(WrongParameter, match="2018-03-16"):
        filters(as_of=text_)


async def test_too_many_values_are_refused(reader: Reader) -> None:
    with pytest.raises(WrongParameter, match="at most 50"):
        await bind(reader, filters(place=[f"p{n}" for n in range(51)]))


async def test_whatever_is_written_is_bound_or_refused_in_words(reader: Reader) -> None:
    for name in NAMES:
        for value in ("'; MATCH (n) DETACH DELETE n //", "\x00", "$x", "`", "é" * 3000, "sg:", ":"):
            with pytest.raises(QueryError):
                await bind(reader, filters(**{name: value}))


async def test_every_query_filters_alike() -> None:
    """The filters stand in four files, since Cypher has no way to share them."""
    local = "  AND ($types IS NULL"
    stated = "MATCH (s:Entity {id: statement})"
    texts = [
        text(path.stem, told=True) for path in FOLDER.glob("*.cypher") if path.stem != "degrees"
    ]
    assert len(texts) == 4
    assert len({t[t.index(local) : t.index("WITH ", t.index(local))] for t in texts}) == 1
    assert len({t[t.index(stated) : t.index("RETURN", t.index(stated))] for t in texts}) == 1


async def test_links_are_the_same_where_no_statement_is_looked_up(reader: Reader) -> None:
    params = {"avoid": None, **(await bind(reader, Filters())).params()}
    short, told = text("links"), text("links", told=True)
    assert "MATCH (s" not in short
    assert await reader.graph.read(short, params) == await reader.graph.read(told, params)


async def links(reader: Reader, **asked: Any) -> set[Link]:
    bound = await bind(reader, filters(**asked))
    found, more = await whole(reader, bound, Clock())
    assert not more
    assert len(found) == len(set(found))
    return set(found)


class Oracle:
    """The filters once more, over plain dictionaries, the slow and obvious way."""

    def __init__(self, rows: list[Any], nodes: dict[str, Any], reader: Reader) -> None:
        self.rows, self.nodes, self.reader = rows, nodes, reader

    @classmethod
    async def of(cls, reader: Reader) -> Oracle:
        edges = await reader.graph.read(
            "MATCH (a:Entity)-[r]->(b:Entity) WHERE r.statement IS NOT NULL "
            "RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p"
        )
        nodes = await reader.graph.read(
            "MATCH (n:Entity) OPTIONAL MATCH (n)-[r]->(o:Entity) WHERE r.statement IS NULL "
            "RETURN n.id AS id, labels(n) AS labels, properties(n) AS p, "
            "collect([type(r), o.id]) AS out"
        )
        return cls(edges, {row["id"]: row for row in nodes}, reader)

    def out(self, id_: str, *types: str) -> set[str]:
        return {o for t, o in self.nodes[id_]["out"] if t in types}

    def moments(self, p: dict[str, Any], name: str) -> list[str]:
        return [str(v) for k, v in p.items() if k.split("^^")[0] == name]

    def documents(self, ids: set[str]) -> set[str]:
        return {d for p in ids for d in self.out(p, "IS_PART_OF")}

    async def links(self, **asked: Any) -> set[Link]:
        lexicon = await self.reader.lexicon()

        async def ids(name: str) -> set[str]:
            return set(await self.reader.resolve_all(asked.get(name, []), name))

        documents, places, themes = await ids("document"), await ids("place"), await ids("theme")
        for _ in range(6):
            themes |= {i for i in self.nodes if self.out(i, "BROADER") & themes}
        terms = {
            name: {lexicon.ids.term(v) for v in asked.get(name, [])}
            for name in ("predicate", "kind", "status", "certainty", "dataset")
        }
        types = {lexicon.table.rule(lexicon.ids.ontology + p).type for p in terms["predicate"]}
        as_of = filters(as_of=asked.get("as_of")).as_of
        found = set()
        for row in self.rows:
            p, s = row["p"], row["p"]["statement"]
            sources = self.out(s, "HAD_PRIMARY_SOURCE")
            about = self.out(s, "SUBJECT", "OBJECT", "TOPIC")
            for commitment in self.out(s, "EXPRESSES"):
                if "Commitment" in self.nodes[commitment]["labels"]:
                    about |= self.out(commitment, "CONCERNS", "SECTION", "ALIGNED_WITH")
            at = self.out(s, "PLACE", "APPLIES_TO")
            if row["t"] in {"OPERATES_IN", "HELD_AT", "COVERS"}:
                at.add(row["b"])
            own = self.nodes[s]["p"]
            said_by = {own.get("dataset"), *own.get("datasets", [])}
            ends = [set(self.nodes[row[end]]["labels"]) for end in ("a", "b")]
            if (
                (not types or row["t"] in types)
                and (not terms["kind"] or all(terms["kind"] & labels for labels in ends))
                and (not terms["status"] or p["status"] in terms["status"])
                and (not terms["certainty"] or p["certainty"] in terms["certainty"])
                and (not terms["dataset"] or terms["dataset"] & said_by)
                and (not documents or documents & self.documents(sources))
                and (not themes or themes & about)
                and (not places or places & at)
                and (as_of is None or self.stood(p, s, sources, as_of))
            ):
                found.add(Link(row["a"], row["b"], row["t"], s, p["status"], p["certainty"]))
        return found

    def stood(self, p: dict[str, Any], s: str, sources: set[str], as_of: str) -> bool:
        def issued(documents: set[str]) -> list[str]:
            return [(self.moments(self.nodes[d]["p"], "issued") or [""])[0] for d in documents]

        premises = self.out(s, "WAS_DERIVED_FROM")
        below = {x for q in premises for x in self.out(q, "HAD_PRIMARY_SOURCE")}
        documents = self.documents(sources)
        ended = any(to + "-99" < as_of for to in self.moments(p, "validTo"))
        begins = (self.moments(p, "validFrom") or self.moments(p, "date") or [""])[0]
        return (
            not ended
            and (p["status"] != "actual" or begins <= as_of)
            and (not documents or any(day <= as_of for day in issued(documents)))
            and all(day <= as_of for day in issued(self.documents(premises | below)))
        )


@pytest.fixture(scope="session")
async def oracle(reader: Reader) -> Oracle:
    return await Oracle.of(reader)


async def test_each_filter_keeps_what_it_says(reader: Reader, oracle: Oracle) -> None:
    for name, values in VALUES.items():
        for value in values:
            asked: Any = value if name == "as_of" else [value]
            expected = await oracle.links(**{name: asked})
            assert await links(reader, **{name: asked}) == expected, (name, value)
            # No state is said to do something to another state, and so on.
            assert expected or name == "kind" or value == "2015", f"{name}={value} finds nothing"


async def test_filters_add_up(reader: Reader, oracle: Oracle) -> None:
    import random

    pick = random.Random(5)
    for _ in range(40):
        names = pick.sample(sorted(VALUES), pick.randint(2, 3))
        asked: dict[str, Any] = {
            name: pick.choice(VALUES[name]) if name == "as_of" else pick.sample(VALUES[name], 2)
            for name in names
        }
        assert await links(reader, **asked) == await oracle.links(**asked), asked


@given(some_filters(), some_filters())
def test_given_filters_make_the_same_filters_again(a: dict[str, Any], b: dict[str, Any]) -> None:
    one, other = filters(**a), filters(**b)
    assert filters(**one.given()) == one
    assert (one == other) == (one.given() == other.given())


SAID = """
p supports q
p supports r source=b-1
p funds s status=sg:planned date="2018-06-18"^^xsd:date
p funds t date="2018-06-18"^^xsd:date
p implements u validFrom="2016"^^xsd:gYear validTo="2017"^^xsd:gYear
p implements v validFrom="2017-03"^^xsd:gYearMonth validTo="2017-04-30"^^xsd:date
"""


STOOD: dict[str | None, str] = {
    "2016-11-08": "",  # no document yet
    "2016-11-09": "q s u",
    "2016": "q s u",
    "2017-03-01": "q s u v",
    "2017-04-30": "q s u v",
    "2017-05-01": "q s u",
    "2017": "q s u",  # until the end of that year
    "2018-01-01": "q s",
    "2018-06-17": "q s",  # a plan stands before its day, a fact does not
    "2018-06-18": "q s t",
    "2019-03-31": "q s t",
    "2019-04": "q r s t",  # a month is the finest that is known of the second document
    None: "q r s t u v",
}


async def test_as_of_shows_the_graph_as_it_stood(graph: Graph, tmp_path: Path) -> None:
    reader = await loaded(graph, tmp_path, SAID)
    for day, there in STOOD.items():
        found = await links(reader, **({"as_of": day} if day else {}))
        names = sorted(link.target.rpartition("/")[2] for link in found)
        assert names == there.split(), day
