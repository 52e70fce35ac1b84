"""What a writer does until it is killed, and what it reports: run in a process of its own."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.paths import DataDir
from kbdesk.storage.backups import restore
from kbdesk.storage.backups import snapshots
from kbdesk.storage.document import Document
from kbdesk.storage.document import utc_now
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.header import Version
from kbdesk.storage.migrations.runner import MigrationStep
from kbdesk.storage.migrations.runner import migrate
from kbdesk.storage.retention import Reason

IMPORTED_ROWS = 1500


def work(path: Path, data_dir: DataDir, report: Connection) -> None:
    """Types, imports, undoes and redoes without end; reports every step's number when it is said to be saved."""
    with Document.open(path, who="A", data_dir=data_dir) as document:
        inventory = document.read_inventory()
        steps = document.changes_since(0)
        report.send(steps[-1].step if steps else 0)
        for turn in count(len(inventory.entries)):
            step = 0
            for change in _turn(document, turn):
                step = max(step, change)
                report.send(step)


def _turn(document: Document, turn: int) -> Iterator[int]:
    inventory = document.read_inventory()
    yield document.record("import", {}, list(_table(inventory, turn))).step
    for number in range(20):
        yield document.record("typed", {}, [_typed(inventory, f"sector {turn}", number)]).step
    for go in (document.undo, document.undo, document.redo):
        change = go()
        yield change.step if change else 0


def _table(inventory: Inventory, turn: int) -> Iterator[Edit]:
    """A table of which half the rows are new and half change what is there."""
    for row in range(IMPORTED_ROWS):
        key = EntryKey(1990 + row % 35, f"sector {(turn if row % 2 else 0)}", f"carrier {row}")
        before = inventory.entries.get(key)
        yield Edit(before, Entry(key, text=f"{turn}.{row}", quantity=Decimal(f"{turn}.{row}"), unit="MWh"))


def _typed(inventory: Inventory, sector: str, number: int) -> Edit:
    entry = Entry(EntryKey(2030, sector, f"typed {number}"), text=str(number), quantity=Decimal(number))
    before = inventory.entries.get(entry.key)
    return Edit(before, replace(entry, note="again" if before and before.note != "again" else ""))


def swap(path: Path, data_dir: DataDir, report: Connection) -> None:
    """Restores one backup after the other without end, and brings every other one to a later version."""
    kept = [snapshot for snapshot in snapshots(path, data_dir) if snapshot.reason is Reason.SUBMISSION]
    report.send(0)
    for turn in count():
        restore(path, kept[turn % 2], data_dir)
        report.send(turn)
        if turn % 2:
            migrate(path, data_dir, utc_now(), steps=(LATER,), goal=LATER.version)


def _add_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE entry ADD COLUMN reviewer TEXT")


LATER = MigrationStep(Version(CURRENT_VERSION.major, CURRENT_VERSION.minor + 1), "who reviewed", _add_column)
