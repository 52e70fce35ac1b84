"""What the checks that ship find in typed values is mended where it is shown."""

from decimal import Decimal
from pathlib import Path

from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.ui.places.findings import FindingsPlace
from kbdesk.ui.widgets.finding_card import CardAction
from tests.builders import typical_inventory
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

POWER = EntryKey(2020, "residential", "electricity")


def test_that_a_number_in_the_wrong_unit_is_put_right_by_one_click(
    qtbot: QtBot, tmp_path: Path, data_dir: DataDir
) -> None:
    with open_document(tmp_path, data_dir, typical_inventory(), POWER.year) as context:
        project = context.project
        data_entry.record_unit(project, POWER, "kWh")
        place = FindingsPlace(context)
        connected(context, place)
        place.refresh(None)
        show_active(qtbot, place, 1000, 900)
        card = next(card for card in place.cards if POWER in card.finding.cells and CardAction.FIX in card.buttons)
        assert card.buttons[CardAction.FIX].text() == "It is MWh"
        card.press(CardAction.FIX)
        cell = project.cell(POWER)
        assert cell is not None
        assert cell.energy_mwh == Decimal(9700)
        assert all(CardAction.FIX not in card.buttons for card in place.cards)
