"""How queries are sent to Neo4j: parameters in one map, bounded rows in one record."""

from __future__ import annotations

import pytest

from graph.errors import QueryFailed
from graph.neo4j_query import packed, with_one_parameter


def test_the_last_return_is_packed() -> None:
    text = "MATCH (n) WITH n ORDER BY n.id RETURN n.id AS id, [1, 2] AS list\nORDER BY id LIMIT $n"
    assert packed(text) == (
        "MATCH (n) WITH n ORDER BY n.id WITH n.id AS id, [1, 2] AS list\nORDER BY id LIMIT $n\n"
        "RETURN collect([id, list]) AS `packed rows`",
        ("id", "list"),
    )


def test_subqueries_quotes_and_maps_are_not_taken_for_the_end() -> None:
    text = (
        "CALL { MATCH (n) RETURN n AS n LIMIT 3 } WITH n // RETURN, LIMIT\n"
        "RETURN DISTINCT n['a, b LIMIT'] AS x, {a: 1, b: 'RETURN'} AS map, `LIMIT` AS y LIMIT 5"
    )
    sent, columns = packed(text)
    assert columns == ("x", "map", "y")
    assert "WITH DISTINCT n['a, b LIMIT'] AS x, {a: 1, b: 'RETURN'} AS map" in sent
    assert sent.startswith("CALL { MATCH (n) RETURN n AS n LIMIT 3 } WITH n")


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) RETURN n.id AS id ORDER BY id",
        "MATCH (n) RETURN n.id LIMIT 3",
        "RETURN 1 AS x LIMIT 1 UNION RETURN 2 AS x",
        "MATCH (n) WITH n LIMIT 3 RETURN n.id AS id",
        "MATCH (n) WITH n LIMIT 3 SET n.x = 1",
        "CREATE (n)",
    ],
)
def test_what_has_no_limit_or_no_names_stays_as_it_is(text: str) -> None:
    assert packed(text) == (text, ())


def test_parameters_become_parts_of_one() -> None:
    text = (
        "MATCH (n {id: $id}) // costs $5\nWHERE n.x IN $ids AND n.y = '$id' RETURN n.`$z` LIMIT $n"
    )
    given = {"id": "a", "ids": ["b"], "n": 3}
    assert with_one_parameter(text, given) == (
        "MATCH (n {id: $p.id}) // costs $5\nWHERE n.x IN $p.ids AND n.y = '$id' "
        "RETURN n.`$z` LIMIT $p.n",
        {"p": given},
    )
    with pytest.raises(QueryFailed, match="ids, n"):
        with_one_parameter(text, {"id": "a"})
