"""The sheets beside the values: explanations, changes, method, commitments."""

from collections.abc import Iterator
from collections.abc import Mapping
from typing import Any

from kbdesk.exchange.labels import NOTATION_KEY_LABELS
from kbdesk.exchange.register_sheets import add_local_factors
from kbdesk.exchange.register_sheets import add_register
from kbdesk.exchange.sheet_wording import Wording
from kbdesk.exchange.sheet_wording import contained_place
from kbdesk.exchange.sheets import Look
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import SheetCell
from kbdesk.exchange.sheets import number
from kbdesk.models.breaks import BreakKind
from kbdesk.models.inventory import NotationKey
from kbdesk.texts.break_texts import KIND_NAMES

_VERDICTS = {"on_track": "on track", "off_track": "off track", "reached": "reached", "not_assessable": "not assessable"}
_BASES = {"total": "total", "per_inhabitant": "per inhabitant"}
_TITLED = {"activity": ("activities", "title"), "measure": ("measures", "title"), "target": ("targets", "name")}
"""Where the titles of what is known by an id stand."""
_CODES = (
    ("exact", "factor of this country and year"),
    ("provisional", "factor of the nearest year of the same series"),
    ("local", "factor of the municipality itself"),
    ("missing", "no factor known"),
    ("A", "own measured data"),
    ("B", "extrapolated data"),
    ("C", "regional statistics"),
    ("D", "national statistics"),
)


def explanations_sheet(payload: Mapping[str, Any], wording: Wording) -> Sheet:
    """Findings, breaks in the series, where a notation key stands for a value, and what a colleague checked."""
    findings = payload["findings"]
    # Earlier programs knew no acknowledgements: their sheets stay as they were.
    acknowledging = any("acknowledged" in finding for finding in findings)
    widths = (14, 26, 8, 26, 22, 90, 14, *((60,) if acknowledging else ()))
    sheet = Sheet("Explanations", widths, frozen_rows=1, landscape=True)
    titles = ("Level", "Code", "Year", "Sector", "Energy carrier", "Explanation", "Effect [t]")
    sheet.add_header(wording.phrase(title) for title in (*titles, *(("Acknowledged",) if acknowledging else ())))
    for finding in findings:
        sheet.add(
            SheetCell(finding["level"]),
            SheetCell(finding["code"]),
            SheetCell(finding["year"], Look.YEAR),
            SheetCell(finding["sector"]),
            SheetCell(finding["carrier"]),
            SheetCell(wording.joined(finding["text"]), Look.WRAPPED),
            SheetCell(number(finding["effect_t"]), Look.TWO),
            *((SheetCell(_acknowledged(finding, wording), Look.WRAPPED),) if acknowledging else ()),
        )
    for rows in (_break_rows, _bill_rows, _notation_rows, _second_look_rows):
        for row in rows(payload, wording):
            sheet.add(*row)
    if len(sheet.rows) == 1:
        sheet.add(SheetCell(wording.phrase("Nothing to explain."), Look.HINT))
    return sheet


def _acknowledged(finding: Mapping[str, Any], wording: Wording) -> str | None:
    """Reason, text and day, as in “New connection: the school (2026-03-05)”."""
    given = finding["acknowledged"]
    if given is None:
        return None
    words = ": ".join(part for part in (wording.joined(given["label"]), given["text"]) if part)
    return " ".join(part for part in (words, f"({given['on']})" if given["on"] else "") if part)


def _break_rows(payload: Mapping[str, Any], wording: Wording) -> Iterator[tuple[SheetCell, ...]]:
    for item in payload.get("breaks", ()):
        kind = wording.phrase(KIND_NAMES[BreakKind(item["kind"])])
        yield (
            SheetCell(wording.phrase("Break in the series"), Look.WRAPPED),
            SheetCell(item["kind"]),
            SheetCell(item["year"], Look.YEAR),
            SheetCell(item["sector"] or None),
            SheetCell(None),
            SheetCell(f"{kind}: {item['text']}", Look.WRAPPED),
        )


def _bill_rows(payload: Mapping[str, Any], wording: Wording) -> Iterator[tuple[SheetCell, ...]]:
    for item in payload.get("explanations", ()):
        yield (
            SheetCell(wording.phrase("From bills"), Look.WRAPPED),
            SheetCell(None),
            SheetCell(item["year"], Look.YEAR),
            SheetCell(item["sector"]),
            SheetCell(item["carrier"]),
            SheetCell("\n".join(item["text"]), Look.WRAPPED),
        )


def _second_look_rows(payload: Mapping[str, Any], wording: Wording) -> Iterator[tuple[SheetCell, ...]]:
    for look in payload.get("second_looks", ()):
        yield (
            SheetCell(wording.phrase("Second look"), Look.WRAPPED),
            SheetCell(None),
            SheetCell(look["year"], Look.YEAR),
            SheetCell(look["sector"]),
            SheetCell(None),
            SheetCell(f"{wording.phrase('checked on')} {look['on']}", Look.WRAPPED),
        )


def _notation_rows(payload: Mapping[str, Any], wording: Wording) -> Iterator[tuple[SheetCell, ...]]:
    for item in payload["entries"]:
        if item["notation_key"] is not None:
            label = wording.phrase(NOTATION_KEY_LABELS[NotationKey(item["notation_key"])])
            yield (
                SheetCell(wording.phrase("Notation key"), Look.WRAPPED),
                SheetCell(item["notation_key"]),
                SheetCell(item["year"], Look.YEAR),
                SheetCell(item["sector"]),
                SheetCell(item["carrier"]),
                SheetCell(_said_of_key(item, label, wording), Look.WRAPPED),
            )


def _said_of_key(item: Mapping[str, Any], label: str, wording: Wording) -> str:
    """The key in words, where the value is contained, and the reason given."""
    sector, carrier = contained_place(item.get("contained_in", ""))
    where = ", ".join(part for part in (wording.sector(sector), wording.carrier(carrier)) if part)
    contained = f"{wording.phrase('contained in')} {where}" if where else ""
    return ": ".join(part for part in (label, contained, item["note"]) if part)


def changes_sheet(payload: Mapping[str, Any], wording: Wording) -> Sheet:
    """What changed since the last revision, field by field."""
    sheet = Sheet("Changes", (16, 10, 28, 24, 22, 34, 34), frozen_rows=1, landscape=True)
    titles = ("What", "Year", "Sector or indicator", "Energy carrier", "Field", "Before", "After")
    sheet.add_header(wording.phrase(title) for title in titles)
    if payload["changes"] is None:
        first = "This is the first revision: there is nothing to compare it with."
        sheet.add(SheetCell(wording.phrase(first), Look.HINT))
    elif not payload["changes"]:
        sheet.add(SheetCell(wording.phrase("Nothing has changed since the last revision."), Look.HINT))
    for change in payload["changes"] or ():
        kind, year, place, carrier = _place(change["key"], payload)
        texts = (kind, year, place, carrier, change["field"])
        cells = [SheetCell(text) for text in texts]
        sheet.add(*cells, SheetCell(change["old"], Look.WRAPPED), SheetCell(change["new"], Look.WRAPPED))
    return sheet


def _place(key: list[str], payload: Mapping[str, Any]) -> tuple[str, str, str, str]:
    kind, *rest = key
    if kind in _TITLED:
        part, name = _TITLED[kind]
        return kind, "", next((item[name] for item in payload.get(part, ()) if item["id"] == rest[0]), rest[0]), ""
    if kind == "plant":
        return kind, rest[1], rest[0], ""
    year, place, carrier = (*rest, "", "", "")[:3]
    return (kind, year, "", place) if kind == "factor" else (kind, year, place, carrier)


def method_sheet(payload: Mapping[str, Any], wording: Wording) -> Sheet:
    """By which rules, factors and program the results were made, and what the codes mean."""
    sheet = Sheet("Method", (44, 100), landscape=True)
    factor_set = payload["factor_set"]
    for label, value in (
        ("Schema", payload["schema"]),
        ("Rules version", payload["rules_version"]),
        ("Program version", f"{payload['program']['name']} {payload['program']['version']}"),
        ("Factor set", f"{factor_set['id']}: {factor_set['title']}"),
        ("Edition", factor_set["edition"]),
        ("Basis of gas", factor_set["gas_basis"]),
        ("Boundary", factor_set["boundary"]),
        ("Reference", factor_set["reference"]),
        ("SHA-256 of the last revision", payload["previous_sha256"]),
        *_declared(payload, wording),
    ):
        sheet.add_pair(wording.phrase(label), value, Look.WRAPPED)
    sheet.add_gap()
    sheet.add(SheetCell(wording.phrase("Meaning of the codes"), Look.TITLE))
    for code, meaning in _CODES:
        sheet.add_pair(code, wording.phrase(meaning), Look.WRAPPED)
    for key, meaning in NOTATION_KEY_LABELS.items():
        sheet.add_pair(key.value, wording.phrase(meaning), Look.WRAPPED)
    add_local_factors(sheet, payload, wording)
    return sheet


def _declared(payload: Mapping[str, Any], wording: Wording) -> Iterator[tuple[str, str]]:
    """What the municipality declared; nothing where it did not, as in the files of earlier programs."""
    if said := payload.get("accounting", {}).get("heat_pumps_metered"):
        yield "Metered electricity contains heat pumps", wording.phrase(said)


def commitments_sheet(payload: Mapping[str, Any], wording: Wording) -> Sheet:
    """The commitments with their verdicts and five-year windows."""
    widths = (40, 70, 22, 12, 12, 28, 12, 18, 18, 14, 26, 26, 30)
    sheet = Sheet("Commitments and activities", widths, frozen_rows=1, landscape=True)
    titles = ("Commitment", "Wording", "Measured by", "Base year", "Target year", "Verdict", "Latest year")
    values = ("Actual value", "Target value", "Distance [%]")
    sheet.add_header(wording.phrase(title) for title in (*titles, *values))
    for item in payload["commitments"]:
        sheet.add(
            SheetCell(wording.joined(item["name"]), Look.WRAPPED),
            SheetCell(wording.joined(item["wording"]), Look.WRAPPED),
            SheetCell(wording.phrase(_BASES[item["basis"]]), Look.WRAPPED),
            SheetCell(item["base_year"], Look.YEAR),
            SheetCell(item["target_year"], Look.YEAR),
            SheetCell(wording.phrase(_VERDICTS[item["verdict"]]), Look.WRAPPED),
            SheetCell(item["latest_year"], Look.YEAR),
            SheetCell(number(item["actual"]), Look.TWO),
            SheetCell(number(item["target"]), Look.TWO),
            SheetCell(number(item["distance_percent"]), Look.TWO),
        )
    _add_windows(sheet, payload, wording)
    add_register(sheet, payload, wording)
    return sheet


def _add_windows(sheet: Sheet, payload: Mapping[str, Any], wording: Wording) -> None:
    sheet.add_gap()
    sheet.add(SheetCell(wording.phrase("Five-year windows"), Look.TITLE))
    titles = ("Measured by", "Ten percent kept", "Change per five years [%]", "From", "To")
    sheet.add_header(wording.phrase(title) for title in titles)
    for (basis, start, end), window in sorted(_windows(payload).items()):
        sheet.add(
            SheetCell(wording.phrase(_BASES[basis]), Look.WRAPPED),
            SheetCell(wording.phrase("yes" if window["met"] else "no")),
            SheetCell(number(window["change_percent"]), Look.TWO),
            SheetCell(start, Look.YEAR),
            SheetCell(end, Look.YEAR),
        )


def _windows(payload: Mapping[str, Any]) -> dict[tuple[str, int, int], Mapping[str, Any]]:
    """Every window once: commitments measured alike share them."""
    return {
        (item["basis"], window["from"], window["to"]): window
        for item in payload["commitments"]
        for window in item["windows"]
    }
