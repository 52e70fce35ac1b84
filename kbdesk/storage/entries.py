"""Rows of the table ``entry`` as entries and back."""

from decimal import Decimal
from sys import intern

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.storage import tables
from kbdesk.storage.parameters import parameters_of
from kbdesk.storage.parameters import parameters_text
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row

_ORIGINS = {origin.value: origin for origin in Origin}
_GRADES: dict[str | None, Grade | None] = {None: None} | {grade.value: grade for grade in Grade}
_NOTATION_KEYS: dict[str | None, NotationKey | None] = {None: None} | {key.value: key for key in NotationKey}


def _row_of(entry: Entry) -> Row:
    return {
        "year": entry.key.year,
        "sector": entry.key.sector,
        "carrier": entry.key.carrier,
        "text": entry.text,
        "quantity": None if entry.quantity is None else str(entry.quantity),
        "unit": entry.unit,
        "parameters": parameters_text(entry.parameters),
        "grade": None if entry.grade is None else entry.grade.value,
        "source": entry.source,
        "note": entry.note,
        "notation_key": None if entry.notation_key is None else entry.notation_key.value,
        "origin": entry.origin.value,
        "source_id": entry.source_id,
        "contained_in": entry.contained_in,
    }


def _entry_of(
    year: int,
    sector: str,
    carrier: str,
    text: str,
    quantity: str | None,
    unit: str,
    parameters: str,
    grade: str | None,
    source: str,
    note: str,
    notation_key: str | None,
    origin: str,
    source_id: str,
    contained_in: str,
) -> Entry:
    # The same few words stand in thousands of rows; kept once they cost less memory and are compared at once.
    return Entry(
        EntryKey(year, intern(sector), intern(carrier)),
        text,
        None if quantity is None else Decimal(quantity),
        intern(unit),
        parameters_of(parameters),
        _GRADES[grade],
        intern(source),
        note,
        _NOTATION_KEYS[notation_key],
        _ORIGINS[origin],
        intern(source_id),
        contained_in,
    )


ENTRIES = RecordTable("entry", tables.entry, _row_of, _entry_of)
