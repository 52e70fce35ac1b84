"""The first hour: a new officer, a folder of letters, the guide and nothing but the keyboard, with German numbers."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.services import guiding
from kbdesk.services.project import Project
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.menus import plain
from kbdesk.ui.places.guide import GuidePlace
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Keyboard
from tests.e2e.person import focused
from tests.e2e.person import name_of
from tests.e2e.person import read_texts

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
YEAR = 2025
HOUSEHOLDS = "residential"
OWN_GAS = EntryKey(YEAR, "municipal_buildings", "natural_gas")


def begin(window: MainWindow, keys: Keyboard, path: Path) -> Project:
    """A new document, as the start place makes it."""
    tr = window.texts.tr
    keys.push(tr("New municipality"))
    keys.type("dudenh")
    keys.press(Key.Key_Return)
    keys.fill(plain(tr("F&ile")), str(path))
    keys.push(tr("Create document"))
    assert window.project is not None
    return window.project


def guide(window: MainWindow) -> GuidePlace:
    place = window.frame.stack.shown
    assert isinstance(place, GuidePlace)
    return place


def energy(project: Project, sector: str, carrier: str) -> Decimal:
    cell = project.cell(EntryKey(YEAR, sector, carrier))
    assert cell is not None
    assert cell.energy_mwh is not None
    return cell.energy_mwh


def answer(window: MainWindow, keys: Keyboard, card: str, words: str) -> None:
    """Answer a question of the second page."""
    assert window.project is not None
    found = next(each for each in window.project.reference.cards if each.id == card)
    question = window.texts.trc("guide", found.question)
    keys.go_to(f"{window.texts.tr('Yes')}: {question}")
    if words == "No":
        keys.press(Key.Key_Right)
    keys.press(Key.Key_Space)


def go_on(window: MainWindow, keys: Keyboard, page: str) -> None:
    """Press Enter; where something wants a look first, once more."""
    keys.press(Key.Key_Return)
    if guide(window).page.page_id != page:
        keys.press(Key.Key_Return)
    assert guide(window).page.page_id == page


def answer_first_pages(window: MainWindow, keys: Keyboard, project: Project) -> None:
    """The official number of inhabitants is taken; gas is there, nothing else."""
    assert guide(window).page.page_id == guiding.INHABITANTS
    assert window.context is not None
    assert window.context.year == YEAR
    keys.press(Key.Key_Return)
    assert "6.061" in name_of(focused())
    keys.press(Key.Key_Return)
    assert project.inventory.population(YEAR) == 6061
    assert guide(window).page.page_id == guiding.CARDS
    for card in project.reference.cards:
        answer(window, keys, card.id, "Yes" if card.id == "gas_grid" else "No")
    assert ("residential", "district_heat") in project.absent
    keys.press(Key.Key_Return)


def type_electricity_of_another_unit(window: MainWindow, keys: Keyboard) -> None:
    """MWh on the letter, typed into a field for kWh: said at once, mended by one key."""
    tr = window.texts.tr
    assert guide(window).page.page_id == "electricity"
    keys.type("9.800")
    keys.press(Key.Key_Return)
    assert guide(window).page.page_id == "electricity"
    where = f"{window.texts.sector(HOUSEHOLDS)}, {window.texts.carrier('electricity')}, {YEAR}"
    fix = plain(window.texts.trn("&It is {what}", "All {count} &are {what}", 1, what="MWh"))
    keys.push(f"{fix}: {where}")
    keys.push(plain(tr("&Next")))


def type_gas_in_cubic_metres(window: MainWindow, keys: Keyboard) -> None:
    """What the unit needs is asked for, field by field."""
    assert guide(window).page.page_id == "natural_gas"
    keys.type("412.345 m3")
    keys.press(Key.Key_Return)
    keys.type("11,2")
    keys.press(Key.Key_Return)
    keys.type("0,9674")
    go_on(window, keys, "district_heat")


def type_gross_gas_bill(window: MainWindow, keys: Keyboard) -> None:
    """The gas of the own buildings: gross or net is asked for, never assumed."""
    keys.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()  # the labels are laid out anew
    keys.press(Key.Key_Right)
    assert guide(window).page.context.project.cell(OWN_GAS) is None
    keys.go_to(plain(window.texts.tr("&Quantity")))
    keys.type("1.120.000")
    keys.press(Key.Key_Return)
    assert "Hs" in name_of(focused())
    keys.press(Key.Key_Space)


def test_that_the_officers_letters_make_a_first_result(open_window: OpenWindow, tmp_path: Path) -> None:
    window, keys = open_window("de"), Keyboard()
    project = begin(window, keys, tmp_path / "Dudenhofen.kbdesk")
    answer_first_pages(window, keys, project)
    type_electricity_of_another_unit(window, keys)
    type_gas_in_cubic_metres(window, keys)
    go_on(window, keys, "heating_oil")  # there is no district heat: said before, nothing to type
    for text, page in (("610000", "wood"), ("850", "municipal_buildings")):
        keys.type(text)
        go_on(window, keys, page)
    keys.type("447000")
    type_gross_gas_bill(window, keys)
    go_on(window, keys, "municipal_fleet")
    keys.type("13.350")
    go_on(window, keys, "road_traffic")
    keys.type("35.600.000")
    keys.press(Key.Key_Return)
    keys.type("0,61")
    go_on(window, keys, guiding.RESULT)

    gas = Decimal(412345) * Decimal("0.9674") * Decimal("0.0112") * Decimal("0.902")
    assert energy(project, HOUSEHOLDS, "electricity") == 9800
    assert energy(project, HOUSEHOLDS, "natural_gas") == gas
    assert energy(project, HOUSEHOLDS, "heating_oil") == Decimal("6087.8")
    assert energy(project, HOUSEHOLDS, "biomass") == Decimal("1742.5")
    assert energy(project, "municipal_buildings", "electricity") == 447
    assert energy(project, "municipal_buildings", "natural_gas") == Decimal("1010.24")
    assert energy(project, "road_passenger", "motor_fuels") == 21716
    assert project.inventory.entries[EntryKey(YEAR, HOUSEHOLDS, "district_heat")].notation_key is NotationKey.NO
    assert guiding.finished(project, YEAR)
    shown = window.texts.numbers.fixed(project.results[YEAR].emissions_t_per_inhabitant, 1)
    assert shown in read_texts(window)
    assert not window.messages.text


def test_that_esc_leaves_and_keeps_and_the_guide_goes_on_where_it_was(open_window: OpenWindow, tmp_path: Path) -> None:
    window, keys = open_window("en"), Keyboard()
    project = begin(window, keys, tmp_path / "Dudenhofen.kbdesk")
    window.show_place("guide")
    guide(window).show_page("heating_oil")
    keys.type("610000")
    keys.press(Key.Key_Escape)
    assert guide(window).page.page_id == "heating_oil"
    keys.type("620000")
    keys.press(Key.Key_Tab)
    keys.press(Key.Key_Escape)
    assert window.frame.place_id == "overview"
    assert project.inventory.entries[EntryKey(YEAR, HOUSEHOLDS, "heating_oil")].text == "620000"
    window.show_place("guide")
    assert guide(window).page.page_id == "heating_oil"
    window.use_language("de")
    assert guide(window).page.page_id == "wood"
