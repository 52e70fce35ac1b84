import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.charts.axes import value_axis
from kbdesk.texts.numbers import Numbers

EN, DE = Numbers("en"), Numbers("de")


def test_that_steps_are_round_and_written_as_the_locale_does() -> None:
    assert [tick.label for tick in value_axis(DE, 2516).ticks] == ["0", "500", "1.000", "1.500", "2.000", "2.500"]
    assert [tick.label for tick in value_axis(EN, 1.0).ticks] == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]


def test_that_percent_has_whole_steps_and_a_real_minus() -> None:
    axis = value_axis(EN, 0.0, -0.115, percent=True)
    assert [tick.label for tick in axis.ticks] == [f"−{n}\u202f%" for n in (12, 10, 8, 6, 4, 2)] + ["0\u202f%"]


def test_that_without_values_there_is_an_axis_all_the_same() -> None:
    axis = value_axis(EN, 0.0)
    assert (axis.low, axis.ticks[0].value) == (0.0, 0.0)
    assert axis.high > 0


@given(high=st.floats(0, 1e9), low=st.floats(-1e9, 0), percent=st.booleans())
def test_that_zero_is_a_tick_and_every_value_has_room(high: float, low: float, *, percent: bool) -> None:
    axis = value_axis(EN, high, low, percent=percent)
    assert axis.low - 1e-6 <= low <= 0 <= high <= axis.high + 1e-6
    assert axis.low == 0 or low < 0
    assert any(tick.value == 0 for tick in axis.ticks)
    assert 2 <= len(axis.ticks) <= 9


@pytest.mark.parametrize("high", [2.5, 9.15, 13.6, 71, 802, 2516, 70989])
def test_that_labels_are_all_different(high: float) -> None:
    labels = [tick.label for tick in value_axis(EN, high).ticks]
    assert len(set(labels)) == len(labels)


def test_that_numbers_below_zero_have_a_minus_sign() -> None:
    labels = [tick.label for tick in value_axis(Numbers("de"), 0.0, -1000.0).ticks]
    assert labels[0] == "−1.000"
    assert not any("-" in label for label in labels)
