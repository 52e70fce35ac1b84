"""Making a document and reading tables into it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Kbdesk


@pytest.fixture
def town(kbdesk: Kbdesk, tmp_path: Path) -> Path:
    path = tmp_path / "Town.kbdesk"
    assert kbdesk("new", path, "--country", "DE", "--name", "Dudenhofen", "--code", "07338007").code == 0
    return path


def test_that_a_document_is_never_overwritten(kbdesk: Kbdesk, town: Path) -> None:
    before = town.read_bytes()
    refused = kbdesk("new", town, "--country", "DE", "--name", "Alzey")
    assert refused.code == 2
    assert town.name in refused.err
    assert town.read_bytes() == before


@pytest.mark.parametrize(
    "wrong",
    [
        ("--base-year", "1850"),
        ("--base-year", "abc"),
        ("--factor-set", "none-such"),
        ("--country", "D"),
        ("--country", "ZZ"),
        ("--country", "DEU"),
        ("--language", "deutsch"),
        ("--name", "Bad\nEms"),
        ("--code", "07\x1b[2J"),
    ],
)
def test_that_bad_arguments_are_refused_before_anything_is_written(
    kbdesk: Kbdesk, tmp_path: Path, wrong: tuple[str, str]
) -> None:
    refused = kbdesk("new", tmp_path / "x.kbdesk", "--country", "DE", "--name", "Alzey", *wrong)
    assert (refused.code, len(refused.err.strip().splitlines())) == (2, 1)
    assert wrong[1].splitlines()[0].partition("\x1b")[0] in refused.err
    assert not (tmp_path / "x.kbdesk").exists()


def test_that_rejected_rows_keep_everything_out_until_they_are_skipped(
    kbdesk: Kbdesk, town: Path, tmp_path: Path
) -> None:
    table = tmp_path / "energy.csv"
    table.write_text(
        "year;sector;carrier;quantity;unit\n"
        "2020;residential;electricity;9.700,5;MWh\n"
        "2020;residential;electricty;12,5;MWh\n"
        "2020;tertiary;natural_gas;12;furlong\n",
        "utf-8",
    )
    refused = kbdesk("import", town, table)
    assert refused.code == 1
    assert "electricty" in refused.err
    assert "furlong" in refused.err
    assert kbdesk("inventory", town, "--format", "json").json["years"] == []
    assert kbdesk("import", town, table, "--skip-rejected").code == 0
    cells = kbdesk("inventory", town, "--format", "json").json["years"][0]["cells"]
    assert [(c["quantity"], c["text"]) for c in cells] == [(9700.5, "9.700,5")]
    assert "electricty" in (tmp_path / "energy-rejected.csv").read_text("utf-8-sig")


def test_that_importing_the_same_table_again_changes_nothing(kbdesk: Kbdesk, town: Path, tmp_path: Path) -> None:
    table = tmp_path / "energy.csv"
    table.write_text("year,sector,carrier,quantity,unit\n2020,residential,electricity,9700,MWh\n", "utf-8")
    assert "new 1" in kbdesk("import", town, table).out
    again = kbdesk("import", town, table)
    assert (again.code, "same 1" in again.out, "new 0" in again.out) == (0, True, True)


def test_that_a_dry_run_writes_nothing(kbdesk: Kbdesk, town: Path, tmp_path: Path) -> None:
    table = tmp_path / "energy.csv"
    table.write_text("year,sector,carrier,quantity,unit\n2020,residential,electricity,9700,MWh\n", "utf-8")
    assert "new 1" in kbdesk("import", town, table, "--dry-run").out
    assert kbdesk("inventory", town, "--format", "json").json["years"] == []


@pytest.mark.parametrize(
    "content", [b"", b"year,sector,carrier,quantity,unit\n", b"\x00\x01\x02\xff" * 50, b"a,b\n1,2\n"]
)
def test_that_a_table_that_is_none_ends_in_one_sentence(
    kbdesk: Kbdesk, town: Path, tmp_path: Path, content: bytes
) -> None:
    table = tmp_path / "strange.csv"
    table.write_bytes(content)
    refused = kbdesk("import", town, table)
    assert refused.code == 2
    assert "strange.csv" in refused.err
    assert len(refused.err.strip().splitlines()) == 1


def test_that_foreign_and_missing_documents_end_in_one_sentence(kbdesk: Kbdesk, tmp_path: Path) -> None:
    (tmp_path / "letter.kbdesk").write_text("Dear Sir", "utf-8")
    for name in ("letter.kbdesk", "nothing.kbdesk"):
        refused = kbdesk("inventory", tmp_path / name)
        assert (refused.code, name in refused.err, len(refused.err.strip().splitlines())) == (2, True, 1)


def test_that_the_search_finds_a_municipality_without_accents(kbdesk: Kbdesk) -> None:
    found = kbdesk("municipalities", "munster", "--country", "DE")
    assert "05515000" in found.out
    assert kbdesk("municipalities", "qqqqqq").code == 1
