"""Values from bills: the bills are recorded as printed, what of them belongs to a year is computed and recorded beside.

A value typed over a computed one stays; its bills stay too and are said to be unused.
"""

import secrets
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kbdesk.errors import UserError
from kbdesk.models.bill_splitting import Coverage
from kbdesk.models.bill_splitting import Share
from kbdesk.models.bill_splitting import coverage
from kbdesk.models.bill_splitting import first_overlap
from kbdesk.models.bill_splitting import settled
from kbdesk.models.bill_splitting import split
from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.conversion import GROSS_CALORIFIC_VALUE
from kbdesk.models.conversion import STATE_NUMBER
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Origin
from kbdesk.services.data_entry import EARLIEST_YEAR
from kbdesk.services.data_entry import blank_entry
from kbdesk.services.project import Project
from kbdesk.services.sources import proposed_grade

GAS_VOLUME, GROSS_ENERGY = "m3", "kWh_hs"
_GROSS_KWH = {GROSS_ENERGY: Decimal(1), "MWh_hs": Decimal(1000)}
_ID_BYTES = 6
_HDD = Indicator.HEATING_DEGREE_DAYS
_THOUSANDS = 3
_LONGEST_DAYS = 5 * 366
"""A longer period is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class BilledShare:
    """The part of one bill in a year, with what the bill was converted to before (its own quantity, if nothing)."""

    bill: Bill
    converted: Decimal
    share: Share


@dataclass(frozen=True, slots=True)
class BilledYear:
    """What bills say of one year."""

    year: int
    amount: Decimal
    unit: str
    parameters: tuple[tuple[str, Decimal], ...]
    shares: tuple[BilledShare, ...]
    coverage: Coverage

    @property
    def source_id(self) -> str:
        """The source of the latest bill that names one."""
        named = [each.bill for each in self.shares if each.bill.source_id]
        return max(named, key=lambda bill: bill.last_day).source_id if named else ""


def new_bill(
    sector: str,
    carrier: str,
    period: tuple[date, date],
    text: str,
    quantity: Decimal,
    unit: str,
    *,
    parameters: Mapping[str, Decimal] | None = None,
    method: SplitMethod = SplitMethod.DAYS,
    source_id: str = "",
    note: str = "",
    id_: str = "",
) -> Bill:
    """A bill, with an id never given before unless it is another version of one; not recorded yet.

    ``note`` names the meter or building. A period or quantity that cannot be is a ``UserError``.
    """
    first, last = period
    if last < first:
        raise UserError("bill.ends_before", first=first, last=last)
    if first.year < EARLIEST_YEAR or (last - first).days > _LONGEST_DAYS:
        raise UserError("bill.period", first=first, last=last, earliest=str(EARLIEST_YEAR))
    if quantity < 0:
        raise UserError("bill.negative", found=text)
    given = tuple(sorted((parameters or {}).items()))
    bill_id = id_ or secrets.token_hex(_ID_BYTES)
    return Bill(bill_id, sector, carrier, first, last, text, quantity, unit, given, method, source_id, note.strip())


def bills_of_cell(project: Project, sector: str, carrier: str) -> tuple[Bill, ...]:
    """The bills of a sector and energy carrier, by period."""
    found = (b for b in project.inventory.bills.values() if (b.sector, b.carrier) == (sector, carrier))
    return tuple(sorted(found, key=lambda bill: (bill.first_day, bill.last_day, bill.note, bill.id)))


def billed_years(project: Project, bills: Sequence[Bill]) -> tuple[BilledYear, ...]:
    """What these bills of one sector and carrier say of each year, ascending; ``UserError`` where they contradict."""
    overlap = first_overlap(bills)
    if overlap is not None:
        one, other = overlap
        raise UserError(
            "bill.overlap",
            first=one.first_day,
            last=one.last_day,
            second_first=other.first_day,
            second_last=other.last_day,
        )
    unit, parameters, amounts = _common(bills)
    known = {year: datum.value for (year, indicator), datum in project.inventory.base_data.items() if indicator is _HDD}
    table, by_year = project.reference.degree_day_shares, dict[int, list[BilledShare]]()
    for bill, amount in zip(bills, amounts, strict=True):
        for share in split(bill, table, known, amount):
            by_year.setdefault(share.year, []).append(BilledShare(bill, amount, share))
    return tuple(
        BilledYear(
            year,
            sum((each.share.amount for each in shares), Decimal(0)),
            unit,
            parameters,
            tuple(shares),
            coverage(bills, year),
        )
        for year, shares in sorted(by_year.items())
    )


def usual_years(project: Project, sector: str, carrier: str, years: Sequence[BilledYear]) -> frozenset[int]:
    """The years whose value the bills give by themselves: wholly covered, and nothing typed stands there."""
    entries = project.inventory.entries

    def is_free(year: int) -> bool:
        entry = entries.get(EntryKey(year, sector, carrier))
        return entry is None or entry.origin is Origin.BILLS or not (entry.text or entry.notation_key)

    return frozenset(each.year for each in years if each.coverage.complete and is_free(each.year))


def record_bills(
    project: Project,
    sector: str,
    carrier: str,
    bills: Sequence[Bill],
    decimal_mark: str = ".",
    years: Collection[int] | None = None,
) -> Change | None:
    """Record all bills of a sector and carrier, and the values of ``years`` (``usual_years``) from them, in one step.

    Bills left out are removed. Values that bills gave before and do not give any more are taken back; others stay.
    """
    found = billed_years(project, bills)
    chosen = usual_years(project, sector, carrier, found) if years is None else frozenset(years)
    before = {bill.id: bill for bill in bills_of_cell(project, sector, carrier)}
    after = {bill.id: bill for bill in bills}
    edits = [Edit(before.get(id_), after.get(id_)) for id_ in {**before, **after}]
    taken = {each.year: each for each in found if each.year in chosen}
    edits += [_value(project, EntryKey(year, sector, carrier), taken[year], decimal_mark) for year in taken]
    edits += _taken_back(project, sector, carrier, taken)
    parameters = {"sector": sector, "carrier": carrier, "count": str(len(bills))}
    return project.commit("bill.record", parameters, edits)


def plain_text(amount: Decimal, decimal_mark: str) -> str:
    """The amount as it is recorded: digits and the decimal mark; never three decimals, they read as thousands."""
    whole, _, decimals = f"{amount:f}".partition(".")
    if not decimals.strip("0"):
        return whole
    return f"{whole}{decimal_mark}{decimals}{'0' if len(decimals) == _THOUSANDS else ''}"


def _value(project: Project, key: EntryKey, billed: BilledYear, decimal_mark: str) -> Edit:
    entry = blank_entry(project, key)
    source_id = billed.source_id or entry.source_id
    after = replace(
        entry,
        text=plain_text(billed.amount, decimal_mark),
        quantity=billed.amount,
        unit=billed.unit,
        parameters=billed.parameters,
        grade=entry.grade or proposed_grade(project, source_id),
        source=entry.source if source_id == entry.source_id else "",
        source_id=source_id,
        notation_key=None,
        contained_in="",
        origin=Origin.BILLS,
    )
    return Edit(project.inventory.entries.get(key), after)


def _taken_back(project: Project, sector: str, carrier: str, taken: Collection[int]) -> Iterator[Edit]:
    """Values that came from bills and do so no more; a note on one stays."""
    for entry in project.inventory.entries.values():
        if entry.key[1:] == (sector, carrier) and entry.origin is Origin.BILLS and entry.key.year not in taken:
            emptied = Entry(entry.key, unit=entry.unit, note=entry.note) if entry.note else None
            yield Edit(entry, emptied)


def _common(bills: Sequence[Bill]) -> tuple[str, tuple[tuple[str, Decimal], ...], tuple[Decimal, ...]]:
    """The unit and parameters that all bills can be said in, and their amounts in it."""
    if not bills:
        return "", (), ()
    units = {bill.unit for bill in bills}
    first = bills[0]
    if len(units) == 1 and all(bill.parameters == first.parameters for bill in bills):
        return first.unit, first.parameters, tuple(bill.quantity for bill in bills)
    if units <= {GAS_VOLUME, *_GROSS_KWH}:
        kept = frozenset.intersection(*(frozenset(bill.parameters) for bill in bills))
        shared = tuple(sorted(pair for pair in kept if pair[0] not in {GROSS_CALORIFIC_VALUE, STATE_NUMBER}))
        return GROSS_ENERGY, shared, tuple(_gross_kwh(bill) for bill in bills)
    raise UserError("bill.units_differ")


def _gross_kwh(bill: Bill) -> Decimal:
    """The bill in kWh gross: m³ × state number × calorific value."""
    if bill.unit in _GROSS_KWH:
        return bill.quantity * _GROSS_KWH[bill.unit]
    given = dict(bill.parameters)
    if GROSS_CALORIFIC_VALUE not in given or STATE_NUMBER not in given:
        raise UserError("bill.gas_values_missing", first=bill.first_day, last=bill.last_day)
    return settled(bill.quantity * given[STATE_NUMBER] * given[GROSS_CALORIFIC_VALUE])
