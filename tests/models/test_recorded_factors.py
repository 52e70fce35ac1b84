"""A computed local factor is a finding as soon as what it was computed from gives another one."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.models.own_heat import network_heat
from kbdesk.models.own_heat import split_of_set
from kbdesk.models.plants import ElectricityYear
from kbdesk.models.plants import PlantYear
from kbdesk.models.recorded_factors import FROM_MIX
from kbdesk.models.recorded_factors import FROM_PLANTS
from kbdesk.models.recorded_factors import set_factor
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import inventory
from tests.builders import review
from tests.builders import rules

COVENANT = "com-ipcc-co2-2024"
HEAT = entry(2022, "residential", "district_heat", "4000")
POWER = entry(2022, "residential", "electricity", "1000")
BOILER = PlantYear("Boiler", 2022, "district_heat", (("natural_gas", Decimal(1000)),), Decimal(900))


def outdated(municipality: Municipality = DUDENHOFEN, **more: Any) -> list[str]:
    whole = replace(inventory([HEAT, POWER], municipality=municipality, population={2022: 6030}), **more)
    codes = review(whole, municipality.factor_set)
    return [finding.carrier for finding in codes if finding.code == "factor.outdated"]


def heat_factor(set_id: str, note: str = FROM_PLANTS) -> LocalFactor:
    empty = inventory([HEAT])
    found = network_heat(
        [BOILER], split_of_set(set_id), lambda carrier: set_factor(empty, rules(set_id), 2022, carrier)
    )
    assert found is not None
    return LocalFactor(2022, "district_heat", found.t_per_mwh, "computed", note)


def test_that_a_factor_fits_its_plants_until_they_change() -> None:
    local = {(2022, "district_heat"): heat_factor("bisko")}
    assert outdated(local_factors=local, plants={("Boiler", 2022): BOILER}) == []
    other = replace(BOILER, heat_mwh=Decimal(901))
    assert outdated(local_factors=local, plants={("Boiler", 2022): other}) == ["district_heat"]
    lacking = replace(BOILER, fuels=())
    assert outdated(local_factors=local, plants={("Boiler", 2022): lacking}) == ["district_heat"]
    assert outdated(local_factors=local) == ["district_heat"]


def test_that_another_factor_set_makes_it_outdated() -> None:
    local = {(2022, "district_heat"): heat_factor("bisko")}
    elsewhere = replace(DUDENHOFEN, factor_set=COVENANT)
    assert outdated(elsewhere, local_factors=local, plants={("Boiler", 2022): BOILER}) == ["district_heat"]


def test_that_a_typed_factor_is_never_outdated() -> None:
    local = {(2022, "district_heat"): heat_factor("bisko", note="certified")}
    assert outdated(local_factors=local) == []


def test_that_the_local_mix_follows_the_consumption() -> None:
    elsewhere = replace(DUDENHOFEN, factor_set=COVENANT)
    national = set_factor(inventory([POWER]), rules(COVENANT), 2022, "electricity").t_per_mwh
    assert national is not None
    record = ElectricityYear(2022, renewable_mwh=Decimal(250))
    fitting = LocalFactor(2022, "electricity", round(national * 3 / 4, 6), "computed", FROM_MIX)
    known = {"electricity": {2022: record}, "local_factors": {(2022, "electricity"): fitting}}
    assert outdated(elsewhere, **known) == []
    more = {**known, "electricity": {2022: replace(record, renewable_mwh=Decimal(300))}}
    assert outdated(elsewhere, **more) == ["electricity"]
    oversold = {**known, "electricity": {2022: replace(record, sales_mwh=Decimal(300))}}
    assert outdated(elsewhere, **oversold) == ["electricity"]
