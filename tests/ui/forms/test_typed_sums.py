"""A sum typed into a quantity is said back as the number it is, while it is typed and afterwards."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.ui.forms.quantity_preview import preview
from kbdesk.ui.item_models.entry_texts import typed_text
from tests.builders import typical_inventory
from tests.ui.open_document import open_document

OIL = EntryKey(2020, "residential", "heating_oil")
TYPED = "1.200 + 340,5 MWh"


def test_that_the_echo_says_the_sum_and_the_field_keeps_the_text(
    qtbot: QtBot, tmp_path: Path, data_dir: DataDir
) -> None:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020, numbers="de") as context:
        project, texts = context.project, context.texts
        assert preview(project, OIL, TYPED, texts).echo.startswith("sum 1.540,5 = 1.541 MWh")
        assert not preview(project, OIL, "1540,5 MWh", texts).echo.startswith("sum")
        assert preview(project, OIL, "10 - 20", texts).is_problem
        data_entry.record_quantity(project, OIL, TYPED, ",")
        assert typed_text(project.inventory.entries[OIL], texts) == TYPED
        assert typed_text(project.inventory.entries[OIL], project.reference.texts("en")) == TYPED
