from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.measure_effects import Expected
from kbdesk.models.measure_effects import additional_t
from kbdesk.models.measure_effects import share
from kbdesk.models.measures import Measure
from kbdesk.models.measures import MeasureStatus

LIGHTS = Measure("m1", "LED", MeasureStatus.DECIDED, start_year=2024, end_year=2026, saving_t=Decimal(90))
YEARS = st.integers(1990, 2060)


def test_that_the_effect_grows_evenly_from_the_first_year_to_that_of_full_effect() -> None:
    shares = [share(LIGHTS, year) for year in range(2023, 2028)]
    assert shares == [0, Decimal(1) / 3, Decimal(2) / 3, 1, 1]


def test_that_a_measure_with_one_year_has_its_full_effect_from_then_on() -> None:
    for measure in (Measure("a", "A", start_year=2025), Measure("a", "A", end_year=2025)):
        assert [share(measure, year) for year in (2024, 2025, 2040)] == [0, 1, 1]


def test_that_a_measure_without_years_has_no_effect() -> None:
    assert share(Measure("a", "A"), 2030) == 0
    assert not Expected(Measure("a", "A", MeasureStatus.RUNNING), Decimal(5)).counts


def test_that_what_the_latest_inventory_shows_already_is_not_expected_again() -> None:
    lights = Expected(LIGHTS, LIGHTS.saving_t)
    assert lights.additional_t(2030, 2023) == 90
    assert lights.additional_t(2030, 2025) == 30
    assert lights.additional_t(2030, 2026) == 0
    assert lights.additional_t(2024, 2025) == 0


def test_that_ideas_and_dropped_measures_are_not_counted() -> None:
    found = [
        Expected(Measure(s.value, s.value, s, start_year=2024, saving_t=Decimal(10)), Decimal(10))
        for s in MeasureStatus
    ]
    assert additional_t(found, 2030, 2023) == 30
    assert [each.measure.status.value for each in found if each.counts] == ["decided", "running", "done"]


def test_that_a_saving_nobody_knows_is_missing_and_not_nothing() -> None:
    unknown = Expected(Measure("a", "A", MeasureStatus.RUNNING, start_year=2024), None)
    assert not unknown.counts
    assert additional_t([unknown], 2030, 2023) == 0


@given(start=YEARS, length=st.integers(0, 20), year=YEARS)
def test_that_a_share_never_falls_and_stays_between_nothing_and_all(start: int, length: int, year: int) -> None:
    measure = Measure("a", "A", start_year=start, end_year=start + length)
    assert 0 <= share(measure, year) <= share(measure, year + 1) <= 1
    assert share(measure, start + length) == 1
