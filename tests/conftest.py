"""What holds for every test: its own home and data folder, no unexpected warning, nothing of Qt left behind."""

import logging
import os
import sys
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

# Before Qt or matplotlib are imported by any test. The font cache of matplotlib takes seconds to make: keep it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("MPLCONFIGDIR", str(Path(__file__).resolve().parent.parent / ".pytest_cache" / "matplotlib"))

import hypothesis
import pytest

from kbdesk.paths import DataDir

hypothesis.settings.register_profile("kbdesk", deadline=None, print_blob=True)
hypothesis.settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "kbdesk")

_RESULT = pytest.StashKey[int]()
_QT_FIXTURES = frozenset({"qtbot", "qapp", "qtmodeltester"})
_HOME_VARIABLES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
)


def _uses_qt(item: pytest.Item) -> bool:
    return not _QT_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep the result for the end."""
    session.config.stash[_RESULT] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End the process with the result of the tests, before Python takes Qt's classes down.

    Windows of thousands of tests and the classes they are of are destroyed in no certain order then, which now and then
    ends in a crash after everything has passed. That the program itself ends well is tested on its own process.
    """
    if "PySide6" in sys.modules and _RESULT in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[_RESULT])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses Qt, so that ``-m "not gui"`` leaves it out."""
    for item in items:
        if _uses_qt(item):
            item.add_marker("gui")


@pytest.fixture
def data_dir(tmp_path: Path) -> DataDir:
    """The user's folder of this test."""
    return DataDir(tmp_path / "kbdesk-data")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder for this test alone, and no language from the environment."""
    home = tmp_path_factory.mktemp("home")
    for name in _HOME_VARIABLES:
        monkeypatch.setenv(name, str(home))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return home


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A logged warning fails the test; one that expects it looks at ``caplog`` and then calls ``caplog.clear()``."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [record for record in records if record.levelno >= logging.WARNING]
    if unexpected:
        pytest.fail("Logged: " + "; ".join(f"{r.name}: {r.getMessage()}" for r in unexpected), pytrace=False)


@pytest.fixture(autouse=True)
def no_unexpected_dialog(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for an answer would stop the run for ever: it fails the test instead.

    A test that expects one replaces the function itself.
    """
    if _uses_qt(request.node):
        from PySide6 import QtWidgets

        for owner, names in {
            QtWidgets.QDialog: ("exec",),
            QtWidgets.QMessageBox: ("exec", "about", "aboutQt", "critical", "information", "question", "warning"),
            QtWidgets.QFileDialog: (
                "getExistingDirectory",
                "getOpenFileName",
                "getOpenFileNames",
                "getSaveFileName",
            ),
            QtWidgets.QInputDialog: ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
            QtWidgets.QColorDialog: ("getColor",),
            QtWidgets.QFontDialog: ("getFont",),
        }.items():
            for name in names:
                monkeypatch.setattr(owner, name, _unexpected(f"{owner.__name__}.{name}"))


def _unexpected(name: str) -> Callable[..., None]:
    def fail(*arguments: object, **_named: object) -> None:
        pytest.fail(f"Unexpected dialog: {name}{arguments[1:]}")

    return fail


@pytest.fixture(autouse=True)
def nothing_of_qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Windows still open, timers still running and threads still at work after a test disturb the next one."""
    if not _uses_qt(request.node):
        yield
        return
    before = set(_running())
    yield
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtCore import QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [description for key, description in _running().items() if key not in before]
    if left:
        pytest.fail("Left behind: " + ", ".join(sorted(left)), pytrace=False)


def _running() -> dict[int, str]:
    """What is open, ticking or working at this moment, with a description each."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    import shiboken6
    from PySide6.QtCore import QThread
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

    found = {}
    for thing in shiboken6.getAllValidWrappers():
        if isinstance(thing, QTimer) and thing.isActive():
            found[id(thing)] = f"timer of {thing.interval()} ms, parent {thing.parent()}"
        elif isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread():
            found[id(thing)] = f"thread {thing.objectName() or thing}"
        elif isinstance(thing, QWidget) and thing.isWindow() and thing.isVisible():
            found[id(thing)] = f"window {thing.windowTitle() or thing}"
    return found
