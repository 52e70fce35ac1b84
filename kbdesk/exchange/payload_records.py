"""Records as they stand in a payload, and back; nothing is lost on the way."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kbdesk.exchange.canonical import Json
from kbdesk.exchange.canonical import decimal_text
from kbdesk.exchange.payload_breaks import break_answers
from kbdesk.exchange.payload_register import register_answers
from kbdesk.exchange.payload_register import register_records
from kbdesk.models.answers import NO
from kbdesk.models.answers import YES
from kbdesk.models.answers import Answer
from kbdesk.models.calculation import CellResult
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.second_looks import SecondLook

Item = dict[str, Json]


def municipality_item(municipality: Municipality) -> Item:
    """The municipality."""
    return {
        "country": municipality.country,
        "name": municipality.name,
        "code": municipality.code,
        "base_year": municipality.base_year,
        "factor_set": municipality.factor_set,
        "language": municipality.language,
    }


def entry_item(entry: Entry) -> Item:
    """An entry as recorded; *contained in* only where it says something."""
    item: Item = {
        "year": entry.key.year,
        "sector": entry.key.sector,
        "carrier": entry.key.carrier,
        "text": entry.text,
        "quantity": decimal_text(entry.quantity),
        "unit": entry.unit,
        "parameters": {name: decimal_text(value) for name, value in entry.parameters},
        "grade": entry.grade.value if entry.grade is not None else None,
        "source": entry.source,
        "note": entry.note,
        "notation_key": entry.notation_key.value if entry.notation_key is not None else None,
        "origin": entry.origin.value,
    }
    if entry.contained_in:
        item["contained_in"] = entry.contained_in
    return item


def result_item(cell: CellResult) -> Item:
    """What was computed for an entry: energy, the factor with its provenance, emissions.

    What is counted in no total, and the electricity of heat pumps that was taken off, only where there is such.
    """
    factor = cell.factor
    item: Item = {
        "energy_mwh": decimal_text(cell.energy_mwh),
        "factor_t_per_mwh": decimal_text(factor.t_per_mwh),
        "factor_status": factor.status.value,
        "factor_source": factor.source,
        "factor_year": factor.year_used,
        "factor_carrier": factor.carrier_used,
        "emissions_t": decimal_text(cell.emissions_t),
    }
    if cell.apart:
        item["apart"] = True
    if cell.heat_pump_mwh is not None:
        item["heat_pump_mwh"] = decimal_text(cell.heat_pump_mwh)
    return item


def accounting_item(inventory: Inventory) -> Item:
    """What the municipality declared of its values and the results rest on; nothing where it declared nothing."""
    said = inventory.answer(HEAT_PUMPS_METERED)
    return {"heat_pumps_metered": said} if said in (YES, NO) else {}


def base_item(datum: BaseDatum) -> Item:
    """A base datum."""
    return {
        "year": datum.year,
        "indicator": datum.indicator.value,
        "value": decimal_text(datum.value),
        "source": datum.source,
    }


def factor_item(factor: LocalFactor) -> Item:
    """A local factor."""
    return {
        "year": factor.year,
        "carrier": factor.carrier,
        "t_per_mwh": decimal_text(factor.t_per_mwh),
        "source": factor.source,
        "note": factor.note,
    }


def published_item(result: PublishedResult) -> Item:
    """A published result."""
    return {
        "year": result.year,
        "sector": result.sector,
        "emissions_t": decimal_text(result.emissions_t),
        "final_energy_mwh": decimal_text(result.final_energy_mwh),
        "source": result.source,
    }


def second_look_item(look: SecondLook) -> Item:
    """That the values of a sector were checked and when; the office is that of the release."""
    return {"year": look.year, "sector": look.sector, "on": look.on}


def explanation_item(key: EntryKey, words: Sequence[str]) -> Item:
    """How a value was computed, in the languages of the submission; the same words stand there once."""
    texts: list[Json] = [*dict.fromkeys(words)]
    return {"year": key.year, "sector": key.sector, "carrier": key.carrier, "text": texts}


def to_inventory(payload: Mapping[str, Any]) -> Inventory:
    """Everything recorded that was handed on, out of a valid payload."""
    entries = [_entry(item) for item in payload["entries"]]
    base = [
        BaseDatum(i["year"], Indicator(i["indicator"]), Decimal(i["value"]), i["source"]) for i in payload["base_data"]
    ]
    factors = [
        LocalFactor(i["year"], i["carrier"], Decimal(i["t_per_mwh"]), i["source"], i["note"])
        for i in payload["local_factors"]
    ]
    published = [
        PublishedResult(i["year"], Decimal(i["emissions_t"]), i["sector"], _decimal(i["final_energy_mwh"]), i["source"])
        for i in payload["published"]
    ]
    office = payload["release"]["office"]
    said = payload.get("accounting", {}).get("heat_pumps_metered", "")
    answers = {HEAT_PUMPS_METERED: Answer(HEAT_PUMPS_METERED, said)} if said else {}
    looks = [SecondLook(i["year"], i["sector"], office, i["on"]) for i in payload.get("second_looks", ())]
    return Inventory(
        municipality=Municipality(**payload["municipality"]),
        entries={entry.key: entry for entry in entries},
        base_data={(datum.year, datum.indicator): datum for datum in base},
        local_factors={(factor.year, factor.carrier): factor for factor in factors},
        published={(result.year, result.sector): result for result in published},
        answers=answers | break_answers(payload) | register_answers(payload),
        second_looks={(look.year, look.sector): look for look in looks},
        **register_records(payload),
    )


def parameters_text(parameters: Mapping[str, Json]) -> str:
    """Parameters in one cell: ``hs_kwh_per_m3=11.2; state_number=0.9674``."""
    return "; ".join(f"{name}={parameters[name]}" for name in sorted(parameters))


def in_order(items: Iterable[Item], *keys: str) -> list[Json]:
    """The items in an order that does not depend on how they were recorded."""
    return [*sorted(items, key=lambda item: tuple((item[key] is not None, item[key]) for key in keys))]


def _entry(item: Mapping[str, Any]) -> Entry:
    return Entry(
        key=EntryKey(item["year"], item["sector"], item["carrier"]),
        text=item["text"],
        quantity=_decimal(item["quantity"]),
        unit=item["unit"],
        parameters=tuple(sorted((name, Decimal(value)) for name, value in item["parameters"].items())),
        grade=Grade(item["grade"]) if item["grade"] is not None else None,
        source=item["source"],
        note=item["note"],
        notation_key=NotationKey(item["notation_key"]) if item["notation_key"] is not None else None,
        origin=Origin(item["origin"]),
        contained_in=item.get("contained_in", ""),
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
