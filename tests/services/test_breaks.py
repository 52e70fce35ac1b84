"""Breaks are marked, changed and taken back; another factor set can be marked as one."""

import pytest

from kbdesk.errors import UserError
from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.services import base_data
from kbdesk.services import breaks
from kbdesk.services.project import Project
from tests.services.conftest import CheckState

SET = "com-lca-co2e-2024"


def test_that_a_break_is_marked_changed_and_removed(project: Project, check_state: CheckState) -> None:
    check_state(lambda: breaks.mark_break(project, 2015, BreakKind.METHOD, "  traffic \n counted anew "))
    assert breaks.breaks(project) == (Break(2015, BreakKind.METHOD, "traffic counted anew"),)
    check_state(lambda: breaks.mark_break(project, 2015, BreakKind.DATA, "traffic measured"))
    (marked,) = breaks.breaks(project)
    assert marked.kind is BreakKind.DATA
    check_state(lambda: breaks.remove_break(project, marked))
    assert breaks.breaks(project) == ()
    assert breaks.remove_break(project, marked) is None


def test_that_a_break_of_one_sector_stands_beside_that_of_all(project: Project) -> None:
    breaks.mark_break(project, 2015, BreakKind.METHOD, "new tool")
    breaks.mark_break(project, 2015, BreakKind.DATA, "meters", "tertiary")
    assert [each.sector for each in breaks.breaks(project)] == ["", "tertiary"]


def test_that_a_break_without_a_sentence_is_refused(project: Project) -> None:
    with pytest.raises(UserError) as caught:
        breaks.mark_break(project, 2015, BreakKind.METHOD, " ")
    assert caught.value.code == "break.no_sentence"


def test_that_another_factor_set_and_its_break_are_one_step(project: Project, check_state: CheckState) -> None:
    texts = project.reference.texts("en")
    check_state(lambda: breaks.change_factor_set(project, SET, 2020, texts))
    (marked,) = breaks.breaks(project)
    assert (marked.year, marked.kind) == (2020, BreakKind.FACTORS)
    assert "instead of BISKO" in marked.text
    project.undo()
    assert breaks.breaks(project) == ()
    assert project.factor_set.id == "bisko"


def test_that_a_break_that_stands_there_already_says_both(project: Project) -> None:
    breaks.mark_break(project, 2020, BreakKind.METHOD, "new tool")
    breaks.change_factor_set(project, SET, 2020, project.reference.texts("en"))
    (marked,) = breaks.breaks(project)
    assert marked.kind is BreakKind.METHOD
    assert marked.text.startswith("new tool; factor set ")


def test_that_without_a_wish_no_break_is_marked(project: Project) -> None:
    breaks.change_factor_set(project, SET, None, project.reference.texts("en"))
    assert breaks.breaks(project) == ()
    assert project.factor_set.id == SET


def test_that_the_break_of_a_factor_set_stands_where_own_results_follow_published_ones(project: Project) -> None:
    assert breaks.factor_break_year(project) == 2020
    assert not breaks.breaks_with_other_factors(project)
    base_data.record_published_total(project, 2000, "70000", ".")
    assert breaks.factor_break_year(project) == 2010
    assert breaks.breaks_with_other_factors(project)
