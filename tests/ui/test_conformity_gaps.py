"""What the BISKO label lacks leads to where it is entered."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.ui.dialogs.conformity_dialog import ConformityDialog
from kbdesk.ui.places.base_data import BaseDataPlace
from kbdesk.ui.places.overview import OverviewPlace
from kbdesk.ui.places.submission import SubmissionPlace
from tests.builders import typical_inventory
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active


def test_that_every_gap_leads_to_a_place(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as context:
        place = SubmissionPlace(context)
        place.refresh(None)
        show_active(qtbot, place, 1000, 700)
        place.check.gaps_button.setChecked(True)
        wanted: list[tuple[str, object]] = []
        context.bus.place_wanted.connect(lambda name, target: wanted.append((name, target)))
        gaps = place.check.gaps
        for row in range(gaps.rows.rowCount()):
            gaps.activated.emit(gaps.rows.index(row, 0))
        assert len(wanted) == gaps.rows.rowCount() > 0
        keys = [target for name, target in wanted if name == "data_entry" and isinstance(target, EntryKey)]
        assert EntryKey(2020, "residential", "district_heat") in keys
        assert {key.year for key in keys} == {2020}
        for key in keys:
            assert context.project.reference.codebook.occurs(key.sector, key.carrier)


def test_that_the_overview_says_what_the_label_lacks_and_leads_there(
    qtbot: QtBot, tmp_path: Path, data_dir: DataDir
) -> None:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as context:
        place = OverviewPlace(context)
        place.refresh(None)
        show_active(qtbot, place, 1000, 700)
        at = next(n for n, text in enumerate(place.standing.texts) if "BISKO" in text)
        assert place.standing.texts[at].startswith("Not BISKO-conform: ")
        place.standing.buttons[at].click()
        (dialog,) = place.findChildren(ConformityDialog)
        wanted: list[tuple[str, object]] = []
        context.bus.place_wanted.connect(lambda name, target: wanted.append((name, target)))
        assert dialog.gaps.rows.rowCount() > 5
        dialog.go_button.click()
        assert len(wanted) == 1
        assert dialog.isHidden()


def test_that_base_data_shows_the_label_of_the_windows_year(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as context:
        place = BaseDataPlace(context)
        show_active(qtbot, place, 1000, 700)
        assert place.conformity.label.word.startswith("2020: Not BISKO-conform: ")
        place.conformity.button.click()
        assert len(place.findChildren(ConformityDialog)) == 1
        context.year = 1999
        place.show_year(1999)
        assert place.conformity.isHidden()
