"""Local electricity is recorded in steps; its factor counts by Covenant sets, and is side information in BISKO."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.services import base_data
from kbdesk.services import data_entry
from kbdesk.services import electricity_mix
from kbdesk.services import heat_networks
from kbdesk.services.plant_reading import TypedPlant
from kbdesk.services.plant_reading import read_plant
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts

CheckState = Callable[[Callable[[], Change | None]], Change]
COVENANT = "com-ipcc-co2-2024"
CONSUMED = Decimal(9700 + 6100 + 410 + 120)


@pytest.fixture
def texts(project: Project) -> Texts:
    return project.reference.texts("en")


def test_that_amounts_are_recorded_and_deleted(project: Project, check_state: CheckState, texts: Texts) -> None:
    check_state(lambda: electricity_mix.record_amount(project, 2020, "plants_mwh", "3,200", texts))
    check_state(lambda: electricity_mix.record_amount(project, 2020, "plants_t", "640.5", texts))
    check_state(lambda: electricity_mix.record_source(project, 2020, "grid operator"))
    record = project.inventory.electricity[2020]
    assert (record.plants_mwh, record.plants_t, record.source) == (Decimal(3200), Decimal("640.5"), "grid operator")
    check_state(lambda: electricity_mix.record_amount(project, 2020, "plants_mwh", "", texts))
    assert project.inventory.electricity[2020].plants_t is None
    check_state(lambda: electricity_mix.record_source(project, 2020, ""))
    assert not project.inventory.electricity
    assert electricity_mix.record_source(project, 2020, "") is None


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("renewable_mwh", "some", "plant.not_a_number"),
        ("renewable_mwh", "-1", "plant.negative"),
        ("sales_t", "3", "electricity.emissions_alone"),
    ],
)
def test_that_what_cannot_be_is_refused(project: Project, texts: Texts, field: str, text: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        electricity_mix.record_amount(project, 2020, field, text, texts)
    assert refused.value.code == code
    assert "{" not in texts.error(refused.value)


def test_that_the_factor_follows_from_the_inventory(project: Project, check_state: CheckState, texts: Texts) -> None:
    base_data.change_rules(project, factor_set=COVENANT)
    assert electricity_mix.state(project, 2020).mix is None
    electricity_mix.record_amount(project, 2020, "renewable_mwh", "1633", texts)
    found = electricity_mix.state(project, 2020)
    assert found.mix is not None
    assert found.mix.consumption.value == CONSUMED
    national = found.mix.national.t_per_mwh
    assert national is not None
    assert found.mix.t_per_mwh == round((CONSUMED - 1633) * national / CONSUMED, 6)
    assert found.can_be_used
    check_state(lambda: electricity_mix.use_as_local_factor(project, 2020, texts))
    used = electricity_mix.state(project, 2020)
    assert used.is_in_use
    assert not used.is_outdated
    assert not used.can_be_used
    assert used.mix is not None
    assert used.mix.national == found.mix.national
    source = project.inventory.local_factors[2020, "electricity"].source
    for words in ("Local electricity 2020", "16,330 MWh", "1,633 MWh", "Covenant of Mayors"):
        assert words in source
    data_entry.record_quantity(project, EntryKey(2020, "tertiary", "electricity"), "9000", ".")
    assert electricity_mix.state(project, 2020).is_outdated


def test_that_bisko_records_no_local_mix(project: Project, texts: Texts) -> None:
    electricity_mix.record_amount(project, 2020, "renewable_mwh", "1633", texts)
    found = electricity_mix.state(project, 2020)
    assert found.mix is not None
    assert found.is_side_information
    assert not found.can_be_used
    with pytest.raises(UserError, match=r"electricity\.side_information"):
        electricity_mix.use_as_local_factor(project, 2020, texts)
    assert not project.inventory.local_factors


def test_that_a_year_without_consumption_says_so(project: Project, texts: Texts) -> None:
    base_data.change_rules(project, factor_set=COVENANT)
    electricity_mix.record_amount(project, 2003, "renewable_mwh", "10", texts)
    found = electricity_mix.state(project, 2003)
    assert found.refusal is not None
    assert found.refusal.code == "electricity.no_consumption"
    with pytest.raises(UserError, match=r"electricity\.no_consumption"):
        electricity_mix.use_as_local_factor(project, 2003, texts)
    assert electricity_mix.use_as_local_factor(project, 2004, texts) is None


def test_that_the_plants_of_the_networks_can_be_taken(project: Project, check_state: CheckState, texts: Texts) -> None:
    assert electricity_mix.plant_electricity(project, 2020) is None
    assert electricity_mix.take_from_plants(project, 2020, texts) is None
    typed = TypedPlant("CHP", "local_heat", (("natural_gas", "100"),), heat="60", electricity="30", temperature="66.45")
    heat_networks.record_plant(project, read_plant(typed, 2020, texts))
    found = electricity_mix.plant_electricity(project, 2020)
    assert found is not None
    gas = heat_networks.fuel_factor(project, 2020, "natural_gas").t_per_mwh
    assert gas is not None
    assert float(found.t) == pytest.approx(0.75 * 100 * float(gas), rel=0.002)
    check_state(lambda: electricity_mix.take_from_plants(project, 2020, texts))
    record = project.inventory.electricity[2020]
    assert (record.plants_mwh, record.plants_t) == (Decimal(30), found.t)
    lacking = read_plant(typed._replace(name="B", temperature=""), 2020, texts)
    heat_networks.record_plant(project, lacking)
    assert electricity_mix.plant_electricity(project, 2020) is None
