"""The factor sets there are, what they say, and what another one would change; nothing is changed here."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kbdesk.models.calculation import Total
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.calculation import emissions_by_sector
from kbdesk.models.factors import Factor
from kbdesk.models.factors import FactorSet
from kbdesk.models.factors import lookup
from kbdesk.services.project import Project

_NOT_COUNTED = Total(None, 0)
"""A sector that a set does not add to the total: the municipal fleet in BISKO."""


class Shift(NamedTuple):
    """Emissions [t] of a year or sector with the present set and with another; ``None`` where nothing is known."""

    name: str
    before: Total
    after: Total

    @property
    def change_t(self) -> Decimal | None:
        """The difference [t]; ``None`` where a side is not known, or lacks factors that the other has."""
        if self.before.value is None or self.after.value is None or self.before.missing != self.after.missing:
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
        named = [sector for sector in rules.codebook.sectors if sector in old or sector in new]
        named += [sector for sector in old if sector not in rules.codebook.sectors]
        sectors = tuple(Shift(sector, old.get(sector, _NOT_COUNTED), new.get(sector, _NOT_COUNTED)) for sector in named)
    return FactorSetPreview(rules.factor_set, years, chosen, sectors)


class KnownSet(NamedTuple):
    """A factor set that can be used: itself, how many factors it has, whether it is shipped and so never changes."""

    factor_set: FactorSet
    factors: int
    built_in: bool


def known_sets(project: Project) -> tuple[KnownSet, ...]:
    """Every factor set of the program and of the document."""
    library = project.reference.factors
    sets = (library.get(set_id) for set_id in library.ids)
    return tuple(KnownSet(s, sum(len(rows) for rows in s.series.values()), library.is_built_in(s.id)) for s in sets)


class FactorLine(NamedTuple):
    """The factors of one energy carrier in the years asked for."""

    carrier: str
    factors: tuple[Factor, ...]


def factor_lines(project: Project, set_id: str, years: Sequence[int]) -> tuple[FactorLine, ...]:
    """What a set says for the municipality's country; a carrier without any factor is left out."""
    rules, country = project.reference.rules(set_id), project.municipality.country
    lines = (
        FactorLine(carrier, tuple(lookup(rules.factor_set, rules.codebook, {}, country, y, carrier) for y in years))
        for carrier in rules.codebook.carriers
    )
    return tuple(line for line in lines if any(factor.t_per_mwh is not None for factor in line.factors))


def years_to_show(project: Project) -> tuple[int, ...]:
    """The base year, the inventory years, and the year of today."""
    return tuple(sorted({project.municipality.base_year, *project.results, project.today().year}))
