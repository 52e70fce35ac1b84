"""What happens to a submission's file when the register cannot take it, and that what was sent stays as it was sent."""

import gzip
import json
from pathlib import Path
from typing import NoReturn

import pytest

from kbdesk.errors import UserError
from kbdesk.models.inventory import EntryKey
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.services import data_entry
from kbdesk.services import declaring
from kbdesk.services.project import Project
from kbdesk.services.submitting import Release
from kbdesk.services.submitting import create_submission
from kbdesk.services.verifying import verifier


def test_that_no_file_is_left_that_the_register_does_not_know(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(entry: SubmissionEntry) -> NoReturn:
        raise UserError("document.disk_full", file=entry.file_name, folder=str(tmp_path))

    folder = tmp_path / "submissions"
    with monkeypatch.context() as patched:
        patched.setattr(project.document, "register_submission", full)
        with pytest.raises(UserError):
            create_submission(project, 2020, folder, Release("", ""))
    assert list(folder.iterdir()) == []
    assert create_submission(project, 2020, folder, Release("", "")).path.name.startswith("KB-DE-07338007-2020-r1-")


def test_that_what_was_sent_stays_as_it_was_sent(project: Project, tmp_path: Path) -> None:
    data_entry.record_quantity(project, EntryKey(2020, "residential", "ambient_heat"), "320 MWh", ".")
    sent = create_submission(project, 2020, tmp_path, Release("", ""))
    declaring.declare_heat_pumps(project, "yes")
    again = create_submission(project, 2020, tmp_path, Release("", ""))
    first, second = (json.loads(gzip.decompress(entry.payload)) for entry in project.document.submissions())
    assert first == json.loads(sent.payload)
    assert "accounting" not in first
    assert second == json.loads(again.payload)
    assert [change["field"] for change in second["changes"]] == ["heat_pumps_metered"]
    checks = verifier(project.reference)
    assert checks.verify(sent.path).sound
    assert checks.verify(again.path).sound
