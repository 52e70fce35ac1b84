"""What is told about a new document before it is made."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kbdesk.models.inventory import Municipality
from kbdesk.services.desk import SUFFIX

if TYPE_CHECKING:
    from kbdesk.models.municipalities import KnownMunicipality

_NO_FILE_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?* ]+')
_ADDITION = re.compile(r" *[,(/].*")


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to be made; ``known`` is the municipality as the European list has it."""

    path: Path
    municipality: Municipality
    known: "KnownMunicipality | None"


def proposed_path(folder: Path, municipality: str) -> Path:
    """A file name for a municipality that is not taken yet: *Name.kbdesk*, else *Name 2.kbdesk* and so on."""
    stem = _NO_FILE_NAME.sub(" ", _ADDITION.sub("", municipality)).strip(" .") or "kbdesk"
    return free_path(folder / f"{stem}{SUFFIX}")


def free_path(path: Path) -> Path:
    """The path itself, or with the first number that makes it free."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem} {number}{path.suffix}")
    return found
