"""Data entry shown as in the window, on a real document."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbdesk.paths import DataDir
from kbdesk.ui.context import Context
from kbdesk.ui.panels.series_grid import SeriesGridPanel
from kbdesk.ui.panels.year_grid import YearGridPanel
from kbdesk.ui.places.data_entry import DataEntryPlace
from tests.builders import typical_inventory
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020, numbers="de") as opened:
        yield opened


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> DataEntryPlace:
    shown = DataEntryPlace(context)
    connected(context, shown)
    show_active(qtbot, shown, 1100, 800)
    shown.panel.setFocus()
    return shown


@pytest.fixture
def year(place: DataEntryPlace) -> YearGridPanel:
    shown = place.show_panel("year")
    assert isinstance(shown, YearGridPanel)
    shown.setFocus()
    return shown


@pytest.fixture
def series(place: DataEntryPlace) -> SeriesGridPanel:
    shown = place.show_panel("years")
    assert isinstance(shown, SeriesGridPanel)
    shown.setFocus()
    return shown
