"""What happens to a submission's file when the register cannot take it."""

from pathlib import Path
from typing import NoReturn

import pytest

from kbdesk.errors import UserError
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.services.project import Project
from kbdesk.services.submitting import Release
from kbdesk.services.submitting import create_submission


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
