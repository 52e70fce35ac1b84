"""Final energy for charts: sums by carrier and by flow [MWh], and how energy is written.

Missing stays missing: a sum of which parts are not known is a lower bound, one of which nothing is known is none.
"""

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from decimal import Decimal
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
_SMALL = 0.1
"""The share of a unit below which an amount is better said in a smaller one."""


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
    _, divisor, sign, label = next(row for row in _UNITS if abs(highest_mwh) >= row[0])
    return EnergyUnit(divisor, sign, texts.tr(label))


def spoken_amount(mwh: float, unit: EnergyUnit, texts: Texts) -> str:
    """An amount for a sentence: in the unit of the chart, or in a smaller one where it is small."""
    return (unit if abs(mwh) >= _SMALL * unit.divisor else energy_unit(mwh, texts)).amount(mwh, texts)


class CarrierYear(NamedTuple):
    """Final energy of one carrier in one year [MWh], how much of it is weak, and whether parts of it are missing."""

    mwh: float
    weak: float
    complete: bool


def energy_by_carrier(results: Mapping[int, YearResult], years: Iterable[int]) -> dict[str, dict[int, CarrierYear]]:
    """By carrier id and year; a year is absent where nothing is known, and 0 where the carrier is said not to occur."""
    found = defaultdict[str, dict[int, CarrierYear]](dict)
    for year in years:
        for carrier, known in _carriers_of(results[year]):
            found[carrier][year] = known
    return dict(found)


def _carriers_of(result: YearResult) -> Iterator[tuple[str, CarrierYear]]:
    sums, weak = defaultdict[str, Decimal](Decimal), defaultdict[str, Decimal](Decimal)
    unknown: list[CellResult] = []
    grade_d, start = Grade.D, Origin.START  # looked up once: there are thousands of cells
    for cell in result.cells:
        entry = cell.entry
        mwh = cell.conversion.energy_mwh if cell.heat_pump_mwh is None else cell.energy_mwh
        if mwh is None:
            unknown.append(cell)
            continue
        carrier = entry.key.carrier
        sums[carrier] += mwh
        if entry.grade is grade_d or entry.origin is start:
            weak[carrier] += mwh
    lacking = {cell.key.carrier for cell in unknown if cell.lacks_energy}
    never = {cell.key.carrier for cell in unknown if cell.entry.notation_key is NotationKey.NO}
    for carrier, known in sums.items():
        yield (
            carrier,
            CarrierYear(float(known), float(weak[carrier]) if carrier in weak else 0.0, carrier not in lacking),
        )
    for carrier in never - lacking - set(sums):
        yield carrier, CarrierYear(0.0, 0.0, complete=True)


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
