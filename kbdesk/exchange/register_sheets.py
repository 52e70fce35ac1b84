"""The register on the sheets: profile, climate justice, activities and measures; plants and local electricity."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from kbdesk.exchange.sheet_wording import Wording
from kbdesk.exchange.sheets import Look
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import SheetCell
from kbdesk.exchange.sheets import number
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.models.measures import MeasureStatus
from kbdesk.models.membership import MemberType
from kbdesk.models.membership import Stance
from kbdesk.texts.activity_names import KINDS
from kbdesk.texts.activity_names import MEMBER_TYPES
from kbdesk.texts.activity_names import STANCES
from kbdesk.texts.activity_names import STATES
from kbdesk.texts.measure_names import STATUS_NAMES

_NOTHING = SheetCell(None, Look.WRAPPED)
"""An empty cell whose line goes through."""
_SPLITS = {"exergetic": "exergetic", "efficiency": "by efficiency"}
_TEMPERATURES = {"mean": "mean temperature of flow and return", "flow": "temperature of the flow"}
_FLOWS = {
    "local wind, water and sun": "renewable",
    "other local production": "plants",
    "certified purchases": "purchases",
    "certified sales": "sales",
}


def add_register(sheet: Sheet, payload: Mapping[str, Any], wording: Wording) -> None:
    """Add what there is to the sheet of commitments, under its columns."""
    _add_profile(sheet, payload.get("profile", {}), wording)
    _add_justice(sheet, payload.get("justice", ()), wording)
    _add_activities(sheet, payload.get("activities", ()), wording)
    _add_measures(sheet, payload.get("measures", ()), wording)


def add_local_factors(sheet: Sheet, payload: Mapping[str, Any], wording: Wording) -> None:
    """Add the plants and the local electricity that local factors follow from, one line each."""
    plants = [(f"{item['plant']}, {item['year']}", _plant_words(item, wording)) for item in payload.get("plants", ())]
    years = [(str(item["year"]), _electricity_words(item, wording)) for item in payload.get("electricity", ())]
    for title, lines in (("Plants of heat networks", plants), ("Local electricity", years)):
        if lines:
            _add_title(sheet, title, wording)
        for label, words in lines:
            sheet.add_pair(label, "; ".join(words), Look.WRAPPED)


def _add_profile(sheet: Sheet, item: Mapping[str, Any], wording: Wording) -> None:
    if not item:
        return
    _add_title(sheet, "Member profile", wording)
    pledge = ": ".join(
        part for part in map(wording.joined, (item["generation_name"], item["generation_wording"])) if part
    )
    for label, value in (
        ("Kind of member", _named(MEMBER_TYPES, MemberType, item["type"], wording)),
        ("Resolution of membership", _joined(item["resolution"], item["date"])),
        ("Pledge adopted", pledge or item["generation"]),
        ("Evidence", item["evidence"]),
    ):
        if value:
            sheet.add_pair(wording.phrase(label), value, Look.WRAPPED)


def _add_justice(sheet: Sheet, items: Iterable[Mapping[str, Any]], wording: Wording) -> None:
    if not items:
        return
    _add_title(sheet, "Climate justice", wording)
    _add_header(sheet, ("Commitment", "Wording", "Held", "Date", "", "Resolution", "", "Evidence"), wording)
    for item in items:
        sheet.add(
            _wrapped(wording.joined(item["name"])),
            _wrapped(wording.joined(item["wording"])),
            _wrapped(_named(STANCES, Stance, item["stance"], wording) or wording.phrase("not said")),
            _wrapped(item["date"]),
            _NOTHING,
            _wrapped(item["resolution"]),
            _NOTHING,
            _wrapped(item["evidence"]),
        )


def _add_activities(sheet: Sheet, items: Iterable[Mapping[str, Any]], wording: Wording) -> None:
    if not items:
        return
    _add_title(sheet, "Activities", wording)
    years = ("Title", "Description", "Kind", "From", "To", "Partner", "Country")
    _add_header(sheet, (*years, "State", "Resolution", "Last report", "Evidence"), wording)
    for item in items:
        sheet.add(
            _wrapped(item["title"]),
            _wrapped(item["text"]),
            _wrapped(_named(KINDS, ActivityKind, item["kind"], wording)),
            SheetCell(item["start_year"], Look.YEAR),
            SheetCell(item["end_year"], Look.YEAR),
            _wrapped(item["partner"]),
            _wrapped(item["country"]),
            _wrapped(_named(STATES, ActivityState, item["state"], wording)),
            _wrapped(_joined(item["resolution"], item["decided"])),
            _wrapped(item.get("reported", "")),
            _wrapped(item["evidence"]),
        )


def _add_measures(sheet: Sheet, items: Iterable[Mapping[str, Any]], wording: Wording) -> None:
    if not items:
        return
    _add_title(sheet, "Measures", wording)
    first = ("Title", "Note", "Where and what", "From", "Full effect from", "Responsible", "State")
    numbers = ("Saving [MWh a year]", "Saving [t a year]", "Cost", "Currency", "Funding", "Evidence")
    _add_header(sheet, (*first, *numbers), wording)
    for item in items:
        sheet.add(
            _wrapped(item["title"]),
            _wrapped(item["note"]),
            _wrapped(_joined(wording.sector(item["sector"]), wording.carrier(item["carrier"]))),
            SheetCell(item["start_year"], Look.YEAR),
            SheetCell(item["end_year"], Look.YEAR),
            _wrapped(item["responsible"]),
            _wrapped(_named(STATUS_NAMES, MeasureStatus, item["status"], wording)),
            SheetCell(number(item["saving_mwh"]), Look.TWO),
            SheetCell(number(item["saving_t"]), Look.TWO),
            SheetCell(number(item["cost"]), Look.TWO),
            _wrapped(item["currency"] if item["cost"] is not None else ""),
            _wrapped(item["funding"]),
            _wrapped(item["evidence"]),
        )


def _plant_words(item: Mapping[str, Any], wording: Wording) -> Iterator[str]:
    yield wording.carrier(item["carrier"])
    yield from (f"{wording.phrase('fuel')} {wording.carrier(f['carrier'])}: {f['mwh']} MWh" for f in item["fuels"])
    for label, name, unit in (
        ("heat fed in", "heat_mwh", "MWh"),
        ("heat sold", "sold_mwh", "MWh"),
        ("electricity made", "electricity_mwh", "MWh"),
        ("efficiency of heat", "heat_efficiency", ""),
        ("efficiency of electricity", "power_efficiency", ""),
    ):
        if item[name] is not None:
            yield f"{wording.phrase(label)}: {item[name]} {unit}".rstrip()
    if item["temperature_c"] is not None:
        yield f"{wording.phrase(_TEMPERATURES[item['temperature_kind']])}: {item['temperature_c']} °C"
    if item["split"] is not None:
        yield f"{wording.phrase('split of emissions')}: {wording.phrase(_SPLITS[item['split']])}"
    if item["source"]:
        yield item["source"]


def _electricity_words(item: Mapping[str, Any], wording: Wording) -> Iterator[str]:
    for label, name in _FLOWS.items():
        amounts = ((item[f"{name}_mwh"], "MWh"), (item[f"{name}_t"], "t"))
        said = ", ".join(f"{amount} {unit}" for amount, unit in amounts if amount is not None)
        if said:
            yield f"{wording.phrase(label)}: {said}"
    if item["source"]:
        yield item["source"]


def _add_title(sheet: Sheet, title: str, wording: Wording) -> None:
    sheet.add_gap()
    sheet.add(SheetCell(wording.phrase(title), Look.TITLE))


def _add_header(sheet: Sheet, titles: Iterable[str], wording: Wording) -> None:
    sheet.add_header(wording.phrase(title) if title else "" for title in titles)


def _named(names: Mapping[Any, str], kind: type[StrEnum], value: str, wording: Wording) -> str:
    """The word for a value; one of a later program stands for itself."""
    return wording.phrase(names[kind(value)]) if value in set(kind) else value


def _wrapped(text: str) -> SheetCell:
    return SheetCell(text, Look.WRAPPED)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
