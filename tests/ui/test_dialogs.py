"""Settings, shortcuts and licences in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kbdesk.services.desk import Desk
from kbdesk.texts.texts import LANGUAGES
from kbdesk.ui.dialogs.about_dialog import AboutDialog
from kbdesk.ui.dialogs.settings_dialog import SettingsDialog
from kbdesk.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from kbdesk.ui.handbook import HandbookWindow
from kbdesk.ui.handbook import handbook_page
from kbdesk.ui.main_window import MainWindow


def test_that_settings_are_kept_and_used_at_once(sample: MainWindow, desk: Desk) -> None:
    sample.show_settings()
    dialog = sample.findChild(SettingsDialog)
    assert dialog is not None
    dialog.name.setText("A. Weber")
    dialog.office.setText("Klimaschutz")
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    dialog.numbers.setCurrentIndex(dialog.numbers.findData("en"))
    dialog.reports.setCurrentIndex(dialog.reports.findData("en"))
    dialog.accept()
    kept = desk.settings.load()
    assert (kept.name, kept.office, kept.language, kept.number_locale) == ("A. Weber", "Klimaschutz", "de", "en")
    assert kept.report_language == "en"
    assert sample.texts.language == "de"
    assert sample.texts.numbers.decimal_mark == "."


def test_that_every_shortcut_is_listed_and_none_is_given_twice(sample: MainWindow) -> None:
    keys = [keys for keys, _, _ in sample.frame.menus.shortcuts()]
    single = [key for several in keys for key in several.split(", ")]
    assert len(single) == len(set(single))
    sample.show_shortcuts()
    dialog = sample.findChild(ShortcutsDialog)
    assert dialog is not None
    listed = dialog.table.rows.as_text()
    for shown in (*keys, "Undo", "Data entry", "F8", "F2", "Ctrl+Return", "Ctrl+D", "Ctrl+F", "Del", "Esc"):
        assert shown in listed
    dialog.reject()


def test_that_about_names_the_factor_sets_with_their_licences(window: MainWindow) -> None:
    window.show_about()
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    for shown in ("BISKO", "JRC 2024", "CC BY 4.0", "Lucide", "Eurostat"):
        assert shown in dialog.table.rows.as_text()
    dialog.reject()


def test_that_the_handbook_is_read_beside_the_work(sample: MainWindow, qtbot: QtBot) -> None:
    sample.show_handbook()
    (handbook,) = sample.findChildren(HandbookWindow)
    assert handbook.isWindow()
    assert handbook.windowModality() == Qt.WindowModality.NonModal
    assert "The first afternoon" in handbook.text.toPlainText()
    sample.show_handbook()
    assert len(sample.findChildren(HandbookWindow)) == 1
    qtbot.waitUntil(handbook.isActiveWindow)
    QTest.keyClick(handbook, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sample.findChildren(HandbookWindow))


def test_that_the_handbook_is_searched_round_and_round(sample: MainWindow, qtbot: QtBot) -> None:
    sample.show_handbook()
    (handbook,) = sample.findChildren(HandbookWindow)
    qtbot.waitUntil(handbook.isActiveWindow)
    QTest.keyClick(handbook.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert handbook.focusWidget() is handbook.search
    QTest.keyClicks(handbook.search, "afternoon")
    first = handbook.text.textCursor().position()
    assert handbook.text.textCursor().selectedText() == "afternoon"
    handbook.find_next()
    handbook.find_previous()
    assert handbook.text.textCursor().position() == first
    QTest.keyClicks(handbook.search, "xyz")
    assert handbook.found.text() == "not found"
    handbook.close()


def test_that_every_language_has_a_handbook(desk: Desk) -> None:
    for language in LANGUAGES:
        assert handbook_page(desk.reference.resources, language).name == f"handbook.{language}.md"
    assert handbook_page(desk.reference.resources, "xx").name == "handbook.en.md"
