"""What the first 100 bytes of a file tell, read without opening it as a database."""

from pathlib import Path
from typing import NamedTuple

APPLICATION_ID = 0x4B42444B
"""``KBDK`` in ASCII: marks a data file of this program."""

_MAGIC = b"SQLite format 3\x00"
_LENGTH = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


class Version(NamedTuple):
    """The version of the file format: a newer minor can be read by older programs, a newer major cannot."""

    major: int
    minor: int

    @property
    def number(self) -> int:
        """As stored in ``user_version``."""
        return 1000 * self.major + self.minor

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


def version_of(number: int) -> Version:
    """The version stored as this ``user_version``."""
    return Version(*divmod(number, 1000))


CURRENT_VERSION = Version(1, 2)
"""The version this program writes."""


class Header(NamedTuple):
    """Whose file it is and of which version; ``blank``: empty or starting with nothing but zeros."""

    is_sqlite: bool
    blank: bool
    application_id: int
    version: Version

    @property
    def is_ours(self) -> bool:
        """Whether this program wrote the file."""
        return self.is_sqlite and self.application_id == APPLICATION_ID


def read_header(path: Path) -> Header:
    """The header of a file; raises ``OSError`` where it cannot be read."""
    with path.open("rb") as file:
        head = file.read(_LENGTH)
    return Header(
        is_sqlite=head.startswith(_MAGIC),
        blank=not head.strip(b"\x00"),
        application_id=int.from_bytes(head[_APPLICATION_ID], "big"),
        version=version_of(int.from_bytes(head[_USER_VERSION], "big")),
    )
