"""Everything recorded as the four tidy tables; importing them again loses nothing."""

from collections.abc import Iterator
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.csv_writer import csv_text
from kbdesk.exchange.named_sources import SourceNames
from kbdesk.exchange.payload_records import base_item
from kbdesk.exchange.payload_records import entry_item
from kbdesk.exchange.payload_records import factor_item
from kbdesk.exchange.payload_records import published_item
from kbdesk.exchange.table_kinds import COLUMNS
from kbdesk.exchange.table_kinds import TableKind
from kbdesk.exchange.whole_file import write_whole
from kbdesk.models.inventory import Inventory
from kbdesk.texts.texts import Texts


def write_tables(inventory: Inventory, folder: Path, texts: Texts) -> tuple[Path, ...]:
    """Write ``entries.csv``, ``structure.csv``, ``local_factors.csv``, ``published_results.csv`` into a folder.

    UTF-8, comma, decimal point, ids; sources in the words of ``texts``. A kind of which nothing is recorded has no
    file. Nothing is overwritten: where one of the files is there already, none is written.
    """
    tables = {folder / f"{kind.value}.csv": (kind, sorted(_rows(kind, inventory, texts))) for kind in TableKind}
    tables = {path: (kind, rows) for path, (kind, rows) in tables.items() if rows}
    for path in tables:
        if path.exists():
            raise UserError("export.exists", path=str(path))
    for path, (kind, rows) in tables.items():
        try:
            write_whole(path, csv_text([COLUMNS[kind].all, *rows]).encode())
        except OSError as error:
            raise UserError("export.not_written", path=str(path), reason=error.strerror or str(error)) from None
    return tuple(tables)


def _rows(kind: TableKind, inventory: Inventory, texts: Texts) -> Iterator[tuple[str, ...]]:
    names = SourceNames(inventory.sources, texts)
    items = {
        TableKind.ENTRIES: (entry_item(names.named(entry)) for entry in inventory.entries.values()),
        TableKind.STRUCTURE: (base_item(datum) for datum in inventory.base_data.values()),
        TableKind.LOCAL_FACTORS: (factor_item(factor) for factor in inventory.local_factors.values()),
        TableKind.PUBLISHED: (published_item(result) for result in inventory.published.values()),
    }[kind]
    for item in items:
        parameters = item.get("parameters")
        cells = item | (parameters if isinstance(parameters, dict) else {})
        cells |= {"quality": item.get("grade"), "quantity_typed": item.get("text"), "entry_origin": item.get("origin")}
        yield tuple("" if (cell := cells.get(name)) is None else str(cell) for name in COLUMNS[kind].all)
