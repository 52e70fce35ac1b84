"""What every command is given: the desk, texts, and where its words go."""

import argparse
import json
import re
import sys
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING
from typing import Any
from typing import NoReturn

from kbdesk.errors import UserError
from kbdesk.models.year_lists import read_years
from kbdesk.paths import DataDir
from kbdesk.services.reference import Reference
from kbdesk.texts.texts import Texts

if TYPE_CHECKING:
    from kbdesk.services.desk import Desk
    from kbdesk.services.project import Project

Arguments = argparse.Namespace
_NUMBER = re.compile(r"–?|[+−-]?\d[\d.,’'\s]*(?:\s?[%t].*)?")
"""A cell of a column of numbers: empty, a dash, or a number with its unit."""
_ONE_LINE = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")


class CommandParser(argparse.ArgumentParser):
    """Speaks the language of the texts, and says in one sentence what is wrong with the call."""

    def __init__(self, name: str, summary: str, texts: Texts) -> None:
        super().__init__(prog=f"kbdesk {name}", description=texts.tr(summary))
        self.tr = texts.tr

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

    def say_json(self, document: Mapping[str, Any]) -> None:
        """Print the result as one JSON document, in plain ASCII where the stream knows no more.

        A decimal is a number with all its digits: as a float it would lose the last.
        """
        plain = not (sys.stdout.encoding or "").lower().startswith("utf")
        token = token_hex()  # no text of a document has it
        text = json.dumps(
            document, ensure_ascii=plain, indent=1, allow_nan=False, default=lambda number: f"{token}{number:f}"
        )
        self.say(re.sub(rf'"{token}(-?[\d.]+)"', r"\1", text))

    def complain(self, line: str) -> None:
        """Print a line about something that needs attention; what it quotes cannot break it or steer the terminal."""
        print(line if line.isprintable() else line.translate(_ONE_LINE), file=sys.stderr)

    def table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print rows under a header in aligned columns; columns of numbers stand to the right."""
        body = [tuple(row) for row in rows]
        lines = [tuple(header), *body]
        widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
        right = [all(_NUMBER.fullmatch(line[column]) for line in body) for column in range(len(header))]
        for line in lines:
            cells = zip(line, widths, right, strict=True)
            shown = (cell.rjust(width) if number else cell.ljust(width) for cell, width, number in cells)
            self.say("  ".join(shown).rstrip())

    def open(self, path: Path, *, read_only: bool = False) -> "Project":
        """Open a document for this command."""
        return self.desk.open(path, read_only=read_only)


def years_argument(text: str) -> tuple[int, ...]:
    """Years written as ``2010,2015-2018``."""
    years = read_years(text)
    if not years:
        raise UserError("cli.years", found=text)
    return years


def add_format(parser: CommandParser, *formats: str) -> None:
    """Offer ``--format``; the first is the usual one."""
    parser.add_argument("--format", choices=formats, default=formats[0], help=parser.tr("how the result is printed"))
