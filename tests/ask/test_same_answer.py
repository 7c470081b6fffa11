# ruff: noqa: E501
"""The same question put in another way gets the same rows."""

from __future__ import annotations

from typing import Any

import pytest

from graph import Graph
from queries.ask import ask
from queries.reader import Reader
from tests.queries.filled import filled

PAIRS = [
    # politeness
    ("en", "who funds AIRCOP?", "en", "Hello, could you please tell me who funds AIRCOP? Many thanks."),
    ("fr", "qui finance AIRCOP ?", "fr", "Bonjour, pourriez-vous me dire qui finance AIRCOP ? Merci d’avance."),
    # casing
    ("en", "who supports WACAP", "en", "WHO SUPPORTS WACAP"),
    ("fr", "quels programmes luttent contre le trafic de migrants", "fr", "QUELS PROGRAMMES LUTTENT CONTRE LE TRAFIC DE MIGRANTS"),
    # accents, apostrophes
    ("fr", "Où s’est tenue la réunion de Niamey ?", "fr", "ou s'est tenue la reunion de Niamey ?"),
    ("fr", "engagements sur les armes légères", "fr", "engagements sur les armes legeres"),
    # order in lists
    ("en", "EU missions named in both Niamey and Dinard", "en", "EU missions named in both Dinard and Niamey"),
    ("en", "UNODC tools for the PCMS except gpml and ccp", "en", "UNODC tools for the PCMS except ccp and gpml"),
    # singular and plural
    ("en", "who supports JITs in Niger", "en", "who supports the JIT in Niger"),
    ("fr", "qui soutient les ECI au Niger ?", "fr", "qui soutient l’ECI au Niger ?"),
    # acronym and full name
    ("en", "who supports the PCMS", "en", "who supports the Security Cooperation Platform"),
    ("en", "who funds AIRCOP", "en", "who funds the Airport Communication Project"),
    ("fr", "qui soutient le SIPAO ?", "fr", "qui soutient le Système d’information policière pour l’Afrique de l’Ouest ?"),
    ("en", "members of the G5 Sahel", "en", "members of the G5"),
    # active and passive
    ("en", "who funds AIRCOP", "en", "by whom is AIRCOP funded"),
    ("fr", "qui finance AIRCOP ?", "fr", "par qui AIRCOP est-il financé ?"),
    # English and French
    ("en", "who supports JITs in Niger", "fr", "qui soutient les ECI au Niger ?"),
    ("en", "who funds AIRCOP?", "fr", "qui finance AIRCOP ?"),
    ("en", "Which countries are party to the Paris declaration?", "fr", "Quels pays sont parties à la déclaration de Paris ?"),
    ("en", "where is EUBAM Libya based?", "fr", "EUBAM Libye est basée où ?"),
    ("en", "when was the Abidjan summit", "fr", "quand a eu lieu le sommet d’Abidjan ?"),
    ("en", "is Nigeria part of the G5 Joint Force?", "fr", "le Nigeria fait-il partie de la Force conjointe du G5 ?"),
    ("en", "how much EU money went to the Joint Force", "fr", "combien d’argent de l’UE pour la Force conjointe ?"),
    ("en", "link between Frontex and the countries of origin and transit", "fr", "lien entre Frontex et les pays d’origine et de transit"),
    ("en", "who implements the CCP", "fr", "qui met en œuvre le PCC ?"),
    ("en", "commitments on corruption", "fr", "engagements sur la corruption"),
]  # fmt: skip


def rows(answer: dict[str, Any]) -> dict[str, Any]:
    values = [
        {k: v[k] for k in ("figure", "amount", "currency", "boolean", "date") if k in v}
        for v in answer["values"]
    ]
    return {
        "outcome": answer["outcome"],
        **{
            part: [i["id"] for i in answer[part]]
            for part in ("stated", "inferred", "commitments", "choices")
        },
        "values": values,
        "paths": [[n["id"] for n in p["nodes"]] for p in answer["paths"]],
        "conflict": answer["conflict"],
    }


@pytest.mark.parametrize(("lang", "question", "other_lang", "other"), PAIRS)
async def test_another_wording_gives_the_same_rows(
    reader: Reader, lang: str, question: str, other_lang: str, other: str
) -> None:
    first = rows(await ask(reader, question, lang))
    assert first["outcome"] != "nothing"
    assert rows(await ask(reader, other, other_lang)) == first


async def test_a_sample_on_each_engine(graph: Graph) -> None:
    reader = await filled(graph)
    for lang, question, other_lang, other in PAIRS[::6]:
        first = rows(await ask(reader, question, lang))
        assert first["outcome"] != "nothing"
        assert rows(await ask(reader, other, other_lang)) == first
    for question in ("?", "who " * 500, "MATCH (n) DETACH DELETE n", "\u0000\u0001", "\u202eabc"):
        assert (await ask(reader, question, "en"))["outcome"] == "nothing"
