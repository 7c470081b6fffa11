"""The dimensions of a matrix: where in a statement a thing of each stands.

A direct edge has two ends, its statement has roles. An actor is set down where it acts, as the
subject; the other side of a matrix of actors with actors is whom it acts upon, the object. A place
is where the statement says that it holds: a role, or the object of a predicate that says where.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from queries.coverage.texts import has_label
from queries.errors import WrongParameter
from queries.params import one_of

Name = Literal[
    "actor", "kind", "mechanism", "programme", "place", "theme", "crime", "document", "status"
]
Position = Literal["subject", "object", "role", "document", "status"]

# Predicates whose object says where, a state included: to support Niger is to act for Niger.
PLACE_TYPES = (
    "OPERATES_IN", "COVERS", "HELD_AT", "DEPLOYS", "APPLIES_TO_ROUTE", "SUPPORTS", "FUNDS",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dimension:
    """Its classes, the positions in which a thing of them counts, and the roles among these."""

    name: str
    positions: tuple[Position, ...]
    classes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    def end(self, variable: str, *, by_edge: bool = False) -> str:
        """The condition on an end, `a` (subject) or `b` (object), of an edge `v` or a statement
        with predicate `p`."""
        held = f"({has_label(variable, self.classes)})"
        if self.name != "place":
            return held
        says_where = "type(v) IN $where_types" if by_edge else "p.id IN $where_predicates"
        return f"({held} AND ({says_where} OR NOT b:`Actor`))"


_ALL = (
    Dimension("actor", ("subject",), ("Actor",)),
    Dimension("kind", ("subject",), ("Actor",)),
    Dimension(
        "mechanism",
        ("subject", "object", "role"),
        ("Mechanism", "MechanismClass", "InformationSystem"),
        ("VIA", "TOOL", "FRAMEWORK", "BENEFICIARY", "PARTNER", "TOPIC"),
    ),
    Dimension(
        "programme",
        ("subject", "object", "role"),
        ("Programme", "Fund", "FundingPackage"),
        ("PROGRAMME", "VIA", "TOOL", "FRAMEWORK", "TOPIC"),
    ),
    Dimension("place", ("object", "role"), ("Area",), ("PLACE", "APPLIES_TO", "DESTINATION")),
    Dimension("theme", ("subject", "object", "role"), ("Theme",), ("TOPIC",)),
    Dimension("crime", ("subject", "object", "role"), ("CrimeType",), ("TOPIC",)),
    Dimension("document", ("document",)),
    Dimension("status", ("status",)),
)
DIMENSIONS: dict[str, Dimension] = {dimension.name: dimension for dimension in _ALL}


def pair(rows: str, columns: str) -> tuple[Dimension, Dimension]:
    """The two dimensions of a matrix. Raises `WrongParameter`.

    Where both could be the same end of a statement, rows take the subject and columns the object.
    """
    one = DIMENSIONS[one_of("rows", rows, list(DIMENSIONS))]
    other = DIMENSIONS[one_of("columns", columns, list(DIMENSIONS))]
    if one is other and one.name in {"document", "status"}:
        raise WrongParameter(
            "columns",
            f"a matrix of {one.name} with itself says nothing",
            f"une matrice de {one.name} avec elle-même ne dit rien",
            allowed=[name for name in DIMENSIONS if name != one.name],
        )
    acting = {"actor", "kind"}
    if {one.name, other.name} <= acting:
        return one, _only(other, "object")
    if one is other:
        first: Position = "subject" if "subject" in one.positions else "object"
        return _only(one, first), _only(other, *(p for p in other.positions if p != first))
    return one, other


def _only(dimension: Dimension, *positions: Position) -> Dimension:
    return Dimension(dimension.name, positions, dimension.classes, dimension.roles)
