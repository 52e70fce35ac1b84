from datetime import date
from datetime import timedelta

import pytest

from kbdesk.errors import UserError
from kbdesk.services import deadlines
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from kbdesk.texts.texts import Texts
from tests.services.conftest import CheckState


@pytest.fixture
def texts(reference: Reference) -> Texts:
    return reference.texts("en", "de")


def test_that_a_deadline_is_typed_as_people_write_days(project: Project, texts: Texts, check_state: CheckState) -> None:
    check_state(lambda: deadlines.record(project, "31.12.2026", "", texts))
    assert deadlines.deadline(project) == date(2026, 12, 31)
    check_state(lambda: deadlines.record(project, " ", "", texts))
    assert deadlines.deadline(project) is None
    assert deadlines.days_left(project) is None


def test_that_the_days_left_are_counted(project: Project, texts: Texts) -> None:
    for days in (39, 0, -3):
        day = project.today() + timedelta(days=days)
        deadlines.record(project, day.isoformat(), "", texts)
        assert deadlines.days_left(project) == days


def test_that_the_next_inventory_follows_the_rhythm(project: Project, texts: Texts, check_state: CheckState) -> None:
    assert deadlines.rhythm(project) == 3
    assert deadlines.next_inventory(project) == 2023
    check_state(lambda: deadlines.record(project, "", "5", texts))
    assert deadlines.next_inventory(project) == 2025
    check_state(lambda: deadlines.record(project, "", "3", texts))
    assert deadlines.rhythm(project) == 3


@pytest.mark.parametrize("rhythm", ["0", "often", "-1", "2.5", "99", "٣"])
def test_that_a_rhythm_that_is_none_is_refused_with_all_that_was_typed(
    project: Project, texts: Texts, rhythm: str
) -> None:
    with pytest.raises(UserError) as refused:
        deadlines.record(project, "2026-12-31", rhythm, texts)
    assert refused.value.code == "deadline.rhythm"
    assert deadlines.deadline(project) is None


def test_that_a_day_that_is_none_is_refused(project: Project, texts: Texts) -> None:
    with pytest.raises(UserError) as refused:
        deadlines.record(project, "soon", "", texts)
    assert refused.value.code == "deadline.not_a_day"
    assert deadlines.record(project, "", "3", texts) is None
