"""Rows of the table ``published_result`` as published results and back."""

from decimal import Decimal

from kbdesk.models.inventory import PublishedResult
from kbdesk.storage import tables
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row


def _row_of(result: PublishedResult) -> Row:
    energy = result.final_energy_mwh
    return {
        "year": result.year,
        "sector": result.sector,
        "emissions_t": str(result.emissions_t),
        "final_energy_mwh": None if energy is None else str(energy),
        "source": result.source,
    }


def _result_of(year: int, sector: str, emissions_t: str, final_energy_mwh: str | None, source: str) -> PublishedResult:
    energy = None if final_energy_mwh is None else Decimal(final_energy_mwh)
    return PublishedResult(year, Decimal(emissions_t), sector, energy, source)


PUBLISHED_RESULTS = RecordTable("published", tables.published_result, _row_of, _result_of)
