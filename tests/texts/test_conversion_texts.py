"""The line from paper to energy, as on the bill."""

from decimal import Decimal

import pytest

from kbdesk.models.conversion import convert
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.paths import resources_dir
from kbdesk.services.reference import Reference
from kbdesk.texts.conversion_texts import conversion_text
from tests.builders import codebook

TEXTS = Reference(resources_dir()).texts("en")


@pytest.mark.parametrize(
    ("sector", "carrier", "quantity", "unit", "parameters", "line"),
    [
        (
            "residential",
            "natural_gas",
            "412345",
            "m3",
            {"hs_kwh_per_m3": "11.2", "state_number": "0.9674"},
            "412,345 m³ × 0.9674 × 11.2 kWh/m³ × 0.902 = 4,030 MWh",
        ),
        ("residential", "natural_gas", "412345", "kWh_hs", {}, "412,345 kWh gross × 0.902 = 371.9 MWh"),
        (
            "residential",
            "natural_gas",
            "412",
            "MWh_hs",
            {"net_per_gross": "0.9"},
            "412 MWh gross × 0.9 = 370.8 MWh",
        ),
        ("residential", "heating_oil", "9800", "l", {}, "9,800 litre × 9.98 kWh/litre = 97.80 MWh"),
        ("residential", "biomass", "12", "t_pellets", {}, "12 t pellets × 4.9 MWh/t pellets = 58.80 MWh"),
        (
            "road_passenger",
            "diesel",
            "1000000",
            "vehicle_km",
            {"kwh_per_km": "0.65"},
            "1,000,000 vehicle-km × 0.65 kWh/km = 650.0 MWh",
        ),
        (
            "road_passenger",
            "gasoline",
            "3200",
            "vehicles",
            {"km_per_vehicle": "12000", "kwh_per_km": "0.61"},
            "3,200 vehicles × 12,000 km × 0.61 kWh/km = 23,424 MWh",
        ),
        ("residential", "electricity", "9800", "kWh", {}, ""),
        ("waste_water", "direct", "12", "t_CO2e", {}, ""),
        ("residential", "natural_gas", "412345", "m3", {}, ""),
    ],
)
def test_that_the_line_says_every_step(
    sector: str, carrier: str, quantity: str, unit: str, parameters: dict[str, str], line: str
) -> None:
    found = codebook().unit(unit, sector, carrier)
    assert found is not None
    given = {name: Decimal(value) for name, value in parameters.items()}
    entry = Entry(EntryKey(2022, sector, carrier), quantity, Decimal(quantity), unit, tuple(sorted(given.items())))
    assert conversion_text(entry, found, convert(entry.quantity, found, given), TEXTS) == line
