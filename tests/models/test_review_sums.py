"""A year as a whole: inhabitants, sums against what is usual and against the year before, weather."""

from decimal import Decimal

import pytest

from kbdesk.models.inventory import Entry
from tests.models.reviewing import codes
from tests.models.reviewing import degree_days
from tests.models.reviewing import found
from tests.models.reviewing import of
from tests.models.reviewing import values

POWER = ("residential", "electricity")
ORDINARY = (
    ("residential", "electricity", "15100"),
    ("residential", "natural_gas", "30100"),
    ("residential", "heating_oil", "15100"),
    ("residential", "district_heat", "0"),
    ("residential", "biomass", "6100"),
    ("residential", "solar_thermal", "510"),
    ("residential", "ambient_heat", "1100"),
)


def year(number: int, *others: tuple[str, str, str]) -> list[Entry]:
    replaced = {(sector, carrier): text for sector, carrier, text in ORDINARY}
    replaced |= {(sector, carrier): text for sector, carrier, text in others}
    return values(number, *((sector, carrier, text) for (sector, carrier), text in replaced.items()))


def test_that_inhabitants_are_a_municipality() -> None:
    firm = values(2022, ("industry", "electricity", "12.5"))
    assert codes(found(firm, people=99)) == ["population.small"]
    assert found(firm, people=100) == ()


@pytest.mark.parametrize(("people", "expected"), [(10300, []), (10301, ["population.changed"]), (131, None)])
def test_that_inhabitants_change_slowly(people: int, expected: list[str] | None) -> None:
    counts = {2021: 10000, 2022: people}
    got = codes(f for f in found(values(2021, (*POWER, "15000")), values(2022, (*POWER, "15100")), people=counts))
    if expected is None:
        assert "population.changed" in got
    else:
        assert got == expected


def test_that_more_years_allow_more_change_of_inhabitants() -> None:
    years = values(2017, (*POWER, "15000")), values(2022, (*POWER, "15100"))
    assert found(*years, people={2017: 10000, 2022: 11400}) == ()
    warning = of(found(*years, people={2017: 10000, 2022: 11600}), "population.changed")
    assert dict(warning.parameters)["change"] == "+16"


def test_that_a_year_without_inhabitants_between_is_passed_over() -> None:
    years = [values(y, (*POWER, str(15000 + y))) for y in (2020, 2021, 2022)]
    assert "population.changed" in codes(found(*years, people={2020: 10000, 2022: 12000}))


def test_that_energy_and_emissions_per_inhabitant_are_possible() -> None:
    place = ("industry_ets", "hard_coal")
    assert "energy.per_inhabitant" in codes(found(values(2018, (*place, "10000001"))))
    assert "emissions.per_inhabitant" in codes(found(values(2018, (*place, "1400000"))))
    assert "emissions.per_inhabitant" not in codes(found(values(2018, (*place, "900000"))))


def test_that_very_little_energy_is_said_when_the_year_is_nearly_complete() -> None:
    little = [("municipal_buildings", "lpg", "300"), ("tertiary", "lpg", "300"), ("residential", "lpg", "399")]
    assert codes(found(values(2022, *little))) == ["energy.per_inhabitant"]
    assert found(values(2022, *little, ("industry", "lpg", "2"))) == ()
    assert found(values(2022, *little[1:])) == ()


def test_that_a_carrier_far_from_what_is_usual_is_a_warning_although_no_value_is() -> None:
    more = values(2022, ("industry", "electricity", "76000"), (*POWER, "25000"))
    assert found(more) == ()
    warning = of(found([*more, *values(2022, ("agriculture", "electricity", "1300"))]), "carrier.usual")
    assert (warning.carrier, warning.sector) == ("electricity", "")
    assert dict(warning.parameters)["high"] == Decimal(10200)
    assert len(warning.related) == 3


def test_that_a_small_sum_counts_only_when_everything_is_there() -> None:
    less = ("residential", "natural_gas", "9000"), ("residential", "heating_oil", "9000")
    assert "sector.usual" in codes(found(year(2022, *less)))
    part = [e for e in year(2022, *less) if e.key.carrier != "biomass"]
    assert "sector.usual" not in codes(found(part))
    assert found(year(2022)) == ()


def municipal(number: int, each: str) -> list[Entry]:
    sectors = ("municipal_buildings", "street_lighting", "municipal_other")
    return values(number, *((sector, "electricity", each) for sector in sectors))


def test_that_a_carrier_changes_little_in_a_year_even_if_no_value_jumps() -> None:
    assert found(municipal(2021, "500.1"), municipal(2022, "620.2")) == ()
    warning = of(found(municipal(2021, "500.1"), municipal(2022, "630.2")), "carrier.ratio")
    assert (warning.carrier, dict(warning.parameters)["change"]) == ("electricity", "+26")


def test_that_a_sector_changes_little_in_a_year_even_if_no_value_jumps() -> None:
    carriers = ("electricity", "natural_gas", "biomass", "lpg", "district_heat")
    before = values(2021, *(("municipal_buildings", carrier, "120.1") for carrier in carriers))
    after = values(2022, *(("municipal_buildings", carrier, "290.2") for carrier in carriers))
    warning = of(found(before, after), "sector.ratio")
    assert (warning.sector, dict(warning.parameters)["group"]) == ("municipal_buildings", "municipal")


def test_that_sums_are_compared_of_the_same_cells_in_years_that_follow() -> None:
    more = values(2022, ("agriculture", "electricity", "205.2"))
    assert found(municipal(2021, "500.1"), [*municipal(2022, "630.2"), *more]) == ()
    assert found(municipal(2020, "500.1"), municipal(2022, "630.2")) == ()


def test_that_everything_municipal_is_less_than_commerce() -> None:
    commerce = ("tertiary", "electricity", "6000")
    assert found(values(2022, commerce, ("municipal_buildings", "electricity", "6100"))) == ()
    larger = found(values(2022, commerce, ("municipal_buildings", "electricity", "6300")))
    assert codes(larger) == ["sector.municipal_larger"]
    assert found(values(2022, ("municipal_buildings", "electricity", "6300"))) == ()


def test_that_heating_goes_with_the_weather() -> None:
    def winter(number: int, text: str) -> list[Entry]:
        return values(number, ("residential", "natural_gas", text))

    days = [degree_days(2021, 3000), degree_days(2022, 2690)]
    assert codes(found(winter(2021, "30000"), winter(2022, "34700"), base=days)) == ["weather.contrary"]
    assert found(winter(2021, "30000"), winter(2022, "34400"), base=days) == ()
    assert found(winter(2021, "30000"), winter(2022, "34700"), base=[days[0], degree_days(2022, 2710)]) == ()
    assert found(winter(2021, "30000"), winter(2022, "34700"), base=days[:1]) == ()
    colder = [degree_days(2021, 3000), degree_days(2022, 3310)]
    assert codes(found(winter(2021, "30000"), winter(2022, "25400"), base=colder)) == ["weather.contrary"]
