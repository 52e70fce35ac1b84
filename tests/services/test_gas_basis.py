"""Gross or net is asked for, never assumed: what a value typed for natural gas is recorded as."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.models.inventory import EntryKey
from kbdesk.services import data_entry
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from tests.builders import DUDENHOFEN

GAS = EntryKey(2022, "residential", "natural_gas")


@pytest.fixture
def project(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    """A new document: nothing is known from earlier years."""
    with desk.create(tmp_path / "New.kbdesk", DUDENHOFEN) as created:
        yield created


def recorded(project: Project, text: str, key: EntryKey = GAS) -> tuple[str, Decimal | None, str]:
    data_entry.record_quantity(project, key, text, ",")
    entry = project.inventory.entries[key]
    return entry.text, entry.quantity, entry.unit


@pytest.mark.parametrize("text", ["412345", "412345 kWh", "412 345 MWh"])
def test_that_a_value_without_a_basis_is_kept_and_the_basis_is_missing(project: Project, text: str) -> None:
    assert recorded(project, text) == (text, Decimal(412345), "")
    assert "entry.unit_missing" in {finding.code for finding in project.findings}


@pytest.mark.parametrize(
    ("text", "unit"),
    [("412345 kWh Hs", "kWh_hs"), ("412 MWh Hi", "MWh"), ("412 kWh PCS", "kWh_hs"), ("412 kWh PCI", "kWh")],
)
def test_that_words_that_say_the_basis_are_taken(project: Project, text: str, unit: str) -> None:
    assert recorded(project, text)[2] == unit
    assert "entry.unit_missing" not in {finding.code for finding in project.findings}


@pytest.mark.parametrize(("chosen", "kwh", "mwh"), [("kWh_hs", "kWh_hs", "MWh_hs"), ("MWh", "kWh", "MWh")])
def test_that_a_bare_unit_keeps_the_basis_chosen_before(project: Project, chosen: str, kwh: str, mwh: str) -> None:
    data_entry.record_quantity(project, GAS, "1", ",")
    data_entry.record_unit(project, GAS, chosen)
    assert recorded(project, "412345 kWh")[2] == kwh
    assert recorded(project, "412 MWh")[2] == mwh
    assert recorded(project, "413")[2] == mwh


def test_that_the_basis_of_the_year_before_is_kept(project: Project) -> None:
    data_entry.record_quantity(project, GAS._replace(year=2021), "400 MWh Hs", ",")
    assert recorded(project, "412345 kWh")[2] == "kWh_hs"


def test_that_cubic_metres_say_nothing_of_the_basis_of_kilowatt_hours(project: Project) -> None:
    assert recorded(project, "38 000 m³")[2] == "m3"
    assert recorded(project, "412345 kWh")[2] == ""


def test_that_a_value_deleted_again_leaves_nothing_behind(project: Project) -> None:
    recorded(project, "412345 kWh Hs")
    data_entry.record_quantity(project, GAS, "", ",")
    assert GAS not in project.inventory.entries


def test_that_other_carriers_have_their_usual_unit(project: Project) -> None:
    assert recorded(project, "7", GAS._replace(carrier="electricity"))[2] == "kWh"
    assert recorded(project, "7 kWh", GAS._replace(carrier="heating_oil"))[2] == "kWh"
