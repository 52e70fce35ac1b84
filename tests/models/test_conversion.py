from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.codebook import Unit
from kbdesk.models.conversion import DEFAULT_NET_PER_GROSS
from kbdesk.models.conversion import Conversion
from kbdesk.models.conversion import convert
from kbdesk.models.conversion import parameters_needed
from kbdesk.models.conversion import parameters_offered
from kbdesk.models.inventory import DIRECT
from tests.builders import codebook

quantities = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False)


def unit(unit_id: str, carrier: str, sector: str = "residential") -> Unit:
    found = codebook().unit(unit_id, sector, carrier)
    assert found is not None
    return found


def test_that_a_gas_volume_is_converted_as_on_the_bill() -> None:
    parameters = {"hs_kwh_per_m3": Decimal("11.2"), "state_number": Decimal("0.9674")}
    result = convert(Decimal(412345), unit("m3", "natural_gas"), parameters)
    assert result.energy_mwh is not None
    assert round(result.energy_mwh) == 4030
    assert [step.name for step in result.steps] == ["state_number", "hs_kwh_per_m3", "net_per_gross"]


def test_that_the_suppliers_own_ratio_replaces_the_usual_one() -> None:
    gas = {"hs_kwh_per_m3": Decimal(10), "state_number": Decimal(1), "net_per_gross": Decimal("0.9")}
    assert convert(Decimal(1000), unit("m3", "natural_gas"), gas).energy_mwh == Decimal(9)
    billed = convert(Decimal(1000), unit("kWh_hs", "natural_gas"), {"net_per_gross": Decimal("0.9")})
    assert billed.energy_mwh == Decimal("0.9")


def test_that_billed_gas_counts_its_net_calorific_value() -> None:
    result = convert(Decimal(1_000_000), unit("kWh_hs", "natural_gas"), {})
    assert result == Conversion(Decimal(902), result.steps)


@pytest.mark.parametrize(
    ("given_parameters", "missing"),
    [({}, "hs_kwh_per_m3"), ({"hs_kwh_per_m3": Decimal(11)}, "state_number")],
)
def test_that_a_missing_parameter_is_named(given_parameters: dict[str, Decimal], missing: str) -> None:
    assert convert(Decimal(5), unit("m3", "natural_gas"), given_parameters) == Conversion(None, missing=missing)


def test_that_a_distance_needs_the_energy_of_a_kilometre() -> None:
    distance = unit("vehicle_km", "diesel", "road_passenger")
    assert convert(Decimal(1000), distance, {}).missing == "kwh_per_km"
    assert convert(Decimal(1000), distance, {"kwh_per_km": Decimal("0.6")}).energy_mwh == Decimal("0.6")


def test_that_vehicles_need_their_distance_and_the_energy_of_a_kilometre() -> None:
    cars = unit("vehicles", "gasoline", "road_passenger")
    assert parameters_needed(cars) == parameters_offered(cars) == ("km_per_vehicle", "kwh_per_km")
    assert convert(Decimal(3200), cars, {}).missing == "km_per_vehicle"
    assert convert(Decimal(3200), cars, {"km_per_vehicle": Decimal(12000)}).missing == "kwh_per_km"
    given = {"km_per_vehicle": Decimal(12000), "kwh_per_km": Decimal("0.61")}
    result = convert(Decimal(3200), cars, given)
    assert result.energy_mwh == Decimal(23424)
    assert [step.name for step in result.steps] == ["km_per_vehicle", "kwh_per_km"]


@given(quantities, quantities, quantities)
def test_that_vehicles_are_as_much_as_the_kilometres_they_drive(count: Decimal, km: Decimal, kwh: Decimal) -> None:
    cars, distance = (unit(id_, "diesel", "road_freight") for id_ in ("vehicles", "vehicle_km"))
    counted = convert(count, cars, {"km_per_vehicle": km, "kwh_per_km": kwh}).energy_mwh
    driven = convert(count * km, distance, {"kwh_per_km": kwh}).energy_mwh
    assert counted is not None
    assert driven is not None
    assert abs(counted - driven) <= abs(driven) * Decimal("1e-20")


def test_that_a_calorific_value_with_a_better_source_replaces_the_tables() -> None:
    own = convert(Decimal(1000), unit("l", "heating_oil"), {"mwh_per_unit": Decimal("0.01")})
    assert own.energy_mwh == Decimal(10)
    assert [step.name for step in own.steps] == ["mwh_per_unit"]


def test_that_a_parameter_that_does_not_belong_changes_nothing() -> None:
    plain = convert(Decimal(7), unit("MWh", "electricity"), {"mwh_per_unit": Decimal(3)})
    assert plain.energy_mwh == Decimal(7)


def test_that_direct_emissions_have_no_energy() -> None:
    assert convert(Decimal(5), unit("t_CO2e", DIRECT, "waste_water"), {}) == Conversion(None)


def test_that_missing_stays_missing() -> None:
    assert convert(None, unit("MWh", "electricity"), {}) == Conversion(None)
    assert convert(Decimal(1), None, {}) == Conversion(None, missing="unit")


def test_that_each_unit_says_which_parameters_it_takes() -> None:
    assert parameters_needed(unit("m3", "natural_gas")) == ("hs_kwh_per_m3", "state_number")
    assert parameters_needed(unit("vehicle_km", "diesel", "road_passenger")) == ("kwh_per_km",)
    assert parameters_needed(unit("MWh", "electricity")) == ()
    assert parameters_offered(unit("m3", "natural_gas")) == ("hs_kwh_per_m3", "state_number", "net_per_gross")
    assert parameters_offered(unit("vehicle_km", "diesel", "road_passenger")) == ("kwh_per_km",)
    assert parameters_offered(unit("kWh_hs", "natural_gas")) == ("net_per_gross",)
    assert parameters_offered(unit("l", "heating_oil")) == ("mwh_per_unit",)
    assert parameters_offered(unit("MWh", "electricity")) == ()
    assert parameters_needed(unit("t_CO2e", DIRECT, "waste_water")) == ()
    assert parameters_offered(unit("t_CO2e", DIRECT, "waste_water")) == ()


@given(quantities, st.sampled_from(["kWh", "GWh", "GJ", "TJ", "toe", "MWh"]))
def test_that_units_of_energy_convert_there_and_back(quantity: Decimal, unit_id: str) -> None:
    chosen = unit(unit_id, "electricity")
    energy = convert(quantity, chosen, {}).energy_mwh
    assert energy is not None
    assert chosen.factor_to_mwh is not None
    assert abs(energy / chosen.factor_to_mwh - quantity) < Decimal("1e-12")


@given(quantities, st.sampled_from([u for u in codebook().units.values() if u.factor_to_mwh is not None]))
def test_that_the_steps_multiply_to_the_result(quantity: Decimal, chosen: Unit) -> None:
    result = convert(quantity, chosen, {})
    product = quantity
    for step in result.steps:
        product *= step.factor
    assert product == result.energy_mwh


@given(quantities)
def test_that_gross_and_net_convert_into_each_other(quantity: Decimal) -> None:
    net = convert(quantity, unit("MWh_hs", "natural_gas"), {}).energy_mwh
    assert net is not None
    assert net / DEFAULT_NET_PER_GROSS == quantity
