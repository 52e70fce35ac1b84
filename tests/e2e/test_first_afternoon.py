"""The first afternoon: from an empty folder to a verified submission, by widgets alone.

Services are asked only to compare with what the window shows.
"""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QListWidget
from PySide6.QtWidgets import QTableView
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import Indicator
from kbdesk.services.project import Project
from kbdesk.services.verifying import verifier
from kbdesk.ui.item_models.entry_roles import EntryRole
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.menus import plain
from kbdesk.ui.place_registry import PLACES
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Keyboard
from tests.e2e.person import Mouse
from tests.e2e.person import focused
from tests.e2e.person import name_of
from tests.e2e.person import place_key
from tests.e2e.person import read_texts

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
YEAR = 2020
INHABITANTS = 6061
TYPED = ("9.800", "12.345,5", "412.345", "1 250", "310,75", "96", "1.204", "88,25", "2.040,5", "415")
"""Ten values as a German hand types them."""
READ = tuple(map(Decimal, ("9800", "12345.5", "412345", "1250", "310.75", "96", "1204", "88.25", "2040.5", "415")))


def entered(window: MainWindow) -> list[Decimal | None]:
    return [entry.quantity for entry in project_of(window).inventory.entries.values()]


def project_of(window: MainWindow) -> Project:
    assert window.project is not None
    return window.project


def texts_in(window: MainWindow) -> str:
    return "\n".join(read_texts(window))


def row_of(place_id: str) -> int:
    """The row of a place in the list, below the start place."""
    return 1 + [place.id for place in PLACES].index(place_id)


def answer_open_dialog(monkeypatch: pytest.MonkeyPatch, paths: Sequence[Path]) -> None:
    """The platform's own dialog is the one thing that is not ours: it answers with these files."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))


def per_inhabitant(window: MainWindow) -> str:
    result = project_of(window).results[YEAR]
    shown = window.texts.numbers.fixed(result.emissions_t_per_inhabitant, 1)
    assert shown != "–"
    return str(shown)


def open_cells(grid: QTableView) -> list[tuple[int, int]]:
    """The cells that look as if one could type there."""
    model = grid.model()
    cells = [(row, column) for row in range(model.rowCount()) for column in (0, 1)]
    return [cell for cell in cells if model.flags(model.index(*cell)) & Qt.ItemFlag.ItemIsEditable]


def check_new_document(window: MainWindow, folder: Path) -> None:
    project = project_of(window)
    assert project.path.parent == folder
    assert (project.municipality.name, project.municipality.code) == ("Dudenhofen", "07338007")
    population = project.inventory.base_data[YEAR, Indicator.POPULATION]
    assert population.value == INHABITANTS


def go_to_year(window: MainWindow) -> None:
    """Go back to the year whose inhabitants are known."""
    assert window.context is not None
    while window.context.year > YEAR:
        Keyboard().press(Key.Key_PageUp, CONTROL)
    assert window.context.year == YEAR


def check_overview(qtbot: QtBot, window: MainWindow) -> None:
    gas = window.texts.tr("t {gas} per inhabitant", gas="CO₂e")
    shown = read_texts(window)
    assert gas in shown
    assert per_inhabitant(window) in shown[shown.index(gas) - 1]


def check_submission(window: MainWindow) -> Path:
    """The file that was made, found where the window says it is."""
    tr, project = window.texts.tr, project_of(window)
    (made,) = project.document.submissions()
    assert {made.check_code, made.file_name} <= set(read_texts(window))
    folder = next(f for f in window.findChildren(QLineEdit) if f.isVisible() and name_of(f) == plain(tr("Fo&lder")))
    path = Path(folder.text()) / made.file_name
    assert verifier(project.reference).verify(path).sound
    return path


def test_that_a_first_inventory_needs_nothing_but_the_keyboard(
    qtbot: QtBot, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, keys = open_window("de"), Keyboard()
    tr = window.texts.tr

    keys.push(tr("New municipality"))
    keys.type("dudenh")
    keys.press(Key.Key_Return)
    assert "Dudenhofen" in texts_in(window)
    keys.fill(plain(tr("Your na&me")), "Maria Beispiel")
    keys.fill(plain(tr("&Office")), "Gemeinde Dudenhofen")
    field = keys.go_to(plain(tr("F&ile")))
    assert isinstance(field, QLineEdit)
    keys.fill(plain(tr("F&ile")), str(tmp_path / "Akten" / "Dudenhofen.kbdesk"))
    keys.push(tr("Create document"))
    check_new_document(window, tmp_path / "Akten")
    assert window.frame.stack.shown is not None
    assert window.frame.stack.shown.id == "guide"
    go_to_year(window)

    keys.press(*place_key("data_entry"))
    assert name_of(focused()) == tr("Values {year}: sectors by energy carriers", year=str(YEAR))
    grid = focused()
    assert isinstance(grid, QTableView)
    for text in TYPED:
        # Gas is billed gross: nobody assumes it.
        is_gas = grid.currentIndex().data(EntryRole.KEY).carrier == "natural_gas"
        keys.type(f"{text} MWh Hs" if is_gas else text)
        keys.press(Key.Key_Tab)
    assert entered(window) == list(READ)

    keys.press(*place_key("overview"))
    check_overview(qtbot, window)
    before = texts_in(window)

    keys.press(Key.Key_Z, CONTROL)
    assert entered(window) == list(READ[:-1])
    assert "415" in window.frame.status.currentMessage()
    check_overview(qtbot, window)
    assert texts_in(window) != before

    keys.press(*place_key("submission"))
    keys.push(tr("Create submission"))
    path = check_submission(window)
    answer_open_dialog(monkeypatch, [path])
    keys.push(plain(tr("Verify a file…")))
    assert f"{path.name}: {tr('intact')}" in read_texts(window)
    assert not window.messages.text


def test_that_a_first_inventory_needs_the_keyboard_only_for_typing(
    qtbot: QtBot, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, data_dir: object
) -> None:
    window = open_window("de")
    mouse, keys, tr = Mouse(window), Keyboard(), window.texts.tr

    mouse.push(tr("New municipality"))
    mouse.fill(tr("Name or official code of the municipality"), "dudenh")
    results = mouse.find(tr("Municipalities found"))
    assert isinstance(results, QListWidget)
    mouse.click_item(results, 0)
    mouse.fill(plain(tr("Your na&me")), "Maria Beispiel")
    mouse.push(tr("Create document"))
    check_new_document(window, window.desk.data_dir.documents)
    go_to_year(window)

    places = mouse.find(tr("Places"))
    assert isinstance(places, QListWidget)
    mouse.click_item(places, row_of("data_entry"))
    grid = mouse.find(window.texts.tr("Values {year}: sectors by energy carriers", year=str(YEAR)))
    assert isinstance(grid, QTableView)
    for cell, text in zip(open_cells(grid), TYPED, strict=False):
        mouse.click_item(grid, *cell)
        keys.type(text)
    mouse.click_item(places, row_of("overview"))
    assert entered(window) == list(READ)
    check_overview(qtbot, window)

    undo = next(b for b in window.findChildren(QToolButton) if b.defaultAction() is window.frame.menus.undo)
    mouse.click(undo)
    assert entered(window) == list(READ[:-1])
    check_overview(qtbot, window)

    mouse.click_item(places, row_of("submission"))
    mouse.push(tr("Create submission"))
    path = check_submission(window)
    answer_open_dialog(monkeypatch, [path])
    mouse.push(plain(tr("Verify a file…")))
    assert f"{path.name}: {tr('intact')}" in read_texts(window)
