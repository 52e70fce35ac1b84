"""Checks of single values against their last value and against what is usual: one finding a value, the likeliest."""

from collections.abc import Collection
from collections.abc import Iterator
from decimal import Decimal
from math import log10

from kbdesk.models.finding_parts import at
from kbdesk.models.finding_parts import is_within
from kbdesk.models.finding_parts import per_head
from kbdesk.models.finding_parts import rounded
from kbdesk.models.findings import Check
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.models.sight import Amount
from kbdesk.models.sight import Sight

_GROSS = {"kWh": "kWh_hs", "MWh": "MWh_hs"}
_OTHER_BASIS = {**_GROSS, **{gross: net for net, gross in _GROSS.items()}}
_NET_PER_GROSS = 0.902
_GRID = "grid"
_GAS = "natural_gas"
_DIGITS = 5
_CALM = 0.05
"""Nearer to its last value than this, a value needs no further look."""


def value_findings(sight: Sight, settled: Collection[EntryKey]) -> list[Finding]:
    """What is unlikely about single values; ``settled`` are the cells for which a slip of the unit was found."""
    found: list[Finding] = []
    checks = sight.rules.checks
    least = float(checks["value.tiny"].minimum or 0)
    for place, amount in sight.amounts.items():
        last = sight.last(place)
        if last is not None:
            if amount.mwh == last.mwh:
                found += _repeated(checks["value.repeated"], amount, last)
                continue
            if amount.cell.key in settled:
                continue
            if abs(amount.mwh / last.mwh - 1) > _CALM and (unlikely := _against_last(sight, amount, last)) is not None:
                found.append(unlikely)
                continue
        elif amount.cell.key in settled:
            continue
        band = sight.band(place)
        if band is not None and not band.contains(amount.mwh / sight.population):
            found += _unusual(sight, amount)
        if amount.mwh < least and amount.cell.entry.origin is not Origin.START:
            found.append(at(checks["value.tiny"], amount.cell, value=rounded(amount.mwh)))
    return found


def _against_last(sight: Sight, amount: Amount, last: Amount) -> Finding | None:
    checks = sight.rules.checks
    return (
        _basis(sight, amount, last)
        or _decimal_slip(checks["value.decimal_slip"], amount, last)
        or _jump(checks["value.jump" if _is_grid_bound(sight, amount) else "value.jump_delivered"], amount, last)
        or _jump(checks["value.change"], amount, last)
    )


def _basis(sight: Sight, amount: Amount, last: Amount) -> Finding | None:
    """Gas that changed by just the quotient of net and gross calorific value."""
    unit, last_unit = amount.cell.entry.unit, last.cell.entry.unit
    other = _OTHER_BASIS.get(unit, "")
    if amount.place[1] != _GAS or not other:
        return None
    changed = (unit in _GROSS) != (last_unit in _GROSS) and last_unit in _OTHER_BASIS
    check = sight.rules.checks["gas.basis_changed" if changed else "gas.basis"]
    times = _NET_PER_GROSS if unit in _GROSS else 1 / _NET_PER_GROSS
    if abs(amount.mwh * times / last.mwh - 1) > float(check.maximum or 0):
        return None
    fix = Fix(FixKind.UNIT, (amount.cell.key,), other)
    return _compared(check, amount, last, other_unit=other)._replace(fix=fix)


def _decimal_slip(check: Check, amount: Amount, last: Amount) -> Finding | None:
    """Ten or a hundred times the last value: a digit or the decimal mark."""
    power = round(log10(amount.mwh / last.mwh))
    nearness = amount.mwh / last.mwh / 10.0**power
    if power == 0 or abs(nearness - 1) > float(check.maximum or 0):
        return None
    return _compared(check, amount, last)


def _jump(check: Check, amount: Amount, last: Amount) -> Finding | None:
    too_far = check.years is not None and amount.year - last.year > check.years
    if too_far or abs(amount.mwh - last.mwh) <= check.least_mwh:
        return None
    if is_within(amount.mwh / last.mwh - 1, float(check.maximum or 0)):
        return None
    return _compared(check, amount, last)


def _repeated(check: Check, amount: Amount, last: Amount) -> Iterator[Finding]:
    """The same digits as last time; few digits repeat by chance."""
    own, earlier = amount.cell.entry, last.cell.entry
    if own.quantity is None or own.quantity != earlier.quantity or own.unit != earlier.unit:
        return
    if own.origin is Origin.START or significant_digits(own.quantity) < (check.minimum or 0):
        return
    yield at(check, amount.cell, text=own.text, last_year=str(last.year))


def _unusual(sight: Sight, amount: Amount) -> Iterator[Finding]:
    """More than is usual; less where the carrier is used everywhere. Heating fuels replace one another: far more."""
    band, population = sight.band(amount.place), sight.population
    check = sight.rules.checks["value.usual"]
    if band is None:
        return
    low, high = band.low * population, band.high * population
    watched = any(found.carriers and found.watch_low for found in sight.rules.sums_of(amount.place))
    too_little = watched and amount.mwh < low - check.least_mwh
    limit = high if watched else high * float(check.maximum or 1)
    if too_little or amount.mwh > limit + check.least_mwh:
        kwh = per_head(amount.mwh, population)
        yield at(check, amount.cell, kwh=kwh, low=per_head(band.low, 1), high=per_head(band.high, 1))


def significant_digits(quantity: Decimal) -> int:
    """How many digits a number has without the zeros at its ends."""
    digits = quantity.normalize().as_tuple().digits
    return len(digits) if quantity else 0


def _is_grid_bound(sight: Sight, amount: Amount) -> bool:
    carrier = sight.rules.codebook.carriers.get(amount.place[1])
    return carrier is not None and (carrier.group == _GRID or carrier.id == _GAS)


def _compared(check: Check, amount: Amount, last: Amount, **more: object) -> Finding:
    change = round((amount.mwh / last.mwh - 1) * 100)
    return at(
        check,
        amount.cell,
        value=rounded(amount.mwh, _DIGITS),
        last=rounded(last.mwh, _DIGITS),
        last_year=str(last.year),
        change=f"{change:+d}",
        **more,
    )
