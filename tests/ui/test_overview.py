"""The board: sentence, next steps, tiles and figures, on real documents; every button leads somewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import PublishedResult
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.place import PlaceState
from kbdesk.ui.places.overview import OverviewPlace
from kbdesk.ui.places.progress import ProgressPlace
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.next_steps import LIMIT
from kbdesk.ui.widgets.next_steps import next_steps
from kbdesk.ui.widgets.tile_model import TileModel
from kbdesk.ui.widgets.tiles import TileState
from kbdesk.ui.widgets.tiles import board
from kbdesk.ui.widgets.verdicts import headline
from tests.builders import entry
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.builders import typical_inventory
from tests.ui.keyboard import press
from tests.ui.open_document import open_document

GAS = EntryKey(2020, "municipal_buildings", "natural_gas")
YEAR = 2020


def with_gaps() -> Inventory:
    """The typical inventory with one of each kind of tile in 2020."""
    typical = typical_inventory()
    entries = {key: one for key, one in typical.entries.items() if key != GAS}
    five = Decimal(5)
    for one in (
        Entry(EntryKey(YEAR, "residential", "district_heat"), notation_key=NotationKey.NO),
        Entry(EntryKey(YEAR, "residential", "lpg"), notation_key=NotationKey.NE),
        Entry(EntryKey(YEAR, "tertiary", "natural_gas"), text="ca. 500", unit="MWh"),
        Entry(EntryKey(YEAR, "industry", "heating_oil"), text="5", quantity=five, unit="MWh", origin=Origin.START),
        entry(YEAR, "industry", "hard_coal", "900", grade=Grade.D),
        entry(YEAR, "road_freight", "diesel", "1000", unit="vehicle_km"),
        entry(YEAR, "industry", "district_cooling", "40"),
    ):
        entries[one.key] = one
    return Inventory(typical.municipality, entries, typical.base_data)


@contextmanager
def opened(tmp_path: Path, data_dir: DataDir, records: Inventory, year: int = YEAR) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, records, year) as context:
        yield context


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with opened(tmp_path, data_dir, with_gaps()) as shared:
        yield shared


def shown(qtbot: QtBot, context: Context) -> OverviewPlace:
    place = OverviewPlace(context)
    place.refresh(None)
    qtbot.addWidget(place, before_close_func=lambda widget: widget.hide())
    place.resize(1100, 800)
    place.show()
    qtbot.waitExposed(place)
    return place


def test_that_the_headline_answers_whether_the_municipality_is_on_track(context: Context) -> None:
    line = headline(context.project, context.texts)
    assert line.startswith("At least ")
    assert line.endswith("t per inhabitant in 2020: off track.")


def test_that_the_headline_says_what_is_on_track(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    cells = [entry(year, "buildings_unallocated", "heating_oil", mwh) for year, mwh in ((1990, "9000"), (2020, "4700"))]
    records = inventory(cells, population={1990: 1000, 2020: 1000})
    with opened(tmp_path, data_dir, records) as context:
        line = headline(context.project, context.texts)
    assert line.endswith(": on track for every commitment.")


def test_that_the_headline_does_without_inhabitants(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    with opened(tmp_path, data_dir, inventory([entry(YEAR, "residential", "electricity", "10")])) as context:
        line = headline(context.project, context.texts)
    assert line.startswith("4 t in 2020, inhabitants are missing: too little is entered to compare")


def test_that_published_results_alone_make_a_headline(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    records = inventory(published=[PublishedResult(YEAR, Decimal(9000))], population={YEAR: 1000})
    with opened(tmp_path, data_dir, records) as context:
        assert headline(context.project, context.texts).startswith("9.0 t per inhabitant in 2020")


def test_that_every_kind_of_tile_says_what_it_is(context: Context) -> None:
    found = board(context.project, YEAR, context.texts)
    states = {(tile.key.sector, tile.key.carrier): tile.state for tile in (found.tiles or {}).values()}
    assert states["residential", "electricity"] is TileState.VALUE
    assert states["residential", "district_heat"] is TileState.NO
    assert states["residential", "lpg"] is TileState.NE
    assert states["tertiary", "natural_gas"] is TileState.DRAFT
    assert states["municipal_buildings", "natural_gas"] is TileState.MISSING
    assert states["road_freight", "diesel"] is TileState.NO_UNIT
    assert states["industry", "district_cooling"] is TileState.NO_FACTOR
    assert states["street_lighting", "natural_gas"] is TileState.OPEN
    assert ("road_passenger", "heating_oil") not in states
    weak = {(tile.key.sector, tile.key.carrier) for tile in (found.tiles or {}).values() if tile.weak}
    assert weak == {("industry", "heating_oil"), ("industry", "hard_coal")}
    assert found.weak == len(weak)


def test_that_the_tile_model_is_sound_and_speaks(qtbot: QtBot, context: Context) -> None:
    model = TileModel(context.texts)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_board(board(context.project, YEAR, context.texts))
    model.show_board(board(context.project, 2010, context.texts))
    model.show_board(board(context.project, YEAR, context.texts))
    spoken = {
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    }
    assert "Municipal buildings, equipment and facilities, Natural gas, 2020: missing" in spoken
    assert "Residential buildings, District heat, 2020: does not exist here" in spoken
    assert "Industry (outside emissions trading), Hard coal, 2020: 394 t (start value or grade D)" in spoken
    assert "Public lighting, Diesel, 2020: no value in any year" in spoken
    tester.deleteLater()
    model.deleteLater()


def test_that_the_next_steps_are_few_and_the_most_important_first(context: Context) -> None:
    steps = next_steps(context.project, board(context.project, YEAR, context.texts), context.texts)
    assert len(steps) == LIMIT
    assert [step.words for step in steps] == ["Correct 1 draft", "Complete 1 unit", "Give 1 missing factor"]
    assert steps[0].leads_to == ("data_entry", EntryKey(YEAR, "tertiary", "natural_gas"))
    assert "ca. 500" in steps[0].reason


def test_that_errors_are_named_once(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    records = inventory([entry(YEAR, "residential", "electricity", "-10")], population={YEAR: 1000})
    with opened(tmp_path, data_dir, records) as context:
        steps = next_steps(context.project, board(context.project, YEAR, context.texts), context.texts)
        assert steps[0].words == "Correct 1 error"
        assert steps[0].leads_to == ("data_entry", EntryKey(YEAR, "residential", "electricity"))
    records = inventory([entry(YEAR, "industry", "district_cooling", "10")], population={YEAR: 1000})
    (tmp_path / "second").mkdir()
    with opened(tmp_path / "second", data_dir, records) as context:
        steps = next_steps(context.project, board(context.project, YEAR, context.texts), context.texts)
        assert "Give 1 missing factor" in {step.words for step in steps}
        assert not any("error" in step.words for step in steps)


def test_that_an_overdue_report_is_a_step(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    with opened(tmp_path, data_dir, minimal_inventory()) as context:
        signed = Activity("a1", ActivityKind.COVENANT, "Covenant of Mayors", decided="2015-05-01")
        context.project.commit("activity.added", {"title": signed.title}, [Edit(None, signed)])
        steps = next_steps(context.project, board(context.project, YEAR, context.texts), context.texts)
        assert "activities" in [step.leads_to.place for step in steps]


def test_that_missing_inhabitants_come_first(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    with opened(tmp_path, data_dir, inventory([entry(YEAR, "residential", "electricity", "10")])) as context:
        place = shown(qtbot, context)
        assert place.steps.buttons[0].text() == "Enter the inhabitants of 2020"
        with qtbot.waitSignal(context.bus.place_wanted) as wanted:
            place.steps.buttons[0].click()
        assert wanted.args == ["base_data", YEAR]


def test_that_values_of_other_years_are_asked_for(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    typical = typical_inventory()
    entries = {key: one for key, one in typical.entries.items() if key != GAS}
    with opened(tmp_path, data_dir, Inventory(typical.municipality, entries, typical.base_data)) as context:
        place = shown(qtbot, context)
        step = place.steps.buttons[0]
        assert step.text() == "Enter 1 missing value of 2020"
        with qtbot.waitSignal(context.bus.place_wanted) as wanted:
            QTest.keyClick(step, Qt.Key.Key_Space)
        assert wanted.args == ["data_entry", GAS]


def test_that_a_complete_year_leads_to_its_submission(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    with opened(tmp_path, data_dir, minimal_inventory(), 2022) as context:
        place = shown(qtbot, context)
        assert [button.text() for button in place.steps.buttons] == [
            "Enter more values of 2022",
            "Create the submission of 2022",
            "Begin the inventory of 2025",
        ]


def test_that_an_empty_document_shows_a_first_step_and_no_empty_chart(
    qtbot: QtBot, tmp_path: Path, data_dir: DataDir
) -> None:
    with opened(tmp_path, data_dir, inventory(), 2025) as context:
        place = shown(qtbot, context)
        qtbot.wait(80)
        assert place.headline.text() == "Welcome: the inventory of Dudenhofen begins here."
        assert place.chart.isHidden()
        assert place.chart.chart is None
        assert place.tiles.isHidden()
        assert place.standing.isHidden()
        assert not place.strip.isVisible()
        assert [button.text() for button in place.steps.buttons] == [
            "Begin with the guide",
            "Enter the inhabitants of 2025",
            "Enter the first values of 2025",
        ]


def test_that_the_picture_follows_the_window_and_stops_when_hidden(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    qtbot.waitUntil(lambda: place.chart.chart is not None)
    assert place.chart.accessibleName() == "Emissions per inhabitant: Dudenhofen"
    assert "2010" in place.chart.accessibleDescription()
    assert not place.chart.grab().isNull()
    place.refresh(None)
    place.hide()


def test_that_the_numbers_of_the_year_are_large_and_honest(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    per_inhabitant, total, energy, quality, own = place.figures.texts
    assert per_inhabitant.value.startswith("≥ ")
    assert per_inhabitant.caption == "t CO₂e per inhabitant"
    assert total.value.startswith("≥ ")
    assert energy.caption == "MWh final energy"
    assert quality == ("–", "data quality undefined: 1 value without grade")
    assert own == ("99\N{NARROW NO-BREAK SPACE}%", "of emissions rest on your own data")
    context.year = 2010
    place.show_year(2010)
    assert place.year_heading.text() == "The year 2010"
    assert place.figures.texts[3] == ("100\N{NARROW NO-BREAK SPACE}%", "data quality")
    context.year = 2015
    place.show_year(2015)
    assert {figure.value for figure in place.figures.texts} == {"–"}


def test_that_a_tile_leads_to_its_field_by_mouse_and_by_keyboard(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    view = place.tiles
    model = view.board_model
    index = next(
        found
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if (tile := model.tile(found := model.index(row, column))) is not None and tile.key == GAS
    )
    with qtbot.waitSignal(context.bus.place_wanted) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert clicked.args == ["data_entry", GAS]
    view.setCurrentIndex(index)
    with qtbot.waitSignal(context.bus.place_wanted) as entered:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert entered.args == ["data_entry", GAS]


def test_that_the_board_follows_a_change(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    before = place.tiles.board_model.rowCount()
    change = data_entry.record_quantity(context.project, GAS, "1500", ".")
    place.refresh(change)
    found = board(context.project, YEAR, context.texts)
    assert (found.tiles or {})[GAS.sector, GAS.carrier].state is TileState.VALUE
    assert place.tiles.board_model.rowCount() == before


def test_that_a_small_window_puts_things_below_each_other(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    beside = place.steps.y()
    place.resize(520, 800)
    qtbot.waitUntil(lambda: place.steps.y() > beside)


def test_that_tiles_are_painted_in_every_theme(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    light = place.tiles.grab().toImage()
    palette = place.palette()
    palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.black)
    palette.setColor(palette.ColorRole.Text, Qt.GlobalColor.white)
    context.theme.follow(palette)
    place.setPalette(palette)
    place.tiles.setFocus()
    assert place.tiles.grab().toImage() != light
    assert isinstance(context.theme, Theme)


def test_that_the_commitments_stand_below_the_headline(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    assert place.verdicts.isVisible()
    assert len(place.verdicts.texts) == len(context.project.progress)
    assert any(": off track, " in words for words in place.verdicts.texts)
    place.verdicts.show_progress(context.project.progress[:1])
    assert len(place.verdicts.texts) == 1


def test_that_too_few_values_are_held_against_no_target(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    records = inventory([entry(YEAR, "residential", "electricity", "10")], population={YEAR: 1000})
    with opened(tmp_path, data_dir, records) as context:
        place = shown(qtbot, context)
        assert place.verdicts.isHidden()
        assert place.steps.buttons[0].text() == f"Enter more values of {YEAR}"
        assert ProgressPlace.state(context) == PlaceState("circle-dashed", "too few values yet")


def test_that_tab_goes_from_top_to_bottom(qtbot: QtBot, context: Context) -> None:
    place = shown(qtbot, context)
    place.refresh(None)
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    qtbot.waitUntil(lambda: place.chart.chart is not None)
    place.chart.setFocus()
    to_do = (*place.steps.buttons, *place.standing.buttons, *place.improving.buttons)
    for widget in (*to_do, place.strip, *place.looks.boxes, place.tiles):
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is widget
