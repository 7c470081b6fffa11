"""Generated RDF for the property-based tests: what real files hold at their worst."""

from __future__ import annotations

from hypothesis import strategies as st

from loaders.mapping import Term, Triple
from loaders.names import RDF, RDF_TYPE, XSD

SG = "https://w3id.org/sahelgraph/ontology#"

CONTEXT = {
    "sg": SG,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": XSD,
    "prefLabel": "skos:prefLabel",
    "Statement": "sg:Statement",
    "State": "sg:State",
    "subject": {"@id": "sg:subject", "@type": "@id"},
    "predicate": {"@id": "sg:predicate", "@type": "@vocab"},
    "object": {"@id": "sg:object", "@type": "@id"},
    "supports": {"@id": "sg:supports", "@type": "@id"},
    "status": {"@id": "sg:status", "@type": "@vocab"},
    "committed": "sg:committed",
    "date": {"@id": "sg:date", "@type": "xsd:date"},
    "amount": {"@id": "sg:amount", "@type": "xsd:decimal"},
    "order": {"@id": "sg:order", "@type": "xsd:integer"},
    "fundsX": "sg:fundsX",
    "funds_X": "sg:funds_X",
    "name": "http://xmlns.com/foaf/0.1/name",
    "Dataset": "http://www.w3.org/ns/dcat#Dataset",
}

_TERMS = (
    *("subject", "predicate", "object", "supports", "status", "date"),
    *("amount", "order", "committed", "fundsX", "funds_X"),
)
_IRIS = [
    *(SG + name for name in _TERMS),
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://xmlns.com/foaf/0.1/name",
    "http://www.w3.org/ns/dcat#Dataset",
    RDF + "first",
    RDF + "rest",
    RDF + "nil",
    RDF_TYPE,
    "urn:x",
    "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
    "mailto:a@b.org",
    "http://ex.org",
    "http://ex.org/",
    "http://ex.org/a__b",
    "http://ex.org/__",
    "http://ex.org/_x",
    "http://ex.org/a%20b%40c@d",
    "http://ex.org/é/ü#ñ",
    "http://пример.рф/об#ъ",
    "http://ex.org/q?a=1&b='2'",
    "http://ex.org/id",
    "http://ex.org/𝒳",
]
_LOCAL = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs", "Z"], exclude_characters='<>"{}|^`\\'
    ),
    max_size=6,
)
iris = st.one_of(
    st.sampled_from(_IRIS),
    st.builds("http://ex.org/{}".format, st.from_regex(r"[a-z%_]{0,4}", fullmatch=True)).filter(
        lambda iri: "%" not in iri
    ),
    st.builds("urn:é:{}".format, st.from_regex(r"[a-z_:#/]{0,5}", fullmatch=True)).filter(
        lambda iri: iri.count("#") < 2
    ),
)
blanks = st.sampled_from([f"_:b{n}" for n in range(4)])
_TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
lexicals = st.one_of(
    _TEXT,
    st.sampled_from(
        (
            *("", "0", "1", "-0", "007", "+1", "true", "false", "1.0", "2020-01-01", "\x00"),
            *("a\nb\r\t", '"', "'''", "\\", "9223372036854775807", "9223372036854775808"),
            *("-9223372036854775808", "-9223372036854775809", "1" * 40, "Entity_0", "null", "NaN"),
            *("x" * 2000, "٣", "1_0", " 1", "2020-01-01T00:00:00Z"),
        )
    ),
    st.integers().map(str),
)
_DATATYPES = [
    XSD + name
    for name in ("string", "integer", "boolean", "decimal", "double", "date", "gYear", "int")
]
literals = st.tuples(
    lexicals,
    st.one_of(
        st.sampled_from(["@en", "@fr", "@en-gb", "@ar--rtl", "@zh-hant-tw"]),
        st.sampled_from([*_DATATYPES, "http://ex.org/dt@x%5Ey", "urn:dt"]).map("^^{}".format),
    ),
)
terms: st.SearchStrategy[Term] = st.one_of(iris, blanks, literals)
triples: st.SearchStrategy[Triple] = st.tuples(st.one_of(iris, blanks), iris, terms)
graphs = st.sets(triples, max_size=40)
