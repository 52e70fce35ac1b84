"""A file is there as a whole or not at all."""

from pathlib import Path

import pytest

from kbdesk.exchange.whole_file import write_whole


def test_that_a_file_is_written_with_its_folders_and_replaces_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file.txt"
    for content in (b"first", b"second"):
        write_whole(path, content)
        assert path.read_bytes() == content
        assert list(path.parent.iterdir()) == [path]


def test_that_nothing_half_written_is_left(tmp_path: Path) -> None:
    path = tmp_path / "taken"
    (path / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="taken"):
        write_whole(path, b"content")
    assert list(tmp_path.iterdir()) == [path]
