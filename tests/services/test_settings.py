"""Settings survive a restart; a file somebody spoiled costs nothing but itself."""

from pathlib import Path

import pytest

from kbdesk.services.settings import RECENT_LIMIT
from kbdesk.services.settings import Settings
from kbdesk.services.settings import SettingsFile


def test_that_settings_are_read_as_they_were_saved(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new folder" / "settings.json")
    saved = Settings("Anna Beck", "Umweltamt", "de", "en", ["one.kbdesk"])
    file.save(saved)
    assert file.load() == saved


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[1]", b'{"name": 5, "recent": "x", "colour": "red"}'])
def test_that_what_cannot_be_read_counts_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert SettingsFile(path).load() == Settings()


def test_that_what_can_be_read_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"office": "Umweltamt", "language": null, "recent": ["one.kbdesk", null, 2]}', "utf-8")
    assert SettingsFile(path).load() == Settings(office="Umweltamt", recent=["one.kbdesk"])


def test_that_recent_documents_are_few_and_each_stands_once(tmp_path: Path) -> None:
    settings = Settings()
    for number in (*range(RECENT_LIMIT + 3), 5):
        settings.remember(tmp_path / f"{number}.kbdesk")
    assert [Path(shown).stem for shown in settings.recent] == ["5", "10", "9", "8", "7", "6", "4", "3"]
