"""How the value of a year follows from bills, in words: each bill with its share, the sum, the days covered."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from kbdesk.errors import UserError
from kbdesk.models.bill_splitting import Coverage
from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.models.conversion import GROSS_CALORIFIC_VALUE
from kbdesk.models.conversion import STATE_NUMBER
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.services.billing import BilledShare
from kbdesk.services.billing import BilledYear
from kbdesk.services.billing import billed_years
from kbdesk.services.billing import bills_of_cell
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts


def bill_sentences(project: Project, key: EntryKey, texts: Texts) -> tuple[str, ...]:
    """How the bills of a cell give its value; empty where there are none for the year."""
    bills = bills_of_cell(project, key.sector, key.carrier)
    if not any(bill.first_day.year <= key.year <= bill.last_day.year for bill in bills):
        return ()
    try:
        billed = next(each for each in billed_years(project, bills) if each.year == key.year)
    except UserError as error:
        return (texts.error(error),)
    return (
        *year_sentences(billed, texts),
        coverage_text(billed.coverage, texts),
        *_unused(project, key, billed, texts),
    )


def year_sentences(billed: BilledYear, texts: Texts) -> tuple[str, ...]:
    """One line for each bill with a share in the year, and the sum of several."""
    lines = [_share_text(each, billed.unit, texts) for each in billed.shares]
    if len(lines) > 1:
        amounts = " + ".join(texts.numbers.plain(each.share.amount) for each in billed.shares)
        lines.append(f"{amounts} = {amount_text(billed, texts)}")
    return tuple(lines)


def amount_text(billed: BilledYear, texts: Texts) -> str:
    """The year's amount with its unit."""
    shown = billed.shares[0].bill
    return f"{texts.numbers.plain(billed.amount)} {_unit(billed.unit, shown, texts)}"


def coverage_text(covered: Coverage, texts: Texts) -> str:
    """How many days of the year the bills cover."""
    if covered.complete:
        return texts.tr("The bills cover all {days} days of the year.", days=str(covered.days))
    if covered.meter:
        return texts.tr(
            "The bills of “{meter}” cover {covered} of {days} days of the year.",
            meter=covered.meter,
            covered=str(covered.covered),
            days=str(covered.days),
        )
    return texts.tr(
        "The bills cover {covered} of {days} days of the year.", covered=str(covered.covered), days=str(covered.days)
    )


def period_text(bill: Bill, texts: Texts) -> str:
    """The period, with the meter where one is named (“1 Oct 2021 – 30 Sep 2022, school”)."""
    period = f"{texts.numbers.day(bill.first_day)} – {texts.numbers.day(bill.last_day)}"
    return f"{period}, {bill.note}" if bill.note else period


def _share_text(each: BilledShare, unit: str, texts: Texts) -> str:
    bill, share, plain = each.bill, each.share, texts.numbers.plain
    steps = [f"{plain(bill.quantity)} {_unit(bill.unit, bill, texts)}"]
    if bill.unit != unit:
        given = dict(bill.parameters)
        factors = [given[name] for name in (STATE_NUMBER, GROSS_CALORIFIC_VALUE) if name in given]
        by = "".join(f" × {plain(factor)}" for factor in factors)
        steps = [f"{steps[0]}{by} = {plain(each.converted)} {_unit(unit, bill, texts)}"]
    if share.part != share.whole:
        result = f"{plain(share.amount)} {_unit(unit, bill, texts)}"
        steps.append(f"× {_parts(each, texts)} = {result}")
    return f"{period_text(bill, texts)}: {' '.join(steps)}"


def _parts(each: BilledShare, texts: Texts) -> str:
    share = each.share
    part, whole = _shown(share.part, texts), _shown(share.whole, texts)
    if share.method is SplitMethod.DAYS:
        return texts.tr("{part}/{whole} days", part=part, whole=whole)
    return texts.tr("{part}/{whole} degree days", part=part, whole=whole)


def _shown(number: Fraction, texts: Texts) -> str:
    rounded = Decimal(number.numerator) / Decimal(number.denominator)
    return texts.numbers.plain(round(rounded, 1).normalize() if number.denominator != 1 else rounded)


def _unit(unit_id: str, bill: Bill, texts: Texts) -> str:
    """The unit's label without what stands in brackets behind it."""
    return texts.unit_label(unit_id, bill.sector, bill.carrier).partition(" (")[0]


def _unused(project: Project, key: EntryKey, billed: BilledYear, texts: Texts) -> Sequence[str]:
    """What is recorded, where it is not what the bills give."""
    entry = project.inventory.entries.get(key)
    if entry is not None and entry.origin is Origin.BILLS and entry.quantity == billed.amount:
        return ()
    amount = amount_text(billed, texts)
    if entry is None or not entry.text:
        return (texts.tr("The {amount} of the bills are not recorded as the value of the year.", amount=amount),)
    return (texts.tr("Another value is recorded; the {amount} of the bills are not used.", amount=amount),)
