"""Every chart answers one question."""

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.charts.compute import CHART_KINDS
from kbdesk.charts.kinds import DEFAULT
from kbdesk.charts.kinds import QUESTIONS
from kbdesk.charts.kinds import by_question
from kbdesk.charts.kinds import kind_title

NAMED = [kind for question in QUESTIONS for kind in question.kinds]


@given(st.lists(st.sampled_from([*NAMED, "new", "newer"]), unique=True))
def test_that_every_kind_stands_under_one_question(kinds: list[str]) -> None:
    found = [kind for question in by_question(kinds) for kind in question.kinds]
    assert sorted(found) == sorted(kinds)
    assert all(question.kinds for question in by_question(kinds))


def test_that_an_unknown_kind_appears_by_itself() -> None:
    (question,) = by_question(["brand-new"])
    assert (question.id, question.kinds) == (DEFAULT, ("brand-new",))
    assert kind_title("brand-new") == "Brand new"


def test_that_every_chart_there_is_has_a_question_and_a_title() -> None:
    assert set(CHART_KINDS) <= set(NAMED)
    assert kind_title("windows") == "Five years"
