"""A plant as it is typed in a form, read as a record: every number by its label, percent as shares."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.numbers import read_number
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from kbdesk.models.plants import TemperatureKind
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

HEAT = mark("Heat fed in [MWh]")
SOLD = mark("Of it sold [MWh]")
ELECTRICITY = mark("Electricity made [MWh]")
TEMPERATURE = mark("Temperature [°C]")
HEAT_EFFICIENCY = mark("Efficiency, heat [%]")
POWER_EFFICIENCY = mark("Efficiency, electricity [%]")

_WHOLE = Decimal(100)
_HIGHEST_EFFICIENCY = Decimal("1.5")
"""Condensing boilers and heat pumps in a plant can exceed 1 by net calorific value."""


class TypedPlant(NamedTuple):
    """A plant as typed; fuels are carriers with their text, a fuel without text is none. An empty split: the set's."""

    name: str
    carrier: str
    fuels: Sequence[tuple[str, str]] = ()
    heat: str = ""
    sold: str = ""
    electricity: str = ""
    split: str = ""
    temperature: str = ""
    temperature_kind: str = TemperatureKind.MEAN.value
    heat_efficiency: str = ""
    power_efficiency: str = ""
    source: str = ""


def read_plant(typed: TypedPlant, year: int, texts: Texts) -> PlantYear:
    """The record; a plant without a name and a text that is no possible number are a ``UserError``."""
    name = typed.name.strip()
    if not name:
        raise UserError("plant.no_name")
    return PlantYear(
        plant=name,
        year=year,
        carrier=typed.carrier,
        fuels=_fuels(typed, texts),
        heat_mwh=read_amount(typed.heat, texts.tr(HEAT), texts),
        sold_mwh=read_amount(typed.sold, texts.tr(SOLD), texts),
        electricity_mwh=read_amount(typed.electricity, texts.tr(ELECTRICITY), texts),
        split=Split(typed.split) if typed.split else None,
        temperature_c=read_amount(typed.temperature, texts.tr(TEMPERATURE), texts),
        temperature_kind=TemperatureKind(typed.temperature_kind),
        heat_efficiency=_efficiency(typed.heat_efficiency, texts.tr(HEAT_EFFICIENCY), texts),
        power_efficiency=_efficiency(typed.power_efficiency, texts.tr(POWER_EFFICIENCY), texts),
        source=typed.source.strip(),
    )


def read_amount(text: str, field: str, texts: Texts) -> Decimal | None:
    """An amount of 0 or more, ``None`` where nothing is typed; else a ``UserError`` that names the field."""
    if not text.strip():
        return None
    value = read_number(text, texts.numbers.decimal_mark).value
    if value is None:
        raise UserError("plant.not_a_number", field=field, found=text.strip())
    if value < 0:
        raise UserError("plant.negative", field=field, found=text.strip())
    return value


def _fuels(typed: TypedPlant, texts: Texts) -> tuple[tuple[str, Decimal], ...]:
    found: dict[str, Decimal] = {}
    for carrier, text in typed.fuels:
        amount = read_amount(text, texts.carrier(carrier), texts)
        if amount is None:
            continue
        if carrier in found:
            raise UserError("plant.fuel_twice", carrier=texts.carrier(carrier))
        found[carrier] = amount
    return tuple(found.items())


def _efficiency(text: str, field: str, texts: Texts) -> Decimal | None:
    value = read_amount(text, field, texts)
    if value is None:
        return None
    if not 0 < value / _WHOLE <= _HIGHEST_EFFICIENCY:
        raise UserError("plant.efficiency", field=field, found=text.strip())
    return value / _WHOLE
