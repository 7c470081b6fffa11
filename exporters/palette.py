"""Colours of kinds and sizes of nodes, the same in every export and picture.

The palette is that of Okabe and Ito (2008, "Color Universal Design"), told apart by people with
any of the usual colour blindnesses. It has few colours, so related kinds share one.
"""

from __future__ import annotations

from functools import cache
from math import sqrt

from exporters.subgraph import Color

BLUE: Color = (0, 114, 178)
SKY_BLUE: Color = (86, 180, 233)
ORANGE: Color = (230, 159, 0)
GREEN: Color = (0, 158, 115)
YELLOW: Color = (240, 228, 66)
VERMILLION: Color = (213, 94, 0)
PURPLE: Color = (204, 121, 167)
BLACK: Color = (0, 0, 0)
GREY: Color = (153, 153, 153)  # not of the palette: kinds that it does not place

_FAMILIES: dict[Color, str] = {
    BLUE: "State",
    SKY_BLUE: "Actor IntergovernmentalOrganisation EUBody UNEntity Agency OrganisationBody Network"
    " Group Forum Person Office CountryClass TargetGroup TrainingInstitution",
    ORANGE: "NationalService Mission Force",
    GREEN: "Arrangement Mechanism MechanismClass InformationSystem Programme Fund FundingEvent"
    " FundingPackage PolicyProcess",
    YELLOW: "Area Place Region Route",
    VERMILLION: "CriminalActor CrimeType",
    PURPLE: "Theme Capability Concept Event Commitment Promise Recommendation Request"
    " Encouragement Acknowledgement ReportedResult",
    BLACK: "Text Document SourceDocument LegalInstrument DocumentSection Paragraph",
}
_COLORS = {kind: color for color, kinds in _FAMILIES.items() for kind in kinds.split()}


def color_of(kind: str) -> Color:
    """Red, green, blue (0 to 255) of a kind, by the short name of its class; grey if unknown."""
    return _COLORS.get(kind, GREY)


@cache
def _size(degree: int) -> float:
    return round(4 * sqrt(1 + degree), 1)


def size_of(degree: int) -> float:
    """The diameter of a node in Gephi's units (its default is 10): the area grows with degree."""
    return _size(min(degree, 2500))
