"""Killed at any instant: what was reported as saved is there, and the file is sound.

``KBDESK_KILLS=1000`` makes the long run; its seeds are printed by pytest's parameter ids.
"""

import multiprocessing
import os
import random
import sqlite3
import sys
from collections.abc import Callable
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import apply_edits
from kbdesk.models.inventory import Inventory
from kbdesk.paths import DataDir
from kbdesk.storage.document import Document
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.lock import note_path
from kbdesk.storage.retention import Reason
from tests.builders import DUDENHOFEN
from tests.builders import full_inventory
from tests.storage import killed_writer

KILLS = int(os.environ.get("KBDESK_KILLS", "25"))
KILLS_OF_ONE_DOCUMENT = 5
LONGEST_WAIT = 0.2

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs processes that start in an instant")


def reports_until_killed(work: Callable[..., None], path: Path, data_dir: DataDir, wait: float) -> int:
    """Starts a writer, kills it, and returns the last number it reported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([killed_writer.__name__])
    receiving, sending = context.Pipe(duplex=False)
    writer = context.Process(target=work, args=(path, data_dir, sending))
    writer.start()
    sending.close()
    with closing(receiving):
        last = int(receiving.recv())
        writer.join(wait)
        writer.kill()
        writer.join()
        last = max([last, *rest_of(receiving)])
    assert writer.exitcode == -9
    writer.close()
    return last


def rest_of(receiving: Connection) -> list[int]:
    found = []
    try:
        while True:
            found.append(int(receiving.recv()))
    except (EOFError, OSError):
        return found


def replayed(steps: Iterable[Change]) -> Inventory:
    """The inventory as the journal says it must be."""
    inventory = Inventory(DUDENHOFEN)
    for change in steps:
        inventory = apply_edits(inventory, change.edits)
    return inventory


@pytest.mark.parametrize("seed", range(-(-KILLS // KILLS_OF_ONE_DOCUMENT)))
def test_that_what_was_reported_as_saved_survives_a_kill(seed: int, path: Path, data_dir: DataDir) -> None:
    waits = random.Random(seed)  # noqa: S311 - repeatable, not secret
    Document.create(path, DUDENHOFEN, who="A", data_dir=data_dir).close()
    for _ in range(KILLS_OF_ONE_DOCUMENT):
        reported = reports_until_killed(killed_writer.work, path, data_dir, waits.uniform(0, LONGEST_WAIT))
        assert note_path(path).exists()
        with Document.open(path, who="B", data_dir=data_dir) as document:
            inventory = document.read_inventory()
            steps = document.changes_since(0)
            # The one step more was saved when the kill kept it from being reported.
            assert len(steps) in {reported, reported + 1}
            assert inventory == replayed(steps)
            undone = document.undo()
            assert (undone is None) == (not steps)
            if undone is not None:
                assert document.read_inventory() == apply_edits(inventory, undone.edits)
                document.redo()
            assert document.read_inventory() == inventory
        with closing(sqlite3.connect(path)) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    assert replace(inventory, entries={}) == Inventory(DUDENHOFEN)


@pytest.mark.parametrize("seed", range(-(-KILLS // (2 * KILLS_OF_ONE_DOCUMENT))))
def test_that_a_kill_while_restoring_or_migrating_leaves_one_whole_state(
    seed: int, path: Path, data_dir: DataDir
) -> None:
    waits = random.Random(seed)  # noqa: S311 - repeatable, not secret
    with Document.create(path, DUDENHOFEN, who="A", data_dir=data_dir) as document:
        states = [document.read_inventory()]
        document.backup(Reason.SUBMISSION)
        document.record("import", {}, [Edit(None, entry) for entry in full_inventory().entries.values()])
        states.append(document.read_inventory())
        document.backup(Reason.SUBMISSION)
    for _ in range(KILLS_OF_ONE_DOCUMENT):
        reports_until_killed(killed_writer.swap, path, data_dir, waits.uniform(0, 2 * LONGEST_WAIT))
        for read_only in (True, False):
            with Document.open(path, who="B", data_dir=data_dir, read_only=read_only) as document:
                assert document.read_inventory() in states
        with closing(sqlite3.connect(path)) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            (version,) = file.execute("PRAGMA user_version").fetchone()
            assert file.execute("SELECT count(*) FROM migration").fetchone() == (version - CURRENT_VERSION.number,)
        if version == CURRENT_VERSION.number:
            assert {file.name for file in path.parent.iterdir()} == {path.name, "data"}
