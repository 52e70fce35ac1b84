from decimal import Decimal
from typing import Any

import pytest

from kbdesk.errors import UserError
from kbdesk.models.local_electricity import LocalElectricity
from kbdesk.models.local_electricity import local_electricity_factor
from tests.models.cases import case
from tests.models.cases import decimal


@pytest.mark.parametrize("example", case("unit_local_electricity_factor")["checks"], ids=str)
def test_that_the_examples_hold(example: dict[str, Any]) -> None:
    parts = LocalElectricity(
        consumption_mwh=decimal(example["TCE"]),
        national_factor=decimal(example["NEEFE"]),
        local_production_mwh=decimal(example["LPE"]),
        local_production_t=decimal(example["CO2LPE"]),
        green_purchases_mwh=decimal(example["GEP"]),
        green_purchases_t=decimal(example["CO2GEP"]),
    )
    expected = decimal(example["EFE"] if "EFE" in example else example["EFE_guidebook"])
    assert abs(local_electricity_factor(parts) - expected) < Decimal("1e-9")


def test_that_without_local_production_the_national_factor_holds() -> None:
    assert local_electricity_factor(LocalElectricity(Decimal(7), Decimal("0.4"))) == Decimal("0.4")


@pytest.mark.parametrize("field", ["consumption_mwh", "local_production_mwh", "green_purchases_mwh"])
def test_that_negative_energies_are_refused(field: str) -> None:
    values = {"consumption_mwh": Decimal(1), "national_factor": Decimal("0.4"), field: Decimal(-1)}
    with pytest.raises(UserError) as caught:
        local_electricity_factor(LocalElectricity(**values))
    assert caught.value.code == "local_electricity.negative"
