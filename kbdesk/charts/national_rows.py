"""The sectors of a municipality beside those of its country, per inhabitant: the same sectors, the same factors.

A country has no table of municipal facilities: they stand with commerce and services. Where amounts of one side are
not allocated to sectors, all buildings and businesses are one row.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kbdesk.charts.classes import OTHER
from kbdesk.charts.classes import carrier_scheme
from kbdesk.charts.classes import sector_scheme
from kbdesk.charts.stacks import is_weak
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import SectorKind
from kbdesk.models.inventory import Origin
from kbdesk.models.national_sectors import NationalComparison
from kbdesk.models.national_sectors import SectorAverage
from kbdesk.models.national_sectors import Sectors
from kbdesk.models.start_inventory import NOTABLE
from kbdesk.texts.marking import mark

_HALF = Decimal("0.5")
_SERVICES = frozenset({"municipal", "services"})
_UNALLOCATED = frozenset({"buildings_unallocated"})
_LABELS = {
    "households": mark("Households"),
    "services": mark("Commerce, services, municipal facilities"),
    "industry": mark("Industry"),
    "transport": mark("Transport"),
}
_TOGETHER = mark("Buildings and businesses")


class Measure(StrEnum):
    """What is compared: emissions [t], or final energy [MWh] where the set lacks a factor for the national table."""

    EMISSIONS = "emissions"
    ENERGY = "energy"


class NationalRow(NamedTuple):
    """One sector [t or MWh per inhabitant]; ``None`` where the municipality or the national table says nothing.

    ``weak`` and ``start`` are the parts of ``own`` that rest on start values or grade D, and on start values alone.
    """

    label: str
    own: Decimal | None
    weak: Decimal
    start: Decimal
    complete: bool
    national: Decimal | None
    average: SectorAverage | None

    @property
    def rests_on_start_values(self) -> bool:
        """Whether a comparison would compare the national average with itself."""
        return self.own is not None and self.start > _HALF * self.own

    @property
    def difference(self) -> Decimal | None:
        """Own less national; ``None`` where that cannot be said. A lower bound above the average is above it."""
        if self.own is None or self.national is None or self.rests_on_start_values:
            return None
        found = self.own - self.national
        return found if self.complete or found > 0 else None


class NationalRows(NamedTuple):
    """All rows of a year, and what they compare; ``together`` where buildings could not be split."""

    measure: Measure
    rows: tuple[NationalRow, ...]
    together: bool


def national_rows(comparison: NationalComparison, result: YearResult, codebook: Codebook) -> NationalRows:
    """The rows of a year with inhabitants; empty where nothing can be set beside one another."""
    groups, together = _groups(comparison, result, codebook)
    averages = [comparison.sectors.find(sectors, result.year) for _, sectors in groups]
    counted = [comparison.emissions_t(a, result.year) for a in averages if a is not None]
    measure = Measure.ENERGY if None in counted else Measure.EMISSIONS
    rows = tuple(
        _row(label, [c for c in result.cells if c.entry.key.sector in sectors], average, comparison, result, measure)
        for (label, sectors), average in zip(groups, averages, strict=True)
    )
    return NationalRows(measure, tuple(r for r in rows if r.own is not None or r.national is not None), together)


def _groups(
    comparison: NationalComparison, result: YearResult, codebook: Codebook
) -> tuple[Sequence[tuple[str, Sectors]], bool]:
    split = list(_split(codebook))
    stationary = frozenset(s.id for s in codebook.sectors.values() if s.kind is SectorKind.STATIONARY)
    buildings = [(label, sectors) for label, sectors in split if sectors <= stationary]
    unallocated = any(c.entry.key.sector in _UNALLOCATED and c.energy_mwh for c in result.cells)
    known = any(comparison.sectors.find(sectors, result.year) for _, sectors in buildings)
    if not unallocated and (known or comparison.sectors.find(stationary, result.year) is None):
        return split, False
    return [(_TOGETHER, stationary), *(group for group in split if group not in buildings)], True


def _split(codebook: Codebook) -> Iterator[tuple[str, Sectors]]:
    scheme = sector_scheme(codebook)
    for id_, label in _LABELS.items():
        classes = _SERVICES if id_ == "services" else frozenset({id_})
        energy = (s.id for s in codebook.sectors.values() if s.kind is not SectorKind.DIRECT)
        yield label, frozenset(sector for sector in energy if scheme.class_of(sector) in classes) - _UNALLOCATED


def _silent(cells: Sequence[CellResult], average: SectorAverage | None) -> bool:
    """Whether nothing is said of an energy carrier that matters in the country: then the sector is a lower bound."""
    if average is None:
        return False
    scheme = carrier_scheme()
    national: dict[str, Decimal] = {}
    for carrier, energy in average.energy.items():
        name = scheme.class_of(carrier)
        national[name] = national.get(name, Decimal(0)) + energy
    recorded = {scheme.class_of(cell.entry.key.carrier) for cell in cells}
    matter = {name for name, energy in national.items() if energy > NOTABLE * average.mwh_per_inhabitant} - {OTHER}
    return bool(matter - recorded)


def _row(
    label: str,
    cells: Sequence[CellResult],
    average: SectorAverage | None,
    comparison: NationalComparison,
    result: YearResult,
    measure: Measure,
) -> NationalRow:
    energy = measure is Measure.ENERGY
    people = result.population or Decimal(1)
    lacking = any(c.lacks_energy if energy else c.lacks_emissions for c in cells) or _silent(cells, average)
    known = [(c, v / people) for c in cells if (v := c.energy_mwh if energy else c.emissions_t) is not None]
    said = bool(known) or bool(cells and not any(cell.lacks_energy for cell in cells))
    national = None
    if average is not None:
        national = average.mwh_per_inhabitant if energy else comparison.emissions_t(average, result.year)
    return NationalRow(
        label=label,
        own=sum((value for _, value in known), Decimal(0)) if said else None,
        weak=sum((value for cell, value in known if is_weak(cell)), Decimal(0)),
        start=sum((value for cell, value in known if cell.entry.origin is Origin.START), Decimal(0)),
        complete=not lacking,
        national=national,
        average=average,
    )
