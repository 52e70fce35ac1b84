"""The program as people start it: from a terminal, by a double click, on files that are not what they seem."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kbdesk import __version__
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.charting import CHART_KINDS
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from tests.builders import DUDENHOFEN
from tests.e2e.processes import PROGRAM
from tests.e2e.processes import ROOT
from tests.e2e.processes import drive
from tests.e2e.processes import driven
from tests.e2e.processes import environment
from tests.e2e.processes import kbdesk

Spoil = Callable[[Path], object]
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs rights and limits of POSIX")


@pytest.fixture
def desk(data_dir: DataDir) -> Desk:
    return Desk(Reference(resources_dir()), data_dir)


@pytest.fixture
def path(desk: Desk, tmp_path: Path) -> Path:
    folder = tmp_path / "Akten"
    folder.mkdir()
    desk.create(folder / "Dudenhofen.kbdesk", DUDENHOFEN).close()
    return folder / "Dudenhofen.kbdesk"


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What a failed command said, which must be a plain sentence or two on one line."""
    assert done.returncode == 2, done.stdout + done.stderr
    (line,) = done.stderr.splitlines()
    assert not done.stdout
    assert line.endswith((".", "”."))
    return line


def test_that_help_and_version_are_told_without_a_window(data_dir: DataDir) -> None:
    helped = kbdesk(data_dir, "--help")
    assert (helped.returncode, helped.stderr) == (0, "")
    assert "FILE.kbdesk" in helped.stdout.splitlines()[0]
    told = kbdesk(data_dir, "--version")
    assert (told.returncode, told.stdout, told.stderr) == (0, f"kbdesk {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--no-such-option"], "--no-such-option"),
        (["exprot", "Dudenhofen.kbdesk"], "exprot"),
        (["export", "--no-such-option"], "kbdesk export --help"),
        (["inventory"], "kbdesk inventory --help"),
        (["inventory", "nowhere.kbdesk"], "nowhere.kbdesk"),
    ],
)
def test_that_a_mistyped_call_ends_in_a_sentence(data_dir: DataDir, arguments: list[str], said: str) -> None:
    assert said in one_sentence(kbdesk(data_dir, *arguments))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_that_a_window_nobody_could_see_ends_in_a_sentence(data_dir: DataDir) -> None:
    screens = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    assert "screen" in one_sentence(kbdesk(data_dir, **screens))


def write_foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE recipes (name)")
        file.commit()


def write_text(path: Path) -> None:
    path.write_text("Dear colleagues,\nplease find attached …\n", "utf-8")


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)


def make_newer(path: Path) -> None:
    """As a program of the next major version would have written it."""
    with closing(sqlite3.connect(path)) as file:
        version = file.execute("PRAGMA user_version").fetchone()[0]
        file.execute(f"PRAGMA user_version = {version + 1000}")
        file.commit()


@pytest.mark.parametrize("spoil", [write_foreign, write_text, damage, make_newer, Path.unlink])
def test_that_a_file_that_cannot_be_opened_is_said_so(data_dir: DataDir, path: Path, spoil: Spoil) -> None:
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    said = one_sentence(kbdesk(data_dir, "inventory", path))
    assert path.name in said
    (shown,) = drive("look", data_dir, path)
    assert (shown["title"], shown["message"]) == ("kbdesk", said)
    assert (path.read_bytes() if path.exists() else None) == before


def test_that_the_demonstration_leaves_what_it_promises(data_dir: DataDir, tmp_path: Path) -> None:
    done = kbdesk(data_dir, "demo", "--out", tmp_path / "demo")
    assert (done.returncode, done.stderr) == (0, "")
    made = sorted(file.suffix for file in (tmp_path / "demo").iterdir())
    assert made == [".kbdesk", ".pdf", *[".png"] * len(CHART_KINDS), ".xlsx"]
    assert all(str(file) in done.stdout for file in (tmp_path / "demo").iterdir())
    assert "intact" in done.stdout.splitlines()[-1]
    (submission,) = (tmp_path / "demo").glob("*.xlsx")
    assert kbdesk(data_dir, "verify", submission).returncode == 0


def test_that_a_second_program_is_refused_with_the_name_of_the_first(path: Path, tmp_path: Path) -> None:
    first, second = DataDir(tmp_path / "first"), DataDir(tmp_path / "second")
    settings = Desk(Reference(resources_dir()), first).settings
    known = settings.load()
    known.name = "Maria Beispiel"
    settings.save(known)
    with driven("type", first, path) as window:
        window.next()
        window.next()
        assert "Maria Beispiel" in one_sentence(kbdesk(second, "import", path, path.with_name("table.csv")))
        (shown,) = drive("look", second, path)
        assert "Maria Beispiel" in shown["message"]
        assert shown["offered"] == ["Open for reading"]
        window.kill()


@pytest.fixture
def protected(path: Path) -> Iterator[Path]:
    """A document in a folder nobody may write to; as root, who may write everywhere, on a disk that is read only."""
    if os.geteuid() != 0:
        path.chmod(stat.S_IRUSR)
        path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
        yield path
        path.parent.chmod(stat.S_IRWXU)
        return
    disk = path.parent.parent / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], check=False, capture_output=True).returncode:
        pytest.skip("root may write everywhere, and may not mount a disk here")
    shutil.copy(path, disk)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    yield disk / path.name
    subprocess.run(["umount", disk], check=True)


@posix
def test_that_a_document_in_a_protected_folder_can_be_read(data_dir: DataDir, protected: Path) -> None:
    (shown,) = drive("look", data_dir, protected)
    assert protected.name in shown["message"]
    assert shown["offered"] == ["Open for reading"]
    assert kbdesk(data_dir, "inventory", protected).returncode == 0
    assert protected.name in one_sentence(kbdesk(data_dir, "import", protected, __file__))


@posix
def test_that_nothing_typed_is_lost_on_a_full_disk(data_dir: DataDir, path: Path, desk: Desk) -> None:
    full, later = drive("fill", data_dir, path)
    assert path.name in full["message"]
    assert full["saved"]
    assert full["kept"] == full["refused"][2], "what could not be saved stays in its cell"
    assert not later["message"]
    wanted = {(sector, carrier): text for sector, carrier, text in [*full["saved"], full["refused"]]}
    with desk.open(path) as project:
        entries = project.inventory.entries.values()
        assert {(entry.key.sector, entry.key.carrier): entry.text for entry in entries} == wanted


@posix
def test_that_a_reader_that_stops_reading_is_no_failure(data_dir: DataDir) -> None:
    command = [*PROGRAM, "--data-dir", str(data_dir.root), "municipalities", "a"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=ROOT
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(60) == 141


def test_that_the_program_runs_from_any_folder(data_dir: DataDir, tmp_path: Path) -> None:
    shutil.rmtree(data_dir.root, ignore_errors=True)
    done = subprocess.run(
        [*PROGRAM, "--data-dir", str(data_dir.root), "self-test"],
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr) == (0, "")
