"""Dialogs fit the screen they are on, and show their examples whole."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.paths import resources_dir
from kbdesk.services.reference import Reference
from kbdesk.ui.dialogs.form_dialog import FormDialog

SMALL = QSize(600, 320)


@pytest.fixture(name="parent")
def _parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def a_dialog(parent: QWidget, count: int) -> tuple[FormDialog, list[QLineEdit]]:
    """A dialog with so many fields."""
    dialog = FormDialog(parent, "Many")
    fields = [QLineEdit() for _ in range(count)]
    dialog.add_fields(*((f"Field {number}", field) for number, field in enumerate(fields)))
    dialog.add_buttons(Reference(resources_dir()).texts("en", "en"), "Save")
    return dialog, fields


def test_that_a_dialog_on_a_small_screen_scrolls_its_fields_and_keeps_its_buttons(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FormDialog, "room", property(lambda _dialog: SMALL))
    dialog, fields = a_dialog(parent, 20)
    dialog.show()
    assert dialog.height() <= SMALL.height()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.isAncestorOf(fields[-1])
    buttons = dialog.findChildren(QPushButton)
    assert all(not area.isAncestorOf(button) and dialog.rect().contains(button.geometry()) for button in buttons)


def test_that_the_tab_key_still_goes_from_field_to_field_to_the_buttons(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FormDialog, "room", property(lambda _dialog: SMALL))
    dialog, fields = a_dialog(parent, 20)
    dialog.show()
    chain: list[QWidget | None] = [fields[0]]
    while (last := chain[-1]) is not None and (following := last.nextInFocusChain()) is not fields[0]:
        chain.append(following)
    found = [each for each in chain if isinstance(each, QLineEdit | QPushButton)]
    assert found == [*fields, *dialog.findChildren(QPushButton)]


def test_that_a_dialog_with_room_does_not_scroll(parent: QWidget) -> None:
    dialog, _fields = a_dialog(parent, 3)
    dialog.show()
    assert dialog.findChild(QScrollArea) is None


def test_that_a_field_is_as_wide_as_its_example(parent: QWidget) -> None:
    dialog, _fields = a_dialog(parent, 0)
    field = QLineEdit()
    field.setPlaceholderText("For example: a rather long example of what can be written here, in many words")
    dialog.add_fields(("Field", field))
    dialog.show()
    assert field.width() > field.fontMetrics().horizontalAdvance(field.placeholderText())
