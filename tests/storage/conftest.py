"""A data folder, a document with a clock, and an ordinary person's rights."""

import os
import shutil
import tempfile
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import AbstractContextManager
from contextlib import contextmanager
from pathlib import Path

import pytest

from kbdesk.paths import DataDir
from kbdesk.storage.document import Document
from tests.builders import DUDENHOFEN
from tests.storage.clocks import SetClock

_NOBODY = 65534


@pytest.fixture
def data_dir(tmp_path: Path) -> DataDir:
    return DataDir(tmp_path / "data")


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Dudenhofen.kbdesk"


@pytest.fixture
def document(path: Path, data_dir: DataDir, clock: SetClock) -> Iterator[Document]:
    with Document.create(path, DUDENHOFEN, who="Anna Beck", data_dir=data_dir, clock=clock) as created:
        yield created


@pytest.fixture
def reopen(path: Path, data_dir: DataDir, clock: SetClock) -> Callable[..., Document]:
    def opened(**options: bool) -> Document:
        return Document.open(path, who="Anna Beck", data_dir=data_dir, clock=clock, **options)

    return opened


@pytest.fixture
def ordinary_person() -> Callable[[], AbstractContextManager[None]]:
    """Rights that do not go past file permissions, also where the tests run as root."""

    @contextmanager
    def acting() -> Iterator[None]:
        if os.name == "nt" or os.geteuid() != 0:
            yield
            return
        os.setresuid(_NOBODY, _NOBODY, 0)
        try:
            yield
        finally:
            os.setresuid(0, 0, 0)

    return acting


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder everyone may reach and write to."""
    folder = Path(tempfile.mkdtemp(prefix="kbdesk-test-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)
