"""Cars are counted against the inhabitants; few are only said where all are counted."""

from decimal import Decimal

import pytest

from kbdesk.models.findings import Level
from kbdesk.models.inventory import Entry
from tests.builders import entry
from tests.models.reviewing import codes
from tests.models.reviewing import found
from tests.models.reviewing import of

DRIVEN = (("kwh_per_km", Decimal("0.6")), ("km_per_vehicle", Decimal(12_000)))


def cars(carrier: str, number: str, unit: str = "vehicles") -> Entry:
    return entry(2018, "road_passenger", carrier, number, unit, parameters=DRIVEN)


def said(*cells: Entry, people: int = 10_000) -> bool:
    return "transport.cars" in codes(found(cells, people=people))


@pytest.mark.parametrize(
    ("gasoline", "diesel", "unusual"), [("2001", "1002", False), ("2001", "901", True), ("6001", "3101", True)]
)
def test_that_too_few_or_too_many_cars_are_said(*, gasoline: str, diesel: str, unusual: bool) -> None:
    cells = cars("gasoline", gasoline), cars("diesel", diesel)
    assert said(*cells) is unusual


def test_that_the_number_and_what_is_usual_are_told() -> None:
    warning = of(found([cars("gasoline", "6001"), cars("diesel", "3101")], people=10_000), "transport.cars")
    assert (warning.level, warning.sector, warning.year) == (Level.WARNING, "road_passenger", 2018)
    shown = dict(warning.parameters)
    assert (shown["minimum"], shown["maximum"]) == (Decimal(300), Decimal(900))
    assert len(warning.related) == 2


def test_that_a_part_of_the_cars_is_never_too_few() -> None:
    assert not said(cars("gasoline", "901"))
    assert not said(cars("gasoline", "901"), cars("diesel", "102"), cars("lpg", "12345", "MWh"))
    assert said(cars("gasoline", "9501"))


def test_that_without_inhabitants_or_vehicles_nothing_is_said() -> None:
    assert not said(cars("gasoline", "5"), cars("diesel", "5"), people=0)
    assert not said(cars("gasoline", "901", "MWh"), cars("diesel", "102", "MWh"))
