"""The shipped forms name what exists, and nothing that can be entered is out of their reach."""

import pytest

from kbdesk.models.codebook import Codebook
from kbdesk.models.conversion import convert
from kbdesk.models.conversion import parameters_needed
from kbdesk.models.entry_forms import EntryForm
from kbdesk.models.entry_forms import FormGroup
from kbdesk.models.entry_forms import carriers_that_fit
from kbdesk.models.entry_forms import read_forms
from kbdesk.models.inventory import DIRECT
from kbdesk.paths import resources_dir
from tests.builders import codebook

FORMS = read_forms(resources_dir() / "forms")
BOOK: Codebook = codebook()
COMMON = ("electricity", "natural_gas", "heating_oil", "district_heat", "biomass", "lpg", "solar_thermal", DIRECT)


def form(form_id: str) -> EntryForm:
    return next(each for each in FORMS if each.id == form_id)


@pytest.mark.parametrize("each", FORMS, ids=lambda each: each.id)
def test_that_a_form_names_only_cells_of_the_codebook(each: EntryForm) -> None:
    for sector, carrier in each.places:
        assert carrier in carriers_that_fit(BOOK, sector)
    assert len(each.places) == len(each.fields), "a value stands once on a form"
    assert 0 < len(each.fields) <= 20, "a form is filled in at one sitting"


def test_that_every_cell_that_can_be_entered_is_on_one_form_of_a_sector_or_behind_its_more_button() -> None:
    by_sector = [each for each in FORMS if each.group is FormGroup.SECTOR]
    reached = [place for each in by_sector for place in (*each.places, *each.further(BOOK))]
    every = {(sector, carrier) for sector in BOOK.sectors for carrier in carriers_that_fit(BOOK, sector)}
    assert set(reached) == every
    assert len(reached) == len(every), "a sector has one form"


@pytest.mark.parametrize("sector", ["residential", "tertiary", "industry", "municipal_buildings"])
def test_that_common_carriers_of_buildings_need_no_more_button(sector: str) -> None:
    shown = {place for each in FORMS if each.group is FormGroup.SECTOR for place in each.places}
    for carrier in COMMON[:-1]:
        assert (sector, carrier) in shown


@pytest.mark.parametrize("each", FORMS, ids=lambda each: each.id)
@pytest.mark.parametrize("country", ["DE", "IT", "FR", "HR"])
def test_that_every_field_says_where_it_stands_and_its_unit_exists(each: EntryForm, country: str) -> None:
    for sector, carrier in each.places:
        hint = each.hint((sector, carrier), country)
        assert len(hint.text) <= 210, "at most three lines"
        if hint.unit:
            unit = BOOK.unit(hint.unit, sector, carrier)
            assert unit is not None, (sector, carrier, hint.unit)
            assert parameters_needed(unit) or convert(None, unit, {}).missing == ""
        assert hint.text, (sector, carrier)


def test_that_a_country_decides_before_anything_else_and_keeps_the_unit_it_does_not_name() -> None:
    gas = ("residential", "natural_gas")
    assert form("households").hint(gas, "IT").unit == "m3"
    assert "Smc" in form("households").hint(gas, "IT").text
    assert form("households").hint(gas, "FR").unit == form("households").hint(gas, "DE").unit
    assert "PCS" in form("grid_gas").hint(gas, "FR").text


def test_that_a_supplier_decides_before_a_sector() -> None:
    oil = ("residential", "heating_oil")
    assert form("households").hint(oil, "DE").unit == "l"
    assert form("chimney_sweep").hint(oil, "DE").unit == "MWh"


def test_that_icons_of_forms_are_shipped() -> None:
    for each in FORMS:
        assert (resources_dir() / "icons" / f"{each.icon}.svg").is_file(), each.icon
        assert each.label
        assert each.help
