"""A submission in the hands of a spreadsheet program: re-saved, edited, broken."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl import load_workbook

from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from kbdesk.services.submitting import Release
from kbdesk.services.submitting import create_submission
from tests.e2e.processes import kbdesk

PATIENCE = 120
SHEETS = ["Summary", "Values", "Explanations", "Changes", "Method", "Commitments and activities", "Transport"]
Converter = Callable[[Path], Path]


@pytest.fixture(scope="module")
def submission(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("submission")
    desk = Desk(Reference(resources_dir()), DataDir(folder / "data"))
    with desk.create_sample(folder / "Muenster.kbdesk") as project:
        return create_submission(project, 2015, folder, Release("Maria Beispiel", "Stadt")).path


@pytest.fixture
def libreoffice(tmp_path: Path) -> Converter:
    """Opens a workbook in LibreOffice, without its window and with a profile of its own, and saves it."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")

    def convert(path: Path) -> Path:
        target = tmp_path / "saved by LibreOffice"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
        return target / path.name

    return convert


def change(path: Path, target: Path, edit: Callable[[Workbook], str]) -> str:
    """Save a changed copy, as a person would in a spreadsheet; where it was changed."""
    book = load_workbook(path)
    where = edit(book)
    book.save(target)
    return where


def raise_first_emissions(book: Workbook) -> str:
    """One digit more in the emissions of the first value."""
    sheet = book["Values"]
    column = next(number for number, cell in enumerate(sheet[1], start=1) if "Emissions" in str(cell.value))
    cell = sheet.cell(2, column)
    assert isinstance(cell.value, int | float)
    cell.value += 1
    return f"Values!{cell.coordinate}"


def exchange_two_signs(book: Workbook) -> str:
    """Two signs in the middle of the payload the other way round."""
    cell = next(cell for row in book["Transport"].iter_rows() for cell in row if len(str(cell.value)) > 500)
    text = str(cell.value)
    middle = next(i for i in range(len(text) // 2, len(text)) if text[i] != text[i + 1])
    cell.value = text[:middle] + text[middle + 1] + text[middle] + text[middle + 2 :]
    return f"Transport!{cell.coordinate}"


def test_that_a_submission_saved_by_libreoffice_is_intact(
    submission: Path, libreoffice: Converter, data_dir: DataDir
) -> None:
    saved = libreoffice(submission)
    done = kbdesk(data_dir, "verify", saved)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "intact" in done.stdout
    book = load_workbook(saved)
    assert book.sheetnames == SHEETS
    assert {sheet.sheet_state for sheet in book} == {"visible"}


def test_that_a_value_edited_in_libreoffice_is_named(
    submission: Path, libreoffice: Converter, data_dir: DataDir
) -> None:
    saved = libreoffice(submission)
    where = change(saved, saved, raise_first_emissions)
    done = kbdesk(data_dir, "verify", saved)
    assert done.returncode == 1
    assert "edited" in done.stdout
    assert where in done.stdout


def test_that_an_edited_value_is_named(submission: Path, tmp_path: Path, data_dir: DataDir) -> None:
    where = change(submission, tmp_path / "edited.xlsx", raise_first_emissions)
    done = kbdesk(data_dir, "verify", tmp_path / "edited.xlsx")
    assert done.returncode == 1
    assert "edited" in done.stdout
    assert where in done.stdout


def test_that_a_changed_payload_is_damaged(submission: Path, tmp_path: Path, data_dir: DataDir) -> None:
    change(submission, tmp_path / "damaged.xlsx", exchange_two_signs)
    done = kbdesk(data_dir, "verify", tmp_path / "damaged.xlsx")
    assert done.returncode == 1
    assert "damaged" in done.stdout
