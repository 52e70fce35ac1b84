"""The place of the council report: what is written is kept, the preview follows, and each kind of file is saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kbdesk.paths import DataDir
from kbdesk.reports.basis import Part
from kbdesk.reports.content import Heading
from kbdesk.reports.content import Paragraph
from kbdesk.services import report_wording
from kbdesk.ui.context import Context
from kbdesk.ui.places.report import ReportPlace
from tests.builders import typical_inventory
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as shared:
        settings = shared.desk.settings.load()
        settings.report_language = "en"
        shared.desk.settings.save(settings)
        yield shared


def _shown(qtbot: QtBot, context: Context, width: int = 1000, height: int = 700) -> ReportPlace:
    place = ReportPlace(context)
    connected(context, place)
    place.refresh(None)
    show_active(qtbot, place, width, height)
    place.show_preview()
    return place


def test_that_the_preview_shows_the_report_and_then_its_pictures(qtbot: QtBot, context: Context) -> None:
    report_wording.want_part(context.project, Part.PICTURES, wanted=False)
    place = _shown(qtbot, context)
    report = place.preview.report
    assert report is not None
    for block in report.first_page:
        if isinstance(block, Heading | Paragraph):
            assert block.text in place.preview.toPlainText()
    qtbot.waitUntil(lambda: place.preview.is_drawn)
    place.preview.show_report(report)
    assert place.preview.is_drawn


def test_that_what_is_written_is_kept_and_read_in_the_preview(qtbot: QtBot, context: Context) -> None:
    place = _shown(qtbot, context)
    place.form.title.setFocus()
    QTest.keyClicks(place.form.title, "Our climate")
    place.form.intro.setFocus()
    QTest.keyClicks(place.form.intro, "The council decided.")
    place.form.contact.setFocus()
    assert report_wording.text(context.project, "title") == "Our climate"
    assert report_wording.text(context.project, "intro") == "The council decided."
    place.show_preview()
    assert "Our climate" in place.preview.toPlainText()
    assert "The council decided." in place.preview.toPlainText()


def test_that_a_cause_can_be_written_and_proposed_again(qtbot: QtBot, context: Context) -> None:
    place = _shown(qtbot, context)
    cause = place.form.causes[0]
    proposed = cause.toPlainText()
    assert not place.form.again.isEnabled()
    cause.setFocus()
    cause.selectAll()
    QTest.keyClicks(cause, "New boilers.")
    place.save_pending()
    assert report_wording.causes(context.project, 2020, ())[0] == "New boilers."
    place.form.again.click()
    assert cause.toPlainText() == proposed
    assert not report_wording.are_edited(context.project, 2020)


def test_that_a_cause_belongs_to_the_year_it_was_written_in(qtbot: QtBot, context: Context) -> None:
    place = _shown(qtbot, context)
    cause = place.form.causes[2]
    cause.setFocus()
    cause.selectAll()
    QTest.keyClicks(cause, "New boilers.")
    context.year = 2015
    place.show_year(2015)
    assert report_wording.causes(context.project, 2020, ("", "", ""))[2] == "New boilers."
    assert not report_wording.are_edited(context.project, 2015)
    assert cause.toPlainText() != "New boilers."


def test_that_esc_brings_back_what_was_there(qtbot: QtBot, context: Context) -> None:
    place = _shown(qtbot, context)
    place.form.intro.setFocus()
    QTest.keyClicks(place.form.intro, "Wrong")
    QTest.keyClick(place.form.intro, Qt.Key.Key_Escape)
    place.save_pending()
    assert report_wording.text(context.project, "intro") == ""


def test_that_a_text_that_is_too_long_is_an_error_and_stays_in_its_field(qtbot: QtBot, context: Context) -> None:
    place = _shown(qtbot, context)
    place.form.intro.setPlainText("x" * 700)
    place.save_pending()
    assert "600" in context.messages.text
    assert place.form.intro.is_modified


def test_that_parts_of_the_annex_come_and_go(qtbot: QtBot, context: Context) -> None:
    place = _shown(qtbot, context)
    box = place.form.parts[Part.METHOD]
    assert box.isChecked()
    box.click()
    place.show_preview()
    assert "How the figures are made" not in place.preview.toPlainText()


def test_that_a_logo_is_chosen_shown_and_taken_away(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = _shown(qtbot, context)
    Image.new("RGB", (200, 80), "navy").save(tmp_path / "arms.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "arms.png"), ""))
    place.form.logo.choose.click()
    assert "arms.png" in place.form.logo.name.text()
    place.form.logo.remove.click()
    assert report_wording.logo(context.project) is None
    assert not place.form.logo.remove.isVisible()


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html"])
def test_that_each_button_saves_its_kind(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    report_wording.want_part(context.project, Part.PICTURES, wanted=False)
    place = _shown(qtbot, context)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "council"), ""))
    place.buttons[suffix].click()
    assert (tmp_path / f"council{suffix}").stat().st_size > 1000
    assert str(tmp_path / f"council{suffix}") in context.messages.text


def test_that_a_year_without_emissions_says_so_and_offers_nothing(qtbot: QtBot, context: Context) -> None:
    place = _shown(qtbot, context)
    context.year = 1993
    place.show_year(1993)
    assert "1993" in place.preview.toPlainText()
    assert not any(button.isEnabled() for button in place.buttons.values())
    state = ReportPlace.state(context)
    assert state is not None
    assert "1993" in state.word


def test_that_form_and_preview_stand_one_below_the_other_where_it_is_narrow(qtbot: QtBot, context: Context) -> None:
    place = _shown(qtbot, context, 420, 400)
    assert place._body.direction() is QBoxLayout.Direction.TopToBottom
    place.resize(1100, 700)
    assert place._body.direction() is QBoxLayout.Direction.LeftToRight


def test_that_tab_goes_through_the_form(qtbot: QtBot, context: Context) -> None:
    place = _shown(qtbot, context)
    place.form.title.setFocus()
    for field in (place.form.intro, *place.form.causes):
        QTest.keyClick(place.window().focusWidget(), Qt.Key.Key_Tab)
        assert field.hasFocus()
