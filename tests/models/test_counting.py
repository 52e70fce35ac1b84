"""What stands in a total, and that nothing is in it twice."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.answers import Answer
from kbdesk.models.calculation import Total
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.calculation import emissions_by_sector
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.inventory import EntryKey
from tests.builders import codebook
from tests.builders import entry
from tests.builders import factor_library
from tests.builders import inventory
from tests.builders import rules
from tests.models.cases import case

COVENANT = "com-lca-co2e-2024"
ROAD, FLEET = ("road_passenger", "diesel", "20000"), ("municipal_fleet", "diesel", "100")
MWH = st.integers(0, 5000).map(str)


def year_of(
    *cells: tuple[str, str, str], set_id: str = "bisko", declared: str = "", version: str | None = None
) -> YearResult:
    known = inventory([entry(2018, *cell) for cell in cells], population={2018: 6000})
    if declared:
        known = replace(known, answers={HEAT_PUMPS_METERED: Answer(HEAT_PUMPS_METERED, declared)})
    used = rules(set_id) if version is None else replace(rules(set_id), version=version)
    return compute_inventory(known, used)[2018]


def test_that_bisko_shows_the_fleet_and_does_not_add_it() -> None:
    alone, both = year_of(ROAD), year_of(ROAD, FLEET)
    assert (both.energy_mwh, both.emissions_t) == (alone.energy_mwh, alone.emissions_t)
    (fleet,) = both.aside
    assert fleet.apart
    assert fleet.key == EntryKey(2018, "municipal_fleet", "diesel")
    assert fleet.emissions_t == Decimal(100) * Decimal("0.327")
    assert both.everything == (*both.cells, fleet)
    assert "municipal_fleet" not in emissions_by_sector(both)


def test_that_a_fleet_alone_leaves_the_total_unknown_and_its_gaps_are_no_gaps_of_the_total() -> None:
    assert year_of(FLEET).emissions_t == Total(None, 0)
    assert not year_of(FLEET).complete
    assert year_of(ROAD, ("municipal_fleet", "gasoline", "")).complete


def test_that_the_covenants_form_adds_the_fleet() -> None:
    both = year_of(ROAD, FLEET, set_id=COVENANT)
    assert both.aside == ()
    assert both.energy_mwh == Total(Decimal(20100), 0)


def test_that_every_other_set_counts_everything() -> None:
    for set_id in factor_library().ids:
        assert bool(year_of(ROAD, FLEET, set_id=set_id).aside) == (set_id == "bisko")


def test_that_a_declared_heat_pump_is_counted_once() -> None:
    """The published example: 907.14 MWh of ambient heat take 283.481 MWh off the electricity of their sector."""
    example = next(c for c in case("unit_heat_pump")["cases"] if "heat_mwh" in c)
    heat, power = ("residential", "ambient_heat", str(example["heat_mwh"])), ("residential", "electricity", "9650")
    found = year_of(heat, power, ("tertiary", "electricity", "500"), declared="yes")
    other, metered, ambient = found.cells
    assert metered.heat_pump_mwh is not None
    assert metered.energy_mwh is not None
    assert round(metered.heat_pump_mwh, 3) == example["subtract_electricity_mwh"]
    assert metered.energy_mwh == Decimal(9650) - metered.heat_pump_mwh
    assert metered.emissions_t == metered.energy_mwh * Decimal("0.544")
    assert (metered.entry.quantity, metered.conversion.energy_mwh) == (Decimal(9650), Decimal(9650))
    assert ambient.factor.t_per_mwh == Decimal("0.170")
    assert other.heat_pump_mwh is None
    # The pumps' electricity is counted with the heat and nowhere else: emissions are those of what was metered.
    assert found.emissions_t.value == Decimal("0.544") * Decimal(9650 + 500)


def test_that_nothing_is_taken_off_undeclared_in_another_scheme_or_year() -> None:
    heat, power = ("residential", "ambient_heat", "320"), ("residential", "electricity", "1000")
    for more in ({}, {"declared": "no"}, {"declared": "yes", "set_id": COVENANT}):
        assert year_of(heat, power, **more).cells[0].energy_mwh == Decimal(1000)
    assert year_of(power, declared="yes").cells[0].energy_mwh == Decimal(1000)


def test_that_nothing_falls_below_zero() -> None:
    heat, power = ("residential", "ambient_heat", "3200"), ("residential", "electricity", "30")
    night = ("residential", "electricity_heating", "50")
    found = {cell.key.carrier: cell for cell in year_of(heat, power, night, declared="yes").cells}
    assert found["electricity"].energy_mwh == found["electricity_heating"].energy_mwh == 0
    assert found["electricity"].emissions_t == 0
    assert year_of(heat, power, night, declared="yes").complete


@given(heat=MWH, power=MWH, night=MWH)
def test_that_the_pumps_electricity_is_metered_or_bears_its_heat(heat: str, power: str, night: str) -> None:
    cells = [
        ("residential", c, a)
        for c, a in zip(("ambient_heat", "electricity", "electricity_heating"), (heat, power, night), strict=True)
    ]
    plain, less = year_of(*cells), year_of(*cells, declared="yes")
    assert plain.emissions_t.value is not None
    assert less.emissions_t.value is not None
    needed, metered = Decimal(heat) / Decimal("3.2"), Decimal(power) + Decimal(night)
    assert plain.emissions_t.value - less.emissions_t.value == min(needed, metered) * Decimal("0.544")


def test_that_the_first_version_of_the_rules_counts_as_it_did() -> None:
    heat, power = ("residential", "ambient_heat", "320"), ("residential", "electricity", "1000")
    before = year_of(ROAD, FLEET, heat, power, declared="yes", version="1")
    assert before.aside == ()
    assert before.energy_mwh == Total(Decimal(20000 + 100 + 320 + 1000), 0)
    assert codebook().sectors["municipal_fleet"].bisko == "V"
