"""Checks of what stands around a value: notation keys and their reasons, grade, source, bills, digits."""

import heapq
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from decimal import Decimal

from kbdesk.models.bills import Bill
from kbdesk.models.calculation import CellResult
from kbdesk.models.finding_parts import at
from kbdesk.models.finding_parts import over
from kbdesk.models.finding_parts import rounded
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.inventory import UNTYPED
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.review_values import significant_digits
from kbdesk.models.sight import Sight

_ROUND = 1000
_LARGEST = 3
_DIGITS = 5
_UNSAID = frozenset({NotationKey.NE, NotationKey.C})


def key_findings(sight: Sight, cell: CellResult) -> Iterator[Finding]:
    """What a notation key lacks: that somebody confirmed it, where the value is included."""
    checks, entry, place = sight.rules.checks, cell.entry, (cell.key.sector, cell.key.carrier)
    follows = entry.notation_key is NotationKey.NO and place in sight.known.absent
    if entry.origin is Origin.CARRIED and not follows:
        fix = Fix(FixKind.CONFIRM, (cell.key,))
        yield at(checks["entry.carried_key"], cell, key=str(entry.notation_key))._replace(fix=fix)
    if entry.notation_key is NotationKey.IE:
        yield from _contained(sight, cell)


def expected_finding(sight: Sight, cell: CellResult) -> Finding:
    """A value that is to come, with the last one as a hint of its size."""
    check, last = sight.rules.checks["entry.expected"], sight.last((cell.key.sector, cell.key.carrier))
    if last is None:
        return at(check, cell)
    after = sight.rules.checks["entry.expected_after"]
    return at(after, cell, last=rounded(last.mwh, _DIGITS), last_year=str(last.year))


def around_value(sight: Sight, cell: CellResult) -> Iterator[Finding]:
    """Whether a value is where the municipality says there is none, and what its source and bills are worth."""
    checks, entry, known = sight.rules.checks, cell.entry, sight.known
    place = cell.key.sector, cell.key.carrier
    if entry.quantity and place in known.absent:
        yield at(checks["entry.absent"], cell)
    if entry.source_id and (source := known.sources.get(entry.source_id)) is not None:
        if source.year is not None and source.year < cell.key.year:
            yield at(checks["source.earlier"], cell, source_year=str(source.year))
        if source.grade is Grade.D and entry.grade is Grade.A:
            yield at(checks["entry.grade_unlikely"], cell)
    if entry.origin is Origin.BILLS:
        missing = _days_missing(cell.key.year, known.bills.get(place, ()))
        if missing > (checks["bills.gap"].maximum or 0):
            yield at(checks["bills.gap"], cell, days=str(missing))


def summed_findings(sight: Sight) -> Iterator[Finding]:
    """Notes that would be one for nearly every cell: one a year, which names the cells."""
    cells = sight.result.of_energy
    entries = [(cell, cell.entry) for cell in cells]
    keyed = [(cell, entry) for cell, entry in entries if entry.notation_key is not None]
    groups = {
        # The data quality of a year is that of what is counted.
        "entry.ungraded": [c for c in sight.result.cells if c.entry.grade is None and c.entry.quantity is not None],
        "inventory.not_estimated": [cell for cell, entry in keyed if entry.notation_key is NotationKey.NE],
        "inventory.reason_missing": [cell for cell, entry in keyed if entry.notation_key in _UNSAID and not entry.note],
        "entry.round": [cell for cell, entry in entries if _is_round(entry)],
        "entry.too_precise": [cell for cell, entry in entries if _is_too_precise(sight, entry)],
        "inventory.weak": _weak(sight),
    }
    for code, found in groups.items():
        if found:
            check = sight.rules.checks[code]
            yield over(check, sight.result.year, found)._replace(parameters=(("count", str(len(found))),))


def _contained(sight: Sight, cell: CellResult) -> Iterator[Finding]:
    """A value included elsewhere: where it is must be said, and there must be as much there."""
    checks, where = sight.rules.checks, cell.entry.contained_in
    if not where:
        yield at(checks["entry.contained_unknown"], cell)
        return
    sector, _, carrier = where.partition("/")
    own = sight.last((cell.key.sector, cell.key.carrier))
    parts = [
        amount for place, amount in sight.amounts.items() if place[0] == sector and (not carrier or place[1] == carrier)
    ]
    if not parts:
        yield at(checks["entry.contained_nowhere"], cell, containing=where)
        return
    whole = sum(amount.mwh for amount in parts)
    if own is not None and own.mwh > whole:
        culprits = tuple(amount.cell.key for amount in parts)
        found = at(
            checks["entry.container_smaller"],
            cell,
            containing=where,
            whole=rounded(whole, _DIGITS),
            last=rounded(own.mwh, _DIGITS),
            last_year=str(own.year),
        )
        yield found._replace(related=culprits)


def _days_missing(year: int, bills: tuple[Bill, ...]) -> int:
    """The days of a year that no bill covers."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    missing, at_day = 0, first
    for bill in sorted(bills, key=lambda bill: bill.first_day):
        if bill.last_day < at_day or bill.first_day > last:
            continue
        missing += max(0, (bill.first_day - at_day).days)
        at_day = max(at_day, bill.last_day + timedelta(days=1))
    return missing + max(0, (last - at_day).days + 1)


def _is_round(entry: Entry) -> bool:
    """At least three zeros at the end of a number that claims to be measured."""
    found = entry.quantity
    if not found or entry.grade in (Grade.C, Grade.D) or entry.origin in UNTYPED:
        return False
    return found % _ROUND == 0


def _is_too_precise(sight: Sight, entry: Entry) -> bool:
    if entry.grade not in (Grade.C, Grade.D) or not entry.quantity or entry.origin in UNTYPED:
        return False
    return not sight.rules.checks["entry.too_precise"].accepts(Decimal(significant_digits(entry.quantity)))


def _weak(sight: Sight) -> list[CellResult]:
    """Which of the three largest emissions rest on national ratios."""
    if not any(cell.entry.grade is Grade.D for cell in sight.result.cells):
        return []
    largest = heapq.nlargest(_LARGEST, sight.result.cells, key=lambda cell: abs(cell.emissions_t or Decimal(0)))
    return [cell for cell in largest if cell.entry.grade is Grade.D and cell.emissions_t]


def places_of(finding: Finding) -> tuple[EntryKey, ...]:
    """The cells a finding is about: its own, then the related ones."""
    own = finding.key
    return finding.related if own is None else (own, *finding.related)
