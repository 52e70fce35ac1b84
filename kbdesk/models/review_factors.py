"""Checks of emission factors: one finding a carrier, not a cell, as the factor is the same in all of them."""

from collections.abc import Iterator

from kbdesk.models.calculation import CellResult
from kbdesk.models.factors import FactorStatus
from kbdesk.models.finding_parts import over
from kbdesk.models.finding_parts import rounded
from kbdesk.models.findings import Finding
from kbdesk.models.sight import Sight

_ELECTRICITY = "electricity"
_FOSSIL = "fossil"


def factor_findings(sight: Sight) -> Iterator[Finding]:
    """Missing and provisional factors, and local ones that are unlikely."""
    checks, year = sight.rules.checks, sight.result.year
    by_carrier: dict[str, list[CellResult]] = {}
    for cell in sight.result.of_energy:
        if cell.energy_mwh and cell.factor.status is not FactorStatus.EXACT:
            by_carrier.setdefault(cell.key.carrier, []).append(cell)
    for carrier, cells in by_carrier.items():
        factor = cells[0].factor
        if factor.status is FactorStatus.MISSING:
            yield over(checks["factor.missing"], year, cells, carrier)
        elif factor.status is FactorStatus.PROVISIONAL:
            used = (("used_year", str(factor.year_used)),)
            yield over(checks["factor.provisional"], year, cells, carrier)._replace(parameters=used)
        else:
            yield from _local(sight, carrier, cells)


def _is_outdated(sight: Sight, carrier: str) -> bool:
    """Whether the local factor was computed from something that now gives another one."""
    year, mix = sight.result.year, sight.known.local_mixes.get(sight.result.year)
    if carrier == _ELECTRICITY and mix is not None:
        return not mix.fits(sight.result.cells, sight.rules.codebook)
    return (year, carrier) in sight.known.outdated_factors


def _local(sight: Sight, carrier: str, cells: list[CellResult]) -> Iterator[Finding]:
    if _is_outdated(sight, cells[0].factor.carrier_used):
        yield over(sight.rules.checks["factor.outdated"], sight.result.year, cells, carrier)
    factor = cells[0].factor.t_per_mwh
    known = sight.rules.codebook.carriers.get(carrier)
    if factor is None or known is None:
        return
    low, high = sight.rules.checks["factor.fossil_low"], sight.rules.checks["factor.electricity_high"]
    if known.group == _FOSSIL and not low.accepts(factor):
        said = (("value", factor), ("minimum", low.minimum))
        yield over(low, sight.result.year, cells, carrier)._replace(parameters=said)
    highest = sight.known.electricity_t_per_mwh
    if carrier == _ELECTRICITY and highest is not None and factor > highest * (high.maximum or 0):
        said = (("value", factor), ("maximum", rounded(float(highest))))
        yield over(high, sight.result.year, cells, carrier)._replace(parameters=said)
