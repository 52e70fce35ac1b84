"""The document's data in open layouts: four tidy CSV tables, or the computed inventory as JSON."""

import json
import re
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.tables_out import write_tables
from kbdesk.exchange.whole_file import write_whole
from kbdesk.services.project import Project
from kbdesk.services.reporting import inventory_document


def export_tables(project: Project, folder: Path) -> tuple[Path, ...]:
    """Write the tables that ``import`` reads back without loss; never overwrites."""
    texts = project.reference.texts(project.municipality.language)
    return tuple(write_tables(project.inventory, make_folder(folder), texts))


def export_json(project: Project, folder: Path, year: int | None = None) -> Path:
    """Write the computed inventory of a year, or of all."""
    years = tuple(project.results) if year is None else (year,)
    municipality = project.municipality
    code = re.sub("[^0-9A-Za-z]", "", municipality.code) or "x"
    path = make_folder(folder) / f"inventory-{municipality.country}-{code}.json"
    content = json.dumps(inventory_document(project, years), ensure_ascii=False, indent=1)
    try:
        write_whole(path, f"{content}\n".encode())
    except OSError as error:
        raise UserError("export.not_written", path=str(path), reason=error.strerror or str(error)) from error
    return path


def make_folder(folder: Path) -> Path:
    """Make the folder where it is missing, with those above it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("export.not_written", path=str(folder), reason=error.strerror or str(error)) from error
    return folder
