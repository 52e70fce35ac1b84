"""From entries to emissions: cells, years, totals. Every result keeps its parts, so that it can be explained.

``emissions = final energy x factor`` (accounting rules, section 5). A missing part stays missing: a total is the sum of
what is known and says how many parts it lacks; with nothing known it is ``None``, never 0. What a total contains is
said by ``counting``.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import MutableMapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from kbdesk.models.codebook import Codebook
from kbdesk.models.conversion import Conversion
from kbdesk.models.conversion import convert
from kbdesk.models.counting import EVERYTHING
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.counting import RULES_VERSION
from kbdesk.models.counting import Counting
from kbdesk.models.counting import counting
from kbdesk.models.data_quality import data_quality
from kbdesk.models.factors import MISSING
from kbdesk.models.factors import Factor
from kbdesk.models.factors import FactorSet
from kbdesk.models.factors import lookup
from kbdesk.models.heat_pumps import AMBIENT_HEAT
from kbdesk.models.heat_pumps import METERED
from kbdesk.models.heat_pumps import shares_taken_off
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import NotationKey

_INCOMPLETE_KEYS = frozenset({NotationKey.NE, NotationKey.C})


class Total(NamedTuple):
    """A sum of known parts and the number of parts that are missing; ``None`` where nothing is known."""

    value: Decimal | None
    missing: int

    @property
    def complete(self) -> bool:
        """Whether every part is known."""
        return self.missing == 0


class CellResult(NamedTuple):
    """One cell: final energy [MWh], factor, emissions [t]; ``None`` where not known.

    ``conversion`` is the energy as recorded, ``heat_pump_mwh`` what is taken off it. What is ``apart`` is shown and
    counted nowhere.
    """

    entry: Entry
    conversion: Conversion
    factor: Factor
    emissions_t: Decimal | None
    apart: bool = False
    heat_pump_mwh: Decimal | None = None

    @property
    def key(self) -> EntryKey:
        """The place of the cell."""
        return self.entry.key

    @property
    def energy_mwh(self) -> Decimal | None:
        """Final energy [MWh net], without the electricity of heat pumps where it is counted with their heat."""
        energy, less = self.conversion.energy_mwh, self.heat_pump_mwh
        return energy if less is None or energy is None else energy - less

    @property
    def lacks_energy(self) -> bool:
        """Whether energy belongs here but is not known (*does not occur* and *included elsewhere* lack nothing)."""
        if self.entry.notation_key is not None:
            return self.entry.notation_key in _INCOMPLETE_KEYS
        return self.conversion.energy_mwh is None

    @property
    def lacks_emissions(self) -> bool:
        """Whether emissions belong here but are not known."""
        if self.entry.notation_key is not None:
            return self.entry.notation_key in _INCOMPLETE_KEYS
        return self.emissions_t is None


@dataclass(frozen=True, slots=True)
class YearResult:
    """One inventory year: energy-related totals, each the sum of ``cells``.

    ``aside`` are cells contained in others, shown and never added; ``direct`` emissions have a total of their own.
    """

    year: int
    population: Decimal | None
    cells: tuple[CellResult, ...]
    aside: tuple[CellResult, ...]
    direct: tuple[CellResult, ...]
    energy_mwh: Total
    emissions_t: Total
    direct_t: Total
    data_quality: Decimal | None

    @property
    def of_energy(self) -> tuple[CellResult, ...]:
        """Every recorded cell with energy: those that are counted, then those that stand aside."""
        return (*self.cells, *self.aside)

    @property
    def everything(self) -> tuple[CellResult, ...]:
        """Every recorded cell: those with energy, then direct emissions."""
        return (*self.cells, *self.aside, *self.direct)

    @property
    def emissions_t_per_inhabitant(self) -> Decimal | None:
        """Energy-related emissions per inhabitant [t]; ``None`` without a positive population or a total."""
        return per_inhabitant(self.emissions_t.value, self.population)

    @property
    def complete(self) -> bool:
        """Whether every cell that should have emissions has them."""
        return bool(self.cells) and self.energy_mwh.complete and self.emissions_t.complete


@dataclass(frozen=True, slots=True)
class Rules:
    """What the calculation needs beside the inventory."""

    codebook: Codebook
    factor_set: FactorSet
    version: str = RULES_VERSION


def per_inhabitant(value: Decimal | None, population: Decimal | None) -> Decimal | None:
    """The value per inhabitant; ``None`` where either is missing or nobody lives there."""
    return value / population if value is not None and population is not None and population > 0 else None


class FactorFinder:
    """Looks each factor of one country and set up once; knows how that set counts.

    Results do not change while the local factors and the declarations of the municipality do not.
    """

    def __init__(
        self,
        rules: Rules,
        country: str,
        local: Mapping[tuple[int, str], LocalFactor],
        counted: Counting = EVERYTHING,
    ) -> None:
        self._rules, self._country, self._local = rules, country, local
        self.counted = counted
        self._found: dict[tuple[int, str], Factor] = {}

    def find(self, year: int, carrier: str) -> Factor:
        """The factor of a carrier in a year."""
        if (found := self._found.get((year, carrier))) is None:
            rules = self._rules
            found = lookup(rules.factor_set, rules.codebook, self._local, self._country, year, carrier)
            self._found[year, carrier] = found
        return found


def finder(inventory: Inventory, rules: Rules) -> FactorFinder:
    """The factor finder for an inventory."""
    counted = counting(rules.factor_set.id, inventory.answer(HEAT_PUMPS_METERED), rules.version)
    return FactorFinder(rules, inventory.municipality.country, inventory.local_factors, counted)


def compute_cell(entry: Entry, codebook: Codebook, factors: FactorFinder) -> CellResult:
    """Energy [MWh], factor [t/MWh] and emissions [t] of one entry; for direct emissions the quantity is the result.

    No energy has no emissions, whether or not there is a factor.
    """
    year, sector, carrier = entry.key
    unit = codebook.unit(entry.unit, sector, carrier)
    conversion = convert(entry.quantity, unit, dict(entry.parameters))
    if carrier == DIRECT:
        return CellResult(entry, conversion, MISSING, entry.quantity if unit is not None else None)
    factor = factors.find(year, carrier)
    emissions_t = _emissions(conversion.energy_mwh, factor.t_per_mwh)
    return CellResult(entry, conversion, factor, emissions_t, sector in factors.counted.apart)


def _emissions(energy_mwh: Decimal | None, t_per_mwh: Decimal | None) -> Decimal | None:
    if energy_mwh is None or not energy_mwh:
        return energy_mwh
    return None if t_per_mwh is None else energy_mwh * t_per_mwh


def take_off_heat_pumps(cells: MutableMapping[EntryKey, CellResult], year: int, sector: str) -> None:
    """Take the electricity of a sector's heat pumps off what was metered there, among the cells of a year (BISKO).

    Cells that come out as they were stay the very same.
    """
    heat = cells.get(EntryKey(year, sector, AMBIENT_HEAT))
    keys = (EntryKey(year, sector, carrier) for carrier in METERED)
    metered = [cell for key in keys if (cell := cells.get(key)) is not None]
    shares = shares_taken_off(heat.energy_mwh if heat else None, [c.conversion.energy_mwh for c in metered])
    for cell, share in zip(metered, shares, strict=True):
        if cell.heat_pump_mwh != share:
            less = cell._replace(heat_pump_mwh=share)
            cells[cell.key] = less._replace(emissions_t=_emissions(less.energy_mwh, cell.factor.t_per_mwh))


def compute_inventory(inventory: Inventory, rules: Rules) -> dict[int, YearResult]:
    """Every year of the inventory, ascending; cost grows linearly with the entries."""
    factors, by_year = finder(inventory, rules), dict[int, list[CellResult]]()
    for key, entry in inventory.entries.items():
        by_year.setdefault(key.year, []).append(compute_cell(entry, rules.codebook, factors))
    if factors.counted.takes_off_heat_pumps:
        by_year = {year: _without_heat_pumps(cells) for year, cells in by_year.items()}
    return {y: summarise(y, inventory.population(y), by_year[y], rules.codebook) for y in sorted(by_year)}


def _without_heat_pumps(cells: list[CellResult]) -> list[CellResult]:
    by_key = {cell.entry.key: cell for cell in cells}
    for year, sector, carrier in list(by_key):
        if carrier == AMBIENT_HEAT:
            take_off_heat_pumps(by_key, year, sector)
    return list(by_key.values())


def summarise(year: int, population: Decimal | None, cells: Iterable[CellResult], codebook: Codebook) -> YearResult:
    """The totals of a year from its cells, which are put into codebook order."""
    ordered = sorted(cells, key=_codebook_order(codebook))
    energy, aside, direct = list[CellResult](), list[CellResult](), list[CellResult]()
    for cell in ordered:
        (direct if cell.entry.key.carrier == DIRECT else aside if cell.apart else energy).append(cell)
    amounts = [cell.energy_mwh for cell in energy]
    return YearResult(
        year=year,
        population=population,
        cells=tuple(energy),
        aside=tuple(aside),
        direct=tuple(direct),
        energy_mwh=total(zip(amounts, [cell.lacks_energy for cell in energy], strict=True)),
        emissions_t=emissions_total(energy),
        direct_t=emissions_total(direct),
        data_quality=data_quality([(c.entry.grade, e) for c, e in zip(energy, amounts, strict=True) if e is not None]),
    )


def energy_total(cells: Iterable[CellResult]) -> Total:
    """Sum of final energy [MWh] over the cells."""
    return total((cell.energy_mwh, cell.lacks_energy) for cell in cells)


def emissions_total(cells: Iterable[CellResult]) -> Total:
    """Sum of emissions [t] over the cells."""
    return total((cell.emissions_t, cell.lacks_emissions) for cell in cells)


def total(parts: Iterable[tuple[Decimal | None, bool]]) -> Total:
    """The sum of known values and the number of parts that lack one."""
    both = list(parts)
    known = [part for part, _ in both if part is not None]
    return Total(sum(known[1:], known[0]) if known else None, sum([lacks for _, lacks in both]))


def emissions_by_sector(result: YearResult) -> dict[str, Total]:
    """Energy-related emissions [t] by sector id, in codebook order."""
    sectors: dict[str, list[CellResult]] = {}
    for cell in result.cells:
        sectors.setdefault(cell.key.sector, []).append(cell)
    return {sector: emissions_total(cells) for sector, cells in sectors.items()}


def _codebook_order(codebook: Codebook) -> Callable[[CellResult], tuple[int, int]]:
    sectors, carriers = codebook.sector_positions, codebook.carrier_positions
    last = len(carriers)

    def position(cell: CellResult) -> tuple[int, int]:
        _, sector, carrier = cell.entry.key
        return sectors.get(sector, last), carriers.get(carrier, last)

    return position
