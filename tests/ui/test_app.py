"""Starting the program: arguments, language, log, failures, and what holds for every field."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtCore import QPoint
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QDateEdit
from PySide6.QtWidgets import QDial
from PySide6.QtWidgets import QDoubleSpinBox
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QSlider
from PySide6.QtWidgets import QSpinBox
from PySide6.QtWidgets import QTabBar
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.app import Program
from kbdesk.app import chosen_language
from kbdesk.app import start_log
from kbdesk.paths import DataDir
from kbdesk.services.desk import Desk
from kbdesk.ui.theme import Meaning
from kbdesk.ui.widgets.wheel_guard import WheelGuard


@pytest.fixture
def program(qapp: QApplication, desk: Desk) -> Iterator[Program]:
    started = Program(qapp, desk)
    yield started
    started.window.close()
    started.end()
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def no_handlers() -> Iterator[None]:
    """The log as it was before, after the test."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in [h for h in root.handlers if h not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_that_the_window_opens_with_the_sample(program: Program) -> None:
    program.open_arguments(["--sample"])
    assert program.window.windowTitle() == "Münster.kbdesk — kbdesk"


def test_that_the_window_opens_with_a_document(program: Program, desk: Desk, tmp_path: Path) -> None:
    desk.create_sample(tmp_path / "named.kbdesk").close()
    program.open_arguments([str(tmp_path / "named.kbdesk")])
    assert program.window.windowTitle() == "named.kbdesk — kbdesk"


def test_that_a_document_that_is_not_there_is_said_to_be_missing(program: Program, tmp_path: Path) -> None:
    program.open_arguments([str(tmp_path / "missing.kbdesk"), "--unknown"])
    assert program.window.messages.meaning is Meaning.ERROR
    assert "missing.kbdesk" in program.window.messages.text


def test_that_an_unexpected_exception_keeps_the_window(
    program: Program, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program.catch_failures(tmp_path / "kbdesk.log")
    program.window.show()
    error = ZeroDivisionError("unexpected")
    sys.excepthook(type(error), error, None)
    assert [record.exc_info is not None for record in caplog.records] == [True]
    caplog.clear()
    assert program.window.isVisible()
    assert "Your data are saved" in program.window.messages.text


def test_that_qt_speaks_the_language_of_the_window(program: Program, qapp: QApplication) -> None:
    program.window.use_language("de")
    assert qapp.translate("QLineEdit", "&Copy") == "&Kopieren"
    program.window.use_language("en")
    assert qapp.translate("QLineEdit", "&Copy") == "&Copy"


@pytest.mark.parametrize(("wanted", "used"), [("de", "de"), ("de_AT", "de"), ("de-CH", "de"), ("fr", "en"), ("", "en")])
def test_that_a_language_that_is_not_shipped_becomes_english(
    monkeypatch: pytest.MonkeyPatch, wanted: str, used: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("en_GB"))
    assert chosen_language(wanted) == used


def test_that_the_language_of_the_system_is_used_where_none_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    assert chosen_language("") == "de"
    assert chosen_language("en") == "en"


@pytest.mark.usefixtures("no_handlers")
def test_that_the_log_is_in_the_folder_of_the_user(data_dir: DataDir) -> None:
    path = start_log(data_dir)
    logging.getLogger("kbdesk").info("something happened")
    assert "something happened" in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("no_handlers")
def test_that_the_program_runs_without_a_log_where_none_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = start_log(DataDir(tmp_path / "file"))
    logging.getLogger("kbdesk").info("lost")
    assert not path.exists()


def wheel(over: QWidget) -> None:
    """Turn the wheel as the system reports it: at a place of the window."""
    top = over.window()
    QTest.wheelEvent(top.windowHandle(), QPointF(over.mapTo(top, over.rect().center())), QPoint(0, -120))


def test_that_the_wheel_scrolls_and_changes_no_value(qtbot: QtBot, qapp: QApplication) -> None:
    combo, spin, double, slider, dial, tabs = QComboBox(), QSpinBox(), QDoubleSpinBox(), QSlider(), QDial(), QTabBar()
    editable, day = QComboBox(), QDateEdit()
    editable.setEditable(True)
    for box in (combo, editable):
        box.addItems(["one", "two", "three"])
        box.setCurrentIndex(1)
    for name in ("one", "two", "three"):
        tabs.addTab(name)
    tabs.setCurrentIndex(1)
    for ranged in (spin, slider, dial):
        ranged.setRange(0, 100)
        ranged.setValue(50)
    double.setValue(50)
    fields: list[QWidget] = [combo, editable, spin, double, slider, dial, tabs, day]

    def values() -> list[object]:
        return [
            combo.currentIndex(),
            editable.currentIndex(),
            spin.value(),
            double.value(),
            slider.value(),
            dial.value(),
            tabs.currentIndex(),
            day.date(),
        ]

    area, body = QScrollArea(), QWidget()
    column = QVBoxLayout(body)
    for field in fields:
        column.addWidget(field)
    column.addStretch(1)
    body.setMinimumHeight(3000)
    area.setWidgetResizable(True)
    area.setWidget(body)
    area.resize(400, 600)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    guard = WheelGuard()
    qapp.installEventFilter(guard)
    before = values()
    for number, field in enumerate(fields, start=1):
        field.setFocus()
        wheel(field)
        assert area.verticalScrollBar().value() > 0, number
        area.verticalScrollBar().setValue(0)
    for spin_box in (spin, double, day):
        wheel(spin_box.findChild(QLineEdit) or spin_box)
    assert values() == before
    area.hide()


def test_that_the_program_starts_and_ends_as_a_process(data_dir: DataDir) -> None:
    script = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from kbdesk.app import open_window
from kbdesk.paths import DataDir
application = QApplication(["kbdesk"])
def close_when_shown():
    window = QApplication.activeWindow()
    if window is not None and window.context is not None:
        window.close()
timer = QTimer()
timer.timeout.connect(close_when_shown)
timer.start(20)
code = open_window(["--sample"], DataDir(Path(sys.argv[1])), "de").run()
print(code)
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, str(data_dir.root)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "0", done.stderr
    assert (data_dir.documents / "Münster.kbdesk").is_file()
    assert (data_dir.logs / "kbdesk.log").is_file()
