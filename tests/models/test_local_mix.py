"""The local factor of electricity by the Covenant's rule, with sales and with what is lacking."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.errors import UserError
from kbdesk.models.calculation import Total
from kbdesk.models.factors import MISSING
from kbdesk.models.factors import Factor
from kbdesk.models.factors import FactorStatus
from kbdesk.models.local_mix import MixCase
from kbdesk.models.local_mix import local_mix
from kbdesk.models.plants import ElectricityYear
from tests.models.cases import case
from tests.models.cases import decimal

amounts = st.decimals(0, 10**5, places=1)


def national(value: object) -> Factor:
    return Factor(Decimal(str(value)), FactorStatus.EXACT, "set", "test")


def known(mwh: object) -> Total:
    return Total(Decimal(str(mwh)), 0)


@pytest.mark.parametrize("example", case("unit_local_electricity_factor")["checks"], ids=str)
def test_that_the_checks_of_the_rule_come_out(example: dict[str, Any]) -> None:
    record = ElectricityYear(
        2022,
        plants_mwh=decimal(example["LPE"]),
        plants_t=decimal(example["CO2LPE"]),
        purchases_mwh=decimal(example["GEP"]),
        purchases_t=decimal(example["CO2GEP"]),
    )
    mix = local_mix(record, known(example["TCE"]), national(example["NEEFE"]))
    assert mix.t_per_mwh == decimal(example["EFE"] if "EFE" in example else example["EFE_guidebook"])


def test_that_the_case_is_told() -> None:
    record = ElectricityYear(2022, renewable_mwh=Decimal(10))
    assert local_mix(record, known(100), national("0.4")).case is MixCase.PART
    assert local_mix(record, known(5), national("0.4")).case is MixCase.SURPLUS
    assert local_mix(record, known(0), national("0.4")).case is MixCase.NOTHING_CONSUMED


@given(amounts, amounts, amounts, amounts)
def test_that_what_is_sold_does_not_count_here(
    made: Decimal, bought: Decimal, sold: Decimal, consumed: Decimal
) -> None:
    sold = min(sold, made + bought)
    with_sale = ElectricityYear(2022, renewable_mwh=made, purchases_mwh=bought, sales_mwh=sold)
    without = ElectricityYear(2022, renewable_mwh=made + bought - sold)
    total, factor = known(consumed), national("0.35")
    assert local_mix(with_sale, total, factor).t_per_mwh == local_mix(without, total, factor).t_per_mwh


@given(amounts, amounts)
def test_that_renewable_electricity_never_raises_the_factor(made: Decimal, consumed: Decimal) -> None:
    mix = local_mix(ElectricityYear(2022, renewable_mwh=made), known(consumed), national("0.35"))
    assert 0 <= mix.t_per_mwh <= Decimal("0.35")


@pytest.mark.parametrize(
    ("record", "consumption", "factor", "code"),
    [
        (ElectricityYear(2022, Decimal(1)), Total(None, 0), national(1), "electricity.no_consumption"),
        (ElectricityYear(2022, Decimal(1)), known(5), MISSING, "electricity.no_national"),
        (ElectricityYear(2022, Decimal(1), sales_mwh=Decimal(2)), known(5), national(1), "electricity.oversold"),
        (
            ElectricityYear(2022, Decimal(3), Decimal(0), sales_mwh=Decimal(2), sales_t=Decimal(1)),
            known(5),
            national(1),
            "electricity.oversold_t",
        ),
    ],
)
def test_that_what_is_lacking_is_named(record: ElectricityYear, consumption: Total, factor: Factor, code: str) -> None:
    with pytest.raises(UserError) as refused:
        local_mix(record, consumption, factor)
    assert refused.value.code == code
