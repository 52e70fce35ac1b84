"""The rows that could not be imported, as a table beside the original, with the reason in a column of its own."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from kbdesk.exchange.csv_writer import write_csv
from kbdesk.exchange.import_plan import ImportPlan
from kbdesk.texts.texts import Texts


def write_rejected(plan: ImportPlan, texts: Texts, folder: Path | None = None) -> Path:
    """Write ``name-rejected.csv`` beside the original (or into the folder) and say where; nothing is overwritten.

    The header is the original's, so that the corrected table can be imported as it is.
    """
    for path in _names(plan.path, folder or plan.path.parent):
        try:
            write_csv(path, _rows(plan, texts), "import.rejected_unwritable", plan.separator or ",")
        except FileExistsError:
            continue
        return path
    raise AssertionError("there is always another number")


def _rows(plan: ImportPlan, texts: Texts) -> Iterator[tuple[str, ...]]:
    width = len(plan.header)
    yield (*plan.header, texts.tr("row"), texts.tr("reason"))
    for row in plan.rejected:
        cells = (*row.cells, *[""] * width)[:width]
        reasons = " ".join(problem.sentence(texts) for problem in row.problems)
        yield (*cells, str(row.number), reasons)


def _names(original: Path, folder: Path) -> Iterator[Path]:
    yield folder / f"{original.stem}-rejected.csv"
    for number in count(2):
        yield folder / f"{original.stem}-rejected-{number}.csv"
