"""What the checks of a year look at: its amounts, the last amounts of every cell, what is usual."""

from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from kbdesk.models.absences import Place
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.circumstances import Circumstances
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import SectorKind
from kbdesk.models.findings import Checks
from kbdesk.models.findings import Finding
from kbdesk.models.heat_pump_series import NO_HEAT
from kbdesk.models.heat_pump_series import BySector
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.plausibility import NO_BANDS
from kbdesk.models.plausibility import Band
from kbdesk.models.plausibility import Bands
from kbdesk.models.plausibility import Sum


class Amount(NamedTuple):
    """A cell with final energy greater than 0 [MWh]."""

    cell: CellResult
    mwh: float
    year: int

    @property
    def place(self) -> Place:
        """Sector and carrier."""
        return self.cell.key.sector, self.cell.key.carrier


Amounts = Mapping[Place, Amount]
NO_AMOUNTS: Amounts = MappingProxyType({})
CellFindings = dict[EntryKey, tuple[CellResult, tuple[Finding, ...]]]
"""Findings that rest on nothing but the cell and what is known beside the values, with that cell."""


@dataclass(frozen=True)
class ReviewRules:
    """What the checks need beside the results: the same for all years of all documents."""

    codebook: Codebook
    checks: Checks
    current_year: int
    bands: Bands = NO_BANDS

    @cached_property
    def stationary(self) -> frozenset[str]:
        """The sectors with stationary energy."""
        return frozenset(sector.id for sector in self.codebook.sectors_of(SectorKind.STATIONARY))

    def sums_of(self, place: Place) -> tuple[Sum, ...]:
        """The sums with a band that a cell is counted in; none in transport."""
        known = self._sums
        if place not in known:
            sector, carrier = place
            known[place] = tuple(
                found
                for found in self.bands.sums
                if sector in self.stationary
                and (not found.sectors or sector in found.sectors)
                and (not found.carriers or carrier in found.carriers)
            )
        return known[place]

    def amounts(self, result: YearResult) -> Amounts:
        """The cells of a year with final energy greater than 0; a result already seen is not gone through again."""
        known = self._seen.get(result.year)
        if known is None or known[0] is not result:
            known = self._seen[result.year] = result, amounts_of(result, known[1] if known else NO_AMOUNTS)
        return known[1]

    def cell_findings(self, year: int, known: Circumstances) -> CellFindings:
        """What was found about the cells of a year as long as the same is known beside them; to be filled."""
        kept = self._kept.get(year)
        if kept is None or kept[0] is not known:
            kept = self._kept[year] = known, {}
        return kept[1]

    def fits(self, place: Place) -> bool:
        """Whether the carrier occurs in sectors of this kind; unknown ids fit nowhere."""
        known = self._fitting.get(place)
        if known is None:
            known = self._fitting[place] = _fits(self.codebook, *place)
        return known

    @cached_property
    def _sums(self) -> dict[Place, tuple[Sum, ...]]:
        return {}

    @cached_property
    def _seen(self) -> dict[int, tuple[YearResult, Amounts]]:
        return {}

    @cached_property
    def _kept(self) -> dict[int, tuple[Circumstances, CellFindings]]:
        return {}

    @cached_property
    def _fitting(self) -> dict[Place, bool]:
        return {}


@dataclass(frozen=True)
class Sight:
    """One year with what it is compared with; ``earlier`` are the nearest earlier years' amounts, nearest first.

    ``heat`` is the last ambient heat of each sector before the year, however long ago; empty where nobody has declared
    heat pumps.
    """

    result: YearResult
    rules: ReviewRules
    known: Circumstances
    amounts: Amounts
    earlier: Sequence[Amounts]
    heat: BySector = field(default_factory=lambda: NO_HEAT)

    @cached_property
    def population(self) -> float:
        """Inhabitants; 0 where not known."""
        found = self.result.population
        return float(found) if found is not None and found > 0 else 0.0

    def last(self, place: Place) -> Amount | None:
        """The last amount of a cell before this year; ``None`` where there is none in the years looked at."""
        for amounts in self.earlier:
            if (found := amounts.get(place)) is not None:
                return found
        return None

    def band(self, place: Place) -> Band | None:
        """What is usual in a cell; ``None`` without inhabitants."""
        return self._bands.get(place)

    @cached_property
    def _bands(self) -> Mapping[Place, Band]:
        return self.rules.bands.cells(self.known.country) if self.population else {}

    @cached_property
    def by_sum(self) -> Mapping[str, tuple[Amount, ...]]:
        """The amounts that each sum with a band is made of."""
        return self._collected(self.amounts)

    @cached_property
    def last_by_sum(self) -> Mapping[str, tuple[Amount, ...]]:
        """The same for the nearest earlier year."""
        return self._collected(self.earlier[0]) if self.earlier else {}

    @cached_property
    def filled(self) -> frozenset[Place]:
        """The cells with a value, a zero or *does not exist here*."""
        return frozenset(
            (cell.key.sector, cell.key.carrier)
            for cell in self.result.cells
            if cell.entry.quantity is not None or cell.entry.notation_key is NotationKey.NO
        )

    def _collected(self, amounts: Amounts) -> dict[str, tuple[Amount, ...]]:
        found: dict[str, list[Amount]] = {}
        for place, amount in amounts.items():
            for each in self.rules.sums_of(place):
                found.setdefault(each.id, []).append(amount)
        return {id_: tuple(parts) for id_, parts in found.items()}


def amounts_of(result: YearResult, before: Amounts = NO_AMOUNTS) -> dict[Place, Amount]:
    """The cells of a year with final energy greater than 0, counted or not, as recorded.

    Those that are as they were ``before`` are taken over.
    """
    zero, year, found = Decimal(0), result.year, dict[Place, Amount]()
    for cell in result.of_energy:
        place = cell.entry.key[1:]
        amount = before.get(place)
        if amount is not None and amount.cell is cell:
            found[place] = amount
        elif (energy := cell.conversion.energy_mwh) is not None and energy > zero:
            found[place] = Amount(cell, float(energy), year)
    return found


def _fits(codebook: Codebook, sector_id: str, carrier_id: str) -> bool:
    sector, carrier = codebook.sectors.get(sector_id), codebook.carriers.get(carrier_id)
    if sector is None:
        return False
    if carrier_id == DIRECT or sector.kind is SectorKind.DIRECT:
        return carrier_id == DIRECT and sector.kind is SectorKind.DIRECT
    return carrier is not None and carrier.serves(sector.kind)


def total_mwh(amounts: Collection[Amount]) -> float:
    """The sum of amounts [MWh]."""
    return sum(amount.mwh for amount in amounts)
