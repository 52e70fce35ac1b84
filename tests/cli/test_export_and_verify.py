"""From a document to a submission and back, by commands."""

import shutil
from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Kbdesk


def _submission(folder: Path) -> Path:
    return next(folder.glob("KB-*.xlsx"))


def test_that_a_submission_is_intact_then_edited_then_foreign(kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path) -> None:
    exported = kbdesk("export", vinkovci, "--year", 2011, "--out", tmp_path / "out")
    assert exported.code == 0, exported.err
    path = _submission(tmp_path / "out")
    assert path.name.startswith("KB-HR-")
    assert len(path.name) <= 40
    verified = kbdesk("verify", path, "--format", "json")
    assert (verified.code, verified.json["format"], verified.json["files"][0]["status"]) == (
        0,
        "kbdesk-verify/1",
        "intact",
    )

    edited = tmp_path / "edited.xlsx"
    book = load_workbook(path)
    header = [cell.value for cell in book["Values"][1]]
    column = next(i for i, name in enumerate(header, start=1) if "emissions" in str(name).casefold())
    cell = book["Values"].cell(row=2, column=column)
    cell.value = 1
    book.save(edited)
    found = kbdesk("verify", edited, "--format", "json")
    assert (found.code, found.json["files"][0]["status"]) == (1, "edited")
    assert cell.coordinate in str(found.json["files"][0]["differences"])

    foreign = tmp_path / "foreign.xlsx"
    foreign.write_text("not a workbook", "utf-8")
    assert kbdesk("verify", foreign, "--format", "json").json["files"][0]["status"] == "foreign"
    assert kbdesk("verify", tmp_path / "nothing.xlsx").code == 2


def test_that_the_second_submission_is_revision_2_and_names_its_changes(
    kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path
) -> None:
    assert kbdesk("export", vinkovci, "--year", 2011, "--out", tmp_path / "r1").code == 0
    table = tmp_path / "correction.csv"
    table.write_text("year,sector,carrier,quantity,unit\n2011,street_lighting,electricity,2900,MWh\n", "utf-8")
    assert kbdesk("import", vinkovci, table).code == 0
    assert kbdesk("export", vinkovci, "--year", 2011, "--out", tmp_path / "r2").code == 0
    second = _submission(tmp_path / "r2")
    assert "-r2-" in second.name
    rows = list(load_workbook(second)["Changes"].iter_rows(values_only=True))
    assert any("2900" in str(row) for row in rows)
    assert kbdesk("verify", _submission(tmp_path / "r1"), second).code == 0


def test_that_a_document_goes_out_as_tables_and_comes_back_without_loss(
    kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path
) -> None:
    assert kbdesk("export", vinkovci, "--to", "csv", "--out", tmp_path / "tables").code == 0
    copy = tmp_path / "Copy.kbdesk"
    kbdesk(
        "new", copy, "--country", "HR", "--name", "Vinkovci", "--base-year", 2011, "--factor-set", "com-ipcc-co2-2022"
    )
    for table in sorted((tmp_path / "tables").glob("*.csv")):
        done = kbdesk("import", copy, table)
        assert done.code == 0, done.err
    before = kbdesk("inventory", vinkovci, "--format", "json").json
    after = kbdesk("inventory", copy, "--format", "json").json
    for year in (*before["years"], *after["years"]):
        for cell in year["cells"]:
            cell.pop("origin")
    assert before == after


def test_that_a_year_without_values_or_population_is_not_submitted(
    kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path
) -> None:
    assert kbdesk("export", vinkovci, "--year", 2012).code == 2
    table = tmp_path / "next.csv"
    table.write_text("year,sector,carrier,quantity,unit\n2012,residential,electricity,54000,MWh\n", "utf-8")
    assert kbdesk("import", vinkovci, table).code == 0
    refused = kbdesk("export", vinkovci, "--year", 2012, "--out", tmp_path / "blocked")
    assert (refused.code, "2012" in refused.err) == (1, True)
    german = kbdesk("--language", "de", "export", vinkovci, "--year", 2012, "--out", tmp_path / "blocked")
    assert "Die Einwohnerzahl fehlt" in german.err
    assert kbdesk("check", vinkovci, "--year", 2012).code == 1


def test_that_a_backup_can_be_listed_and_restored(kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path) -> None:
    before = kbdesk("inventory", vinkovci, "--format", "json").out
    made = Path(kbdesk("backup", vinkovci).out.split("Wrote ")[1].strip())
    table = tmp_path / "more.csv"
    table.write_text("year,sector,carrier,quantity,unit\n2011,industry,electricity,7,MWh\n", "utf-8")
    assert kbdesk("import", vinkovci, table).code == 0
    assert made.name in kbdesk("backup", vinkovci, "--list").out
    assert kbdesk("restore", vinkovci, "no-such-backup").code == 2
    assert kbdesk("restore", vinkovci, made.name).code == 0
    assert kbdesk("inventory", vinkovci, "--format", "json").out == before


def test_that_the_demo_ends_with_document_charts_and_a_verified_submission(kbdesk: Kbdesk, tmp_path: Path) -> None:
    done = kbdesk("demo", "--out", tmp_path / "demo")
    assert done.code == 0, done.err
    names = {path.suffix for path in (tmp_path / "demo").iterdir()}
    assert names >= {".kbdesk", ".png", ".xlsx"}
    again = kbdesk("demo", "--out", tmp_path / "demo")
    assert again.code == 0, again.err
    shutil.rmtree(tmp_path / "demo")


def test_that_the_self_test_passes(kbdesk: Kbdesk) -> None:
    done = kbdesk("self-test")
    assert "FAILED" not in done.out
    assert done.code == 0
