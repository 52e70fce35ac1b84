from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.factor_files import FactorLibrary
from kbdesk.models.factors import Factor
from kbdesk.models.factors import FactorSet
from kbdesk.models.factors import FactorStatus
from kbdesk.models.factors import Series
from kbdesk.models.factors import lookup
from kbdesk.models.inventory import LocalFactor
from tests.builders import codebook
from tests.builders import factor_library


def find(
    set_id: str, country: str, year: int, carrier: str, *local: LocalFactor, library: FactorLibrary | None = None
) -> Factor:
    own = {(factor.year, factor.carrier): factor for factor in local}
    return lookup((library or factor_library()).get(set_id), codebook(), own, country, year, carrier)


NEEFE_2022 = "Lo Vullo et al. 2022 (JRC129433), national electricity factors 1990-2020, table 1 (EU, IPCC, CO2)"
NEEFE_2024 = "Bastos et al. 2024 (JRC136272), national electricity factors, table 1 (EU, IPCC, CO2)"
BISKO_2019 = "BISKO method paper (ifeu, short version 11/2019)"


@pytest.mark.parametrize(
    ("set_id", "country", "year", "value", "source"),
    [
        ("com-ipcc-co2-2022", "HR", 2011, "0.23232", NEEFE_2022),
        ("com-ipcc-co2-2022", "HR", 2019, "0.141002", NEEFE_2022),
        ("com-ipcc-co2-2024", "HR", 2019, "0.344887", NEEFE_2024),
        ("bisko", "DE", 2018, "0.544", BISKO_2019),
        ("bisko", "DE", 1990, "0.872", BISKO_2019),
    ],
)
def test_that_electricity_has_the_factor_of_its_country_year_and_edition(
    set_id: str, country: str, year: int, value: str, source: str
) -> None:
    found = find(set_id, country, year, "electricity")
    assert found.t_per_mwh == Decimal(value)
    assert found.status is FactorStatus.EXACT
    assert (found.set_id, found.year_used, found.carrier_used) == (set_id, None, "electricity")
    assert found.source.startswith(source)


def test_that_the_municipalitys_own_factor_comes_first() -> None:
    own = LocalFactor(2018, "electricity", Decimal("0.1"), "own plant")
    found = find("bisko", "DE", 2018, "electricity", own)
    assert found == Factor(Decimal("0.1"), FactorStatus.LOCAL, "", "own plant", None, "electricity")
    assert find("bisko", "DE", 2017, "electricity", own).status is FactorStatus.EXACT


def test_that_any_country_and_any_year_serve_where_there_is_no_own_row() -> None:
    found = find("com-ipcc-co2-2024", "HR", 2015, "natural_gas")
    assert (found.t_per_mwh, found.status) == (Decimal("0.202"), FactorStatus.EXACT)
    assert find("bisko", "DE", 2035, "natural_gas").status is FactorStatus.EXACT


def test_that_after_the_last_edition_the_nearest_year_serves_provisionally() -> None:
    found = find("bisko", "DE", 2024, "electricity")
    assert (found.status, found.year_used) == (FactorStatus.PROVISIONAL, 2022)
    assert found.t_per_mwh == find("bisko", "DE", 2022, "electricity").t_per_mwh


def test_that_of_two_nearest_years_the_earlier_serves() -> None:
    bisko = factor_library().get("bisko")
    rows = dict(bisko.series["DE", "electricity"])
    gap = {year: row for year, row in rows.items() if year != 2010}
    changed = replace(bisko, series={**bisko.series, ("DE", "electricity"): gap})
    assert lookup(changed, codebook(), {}, "DE", 2010, "electricity").year_used == 2009


def test_that_the_common_series_serves_provisionally_where_the_country_has_none() -> None:
    common: Series = {2000: factor_library().get("bisko").series["DE", "electricity"][2000]}
    bisko = replace(factor_library().get("bisko"), series={("*", "electricity"): common})
    found = lookup(bisko, codebook(), {}, "XX", 2003, "electricity")
    assert (found.status, found.year_used) == (FactorStatus.PROVISIONAL, 2000)


def test_that_a_variant_takes_the_factor_of_its_carrier() -> None:
    found = find("bisko", "DE", 2018, "electricity_heating")
    assert (found.t_per_mwh, found.carrier_used) == (Decimal("0.544"), "electricity")
    own = LocalFactor(2018, "electricity", Decimal("0.3"))
    assert find("bisko", "DE", 2018, "electricity_heating", own).status is FactorStatus.LOCAL


@pytest.mark.parametrize("set_id", [id_ for id_ in factor_library().ids if id_.startswith("com-")])
def test_that_what_is_not_sustainable_never_takes_the_low_factor_of_what_is(set_id: str) -> None:
    for carrier in ("biomass", "biogas", "plant_oil", "biofuel"):
        found = find(set_id, "IT", 2019, f"{carrier}_unsustainable")
        sustainable = [find(set_id, "IT", 2019, c) for c in ("biodiesel", "bioethanol", carrier)]
        assert found.carrier_used == f"{carrier}_unsustainable"
        assert found.t_per_mwh is not None
        assert all(found.t_per_mwh > each.t_per_mwh for each in sustainable if each.t_per_mwh is not None)


def test_that_ambient_heat_is_the_federal_mix_divided_by_the_performance_factor() -> None:
    found = find("bisko", "DE", 2018, "ambient_heat")
    assert found.t_per_mwh == Decimal("0.17")
    assert found.status is FactorStatus.EXACT
    assert "3.2" in found.source
    assert find("bisko", "DE", 2019, "ambient_heat").t_per_mwh == Decimal("0.149375")
    assert find("bisko", "DE", 2024, "ambient_heat").status is FactorStatus.PROVISIONAL


def test_that_a_local_mix_does_not_change_ambient_heat() -> None:
    own = LocalFactor(2018, "electricity", Decimal("0.1"))
    assert find("bisko", "DE", 2018, "ambient_heat", own).t_per_mwh == Decimal("0.17")


def test_that_ambient_heat_is_missing_where_electricity_is() -> None:
    assert find("bisko", "AT", 2018, "ambient_heat").status is FactorStatus.MISSING


def test_that_a_factor_that_is_not_there_is_missing_and_never_zero() -> None:
    found = find("bisko", "DE", 2018, "district_cooling")
    assert (found.t_per_mwh, found.status) == (None, FactorStatus.MISSING)
    assert find("bisko", "DE", 2018, "no_such_carrier").t_per_mwh is None


def test_that_an_unknown_set_is_named_with_the_known_ones() -> None:
    with pytest.raises(UserError) as caught:
        factor_library().get("bisko-1850")
    assert caught.value.code == "factor_set.unknown"
    assert "bisko" in str(caught.value.parameters["known"])


def test_that_german_members_start_with_bisko() -> None:
    library = factor_library()
    assert library.default_for("DE") == "bisko"
    assert library.default_for("HU") == "com-lca-co2e-2024"


def test_that_a_set_knows_its_years_and_its_title() -> None:
    assert factor_library().get("bisko").years[0] == 1990
    assert factor_library().title("bisko") == "BISKO (Germany), 2019/2024"
    assert factor_library().get("bisko") is factor_library().get("bisko")


def test_that_a_factor_row_added_to_a_table_is_used(tmp_path: Path) -> None:
    library = _library_with_row(tmp_path, "DE,2023,electricity,0.4,high,a new table,\n")
    found = find("bisko", "DE", 2023, "electricity", library=library)
    assert (found.t_per_mwh, found.status, found.source) == (Decimal("0.4"), FactorStatus.EXACT, "a new table")
    assert find("bisko", "DE", 2024, "electricity", library=library).year_used == 2023
    assert library.get("bisko").years[-1] == 2023


def _library_with_row(folder: Path, row: str) -> FactorLibrary:
    from shutil import copytree

    from kbdesk.paths import resources_dir

    copytree(resources_dir() / "factors", folder / "factors")
    table = folder / "factors" / "bisko.csv"
    table.write_text(table.read_text(encoding="utf-8") + row, encoding="utf-8")
    return FactorLibrary(folder / "factors")


def test_that_every_set_can_be_read() -> None:
    for set_id in factor_library().ids:
        found: FactorSet = factor_library().get(set_id)
        assert found.series
        assert all(row.source for series in found.series.values() for row in series.values())
