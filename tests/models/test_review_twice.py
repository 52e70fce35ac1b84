"""The municipality's own vehicles and the power of heat pumps are not counted twice unseen."""

from decimal import Decimal

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import EntryKey
from tests.builders import entry
from tests.builders import inventory
from tests.builders import review

FLEET, HEAT_PUMPS = "transport.fleet_twice", "heat_pump.twice"


def twice(*cells: tuple[str, str, str], set_id: str = "bisko") -> list[Finding]:
    entries = [entry(2018, *cell) for cell in cells]
    return [f for f in review(inventory(entries, population={2018: 6000}), set_id) if f.code in (FLEET, HEAT_PUMPS)]


def test_that_a_fleet_beside_road_transport_is_a_warning_with_what_is_at_stake() -> None:
    road, fleet = ("road_passenger", "diesel", "20000"), ("municipal_fleet", "diesel", "100")
    (found,) = twice(road, fleet, ("municipal_fleet", "gasoline", "23"))
    assert (found.level, found.code, found.year, found.sector) == (Level.WARNING, FLEET, 2018, "municipal_fleet")
    assert found.parameters == (("value", Decimal(123)),)
    assert found.related == tuple(EntryKey(2018, "municipal_fleet", c) for c in ("diesel", "gasoline"))
    assert found.effect_t is not None
    assert found.effect_t > 0
    assert [f.code for f in twice(fleet, ("transport_unallocated", "motor_fuels", "20000"))] == [FLEET]
    assert [f.code for f in twice(fleet, ("road_freight", "diesel", "20000"))] == [FLEET]


def test_that_a_fleet_without_road_transport_or_outside_bisko_is_counted_once() -> None:
    road, fleet = ("road_passenger", "diesel", "20000"), ("municipal_fleet", "diesel", "100")
    assert twice(fleet) == twice(road) == []
    assert twice(fleet, ("public_transport_road", "diesel", "900")) == []
    assert twice(road, ("municipal_fleet", "diesel", "0")) == []
    assert twice(road, fleet, set_id="com-lca-co2e-2024") == []


def test_that_ambient_heat_beside_metered_electricity_is_a_note_with_the_power_it_needs() -> None:
    heat = ("residential", "ambient_heat", "907.14")
    (found,) = twice(heat, ("residential", "electricity", "9700"))
    assert (found.level, found.code, found.carrier) == (Level.NOTE, HEAT_PUMPS, "ambient_heat")
    assert found.parameters == (("heat", Decimal(907)), ("value", Decimal(283)))
    assert twice(heat) == twice(heat, ("tertiary", "electricity", "9700")) == []
    assert twice(heat, ("residential", "electricity", "9700"), set_id="com-lca-co2e-2024") == []
