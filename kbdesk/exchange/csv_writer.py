"""Writing separated text that any spreadsheet reads and none runs."""

import csv
import io
import re
from collections.abc import Iterable
from collections.abc import Sequence
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.sheet_texts import GUARD
from kbdesk.exchange.sheet_texts import is_dangerous

_NUMBER = re.compile(r"[+-]?[0-9][0-9., ']*%?")


def csv_text(rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """The rows as text; cells that a spreadsheet might run are written with an apostrophe in front."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerows(
        [safe_cell(c) for c in row] for row in rows
    )
    return buffer.getvalue()


def write_csv(path: Path, rows: Iterable[Sequence[str]], code: str, separator: str = ",") -> None:
    """Write a new file (UTF-8 with byte order mark, so that spreadsheets see the accents); never overwrites."""
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as handle:
            handle.write(csv_text(rows, separator))
    except FileExistsError:
        raise
    except OSError as error:
        raise UserError(code, file=str(path), reason=error.strerror or str(error)) from None


def safe_cell(cell: str) -> str:
    """The cell as it is written; plain numbers keep their sign."""
    clean = cell.replace("\x00", "")
    return GUARD + clean if is_dangerous(clean) and not _NUMBER.fullmatch(clean) else clean
