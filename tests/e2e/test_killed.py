"""The window and an import killed at any instant: what was shown as saved is there, and work goes on.

``KBDESK_KILLS=1000`` makes the long run; the seeds are pytest's parameter ids.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from tests.builders import DUDENHOFEN
from tests.e2e.processes import PROGRAM
from tests.e2e.processes import ROOT
from tests.e2e.processes import drive
from tests.e2e.processes import driven
from tests.e2e.processes import environment
from tests.e2e.processes import kbdesk

KILLS = int(os.environ.get("KBDESK_KILLS", "8"))
KILLS_OF_ONE_DOCUMENT = 4
LONGEST_TYPING = 1.0
ROWS = 3000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


@pytest.fixture
def desk(data_dir: DataDir) -> Desk:
    return Desk(Reference(resources_dir()), data_dir)


@pytest.fixture
def path(desk: Desk, tmp_path: Path) -> Path:
    desk.create(tmp_path / "Dudenhofen.kbdesk", DUDENHOFEN).close()
    return tmp_path / "Dudenhofen.kbdesk"


def check_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []


def typed_until_killed(path: Path, data_dir: DataDir, seconds: float) -> list[Any]:
    """The values the window showed as saved before it was killed."""
    with driven("type", data_dir, path) as window:
        opened = window.next()
        assert not opened["message"], "the lock of a process that is gone is taken over without a word"
        told = [window.next()]
        time.sleep(seconds)
        return told + window.kill()


def texts_of(project: Project) -> dict[tuple[str, str], str]:
    return {(entry.key.sector, entry.key.carrier): entry.text for entry in project.inventory.entries.values()}


@pytest.mark.parametrize("seed", range(-(-KILLS // (2 * KILLS_OF_ONE_DOCUMENT))))
def test_that_every_value_shown_as_saved_survives_a_kill(seed: int, path: Path, data_dir: DataDir, desk: Desk) -> None:
    waits = random.Random(seed)  # noqa: S311 - repeatable, not secret
    shown: dict[tuple[str, str], str] = {}
    for _ in range(KILLS_OF_ONE_DOCUMENT):
        told = typed_until_killed(path, data_dir, waits.uniform(0, LONGEST_TYPING))
        shown |= {(one["sector"], one["carrier"]): one["text"] for one in told}
        with desk.open(path) as project:
            found = texts_of(project)
            # One value more may have been saved when the kill kept the window from showing it.
            assert len(shown.items() - found.items()) + len(found.keys() - shown.keys()) <= 1
            assert all(int(found[cell]) >= int(text) for cell, text in shown.items())
            shown = found
            assert project.undo() is not None
            assert len(found.items() - texts_of(project).items()) == 1
            project.redo()
            assert texts_of(project) == found
        check_file(path)
    (opened,) = drive("look", data_dir, path)
    assert not opened["message"]
    assert opened["undo"]


@pytest.fixture
def table(desk: Desk, tmp_path: Path) -> Path:
    """Three thousand rows that fit."""
    book = desk.reference.codebook
    pairs = [(s, c) for s in book.sectors for c in book.carriers if book.carriers[c].serves(book.sectors[s].kind)]
    keys = [EntryKey(year, *pair) for year in range(1990, 2026) for pair in pairs][:ROWS]
    assert len(keys) == ROWS
    lines = [f"{key.year},{key.sector},{key.carrier},{number}.5,MWh" for number, key in enumerate(keys, start=1)]
    path = tmp_path / "entries.csv"
    path.write_text("\n".join(["year,sector,carrier,quantity,unit", *lines, ""]), "utf-8")
    return path


def import_killed(path: Path, table: Path, data_dir: DataDir, seconds: float) -> None:
    command = [*PROGRAM, "--data-dir", str(data_dir.root), "import", str(path), str(table)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment(), cwd=ROOT) as process:
        time.sleep(seconds)
        process.kill()


def test_that_a_killed_import_leaves_everything_or_nothing(
    path: Path, table: Path, data_dir: DataDir, desk: Desk, tmp_path: Path
) -> None:
    whole = shutil.copy(path, tmp_path / "whole.kbdesk")
    started = time.monotonic()
    done = kbdesk(data_dir, "import", whole, table)
    lasted = time.monotonic() - started
    assert done.returncode == 0, done.stderr
    waits = random.Random(KILLS)  # noqa: S311 - repeatable, not secret
    for number in range(-(-KILLS // 2)):
        # Most of the time goes into starting and reading: the kills fall into the second half and the end.
        copy = Path(shutil.copy(path, tmp_path / f"copy {number}.kbdesk"))
        import_killed(copy, table, data_dir, waits.uniform(0.5, 1.1) * lasted)
        check_file(copy)
        with desk.open(copy) as project:
            entries: list[Entry] = list(project.inventory.entries.values())
            assert len(entries) in {0, ROWS}
            undone = project.undo()
            assert (undone is None) == (not entries)
            assert not project.inventory.entries
