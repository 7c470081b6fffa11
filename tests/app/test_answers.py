"""What a client gets over HTTP."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

MEMBERS = 18
NEVER = {"iom", "unhcr", "unodc", "eucap-sahel-niger", "eutf", "interpol", "frontex"}
PAGE = {"items", "total", "limit", "next", "truncated"}
THING = {"id", "iri", "label", "label_lang", "kind"}


async def get(client: httpx.AsyncClient, address: str, **headers: str) -> Any:
    answer = await client.get(address, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_who_supports_jits_in_niger(client: httpx.AsyncClient, lang: str) -> None:
    page = await get(client, f"/v1/queries/who-supports?of=jit&place=niger&lang={lang}")
    assert page.keys() == PAGE | {"included"}
    stated = [row for row in page["items"] if row["tier"] == "stated"]
    inferred = [row for row in page["items"] if row["tier"] == "inferred"]
    assert [row["actor"]["id"] for row in stated] == ["niamey-participants"]
    assert len(inferred) == len({row["actor"]["id"] for row in inferred}) == MEMBERS
    assert not {row["actor"]["id"] for row in page["items"]} & NEVER
    assert {c["id"] for c in stated[0]["commitments"]} == {"niamey-17a", "niamey-17b"}
    evidence = {e["paragraph"]: e for e in stated[0]["evidence"]}
    assert evidence["¶17"]["quote"] == "line 45"
    assert evidence["¶12"]["role"] == "chapeau"
    assert all({"document", "paragraph", "summary", "quote"} <= e.keys() for e in evidence.values())
    assert all(row["rule"] == "GroupMembers" and row["premises"] for row in inferred)
    assert {row["actor"]["label_lang"] for row in page["items"]} == {lang}


async def test_what_rows_rest_on_is_sent_once(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/queries/who-supports?of=jit&place=niger")
    page = answer.json()
    premises = page["included"]["premises"]
    named = {p["statement"] for row in page["items"] for p in row["premises"]}
    assert named <= premises.keys()
    assert all(p["subject"] and p["predicate"] and p["evidence"] for p in premises.values())
    for row in page["items"]:
        for premise in row["premises"]:
            assert all(
                {"document", "paragraph", "summary", "quote"} == e.keys()
                for e in premise["evidence"]
            )
    # On a poor line: compressed less than 6 kB, and not much more for whoever cannot unpack it.
    assert int(answer.headers["content-length"]) < 6_000
    assert len(answer.content) < 150_000


async def test_the_example_of_every_query_is_an_answer(client: httpx.AsyncClient) -> None:
    listed = await get(client, "/v1/queries")
    assert listed["total"] >= 10
    for entry in listed["items"]:
        assert {"name", "title", "description", "parameters", "columns", "example"} <= entry.keys()
        answer = await client.get(f"/v1/queries/{entry['name']}", params=entry["example"])
        assert answer.status_code == 200, entry["name"]
        items = answer.json()["items"]
        assert items or not entry["example"], entry["name"]
        assert all(row.keys() == entry["columns"].keys() for row in items)


async def test_the_catalogue_speaks_french(client: httpx.AsyncClient) -> None:
    english = (await get(client, "/v1/queries"))["items"]
    french = (await get(client, "/v1/queries?lang=fr"))["items"]
    assert all(e["title"] != f["title"] for e, f in zip(english, french, strict=True))


async def test_search_says_which_name_matched(client: httpx.AsyncClient) -> None:
    found = (await get(client, "/v1/entities?q=PMCS&lang=fr"))["items"][0]
    assert found.keys() >= THING
    assert (found["id"], found["match"], found["matched"]) == ("pcms", "hidden", "PMCS")
    fuzzy = (await get(client, "/v1/entities?q=Interpoll"))["items"][0]
    assert (fuzzy["id"], fuzzy["match"]) == ("interpol", "fuzzy")


async def test_a_page_tells_all_about_a_thing(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/entities/jit?lang=fr")
    assert page["label_lang"] == page["definition_lang"] == "fr"
    assert page["labels"].keys() == {"en", "fr"}
    assert "JIT" in page["acronyms"]["en"]
    assert "ECI" in page["acronyms"]["fr"]
    assert any(kind["asserted"] for kind in page["kinds"])
    assert page["counts"]["statements_as_object"] > 0
    assert ("niamey-2018", "¶17") in {(m["document"], m["paragraph"]) for m in page["mentions"]}


async def test_accept_language_chooses_and_lang_overrules(client: httpx.AsyncClient) -> None:
    header = {"Accept-Language": "de, fr;q=0.8, en;q=0.5"}
    answer = await client.get("/v1/entities/niamey-participants", headers=header)
    assert answer.headers["content-language"] == "fr"
    assert answer.json()["label_lang"] == "fr"
    assert "Accept-Language" in answer.headers["vary"]
    answer = await client.get("/v1/entities/niamey-participants?lang=en", headers=header)
    assert answer.json()["label_lang"] == "en"


@pytest.mark.parametrize(
    ("accept", "media", "format"),
    [
        ("text/turtle", "text/turtle", "turtle"),
        ("application/ld+json;q=0.9, text/html;q=0.1", "application/ld+json", "json-ld"),
        ("application/n-triples", "application/n-triples", "nt"),
    ],
)
async def test_a_thing_as_rdf(
    client: httpx.AsyncClient, accept: str, media: str, format: str
) -> None:
    answer = await client.get("/v1/entities/jit", headers={"Accept": accept})
    assert answer.headers["content-type"].startswith(media)
    graph = Graph().parse(data=answer.text, format=format)
    labels = set(graph.objects(URIRef("https://w3id.org/sahelgraph/id/jit"), SKOS.prefLabel))
    assert {label.language for label in labels} == {"en", "fr"}


async def test_a_format_parameter_does_as_an_accept_header(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/entities/jit?format=turtle")
    assert answer.headers["content-type"].startswith("text/turtle")


@pytest.mark.parametrize(
    "id_",
    [
        "jit",
        "id:jit",
        "https://w3id.org/sahelgraph/id/jit",
        "https%3A%2F%2Fw3id.org%2Fsahelgraph%2Fid%2Fjit",
    ],
)
async def test_an_id_may_be_written_in_three_ways(client: httpx.AsyncClient, id_: str) -> None:
    assert (await get(client, f"/v1/entities/{id_}"))["id"] == "jit"


async def test_terms_and_documents_have_short_ids_too(client: httpx.AsyncClient) -> None:
    by_name = await get(client, "/v1/statements?predicate=supports&object=jit")
    by_curie = await get(client, "/v1/statements?predicate=sg:supports&object=id:jit")
    assert by_name == by_curie
    assert by_name["total"] > 0
    assert (await get(client, "/v1/entities/niamey-2018"))["kind"] == "Document"


async def test_statements_carry_roles_status_and_evidence(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/statements?subject=niamey-participants&object=jit")
    for statement in page["items"]:
        assert statement["predicate"]["id"] == "supports"
        assert statement["status"] == "committed"
        assert statement["certainty"] == "stated"
        assert statement["roles"]["appliesTo"][0]["id"] == "african-countries-origin-transit"
        assert statement["evidence"]
        one = await get(client, f"/v1/statements/{statement['id']}")
        assert one == statement


async def test_statements_as_of_a_year_are_those_said_by_then(client: httpx.AsyncClient) -> None:
    early = (await get(client, "/v1/statements?as_of=2016&limit=1000"))["items"]
    facts = [s for s in early if s["status"] == "actual"]
    assert all(s["date"] <= "2016-12-31" for s in facts if s["date"])
    # Said is what a document says that was issued by then, whatever date its facts bear.
    sources = {e["document"] for s in early for e in s["evidence"] if e["role"] == "source"}
    assert sources == {"nouakchott-2016"}


@pytest.mark.parametrize(
    ("as_of", "said"),
    [("2018-02", False), ("2018-03", True), ("2018-03-15", False), ("2018-03-16", True)],
)
async def test_a_month_is_taken_to_its_end(
    client: httpx.AsyncClient, as_of: str, said: bool
) -> None:
    found = await get(client, f"/v1/statements?document=niamey-2018&as_of={as_of}")
    assert bool(found["total"]) is said


async def test_statements_take_the_filters_that_walks_take(client: httpx.AsyncClient) -> None:
    for asked in (
        "predicate=supports,funds&status=committed",
        "theme=smuggling-of-migrants&document=ec-2017",
        "kind=State,Group&predicate=memberOf",
        "dataset=dinard-2019&certainty=implied",
        "place=libya&as_of=2017",
    ):
        listed = (await get(client, f"/v1/statements?{asked}&limit=1000"))["items"]
        walked = (await get(client, f"/v1/graph?{asked}"))["links"]
        edges = {text for link in walked for text in link["statements"]}
        assert {s["id"] for s in listed} == edges, asked
        assert edges, asked


async def test_amounts_are_numbers(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/statements?subject=eutf&predicate=funds&limit=1000")
    amounts = {s["roles"]["amount"] for s in page["items"] if "amount" in s["roles"]}
    assert 90_000_000 in amounts


async def test_commitments_by_filter_and_by_id(client: httpx.AsyncClient) -> None:
    dated = await get(client, "/v1/commitments?has_deadline=true")
    assert [c["id"] for c in dated["items"]] == ["niamey-37"]
    assert dated["items"][0]["deadline"] == "2018-06-18"
    figures = await get(
        client, "/v1/commitments?has_figure=true&document=ec-2017&kind=ReportedResult"
    )
    assert figures["total"] > 0
    assert all(c["indicators"] and c["kind"] == "ReportedResult" for c in figures["items"])
    one = await get(client, "/v1/commitments/niamey-17a?lang=fr")
    assert one["summary_lang"] == "fr"
    assert [by["id"] for by in one["by"]] == ["niamey-participants"]
    assert one["statements"]
    assert one["evidence"][0]["paragraph"] == "¶17"


async def test_documents_and_what_their_paragraphs_state(client: httpx.AsyncClient) -> None:
    documents = (await get(client, "/v1/documents"))["items"]
    assert {d["id"] for d in documents} >= {
        "niamey-2018", "dinard-2019", "nouakchott-2016", "ec-2017",
    }  # fmt: skip
    page = await get(client, "/v1/documents/niamey-2018/paragraphs?limit=1000")
    by_locator = {p["paragraph"]: p for p in page["items"]}
    seventeen = by_locator["¶17"]
    assert seventeen["quote"] == "line 45"
    assert seventeen["chapeau"] == ["¶12"]
    assert {c["id"] for c in seventeen["commitments"]} == {"niamey-17a", "niamey-17b"}
    assert any(s["predicate"]["id"] == "supports" for s in seventeen["statements"])
    order = [p["paragraph"] for p in page["items"]]
    assert order.index("¶12") < order.index("¶17") < order.index("¶38")


async def test_pages_can_be_followed_to_the_end(client: httpx.AsyncClient) -> None:
    address = "/v1/statements?document=dinard-2019&limit=40"
    seen: list[str] = []
    page = await get(client, address)
    while True:
        seen += [s["id"] for s in page["items"]]
        assert page["truncated"] == (page["next"] is not None)
        if not page["truncated"]:
            break
        page = await get(client, f"{address}&cursor={page['next']}")
    assert len(seen) == len(set(seen)) == page["total"]


async def test_ids_of_things_are_addresses_of_the_service(client: httpx.AsyncClient) -> None:
    for address, leads_to in (
        ("/id/jit", "/v1/entities/jit"),
        ("/document/niamey-2018", "/v1/documents/niamey-2018"),
        ("/document/niamey-2018/17", "/v1/entities/niamey-2018/17"),
    ):
        answer = await client.get(address)
        assert (answer.status_code, answer.headers["location"]) == (303, leads_to)
        assert (await client.get(leads_to)).status_code == 200


async def test_the_ontology_is_a_page(client: httpx.AsyncClient) -> None:
    answer = await client.get("/ontology")
    assert answer.headers["content-type"].startswith("text/html")
    assert 'id="supports"' in answer.text
    french = await client.get("/ontology?lang=fr")
    assert 'lang="fr"' in french.text


async def test_openapi_describes_every_query(client: httpx.AsyncClient) -> None:
    schema = await get(client, "/openapi.json")
    operation = schema["paths"]["/v1/queries/who-supports"]["get"]
    names = [p["name"] for p in operation["parameters"]]
    assert len(names) == len(set(names))
    assert {"of", "place", "lang", "limit", "cursor"} <= set(names)
    of = next(p for p in operation["parameters"] if p["name"] == "of")
    assert of["required"]
    assert of["example"] == "jit"
    assert {"200", "404", "422", "503", "504"} <= operation["responses"].keys()
    references = set(_references(schema))
    assert references <= schema["components"]["schemas"].keys()


def _references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"].rpartition("/")[2]] if isinstance(node.get("$ref"), str) else []
        return own + [r for value in node.values() for r in _references(value)]
    if isinstance(node, list):
        return [r for value in node for r in _references(value)]
    return []
