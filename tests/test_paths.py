"""Where resources and user data are: beside the source, installed, frozen."""

import sys
from pathlib import Path

import pytest

from kbdesk import paths
from kbdesk.paths import DataDir
from kbdesk.paths import default_data_dir
from kbdesk.paths import resources_dir


def test_that_resources_beside_the_source_are_found() -> None:
    assert (resources_dir() / "codebook" / "sectors.csv").is_file()


def test_that_installed_resources_are_found_under_the_prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "site-packages" / "kbdesk" / "paths.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert resources_dir() == tmp_path / "share" / "kbdesk" / "resources"


def test_that_frozen_resources_are_found_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "kbdesk.exe"))
    assert resources_dir() == tmp_path.resolve() / "resources"


def test_that_everything_of_the_user_is_in_one_folder(tmp_path: Path) -> None:
    data = DataDir(tmp_path)
    assert {path.parent for path in (data.settings, data.backups, data.logs, data.documents)} == {tmp_path}


def test_that_the_usual_folder_is_the_users_own(own_home: Path) -> None:
    assert default_data_dir().root.is_relative_to(own_home)
