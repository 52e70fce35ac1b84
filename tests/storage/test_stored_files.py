import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.models.inventory import Record
from kbdesk.storage.document import Document
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.header import read_header
from tests.builders import records_in
from tests.storage.stored_files import ADDED
from tests.storage.stored_files import CORRECTED
from tests.storage.stored_files import FOLDER
from tests.storage.stored_files import HEATING_OIL
from tests.storage.stored_files import KEPT_FILE
from tests.storage.stored_files import LATER
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


def held(stored: Path) -> tuple[Record, ...]:
    """The records a stored file holds, beside the municipality: those its version knew."""
    added = {"v1000": (), "v1001": ADDED}.get(stored.stem, (*ADDED, *LATER))
    return (*RECORDS, *added)


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
def test_that_a_stored_file_still_holds_everything(stored: Path, copied: Path, reopen: Reopen) -> None:
    with reopen() as document:
        inventory = document.read_inventory()
        assert set(records_in(inventory)) == {MUNICIPALITY, *held(stored)}
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
def test_that_every_step_of_a_stored_file_is_undone_and_redone_and_told(
    stored: Path, copied: Path, reopen: Reopen
) -> None:
    with reopen() as document:
        assert document.undo() is not None
        assert records_in(document.read_inventory()) == (MUNICIPALITY,)
        assert document.undo() is None
    with reopen() as document:
        document.redo()
        assert set(records_in(document.read_inventory())) == {MUNICIPALITY, *held(stored)}
        document.redo()
        assert document.read_inventory().entries[HEATING_OIL.key] == CORRECTED
        told = [(change.kind, change.edits) for change in document.history(HEATING_OIL.identity)]
    assert told == [
        (StepKind.EDIT, (Edit(None, HEATING_OIL),)),
        (StepKind.EDIT, (Edit(HEATING_OIL, CORRECTED),)),
        (StepKind.UNDO, (Edit(CORRECTED, HEATING_OIL),)),
        (StepKind.UNDO, (Edit(HEATING_OIL, None),)),
        (StepKind.REDO, (Edit(None, HEATING_OIL),)),
        (StepKind.REDO, (Edit(HEATING_OIL, CORRECTED),)),
    ]


def test_that_a_file_from_before_sources_takes_them_up(path: Path, reopen: Reopen) -> None:
    shutil.copy(FOLDER / "v1000.kbdesk", path)
    with reopen() as document:
        document.record("any", {}, [Edit(None, record) for record in (*ADDED, *LATER)])
        assert document.file_content(document.keep_file(KEPT_FILE)) == KEPT_FILE
    with reopen() as document:
        assert set(records_in(document.read_inventory())) == {MUNICIPALITY, *RECORDS, *ADDED, *LATER}
        document.undo()
        assert set(records_in(document.read_inventory())) == {MUNICIPALITY, *RECORDS}


def test_that_the_kept_file_is_there(path: Path, reopen: Reopen) -> None:
    shutil.copy(FOLDER / "v1001.kbdesk", path)
    with reopen() as document:
        assert document.file_content(sha256(KEPT_FILE).hexdigest()) == KEPT_FILE


@EVERY_VERSION
def test_that_a_file_brought_up_to_date_has_the_tables_of_a_new_one(
    copied: Path, reopen: Reopen, tmp_path: Path
) -> None:
    reopen().close()
    new = tmp_path / "new.kbdesk"
    write(new)
    assert schema(copied) == schema(new)
