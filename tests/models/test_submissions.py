from datetime import UTC
from datetime import datetime

from kbdesk.models.submissions import SubmissionEntry


def test_that_an_entry_made_before_any_change_stands_at_step_0() -> None:
    made = SubmissionEntry(2018, 1, "00", "K7QF2AB", "KB.xlsx", datetime(2025, 1, 1, tzinfo=UTC), b"")
    assert made.step == 0
