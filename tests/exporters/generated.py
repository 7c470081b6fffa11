"""A generated cut of any size with parallel predicates, the same for the same arguments."""

from __future__ import annotations

import random
from datetime import date, timedelta

from exporters.fuse import View, edge_attributes, fused
from exporters.subgraph import Attribute, Node, Subgraph, batched

KINDS = ("State", "Mechanism", "Programme", "Theme")
PREDICATES = ("SUPPORTS", "FUNDS", "MEMBER_OF")


def generated(things: int = 300, statements: int = 3000, seed: int = 5) -> Subgraph:
    """Things with three attributes; statements among them, many of one predicate on one pair."""
    chance = random.Random(seed)
    nodes = [
        Node(
            f"https://x.org/t#{n}?a=1&b", f"Thing {n}", KINDS[n % 4], (n, n / 7, n % 2 == 0), n % 9
        )
        for n in range(things)
    ]
    views = []
    for n in range(statements):
        source = nodes[n * things // statements].id
        target = nodes[chance.randrange(min(things, 20))].id
        predicate = chance.choice(PREDICATES)
        day = date(2016, 1, 1) + timedelta(days=chance.randrange(1500))
        start, end = day if n % 3 else None, day if n % 2 else None
        document = f"doc{n % 4}"
        views.append(
            View(source, target, predicate, predicate.lower(), f"st:{n}", "actual", "stated",
                 (document,), (f"{document}:{n}",), start, end)
        )  # fmt: skip
    return Subgraph(
        "en", "Generated", list(batched(nodes)), list(fused(batched(views))),
        (Attribute("rank", "Rank", "integer"), Attribute("part", "Part", "double"),
         Attribute("even", "Even", "boolean")),
        edge_attributes("en"),
    )  # fmt: skip
