"""Many questions to the catalogue: the examples of all headers, and each query on many things."""

from __future__ import annotations

from typing import Any

from queries import catalogue

THINGS = (
    "jit", "gar-si", "pcms", "wapis", "wacap", "g5-sahel", "g5-sahel-joint-force", "eutf", "aircop",
    "niger", "mali", "libya", "agadez", "north-niger", "sahel-region", "niamey-participants",
    "african-countries-origin-transit", "pf-priority-countries", "eu-member-states", "unodc",
    "european-union", "event-niamey-meeting-2018", "smuggling-of-migrants",
    "trafficking-in-persons",
    "irregular-migration", "niamey-theme-2", "refugees-asylum-seekers",
)  # fmt: skip

EACH = 5

MORE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("who-supports", {"of": "jit"}),
    ("who-supports", {"of": "jit", "place": "mali"}),
    ("who-supports", {"of": "jit", "place": "france"}),
    ("who-supports", {"of": "jit", "place": "niger", "role": "funding"}),
    ("who-supports", {"of": "pcms", "place": "niger"}),
    ("who-supports", {"of": "defence-and-security-forces", "place": "niger"}),
    ("who-supports", {"of": "refugees-asylum-seekers", "place": "libya"}),
    ("who-funds", {"of": "eutf", "status": "committed"}),
    ("members-of", {"of": "g5-sahel-joint-force", "status": "actual"}),
    ("participants-of", {"of": "event-niamey-meeting-2018", "presence": "attended"}),
    ("programmes-against", {"crime": "smuggling-of-migrants", "kind": "Mission"}),
    ("programmes-against", {"crime": "trafficking-in-persons", "kind": "Mechanism"}),
    ("commitments-on", {"on": "trafficking-in-persons", "by": "niamey-participants"}),
    ("statements-about", {"id": "eutf", "status": "committed"}),
    ("statements-about", {"id": "pcms", "certainty": "implied"}),
)


def questions() -> list[tuple[str, dict[str, Any]]]:
    """Query and parameters; a query with one required id is asked of several things."""
    asked: list[tuple[str, dict[str, Any]]] = []
    for name, query in catalogue.load().items():
        asked.append((name, dict(query.header.example)))
        required = [n for n, p in query.header.parameters.items() if p.required]
        if len(required) == 1 and query.header.parameters[required[0]].type == "id":
            # Each query on other things than its neighbour in the catalogue.
            first = len(asked) % len(THINGS)
            some = (THINGS * 2)[first : first + EACH]
            asked += [(name, {required[0]: thing}) for thing in some]
    return asked + [(name, dict(given)) for name, given in MORE]
