"""The sheets of a submission, rendered from its payload and nothing else."""

from collections.abc import Mapping
from typing import Any

from kbdesk.exchange.canonical import check_code
from kbdesk.exchange.method_sheets import changes_sheet
from kbdesk.exchange.method_sheets import commitments_sheet
from kbdesk.exchange.method_sheets import explanations_sheet
from kbdesk.exchange.method_sheets import method_sheet
from kbdesk.exchange.sheet_wording import Wording
from kbdesk.exchange.sheets import Look
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import SheetCell
from kbdesk.exchange.sheets import number
from kbdesk.exchange.transport import transport_sheet
from kbdesk.exchange.values_sheet import values_sheet

_YEAR_COLUMNS = (
    "Year",
    "Inhabitants",
    "Final energy [MWh]",
    "Emissions [t]",
    "Emissions per inhabitant [t]",
    "Direct emissions [t CO2e]",
    "Data quality",
    "Missing values",
)


def submission_sheets(payload: Mapping[str, Any], packed_text: str, sha256: str) -> tuple[Sheet, ...]:
    """All seven sheets of a payload whose packed form and hash are given."""
    wording = Wording(payload["wording"])
    return (
        summary_sheet(payload, check_code(sha256), wording),
        values_sheet(payload, wording),
        explanations_sheet(payload, wording),
        changes_sheet(payload, wording),
        method_sheet(payload, wording),
        commitments_sheet(payload, wording),
        transport_sheet(payload, packed_text, sha256),
    )


def summary_sheet(payload: Mapping[str, Any], check: str, wording: Wording) -> Sheet:
    """Who hands in what, and the result on one page."""
    sheet = Sheet("Summary", (44, 30, 22, 22, 22, 22, 16, 16), landscape=True)
    municipality, release = payload["municipality"], payload["release"]
    sheet.add(SheetCell(wording.phrase("Energy and greenhouse gas inventory"), Look.TITLE))
    sheet.add(SheetCell(f"{municipality['name']} {payload['year']}", Look.TITLE))
    sheet.add_gap()
    for label, value in (
        ("Municipality", municipality["name"]),
        ("Country", municipality["country"]),
        ("Official code", municipality["code"]),
        ("Inventory year", str(payload["year"])),
        ("Revision", str(payload["revision"])),
        ("Check code", check),
        ("Released by", release["who"]),
        ("Office", release["office"]),
        ("Date", payload["created"]),
        ("Base year", str(municipality["base_year"])),
        ("Factor set", f"{payload['factor_set']['title']}, {payload['factor_set']['edition']}"),
    ):
        sheet.add_pair(wording.phrase(label), value)
    _add_year(sheet, payload, wording)
    sheet.add_gap()
    sheet.add(SheetCell(wording.phrase("All years"), Look.TITLE))
    sheet.add_header(wording.phrase(title) for title in _YEAR_COLUMNS)
    for total in payload["totals"]:
        sheet.add(*_year_cells(total))
    return sheet


def _add_key_figures(sheet: Sheet, total: Mapping[str, Any], wording: Wording) -> None:
    sheet.add_pair(wording.phrase("Inhabitants"), number(total["population"]), Look.FIGURE_WHOLE)
    sheet.add_pair(wording.phrase("Final energy [MWh]"), number(total["energy_mwh"]), Look.FIGURE_WHOLE)
    sheet.add_pair(wording.phrase("Emissions [t]"), number(total["emissions_t"]), Look.FIGURE_WHOLE)
    per_inhabitant = number(total["emissions_t_per_inhabitant"])
    sheet.add_pair(wording.phrase("Emissions per inhabitant [t]"), per_inhabitant, Look.FIGURE_TWO)


def _add_year(sheet: Sheet, payload: Mapping[str, Any], wording: Wording) -> None:
    total = next((total for total in payload["totals"] if total["year"] == payload["year"]), None)
    if total is None:
        return
    _add_key_figures(sheet, total, wording)
    sheet.add_gap()
    sheet.add(SheetCell(f"{wording.phrase('By sector')}: {payload['year']}", Look.TITLE))
    sheet.add_header(wording.phrase(t) for t in ("Sector", "Final energy [MWh]", "Emissions [t]", "Missing values"))
    for part in total["sectors"]:
        sheet.add(
            SheetCell(wording.sector(part["sector"]), Look.WRAPPED),
            SheetCell(number(part["energy_mwh"]), Look.WHOLE),
            SheetCell(number(part["emissions_t"]), Look.WHOLE),
            SheetCell(part["emissions_missing"], Look.WHOLE),
        )
    sheet.add(
        SheetCell(wording.phrase("Total"), Look.LABEL),
        SheetCell(number(total["energy_mwh"]), Look.WHOLE),
        SheetCell(number(total["emissions_t"]), Look.WHOLE),
        SheetCell(total["emissions_missing"], Look.WHOLE),
    )


def _year_cells(total: Mapping[str, Any]) -> tuple[SheetCell, ...]:
    return (
        SheetCell(total["year"], Look.YEAR),
        SheetCell(number(total["population"]), Look.WHOLE),
        SheetCell(number(total["energy_mwh"]), Look.WHOLE),
        SheetCell(number(total["emissions_t"]), Look.WHOLE),
        SheetCell(number(total["emissions_t_per_inhabitant"]), Look.TWO),
        SheetCell(number(total["direct_t"]), Look.WHOLE),
        SheetCell(number(total["data_quality"]), Look.SHARE),
        SheetCell(total["emissions_missing"], Look.WHOLE),
    )
