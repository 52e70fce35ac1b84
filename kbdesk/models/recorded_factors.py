"""Local factors that were computed, held against what they were computed from: plants, local electricity."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import Rules
from kbdesk.models.codebook import Codebook
from kbdesk.models.factors import Factor
from kbdesk.models.factors import lookup
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.local_mix import ELECTRICITY
from kbdesk.models.local_mix import electricity_consumption
from kbdesk.models.local_mix import local_mix
from kbdesk.models.own_heat import network_heat
from kbdesk.models.own_heat import split_of_set
from kbdesk.models.plants import ElectricityYear

FROM_PLANTS = "own plant data"
"""The note of a local factor that was computed from plants."""
FROM_MIX = "local electricity"
"""The note of a local factor that was computed from the local mix."""


class RecordedMix(NamedTuple):
    """A local factor of electricity [t/MWh] that was computed, and what it rests on beside the consumption."""

    record: ElectricityYear
    national: Factor
    t_per_mwh: Decimal

    def fits(self, cells: Iterable[CellResult], codebook: Codebook) -> bool:
        """Whether the consumption of these cells still gives the recorded factor."""
        try:
            now = local_mix(self.record, electricity_consumption(cells, codebook), self.national)
        except UserError:
            return False
        return now.t_per_mwh == self.t_per_mwh


def set_factor(inventory: Inventory, rules: Rules, year: int, carrier: str) -> Factor:
    """The factor of the pinned set, never a local one."""
    return lookup(rules.factor_set, rules.codebook, {}, inventory.municipality.country, year, carrier)


def outdated_heat_factors(inventory: Inventory, rules: Rules) -> frozenset[tuple[int, str]]:
    """Year and carrier of the local factors that were computed from plants which now give another one, or none."""
    return frozenset(
        (factor.year, factor.carrier)
        for factor in _noted(inventory, FROM_PLANTS)
        if _heat_factor(inventory, rules, factor) != factor.t_per_mwh
    )


def recorded_mixes(inventory: Inventory, rules: Rules) -> Mapping[int, RecordedMix]:
    """The local factors of electricity that were computed from the local mix, by year."""
    return {
        factor.year: RecordedMix(
            inventory.electricity.get(factor.year, ElectricityYear(factor.year)),
            set_factor(inventory, rules, factor.year, ELECTRICITY),
            factor.t_per_mwh,
        )
        for factor in _noted(inventory, FROM_MIX)
    }


def _noted(inventory: Inventory, note: str) -> Iterator[LocalFactor]:
    return (factor for factor in inventory.local_factors.values() if factor.note == note)


def _heat_factor(inventory: Inventory, rules: Rules, factor: LocalFactor) -> Decimal | None:
    plants = [p for p in inventory.plants.values() if (p.year, p.carrier) == (factor.year, factor.carrier)]
    try:
        found = network_heat(
            plants, split_of_set(rules.factor_set.id), partial(set_factor, inventory, rules, factor.year)
        )
    except UserError:
        return None
    return None if found is None else found.t_per_mwh
