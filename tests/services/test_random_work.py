"""Random edits, undos, redos, restarts and kills: the document is always what it must be.

``KBDESK_WALKS=5000`` makes the long run of so many steps; the seeds are pytest's parameter ids.
"""

import multiprocessing
import os
import random
import sqlite3
import sys
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from kbdesk.models.changes import StepKind
from kbdesk.services.desk import Desk
from tests.builders import DUDENHOFEN
from tests.builders import records_in
from tests.services import killed_officer
from tests.services.expected_state import ExpectedState
from tests.services.killed_officer import Report
from tests.services.killed_officer import digest
from tests.services.random_work import RandomWork

STEPS = int(os.environ.get("KBDESK_WALKS", "900"))
STEPS_OF_ONE_DOCUMENT = 300
RESTARTED_EVERY, BACK_AND_FORTH_EVERY = 25, 10
STEPS_OF_ONE_KILL = 100
KILLS_OF_ONE_DOCUMENT = 3
LONGEST_WAIT = 0.3


@pytest.fixture
def path(desk: Desk, tmp_path: Path) -> Path:
    desk.create(tmp_path / "Town.kbdesk", DUDENHOFEN).close()
    return tmp_path / "Town.kbdesk"


@pytest.mark.parametrize("seed", range(-(-STEPS // STEPS_OF_ONE_DOCUMENT)))
def test_that_the_document_is_what_random_work_must_make_of_it(desk: Desk, path: Path, seed: int) -> None:
    work = RandomWork(desk, path, seed)
    try:
        for number in range(1, STEPS_OF_ONE_DOCUMENT + 1):
            work.step()
            if number % BACK_AND_FORTH_EVERY == 0:
                work.go_back_and_forth()
            if number % RESTARTED_EVERY == 0:
                work.restart()
        while work.expected.can_undo:
            work.undo()
        assert records_in(work.project.inventory) == (DUDENHOFEN,)
        while work.expected.can_redo:
            work.redo()
        work.restart()
    finally:
        work.close()


def last_report(path: Path, desk: Desk, seed: int, seconds: float) -> Report:
    """Lets somebody work at random, kills them, and returns the last they were told was saved."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([killed_officer.__name__])
    receiving, sending = context.Pipe(duplex=False)
    officer = context.Process(target=killed_officer.work, args=(path, desk.data_dir, seed, sending))
    officer.start()
    sending.close()
    with closing(receiving):
        first: Report = receiving.recv()
        officer.join(seconds)
        officer.kill()
        officer.join()
        last = [first, *rest_of(receiving)][-1]
    assert officer.exitcode == -9
    officer.close()
    return last


def rest_of(receiving: Connection) -> list[Report]:
    found: list[Report] = []
    try:
        while True:
            found.append(receiving.recv())
    except (EOFError, OSError):
        return found


@pytest.mark.skipif(sys.platform == "win32", reason="needs processes that start in an instant")
@pytest.mark.parametrize("seed", range(-(-STEPS // (STEPS_OF_ONE_KILL * KILLS_OF_ONE_DOCUMENT))))
def test_that_what_was_said_to_be_saved_survives_a_kill_in_the_midst_of_work(desk: Desk, path: Path, seed: int) -> None:
    waits = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for number in range(KILLS_OF_ONE_DOCUMENT):
        said = last_report(path, desk, 1000 * seed + number, waits.uniform(0, LONGEST_WAIT))
        with desk.open(path) as project:
            found = {record.identity: record for record in records_in(project.inventory)}
            journal = project.document.changes_since(0)
            reference = desk.reference
            told = ExpectedState.of_journal(DUDENHOFEN, journal, reference.codebook, reference.cards)
            assert found == told.records
            # The one step more was saved when the kill kept it from being said.
            assert len(journal) in {said.steps, said.steps + 1}
            if len(journal) == said.steps:
                assert digest(found) == said.now
            elif journal[-1].kind is StepKind.EDIT:
                assert digest(told.previous) == said.now
            else:
                assert digest(found) == (said.previous if journal[-1].kind is StepKind.UNDO else said.following)
            assert (project.undo() is not None) == told.can_undo
            told.undo()
            assert {record.identity: record for record in records_in(project.inventory)} == told.records
            assert (project.redo() is not None) == told.can_redo
        with closing(sqlite3.connect(path)) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []
