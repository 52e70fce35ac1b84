"""What a report is made from: the inventory with its results, the charts, and what the officer wrote."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from enum import StrEnum

from kbdesk.charts.data import Chart
from kbdesk.models.calculation import YearResult
from kbdesk.models.codebook import Codebook
from kbdesk.models.factors import FactorSet
from kbdesk.models.inventory import Inventory
from kbdesk.models.progress import Progress
from kbdesk.models.progress import SupportYear
from kbdesk.reports.content import Block
from kbdesk.reports.content import Logo
from kbdesk.texts.marking import mark

MAIN, WITHOUT_INHABITANTS = "per-inhabitant", "total"
"""The kinds of charts for the first page."""


class Part(StrEnum):
    """The parts of the annex, in their order."""

    METHOD = "method"
    PICTURES = "pictures"
    TABLES = "tables"
    COMMITMENTS = "commitments"
    FACTORS = "factors"
    QUALITY = "quality"
    ACTIVITIES = "activities"
    MEASURES = "measures"
    VALUES = "values"


PART_TITLES: Mapping[Part, str] = {
    Part.METHOD: mark("How the figures are made"),
    Part.PICTURES: mark("More pictures"),
    Part.TABLES: mark("The figures in tables"),
    Part.COMMITMENTS: mark("Commitments"),
    Part.FACTORS: mark("Emission factors and their sources"),
    Part.QUALITY: mark("How sure the figures are"),
    Part.ACTIVITIES: mark("Membership, climate justice and activities"),
    Part.MEASURES: mark("Measures"),
    Part.VALUES: mark("Every single value"),
}
"""English titles, to be translated."""
USUAL_PARTS = frozenset(Part) - {Part.VALUES}
"""The parts of an annex of which nothing else was said."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the officer wrote or chose; an empty title means the usual one, empty texts are left out."""

    title: str = ""
    intro: str = ""
    closing: str = ""
    contact: str = ""
    causes: tuple[str, ...] = ()
    logo: Logo | None = None
    parts: frozenset[Part] = USUAL_PARTS


@dataclass(frozen=True, slots=True)
class ReportBasis:
    """An inventory with its results, and the year the report is about.

    ``charts`` are those with content, by kind and in their order; ``per-inhabitant`` is always among them.
    """

    inventory: Inventory
    results: Mapping[int, YearResult]
    supports: Sequence[SupportYear]
    progress: Sequence[Progress]
    factor_set: FactorSet
    codebook: Codebook
    charts: Mapping[str, Chart]
    day: date
    year: int
    wording: Wording = field(default_factory=Wording)
    proposed: tuple[str, ...] = ()
    """The causes as the figures propose them."""
    causes_from: int | None = None
    """The earlier year of the causes; ``None`` where there is none to compare with."""
    sector_progress: Sequence[Progress] = ()
    """The targets of single sectors, held against the emissions of these."""
    registers: Mapping[Part, tuple[Block, ...]] = field(default_factory=dict)
    """What the registers (activities, measures) say, ready to be written."""

    @property
    def result(self) -> YearResult | None:
        """The own inventory of the year; ``None`` where only its result was published."""
        return self.results.get(self.year)

    @property
    def support(self) -> SupportYear:
        """The year as it is judged."""
        return next(support for support in self.supports if support.year == self.year)

    @property
    def main(self) -> Chart:
        """The chart of the first page: per inhabitant, or the total where inhabitants are not known."""
        found = self.charts[MAIN]
        return self.charts.get(WITHOUT_INHABITANTS, found) if found.empty else found

    @property
    def gas(self) -> str:
        """What the emissions are counted in: CO2 or CO2e."""
        return self.factor_set.gas_basis
