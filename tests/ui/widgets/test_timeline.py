"""A timeline: every bar in its place, read by the keyboard and in words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.paths import resources_dir
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.timeline import Timeline
from kbdesk.ui.widgets.timeline import period
from kbdesk.ui.widgets.timeline_painting import Scale
from kbdesk.ui.widgets.timeline_painting import TimelineBar
from tests.ui.keyboard import press

BARS = (
    TimelineBar("a", "Twin town", "since 1968, running", 1968, None, goes_on=True),
    TimelineBar("b", "Miles", "2014–2018, finished", 2014, 2018, is_finished=True),
    TimelineBar("c", "Network", "2027–2030, planned", 2027, 2030, is_planned=True),
    TimelineBar("d", "Until", "until 2001, finished", None, 2001, is_finished=True),
    TimelineBar("e", "Mobility day", "year not known, running", None, None),
)
years = st.integers(1900, 2100)


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline(Theme(resources_dir() / "icons", QApplication.palette()), "Activities over the years")
    qtbot.addWidget(made, before_close_func=lambda widget: widget.hide())
    made.show_bars(BARS, 2026, "5 activities since 1968")
    made.resize(700, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_that_the_years_reach_from_the_first_bar_to_the_last() -> None:
    assert period(BARS, 2026) == (1968, 2030)
    assert period((), 2026) == (2026, 2026)


@given(first=years, span=st.integers(0, 150), width=st.integers(200, 3000), widest=st.integers(0, 900))
def test_that_years_are_in_order_and_inside(first: int, span: int, width: int, widest: int) -> None:
    scale = Scale()
    scale.show(first, first + span, first, widest)
    places = [scale.x(year, width) for year in range(first, first + span + 2)]
    assert places == sorted(places)
    assert scale.labels(width) <= places[0]
    assert places[-1] <= width


@given(first=years, span=st.integers(0, 150), width=st.integers(300, 3000))
def test_that_written_years_do_not_touch(qapp: QApplication, first: int, span: int, width: int) -> None:
    scale, metrics = Scale(), QFontMetrics(qapp.font())
    scale.show(first, first + span, first, 100)
    written = [scale.x(year, width) for year in scale.ticks(width, metrics)]
    needed = metrics.horizontalAdvance("2000")
    assert all(later - earlier > needed for earlier, later in pairwise(written))


def test_that_every_bar_is_read_in_words(timeline: Timeline) -> None:
    read = [timeline.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(BARS))]
    assert read[0] == "Twin town: since 1968, running"
    assert read[-1] == "Mobility day: year not known, running"
    assert timeline.list.accessibleDescription() == "5 activities since 1968"


def test_that_the_arrow_keys_go_through_the_bars_and_enter_opens_one(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.list.setFocus()
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(timeline.wanted) as told:
        press(Qt.Key.Key_Return)
    assert told.args == ["b"]
    timeline.show_bars(BARS[:2], 2026, "2 activities")
    assert timeline.list.currentRow() == 1


def test_that_all_lines_are_seen_and_drawn(timeline: Timeline) -> None:
    assert not timeline.list.verticalScrollBar().isVisible()
    drawn = timeline.grab().toImage()
    theme = Theme(resources_dir() / "icons", QApplication.palette())
    wanted = {theme.accent.rgb(), theme.muted.rgb()}
    found = {drawn.pixel(x, y) for x in range(0, drawn.width(), 2) for y in range(drawn.height())}
    assert wanted <= found
