from datetime import UTC
from datetime import datetime
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.storage.retention import DAYS_KEPT
from kbdesk.storage.retention import MONTHS_KEPT
from kbdesk.storage.retention import OTHERS_KEPT
from kbdesk.storage.retention import Reason
from kbdesk.storage.retention import Snapshot
from kbdesk.storage.retention import snapshot_at
from kbdesk.storage.retention import snapshot_name
from kbdesk.storage.retention import superseded

START = datetime(2020, 1, 1, 8, tzinfo=UTC)
times = st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - UTC follows
    lambda at: at.replace(microsecond=0)
)
snapshots = st.builds(
    lambda at, reason: Snapshot(at, reason, Path(snapshot_name(at, reason))), times, st.sampled_from(Reason)
)


@given(times, st.sampled_from(Reason), st.integers(0, 12))
def test_that_a_name_says_when_and_why(at: datetime, reason: Reason, number: int) -> None:
    path = Path(snapshot_name(at, reason, number))
    assert snapshot_at(path) == Snapshot(at, reason, path)


def test_that_a_name_can_be_read_by_people() -> None:
    at = datetime(2024, 3, 5, 14, 22, 33, tzinfo=UTC)
    assert snapshot_name(at, Reason.BEFORE_IMPORT) == "2024-03-05T142233Z_before-import.kbdesk"


@pytest.mark.parametrize(
    "name", ["a.kbdesk", "2024-03-05T142233Z.kbdesk", "2024-03-05T142233Z_dayly.kbdesk", ".kbdesk"]
)
def test_that_other_files_are_no_backups(name: str) -> None:
    assert snapshot_at(Path(name)) is None


def days(count: int, reason: Reason = Reason.DAILY) -> list[Snapshot]:
    return [Snapshot(START + timedelta(days=day), reason, Path(f"{day}")) for day in range(count)]


def test_that_ten_days_and_twelve_months_are_kept() -> None:
    taken = days(800)
    kept = sorted(set(taken) - set(superseded(taken)))
    assert kept[-DAYS_KEPT:] == taken[-DAYS_KEPT:]
    months = [(s.at.year, s.at.month) for s in kept]
    assert len(set(months)) == MONTHS_KEPT
    assert len(kept) == DAYS_KEPT + MONTHS_KEPT - 1


def test_that_months_are_kept_also_when_superseded_backups_go_every_day() -> None:
    kept: list[Snapshot] = []
    for snapshot in days(800):
        kept.append(snapshot)
        gone = superseded(kept)
        kept = [s for s in kept if s not in gone]
    assert kept == sorted(set(days(800)) - set(superseded(days(800))))


def test_that_submitted_states_are_kept_for_ever_and_others_by_number() -> None:
    submitted, imports = days(100, Reason.SUBMISSION), days(100, Reason.BEFORE_IMPORT)
    gone = superseded([*submitted, *imports])
    assert set(imports) - set(gone) == set(imports[-OTHERS_KEPT:])
    assert not set(submitted) & set(gone)


@given(st.lists(snapshots, max_size=60))
def test_that_the_newest_of_every_reason_is_always_kept(taken: list[Snapshot]) -> None:
    gone = set(superseded(taken))
    newest = max((s for s in taken if s.reason is Reason.DAILY), default=None)
    assert newest not in gone
    newest = max((s for s in taken if s.reason not in {Reason.DAILY, Reason.SUBMISSION}), default=None)
    assert newest not in gone
    kept = [s for s in taken if s not in gone]
    assert superseded(kept) == ()
