"""Emission factors [t CO2 or t CO2e per MWh]: sets, series and the lookup with its status.

The order of the lookup is fixed (accounting rules, section 4): local factor, country and year, any country or any
year, nearest year of the same series (provisional), the carrier it is a variant of, missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from kbdesk.models.codebook import Codebook
from kbdesk.models.inventory import LocalFactor

ANY = "*"


class FactorStatus(StrEnum):
    """How a factor was found."""

    EXACT = "exact"
    PROVISIONAL = "provisional"
    LOCAL = "local"
    MISSING = "missing"


class Factor(NamedTuple):
    """A factor with its provenance; ``t_per_mwh`` is ``None`` where none was found.

    ``year_used`` is the year of the row where it differs from the year asked for; ``carrier_used`` the carrier whose
    row served (a variant takes its parent's).
    """

    t_per_mwh: Decimal | None
    status: FactorStatus
    set_id: str = ""
    source: str = ""
    year_used: int | None = None
    carrier_used: str = ""


class FactorRow(NamedTuple):
    """One row of a set: a value, where it is from, how sure it is."""

    t_per_mwh: Decimal
    source: str
    confidence: str
    note: str


class DerivedFactor(NamedTuple):
    """A factor that is another carrier's divided by a constant (ambient heat: mix / seasonal performance factor)."""

    from_carrier: str
    divisor: Decimal
    source: str


Series = Mapping[int | None, FactorRow]
"""Rows of one country and carrier by year; ``None`` is the row for any year."""


@dataclass(frozen=True)
class FactorSet:
    """One scheme in one edition; built-in sets are never changed."""

    id: str
    title: str
    edition: str
    gas_basis: str
    boundary: str
    countries: str
    use: str
    licence: str
    reference: str
    series: Mapping[tuple[str, str], Series]
    derived: Mapping[str, DerivedFactor]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years for which the set has rows of their own."""
        return tuple(sorted({y for series in self.series.values() for y in series if y is not None}))


MISSING = Factor(None, FactorStatus.MISSING)


def lookup(
    factor_set: FactorSet,
    codebook: Codebook,
    local: Mapping[tuple[int, str], LocalFactor],
    country: str,
    year: int,
    carrier: str,
) -> Factor:
    """The factor of a carrier in a year; status *missing* with no value where there is none, never 0."""
    for candidate in codebook.variants(carrier):
        if (own := local.get((year, candidate))) is not None:
            return Factor(own.t_per_mwh, FactorStatus.LOCAL, "", own.source, None, candidate)
        if (found := _in_set(factor_set, country, year, candidate)) is not None:
            return found
        if (derived := factor_set.derived.get(candidate)) is not None:
            base = lookup(factor_set, codebook, {}, country, year, derived.from_carrier)
            return _divided(base, derived, candidate)
    return MISSING


def _in_set(factor_set: FactorSet, country: str, year: int, carrier: str) -> Factor | None:
    own = factor_set.series.get((country, carrier), {})
    common = factor_set.series.get((ANY, carrier), {})
    for series, at in ((own, year), (own, None), (common, year), (common, None)):
        if (row := series.get(at)) is not None:
            return Factor(row.t_per_mwh, FactorStatus.EXACT, factor_set.id, row.source, None, carrier)
    for series in (own, common):
        if (nearest := _nearest(series, year)) is not None:
            row = series[nearest]
            return Factor(row.t_per_mwh, FactorStatus.PROVISIONAL, factor_set.id, row.source, nearest, carrier)
    return None


def _nearest(series: Series, year: int) -> int | None:
    years = [y for y in series if y is not None]
    return min(years, key=lambda y: (abs(y - year), y), default=None)


def _divided(base: Factor, derived: DerivedFactor, carrier: str) -> Factor:
    if base.t_per_mwh is None:
        return MISSING
    return base._replace(t_per_mwh=base.t_per_mwh / derived.divisor, source=derived.source, carrier_used=carrier)
