"""A start inventory fills what is empty, never what is the municipality's own, and says what it does not know."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.changes import apply_edits
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.national import NationalEnergy
from kbdesk.models.national import NationalTables
from kbdesk.models.national import Span
from kbdesk.models.national import read_national
from kbdesk.models.population_estimates import KnownInhabitants
from kbdesk.models.population_estimates import PopulationWords
from kbdesk.models.start_inventory import StartPlan
from kbdesk.models.start_inventory import StartWords
from kbdesk.models.start_inventory import plan_start
from kbdesk.paths import resources_dir
from tests.builders import DUDENHOFEN
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory

SHIPPED = resources_dir() / "national"
COUNTRIES = sorted(path.stem for path in (SHIPPED / "energy").glob("*.csv"))
WORDS = StartWords(
    PopulationWords(lambda year: f"scaled from {year}", lambda year: f"list of {year}"), "not in the table"
)

TABLES = NationalTables(
    country="XX",
    energy=(
        NationalEnergy(2019, "households", "electricity", Decimal(1_500_000), "a"),
        NationalEnergy(2019, "households", "heating_oil_and_petroleum", Decimal(900_000), "a"),
        NationalEnergy(2019, "households", "geothermal", Decimal(1000), "a"),
        NationalEnergy(2019, "transport_road", "diesel", Decimal(3_000_000), "b"),
        NationalEnergy(2020, "households", "electricity", Decimal(1_600_000), "c"),
    ),
    population={2019: Decimal(1_000_000), 2020: Decimal(1_010_000)},
    coverage=(
        Span("households", 2019, 2019, "complete"),
        Span("households", 2020, 2020, "electricity_only"),
        Span("transport_road", 2019, 2019, "complete"),
    ),
    weak_spots=(),
    places={
        ("households", "*"): ("residential", "*"),
        ("transport_road", "*"): ("transport_unallocated", "*"),
        ("*", "heating_oil_and_petroleum"): ("*", "heating_oil"),
    },
    sources={"a": "Statistics A"},
)


def planned(of: Inventory, *years: int, known: KnownInhabitants | None = None) -> StartPlan:
    return plan_start(of, years, TABLES, codebook(), WORDS, known)


def filled(of: Inventory, *years: int, known: KnownInhabitants | None = None) -> Inventory:
    return apply_edits(of, planned(of, *years, known=known).edits)


def test_that_values_are_scaled_by_inhabitants_with_grade_d_and_their_source() -> None:
    of = filled(inventory(population={2019: 6030}), 2019)
    assert of.entries[EntryKey(2019, "residential", "heating_oil")] == Entry(
        EntryKey(2019, "residential", "heating_oil"),
        text="5427",
        quantity=Decimal(5427),
        unit="MWh",
        grade=Grade.D,
        source="XX: Statistics A",
        origin=Origin.START,
    )


def test_that_no_more_digits_are_shown_than_an_estimate_has() -> None:
    of = filled(inventory(population={2019: 6037}), 2019)
    assert of.entries[EntryKey(2019, "residential", "electricity")].text == "9056"
    assert of.entries[EntryKey(2019, "transport_unallocated", "diesel")].text == "18110"
    assert of.entries[EntryKey(2019, "residential", "geothermal")].text == "6.037"


@pytest.mark.parametrize(
    "own",
    [
        entry(2019, "residential", "electricity", "1"),
        entry(2019, "residential", "electricity", "", grade=None, notation_key=NotationKey.NO),
        Entry(EntryKey(2019, "residential", "electricity"), text="about 9000", unit="MWh"),
    ],
)
def test_that_own_values_keys_and_drafts_stay(own: Entry) -> None:
    of = filled(inventory([own], population={2019: 6030}), 2019)
    assert of.entries[own.key] == own
    assert EntryKey(2019, "residential", "heating_oil") in of.entries


def test_that_road_fuel_stays_away_where_own_values_stand_at_cars() -> None:
    cars = entry(2019, "road_passenger", "diesel", "5000")
    of = filled(inventory([cars], population={2019: 6030}), 2019)
    assert EntryKey(2019, "transport_unallocated", "diesel") not in of.entries


def test_that_the_own_fleet_leaves_road_fuel_to_be_filled_where_it_is_in_no_total() -> None:
    fleet, fuel = entry(2019, "municipal_fleet", "diesel", "50"), EntryKey(2019, "transport_unallocated", "diesel")
    assert fuel in filled(inventory([fleet], population={2019: 6030}), 2019).entries
    covenant = replace(DUDENHOFEN, factor_set="com-lca-co2e-2024")
    assert fuel not in filled(inventory([fleet], population={2019: 6030}, municipality=covenant), 2019).entries


def test_that_a_start_value_goes_where_own_values_have_come_in_a_finer_sector() -> None:
    started = filled(inventory(population={2019: 6030}), 2019)
    fuel, cars = EntryKey(2019, "transport_unallocated", "diesel"), entry(2019, "road_passenger", "diesel", "5000")
    again = filled(replace(started, entries={**started.entries, cars.key: cars}), 2019)
    assert fuel in started.entries
    assert fuel not in again.entries
    assert again.entries[cars.key] == cars
    assert len(again.entries) == len(started.entries)


def test_that_a_few_own_vehicles_take_no_start_value_away() -> None:
    covenant = replace(DUDENHOFEN, factor_set="com-lca-co2e-2024")
    started = filled(inventory(population={2019: 6030}, municipality=covenant), 2019)
    few = [entry(2019, sector, "diesel", "50") for sector in ("municipal_fleet", "public_transport_road")]
    again = filled(replace(started, entries={**started.entries, **{each.key: each for each in few}}), 2019)
    assert EntryKey(2019, "transport_unallocated", "diesel") in again.entries


def test_that_start_values_go_where_the_municipality_has_come_to_account_for_all_buildings_in_one_place() -> None:
    started = filled(inventory(population={2019: 6030}), 2019)
    own = entry(2019, "buildings_unallocated", "natural_gas", "5000")
    again = filled(replace(started, entries={**started.entries, own.key: own}), 2019)
    assert {key.sector for key in again.entries} == {"buildings_unallocated", "transport_unallocated"}


def test_that_a_sector_whose_figures_are_of_no_use_is_not_estimated_rather_than_left_out() -> None:
    unusable = replace(TABLES, weak_spots=(Span("transport_road", 1990, 2100, "no", "sold to others"),))
    for year in (2019, 2020):
        of = inventory(population={year: 6030})
        plan = plan_start(of, [year], unusable, codebook(), WORDS)
        fuel = apply_edits(of, plan.edits).entries[EntryKey(year, "transport_unallocated", "diesel")]
        assert (fuel.quantity, fuel.notation_key, fuel.note) == (None, NotationKey.NE, "sold to others")
        assert ("start.not_used", "transport_road") in [(gap.code, gap.sector) for gap in plan.gaps]


def test_that_the_totals_of_luxembourg_lack_road_transport_and_those_of_germany_no_farms() -> None:
    fuels = {("transport_unallocated", fuel) for fuel in ("diesel", "gasoline", "biodiesel")}
    assert _not_estimated("LU", 2019) == fuels
    assert _not_estimated("DE", 2010) == set()


def _not_estimated(country: str, year: int) -> set[tuple[str, str]]:
    tables = read_national(SHIPPED, country)
    assert tables is not None
    edits = plan_start(inventory(population={year: 5000}), [year], tables, codebook(), WORDS).edits
    made = [edit.after for edit in edits if isinstance(edit.after, Entry)]
    return {(e.key.sector, e.key.carrier) for e in made if e.notation_key is NotationKey.NE}


def test_that_nothing_is_counted_twice_where_the_municipality_accounts_for_all_buildings_in_one_place() -> None:
    own = entry(2019, "buildings_unallocated", "natural_gas", "5000")
    of = filled(inventory([own], population={2019: 6030}), 2019)
    assert {key.sector for key in of.entries} == {"buildings_unallocated", "transport_unallocated"}


def test_that_start_values_are_renewed_and_expected_ones_filled() -> None:
    old = entry(2019, "residential", "electricity", "7", origin=Origin.START)
    expected = Entry(EntryKey(2019, "residential", "heating_oil"), unit="l", origin=Origin.CARRIED)
    of = filled(inventory([old, expected], population={2019: 6030}), 2019)
    assert of.entries[old.key].text == "9045"
    assert of.entries[expected.key].text == "5427"


def test_that_filling_again_changes_nothing() -> None:
    once = filled(inventory(population={2019: 6030}), 2019, 2020)
    assert planned(once, 2019, 2020).edits == ()


def test_that_missing_inhabitants_are_scaled_from_the_nearest_year_and_recorded_with_how() -> None:
    of = filled(inventory(population={2019: 6000}), 2019, 2020)
    assert of.population(2020) == Decimal(6060)
    assert of.base_data[2020, next(i for y, i in of.base_data if y == 2020)].source == "scaled from 2019"


def test_that_inhabitants_of_the_list_serve_where_none_are_recorded() -> None:
    of = filled(inventory(), 2019, known=KnownInhabitants(Decimal(6060), 2020))
    assert of.population(2019) == Decimal(6000)


def test_that_without_inhabitants_nothing_is_filled_and_it_is_said() -> None:
    found = planned(inventory(), 2019)
    assert found.edits == ()
    assert [gap.code for gap in found.gaps] == ["start.no_inhabitants"]


def test_that_missing_national_inhabitants_are_not_asked_of_the_municipality() -> None:
    of = inventory(population={2019: 6030})
    assert [gap.code for gap in planned(of, 1995).gaps] == ["start.no_national_inhabitants"]
    later = inventory(population={2025: 6030})
    assert [gap.code for gap in planned(later, 2019).gaps] == ["start.no_inhabitants"]


def test_that_a_year_with_electricity_only_does_not_look_complete() -> None:
    found = planned(inventory(population={2019: 6000, 2020: 6060}), 2020)
    keys = {e.after.key.carrier: e.after for e in found.entries if isinstance(e.after, Entry)}
    assert keys["electricity"].quantity == Decimal(9600)
    assert keys["heating_oil"].notation_key is NotationKey.NE
    assert keys["heating_oil"].note == "not in the table"
    assert "geothermal" not in keys
    assert {(gap.code, gap.sector) for gap in found.gaps} == {
        ("start.electricity_only", "households"),
        ("start.nothing", "transport_road"),
    }


@pytest.mark.parametrize("country", COUNTRIES)
def test_that_every_shipped_row_has_a_place_a_source_and_a_span(country: str) -> None:
    tables = read_national(SHIPPED, country)
    assert tables is not None
    book = codebook()
    for row in tables.energy:
        sector, carrier = tables.place(row.sector, row.carrier)
        assert sector in book.sectors
        assert carrier in book.carriers
        assert row.source in tables.sources
        assert row.energy_mwh >= 0
    assert tables.coverage


@pytest.mark.parametrize(
    ("country", "low", "high"), [("DE", 20, 40), ("FR", 17, 32), ("IT", 15, 30), ("AT", 24, 45), ("HU", 12, 27)]
)
def test_that_energy_per_inhabitant_is_that_of_the_country(country: str, low: int, high: int) -> None:
    """2019, final energy without aviation: national totals per inhabitant (Eurostat ten00124, April 2022)."""
    tables = read_national(SHIPPED, country)
    assert tables is not None
    found = plan_start(inventory(population={2019: 10_000}), [2019], tables, codebook(), WORDS)
    total = sum((e.after.quantity or 0 for e in found.entries if isinstance(e.after, Entry)), Decimal(0))
    national = sum((row.energy_mwh for row in tables.energy if row.year == 2019), Decimal(0))
    assert float(total) == pytest.approx(float(national / tables.population[2019] * 10_000), rel=0.005)
    assert low < total / 10_000 < high


def test_that_road_fuel_of_luxembourg_is_not_used_and_said() -> None:
    tables = read_national(SHIPPED, "LU")
    assert tables is not None
    found = plan_start(inventory(population={2019: 10_000}), [2019], tables, codebook(), WORDS)
    road = [e.after for e in found.entries if isinstance(e.after, Entry) and "road" in e.after.note]
    assert {each.notation_key for each in road} == {NotationKey.NE}
    assert {each.key.sector for each in road} == {"transport_unallocated"}
    assert ("start.not_used", "transport_road") in {(gap.code, gap.sector) for gap in found.gaps}


def test_that_a_country_without_a_table_has_none() -> None:
    assert read_national(SHIPPED, "LI") is None


@given(st.integers(1, 10**7))
def test_that_twice_the_inhabitants_use_twice_the_energy(people: int) -> None:
    one, two = (filled(inventory(population={2019: n}), 2019) for n in (people, 2 * people))
    key = EntryKey(2019, "residential", "electricity")
    first, second = one.entries[key].quantity, two.entries[key].quantity
    assert first is not None
    assert second is not None
    assert float(second) == pytest.approx(2 * float(first), rel=2e-3, abs=2e-3)
