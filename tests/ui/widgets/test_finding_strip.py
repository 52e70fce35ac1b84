"""The findings of one value beside its field."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.findings import Level
from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.ui.context import Context
from kbdesk.ui.widgets.acknowledge_form import AcknowledgeForm
from kbdesk.ui.widgets.finding_card import CardAction
from kbdesk.ui.widgets.finding_strip import FindingStrip
from tests.builders import typical_inventory
from tests.ui.conftest import nameless
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

GAS = EntryKey(2020, "residential", "natural_gas")
UNUSUAL = Finding(Level.WARNING, "entry.place_unusual", *GAS, effect_t=Decimal("7653.2"))
IN_KWH = UNUSUAL._replace(fix=Fix(FixKind.UNIT, (GAS,), "kWh"))
NO_NUMBER = Finding(Level.ERROR, "entry.not_a_number", *GAS, parameters=(("text", "4oo"),))
EXPLAINED = UNUSUAL._replace(
    acknowledged=Acknowledgement(*UNUSUAL.place, "f", "weather", "a cold winter", "Anna Amt", "2026-03-01")
)


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as shared:
        yield shared


@pytest.fixture
def strip(qtbot: QtBot, context: Context) -> FindingStrip:
    made = FindingStrip(context, context.run)
    show_active(qtbot, made, 900, 300)
    return made


def buttons(strip: FindingStrip, at: int = 0) -> list[str]:
    return [button.text() for button in strip.cards[at].buttons.values()]


def asked(strip: FindingStrip, at: int = 0) -> AcknowledgeForm:
    """The form that asks why, opened at this row."""
    strip.cards[at].press(CardAction.ACCEPT)
    form = strip.form
    assert form is not None
    assert strip.cards[at].isAncestorOf(form)
    return form


def test_that_it_takes_no_room_without_a_finding(strip: FindingStrip) -> None:
    strip.show_findings([IN_KWH])
    assert strip.isVisible()
    strip.show_findings([])
    assert not strip.isVisible()
    assert strip.cards == []


def test_that_each_finding_offers_what_can_be_done(strip: FindingStrip) -> None:
    strip.show_findings([NO_NUMBER, IN_KWH, UNUSUAL, EXPLAINED])
    offered = [buttons(strip, at) for at in range(4)]
    assert offered == [[], ["It is kWh", "It is right…"], ["It is right…"], ["Take back"]]


@pytest.mark.parametrize(
    ("fix", "words"),
    [
        (Fix(FixKind.UNIT, (GAS,) * 3, "kWh"), "All 3 are kWh"),
        (Fix(FixKind.QUANTITY, (GAS,), "412345"), "It is 412,345"),
        (Fix(FixKind.CONFIRM, (GAS,)), "Still true"),
        (Fix(FixKind.CONFIRM, (GAS, GAS)), "All 2 are still true"),
    ],
)
def test_that_a_correction_is_worded_by_what_it_does(strip: FindingStrip, fix: Fix, words: str) -> None:
    strip.show_findings([UNUSUAL._replace(fix=fix)])
    assert buttons(strip)[0] == words


def test_that_one_click_mends_the_unit(strip: FindingStrip, context: Context) -> None:
    strip.show_findings([IN_KWH])
    strip.cards[0].press(CardAction.FIX)
    assert context.project.inventory.entries[GAS].unit == "kWh"


def test_that_a_reason_is_chosen_by_keyboard_and_kept(strip: FindingStrip, context: Context) -> None:
    strip.show_findings([UNUSUAL])
    QTest.keyClick(strip.cards[0].buttons[CardAction.ACCEPT], Qt.Key.Key_Return)
    form = strip.form
    assert form is not None
    assert not form.save_button.isEnabled()
    chip = form.chips["weather"]
    assert next(iter(form.chips.values())).hasFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    QTest.keyClicks(form.text, "cold & long ")
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    (kept,) = context.project.inventory.acknowledgements.values()
    assert (kept.place, kept.reason, kept.text) == (UNUSUAL.place, "weather", "cold & long")
    assert strip.form is None


def test_that_escape_leaves_the_form_and_keeps_nothing(strip: FindingStrip, context: Context) -> None:
    strip.show_findings([UNUSUAL])
    QTest.keyClick(asked(strip).text, Qt.Key.Key_Escape)
    assert strip.form is None
    assert strip.cards[0].buttons[CardAction.ACCEPT].hasFocus()
    assert not context.project.inventory.acknowledgements


def test_that_only_one_form_is_open(strip: FindingStrip) -> None:
    strip.show_findings([UNUSUAL, IN_KWH])
    first = asked(strip)
    assert asked(strip, 1) is not first
    strip.show_findings([UNUSUAL])
    assert strip.form is None


def test_that_words_without_a_reason_are_enough(strip: FindingStrip, context: Context) -> None:
    strip.show_findings([UNUSUAL])
    form = asked(strip)
    form.text.setText("the boiler was new")
    form.save_button.click()
    (kept,) = context.project.inventory.acknowledgements.values()
    assert (kept.reason, kept.text) == ("", "the boiler was new")


def test_that_an_explained_finding_says_why_and_is_taken_back(strip: FindingStrip, context: Context) -> None:
    strip.show_findings([UNUSUAL])
    QTest.keyClick(asked(strip).chips["weather"], Qt.Key.Key_Return)
    assert len(context.project.inventory.acknowledgements) == 1
    strip.show_findings([EXPLAINED])
    assert strip.cards[0].accepted.text() == "It is right: Weather: a cold winter (Anna Amt, 1 Mar 2026)"
    strip.cards[0].press(CardAction.TAKE_BACK)
    assert not context.project.inventory.acknowledgements


def test_that_rows_and_buttons_speak(strip: FindingStrip) -> None:
    strip.show_findings([IN_KWH, EXPLAINED])
    row, explained = strip.cards
    assert row.accessibleName().startswith("Warning: Residential buildings, Natural gas, 2020:")
    assert row.accessibleName().endswith("Effect: 7,653 t CO₂e.")
    assert "It is right: Weather" in explained.accessibleName()
    assert row.buttons[CardAction.FIX].accessibleName() == "It is kWh: Residential buildings, Natural gas, 2020"
    row.press(CardAction.ACCEPT)
    assert nameless(strip) == []
