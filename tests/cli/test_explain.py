"""Any total unfolds on the command line, down to one value."""

from pathlib import Path

from tests.cli.conftest import Kbdesk


def test_that_a_year_a_sector_and_a_carrier_unfold(kbdesk: Kbdesk, vinkovci: Path) -> None:
    year = kbdesk("explain", vinkovci, "--year", 2011)
    assert year.code == 0, year.err
    assert "All energy-related emissions, 2011" in year.out
    assert "88,739 t CO2 from 448,609 MWh" in year.out
    sector = kbdesk("explain", vinkovci, "--year", 2011, "--sector", "residential").out
    assert "Residential buildings, 2011" in sector
    assert "Diesel" not in sector
    carrier = kbdesk("explain", vinkovci, "--year", 2011, "--carrier", "diesel").out
    assert "Residential" not in carrier
    assert "(own)" in carrier


def test_that_a_cell_is_still_explained_in_sentences(kbdesk: Kbdesk, vinkovci: Path) -> None:
    cell = kbdesk("explain", vinkovci, "--year", 2011, "--sector", "residential", "--carrier", "natural_gas")
    assert cell.code == 0, cell.err
    assert "Emission factor" in cell.out


def test_that_an_unknown_year_sector_or_carrier_is_said(kbdesk: Kbdesk, vinkovci: Path) -> None:
    missing = kbdesk("explain", vinkovci, "--year", 1999)
    assert (missing.code, missing.err.strip()) == (
        2,
        "There are no values of 1999 to explain. Years with values: 2011.",
    )
    assert kbdesk("explain", vinkovci, "--year", 2011, "--sector", "nowhere").code == 2
    assert kbdesk("explain", vinkovci, "--year", 2011, "--carrier", "nothing").code == 2
    empty = kbdesk("explain", vinkovci, "--year", 2011, "--sector", "agriculture")
    assert (empty.code, "There is nothing here to add up." in empty.out) == (0, True)
