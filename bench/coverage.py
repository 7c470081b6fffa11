"""How the data stands beside a careful reading of the same documents: `make coverage READING=DIR`.

DIR holds the reading: `inventory.yaml`, `commitments.yaml`, `relations.yaml`. Prints things,
commitments and statements by document and predicate, and explains every difference: by an
inference rule that computes the row, or by an entry of `coverage_differences.yaml`. Exits 1 when
a difference stays unexplained.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph
import yaml
from rich.console import Console
from rich.table import Table

from ontology.files import DATA_FILES

SG = "https://w3id.org/sahelgraph/ontology#"
ID = "https://w3id.org/sahelgraph/id/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
DIFFERENCES = Path(__file__).with_name("coverage_differences.yaml")
# Predicates whose name here is not the reading's in camel case.
RENAMED = {"participantIn": "participatesIn", "hostOf": "hosts", "broader": "broaderThan"}
COMMITMENT_CLASSES = {
    "commitment": "Promise",
    "recommendation": "Recommendation",
    "request": "Request",
    "encouragement": "Encouragement",
    "acknowledgement": "Acknowledgement",
    "reported result": "ReportedResult",
}


class Fact(NamedTuple):
    """A statement without its roles: document, paragraph slug, subject, predicate, object."""

    document: str
    paragraph: str
    subject: str
    predicate: str
    object: str


def slug(locator: str) -> str:
    """The paragraph's name in its IRI: `QA ¶5 bullet 1` becomes `QA5-b1`."""
    first = re.split(r"\s*;\s*", locator.strip())[0]
    for old, new in ((" ¶", ""), ("¶", ""), ("fn ", "fn"), (" bullet ", "-b"), (" ", "-")):
        first = first.replace(old, new)
    return first


def predicate_name(kebab: str) -> str:
    head, *rest = kebab.split("-")
    camel = head + "".join(part.title() for part in rest)
    return RENAMED.get(camel, camel)


def read_data() -> tuple[dict[str, dict[str, list[str]]], dict[str, Fact]]:
    """The described resources {IRI: {short property: values}}, and the statements {id: Fact}."""
    described: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in DATA_FILES:
        for quad in pyoxigraph.parse(path=str(path)):
            name = "type" if quad.predicate.value == RDF_TYPE else quad.predicate.value
            described[quad.subject.value][re.split(r"[#/]", name)[-1]].append(quad.object.value)
    facts = {}
    for iri, properties in described.items():
        if f"{SG}Statement" in properties["type"]:
            document, paragraph = properties["hadPrimarySource"][0].rsplit("/", 2)[-2:]
            facts[iri.rsplit("/", 1)[-1]] = Fact(
                document,
                paragraph,
                properties["subject"][0].removeprefix(ID),
                properties["predicate"][0].removeprefix(SG),
                properties["object"][0].removeprefix(ID),
            )
    return described, facts


def class_of_countries(described: dict[str, dict[str, list[str]]]) -> set[str]:
    return {
        iri.removeprefix(ID) for iri, p in described.items() if f"{SG}CountryClass" in p["type"]
    }


def fact_of(row: dict[str, Any], classes: set[str]) -> Fact:
    predicate = predicate_name(row["predicate"])
    if predicate == "memberOf" and row["object"] in classes:
        predicate = "inCountryClass"
    return Fact(row["doc"], slug(row["para"]), row["subject"], predicate, row["object"])


def by_group(facts: set[Fact]) -> set[tuple[str, str, str, str]]:
    """What the rule GroupMembers computes: (document, member, predicate, object)."""
    members = defaultdict(set)
    for fact in facts:
        if fact.predicate == "memberOf":
            members[fact.object].add(fact.subject)
    return {
        (f.document, member, f.predicate, f.object) for f in facts for member in members[f.subject]
    }


def table(title: str, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> Table:
    made = Table(*header, title=title, title_justify="left")
    for row in rows:
        made.add_row(*map(str, row))
    return made


def main(reading: Path) -> int:
    missing = [
        n
        for n in ("inventory", "commitments", "relations")
        if not (reading / f"{n}.yaml").is_file()
    ]
    if missing:
        print(
            f"coverage: {reading} has no {', '.join(f'{n}.yaml' for n in missing)}", file=sys.stderr
        )
        return 2
    inventory, commitments, relations = (
        yaml.safe_load((reading / f"{name}.yaml").read_text(encoding="utf-8"))[key]
        for name, key in (
            ("inventory", "entities"),
            ("commitments", "commitments"),
            ("relations", "relations"),
        )
    )
    differences = yaml.safe_load(DIFFERENCES.read_text(encoding="utf-8"))
    described, facts = read_data()
    out = Console(width=120)
    unexplained: list[str] = []

    # Things and commitments: every id, both languages.
    rows: list[tuple[object, ...]] = []
    for kind in sorted({e["type"] for e in inventory}):
        ids = [e["id"] for e in inventory if e["type"] == kind]
        here = [i for i in ids if described.get(ID + i, {}).get("prefLabel")]
        rows.append((kind, len(ids), len(here)))
        unexplained += [f"thing {i} is missing" for i in set(ids) - set(here)]
    rows.append(("all", len(inventory), sum(int(str(r[2])) for r in rows)))
    out.print(table("Things", ("type in the reading", "reading", "data"), rows))

    rows = []
    for document in sorted({c["document"] for c in commitments}):
        for kind, name in COMMITMENT_CLASSES.items():
            ids = [c["id"] for c in commitments if (c["document"], c["kind"]) == (document, kind)]
            here = [i for i in ids if SG + name in described.get(ID + i, {}).get("type", [])]
            if ids:
                rows.append((document, name, len(ids), len(here)))
            unexplained += [f"commitment {i} is missing" for i in set(ids) - set(here)]
    rows.append(("all", "", len(commitments), sum(int(str(r[3])) for r in rows)))
    out.print(table("Commitments", ("document", "kind", "reading", "data"), rows))

    # Statements: matched by document, paragraph, subject, predicate and object.
    classes = class_of_countries(described)
    read = Counter(fact_of(row, classes) for row in relations)
    held = Counter(facts.values())
    derived = by_group(set(held))
    left_out = {entry["row"]: entry["why"] for entry in differences["left_out"]}
    moved = {entry["row"]: entry for entry in differences["changed"]}
    added = {entry["statement"]: entry["why"] for entry in differences["added"]}
    why: Counter[tuple[str, str, str]] = Counter()
    matched: Counter[tuple[str, str]] = Counter()
    spare = Counter(held)
    for row in relations:
        fact = fact_of(row, classes)
        name = f"{row['doc']} {row['para']}: {row['subject']} {row['predicate']} {row['object']}"
        if spare[fact]:
            spare[fact] -= 1
            matched[fact.document, fact.predicate] += 1
        elif name in moved and moved[name]["statement"] in facts:
            spare[facts[moved[name]["statement"]]] -= 1
            why[fact.document, fact.predicate, f"corrected: {moved[name]['why']}"] += 1
        elif (fact.document, fact.subject, fact.predicate, fact.object) in derived:
            why[fact.document, fact.predicate, "computed by the rule GroupMembers"] += 1
        elif name in left_out:
            why[fact.document, fact.predicate, f"left out: {left_out[name]}"] += 1
        else:
            unexplained.append(f"row of the reading not in the data: {name}")
    for identifier, fact in facts.items():
        if identifier in added and spare[fact] > 0:
            spare[fact] -= 1
            why[fact.document, fact.predicate, f"added: {added[identifier]}"] += 1
    unexplained += [f"statement not in the reading: {fact}" for fact in (+spare)]

    rows = []
    for document in sorted({f.document for f in (*read, *held)}):
        for predicate in sorted({f.predicate for f in (*read, *held) if f.document == document}):
            key = (document, predicate)
            rows.append(
                (
                    document,
                    predicate,
                    sum(n for f, n in read.items() if (f.document, f.predicate) == key),
                    sum(n for f, n in held.items() if (f.document, f.predicate) == key),
                    matched[key],
                )
            )
    rows.append(("all", "", read.total(), held.total(), matched.total()))
    header = ("document", "predicate", "reading", "data", "the same")
    out.print(table("Statements", header, rows))
    out.print(
        table(
            "Differences, explained",
            ("document", "predicate", "statements", "why"),
            [(d, p, n, reason) for (d, p, reason), n in sorted(why.items())],
        )
    )
    out.print(
        f"{len(moved)} statements were corrected against the text, "
        f"{len(added)} added, {len(left_out)} left out."
    )
    for line in unexplained:
        out.print(f"unexplained: {line}", style="red")
    return 1 if unexplained else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print("usage: python -m bench.coverage FOLDER-OF-THE-READING", file=sys.stderr)
        sys.exit(2)
    sys.exit(main(Path(sys.argv[1])))
