"""Small cuts for the tests of the exporters: one with all that data may do to a writer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from exporters.fuse import View, edge_attributes, fused
from exporters.subgraph import Attribute, Node, Row, Subgraph, Table, batched

NODE_ATTRIBUTES = (
    Attribute("iri", "IRI"),
    Attribute("aliases", "Also called", "strings"),
    Attribute("members", "Members", "integer"),
    Attribute("latitude", "Latitude", "double"),
    Attribute("hub", "Hub", "boolean"),
    Attribute("founded", "Founded", "date"),
)
HOSTILE = {
    "control": "bell\x07 null\x00 escape\x1b\ufffe\uffff lone\ud800",
    "markup": """<b a="1">&amp; 'both' ]]> --> \\ \\n</b>""",
    "emoji": "👩🏽‍⚖️ 🇳🇪 𝔊5",
    "rtl": "\u202bمجموعة دول الساحل الخمس\u202c‏",
    "long": "é" * 10_000,
    "formula": '=HYPERLINK("http://example.org";"x")',
    "formula at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula plus": "+1-2",
    "lines": "one\ttwo\r\nthree\nfour",
    "separators": "a, b | c; 'd', \"e\"",
    "empty": "",
    "space": "  padded  ",
}
HUGE = "x" * 40_000  # more than a cell of a spreadsheet holds
STATEMENT_COLUMNS = (
    Attribute("statement", "Statement"),
    Attribute("text", "Text"),
    Attribute("places", "Places", "strings"),
    Attribute("figure", "Figure", "double"),
)


def views() -> list[View]:
    """Six statements: three of one predicate between the same two, a loop, the way back."""
    niamey, dinard = ("niamey-2018",), ("dinard-2019",)
    day = date(2018, 3, 16)
    return [
        View(
            "a", "b", "SUPPORTS", "supports", "st:1", "committed", "stated", niamey, ("n:17",), day
        ),
        View(
            "a", "b", "SUPPORTS", "supports", "st:2", "actual", "implied", dinard, ("d:4", "n:17")
        )._replace(start=date(2016, 1, 1), end=date(2016, 12, 31)),
        View("a", "b", "SUPPORTS", "supports", "st:3", "actual", None, dinard, ("d'5\\",)),
        View("a", "b", "FUNDS", "funds & pays", "st:4", "actual", "stated", niamey, ()),
        View("a", "a", "PART_OF", "part of", "st:5", end=day),
        View("b", "a", "SUPPORTS", "supports", "st:6", "offered", "stated", niamey, ("n:2",)),
    ]


def nodes() -> list[Node]:
    """Two things with values and positions, and one with each hostile label."""
    a = Node("a", "États du G5", "State", ("https://x.org/a?b=1&c=2", ["G5", "l'un", "d\\e"], 2**40,
             13.5, True, "2014"), 5, position=(1.5, -2.0),
             spells=((date(2014, 2, 16), None),))  # fmt: skip
    meetings = ((None, date(2016, 1, 1)), (date(2018, 3, 16), date(2018, 3, 17)))
    b = Node("b", "JIT", "Mechanism", (None, [], -3, float("nan"), False, None), 4, spells=meetings)
    rest = [
        Node(f"h{i}", text, "Unheard & of", (text, [text, name], None, None, None, None), 0)
        for i, (name, text) in enumerate(HOSTILE.items())
    ]
    return [a, b, *rest]


def subgraph(lang: str = "en") -> Subgraph:
    """All of the above, in batches of two, with a table of statements."""
    rows: list[Row] = [(name, text, [text, "x"], 1.5) for name, text in HOSTILE.items()]
    rows += [("huge", HUGE, [], -2.0), (None, None, (), None)]
    return Subgraph(
        lang=lang,
        title="Sample <1>",
        description="All that data may do to a writer",
        modified=date(2020, 2, 29),
        nodes=list(batched(nodes(), 2)),
        edges=list(fused(batched(views(), 2))),
        node_attributes=NODE_ATTRIBUTES,
        edge_attributes=edge_attributes(lang),
        statements=Table(STATEMENT_COLUMNS, list(batched(rows, 2))),
        kinds={"State": "État"} if lang == "fr" else {"State": "State"},
    )


def empty() -> Subgraph:
    """A cut that holds nothing."""
    return replace(subgraph(), nodes=[], edges=[], statements=None)
