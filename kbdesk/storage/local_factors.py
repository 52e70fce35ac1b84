"""Rows of the table ``local_factor`` as local factors and back."""

from decimal import Decimal

from kbdesk.models.inventory import LocalFactor
from kbdesk.storage import tables
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row


def _row_of(factor: LocalFactor) -> Row:
    return {
        "year": factor.year,
        "carrier": factor.carrier,
        "t_per_mwh": str(factor.t_per_mwh),
        "source": factor.source,
        "note": factor.note,
    }


def _factor_of(year: int, carrier: str, t_per_mwh: str, source: str, note: str) -> LocalFactor:
    return LocalFactor(year, carrier, Decimal(t_per_mwh), source, note)


LOCAL_FACTORS = RecordTable("factor", tables.local_factor, _row_of, _factor_of)
