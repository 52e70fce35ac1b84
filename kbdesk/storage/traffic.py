"""Rows of the table ``traffic_flow`` as records and back."""

from kbdesk.models.traffic import TrafficFlow
from kbdesk.storage import tables
from kbdesk.storage.amounts import amount_of
from kbdesk.storage.amounts import amount_text
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row


def _row_of(flow: TrafficFlow) -> Row:
    return {
        "year": flow.year,
        "sector": flow.sector,
        "carrier": flow.carrier,
        "road": flow.road,
        "vehicle": flow.vehicle,
        "million_km": amount_text(flow.million_km),
        "kwh_per_km": amount_text(flow.kwh_per_km),
        "source": flow.source,
        "source_id": flow.source_id,
    }


def _flow_of(
    year: int,
    sector: str,
    carrier: str,
    road: str,
    vehicle: str,
    million_km: str | None,
    kwh_per_km: str | None,
    *texts: str,
) -> TrafficFlow:
    return TrafficFlow(year, sector, carrier, road, vehicle, amount_of(million_km), amount_of(kwh_per_km), *texts)


TRAFFIC = RecordTable("traffic", tables.traffic_flow, _row_of, _flow_of)
