from decimal import Decimal

import pytest

from kbdesk.errors import UserError
from kbdesk.models.weather import CORRECTED_BISKO_SECTORS
from kbdesk.models.weather import corrected
from kbdesk.models.weather import weather_factor
from tests.builders import codebook
from tests.models.cases import case
from tests.models.cases import decimal


@pytest.mark.parametrize("example", case("unit_weather")["cases"], ids=str)
def test_that_the_published_example_holds(example: dict[str, Decimal]) -> None:
    factor = weather_factor({2006: decimal(example["degree_days"])}, 2006, decimal(example["mean"]))
    assert abs(factor - example["factor"]) < Decimal("5e-5")
    assert round(factor, 2) == example["published"]


def test_that_a_year_without_degree_days_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        weather_factor({2006: Decimal(3190)}, 1990, Decimal(3781))
    assert (caught.value.code, caught.value.parameters) == ("weather.degree_days_missing", {"year": "1990"})


@pytest.mark.parametrize(("days", "mean"), [("0", "3781"), ("3190", "0"), ("-5", "3781")])
def test_that_degree_days_are_positive(days: str, mean: str) -> None:
    with pytest.raises(UserError) as caught:
        weather_factor({2006: Decimal(days)}, 2006, Decimal(mean))
    assert caught.value.code == "weather.degree_days_not_positive"


def test_that_a_cold_year_is_corrected_downwards_and_missing_stays_missing() -> None:
    cold = weather_factor({1996: Decimal(4200)}, 1996, Decimal(3781))
    found = corrected(Decimal(1000), cold)
    assert found is not None
    assert found < 1000
    assert corrected(None, cold) is None


def test_that_only_space_heat_of_buildings_is_corrected() -> None:
    kinds = {s.kind for s in codebook().sectors.values() if s.bisko in CORRECTED_BISKO_SECTORS}
    assert kinds == {"stationary"}
