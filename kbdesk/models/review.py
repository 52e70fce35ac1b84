"""The checks of an inventory. All findings at once, as data; they never block typing or saving.

A year is checked with what it is compared with: the nearest earlier years and what the municipality said of itself. So
an edit costs its own year and those that look back at it: ``review_year`` depends on its arguments alone.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.circumstances import NOTHING_KNOWN
from kbdesk.models.circumstances import Circumstances
from kbdesk.models.codebook import SectorKind
from kbdesk.models.conversion import GROSS_CALORIFIC_VALUE
from kbdesk.models.conversion import KM_PER_VEHICLE
from kbdesk.models.conversion import KWH_PER_KM
from kbdesk.models.conversion import MWH_PER_UNIT
from kbdesk.models.conversion import STATE_NUMBER
from kbdesk.models.coverage import KEY_SECTORS
from kbdesk.models.coverage import KEY_SECTORS_NEEDED
from kbdesk.models.coverage import covered_key_sectors
from kbdesk.models.finding_parts import at
from kbdesk.models.findings import Check
from kbdesk.models.findings import Checks
from kbdesk.models.findings import Finding
from kbdesk.models.heat_pump_series import NO_HEAT
from kbdesk.models.heat_pump_series import BySector
from kbdesk.models.numbers import POINT
from kbdesk.models.review_cars import cars_findings
from kbdesk.models.review_factors import factor_findings
from kbdesk.models.review_records import around_value
from kbdesk.models.review_records import expected_finding
from kbdesk.models.review_records import key_findings
from kbdesk.models.review_records import places_of
from kbdesk.models.review_records import summed_findings
from kbdesk.models.review_series import series_findings
from kbdesk.models.review_sums import head_findings
from kbdesk.models.review_sums import population_findings
from kbdesk.models.review_sums import sum_findings
from kbdesk.models.review_twice import twice_findings
from kbdesk.models.review_values import value_findings
from kbdesk.models.sight import ReviewRules
from kbdesk.models.sight import Sight
from kbdesk.models.sums import read_amount
from kbdesk.models.unit_slips import slip_findings

__all__ = ["EARLIER_YEARS", "UNALLOCATED", "ReviewRules", "review_year"]

UNALLOCATED = "_unallocated"
"""How the ids of the sectors end that hold amounts which cannot be split."""
EARLIER_YEARS = 2
"""How many earlier years a year is compared with."""

_SYMBOLS = {GROSS_CALORIFIC_VALUE: "Hs [kWh/m³]", STATE_NUMBER: "Z", KWH_PER_KM: "kWh/km", KM_PER_VEHICLE: "km/a"}
_CARS, _VEHICLES = "road_passenger", "vehicles"
_OIL, _LITRE = "heating_oil", "l"
_THOUSAND = 1000


def review_year(
    result: YearResult,
    rules: ReviewRules,
    earlier: Sequence[YearResult] = (),
    known: Circumstances = NOTHING_KNOWN,
    heat: BySector = NO_HEAT,
) -> tuple[Finding, ...]:
    """The findings of one year, in no particular order; ``earlier`` are the nearest years before it, nearest first.

    ``heat`` is what ``HeatPumpSeries`` knows of the years before.
    """
    before = [rules.amounts(year) for year in earlier[:EARLIER_YEARS]]
    sight = Sight(result, rules, known, rules.amounts(result), before, heat)
    found = _of_cells(sight)
    slips = slip_findings(sight)
    values = value_findings(sight, {key for finding in slips for key in places_of(finding)})
    found += (*slips, *values)
    partial = tuple(_coverage_findings(result, rules))
    found += (*_year_findings(sight), *partial, *population_findings(sight, earlier))
    if not slips:
        found += head_findings(sight, is_partial=bool(partial))
        found += sum_findings(sight, {finding.key for finding in values if finding.key is not None})
    found += (*cars_findings(sight), *factor_findings(sight), *series_findings(sight, earlier), *twice_findings(sight))
    return (*found, *_allocation_findings(result, rules), *summed_findings(sight))


def _of_cells(sight: Sight) -> list[Finding]:
    """The findings of cells; what was found about one with a quantity holds until the cell is another one."""
    result, found = sight.result, list[Finding]()
    kept = sight.rules.cell_findings(result.year, sight.known)
    for cell in result.everything:
        before = kept.get(cell.entry.key)
        if before is not None and before[0] is cell:
            found += before[1]
            continue
        own = tuple(_cell_findings(sight, cell))
        if cell.entry.quantity is not None and cell.entry.notation_key is None:
            kept[cell.entry.key] = cell, own
        found += own
    return found


def _cell_findings(sight: Sight, cell: CellResult) -> Iterator[Finding]:
    entry, checks = cell.entry, sight.rules.checks
    if not sight.rules.fits((cell.key.sector, cell.key.carrier)):
        yield at(checks["entry.place_unusual"], cell)
    if entry.notation_key is not None:
        yield from key_findings(sight, cell)
    elif entry.quantity is not None:
        yield from _quantity_findings(sight, cell)
    elif entry.is_expected:
        yield expected_finding(sight, cell)
    else:
        yield _empty_finding(cell, checks)


def _empty_finding(cell: CellResult, checks: Checks) -> Finding:
    """Nothing typed, no number typed, or a number with words behind it that are no unit of the cell."""
    entry = cell.entry
    if not entry.is_draft:
        return at(checks["entry.no_value"], cell, text=entry.text)
    read = read_amount(entry.text, POINT)
    if read.value is None or read.problem or not read.unit_text:
        return at(checks["entry.not_a_number"], cell, text=entry.text)
    return at(checks["entry.words_unknown"], cell, text=entry.text, words=read.unit_text)


def _quantity_findings(sight: Sight, cell: CellResult) -> Iterator[Finding]:
    entry, checks = cell.entry, sight.rules.checks
    if entry.quantity is not None and not checks["entry.negative"].accepts(entry.quantity):
        yield at(checks["entry.negative"], cell, value=entry.quantity)
    if cell.conversion.missing:
        yield from _unit_findings(cell, checks)
    if entry.parameters:
        yield from _gas_findings(cell, checks)
        yield from _oil_findings(cell, checks["oil.calorific_value"])
        yield from _distance_findings(cell, checks["transport.distance"])
    yield from around_value(sight, cell)


def _unit_findings(cell: CellResult, checks: Checks) -> Iterator[Finding]:
    missing, unit = cell.conversion.missing, cell.entry.unit
    if missing == "unit":
        code = "entry.unit_unknown" if unit else "entry.unit_missing"
        yield at(checks[code], cell, unit=unit)
    else:
        yield at(checks["entry.parameter_missing"], cell, parameter=_SYMBOLS[missing])


def _gas_findings(cell: CellResult, checks: Checks) -> Iterator[Finding]:
    value = dict(cell.entry.parameters).get(GROSS_CALORIFIC_VALUE)
    if value is None or cell.entry.unit != "m3":
        return
    for code in ("gas.calorific_value_impossible", "gas.calorific_value"):
        check = checks[code]
        if not check.accepts(value):
            yield at(check, cell, value=value, minimum=check.minimum, maximum=check.maximum)
            return


def _oil_findings(cell: CellResult, check: Check) -> Iterator[Finding]:
    """A calorific value of the municipality's own that is not the net one of heating oil."""
    value = dict(cell.entry.parameters).get(MWH_PER_UNIT)
    if value is None or (cell.key.carrier, cell.entry.unit) != (_OIL, _LITRE):
        return
    kwh = value * _THOUSAND
    if not check.accepts(kwh):
        yield at(check, cell, value=kwh, minimum=check.minimum, maximum=check.maximum)


def _distance_findings(cell: CellResult, check: Check) -> Iterator[Finding]:
    """Cars that drive unusually little or much; what is usual of lorries and buses is not known here."""
    value = dict(cell.entry.parameters).get(KM_PER_VEHICLE)
    if value is None or (cell.key.sector, cell.entry.unit) != (_CARS, _VEHICLES):
        return
    if not check.accepts(value):
        yield at(check, cell, value=value, minimum=check.minimum, maximum=check.maximum)


def _year_findings(sight: Sight) -> Iterator[Finding]:
    result, checks, current_year = sight.result, sight.rules.checks, sight.rules.current_year
    earliest = checks["entry.year_out_of_range"]
    if not earliest.accepts(Decimal(result.year)) or result.year > current_year:
        span = (("earliest", str(earliest.minimum)), ("latest", str(current_year)))
        yield Finding(earliest.level, earliest.code, result.year, parameters=span)
    if not result.population or result.population < 0:
        check = checks["population.missing"]
        yield Finding(check.level, check.code, result.year, effect_t=result.emissions_t.value)


def _coverage_findings(result: YearResult, rules: ReviewRules) -> Iterator[Finding]:
    check, covered = rules.checks["inventory.partial"], covered_key_sectors(result, rules.codebook)
    if len(covered) < KEY_SECTORS_NEEDED:
        counts = (("covered", str(len(covered))), ("needed", str(KEY_SECTORS_NEEDED)), ("all", str(len(KEY_SECTORS))))
        yield Finding(check.level, check.code, result.year, parameters=counts, effect_t=result.emissions_t.value)


def _allocation_findings(result: YearResult, rules: ReviewRules) -> Iterator[Finding]:
    """Amounts that cannot be split, of a carrier that is also entered by sector: part of it may be counted twice."""
    sectors, unsplit, kinds = rules.codebook.sectors, list[CellResult](), set[tuple[SectorKind, str]]()
    for cell in result.cells:
        _, sector, carrier = cell.entry.key
        if not cell.conversion.energy_mwh or sector not in sectors:
            continue
        if sector.endswith(UNALLOCATED):
            unsplit.append(cell)
        else:
            kinds.add((sectors[sector].kind, carrier))
    check = rules.checks["entry.group_and_leaf"]
    for cell in unsplit:
        if (sectors[cell.key.sector].kind, cell.key.carrier) in kinds:
            yield at(check, cell)
