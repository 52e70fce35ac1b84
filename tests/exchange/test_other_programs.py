"""Submissions that went through a spreadsheet program."""

from pathlib import Path

import pytest

from kbdesk.exchange.verification import Status
from tests.exchange.examples import verified

SUBMISSIONS = Path(__file__).parent.parent / "data" / "submissions"


@pytest.mark.parametrize("name", ["as_written", "saved_by_libreoffice"])
def test_that_opening_and_saving_leaves_a_submission_intact(name: str) -> None:
    found = verified(SUBMISSIONS / f"{name}.xlsx")
    assert (found.status, found.differences) == (Status.INTACT, ())


def test_that_a_value_changed_in_a_spreadsheet_program_is_named() -> None:
    found = verified(SUBMISSIONS / "edited_in_libreoffice.xlsx")
    assert found.status is Status.EDITED
    assert [(d.place, d.found, d.expected) for d in found.differences] == [("Values!H2", "9700.51", "9700.50")]
