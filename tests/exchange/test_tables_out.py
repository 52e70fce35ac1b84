"""Tables out and in again, and the table of rejected rows."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kbdesk.errors import UserError
from kbdesk.exchange.import_plan import RowState
from kbdesk.exchange.rejected import write_rejected
from kbdesk.exchange.sheet_texts import guarded
from kbdesk.exchange.sheet_texts import is_dangerous
from kbdesk.exchange.sheet_texts import unguarded
from kbdesk.exchange.tables_out import write_tables
from kbdesk.models.changes import apply_edits
from tests import builders
from tests.exchange.examples import plan
from tests.exchange.examples import plan_of
from tests.exchange.examples import texts
from tests.exchange.examples import varied_inventory


def test_that_tables_written_and_imported_again_lose_nothing(tmp_path: Path) -> None:
    original = varied_inventory()
    inventory = builders.inventory()
    for path in write_tables(original, tmp_path, texts()):
        found = plan(path, inventory)
        assert found.rejected == ()
        inventory = apply_edits(inventory, found.edits)
    assert inventory == original


def test_that_importing_what_is_recorded_changes_nothing(tmp_path: Path) -> None:
    original = varied_inventory()
    paths = write_tables(original, tmp_path, texts())
    assert [path.name for path in paths] == [
        "entries.csv",
        "structure.csv",
        "local_factors.csv",
        "published_results.csv",
    ]
    for path in paths:
        found = plan(path, original)
        assert found.count(RowState.SAME) == len(found.rows)
        assert found.edits == ()


def test_that_no_written_cell_can_be_run_by_a_spreadsheet(tmp_path: Path) -> None:
    for path in write_tables(varied_inventory(), tmp_path, texts()):
        with path.open(encoding="utf-8", newline="") as handle:
            assert not [c for row in csv.reader(handle) for c in row if c.startswith(("=", "+", "-", "@"))]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(note=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_that_any_note_survives_the_tables(tmp_path: Path, note: str) -> None:
    original = builders.inventory([builders.entry(2020, "residential", "electricity", "1", note=note.strip())])
    (tmp_path / "entries.csv").unlink(missing_ok=True)
    (path,) = write_tables(original, tmp_path, texts())
    assert apply_edits(builders.inventory(), plan(path).edits) == original


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_that_guarding_is_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@"))
    assert is_dangerous(guarded(text)) == is_dangerous(text)


def test_that_an_unwritable_folder_is_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(UserError) as refused:
        write_tables(varied_inventory(), blocked, texts())
    assert texts().error(refused.value)


def test_that_written_tables_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "structure.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError) as refused:
        write_tables(varied_inventory(), tmp_path, texts())
    assert refused.value.code == "export.exists"
    assert texts("de").error(refused.value)
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["mine"]


def test_that_rejected_rows_stand_beside_the_original_with_their_reason_and_can_be_imported(tmp_path: Path) -> None:
    header = "year,sector,carrier,quantity,unit,source\n"
    bad = '2020,residential,electricity,"=1+1",MWh,=cmd\n'
    found = plan_of(tmp_path, header + bad + "2021,residential,electricity,1,MWh,\n")
    first, second = write_rejected(found, texts("de")), write_rejected(found, texts("en"))
    assert (first.name, second.name) == ("table-rejected.csv", "table-rejected-2.csv")
    with second.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.reader(handle))
    assert rows[0] == ["year", "sector", "carrier", "quantity", "unit", "source", "row", "reason"]
    assert rows[1][:7] == ["2020", "residential", "electricity", "'=1+1", "MWh", "'=cmd", "2"]
    assert "no number" in rows[1][7]
    second.write_text(second.read_text(encoding="utf-8-sig").replace("'=1+1", "5"), encoding="utf-8")
    corrected = plan(second)
    assert corrected.count(RowState.NEW) == 1
    assert corrected.ignored_columns == ("row", "reason")
