"""Progress: the charts by question with picture and table, and the commitments; copied, saved, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent
from PySide6.QtCore import QObject
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kbdesk.charts.draw import draw_chart
from kbdesk.charts.style import ChartStyle
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services import charting
from kbdesk.services import data_entry
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from kbdesk.ui.change_bus import ChangeBus
from kbdesk.ui.context import Context
from kbdesk.ui.places.progress import ProgressPlace
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.chart_canvas import Drawing
from kbdesk.ui.widgets.message_bar import MessageBar
from kbdesk.ui.widgets.plain_table import RowsTableModel
from tests.builders import entry
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.builders import typical_inventory
from tests.ui.keyboard import press
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as shared:
        yield shared


def shown(qtbot: QtBot, context: Context) -> ProgressPlace:
    place = ProgressPlace(context)
    place.refresh(None)
    show_active(qtbot, place, 1000, 800)
    return place


def test_that_every_chart_has_a_tab_with_picture_and_table(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    assert sorted(place.kinds) == sorted(charting.CHART_KINDS)
    assert [place.tabs.tabText(at) for at in (0, place.tabs.count() - 1)] == ["On track?", "Tables"]
    for kind in place.kinds:
        place.show_target(kind)
        panel = place.panel(kind)
        chart = panel.canvas.chart
        assert chart is not None
        assert panel.sentence.text() == chart.sentence
        assert panel.canvas.accessibleName() == chart.title
        assert panel.canvas.accessibleDescription() == chart.alt_text
        assert not panel.canvas.grab().isNull()
        panel.table_button.click()
        assert panel.shows_table
        assert panel.table_button.text() == "Show picture"
        assert panel.table.rows.rowCount() == len(chart.table().rows)
        assert panel.sentence.isVisible()
        panel.table_button.click()
        assert panel.table_button.text() == "Show table"


def test_that_charts_are_computed_when_their_tab_is_chosen(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    assert place.panel("per-inhabitant").canvas.chart is not None
    assert place.panel("sectors").canvas.chart is None
    place.show_target("sectors")
    assert place.panel("sectors").isVisible()
    assert place.panel("sectors").canvas.chart is not None


def test_that_pictures_are_gone_through_by_keyboard(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    seen = []
    for _ in place.kinds:
        seen.append(next(kind for kind in place.kinds if place.panel(kind).isVisible()))
        press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert tuple(seen) == place.kinds
    assert place.tabs.currentWidget() is place.tables
    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert place.panel(place.kinds[-1]).isVisible()


def test_that_the_arrow_keys_choose_among_the_pictures_of_a_question(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    page = place.pages[0]
    page.choice.buttons[page.kinds[0]].setFocus()
    press(Qt.Key.Key_Right)
    assert page.kind == page.kinds[1]
    assert page.shown.isVisible()
    assert page.shown.chart is not None
    assert page.choice.buttons[page.kinds[1]].isChecked()


@pytest.mark.parametrize("kind", ["per-inhabitant", "causes", "weather"])
def test_that_the_tab_key_goes_from_the_row_through_the_picture_to_the_commitments(
    qtbot: QtBot, context: Context, kind: str
) -> None:
    place = shown(qtbot, context)
    place.show_target(kind)
    page = next(page for page in place.pages if kind in page.kinds)
    page.choice.buttons[kind].setFocus()
    stops = [stop for stop in place.panel(kind).stops() if stop.isVisible() and stop.isEnabled()]
    for stop in (*stops, place.choose):
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop


def test_that_the_finding_stands_there_before_the_picture_is_drawn(qtbot: QtBot, context: Context) -> None:
    place = ProgressPlace(context)
    place.refresh(None)
    canvas = place.panel("per-inhabitant").canvas
    place.resize(1000, 800)
    words = canvas.grab().toImage()
    assert not canvas.is_drawn
    show_active(qtbot, place, 1000, 800)
    qtbot.waitUntil(lambda: canvas.is_drawn)
    assert canvas.grab().toImage() != words


def test_that_the_picture_is_copied_with_its_words(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    panel = place.panel("per-inhabitant")
    panel.copy_button.click()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.hasImage()
    assert "Emissionen je Einwohner: Dudenhofen" in copied.text()


def test_that_what_is_copied_has_the_language_of_reports(qtbot: QtBot, context: Context) -> None:
    panel = shown(qtbot, context).panel("per-inhabitant")
    panel.table_button.click()
    for language, year in (("", "Jahr"), ("en", "Year")):
        settings = context.desk.settings.load()
        settings.report_language = language
        context.desk.settings.save(settings)
        panel.copy_button.click()
        copied = QGuiApplication.clipboard().mimeData()
        assert copied.text().startswith(f"{year}\t")
        assert f'<th scope="col">{year}</th>' in copied.html()
    assert panel.table.rows.headerData(0, Qt.Orientation.Horizontal) == "Year"


def test_that_the_table_is_copied_as_a_spreadsheet_takes_it(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    panel = place.panel("per-inhabitant")
    panel.table_button.click()
    panel.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[0] == "Jahr"
    assert lines[1].split("\t")[0] == "2010"
    qtbot.waitUntil(lambda: panel.table.columnAt(0) == 0)
    panel.table.selectRow(1)
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text().split("\t")[0] == "2020"


@pytest.mark.parametrize(
    ("typed", "kind", "start"),
    [
        ("chart.png", "Picture (*.png)", b"\x89PNG"),
        ("chart", "Drawing (*.svg)", b"<?xml"),
        ("chart.pdf", "PDF (*.pdf)", b"%PDF"),
        ("chart", "Table as a workbook (*.xlsx)", b"PK"),
        ("chart", "Table as text (*.csv)", b"\xef\xbb\xbfJahr"),
    ],
)
def test_that_a_chart_is_saved_as_what_was_chosen(
    qtbot: QtBot,
    context: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    kind: str,
    start: bytes,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), kind))
    place = shown(qtbot, context)
    place.panel("sectors").save_button.click()
    saved = next(path for path in tmp_path.iterdir() if path.stem == "chart")
    assert saved.suffix == kind.rpartition("*")[2].rstrip(")")
    assert saved.read_bytes().startswith(start)
    assert str(saved) in context.messages.text
    context.messages.hide()


def test_that_a_chart_that_cannot_be_saved_is_a_sentence(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = shown(qtbot, context)
    target = str(tmp_path / "nowhere" / "chart.png")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, "Picture (*.png)"))
    place.panel("sectors").save_button.click()
    assert "nowhere" in context.messages.text
    context.messages.hide()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    place.panel("sectors").save_button.click()
    assert context.messages.text == ""


def test_that_commitments_stand_below_with_verdict_in_words(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    rows = place.commitments.rows
    assert rows.rowCount() == len(context.project.progress)
    assert rows.index(0, 1).data() in {"on track", "off track", "target reached", "not assessable"}
    assert rows.index(0, 1).data(Qt.ItemDataRole.DecorationRole) is not None
    assert rows.index(0, 2).data() == "2020"
    assert rows.index(1, 3).data().endswith(" t")
    assert rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Verdict: ")
    state = ProgressPlace.state(context)
    assert state is not None
    assert state.word == "off track"


@pytest.mark.parametrize(
    ("records", "word"),
    [
        (inventory(), "not assessable"),
        (minimal_inventory(), "not assessable"),
        (inventory([entry(2020, "residential", "electricity", "10")]), "not assessable"),
    ],
    ids=["empty", "one year", "no population"],
)
def test_that_little_data_still_makes_a_place(
    qtbot: QtBot, tmp_path: Path, data_dir: DataDir, records: Inventory, word: str
) -> None:
    with open_document(tmp_path, data_dir, records, 2020) as context:
        place = shown(qtbot, context)
        for _ in range(len(place.kinds) + 1):
            place.step(1)
            assert not place.tabs.currentWidget().grab().isNull()
        words = {place.commitments.rows.index(row, 1).data() for row in range(place.commitments.rows.rowCount())}
        assert word in words


def test_that_the_sample_shows_the_real_fall(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    desk = Desk(Reference(resources_dir()), data_dir)
    with desk.create_sample(tmp_path / "sample.kbdesk") as project:
        texts, theme = desk.reference.texts("en"), Theme(resources_dir() / "icons", QGuiApplication.palette())
        messages = MessageBar(theme, texts)
        place = shown(qtbot, Context(desk, project, texts, ChangeBus(), messages, theme, 2015))
        assert place.headline.text().startswith("6.5 t per inhabitant in 2015: off track.")
        assert not place.panel("per-inhabitant").canvas.grab().isNull()
        messages.deleteLater()


def test_that_a_change_is_followed_and_a_resize_redraws(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    canvas = place.panel("per-inhabitant").canvas
    qtbot.waitUntil(lambda: canvas.is_drawn)
    first = canvas.grab().toImage()
    before = canvas.chart
    change = data_entry.record_quantity(context.project, EntryKey(2020, "residential", "natural_gas"), "9000", ".")
    place.refresh(change)
    assert canvas.chart != before
    assert canvas.grab().toImage() != first
    canvas.resize(canvas.size() + QSize(40, 40))
    stretched = canvas.grab().toImage()
    qtbot.waitUntil(lambda: canvas.grab().toImage() != stretched)


def test_that_the_picture_is_as_it_is_saved(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    place = shown(qtbot, context)
    canvas = place.panel("per-inhabitant").canvas
    chart = canvas.chart
    assert chart is not None
    canvas.setFixedSize(640, 400)
    canvas.clearFocus()
    qtbot.waitUntil(lambda: canvas.size() == QSize(640, 400))
    canvas.show_chart(chart)
    qtbot.wait(100)
    figure = Figure(figsize=(640 / 96, 400 / 96), dpi=96)
    FigureCanvasAgg(figure)
    draw_chart(chart, figure, ChartStyle())
    figure.savefig(tmp_path / "same.png", dpi=96)
    drawn = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert drawn == QImage(str(tmp_path / "same.png")).convertToFormat(QImage.Format.Format_RGB32)


def test_that_the_focus_of_the_picture_can_be_seen(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    canvas = place.panel("per-inhabitant").canvas
    canvas.grab()
    canvas.clearFocus()
    before = canvas.grab().toImage()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert canvas.grab().toImage() != before


def test_that_the_rows_model_is_sound(qtbot: QtBot) -> None:
    model = RowsTableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(("a", "b"), [("x", "1"), ("y", "2")], numbers=(1,))
    assert model.as_text() == "a\tb\nx\t1\ny\t2"
    assert model.as_text([model.index(0, 1), model.index(1, 0)]) == "\t1\ny\t"
    assert model.headerData(5, Qt.Orientation.Horizontal) is None
    model.show_rows((), [])
    tester.deleteLater()
    model.deleteLater()


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_that_a_picture_has_every_pixel_at_odd_sizes(qtbot: QtBot, context: Context, scale: float) -> None:
    canvas = shown(qtbot, context).panel("per-inhabitant").canvas
    chart = canvas.chart
    assert chart is not None
    drawing = Drawing()
    for size in (QSize(653, 401), QSize(641, 333), QSize(519, 477)):
        image = drawing.image(chart, ChartStyle(), size, scale)
        assert image.size() == QSize(round(size.width() * scale), round(size.height() * scale))
        edges = {image.pixelColor(x, y).name() for x in (0, image.width() - 1) for y in range(image.height())}
        assert edges == {"#ffffff"}


def test_that_the_tables_of_a_year_are_shown_and_copied(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    place.tabs.setCurrentWidget(place.tables)
    tables = place.tables
    assert tables.heading.text() == "Final energy by sector and energy carrier [MWh], 2020"
    for at in range(tables.chooser.count()):
        tables.chooser.setCurrentIndex(at)
        tables.chooser.activated.emit(at)
        assert tables.table.rows.rowCount() > 3
        assert tables.table.accessibleName() == tables.heading.text()
    tables.copy_button.click()
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("Sector\tScope 1: emitted here\t")
    context.year = 2010
    place.show_year(2010)
    assert tables.heading.text().endswith(", 2010")
    context.year = 1999
    place.show_year(1999)
    assert tables.note.text() == "There are no values of 1999 yet."
    assert not tables.copy_button.isEnabled()


def test_that_a_table_settles_at_every_size_of_the_window(qtbot: QtBot, context: Context) -> None:
    """A table whose height follows its width must not chase the page's scroll bar for ever."""
    place = shown(qtbot, context)
    resizes = 0

    class Counter(QObject):
        @override
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            nonlocal resizes
            resizes += event.type() == QEvent.Type.Resize
            return False

    counter = Counter()
    for kind in place.kinds:
        panel = place.panel(kind)
        place.show_target(kind)
        panel.table_button.click()
        panel.table.installEventFilter(counter)
        for width in range(700, 1100, 7):
            resizes = 0
            place.resize(width, 700)
            for _ in range(5):
                QApplication.processEvents()
            assert resizes < 20
        panel.table.removeEventFilter(counter)
