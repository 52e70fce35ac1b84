import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from sqlalchemy import Connection
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Record
from kbdesk.storage import tables
from kbdesk.storage.connection import open_connection
from kbdesk.storage.connection import transaction
from kbdesk.storage.document import Document
from kbdesk.storage.records import decode
from kbdesk.storage.records import encode
from kbdesk.storage.records import read_inventory
from kbdesk.storage.records import write
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import records_in
from tests.builders import typical_inventory
from tests.storage.refusals import refused
from tests.storage.stored_files import ADDED
from tests.storage.strategies import municipalities
from tests.storage.strategies import removable_records


@pytest.fixture(params=["file", "memory"])
def connection(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Connection]:
    """An empty document's tables, on a file and in memory."""
    if request.param == "file":
        opened = open_connection(tmp_path / "a.kbdesk", "rwc")
    else:
        opened = create_engine("sqlite://", poolclass=NullPool, isolation_level="AUTOCOMMIT").connect()
    with closing(opened):
        tables.metadata.create_all(opened)
        yield opened


@given(removable_records | municipalities)
def test_that_a_record_comes_back_from_the_journal_as_it_was(record: Record) -> None:
    assert decode(record.identity[0], encode(record)) == record


def test_that_nothing_comes_back_as_nothing() -> None:
    assert decode("entry", encode(None)) is None


def test_that_an_inventory_comes_back_from_its_tables_as_it_was(connection: Connection) -> None:
    inventory = typical_inventory()
    records = records_in(inventory)
    with transaction(connection):
        write(connection, [Edit(None, record) for record in records])
    assert read_inventory(connection) == inventory


def test_that_a_failing_transaction_leaves_nothing(connection: Connection) -> None:
    gas = entry(2022, "residential", "natural_gas", "1")
    edits = [Edit(None, DUDENHOFEN), Edit(None, gas), Edit(DUDENHOFEN, None)]
    with pytest.raises(ValueError, match="the document holds"), transaction(connection):
        write(connection, edits)
    with transaction(connection):
        write(connection, [Edit(None, DUDENHOFEN)])
    assert read_inventory(connection).entries == {}


def test_that_a_document_without_a_municipality_is_refused(connection: Connection) -> None:
    with refused("document.row_not_understood", "municipality"):
        read_inventory(connection)


@pytest.mark.parametrize(
    "change",
    [
        "quantity = 'many'",
        "grade = 'Z'",
        "origin = ''",
        "parameters = '[1]'",
        "parameters = '{'",
        "text = '', notation_key = 'XX'",
    ],
)
def test_that_a_row_another_program_spoiled_is_named(document: Document, path: Path, change: str) -> None:
    document.record("any", {}, [Edit(None, entry(2022, "residential", "natural_gas", "38000"))])
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"UPDATE entry SET {change}")  # noqa: S608 - the tests' own words
    with refused("document.row_not_understood", "entry", "natural_gas"):
        document.read_inventory()


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("bill", "first_day = 'in October'"),
        ("bill", "last_day = '1999-01-01'"),
        ("bill", "quantity = 'many'"),
        ("bill", "method = 'guess'"),
        ("bill", "parameters = '[1]'"),
    ],
)
def test_that_a_spoiled_row_behind_a_value_is_named(document: Document, path: Path, table: str, change: str) -> None:
    document.record("any", {}, [Edit(None, record) for record in ADDED])
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"UPDATE {table} SET {change}")  # noqa: S608 - the tests' own words
    with refused("document.row_not_understood", table, "b1"):
        document.read_inventory()


def test_that_a_value_another_program_changed_is_neither_undone_nor_overwritten(document: Document, path: Path) -> None:
    document.record("any", {}, [Edit(None, entry(2022, "residential", "natural_gas", "38000"))])
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE entry SET text = '1', quantity = '1'")
    with refused("document.not_as_recorded", "natural_gas", path.name):
        document.undo()
    (entry_as_changed,) = document.read_inventory().entries.values()
    assert entry_as_changed.text == "1"
    assert document.undoable is not None
    assert len(document.changes_since(0)) == 1


@pytest.mark.parametrize("after", ["{}", "no JSON", '{"year": 2022}'])
def test_that_a_journal_another_program_spoiled_is_named(document: Document, path: Path, after: str) -> None:
    document.record("any", {}, [Edit(None, entry(2022, "residential", "natural_gas", "38000"))])
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("INSERT INTO change VALUES (1, 'entry', '[]', NULL, ?)", (after,))
    with refused("document.row_not_understood", "change", "1"):
        document.changes_since(0)
    with refused("document.row_not_understood"):
        document.undo()
