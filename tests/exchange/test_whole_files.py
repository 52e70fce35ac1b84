"""Files that are no table at all, or in every encoding found in offices."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.exchange.import_plan import RowState
from tests import builders
from tests.exchange.examples import plan
from tests.exchange.examples import plan_of
from tests.exchange.examples import texts

TABLE = "year;sector;carrier;quantity;unit;source\n2020;residential;electricity;9700,5;MWh;{}\n"


def refusal(path: Path) -> str:
    """The code of the sentence with which a file is refused, which can be said in both languages."""
    with pytest.raises(UserError) as refused:
        plan(path)
    assert texts("en").error(refused.value) != texts("en").sentence("import.folder", {"file": "x"})
    assert texts("de").error(refused.value)
    return refused.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import.empty"),
        (b"\n\n \n", "import.empty"),
        (b"year,sector,carrier,quantity,unit\n", "import.header_only"),
        (b"year,sector,carrier,quantity,unit\n\n,,,,\n", "import.header_only"),
        (b"a,b,c\n1,2,3\n", "import.no_header"),
        (b"year,year,indicator,value\n1,2,3,4\n", "import.column_twice"),
        (bytes(range(256)) * 20, "import.not_a_table"),
        (b"%PDF-1.7\x00\x01\x02", "import.not_a_table"),
        (b"\xff\xfe\x41", "import.undecodable"),
        (b"\xef\xbb\xbfyear\xff", "import.undecodable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "import.old_workbook"),
        (b"PK\x03\x04 but nothing else", "import.broken_xlsx"),
        (b'year,indicator,value\n2020,population,"' + b"x" * 50_000, "import.broken_csv"),
    ],
)
def test_that_what_is_no_table_is_refused_with_a_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    assert refusal(path) == code


def test_that_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv") == "import.missing"
    assert refusal(tmp_path) == "import.folder"


def test_that_huge_files_are_refused_by_their_size_alone(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as handle:
        handle.truncate(200_000_000)
    assert refusal(huge) == "import.too_large"
    book = tmp_path / "huge.xlsx"
    with book.open("wb") as handle:
        handle.write(b"PK\x03\x04")
        handle.truncate(30_000_000)
    assert refusal(book) == "import.too_large"


def test_that_too_many_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("year,indicator,value\n" + "2020,population,1\n" * 100_001, encoding="utf-8")
    assert refusal(path) == "import.too_many_rows"


def test_that_archives_that_are_no_workbook_or_unpack_to_too_much_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refusal(other) == "import.not_a_table"
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 90_000_000)
    assert refusal(bomb) == "import.too_large_inside"


@pytest.mark.parametrize(
    ("encoding", "country", "word"),
    [
        ("utf-8", "DE", "Gemeindewerke Süd"),
        ("utf-8-sig", "AT", "Gemeindewerke Süd"),
        ("utf-16", "DE", "Gemeindewerke Süd – Straße"),
        ("cp1252", "DE", "Gemeindewerke Süd"),
        ("cp1250", "CZ", "Zákazníci města Plzeň, spotřeba elektřiny v domácnostech podle měření"),
        ("cp1253", "EL", "Κατανάλωση ηλεκτρικής ενέργειας των νοικοκυριών του δήμου Θεσσαλονίκης"),
        ("cp1257", "LT", "Elektros energijos suvartojimas Šiaulių mieste, namų ūkių skaičiavimas čia"),
    ],
)
def test_that_encodings_of_european_offices_are_read_and_reported(
    tmp_path: Path, encoding: str, country: str, word: str
) -> None:
    inventory = builders.inventory(municipality=replace(builders.DUDENHOFEN, country=country))
    found = plan_of(tmp_path, TABLE.format(word).encode(encoding), inventory)
    assert found.encoding == encoding.removesuffix("-sig")
    assert found.rows[0].cells[5] == word
    assert found.rows[0].state is RowState.NEW


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_that_every_separator_is_found(tmp_path: Path, separator: str) -> None:
    lines = ("year,sector,carrier,quantity,unit", '2020,residential,electricity,"1000",MWh')
    found = plan_of(tmp_path, "\n".join(lines).replace(",", separator))
    assert (found.separator, found.count(RowState.NEW)) == (separator, 1)


def test_that_statistics_decide_on_the_code_page_where_no_country_is_known(tmp_path: Path) -> None:
    inventory = builders.inventory(municipality=replace(builders.DUDENHOFEN, country=""))
    word = "Κατανάλωση ηλεκτρικής ενέργειας των νοικοκυριών του δήμου Θεσσαλονίκης"
    assert plan_of(tmp_path, TABLE.format(word).encode("cp1253"), inventory).encoding == "cp1253"


def test_that_too_many_cells_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("year,indicator,value\n" + ("," * 180 + "\n") * 9_000, encoding="utf-8")
    assert refusal(path) == "import.too_many_cells"


def test_that_many_rows_about_one_cell_name_a_few_of_each_other(tmp_path: Path) -> None:
    found = plan_of(tmp_path, "year,indicator,value\n" + "2020,population,1\n" * 20_000)
    assert len(found.rejected) == 20_000
    assert found.rows[-1].problems[0].expected == "2, 3, 4, 5, 6, 7"
