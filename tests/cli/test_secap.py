"""The Covenant's tables as a workbook: the figures of a published inventory in the order of its form."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Kbdesk


def test_that_vinkovcis_inventory_has_its_published_totals_in_the_form(
    kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path
) -> None:
    done = kbdesk("export", vinkovci, "--year", 2011, "--to", "secap", "--out", tmp_path)
    assert done.code == 0, done.err
    (path,) = tmp_path.glob("secap-HR-*-2011.xlsx")
    book = load_workbook(path)
    assert book.sheetnames == ["Inventory", "A Final energy", "B Emissions", "Factors"]
    energy, emissions = (list(book[name].iter_rows(values_only=True)) for name in book.sheetnames[1:3])
    assert float(str(energy[-1][-1])) == pytest.approx(448_608.50, abs=0.01)
    assert float(str(emissions[-1][-1])) == pytest.approx(88_739.45, abs=0.01)
    assert energy[2][1] == "Electricity"
    assert not any(
        str(value).startswith("=") for sheet in book for row in sheet.iter_rows(values_only=True) for value in row
    )
    again = kbdesk("export", vinkovci, "--year", 2011, "--to", "secap", "--out", tmp_path)
    assert again.code == 2
    assert "secap-HR" in again.err


def test_that_a_year_is_needed_and_must_have_values(kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path) -> None:
    assert "need --year" in kbdesk("export", vinkovci, "--to", "secap", "--out", tmp_path).err
    assert "no values for 1999" in kbdesk("export", vinkovci, "--to", "secap", "--year", 1999, "--out", tmp_path).err
