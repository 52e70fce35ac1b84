"""Rows of the tables ``plant_year`` and ``electricity_year`` as records and back."""

from kbdesk.models.plants import ElectricityYear
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from kbdesk.models.plants import TemperatureKind
from kbdesk.storage import tables
from kbdesk.storage.amounts import amount_of
from kbdesk.storage.amounts import amount_text
from kbdesk.storage.parameters import parameters_of
from kbdesk.storage.parameters import parameters_text
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row


def _row_of_plant(plant: PlantYear) -> Row:
    return {
        "plant": plant.plant,
        "year": plant.year,
        "carrier": plant.carrier,
        "fuels": parameters_text(plant.fuels),
        "heat_mwh": amount_text(plant.heat_mwh),
        "sold_mwh": amount_text(plant.sold_mwh),
        "electricity_mwh": amount_text(plant.electricity_mwh),
        "split": None if plant.split is None else plant.split.value,
        "temperature_c": amount_text(plant.temperature_c),
        "temperature_kind": plant.temperature_kind.value,
        "heat_efficiency": amount_text(plant.heat_efficiency),
        "power_efficiency": amount_text(plant.power_efficiency),
        "source": plant.source,
    }


def _plant_of(
    plant: str,
    year: int,
    carrier: str,
    fuels: str,
    heat_mwh: str | None,
    sold_mwh: str | None,
    electricity_mwh: str | None,
    split: str | None,
    temperature_c: str | None,
    temperature_kind: str,
    heat_efficiency: str | None,
    power_efficiency: str | None,
    source: str,
) -> PlantYear:
    return PlantYear(
        plant,
        year,
        carrier,
        parameters_of(fuels),
        amount_of(heat_mwh),
        amount_of(sold_mwh),
        amount_of(electricity_mwh),
        None if split is None else Split(split),
        amount_of(temperature_c),
        TemperatureKind(temperature_kind),
        amount_of(heat_efficiency),
        amount_of(power_efficiency),
        source,
    )


_AMOUNTS = (
    "renewable_mwh",
    "renewable_t",
    "plants_mwh",
    "plants_t",
    "purchases_mwh",
    "purchases_t",
    "sales_mwh",
    "sales_t",
)


def _row_of_electricity(record: ElectricityYear) -> Row:
    amounts: Row = {name: amount_text(getattr(record, name)) for name in _AMOUNTS}
    return {"year": record.year, **amounts, "source": record.source}


def _electricity_of(
    year: int,
    renewable_mwh: str | None,
    renewable_t: str | None,
    plants_mwh: str | None,
    plants_t: str | None,
    purchases_mwh: str | None,
    purchases_t: str | None,
    sales_mwh: str | None,
    sales_t: str | None,
    source: str,
) -> ElectricityYear:
    return ElectricityYear(
        year,
        amount_of(renewable_mwh),
        amount_of(renewable_t),
        amount_of(plants_mwh),
        amount_of(plants_t),
        amount_of(purchases_mwh),
        amount_of(purchases_t),
        amount_of(sales_mwh),
        amount_of(sales_t),
        source,
    )


PLANTS = RecordTable("plant", tables.plant_year, _row_of_plant, _plant_of)
ELECTRICITY = RecordTable("electricity", tables.electricity_year, _row_of_electricity, _electricity_of)
