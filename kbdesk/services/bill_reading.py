"""What was typed for a bill, read as the bill it describes."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.models.conversion import GROSS_CALORIFIC_VALUE
from kbdesk.models.conversion import STATE_NUMBER
from kbdesk.models.conversion import parameters_offered
from kbdesk.models.inventory import EntryKey
from kbdesk.models.numbers import read_number
from kbdesk.services.billing import new_bill
from kbdesk.services.data_entry import understood
from kbdesk.services.project import Project
from kbdesk.texts.days import read_typed_day
from kbdesk.texts.texts import Texts


class TypedBill(NamedTuple):
    """The fields of a bill as typed; ``id`` is empty for a new one."""

    first_day: str = ""
    last_day: str = ""
    quantity: str = ""
    unit: str = ""
    state_number: str = ""
    calorific_value: str = ""
    meter: str = ""
    source_id: str = ""
    id: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed that makes a bill."""
        return not (self.first_day.strip() or self.last_day.strip() or self.quantity.strip())

    @property
    def is_complete(self) -> bool:
        """Whether everything was typed that makes a bill."""
        return bool(self.first_day.strip() and self.last_day.strip() and self.quantity.strip())


def typed_bill(bill: Bill, texts: Texts) -> TypedBill:
    """A recorded bill as it would be typed."""
    given = dict(bill.parameters)
    number = given.get(STATE_NUMBER), given.get(GROSS_CALORIFIC_VALUE)
    state_number, calorific_value = ("" if value is None else texts.numbers.plain(value) for value in number)
    first, last = texts.numbers.day(bill.first_day), texts.numbers.day(bill.last_day)
    return TypedBill(
        first, last, bill.text, bill.unit, state_number, calorific_value, bill.note, bill.source_id, bill.id
    )


def read_bill(project: Project, key: EntryKey, typed: TypedBill, method: SplitMethod, texts: Texts) -> Bill:
    """The bill; what cannot be read is a ``UserError`` that names it."""
    period = _day(typed.first_day, texts), _day(typed.last_day, texts)
    read = understood(project, key, typed.quantity, texts.numbers.decimal_mark, typed.unit)
    if read.quantity is None:
        raise UserError("number.not_a_number", found=typed.quantity.strip())
    unit = read.unit or typed.unit
    if not unit:
        raise UserError("bill.no_unit")
    known = project.reference.codebook.unit(unit, key.sector, key.carrier)
    offered = parameters_offered(known) if known else ()
    named = {STATE_NUMBER: typed.state_number, GROSS_CALORIFIC_VALUE: typed.calorific_value}
    parameters = {name: _positive(text, texts) for name, text in named.items() if name in offered and text.strip()}
    return new_bill(
        key.sector,
        key.carrier,
        period,
        typed.quantity.strip(),
        read.quantity,
        unit,
        parameters=parameters,
        method=method,
        source_id=typed.source_id,
        note=typed.meter,
        id_=typed.id,
    )


def _day(text: str, texts: Texts) -> date:
    read = read_typed_day(text, texts)
    if read.day is None:
        raise UserError("source.no_day", found=text.strip())
    return read.day


def _positive(text: str, texts: Texts) -> Decimal:
    read = read_number(text, texts.numbers.decimal_mark)
    if read.value is None or read.value <= 0:
        raise UserError("number.not_positive", found=text.strip())
    return read.value
