"""What is usual: the shipped bands."""

import pytest

from kbdesk.models.codebook import SectorKind
from kbdesk.models.completeness import CARRIERS
from kbdesk.models.plausibility import EUROPE
from kbdesk.models.plausibility import NO_BANDS
from kbdesk.models.plausibility import Bands
from kbdesk.models.plausibility import read_bands
from kbdesk.paths import resources_dir
from tests.builders import codebook

BANDS = read_bands(resources_dir() / "findings")


def test_that_the_german_carrier_bands_are_as_published_and_the_national_ones_agree() -> None:
    for (country, id_), band in BANDS.published.items():
        assert band.source
        assert country == "DE"
        of_all = BANDS.national.get(("DE", "*", id_)) or BANDS.national.get(("DE", id_, "*"))
        if of_all is not None:
            assert of_all.low == pytest.approx(band.low, rel=0.005)
            assert of_all.high == pytest.approx(band.high, rel=0.005)
    power = BANDS.carrier("DE", "electricity")
    assert power is not None
    assert (power.low, power.high) == (1.71, 10.2)
    homes = BANDS.sector("DE", "households")
    assert homes is not None
    assert (homes.low, homes.high) == (4.34, 17.0)


@pytest.mark.parametrize("country", ["DE", "AT", "HR", "FR", EUROPE])
def test_that_a_household_uses_as_much_electricity_as_it_does(country: str) -> None:
    band = BANDS.cell(country, "residential", "electricity")
    assert band is not None
    assert band.contains(1.5)
    assert not band.contains(0.0015)
    assert not band.contains(1500)


def test_that_the_households_of_a_cold_country_use_more() -> None:
    swedish, german = (BANDS.cell(country, "residential", "electricity") for country in ("SE", "DE"))
    assert swedish is not None
    assert german is not None
    assert swedish.low > 2 * german.low


def test_that_a_carrier_that_is_rare_in_a_country_has_no_band() -> None:
    assert BANDS.cell("SE", "residential", "natural_gas") is None
    assert BANDS.cell("DE", "residential", "natural_gas") is not None
    assert BANDS.cell("DE", "road_passenger", "diesel") is None


def test_that_an_unknown_country_has_the_bands_of_the_union() -> None:
    assert BANDS.cell("XX", "residential", "electricity") == BANDS.cell(EUROPE, "residential", "electricity")
    assert BANDS.carrier("XX", "electricity") == BANDS.carrier(EUROPE, "electricity")
    assert NO_BANDS.cell("DE", "residential", "electricity") is None
    assert Bands().carrier("DE", "electricity") is None


def test_that_bands_name_sectors_and_carriers_of_the_codebook() -> None:
    stationary = {sector.id for sector in codebook().sectors_of(SectorKind.STATIONARY)}
    for each in BANDS.sums:
        assert each.sectors <= stationary
        assert each.carriers <= set(codebook().carriers)
        assert bool(each.sectors) + bool(each.carriers) < 2
        if each.watch_low and each.carriers:
            assert each.id in CARRIERS
    for band in BANDS.national.values():
        assert 0 <= band.low < band.high < 150
