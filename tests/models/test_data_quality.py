from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.data_quality import WEIGHTS
from kbdesk.models.data_quality import data_quality
from kbdesk.models.inventory import Grade
from tests.models.cases import case
from tests.models.cases import decimal

CASES = case("unit_data_quality")


@pytest.mark.parametrize("example", CASES["cases"], ids=str)
def test_that_the_worked_examples_hold(example: dict[str, object]) -> None:
    components = example["components"]
    assert isinstance(components, list)
    score = data_quality((Grade(grade) if grade else None, decimal(mwh)) for _, mwh, grade in components)
    expected = example["expected"]
    if expected is None:
        assert score is None
    else:
        assert score is not None
        assert abs(score - Decimal(str(expected))) < Decimal("1e-6")


def test_that_the_weights_are_the_published_ones() -> None:
    assert {str(grade): weight for grade, weight in WEIGHTS.items()} == CASES["weights"]


def test_that_ungraded_energy_makes_the_score_undefined_and_ungraded_zero_does_not() -> None:
    assert data_quality([(Grade.A, Decimal(1)), (None, Decimal(1))]) is None
    assert data_quality([(Grade.A, Decimal(1)), (None, Decimal(0))]) == 1
    assert data_quality([]) is None


@given(st.lists(st.tuples(st.sampled_from(Grade), st.decimals(1, 10**6, places=2)), min_size=1))
def test_that_the_score_lies_between_0_and_1(parts: list[tuple[Grade, Decimal]]) -> None:
    score = data_quality(parts)
    assert score is not None
    assert 0 <= score <= 1
