"""The support years of a part of the inventory: a sector, or the sectors BISKO puts together.

A target of a sector is judged by the emissions of that sector alone. Amounts that could not be split may be part of it:
with them the sector is a lower bound, as with a missing value. Published results count where they name the sector.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from decimal import Decimal

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import emissions_total
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import SectorKind
from kbdesk.models.inventory import Inventory
from kbdesk.models.progress import SupportYear

GROUPS = ("KE", "PH", "GHD", "IND", "V")
"""The BISKO sectors: municipal facilities, households, commerce and services, industry, transport."""
UNALLOCATED = "_unallocated"
"""How the ids of the sectors end that hold amounts which cannot be split."""
_BUILDINGS_UNALLOCATED = "buildings_unallocated"


def sectors_of(target: str, codebook: Codebook) -> frozenset[str]:
    """The sectors a target is about; buildings that are not allocated belong to none of BISKO's. Unknown: none."""
    if target in codebook.sectors:
        return frozenset({target})
    known = codebook.sectors.values()
    return frozenset(s.id for s in known if target and s.bisko == target and s.id != _BUILDINGS_UNALLOCATED)


def sector_supports(
    inventory: Inventory, results: Mapping[int, YearResult], codebook: Codebook, target: str
) -> tuple[SupportYear, ...]:
    """Own inventories in which the sector has emissions and, for other years, published results; ascending."""
    sectors, found = sectors_of(target, codebook), dict[int, SupportYear]()
    unsplit = _unsplit(sectors, codebook)
    for year, result in results.items():
        cells = [cell for cell in result.of_energy if cell.key.sector in sectors]
        counted = [cell for cell in cells if not cell.apart] if len(sectors) > 1 else cells
        total = emissions_total(counted)
        if total.value is not None:
            whole = total.complete and not _has_energy(result.cells, unsplit)
            found[year] = SupportYear(year, total.value, result.population, published=False, complete=whole)
    for year, tonnes in _published(inventory, {*sectors, target}).items():
        if year not in found and year not in results:
            found[year] = SupportYear(year, tonnes, inventory.population(year), published=True, complete=True)
    return tuple(found[year] for year in sorted(found))


def _unsplit(sectors: frozenset[str], codebook: Codebook) -> frozenset[str]:
    """The sectors that may hold a part of these without being among them."""
    kinds = {codebook.sectors[sector].kind for sector in sectors} - {SectorKind.DIRECT}
    known = codebook.sectors.values()
    return frozenset(s.id for s in known if s.kind in kinds and s.id.endswith(UNALLOCATED)) - sectors


def _has_energy(cells: Iterable[CellResult], sectors: frozenset[str]) -> bool:
    return any(cell.key.sector in sectors and (cell.energy_mwh or cell.lacks_energy) for cell in cells)


def _published(inventory: Inventory, sectors: set[str]) -> dict[int, Decimal]:
    sums: dict[int, Decimal] = {}
    for (year, sector), result in inventory.published.items():
        if sector and sector in sectors:
            sums[year] = sums.get(year, Decimal(0)) + result.emissions_t
    return sums
