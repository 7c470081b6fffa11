"""The schema that GEXF files are checked by."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.exporters.tools import ROOT

XSD = ROOT.parent / "shared" / "data" / "gexf" / "xsd-1.3" / "gexf.xsd"


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    if not XSD.is_file():
        pytest.skip("the GEXF schema is not beside this repository")
    return etree.XMLSchema(etree.parse(str(XSD)))
