"""The page for people who open the file with other tools says what the file is."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from kbdesk.models.changes import Edit
from kbdesk.paths import resources_dir
from kbdesk.storage import tables
from kbdesk.storage.document import Document
from kbdesk.storage.header import APPLICATION_ID
from kbdesk.storage.header import CURRENT_VERSION
from tests.builders import entry

PAGE = (resources_dir() / "help" / "file-format.md").read_text("utf-8")


def test_that_every_table_and_column_is_described() -> None:
    described = {
        cells[1].strip().strip("`"): cells[2] + cells[3]
        for cells in (line.split("|") for line in PAGE.splitlines() if line.startswith("| `"))
    }
    assert set(described) == set(tables.metadata.tables)
    for name, table in tables.metadata.tables.items():
        only_row = {"id"} if name in {"document", "municipality"} else set()
        assert {column.name for column in table.c} - only_row <= set(re.findall(r"`(\w+)`", described[name]))


def test_that_the_marks_of_the_file_are_right() -> None:
    assert str(APPLICATION_ID) in PAGE
    assert f"version {CURRENT_VERSION}\n" in PAGE


def test_that_the_example_shows_the_history_of_a_value(document: Document, path: Path) -> None:
    first, second = (entry(2022, "residential", "electricity", text) for text in ("9650", "9660"))
    document.record("typed", {}, [Edit(None, first)])
    document.record("typed", {}, [Edit(first, second)])
    (query,) = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    with closing(sqlite3.connect(path)) as file:
        found = [(row[4], row[5]) for row in file.execute(query)]
    assert found == [(None, "9650"), ("9650", "9660")]
