"""The weather-corrected series: one measure of degree days, heated sectors only, nothing skipped silently."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.inventory import Inventory
from kbdesk.models.weather_series import DegreeDays
from kbdesk.models.weather_series import WeatherSeries
from kbdesk.models.weather_series import choose_degree_days
from kbdesk.models.weather_series import read_degree_days
from kbdesk.models.weather_series import read_space_heat
from kbdesk.models.weather_series import weather_series
from kbdesk.paths import resources_dir
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules
from tests.builders import typical_inventory
from tests.models.cases import case
from tests.models.cases import decimal

MEAN = {year: Decimal(3000) for year in range(1991, 2021)}
SHARES = {"natural_gas": Decimal(1), "heating_oil": Decimal("0.8")}


def series(of: Inventory, days: DegreeDays, shares: dict[str, Decimal] | None = None) -> WeatherSeries:
    return weather_series(compute_inventory(of, rules()), codebook(), SHARES if shares is None else shares, days)


def test_that_the_published_example_holds_for_the_gas_of_households() -> None:
    (example,) = case("unit_weather")["cases"]
    days = DegreeDays({2006: decimal(example["degree_days"])}, decimal(example["mean"]))
    gas = inventory([entry(2006, "residential", "natural_gas", "1000")], population={2006: 100})
    found = series(gas, days).years[2006]
    assert abs(found.corrected_mwh / 1000 - decimal(example["factor"])) < Decimal("5e-5")
    assert found.corrected_t / found.emissions_t == found.corrected_mwh / found.energy_mwh
    assert found.milder > 0


def test_that_industry_transport_and_power_for_devices_stay_as_measured() -> None:
    cells = [
        entry(2020, "industry", "natural_gas", "1000"),
        entry(2020, "road_passenger", "natural_gas", "1000"),
        entry(2020, "residential", "electricity", "1000"),
        entry(2020, "residential", "heating_oil", "1000"),
    ]
    found = series(inventory(cells), DegreeDays({2020: Decimal(2000)}, Decimal(3000))).years[2020]
    assert found.corrected_mwh - found.energy_mwh == Decimal("0.8") * 500


def test_that_a_year_without_degree_days_is_named_and_has_no_corrected_value() -> None:
    found = series(typical_inventory(), DegreeDays({2010: Decimal(3200)}, Decimal(3000)))
    assert (tuple(found.years), found.missing) == ((2010,), (2020,))
    without = series(typical_inventory(), DegreeDays(MEAN, None))
    assert (tuple(without.years), without.missing) == ((), (2010, 2020))


def test_that_own_degree_days_go_first_where_their_mean_is_known() -> None:
    own = {2020: Decimal(3500)}
    assert choose_degree_days(own, MEAN, Decimal(3781)) == DegreeDays(own, Decimal(3781), own=True, over_period=False)
    thirty = {year: Decimal(3600) for year in MEAN}
    assert choose_degree_days(thirty, MEAN, None) == DegreeDays(thirty, Decimal(3600), own=True)
    unused = choose_degree_days(own, MEAN, None)
    assert (unused.own, unused.own_unused, unused.mean) == (False, True, Decimal(3000))


def test_that_a_mean_over_a_part_of_the_period_is_none() -> None:
    assert choose_degree_days({}, {2005: Decimal(3000)}, None).mean is None


@given(st.integers(1000, 6000), st.integers(1000, 6000))
def test_that_a_mild_year_is_corrected_upwards_and_a_mean_one_not_at_all(own: int, mean: int) -> None:
    found = series(typical_inventory(), DegreeDays({2020: Decimal(own)}, Decimal(mean))).years[2020]
    assert (found.corrected_t > found.emissions_t) == (own < mean)
    assert (found.corrected_t == found.emissions_t) == (own == mean)


def test_that_without_space_heat_nothing_is_corrected() -> None:
    found = series(typical_inventory(), DegreeDays(dict.fromkeys((2010, 2020), Decimal(1000)), Decimal(3000)), {})
    assert all(year.corrected_t == year.emissions_t for year in found.years.values())


def test_that_the_shipped_tables_cover_the_carriers_and_the_reference_period() -> None:
    shares = read_space_heat(resources_dir() / "weather" / "space_heat.csv")
    assert set(shares) <= set(codebook().carriers)
    assert all(0 <= line.share <= 1 and line.source for line in shares.values())
    for country in ("DE", "AT", "FR", "HU", "IT"):
        days = read_degree_days(resources_dir() / "national" / "heating_degree_days.csv", country)
        assert choose_degree_days({}, days, None).mean is not None
    assert read_degree_days(resources_dir() / "national" / "heating_degree_days.csv", "CH") == {}
