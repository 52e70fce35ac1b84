"""The strip of years on the board shows the newest years whole, however many there are."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kbdesk.paths import DataDir
from kbdesk.ui.places.overview import OverviewPlace
from kbdesk.ui.widgets.year_strip import YearStrip
from tests.builders import entry
from tests.builders import inventory
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active


def test_that_the_newest_years_are_seen_first_and_whole(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    found = inventory([entry(year, "residential", "electricity", "9650") for year in range(1990, 2023)])
    with open_document(tmp_path, data_dir, found, 2022) as context:
        place = OverviewPlace(context)
        place.refresh(None)
        show_active(qtbot, place, 860, 640)
        strip = place.findChild(YearStrip)
        assert strip is not None
        last = strip.strip_model.index(0, len(strip.strip_model.years) - 1)
        assert strip.strip_model.years[-1] == 2022
        assert strip.viewport().rect().contains(strip.visualRect(last))
        assert strip.columnAt(0) >= 0
        first = strip.strip_model.index(0, strip.columnAt(0))
        assert strip.visualRect(first).left() == 0
