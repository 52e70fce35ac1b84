"""The document's data in open layouts: tidy CSV tables, or the computed inventory as JSON."""

import json
import re
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.csv_writer import csv_text
from kbdesk.exchange.tables_out import write_tables
from kbdesk.exchange.whole_file import write_whole
from kbdesk.models.views import ViewKind
from kbdesk.models.views import view
from kbdesk.services import activities
from kbdesk.services.project import Project
from kbdesk.services.reporting import inventory_document


def export_tables(project: Project, folder: Path) -> tuple[Path, ...]:
    """Write the tables that ``import`` reads back without loss, and the register of activities; never overwrites."""
    texts = project.reference.texts(project.municipality.language)
    register = make_folder(folder) / "activities.csv"
    if project.inventory.activities and register.exists():
        raise UserError("export.exists", path=str(register))
    tables = write_tables(project.inventory, folder, texts)
    if not project.inventory.activities:
        return tables
    try:
        write_whole(register, csv_text(activities.plain_rows(project, texts)).encode())
    except OSError as error:
        raise UserError("export.not_written", path=str(register), reason=error.strerror or str(error)) from error
    return (*tables, register)


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


def export_secap(project: Project, folder: Path, year: int) -> Path:
    """Write a year in the order of the Covenant of Mayors' form; a year without values is a ``UserError``."""
    from kbdesk.exchange.secap import CovenantYear  # noqa: PLC0415 - workbooks are seldom written
    from kbdesk.exchange.secap import write_secap  # noqa: PLC0415 - as above

    result = project.results.get(year)
    if result is None:
        raise UserError("submission.no_year", year=str(year), years=", ".join(map(str, project.results)) or "–")
    municipality, codebook = project.municipality, project.reference.codebook
    code = re.sub("[^0-9A-Za-z]", "", municipality.code) or "x"
    form = CovenantYear(
        municipality,
        result,
        project.factor_set,
        view(result, codebook, ViewKind.COVENANT_ENERGY),
        view(result, codebook, ViewKind.COVENANT_EMISSIONS),
        project.today(),
    )
    path = make_folder(folder) / f"secap-{municipality.country}-{code}-{year}.xlsx"
    return write_secap(form, path, project.reference.texts("en"))


def make_folder(folder: Path) -> Path:
    """Make the folder where it is missing, with those above it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("export.not_written", path=str(folder), reason=error.strerror or str(error)) from error
    return folder
