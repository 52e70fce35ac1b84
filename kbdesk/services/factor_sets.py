"""What another factor set would change: before and after, by year and by sector, without changing anything."""

from decimal import Decimal
from typing import NamedTuple

from kbdesk.models.calculation import Total
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.calculation import emissions_by_sector
from kbdesk.models.factors import FactorSet
from kbdesk.services.project import Project


class Shift(NamedTuple):
    """Emissions [t] of a year or sector with the present set and with another; ``None`` where nothing is known."""

    name: str
    before: Total
    after: Total

    @property
    def change_t(self) -> Decimal | None:
        """The difference [t]; ``None`` where a side is not known."""
        if self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value


class FactorSetPreview(NamedTuple):
    """The shifts by year (named by the year) and, for one year, by sector id."""

    factor_set: FactorSet
    years: tuple[Shift, ...]
    sector_year: int | None
    sectors: tuple[Shift, ...]


def preview(project: Project, set_id: str, year: int) -> FactorSetPreview:
    """Compute every year with another set; sectors for ``year``, or the latest where it has no values.

    An unknown set is a ``UserError``.
    """
    rules = project.reference.rules(set_id)
    after, before = compute_inventory(project.inventory, rules), project.results
    years = tuple(Shift(str(y), before[y].emissions_t, after[y].emissions_t) for y in before)
    chosen = year if year in before else max(before, default=None)
    sectors: tuple[Shift, ...] = ()
    if chosen is not None:
        old, new = emissions_by_sector(before[chosen]), emissions_by_sector(after[chosen])
        sectors = tuple(Shift(sector, old[sector], new[sector]) for sector in old)
    return FactorSetPreview(rules.factor_set, years, chosen, sectors)
