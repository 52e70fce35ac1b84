import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kbdesk.paths import DataDir
from kbdesk.storage import creation
from kbdesk.storage.document import Document
from kbdesk.storage.file_swap import temporary_beside
from tests.builders import DUDENHOFEN
from tests.storage.refusals import refused


def create(path: Path, data_dir: DataDir) -> None:
    Document.create(path, DUDENHOFEN, who="A", data_dir=data_dir).close()


def names_in(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def test_that_a_file_is_never_overwritten(path: Path, data_dir: DataDir) -> None:
    path.write_text("mine")
    with refused("document.exists", path.name):
        create(path, data_dir)
    assert path.read_text() == "mine"
    assert names_in(path.parent) == [path.name]


def test_that_a_file_made_by_another_meanwhile_is_not_overwritten(
    path: Path, data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = creation._build

    def build_slowly(unfinished: Path, *facts: object) -> None:
        build(unfinished, *facts)  # type: ignore[arg-type]  # passed through as they came
        path.write_text("quicker")

    monkeypatch.setattr(creation, "_build", build_slowly)
    with refused("document.exists", path.name):
        create(path, data_dir)
    assert path.read_text() == "quicker"
    assert names_in(path.parent) == [path.name]


def test_that_a_missing_folder_is_named(path: Path, data_dir: DataDir) -> None:
    with refused("document.folder_missing", str(path.parent / "none")):
        create(path.parent / "none" / path.name, data_dir)


def test_that_an_impossible_name_is_refused(path: Path, data_dir: DataDir) -> None:
    with refused("document.name_impossible"):
        create(path.with_name("x" * 300 + ".kbdesk"), data_dir)


def test_that_a_file_appears_complete_or_not_at_all(
    path: Path, data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_finished: Path, _path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(creation, "appear", interrupted)
    with pytest.raises(KeyboardInterrupt):
        create(path, data_dir)
    assert names_in(path.parent) == []


@pytest.mark.skipif(os.name == "nt", reason="there a file is renamed, not linked")
def test_that_a_file_system_without_links_is_no_hindrance(
    path: Path, data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(_source: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    create(path, data_dir)
    assert names_in(path.parent) == [path.name]
    with refused("document.exists"):
        create(path, data_dir)


@pytest.mark.parametrize("name", ["Straße & Söhne.kbdesk", "100% #1?.kbdesk", "北京.kbdesk", "a b.kbdesk"])
def test_that_any_name_will_do(path: Path, data_dir: DataDir, name: str) -> None:
    create(path.with_name(name), data_dir)
    with Document.open(path.with_name(name), who="A", data_dir=data_dir) as document:
        assert document.read_inventory().municipality == DUDENHOFEN


def test_that_a_relative_path_stays_right_when_the_folder_changes(
    path: Path, data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    with Document.create(Path(path.name), DUDENHOFEN, who="A", data_dir=data_dir) as document:
        monkeypatch.chdir("/")
        assert document.backup().exists()
        assert document.path == path


def test_that_what_a_killed_program_left_is_removed_by_the_next_opening(
    document: Document, path: Path, reopen: Callable[[], Document]
) -> None:
    document.close()
    for purpose in ("new", "migrating", "restored", "restored-journal"):
        temporary_beside(path, purpose).write_text("left behind")
    others = path.with_name(".Dudenhofen.txt")
    others.write_text("not ours")
    reopen().close()
    assert names_in(path.parent) == sorted([others.name, path.name])
