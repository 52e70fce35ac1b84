"""What every command is given: the desk, texts, and where its words go."""

import argparse
import sys
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from typing import NoReturn

from kbdesk.errors import UserError
from kbdesk.paths import DataDir
from kbdesk.services.reference import Reference
from kbdesk.texts.texts import Texts

if TYPE_CHECKING:
    from kbdesk.services.desk import Desk
    from kbdesk.services.project import Project

Arguments = argparse.Namespace


class CommandParser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the call."""

    def error(self, message: str) -> NoReturn:
        """Turn a usage error into one the user can mend."""
        raise UserError("cli.usage", command=self.prog, message=message)


@dataclass(frozen=True)
class Session:
    """One run of one command."""

    reference: Reference
    data_dir: DataDir
    texts: Texts

    @cached_property
    def desk(self) -> "Desk":
        """The program without an open document; commands that read none start without the database."""
        from kbdesk.services.desk import Desk  # noqa: PLC0415 - the database costs a quarter of a second

        return Desk(self.reference, self.data_dir)

    def say(self, line: str = "") -> None:
        """Print a line of the result."""
        print(line)

    def complain(self, line: str) -> None:
        """Print a line about something that needs attention."""
        print(line, file=sys.stderr)

    def table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print rows under a header in aligned columns, numbers to the right."""
        lines = [tuple(header), *(tuple(row) for row in rows)]
        widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
        for line in lines:
            cells = (_aligned(cell, width) for cell, width in zip(line, widths, strict=True))
            self.say("  ".join(cells).rstrip())

    def open(self, path: Path, *, read_only: bool = False) -> "Project":
        """Open a document for this command."""
        return self.desk.open(path, read_only=read_only)


def _aligned(cell: str, width: int) -> str:
    return cell.rjust(width) if cell[:1].isdigit() or cell[:1] in "–-+−" else cell.ljust(width)


def years_argument(text: str) -> tuple[int, ...]:
    """Years written as ``2010,2015-2018``."""
    years: list[int] = []
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        if not first.isdigit() or (last and not last.isdigit()):
            raise UserError("cli.years", found=text)
        years.extend(range(int(first), int(last or first) + 1))
    return tuple(years)


def add_format(parser: CommandParser, *formats: str) -> None:
    """Offer ``--format``; the first is the usual one."""
    parser.add_argument("--format", choices=formats, default=formats[0], help="how the result is printed")
