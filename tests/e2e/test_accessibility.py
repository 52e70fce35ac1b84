"""What assistive technology is told: everything that can be reached or changed has a name, in every place.

Fields also tell what stands in them, and a description that adds to both: unit, echo, hint or what it is good for.

The interface asked here is the one Qt passes on to the platform (AT-SPI, UI Automation, NSAccessibility).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QMenu
from PySide6.QtWidgets import QPlainTextEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSpinBox
from PySide6.QtWidgets import QTabWidget
from PySide6.QtWidgets import QWidget

from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.menus import plain
from kbdesk.ui.panels.registry import PANELS
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.places.data_entry import DataEntryPlace
from kbdesk.ui.places.guide import GuidePlace
from tests.e2e.conftest import OpenWindow
from tests.e2e.dialogs import DIALOGS
from tests.e2e.person import Keyboard
from tests.e2e.person import focused
from tests.e2e.person import name_of
from tests.e2e.prepared import prepared_document

LANGUAGES = ["en", "de"]
_MOST_STEPS = 400
_CELLS_HEARD = 500
_FIELDS = {QAccessible.Role.ComboBox, QAccessible.Role.SpinBox}


def nodes(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below a node that can be seen; cells of tables are read one by one elsewhere."""
    for number in range(root.childCount()):
        child = root.child(number)
        state: Any = child.state() if child is not None and child.isValid() else None
        if child is None or state is None or state.invisible:
            continue
        yield child
        if child.role() not in {QAccessible.Role.Table, QAccessible.Role.Tree}:
            yield from nodes(child)


def named(node: QAccessibleInterface) -> str:
    """The name of a node; Qt calls a combo box by its value, its label is told as a relation."""
    widget = node.object()
    if isinstance(widget, QComboBox):
        return name_of(widget)
    return node.text(QAccessible.Text.Name).strip()


def described(node: QAccessibleInterface) -> str:
    widget = node.object()
    owners = [] if widget is None else [widget, widget.parent()]
    names = [type(owner).__name__ for owner in owners if owner is not None]
    return " in ".join([node.role().name, *names])


def nameless(window: QWidget) -> list[str]:
    """Everything that takes the focus or can be changed, and has no name."""
    QApplication.processEvents()
    root = QAccessible.queryAccessibleInterface(window)
    found = []
    for node in nodes(root):
        # The stubs lack the fields of a state.
        state: Any = node.state()
        wanted = state.focusable or state.editable or state.checkable
        if wanted and not named(node) and node.role() is not QAccessible.Role.Grouping:
            found.append(described(node))
    return found


def is_field(node: QAccessibleInterface) -> bool:
    """Whether something can be typed or chosen in it."""
    state: Any = node.state()
    return node.role() in _FIELDS or bool(state.editable and not state.readOnly)


def undescribed(window: QWidget) -> list[str]:
    """The fields that do not say what stands in them, or nothing but that and their name."""
    QApplication.processEvents()
    found = []
    for node in filter(is_field, nodes(QAccessible.queryAccessibleInterface(window))):
        value, description = (node.text(text) for text in (QAccessible.Text.Value, QAccessible.Text.Description))
        if value != stands_in(node.object()) or description.strip() in {"", value, named(node)}:
            found.append(f"{described(node)}: {named(node)} ({value})")
    return found


def stands_in(field: object) -> str:
    """What a field shows."""
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit | QSpinBox), field
    return field.text()


def unlabelled(window: QWidget) -> list[str]:
    """Lists to choose from without a label: AT-SPI is told the choice as their name, and the name as a relation."""
    found = []
    for node in nodes(QAccessible.queryAccessibleInterface(window)):
        labels = node.relations(QAccessible.RelationFlag.Label)
        if isinstance(node.object(), QComboBox) and not labels:
            found.append(f"{described(node)}: {named(node)}")
    return found


def check(window: QWidget, place: str) -> None:
    assert nameless(window) == [], place
    assert undescribed(window) == [], place
    assert unlabelled(window) == [], place


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_everything_has_a_name_before_a_document_is_open(open_window: OpenWindow, language: str) -> None:
    window = open_window(language)
    check(window, "start")
    window.new_document()
    check(window, "new document")
    form = window.frame.start.form
    assert form is not None
    by_hand = next(b for b in form.findChildren(QPushButton) if b.text() == window.texts.tr("It is not in the list"))
    by_hand.click()
    check(window, "new document, typed by hand")


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_everything_is_told_in_every_place(open_window: OpenWindow, tmp_path: Path, language: str) -> None:
    window = open_window(language)
    window.open_document(prepared_document(tmp_path))
    for place in PLACES:
        window.show_place(place.id)
        check(window, place.id)
        for part in parts_of(window.frame.stack.shown):
            check(window, f"{place.id}, {part}")
    window.messages.show_error("Something is wrong.")
    check(window, "message")


def parts_of(place: QWidget | None) -> Iterator[str]:
    """What is shown in turns within a place; each is shown when its name is given."""
    if isinstance(place, DataEntryPlace):
        for panel in PANELS:
            place.show_panel(panel.id)
            yield panel.id
    if isinstance(place, GuidePlace):
        for number in range(place.jump.count()):
            place.show_page(place.jump.itemData(number))
            yield place.jump.itemText(number)
    for tabs in place.findChildren(QTabWidget) if place is not None else ():
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            yield tabs.tabText(number)


def every_dialog(window: MainWindow) -> Iterator[FormDialog]:
    """Every dialog over the open document, one after the other."""
    assert window.context is not None
    for make in DIALOGS.values():
        dialog = make(window, window.context)
        dialog.open()
        QApplication.processEvents()
        yield dialog
        dialog.reject()
        QApplication.processEvents()


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_everything_is_told_in_every_dialog(open_window: OpenWindow, tmp_path: Path, language: str) -> None:
    window = open_window(language)
    window.open_document(prepared_document(tmp_path))
    for dialog in every_dialog(window):
        check(dialog, type(dialog).__name__)
        assert dialog.windowTitle(), dialog


def windows() -> set[QWidget]:
    """Every window that can be seen."""
    QApplication.processEvents()
    return {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}


def test_that_no_window_appears_but_those_asked_for(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window("en")
    assert windows() == {window}
    window.new_document()
    window.open_document(prepared_document(tmp_path))
    for place in PLACES:
        window.show_place(place.id)
        assert windows() == {window}, place.id
        for part in parts_of(window.frame.stack.shown):
            assert windows() == {window}, part
    for dialog in every_dialog(window):
        assert windows() == {window, dialog}
    assert windows() == {window}


def test_that_the_cells_of_the_grid_say_where_they_are(open_window: OpenWindow) -> None:
    window = open_window("en")
    window.open_sample()
    window.show_place("data_entry")
    grid = next(w for w in window.findChildren(QWidget) if name_of(w).startswith("Values 2015"))
    table = QAccessible.queryAccessibleInterface(grid)
    names = [table.child(n).text(QAccessible.Text.Name) for n in range(min(table.childCount(), _CELLS_HEARD))]
    assert any("Municipal buildings" in name and "2015" in name for name in names), names


@pytest.mark.parametrize("place", [place.id for place in PLACES])
def test_that_tab_goes_round_without_a_trap(open_window: OpenWindow, place: str) -> None:
    window, keys = open_window("en"), Keyboard()
    window.open_sample()
    window.show_place(place)
    wanted = {window.texts.tr("Places"), plain(window.texts.tr("&Year"))}
    for key, modifier in (
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    ):
        passed: set[str] = set()
        steps = 0
        while not wanted <= passed and steps < _MOST_STEPS:
            keys.press(key, modifier)
            passed.add(name_of(focused()))
            steps += 1
        assert wanted <= passed, f"Tab does not leave {passed}"


# The offscreen platform cannot grab the keyboard for a menu, which needs it all the same.
@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_E, Qt.Key.Key_V, Qt.Key.Key_H])
def test_that_every_menu_opens_by_its_letter(open_window: OpenWindow, key: Qt.Key) -> None:
    window = open_window("en")
    window.open_sample()
    Keyboard().press(key, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert nameless(menu) == []
    Keyboard().press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
