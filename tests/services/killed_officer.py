"""An officer at random work until killed, and what is reported: run in a process of its own."""

from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from kbdesk.models.inventory import Record
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from tests.services.expected_state import Records
from tests.services.random_work import RandomWork


class Report(NamedTuple):
    """How many steps were saved, and what the document must then hold, before and after the next undo or redo."""

    steps: int
    now: str
    previous: str
    following: str


def work(path: Path, data_dir: DataDir, seed: int, report: Connection) -> None:
    """Work without end; report every step when the program said it was saved."""
    officer = RandomWork(Desk(Reference(resources_dir()), data_dir), path, seed)
    while True:
        state, done = officer.expected, officer.project.document.changes_since(0)
        report.send(Report(len(done), *map(digest, (state.records, state.previous, state.following))))
        officer.step()


def digest(records: Records) -> str:
    """The records in short."""
    return sha256(repr(sorted(map(_shown, records.values()))).encode()).hexdigest()


def _shown(record: Record) -> tuple[tuple[str, ...], str]:
    return record.identity, repr(record)
