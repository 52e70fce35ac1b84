"""Rows of the table ``base_datum`` as base data and back."""

from decimal import Decimal

from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.storage import tables
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row


def _row_of(datum: BaseDatum) -> Row:
    return {
        "year": datum.year,
        "indicator": datum.indicator.value,
        "value": str(datum.value),
        "source": datum.source,
    }


def _datum_of(year: int, indicator: str, value: str, source: str) -> BaseDatum:
    return BaseDatum(year, Indicator(indicator), Decimal(value), source)


BASE_DATA = RecordTable("base", tables.base_datum, _row_of, _datum_of)
