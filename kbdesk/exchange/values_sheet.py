"""The sheet with every recorded and computed value, one a row; ids are text cells, numbers number cells."""

from collections.abc import Mapping
from typing import Any

from kbdesk.exchange.labels import INDICATOR_LABELS
from kbdesk.exchange.payload_records import parameters_text
from kbdesk.exchange.sheet_wording import Wording
from kbdesk.exchange.sheets import Look
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import SheetCell
from kbdesk.exchange.sheets import number
from kbdesk.models.inventory import Indicator

_COLUMNS = (
    ("Kind", 16),
    ("Year", 8),
    ("Sector or indicator", 22),
    ("Label", 68),
    ("Energy carrier", 20),
    ("Label", 46),
    ("As typed", 16),
    ("Quantity", 16),
    ("Unit", 12),
    ("Final energy [MWh]", 16),
    ("Emission factor [t/MWh]", 14),
    ("Factor status", 14),
    ("Emissions [t]", 16),
    ("Grade", 18),
    ("Notation key", 14),
    ("Origin", 14),
    ("Parameters", 28),
    ("Source", 40),
    ("Note", 40),
    ("Factor source", 50),
)
_COUNTING = (("Counted", 24), ("Heat pumps, taken off [MWh]", 16))
"""Only where not everything is counted as it was metered: the sheets of earlier programs stay as they were."""
_NOTHING = SheetCell(None)


def values_sheet(payload: Mapping[str, Any], wording: Wording) -> Sheet:
    """Entries with their results, then base data, local factors, published results."""
    counting = any("apart" in item or "heat_pump_mwh" in item for item in payload["entries"])
    columns = (*_COLUMNS, *(_COUNTING if counting else ()))
    sheet = Sheet("Values", tuple(width for _, width in columns), frozen_rows=1, landscape=True)
    sheet.add_header(wording.phrase(title) for title, _ in columns)
    for item in payload["entries"]:
        sector, carrier = SheetCell(wording.sector(item["sector"])), SheetCell(wording.carrier(item["carrier"]))
        sheet.add(*_entry_cells(item, sector, carrier), *(_counting_cells(item, wording) if counting else ()))
    for item in payload["base_data"]:
        label = wording.phrase(INDICATOR_LABELS[Indicator(item["indicator"])])
        place = (SheetCell(item["indicator"]), SheetCell(label), _NOTHING, _NOTHING)
        _add(sheet, "base_data", item, *place, quantity=item["value"])
    for item in payload["local_factors"]:
        place = (_NOTHING, _NOTHING, SheetCell(item["carrier"]), SheetCell(wording.carrier(item["carrier"])))
        _add(sheet, "local_factor", item, *place, factor=item["t_per_mwh"])
    for item in payload["published"]:
        label = wording.sector(item["sector"]) if item["sector"] else wording.phrase("Total")
        place = (SheetCell(item["sector"]), SheetCell(label), _NOTHING, _NOTHING)
        _add(sheet, "published", item, *place, energy=item["final_energy_mwh"], emissions=item["emissions_t"])
    return sheet


def _entry_cells(item: Mapping[str, Any], sector: SheetCell, carrier: SheetCell) -> tuple[SheetCell, ...]:
    return (
        SheetCell("entry"),
        SheetCell(item["year"], Look.YEAR),
        SheetCell(item["sector"]),
        sector,
        SheetCell(item["carrier"]),
        carrier,
        SheetCell(item["text"]),
        SheetCell(number(item["quantity"]), Look.TWO),
        SheetCell(item["unit"]),
        SheetCell(number(item["energy_mwh"]), Look.TWO),
        SheetCell(number(item["factor_t_per_mwh"]), Look.EXACT),
        SheetCell(item["factor_status"]),
        SheetCell(number(item["emissions_t"]), Look.TWO),
        SheetCell(item["grade"]),
        SheetCell(item["notation_key"]),
        SheetCell(item["origin"]),
        SheetCell(parameters_text(item["parameters"])),
        SheetCell(item["source"]),
        SheetCell(item["note"]),
        SheetCell(item["factor_source"]),
    )


def _counting_cells(item: Mapping[str, Any], wording: Wording) -> tuple[SheetCell, ...]:
    counted = wording.phrase("no, contained in transport") if "apart" in item else wording.phrase("yes")
    return SheetCell(counted), SheetCell(number(item.get("heat_pump_mwh")), Look.TWO)


def _add(
    sheet: Sheet,
    kind: str,
    item: Mapping[str, Any],
    *place: SheetCell,
    quantity: str | None = None,
    energy: str | None = None,
    factor: str | None = None,
    emissions: str | None = None,
) -> None:
    sheet.add(
        SheetCell(kind),
        SheetCell(item["year"], Look.YEAR),
        *place,
        _NOTHING,
        SheetCell(number(quantity), Look.TWO),
        _NOTHING,
        SheetCell(number(energy), Look.TWO),
        SheetCell(number(factor), Look.EXACT),
        _NOTHING,
        SheetCell(number(emissions), Look.TWO),
        *[_NOTHING] * 4,
        SheetCell(item["source"]),
        SheetCell(item.get("note")),
    )
