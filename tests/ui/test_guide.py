"""The guide as a place: pages, letters, the result that grows, nothing lost by leaving."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtCore import QPointF
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QRadioButton
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import NotationKey
from kbdesk.paths import DataDir
from kbdesk.services import guiding
from kbdesk.ui.context import Context
from kbdesk.ui.forms.guide_cards import CardsPage
from kbdesk.ui.forms.guide_inhabitants import InhabitantsPage
from kbdesk.ui.forms.guide_number import NumberPage
from kbdesk.ui.forms.guide_result import ResultPage
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.place import PlaceState
from kbdesk.ui.places.guide import GuidePlace
from tests.builders import inventory
from tests.builders import typical_inventory
from tests.ui.conftest import nameless
from tests.ui.keyboard import fill
from tests.ui.keyboard import press
from tests.ui.keyboard import typed
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

Key = Qt.Key
YEAR = 2025
OIL = EntryKey(YEAR, "residential", "heating_oil")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, inventory(), YEAR, numbers="de") as opened:
        yield opened


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> GuidePlace:
    shown = GuidePlace(context)
    connected(context, shown)
    show_active(qtbot, shown, 1100, 700)
    return shown


def number_page(place: GuidePlace, page_id: str) -> NumberPage:
    place.show_page(page_id)
    assert isinstance(place.page, NumberPage)
    return place.page


def cards_page(place: GuidePlace) -> CardsPage:
    place.show_page(guiding.CARDS)
    assert isinstance(place.page, CardsPage)
    return place.page


def press_button(page: CardsPage, card: str, value: str) -> None:
    row = next(row for row in page.rows if row.card.id == card)
    row.buttons[value].click()


def test_that_an_empty_document_begins_with_the_inhabitants(place: GuidePlace) -> None:
    assert place.page.page_id == guiding.INHABITANTS
    assert place.progress.text() == "Page 1 of 11"
    assert place.list.count() == 11
    assert not place.footer.back.isEnabled()
    assert place.footer.result.sentence.text().startswith("So far: nothing yet.")


def test_that_the_official_number_is_offered_with_its_year_and_taken(place: GuidePlace, context: Context) -> None:
    page = place.page
    assert isinstance(page, InhabitantsPage)
    assert page.offer.text() == "Take 6.061 (official list, 2020)"
    page.offer.click()
    datum = context.project.inventory.base_data[YEAR, Indicator.POPULATION]
    assert datum.value == 6061
    assert "2020" in datum.source
    assert place.page.page_id == guiding.CARDS


def test_that_another_year_can_be_chosen(place: GuidePlace, context: Context, qtbot: QtBot) -> None:
    page = place.page
    assert isinstance(page, InhabitantsPage)
    page.years.setCurrentIndex(page.years.findData("2023"))
    with qtbot.waitSignal(context.bus.year_chosen) as chosen:
        page.years.activated.emit(page.years.currentIndex())
    assert chosen.args == [2023]


def test_that_a_number_of_people_that_is_none_stays_and_holds_back(place: GuidePlace) -> None:
    place.show_page(guiding.INHABITANTS)
    typed("many")
    press(Key.Key_Return)
    page = place.page
    assert isinstance(page, InhabitantsPage)
    assert page.line.text() == "many"
    assert "many" in place.context.messages.text


def test_that_cards_are_radio_buttons_with_names_of_their_own(place: GuidePlace) -> None:
    page = cards_page(place)
    names = [button.accessibleName() for button in page.findChildren(QRadioButton)]
    assert len(names) == len(set(names)) == 30
    assert "No: Is there a natural gas grid?" in names


def test_that_all_cards_no_are_undone_step_by_step(place: GuidePlace, context: Context) -> None:
    page = cards_page(place)
    for row in page.rows:
        row.buttons["no"].click()
    assert guiding.state(context.project, YEAR).pages[1].answered
    assert len(context.project.absent) == len({spot for row in page.rows for spot in row.card.places})
    for row in reversed(page.rows):
        change = context.project.undo()
        assert change is not None
        place.refresh(change)
        assert not any(button.isChecked() for button in row.buttons.values())
    assert not context.project.absent


def test_that_a_value_that_stays_is_named(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as context:
        place = GuidePlace(context)
        connected(context, place)
        show_active(qtbot, place, 1100, 700)
        page = cards_page(place)
        press_button(page, "coal", "no")
        press_button(page, "gas_grid", "no")
        kept = next(row.kept for row in page.rows if row.card.id == "gas_grid")
        assert kept.isVisible()
        assert "4 values stay" in kept.text()


def test_that_what_does_not_exist_is_answered_and_says_so(place: GuidePlace) -> None:
    press_button(cards_page(place), "district_heat", "no")
    assert place.list.item(4).toolTip() == "District heat, does not exist here"
    page = number_page(place, "district_heat")
    assert page.reasons.unknown.isHidden()
    assert page.reasons.take_back.isHidden()


def test_that_the_result_grows_with_every_number(place: GuidePlace, context: Context) -> None:
    fill(number_page(place, "heating_oil").fields.quantity.line, "610.000")
    assert context.project.inventory.entries[OIL].quantity == Decimal(610000)
    first = place.footer.result.sentence.text()
    assert "t CO₂e" in first
    fill(number_page(place, "wood").fields.quantity.line, "850")
    assert place.footer.result.sentence.text() != first
    assert place.footer.result.bar.accessibleDescription().startswith("Heating oil")
    assert "inhabitants" in place.footer.result.missing.text()


def test_that_a_number_has_the_grade_of_its_letter_and_another_can_be_chosen(
    place: GuidePlace, context: Context
) -> None:
    page = number_page(place, "heating_oil")
    fill(page.fields.quantity.line, "610000")
    assert page.fields.grade.value == Grade.B
    page.fields.grade.setCurrentIndex(page.fields.grade.findData(Grade.C))
    page.fields.grade.activated.emit(page.fields.grade.currentIndex())
    assert context.project.inventory.entries[OIL].grade is Grade.C
    fill(page.fields.source, "dealer, 3 March")
    assert context.project.inventory.entries[OIL].source == "dealer, 3 March"


def test_that_a_unit_chosen_before_the_number_waits_for_it(place: GuidePlace, context: Context) -> None:
    fields = number_page(place, "heating_oil").fields
    fields.unit.setCurrentIndex(fields.unit.findData("MWh"))
    fields.unit.activated.emit(fields.unit.currentIndex())
    assert OIL not in context.project.inventory.entries
    fill(fields.quantity.line, "6100")
    assert context.project.inventory.entries[OIL].unit == "MWh"


def test_that_the_other_reading_of_a_number_is_one_click_away(place: GuidePlace, context: Context) -> None:
    fields = number_page(place, "heating_oil").fields
    fill(fields.quantity.line, "610.000")
    assert not fields.quantity.other.isHidden()
    fields.quantity.other.click()
    assert context.project.inventory.entries[OIL].quantity == Decimal(610)


def test_that_reasons_are_given_and_taken_back(place: GuidePlace, context: Context) -> None:
    page = number_page(place, "heating_oil")
    page.reasons.unknown.click()
    assert context.project.inventory.entries[OIL].notation_key is NotationKey.NE
    assert place.page.page_id == "wood"
    page = number_page(place, "heating_oil")
    page.reasons.take_back.click()
    assert OIL not in context.project.inventory.entries
    page.reasons.absent.click()
    assert context.project.inventory.entries[OIL].notation_key is NotationKey.NO


def test_that_the_letter_marks_the_line_of_the_place_chosen(place: GuidePlace) -> None:
    page = number_page(place, "electricity")
    assert "Marked: Households (tariff customers) 9.800 MWh." in page.picture.accessibleDescription()
    page.choices.buttons[1].click()
    assert "Marked: Sum of all customers 21.370 MWh." in page.picture.accessibleDescription()
    assert page.key.sector == "buildings_unallocated"


def test_that_skip_and_back_only_move(place: GuidePlace, context: Context) -> None:
    before = context.project.inventory
    place.show_page("electricity")
    place.footer.skip.click()
    assert place.page.page_id == "natural_gas"
    place.footer.back.click()
    assert place.page.page_id == "electricity"
    assert context.project.inventory == before


def test_that_esc_leaves_and_keeps_what_is_typed_elsewhere(place: GuidePlace, context: Context, qtbot: QtBot) -> None:
    number_page(place, "heating_oil")
    typed("610000")
    press(Key.Key_Tab)
    with qtbot.waitSignal(context.bus.place_wanted) as wanted:
        press(Key.Key_Escape)
    assert wanted.args == ["overview", None]
    assert OIL in context.project.inventory.entries


def test_that_the_state_says_how_far_it_is(place: GuidePlace, context: Context) -> None:
    assert GuidePlace.state(context) == PlaceState("circle", "not begun")
    fill(number_page(place, "heating_oil").fields.quantity.line, "610000")
    assert GuidePlace.state(context) == PlaceState("circle-dashed", "1 of 11")


def test_that_the_end_leads_to_what_improves_it_most(place: GuidePlace, context: Context, qtbot: QtBot) -> None:
    fill(number_page(place, "heating_oil").fields.quantity.line, "610000")
    place.show_page(guiding.RESULT)
    page = place.page
    assert isinstance(page, ResultPage)
    assert page.steps[0].text() == "Answer 9 open pages"
    assert len(page.steps) <= 3
    assert place.footer.skip.isHidden()
    with qtbot.waitSignal(context.bus.place_wanted) as wanted:
        page.steps[0].click()
    assert wanted.args == ["guide", guiding.INHABITANTS]
    place.show_target(guiding.CARDS)
    assert place.page.page_id == guiding.CARDS


def test_that_every_page_can_be_reached_and_named_in_every_width(place: GuidePlace, qtbot: QtBot) -> None:
    for width, height in ((1100, 700), (620, 380)):
        place.resize(width, height)
        QApplication.processEvents()
        assert place.list.isVisible() == (width > 1000)
        assert place.jump.isVisible() != place.list.isVisible()
        for at in range(place.list.count()):
            place.list.setCurrentRow(at)
            QApplication.processEvents()
            assert nameless(place) == []
            scroll = place._scroll.horizontalScrollBar()
            assert scroll.maximum() == 0, (place.page.page_id, width)


def test_that_the_wheel_changes_nothing(place: GuidePlace, context: Context) -> None:
    page = number_page(place, "heating_oil")
    fill(page.fields.quantity.line, "610000")
    before = context.project.inventory
    for widget in place.findChildren(QWidget):
        if widget.isVisible():
            turn_wheel(widget)
    assert context.project.inventory == before
    assert place.page is page


def turn_wheel(widget: QWidget) -> None:
    event = QWheelEvent(
        QPointF(1, 1),
        QPointF(1, 1),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QGuiApplication.sendEvent(widget, event)


def test_that_a_new_document_opens_at_the_guide_and_one_with_values_does_not(
    window: MainWindow, tmp_path: Path
) -> None:
    from tests.builders import DUDENHOFEN

    path = tmp_path / "new.kbdesk"
    window.desk.create(path, DUDENHOFEN).close()
    assert window.open_document(path)
    assert window.frame.place_id == "guide"
    assert window.context is not None
    assert window.context.year == YEAR
    assert window.open_sample()
    assert window.frame.place_id == "overview"
