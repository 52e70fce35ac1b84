"""Whether a year may be called *BISKO-conform*, and what it lacks (accounting rules, section 5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kbdesk.models.calculation import YearResult
from kbdesk.models.completeness import FILLED
from kbdesk.models.completeness import completeness
from kbdesk.models.completeness import state_of
from kbdesk.models.counting import BISKO
from kbdesk.models.factors import FactorStatus
from kbdesk.models.inventory import Inventory

__all__ = ["BISKO", "HEAT_NETWORKS", "TRANSPORT_SECTORS", "Conformity", "Gap", "bisko_conformity"]

HEAT_NETWORKS = frozenset({"district_heat", "local_heat", "district_cooling"})
"""The carriers whose factor a municipality may and should replace by that of its own network."""

TRANSPORT_SECTORS = (
    "public_transport_road",
    "public_transport_rail",
    "road_passenger",
    "road_freight",
    "rail_other",
    "inland_navigation",
    "aviation",
)
"""The transport a balance must say something about; the municipal fleet is part of road transport."""


class Gap(NamedTuple):
    """One thing that is missing: a code for the texts, and its place."""

    code: str
    sector: str = ""
    carrier: str = ""
    parameters: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Conformity:
    """The label and what keeps it away."""

    gaps: tuple[Gap, ...]

    @property
    def conform(self) -> bool:
        """Whether nothing is missing."""
        return not self.gaps


def bisko_conformity(inventory: Inventory, result: YearResult, factor_set: str) -> Conformity:
    """What keeps a year from being BISKO-conform.

    Needed are the BISKO factors without a local mix, the 21 required stationary cells, every kind of transport (a
    value, a zero or *does not occur*) and a grade beside every value. Inventories are never weather-corrected here.
    """
    return Conformity(tuple(_gaps(inventory, result, factor_set)))


def _gaps(inventory: Inventory, result: YearResult, factor_set: str) -> Iterator[Gap]:
    if factor_set != BISKO:
        yield Gap("conformity.factor_set", parameters=(("set", factor_set),))
    yield from _local_factors(result)
    for cell in completeness(inventory, result.year).missing:
        yield Gap("conformity.cell_missing", cell.sector, cell.carrier)
    yield from _transport(result)
    ungraded = sum(1 for cell in result.of_energy if cell.energy_mwh is not None and cell.entry.grade is None)
    if ungraded:
        yield Gap("conformity.grade_missing", parameters=(("count", str(ungraded)),))
    if result.emissions_t.missing:
        yield Gap("conformity.incomplete", parameters=(("count", str(result.emissions_t.missing)),))


def _local_factors(result: YearResult) -> Iterator[Gap]:
    used = {
        cell.key.carrier
        for cell in result.cells
        if cell.factor.status is FactorStatus.LOCAL and cell.key.carrier not in HEAT_NETWORKS
    }
    for carrier in sorted(used):
        yield Gap("conformity.local_factor", carrier=carrier)


def _transport(result: YearResult) -> Iterator[Gap]:
    known = {cell.key.sector for cell in result.cells if state_of(cell.entry) in FILLED}
    for sector in TRANSPORT_SECTORS:
        if sector not in known:
            yield Gap("conformity.transport_missing", sector)
