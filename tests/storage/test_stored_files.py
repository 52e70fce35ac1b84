import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.storage.document import Document
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.header import read_header
from tests.storage.stored_files import CORRECTED
from tests.storage.stored_files import FOLDER
from tests.storage.stored_files import HEATING_OIL
from tests.storage.stored_files import MUNICIPALITY
from tests.storage.stored_files import RECORDS
from tests.storage.stored_files import SUBMISSION
from tests.storage.stored_files import dump
from tests.storage.stored_files import write

STORED = sorted(FOLDER.glob("v*.kbdesk"))
EVERY_VERSION = pytest.mark.parametrize("stored", STORED, ids=lambda file: file.stem)
Reopen = Callable[..., Document]


@pytest.fixture
def copied(stored: Path, path: Path) -> Path:
    shutil.copy(stored, path)
    return path


def schema(path: Path) -> dict[str, object]:
    """Tables, columns, keys and rules by what they are, not by how their statements were worded."""
    with closing(sqlite3.connect(path)) as file:
        tables = file.execute("PRAGMA main.table_list").fetchall()
        names = [name for _, name, *_ in tables if not name.startswith("sqlite_")]
        indices = {
            name: [
                (unique, origin, file.execute(f"PRAGMA index_info('{index}')").fetchall())
                for _, index, unique, origin, _ in file.execute(f"PRAGMA index_list('{name}')").fetchall()
            ]
            for name in names
        }
        return {
            "tables": sorted(table for table in tables if table[1] in names),
            "columns": {name: file.execute(f"PRAGMA table_xinfo('{name}')").fetchall() for name in names},
            "keys": {name: file.execute(f"PRAGMA foreign_key_list('{name}')").fetchall() for name in names},
            "indices": indices,
            "rules": {name: statement.count("CHECK") for name, statement in statements(file, "table")},
            "triggers": statements(file, "trigger"),
        }


def statements(file: sqlite3.Connection, kind: str) -> list[tuple[str, str]]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite%' ORDER BY name"
    return file.execute(query, (kind,)).fetchall()


def test_that_there_is_a_stored_file_of_the_present_version() -> None:
    assert STORED[-1].name == f"v{CURRENT_VERSION.number}.kbdesk"
    assert read_header(STORED[-1]).version == CURRENT_VERSION


@EVERY_VERSION
def test_that_a_stored_file_is_as_its_readable_dump_says(stored: Path, copied: Path) -> None:
    assert dump(copied) == stored.with_suffix(".sql").read_text("utf-8")


@EVERY_VERSION
def test_that_a_stored_file_still_holds_everything(copied: Path, reopen: Reopen) -> None:
    with reopen() as document:
        inventory = document.read_inventory()
        found = [
            *inventory.entries.values(),
            *inventory.base_data.values(),
            *inventory.local_factors.values(),
            *inventory.published.values(),
        ]
        assert set(found) == set(RECORDS)
        assert inventory.municipality == MUNICIPALITY
        assert str(inventory.local_factors[2020, "district_heat"].t_per_mwh) == "0.1850"
        (submission,) = document.submissions()
        assert submission.payload == SUBMISSION.payload
        assert submission.step == 1
        kinds = [change.kind for change in document.changes_since(0)]
        assert kinds == [StepKind.EDIT, StepKind.EDIT, StepKind.UNDO]
        redone = document.redo()
        assert redone is not None
        assert redone.edits == (Edit(HEATING_OIL, CORRECTED),)
        assert dict(redone.parameters) == {"sector": "residential"}


@EVERY_VERSION
def test_that_a_file_brought_up_to_date_has_the_tables_of_a_new_one(
    copied: Path, reopen: Reopen, tmp_path: Path
) -> None:
    reopen().close()
    new = tmp_path / "new.kbdesk"
    write(new)
    assert schema(copied) == schema(new)
