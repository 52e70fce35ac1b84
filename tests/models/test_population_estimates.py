"""Missing inhabitants follow the country's from the nearest known year, and never replace what was recorded."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.changes import Edit
from kbdesk.models.changes import apply_edits
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.models.national import read_population
from kbdesk.models.population_estimates import KnownInhabitants
from kbdesk.models.population_estimates import PeopleOfYear
from kbdesk.models.population_estimates import PopulationWords
from kbdesk.models.population_estimates import estimate
from kbdesk.models.population_estimates import plan_population
from kbdesk.paths import resources_dir
from tests.builders import inventory

NATIONAL = {2010: Decimal(1_000_000), 2015: Decimal(1_100_000), 2020: Decimal(1_200_000), 2021: Decimal(1_188_000)}
WORDS = PopulationWords(lambda year: f"scaled from {year}", lambda year: f"list of {year}")
GERMANY = read_population(resources_dir() / "national", "DE")
ESTIMATES = frozenset(f"scaled from {year}" for year in range(1980, 2031))
LISTED = KnownInhabitants(Decimal(6061), 2020)


def test_that_a_year_follows_the_country_from_the_nearest_known_year() -> None:
    known = {2010: Decimal(5000), 2020: Decimal(6600)}
    assert estimate(known, 2021, NATIONAL) == PeopleOfYear(Decimal(6534), 2020)
    assert estimate(known, 2015, NATIONAL) == PeopleOfYear(Decimal(6050), 2020), "of two as near the later"
    assert estimate(known, 2010, NATIONAL) == PeopleOfYear(Decimal(5000), 2010)


def test_that_nothing_is_made_up_where_a_number_is_missing() -> None:
    assert estimate({}, 2020, NATIONAL) is None
    assert estimate({2020: Decimal(5)}, 2031, NATIONAL) is None
    assert estimate({1980: Decimal(5)}, 2020, NATIONAL) is None
    assert estimate({2031: Decimal(5)}, 2031, {}) == PeopleOfYear(Decimal(5), 2031), "what is known needs no series"


def test_that_the_list_of_municipalities_serves_where_nothing_was_entered() -> None:
    plan = plan_population(inventory(), (2019, 2020), GERMANY, WORDS, LISTED)
    assert [(d.year, d.source) for d in plan.filled] == [(2019, "scaled from 2020"), (2020, "list of 2020")]
    assert plan.filled[1].value == LISTED.value
    assert not plan.lacking
    plan = plan_population(inventory(population={2018: 6030}), (2019, 2020), GERMANY, WORDS, LISTED)
    assert {datum.source for datum in plan.filled} == {"scaled from 2018"}


def test_that_years_of_which_nothing_is_known_are_named() -> None:
    plan = plan_population(inventory(), (2020, 2022), GERMANY, WORDS)
    assert not plan.edits
    assert plan.lacking == (2020, 2022)


def test_that_estimates_are_renewed_when_a_number_was_entered() -> None:
    key = (2000, Indicator.POPULATION)
    of = apply_edits(inventory(), plan_population(inventory(), range(2000, 2021), GERMANY, WORDS, LISTED).edits)
    typed = BaseDatum(2000, Indicator.POPULATION, Decimal(5400), "census")
    of = apply_edits(of, [Edit(of.base_data[key], typed)])
    again = apply_edits(of, plan_population(of, range(2000, 2021), GERMANY, WORDS, LISTED, ESTIMATES).edits)
    assert again.base_data[key] == typed
    assert again.base_data[2001, Indicator.POPULATION].source == "scaled from 2000"
    assert again.base_data[2019, Indicator.POPULATION].source == "scaled from 2020"


YEARS = st.integers(1985, 2030)


@given(st.dictionaries(YEARS, st.integers(1, 10_000_000)), st.frozensets(YEARS), st.sampled_from([None, LISTED]))
def test_that_recorded_numbers_stay_and_filling_again_changes_nothing(
    recorded: dict[int, int], years: frozenset[int], listed: KnownInhabitants | None
) -> None:
    before = inventory(population=recorded)
    plan = plan_population(before, years, GERMANY, WORDS, listed, ESTIMATES)
    after = apply_edits(before, plan.edits)
    assert {datum.year for datum in plan.filled} | set(plan.lacking) == years - set(recorded)
    assert all(after.population(year) == people for year, people in recorded.items())
    assert not plan_population(after, years, GERMANY, WORDS, listed, ESTIMATES).edits
