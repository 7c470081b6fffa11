"""The shapes of what is walked: neighbours, paths, what connects, structure."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from app.schemas import Evidence, ListOf, Thing

T = TypeVar("T")


class Bounded(BaseModel):
    """Which bound an answer met, and what to do about it."""

    by: Literal["nodes", "links", "time", "hubs", "paths"]
    limit: float
    message: str
    left_out: list[str] = Field(description="Ids of what was not entered, where that is known")


class Walked(ListOf[T], Generic[T]):
    """A page of a walk. `truncated`: there is more, behind `next` or beyond a bound (`cut`);
    `total` then counts what was seen. A cursor stays valid while data changes."""

    cut: Bounded | None


class GraphLink(BaseModel):
    """A direct edge: one statement, from its subject to its object."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    from_: str = Field(alias="from")
    to: str
    predicate: Thing
    statement: str
    status: str | None
    certainty: str | None
    evidence: list[Evidence]


class Neighbour(Thing):
    """A thing that was reached; `edges` lead to things one step nearer, the most telling first."""

    distance: int
    edges: list[GraphLink]
    edges_total: int


class PathThing(Thing):
    linked_to: int = Field(description="To how many things it is linked in the whole graph")


class PathStep(GraphLink):
    """The most telling link of a step; `also` holds others of the same step, `links` counts all."""

    also: list[GraphLink]
    links: int


class GraphPath(BaseModel):
    """A way from one thing to another: `edges[i]` joins `nodes[i]` and `nodes[i + 1]`."""

    nodes: list[PathThing]
    edges: list[PathStep]
    length: int
    cost: float = Field(description="Bits: the less, the more it tells")
    why: str = Field(description="Why it stands where it stands")


class Shared(BaseModel):
    thing: str
    edges: list[GraphLink]
    edges_total: int


class CommonNeighbour(PathThing):
    """A thing that several of those asked about are linked to."""

    shared: list[Shared]


class JoinedThing(PathThing):
    asked: bool = Field(description="One of the things that were asked about")


class Connections(BaseModel):
    """What joins a set of things; `groups`: those that are joined (one group when all are)."""

    nodes: list[JoinedThing]
    edges: list[PathStep]
    paths: list[GraphPath]
    groups: list[list[str]]
    truncated: bool
    cut: Bounded | None


class Figures(Thing):
    """The figures of a thing in a cut; `measures` says what each means."""

    degree: int
    in_degree: int
    out_degree: int
    statements: int
    betweenness: float
    pagerank: float
    community: int
    component: int


class Measure(BaseModel):
    title: str
    meaning: str
    meanings: dict[str, str] = Field(description="The meaning in English and French")


class Summary(BaseModel):
    """`betweenness_from`: how many things stand for all in the betweenness; null: all of them."""

    things: int
    pairs: int
    statements: int
    density: float
    components: int
    communities: int
    modularity: float
    bridges: int
    betweenness_from: int | None


class PartOfCut(BaseModel):
    number: int
    size: int
    things: list[Thing] = Field(description="The most linked first, 20 at most")


class Bridge(BaseModel):
    between: list[Thing]
    edges: list[GraphLink]
    edges_total: int


class GraphStructure(Walked[Figures]):
    measures: dict[str, Measure]
    summary: Summary
    components: list[PartOfCut]
    communities: list[PartOfCut]
    bridges: list[Bridge]
