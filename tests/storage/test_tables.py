import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kbdesk.models.changes import Edit
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.storage.document import Document
from kbdesk.storage.header import APPLICATION_ID
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.header import read_header
from kbdesk.storage.tables import APPEND_ONLY
from tests.builders import entry
from tests.storage.clocks import SetClock

APPEND_ONLY_NAMES = [table.name for table in APPEND_ONLY]


def test_that_a_file_says_whose_it_is_and_of_which_version(document: Document, path: Path) -> None:
    header = read_header(path)
    assert header.is_ours
    assert header.version == CURRENT_VERSION
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert other.execute("PRAGMA user_version").fetchone() == (CURRENT_VERSION.number,)
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert document.read_inventory().years == ()


@pytest.mark.parametrize("table", APPEND_ONLY_NAMES)
@pytest.mark.parametrize("statement", ["DELETE FROM {table}", "UPDATE {table} SET at = 'never'"])
def test_that_what_happened_cannot_be_changed_afterwards(
    document: Document, path: Path, clock: SetClock, table: str, statement: str
) -> None:
    document.record("any", {}, [Edit(None, entry(2022, "residential", "natural_gas", "38000"))])
    document.register_submission(SubmissionEntry(2022, 1, "", "", "", clock.now, b"1"))
    document.keep_file(b"%PDF-1.7 a letter")
    with closing(sqlite3.connect(path)) as other:
        other.execute("INSERT INTO migration VALUES (2001, 'info', '2024', '1')")
        statement = statement.replace("at =", "before =") if table == "change" else statement
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            other.execute(statement.format(table=table))


def test_that_tables_hold_the_types_they_declare(document: Document, path: Path) -> None:
    with (
        closing(sqlite3.connect(path)) as other,
        pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER column"),
    ):
        other.execute("UPDATE municipality SET base_year = 'long ago'")
    assert document.read_inventory().municipality.base_year == 1990
