"""A factor set from a file is kept in the document, travels with it, and never replaces another."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import EntryKey
from kbdesk.services import conforming
from kbdesk.services.adding_factor_sets import add
from kbdesk.services.adding_factor_sets import problem_lines
from kbdesk.services.adding_factor_sets import read_file
from kbdesk.services.base_data import change_rules
from kbdesk.services.data_entry import record_quantity
from kbdesk.services.desk import Desk
from kbdesk.services.factor_sets import factor_lines
from kbdesk.services.factor_sets import known_sets
from kbdesk.services.factor_sets import preview
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from tests.services.conftest import CheckState

HEAD = (
    'id,ministry-2026\ntitle,Ministry of the environment\nedition,2026\ngas_basis,CO2e\nreference,"Bulletin 7; p. 3"\n'
)
ROWS = """country,year,carrier,t_per_mwh,source,confidence,note
DE,2019,electricity,0.401,table 1,high,
DE,2020,electricity,0.366,table 1,high,
*,,natural_gas,0.2,table 2,,for all years
*,,heating oil,0.27,table 2,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "factors.csv"
    path.write_text(HEAD + ROWS, "utf-8")
    return path


def test_that_a_set_is_added_used_and_taken_back(project: Project, table: Path, check_state: CheckState) -> None:
    found = read_file(project, table)
    assert found.table.factors == 4
    check_state(lambda: add(project, found, found.head))
    assert [known.factor_set.id for known in known_sets(project) if not known.built_in] == ["ministry-2026"]
    expected = preview(project, "ministry-2026", 2020)
    check_state(lambda: change_rules(project, factor_set="ministry-2026"))
    assert project.results[2020].emissions_t == next(s.after for s in expected.years if s.name == "2020")
    cell = project.cell(EntryKey(2020, "residential", "electricity"))
    assert cell is not None
    assert cell.factor.t_per_mwh == Decimal("0.366")
    project.undo()
    project.undo()
    assert all(known.built_in for known in known_sets(project))
    project.redo()
    project.redo()
    assert project.factor_set.id == "ministry-2026"


def test_that_the_document_is_read_on_a_computer_that_never_saw_the_file(
    project: Project, desk: Desk, table: Path, tmp_path: Path
) -> None:
    found = read_file(project, table)
    add(project, found, found.head)
    change_rules(project, factor_set="ministry-2026")
    totals = project.results[2020].emissions_t
    project.close()
    table.unlink()
    elsewhere = tmp_path / "elsewhere.kbdesk"
    shutil.copy(project.path, elsewhere)
    with Desk(Reference(desk.reference.resources), desk.data_dir).open(elsewhere) as opened:
        assert opened.results[2020].emissions_t == totals
        assert opened.factor_set.reference == "Bulletin 7; p. 3"
        assert not opened.reference.factors.is_built_in("ministry-2026")
        lines = factor_lines(opened, "ministry-2026", (2020, 2025))
        power = next(line for line in lines if line.carrier == "electricity")
        assert [factor.status for factor in power.factors] == ["exact", "provisional"]
    assert "ministry-2026" not in desk.reference.factors.ids


def test_that_no_set_is_replaced_and_a_head_is_complete(project: Project, table: Path) -> None:
    found = read_file(project, table)
    add(project, found, found.head)
    for wrong, code in (
        ({}, "factor_set.taken"),
        ({"id": "bisko"}, "factor_set.taken"),
        ({"id": "Größe 1"}, "factor_set.id"),
        ({"id": "../../etc"}, "factor_set.id"),
        ({"id": "a-b", "title": " "}, "factor_set.no_title"),
        ({"id": "a-b", "edition": ""}, "factor_set.no_edition"),
        ({"id": "a-b", "reference": ""}, "factor_set.no_reference"),
        ({"id": "a-b", "gas_basis": "CH4"}, "factor_set.gas"),
        ({"id": "a-b", "licence": "x" * 301}, "factor_set.too_long"),
    ):
        with pytest.raises(UserError) as raised:
            add(project, found, {**found.head, **wrong})
        assert raised.value.code == code


def test_that_every_row_that_cannot_be_used_is_named(project: Project, table: Path) -> None:
    bad = [
        "DE,20x0,electricity,0.4",
        "XX,2020,electricity,0.4",
        "DE,2020,warp core,0.4",
        "DE,2020,electricity,four",
        "DE,2020,electricity,-1",
        "DE,2020,electricity,401",
        "DE,2020,electricity,",
        "DE,2021,direct,0.4",
        "DE,2019,electricity,0.5",
        '=HYPERLINK("http://x"),2020,electricity,0.4',
    ]
    table.write_text(HEAD + "country,year,carrier,t_per_mwh\nDE,2019,electricity,0.401\n" + "\n".join(bad), "utf-8")
    found = read_file(project, table)
    lines = problem_lines(found, project.reference.texts("en"))
    assert {line.split(":")[0] for line in lines} == {f"Row {row}" for row in range(8, 18)}
    assert any("also in row 7" in line for line in lines)
    with pytest.raises(UserError) as raised:
        add(project, found, found.head)
    assert raised.value.code == "factor_set.rows"
    assert all(known.built_in for known in known_sets(project))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import.empty"),
        (b"year,sector,carrier,quantity,unit\n2020,residential,electricity,1,MWh\n", "factor_set.no_header"),
        (b"carrier,t_per_mwh\n", "import.header_only"),
        (b"carrier,t_per_mwh,carrier\nelectricity,1,x\n", "import.column_twice"),
        (b"\x00\x01\x02\x03binary", "import.not_a_table"),
        (b"PK\x03\x04 no archive", "import.broken_xlsx"),
    ],
)
def test_that_a_file_that_is_no_table_of_factors_is_refused(
    project: Project, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "strange.csv"
    path.write_bytes(content)
    with pytest.raises(UserError) as raised:
        read_file(project, path)
    assert raised.value.code == code
    assert project.reference.texts("en").error(raised.value)


def test_that_a_table_of_an_office_with_commas_and_labels_is_understood(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "Faktoren 2026.csv"
    path.write_bytes("Country;Year;Carrier;t_per_mwh\nDE;2020;Strom;0,366\nDE;2020;Erdgas;0,247\n".encode("cp1252"))
    found = read_file(project, path)
    assert not found.table.problems
    assert found.head["id"] == "faktoren-2026"
    assert found.table.series["DE", "electricity"][2020].t_per_mwh == Decimal("0.366")


def test_that_a_set_whose_table_is_gone_or_broken_is_said_to_be_unknown(
    project: Project, desk: Desk, table: Path
) -> None:
    found = read_file(project, table)
    add(project, found, found.head)
    change_rules(project, factor_set="ministry-2026")
    kept = project.inventory.answers["factor_set.ministry-2026"]
    broken = replace(kept, value=project.document.keep_file(b"carrier,t_per_mwh\nelectricity,much\n"))
    project.document.record("factor_set.added", {"set": "x"}, [Edit(kept, broken)])
    project.close()
    with pytest.raises(UserError) as raised:
        desk.open(project.path)
    assert raised.value.code == "factor_set.unknown"


def test_that_an_edition_of_bisko_counts_by_its_rules(project: Project, table: Path) -> None:
    fleet, heat = EntryKey(2020, "municipal_fleet", "diesel"), EntryKey(2020, "residential", "ambient_heat")
    record_quantity(project, fleet, "100 MWh", ".")
    record_quantity(project, heat, "320 MWh", ".")
    found = read_file(project, table)
    add(project, found, {**found.head, "id": "bisko-2026"})
    add(project, found, {**found.head, "id": "other-2026"})
    change_rules(project, factor_set="bisko-2026")
    assert project.apart == {"municipal_fleet"}
    cell = project.cell(heat)
    assert cell is not None
    assert cell.factor.t_per_mwh == Decimal("0.366") / Decimal("3.2")
    assert "3.2" in cell.factor.source
    label = conforming.label(project, 2020)
    assert label is not None
    assert "conformity.factor_set" in {gap.code for gap in label.gaps}, "only the shipped set has the label"
    change_rules(project, factor_set="other-2026")
    assert project.apart == frozenset()
    cell = project.cell(heat)
    assert cell is not None
    assert cell.factor.t_per_mwh is None


def test_that_a_factor_of_the_file_goes_before_the_derived_one(project: Project, table: Path) -> None:
    heat = EntryKey(2020, "residential", "ambient_heat")
    record_quantity(project, heat, "320 MWh", ".")
    table.write_text(HEAD + ROWS + "*,,ambient_heat,0.05,table 3,,\n", "utf-8")
    found = read_file(project, table)
    add(project, found, {**found.head, "id": "bisko-2026"})
    change_rules(project, factor_set="bisko-2026")
    cell = project.cell(heat)
    assert cell is not None
    assert cell.factor.t_per_mwh == Decimal("0.05")
