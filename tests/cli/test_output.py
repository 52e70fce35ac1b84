"""What commands print, where it goes, and that nothing is written elsewhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Kbdesk


def _in_a_process(folder: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    call = [sys.executable, "-m", "kbdesk", "--data-dir", str(folder / "data"), *map(str, arguments)]
    root = Path(__file__).parent.parent.parent
    kept = {name: value for name, value in os.environ.items() if name != "MPLCONFIGDIR"}
    surroundings = kept | {"PYTHONPATH": str(root), "HOME": str(folder / "home")} | environment
    return subprocess.run(call, capture_output=True, check=False, cwd=folder, env=surroundings)


def test_that_a_terminal_without_umlauts_gets_its_lines_all_the_same(tmp_path: Path) -> None:
    found = _in_a_process(tmp_path, "municipalities", "munst", PYTHONIOENCODING="ascii")
    assert (found.returncode, found.stderr) == (0, b"")
    assert b"05515000" in found.stdout


def test_that_json_stays_json_where_the_terminal_knows_ascii_only(tmp_path: Path) -> None:
    document = tmp_path / "m.kbdesk"
    assert _in_a_process(tmp_path, "new", document, "--country", "DE", "--name", "Münster").returncode == 0
    found = _in_a_process(tmp_path, "inventory", document, "--format", "json", PYTHONIOENCODING="ascii")
    assert found.returncode == 0, found.stderr
    assert json.loads(found.stdout.decode("ascii"))["municipality"]["name"] == "Münster"


def test_that_charts_write_nothing_outside_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    document = tmp_path / "m.kbdesk"
    assert _in_a_process(tmp_path, "new", document, "--country", "DE", "--name", "Münster").returncode == 0
    drawn = _in_a_process(tmp_path, "chart", document, "sectors", "--out", tmp_path / "sectors.png")
    assert drawn.returncode == 0, drawn.stderr
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.parametrize("years", ["1-99999999999", "²", "2012-2010", "2010-", "abc", "2010,,2011"])
def test_that_years_which_are_no_list_of_years_are_refused(kbdesk: Kbdesk, vinkovci: Path, years: str) -> None:
    refused = kbdesk("inventory", vinkovci, "--years", years)
    assert (refused.code, refused.out) == (2, "")
    assert years in refused.err


def test_that_tables_set_numbers_to_the_right_and_sentences_to_the_left(
    kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path
) -> None:
    header, *rows = kbdesk("inventory", vinkovci).out.splitlines()
    assert rows[0].index("88,739") + len("88,739") == header.index("Emissions [t]") + len("Emissions [t]")
    (tmp_path / "more.csv").write_text("year,sector,carrier,quantity,unit\n2012,waste_water,,5,\n", "utf-8")
    assert kbdesk("import", vinkovci, tmp_path / "more.csv").code == 0
    header, *findings = kbdesk("check", vinkovci).out.splitlines()
    assert {len(line) - len(line.partition("2012")[2]) for line in findings} == {header.index("Finding") + 4}
    direct = [line for line in kbdesk("inventory", vinkovci, "--format", "csv").out.splitlines() if ",direct," in line]
    assert direct == ["2012,waste_water,direct,5,t_CO2e,,,,,,5,,,,yes,"]


def test_that_a_chart_in_a_language_not_shipped_is_refused(kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path) -> None:
    refused = kbdesk("chart", vinkovci, "sectors", "--out", tmp_path / "a.png", "--language", "fr")
    assert refused.code == 2
    assert "fr" in refused.err


def test_that_a_list_of_backups_that_has_none_says_so(kbdesk: Kbdesk, tmp_path: Path) -> None:
    refused = kbdesk("backup", tmp_path / "none.kbdesk", "--list")
    assert (refused.code, refused.out) == (2, "")
    assert "none.kbdesk" in refused.err


def test_that_a_code_with_a_path_in_it_stays_in_the_folder(kbdesk: Kbdesk, tmp_path: Path) -> None:
    document = tmp_path / "odd.kbdesk"
    assert kbdesk("new", document, "--country", "DE", "--name", "Odd", "--code", "../../x").code == 0
    assert kbdesk("export", document, "--to", "json", "--out", tmp_path / "out").code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["inventory-DE-x.json"]


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_that_a_document_needs_a_name(kbdesk: Kbdesk, name: str) -> None:
    refused = kbdesk("new", name, "--country", "DE", "--name", "Bonn")
    assert refused.code == 2
    assert "cannot be the name of a file" in refused.err


def test_that_a_demonstration_where_no_folder_can_be_made_says_so(kbdesk: Kbdesk, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    refused = kbdesk("demo", "--out", tmp_path / "taken")
    assert refused.code == 2
    assert str(tmp_path / "taken") in refused.err
    assert "program itself" not in refused.err


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".csv", ".xlsx"])
def test_that_a_chart_is_written_in_every_form_and_twice_the_same(
    kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path, suffix: str
) -> None:
    for name in ("a", "b"):
        assert kbdesk("chart", vinkovci, "sectors", "--out", tmp_path / f"{name}{suffix}").code == 0
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_that_a_chart_has_the_language_asked_for_else_that_of_reports(
    kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path
) -> None:
    assert kbdesk("chart", vinkovci, "sectors", "--out", tmp_path / "a.csv", "--language", "de").code == 0
    assert (tmp_path / "a.csv").read_text("utf-8-sig").startswith("Jahr;")
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "settings.json").write_text('{"report_language": "de"}', "utf-8")
    assert kbdesk("chart", vinkovci, "sectors", "--out", tmp_path / "b.csv").code == 0
    assert (tmp_path / "b.csv").read_bytes() == (tmp_path / "a.csv").read_bytes()
