import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from kbdesk import __version__
from kbdesk.models.changes import Edit
from kbdesk.paths import DataDir
from kbdesk.storage import admission
from kbdesk.storage import opening
from kbdesk.storage.backups import preview
from kbdesk.storage.backups import snapshots
from kbdesk.storage.document import Document
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.header import Version
from kbdesk.storage.header import read_header
from kbdesk.storage.migrations import runner
from kbdesk.storage.migrations.runner import MigrationStep
from kbdesk.storage.migrations.runner import migrate
from kbdesk.storage.retention import Reason
from tests.builders import typical_inventory
from tests.storage.clocks import SetClock
from tests.storage.refusals import refused

Reopen = Callable[..., Document]
PRESENT = CURRENT_VERSION
NEXT, AFTER = Version(PRESENT.major, PRESENT.minor + 1), Version(PRESENT.major + 1, 0)


def add_reviewer(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE entry ADD COLUMN reviewer TEXT NOT NULL DEFAULT ''")


def split_units(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO unit (name) SELECT DISTINCT unit FROM entry")


STEPS = (MigrationStep(AFTER, "units get a table", split_units), MigrationStep(NEXT, "who reviewed", add_reviewer))


@pytest.fixture
def old(document: Document, path: Path) -> bytes:
    """The bytes of a document of the present version with two years."""
    document.record("import", {}, [Edit(None, value) for value in typical_inventory().entries.values()])
    document.close()
    return path.read_bytes()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute(query).fetchall()


def test_that_every_outstanding_step_is_applied_in_order_and_recorded(
    old: bytes, path: Path, data_dir: DataDir, clock: SetClock
) -> None:
    migrate(path, data_dir, clock.now, steps=STEPS, goal=AFTER)
    assert read_header(path).version == AFTER
    assert rows(path, "SELECT version, info, at, program FROM migration ORDER BY version") == [
        (NEXT.number, "who reviewed", clock.now.isoformat(), __version__),
        (AFTER.number, "units get a table", clock.now.isoformat(), __version__),
    ]
    assert rows(path, "SELECT count(*), max(reviewer) FROM entry") == [(18, "")]
    assert rows(path, "SELECT name FROM unit") == [("MWh",)]
    assert rows(path, "SELECT count(*) FROM change") == [(18,)]
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]


def test_that_the_document_is_backed_up_first(old: bytes, path: Path, data_dir: DataDir, clock: SetClock) -> None:
    migrate(path, data_dir, clock.now, steps=STEPS, goal=AFTER)
    (backup,) = snapshots(path, data_dir)
    assert backup.reason is Reason.BEFORE_MIGRATION
    assert read_header(backup.path).version == PRESENT
    assert preview(backup).values == 18


def test_that_only_steps_up_to_the_goal_and_beyond_the_present_are_applied(
    old: bytes, path: Path, data_dir: DataDir, clock: SetClock
) -> None:
    migrate(path, data_dir, clock.now, steps=STEPS, goal=NEXT)
    assert read_header(path).version == NEXT
    migrate(path, data_dir, clock.now, steps=STEPS, goal=AFTER)
    assert rows(path, "SELECT count(*) FROM migration") == [(2,)]


def wrong_table(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM entry")
    connection.execute("ALTER TABLE nothing ADD COLUMN x")


def orphans(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO change VALUES (4711, 'entry', '[]', '{}', NULL)")


def nothing_known(_connection: sqlite3.Connection) -> None:
    raise ZeroDivisionError


def broken_rule(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE entry SET notation_key = 'NO'")


def commits_itself(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM entry")
    connection.execute("COMMIT")


@pytest.mark.parametrize("failing", [wrong_table, orphans, nothing_known, broken_rule, commits_itself])
def test_that_a_failing_step_leaves_the_document_byte_for_byte(
    old: bytes,
    path: Path,
    data_dir: DataDir,
    clock: SetClock,
    failing: Callable[[sqlite3.Connection], None],
) -> None:
    steps = (STEPS[1], MigrationStep(AFTER, "fails", failing))
    with refused("document.migration_failed", path.name, str(PRESENT), str(AFTER)):
        migrate(path, data_dir, clock.now, steps=steps, goal=AFTER)
    assert path.read_bytes() == old
    assert {file.name for file in path.parent.iterdir()} == {path.name, "data"}


def test_that_without_a_way_to_the_goal_nothing_happens(
    old: bytes, path: Path, data_dir: DataDir, clock: SetClock
) -> None:
    with refused("document.migration_failed", str(AFTER)):
        migrate(path, data_dir, clock.now, goal=AFTER)
    assert path.read_bytes() == old


def test_that_a_full_disk_is_named_as_the_reason(old: bytes, path: Path, data_dir: DataDir, clock: SetClock) -> None:
    def full(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 1")
        connection.execute("CREATE TABLE big AS SELECT hex(randomblob(1000000)) AS text")

    with pytest.raises(sqlite3.OperationalError, match="full"):
        migrate(path, data_dir, clock.now, steps=(MigrationStep(AFTER, "grows", full),), goal=AFTER)
    assert path.read_bytes() == old


def test_that_opening_migrates_under_the_lock_and_reading_does_not(
    old: bytes, path: Path, reopen: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_the_future(path: Path, data_dir: DataDir, now: object) -> None:
        with refused("document.in_use"):
            reopen()
        migrate(path, data_dir, clock.now, steps=STEPS, goal=NEXT)

    clock = SetClock()
    monkeypatch.setattr(opening, "CURRENT_VERSION", NEXT)
    monkeypatch.setattr(admission, "CURRENT_VERSION", NEXT)
    monkeypatch.setattr(runner, "migrate", of_the_future)
    with refused("document.older_read_only", str(PRESENT)):
        reopen(read_only=True)
    assert path.read_bytes() == old
    with reopen() as document:
        assert not document.read_only
        assert document.read_inventory().entries == typical_inventory().entries
        assert document.undo() is not None
    assert read_header(path).version == NEXT


def test_that_released_steps_are_found_by_their_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert [step.version.number for step in runner.released_steps()] == [1001, 1002]
    package = tmp_path / "steps"
    package.mkdir()
    for name in ("to_3000", "to_2001", "notes"):
        text = f"INFO = '{name}'\ndef migrate(connection): pass\n"
        (package / f"{name}.py").write_text(text if name != "notes" else "raise RuntimeError")
    steps = ModuleType("steps")
    steps.__path__ = [str(package)]
    monkeypatch.setitem(__import__("sys").modules, "steps", steps)
    monkeypatch.setattr(runner, "migrations", steps)
    assert [(step.version, step.info) for step in runner.released_steps()] == [
        (Version(2, 1), "to_2001"),
        (Version(3, 0), "to_3000"),
    ]
