"""The checks of an inventory. All findings at once, as data; they never block typing or saving.

Every check looks at one year, so that an edit costs one year: ``review_year`` depends on its arguments alone.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import SectorKind
from kbdesk.models.conversion import GROSS_CALORIFIC_VALUE
from kbdesk.models.conversion import KWH_PER_KM
from kbdesk.models.conversion import STATE_NUMBER
from kbdesk.models.coverage import KEY_SECTORS
from kbdesk.models.coverage import KEY_SECTORS_NEEDED
from kbdesk.models.coverage import covered_key_sectors
from kbdesk.models.factors import FactorStatus
from kbdesk.models.findings import Check
from kbdesk.models.findings import Checks
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import NotationKey

UNALLOCATED = "_unallocated"
"""How the ids of the sectors end that hold amounts which cannot be split."""

_SYMBOLS = {GROSS_CALORIFIC_VALUE: "Hs [kWh/m³]", STATE_NUMBER: "Z", KWH_PER_KM: "kWh/km"}


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """What the checks need beside the results."""

    codebook: Codebook
    checks: Checks
    current_year: int


def review_year(result: YearResult, rules: ReviewRules) -> tuple[Finding, ...]:
    """The findings of one year, in no particular order."""
    found: list[Finding] = []
    for cell in (*result.cells, *result.direct):
        found += _cell_findings(cell, rules)
    found += _year_findings(result, rules)
    return tuple(found)


def _cell_findings(cell: CellResult, rules: ReviewRules) -> Iterator[Finding]:
    entry, checks = cell.entry, rules.checks
    if not _fits(cell, rules.codebook):
        yield _at(checks["entry.place_unusual"], cell)
    if entry.notation_key is not None:
        return
    if entry.quantity is None:
        code = "entry.not_a_number" if entry.is_draft else "entry.no_value"
        yield _at(checks[code], cell, text=entry.text)
        return
    if not checks["entry.negative"].accepts(entry.quantity):
        yield _at(checks["entry.negative"], cell, value=entry.quantity)
    yield from _unit_findings(cell, checks)
    yield from _gas_findings(cell, checks)


def _unit_findings(cell: CellResult, checks: Checks) -> Iterator[Finding]:
    missing, unit = cell.conversion.missing, cell.entry.unit
    if missing == "unit":
        code = "entry.unit_unknown" if unit else "entry.unit_missing"
        yield _at(checks[code], cell, unit=unit)
    elif missing:
        yield _at(checks["entry.parameter_missing"], cell, parameter=_SYMBOLS[missing])


def _gas_findings(cell: CellResult, checks: Checks) -> Iterator[Finding]:
    value = dict(cell.entry.parameters).get(GROSS_CALORIFIC_VALUE)
    if value is None or cell.entry.unit != "m3":
        return
    for code in ("gas.calorific_value_impossible", "gas.calorific_value"):
        check = checks[code]
        if not check.accepts(value):
            yield _at(check, cell, value=value, minimum=check.minimum, maximum=check.maximum)
            return


def _year_findings(result: YearResult, rules: ReviewRules) -> Iterator[Finding]:
    checks = rules.checks
    earliest = checks["entry.year_out_of_range"]
    if not earliest.accepts(Decimal(result.year)) or result.year > rules.current_year:
        span = (("earliest", str(earliest.minimum)), ("latest", str(rules.current_year)))
        yield Finding(earliest.level, earliest.code, result.year, parameters=span)
    if not result.population or result.population < 0:
        check = checks["population.missing"]
        yield Finding(check.level, check.code, result.year, effect_t=result.emissions_t.value)
    yield from _coverage_findings(result, rules)
    yield from _factor_findings(result, checks)
    yield from _allocation_findings(result, rules)
    yield from _summed_findings(result, checks)


def _coverage_findings(result: YearResult, rules: ReviewRules) -> Iterator[Finding]:
    check, covered = rules.checks["inventory.partial"], covered_key_sectors(result, rules.codebook)
    if len(covered) < KEY_SECTORS_NEEDED:
        counts = (("covered", str(len(covered))), ("needed", str(KEY_SECTORS_NEEDED)), ("all", str(len(KEY_SECTORS))))
        yield Finding(check.level, check.code, result.year, parameters=counts, effect_t=result.emissions_t.value)


def _factor_findings(result: YearResult, checks: Checks) -> Iterator[Finding]:
    """One finding a carrier, not a cell: the factor is the same in all of them."""
    missing: dict[str, list[CellResult]] = {}
    provisional: dict[str, list[CellResult]] = {}
    for cell in result.cells:
        if not cell.energy_mwh:
            continue
        if cell.factor.status is FactorStatus.MISSING:
            missing.setdefault(cell.key.carrier, []).append(cell)
        elif cell.factor.status is FactorStatus.PROVISIONAL:
            provisional.setdefault(cell.key.carrier, []).append(cell)
    for carrier, cells in missing.items():
        yield _over(checks["factor.missing"], result.year, cells, carrier)
    for carrier, cells in provisional.items():
        used = (("used_year", str(cells[0].factor.year_used)),)
        yield _over(checks["factor.provisional"], result.year, cells, carrier)._replace(parameters=used)


def _allocation_findings(result: YearResult, rules: ReviewRules) -> Iterator[Finding]:
    """Amounts that cannot be split, of a carrier that is also entered by sector: part of it may be counted twice."""
    check, sectors = rules.checks["entry.group_and_leaf"], rules.codebook.sectors
    kinds = {(sectors[s].kind, c) for s, c in _filled(result) if not s.endswith(UNALLOCATED) and s in sectors}
    for cell in result.cells:
        _, sector, carrier = cell.key
        if not cell.energy_mwh or not sector.endswith(UNALLOCATED) or sector not in sectors:
            continue
        if (sectors[sector].kind, carrier) in kinds:
            yield _at(check, cell)


def _summed_findings(result: YearResult, checks: Checks) -> Iterator[Finding]:
    """Notes that would be one for nearly every cell: one a year."""
    ungraded = [cell for cell in result.cells if cell.entry.grade is None and cell.entry.quantity is not None]
    not_estimated = [cell for cell in result.cells if cell.entry.notation_key is NotationKey.NE]
    for code, cells in (("entry.ungraded", ungraded), ("inventory.not_estimated", not_estimated)):
        if cells:
            yield _over(checks[code], result.year, cells)._replace(parameters=(("count", str(len(cells))),))


def _filled(result: YearResult) -> Iterator[tuple[str, str]]:
    return ((cell.key.sector, cell.key.carrier) for cell in result.cells if cell.energy_mwh)


def _fits(cell: CellResult, codebook: Codebook) -> bool:
    """Whether the carrier occurs in sectors of this kind; unknown ids fit nowhere."""
    _, sector_id, carrier_id = cell.key
    sector, carrier = codebook.sectors.get(sector_id), codebook.carriers.get(carrier_id)
    if sector is None:
        return False
    if carrier_id == DIRECT or sector.kind is SectorKind.DIRECT:
        return carrier_id == DIRECT and sector.kind is SectorKind.DIRECT
    return carrier is not None and carrier.serves(sector.kind)


def _at(check: Check, cell: CellResult, **parameters: object) -> Finding:
    effect = abs(cell.emissions_t) if cell.emissions_t is not None else None
    return Finding(check.level, check.code, *cell.key, tuple(parameters.items()), effect)


def _over(check: Check, year: int, cells: Iterable[CellResult], carrier: str = "") -> Finding:
    """One finding for several cells; its effect is what is known of their emissions."""
    known = [cell.emissions_t for cell in cells if cell.emissions_t is not None]
    return Finding(check.level, check.code, year, carrier=carrier, effect_t=sum(known, Decimal(0)) if known else None)
