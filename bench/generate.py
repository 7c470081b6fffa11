"""A generated RDF file of any size, the same for the same arguments.

Shape per resource (9 triples): a class, a label in two languages, a date, an integer, a decimal
that is not canonical, and three links to other resources. The vocabularies are foreign to this
project, as most files are, and a tenth of the links go to resources that nothing describes.
"""

from __future__ import annotations

import random
from pathlib import Path

BASE = "https://example.org/bench/"
SHAPE = 9


def write_ntriples(path: Path, triples: int, *, seed: int = 1) -> int:
    """Write about `triples` triples to `path` as N-Triples; return how many there are."""
    chance = random.Random(seed)
    resources = max(1, triples // SHAPE)
    classes = ("Organization", "Person", "Project", "Group")
    xsd = "http://www.w3.org/2001/XMLSchema#"
    foaf = "http://xmlns.com/foaf/0.1/"
    with path.open("w", encoding="utf-8") as out:
        for n in range(resources):
            s = f"<{BASE}r{n}>"
            links = [
                f"r{chance.randrange(resources)}"
                if chance.random() > 0.1
                else f"undescribed{chance.randrange(resources)}"
                for _ in range(3)
            ]
            links = [
                link if links.index(link) == i else f"r{(n + i) % resources}"
                for i, link in enumerate(links)
            ]
            out.write(
                f"{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
                f" <{foaf}{classes[n % len(classes)]}> .\n"
                f'{s} <{foaf}name> "Thing number {n} of the generated file"@en .\n'
                f'{s} <{foaf}name> "Chose numéro {n} du fichier engendré"@fr .\n'
                f"{s} <http://purl.org/dc/terms/issued>"
                f' "20{n % 25:02d}-{n % 12 + 1:02d}-{n % 28 + 1:02d}"^^<{xsd}date> .\n'
                f'{s} <{foaf}age> "{n % 97}"^^<{xsd}integer> .\n'
                f'{s} <{BASE}amount> "{n}.50"^^<{xsd}decimal> .\n'
                f"{s} <{foaf}knows> <{BASE}{links[0]}> .\n"
                f"{s} <{foaf}member> <{BASE}{links[1]}> .\n"
                f"{s} <{BASE}funds> <{BASE}{links[2]}> .\n"
            )
    return resources * SHAPE
