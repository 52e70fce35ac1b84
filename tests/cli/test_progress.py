"""Progress as other programs read it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from tests.cli.conftest import Kbdesk

CASE = json.loads((Path(__file__).parent.parent / "data" / "cases" / "bielefeld_progress.json").read_text("utf-8"))


@pytest.fixture
def bielefeld(kbdesk: Kbdesk, tmp_path: Path) -> Path:
    path = tmp_path / "Bielefeld.kbdesk"
    assert kbdesk("new", path, "--country", "DE", "--name", "Bielefeld", "--code", "05711000").code == 0
    published = ["year,emissions_t,source"]
    published += [f"{y},{v['Gesamt'] * 1000},published" for y, v in CASE["emissions_kt"].items()]
    (tmp_path / "published.csv").write_text("\n".join(published) + "\n", "utf-8")
    structure = ["year,indicator,value", *(f"{y},population,{p}" for y, p in CASE["population"].items())]
    (tmp_path / "structure.csv").write_text("\n".join(structure) + "\n", "utf-8")
    for table in ("published", "structure"):
        done = kbdesk("import", path, tmp_path / f"{table}.csv")
        assert done.code == 0, done.err
    return path


def test_that_bielefeld_has_its_published_five_year_changes(kbdesk: Kbdesk, bielefeld: Path) -> None:
    """Source: codeformuenster/klimawatch, data/bielefeld.csv."""
    document = kbdesk("progress", bielefeld, "--format", "json").json
    assert document["format"] == "kbdesk-progress/1"
    rate = next(c for c in document["commitments"] if c["id"] == "ca-ten-percent")
    changes = {f"{w['from']}-{w['to']}": w["change_per_five_years"] for w in rate["windows"]}
    for window, change in CASE["expected"]["five_year_change_total"].items():
        assert changes[window] == pytest.approx(change, abs=0.0005)
    assert [w["met"] for w in rate["windows"]] == [False, False, True, False, False, True]
    path = dict(rate["path"])
    for year, kt in CASE["expected"]["ca_path_compound_kt"].items():
        assert path[int(year)] / 1000 == pytest.approx(kt, abs=0.5)


def test_that_per_inhabitant_commitments_have_the_published_values(kbdesk: Kbdesk, bielefeld: Path) -> None:
    commitments = {c["id"]: c for c in kbdesk("progress", bielefeld, "--format", "json").json["commitments"]}
    half, level = commitments["ca-half-2030"], commitments["ca-2.5t"]
    assert (half["basis"], half["latest_year"]) == ("per_inhabitant", 2018)
    assert half["actual"] == pytest.approx(6.939, abs=0.0005)
    assert dict(half["path"])[2030] == pytest.approx(5.973, abs=0.0005)
    assert level["distance"] == pytest.approx(4.439, abs=0.0005)
    assert level["verdict"] == "off_track"


def test_that_the_table_names_the_verdicts_in_words(kbdesk: Kbdesk, bielefeld: Path) -> None:
    said = kbdesk("progress", bielefeld).out
    assert "track" in said
    assert "2000–2005" in said


def test_that_a_window_across_a_break_says_so(
    kbdesk: Kbdesk, bielefeld: Path, mark_break: Callable[[Path, Break], None]
) -> None:
    mark_break(bielefeld, Break(2005, BreakKind.METHOD, "traffic counted anew"))
    said = kbdesk("progress", bielefeld).out
    across = [line for line in said.splitlines() if "across a break" in line]
    assert [line.split()[0] for line in across] == ["2000–2005"]
    assert "2005: break – traffic counted anew." in said
    document = kbdesk("progress", bielefeld, "--format", "json").json
    assert document["breaks"] == [{"year": 2005, "kind": "method", "sector": None, "text": "traffic counted anew"}]
