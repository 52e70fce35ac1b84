"""Rows of the table ``bill`` as bills and back."""

from datetime import date
from decimal import Decimal

from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.storage import tables
from kbdesk.storage.parameters import parameters_of
from kbdesk.storage.parameters import parameters_text
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row


def _row_of(bill: Bill) -> Row:
    return {
        "id": bill.id,
        "sector": bill.sector,
        "carrier": bill.carrier,
        "first_day": bill.first_day.isoformat(),
        "last_day": bill.last_day.isoformat(),
        "text": bill.text,
        "quantity": str(bill.quantity),
        "unit": bill.unit,
        "parameters": parameters_text(bill.parameters),
        "method": bill.method.value,
        "source_id": bill.source_id,
        "note": bill.note,
    }


def _bill_of(
    id_: str,
    sector: str,
    carrier: str,
    first_day: str,
    last_day: str,
    text: str,
    quantity: str,
    unit: str,
    parameters: str,
    method: str,
    source_id: str,
    note: str,
) -> Bill:
    return Bill(
        id_,
        sector,
        carrier,
        date.fromisoformat(first_day),
        date.fromisoformat(last_day),
        text,
        Decimal(quantity),
        unit,
        parameters_of(parameters),
        SplitMethod(method),
        source_id,
        note,
    )


BILLS = RecordTable("bill", tables.bill, _row_of, _bill_of)
