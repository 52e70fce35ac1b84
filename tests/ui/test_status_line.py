from collections.abc import Iterator
from datetime import UTC
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbdesk.paths import DataDir
from kbdesk.ui.context import Context
from kbdesk.ui.status_line import StatusLine
from tests.builders import typical_inventory
from tests.ui.open_document import open_document


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as shared:
        yield shared


@pytest.fixture
def line(qtbot: QtBot, context: Context) -> StatusLine:
    made = StatusLine(context.texts)
    qtbot.addWidget(made)
    return made


def test_that_the_line_says_what_is_saved_backed_up_and_own(line: StatusLine, context: Context) -> None:
    now = datetime.now(UTC)
    line.show_document(context.project, now, now, 2020)
    saved, backup, name, own = line.text.split(" · ")
    assert saved.startswith("Saved ")
    assert backup.startswith("backup today ")
    assert name == "test.kbdesk"
    assert own == "100\N{NARROW NO-BREAK SPACE}% of emissions of 2020 from own data"


def test_that_a_year_without_emissions_says_nothing_of_them(line: StatusLine, context: Context) -> None:
    line.show_document(context.project, None, None, 2015)
    assert line.text == "test.kbdesk"
    line.show_document(None, None, None)
    assert line.text == ""
