"""Every view is the same inventory: its parts sum to the year's total, and what is missing stays missing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.answers import Answer
from kbdesk.models.calculation import Total
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.calculation import emissions_total
from kbdesk.models.calculation import energy_total
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey
from kbdesk.models.views import SCOPE_1
from kbdesk.models.views import SCOPE_2
from kbdesk.models.views import ViewKind
from kbdesk.models.views import cells_behind
from kbdesk.models.views import quality_by
from kbdesk.models.views import view
from tests.builders import carriers_of
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules
from tests.builders import typical_inventory

TABLES = [kind for kind in ViewKind if kind is not ViewKind.QUALITY]


def result(of: Inventory, year: int = 2020) -> YearResult:
    return compute_inventory(of, rules())[year]


_PLACES = [(s.id, c.id) for s in codebook().sectors.values() for c in carriers_of(s)]


@pytest.mark.parametrize("kind", TABLES)
@given(st.dictionaries(st.sampled_from(_PLACES), st.decimals(0, 10**6, places=2) | st.none(), min_size=1, max_size=20))
def test_that_parts_sum_to_the_total_of_the_year(kind: ViewKind, cells: dict[tuple[str, str], Decimal | None]) -> None:
    entries = [
        entry(2020, *place, "" if mwh is None else str(mwh), notation_key=NotationKey.NE if mwh is None else None)
        for place, mwh in cells.items()
    ]
    declared = {HEAT_PUMPS_METERED: Answer(HEAT_PUMPS_METERED, "yes")}
    found = result(replace(inventory(entries), answers=declared))
    shown = view(found, codebook(), kind)
    of = energy_total if kind in (ViewKind.ENERGY, ViewKind.COVENANT_ENERGY) else emissions_total
    aside = of(found.aside)
    assert sum((row.total.value or Decimal(0) for row in shown.apart), Decimal(0)) == (aside.value or 0)
    assert sum(total.missing for row in shown.apart for total in row.cells.values()) == aside.missing
    expected = found.energy_mwh if kind in (ViewKind.ENERGY, ViewKind.COVENANT_ENERGY) else found.emissions_t
    assert shown.total == expected
    assert {column for row in shown.apart for column in row.cells} <= {*shown.columns}
    for totals in (shown.cells, shown.row_totals, shown.column_totals):
        known = [total.value for total in totals.values() if total.value is not None]
        assert (sum(known, Decimal(0)) if known else None) == expected.value
        assert sum(total.missing for total in totals.values()) == expected.missing


def test_that_the_fleet_stands_below_the_total_in_bisko() -> None:
    cells = [entry(2020, "road_passenger", "diesel", "100"), entry(2020, "municipal_fleet", "gasoline", "5")]
    found = result(inventory(cells))
    shown = view(found, codebook(), ViewKind.ENERGY)
    assert (shown.rows, shown.columns, shown.total) == (
        ("road_passenger",),
        ("diesel", "gasoline"),
        Total(Decimal(100), 0),
    )
    assert [(row.row, dict(row.cells)) for row in shown.apart] == [
        ("municipal_fleet", {"gasoline": Total(Decimal(5), 0)})
    ]
    assert cells_behind(found, codebook(), ViewKind.ENERGY, "municipal_fleet", apart=True) == found.aside
    assert cells_behind(found, codebook(), ViewKind.ENERGY, None, "gasoline") == ()


def test_that_the_covenants_table_joins_what_its_form_has_in_one_place() -> None:
    cells = [
        entry(2020, "road_passenger", "diesel", "100"),
        entry(2020, "road_freight", "diesel", "50"),
        entry(2020, "residential", "district_heat", "10"),
        entry(2020, "residential", "local_heat", "5"),
    ]
    shown = view(result(inventory(cells)), codebook(), ViewKind.COVENANT_ENERGY)
    assert shown.cells["2_3_road", "6"] == Total(Decimal(150), 0)
    assert shown.cells["1_3", "2"] == Total(Decimal(15), 0)
    assert shown.columns == ("2", "6")


def test_that_gpc_tells_fuels_burnt_here_from_what_networks_supply() -> None:
    cells = [
        entry(2020, "residential", "electricity", "100"),
        entry(2020, "residential", "natural_gas", "100"),
        Entry(EntryKey(2020, "waste_water", "direct"), "12", Decimal(12), "t_CO2e"),
    ]
    shown = view(result(inventory(cells)), codebook(), ViewKind.GPC)
    assert set(shown.columns) == {SCOPE_1, SCOPE_2}
    assert shown.cells["I.1", SCOPE_2].value == result(inventory(cells[:1])).emissions_t.value
    assert shown.cells["III.4", SCOPE_1] == Total(Decimal(12), 0)


def test_that_the_basic_level_of_gpc_leaves_out_what_is_neither_energy_nor_waste() -> None:
    cells = [
        entry(2020, "residential", "natural_gas", "100"),
        Entry(EntryKey(2020, "waste_water", "direct"), "12", Decimal(12), "t_CO2e"),
        Entry(EntryKey(2020, "other_non_energy", "direct"), "7", Decimal(7), "t_CO2e"),
    ]
    found = result(inventory(cells))
    shown = view(found, codebook(), ViewKind.GPC)
    assert shown.rows == ("I.1", "III.4")
    assert shown.total == Total(Decimal("24.7") + 12, 0)
    assert [(row.row, row.total) for row in shown.apart] == [("V", Total(Decimal(7), 0))]
    (behind,) = cells_behind(found, codebook(), ViewKind.GPC, "V", apart=True)
    assert behind.key.sector == "other_non_energy"


def test_that_ambient_heat_of_bisko_is_electricity_from_the_grid_in_gpc() -> None:
    shown = view(result(inventory([entry(2020, "residential", "ambient_heat", "100")])), codebook(), ViewKind.GPC)
    assert shown.columns == (SCOPE_2,)


def test_that_what_does_not_exist_takes_no_row() -> None:
    cells = [
        entry(2020, "residential", "electricity", "100"),
        entry(2020, "industry", "natural_gas", "", grade=None, notation_key=NotationKey.NO),
    ]
    assert view(result(inventory(cells)), codebook(), ViewKind.ENERGY).rows == ("residential",)


def test_that_quality_is_weighted_by_energy_in_each_part() -> None:
    cells = [
        entry(2020, "residential", "electricity", "100", grade=Grade.A),
        entry(2020, "residential", "natural_gas", "300", grade=Grade.D),
        entry(2020, "tertiary", "electricity", "100", grade=None),
    ]
    lines = {line.id: line for line in quality_by(result(inventory(cells)), lambda cell: cell.key.sector)}
    assert lines["residential"].score == Decimal("0.25")
    assert lines["residential"].share == Decimal("0.8")
    assert lines["tertiary"].score is None


def test_that_a_typical_year_has_all_its_sectors_in_the_covenants_order() -> None:
    shown = view(result(typical_inventory()), codebook(), ViewKind.COVENANT_EMISSIONS)
    assert shown.rows == ("1_1_1", "1_1_2", "1_2", "1_3", "2_3_road")
    assert shown.columns == ("1", "3", "5", "6", "7")
