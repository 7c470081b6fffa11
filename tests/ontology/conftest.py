"""The ontology, its shapes and the data, read once."""

from __future__ import annotations

import pytest
from rdflib import Graph

from ontology.files import DATA_FILES, SHAPES_FILE, ontology_graph


@pytest.fixture(scope="session")
def ontology() -> Graph:
    return ontology_graph()


@pytest.fixture(scope="session")
def shapes() -> Graph:
    return Graph().parse(SHAPES_FILE, format="turtle")


@pytest.fixture(scope="session")
def data() -> Graph:
    """All data files together, without the ontology."""
    graph = Graph()
    for path in DATA_FILES:
        graph.parse(path, format="turtle")
    return graph
