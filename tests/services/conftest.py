"""An open document for the services' tests, and the do-undo-redo check every command goes through."""

from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Record
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from tests.builders import DUDENHOFEN
from tests.builders import typical_inventory

CLIPBOARD = Path(__file__).parent.parent / "data" / "clipboard"
"""Recorded clipboards of spreadsheets."""

CheckState = Callable[[Callable[[], Change | None]], Change]


@pytest.fixture(scope="session")
def reference() -> Reference:
    return Reference(resources_dir())


@pytest.fixture
def desk(reference: Reference, tmp_path: Path) -> Desk:
    return Desk(reference, DataDir(tmp_path / "data"))


@pytest.fixture
def project(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    """A document with the typical inventory."""
    with desk.create(tmp_path / "Town.kbdesk", DUDENHOFEN) as opened:
        typical = typical_inventory()
        records: list[Record] = [*typical.entries.values(), *typical.base_data.values()]
        opened.commit("import", {"file": "typical", "count": str(len(records))}, [Edit(None, r) for r in records])
        yield opened


@pytest.fixture
def check_state(project: Project) -> CheckState:
    """Carry out a command, take it back, repeat it: the document must be as before, as after, also on disk."""

    def check(command: Callable[[], Change | None]) -> Change:
        before = project.inventory
        change = command()
        assert change is not None
        after, results = project.inventory, dict(project.results)
        assert after != before
        assert project.document.read_inventory() == after
        project.undo()
        assert project.inventory == before
        assert project.document.read_inventory() == before
        project.redo()
        assert project.inventory == after
        assert dict(project.results) == results
        return change

    return check
