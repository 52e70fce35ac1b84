"""The causes of a change from the window: between which years, and what the tables say."""

from PySide6.QtCore import Qt

from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.places.chart_panel import ChartPanel
from kbdesk.ui.places.progress import ProgressPlace
from kbdesk.ui.widgets.compared_years import ComparedYears


def causes(sample: MainWindow) -> tuple[ChartPanel, ComparedYears]:
    sample.show_place("progress")
    place = sample.frame.stack.shown
    assert isinstance(place, ProgressPlace)
    place.show_target("causes")
    panel = place.panel("causes")
    (chooser,) = panel.findChildren(ComparedYears)
    return panel, chooser


def choose(chooser: ComparedYears, year: int) -> None:
    chooser.first.setCurrentIndex(chooser.first.findData(str(year)))
    chooser.first.activated.emit(chooser.first.currentIndex())


def test_that_the_years_that_were_chosen_are_compared(sample: MainWindow) -> None:
    panel, chooser = causes(sample)
    assert chooser.years == (1990, 2015)
    choose(chooser, 2005)
    assert panel.chart is not None
    assert panel.chart.sentence.startswith("2015 against 2005")


def test_that_the_table_shows_the_effects_by_sector_and_carrier_of_those_years(sample: MainWindow) -> None:
    panel, chooser = causes(sample)
    panel.table_button.click()
    choose(chooser, 2005)
    model = panel.table.rows
    header = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for column in range(model.columnCount())
    ]
    assert header[2] == "2005 [t]"
    assert "Weather" in header
    parts = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert parts == {"Total", "Sector", "Energy carrier"}
