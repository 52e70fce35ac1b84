"""Final energy for charts: sums by carrier and by flow [MWh], and how energy is written.

Missing stays missing: a sum of which parts are not known is a lower bound, one of which nothing is known is none.
"""

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Mapping
from typing import NamedTuple

from kbdesk.charts.request import ChartRequest
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_UNITS = (
    (1e9, 1e6, "TWh", mark("Terawatt hours of final energy per year")),
    (1e6, 1e3, "GWh", mark("Gigawatt hours of final energy per year")),
    (0.0, 1.0, "MWh", mark("Megawatt hours of final energy per year")),
)
_SIGNIFICANT = 3


class EnergyUnit(NamedTuple):
    """By what MWh are divided before they are shown, its sign, and what an axis is called."""

    divisor: float
    sign: str
    label: str

    def number(self, mwh: float, texts: Texts) -> str:
        """The amount without its unit, with at least three figures that count."""
        return texts.numbers.significant(mwh / self.divisor, _SIGNIFICANT)

    def amount(self, mwh: float, texts: Texts) -> str:
        """The amount with its unit."""
        return f"{self.number(mwh, texts)}\u00a0{self.sign}"


def energy_unit(highest_mwh: float, texts: Texts) -> EnergyUnit:
    """The unit for a chart whose highest amount this is: MWh, from a million on GWh, from a thousand million on TWh."""
    _, divisor, sign, label = next(row for row in _UNITS if highest_mwh >= row[0])
    return EnergyUnit(divisor, sign, texts.tr(label))


class CarrierYear(NamedTuple):
    """Final energy of one carrier in one year [MWh], how much of it is weak, and whether parts of it are missing."""

    mwh: float
    weak: float
    complete: bool

    def __add__(self, other: object) -> "CarrierYear":
        """Both together."""
        if not isinstance(other, CarrierYear):
            return NotImplemented
        return CarrierYear(self.mwh + other.mwh, self.weak + other.weak, self.complete and other.complete)


def energy_by_carrier(result: YearResult) -> dict[str, CarrierYear]:
    """By carrier id; a carrier is absent where nothing is known of it, and 0 where it is said not to occur."""
    sums, weak = defaultdict[str, float](float), defaultdict[str, float](float)
    lacking, not_occurring = set[str](), set[str]()
    for cell in result.cells:  # thousands of them: nothing is called for what is known
        entry, mwh = cell.entry, cell.energy_mwh
        carrier = entry.key.carrier
        if mwh is None:
            _note_unknown(cell, lacking, not_occurring)
            continue
        sums[carrier] += float(mwh)
        if entry.grade is Grade.D or entry.origin is Origin.START:
            weak[carrier] += float(mwh)
    known = {c: CarrierYear(mwh, weak.get(c, 0.0), c not in lacking) for c, mwh in sums.items()}
    nothing = CarrierYear(0.0, 0.0, complete=True)
    return known | dict.fromkeys(not_occurring - lacking - set(sums), nothing)


def _note_unknown(cell: CellResult, lacking: set[str], not_occurring: set[str]) -> None:
    if cell.lacks_energy:
        lacking.add(cell.key.carrier)
    elif cell.entry.notation_key is NotationKey.NO:
        not_occurring.add(cell.key.carrier)


def is_weak(cell: CellResult) -> bool:
    """Whether a value is a start value or of grade D."""
    return cell.entry.grade is Grade.D or cell.entry.origin is Origin.START


def years_with_energy(results: Mapping[int, YearResult]) -> list[int]:
    """The years of which some final energy is known, ascending."""
    return sorted(year for year, result in results.items() if result.energy_mwh.value is not None)


def chosen_year(request: ChartRequest, years: Collection[int]) -> int | None:
    """The wished year where its energy is known, else the latest of the years; ``None`` where there are none.

    A wished year without any results is a ``UserError``.
    """
    return request.year if request.year in years else request.chosen(years)


def nothing_to_show(request: ChartRequest, texts: Texts) -> str:
    """The sentence of a chart of energy without energy."""
    if request.supports:
        return texts.tr("Of these years only emissions are known: energy shows with the first own values.")
    return texts.tr("There are no emissions to show yet: they appear with the first values.")
