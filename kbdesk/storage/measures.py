"""Rows of the table ``measure`` as measures and back."""

from kbdesk.models.measures import Measure
from kbdesk.models.measures import MeasureStatus
from kbdesk.storage import tables
from kbdesk.storage.amounts import amount_of
from kbdesk.storage.amounts import amount_text
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row


def _row_of(measure: Measure) -> Row:
    return {
        "id": measure.id,
        "title": measure.title,
        "status": measure.status.value,
        "sector": measure.sector,
        "carrier": measure.carrier,
        "start_year": measure.start_year,
        "end_year": measure.end_year,
        "responsible": measure.responsible,
        "saving_mwh": amount_text(measure.saving_mwh),
        "saving_t": amount_text(measure.saving_t),
        "cost": amount_text(measure.cost),
        "currency": measure.currency,
        "funding": measure.funding,
        "note": measure.note,
        "source_id": measure.source_id,
    }


def _measure_of(
    id_: str,
    title: str,
    status: str,
    sector: str,
    carrier: str,
    start_year: int | None,
    end_year: int | None,
    responsible: str,
    saving_mwh: str | None,
    saving_t: str | None,
    cost: str | None,
    *texts: str,
) -> Measure:
    return Measure(
        id_,
        title,
        MeasureStatus(status),
        sector,
        carrier,
        start_year,
        end_year,
        responsible,
        amount_of(saving_mwh),
        amount_of(saving_t),
        amount_of(cost),
        *texts,
    )


MEASURES = RecordTable("measure", tables.measure, _row_of, _measure_of)
