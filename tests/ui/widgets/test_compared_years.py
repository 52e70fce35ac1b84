"""Two years are chosen; the later one is always later; a choice lasts until its year is gone."""

import pytest
from pytestqt.qtbot import QtBot

from kbdesk.paths import resources_dir
from kbdesk.services.reference import Reference
from kbdesk.ui.widgets.compared_years import ComparedYears
from tests.ui.conftest import nameless
from tests.ui.open_document import show_active

YEARS = (1990, 2005, 2015, 2020)


@pytest.fixture
def chooser(qtbot: QtBot) -> ComparedYears:
    made = ComparedYears(Reference(resources_dir()).texts("en"))
    show_active(qtbot, made, 600, 80)
    made.offer(YEARS, (1990, 2020))
    return made


def choose(chooser: ComparedYears, *, first: int | None = None, last: int | None = None) -> None:
    box, year = (chooser.first, first) if first is not None else (chooser.last, last)
    box.setCurrentIndex(box.findData(str(year)))
    box.activated.emit(box.currentIndex())


def offered(chooser: ComparedYears) -> list[str]:
    return [chooser.last.itemText(at) for at in range(chooser.last.count())]


def test_that_the_usual_years_are_shown_and_every_field_has_a_name(chooser: ComparedYears) -> None:
    assert chooser.years == (1990, 2020)
    assert nameless(chooser) == []


def test_that_a_choice_is_told_and_stays_when_a_year_is_added(qtbot: QtBot, chooser: ComparedYears) -> None:
    with qtbot.waitSignal(chooser.changed):
        choose(chooser, first=2005)
    choose(chooser, last=2015)
    chooser.offer((*YEARS, 2021), (1990, 2021))
    assert chooser.years == (2005, 2015)


def test_that_only_later_years_can_be_the_later_one(chooser: ComparedYears) -> None:
    choose(chooser, first=2005)
    choose(chooser, last=2015)
    choose(chooser, first=2015)
    assert chooser.years == (2015, 2020)
    assert offered(chooser) == ["2020"]


def test_that_a_choice_whose_year_is_gone_gives_way_to_the_usual_years(chooser: ComparedYears) -> None:
    choose(chooser, first=2005)
    chooser.offer((1990, 2015, 2020), (1990, 2020))
    assert chooser.years == (1990, 2020)


@pytest.mark.parametrize("years", [(), (2015,)])
def test_that_without_two_years_there_is_nothing_to_choose(chooser: ComparedYears, years: tuple[int, ...]) -> None:
    chooser.offer(years, None)
    assert chooser.years is None
    assert not chooser.isVisible()
