"""Sources: recorded once, named by many values, never lost while something names them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.sources import MAX_FILE_BYTES
from kbdesk.models.sources import Source
from kbdesk.services import data_entry
from kbdesk.services import evidence
from kbdesk.services import sources
from kbdesk.services.project import Project

GAS = EntryKey(2020, "residential", "natural_gas")
OIL = EntryKey(2020, "residential", "heating_oil")
EMPTY = EntryKey(2020, "tertiary", "natural_gas")
CheckState = Callable[[Callable[[], Change | None]], Change]


@pytest.fixture
def letter(project: Project) -> Source:
    """A letter of the grid operator, recorded."""
    source = sources.new_source(project, supplier=" Stadtwerke ", title="letter", date="2023-02-14", kind="operator")
    assert sources.add_source(project, source) is not None
    return source


def refusal(command: Callable[[], object]) -> UserError:
    with pytest.raises(UserError) as caught:
        command()
    return caught.value


def test_that_a_source_is_recorded_tidily(project: Project, letter: Source) -> None:
    assert project.inventory.sources == {letter.id: letter}
    assert letter.supplier == "Stadtwerke"
    assert project.document.read_inventory().sources == {letter.id: letter}


def test_that_a_source_can_be_changed_field_by_field(project: Project, letter: Source, check_state: CheckState) -> None:
    check_state(lambda: sources.change_source(project, letter.id, "contact", "0621 504-0\nroom 12"))
    check_state(lambda: sources.change_source(project, letter.id, "date", ""))
    assert project.inventory.sources[letter.id].contact == "0621 504-0\nroom 12"
    assert project.inventory.sources[letter.id].date == ""


def test_that_a_source_needs_a_supplier_and_a_real_day(project: Project, letter: Source) -> None:
    assert refusal(lambda: sources.new_source(project, supplier=" ")).code == "source.no_supplier"
    assert refusal(lambda: sources.change_source(project, letter.id, "date", "14. Febr.")).code == "source.no_day"


def test_that_naming_a_source_grades_what_has_no_grade(
    project: Project, letter: Source, check_state: CheckState
) -> None:
    data_entry.record_grade(project, GAS, None)
    data_entry.record_grade(project, OIL, Grade.C)
    data_entry.record_notation_key(project, EMPTY, NotationKey.NE)
    check_state(lambda: sources.name_source(project, [GAS, OIL, EMPTY], letter.id))
    entries = project.inventory.entries
    assert [entries[key].grade for key in (GAS, OIL, EMPTY)] == [Grade.A, Grade.C, None]
    assert set(sources.values_of(project, letter.id)) == {GAS, OIL, EMPTY}


def test_that_a_kind_said_later_grades_the_values_of_the_source(project: Project, check_state: CheckState) -> None:
    source = sources.new_source(project, supplier="Chimney sweep")
    sources.add_source(project, source)
    data_entry.record_grade(project, OIL, None)
    sources.name_source(project, [OIL], source.id)
    assert project.inventory.entries[OIL].grade is None
    check_state(lambda: sources.change_source(project, source.id, "kind", "sweep"))
    assert project.inventory.entries[OIL].grade is Grade.B
    assert sources.proposed_grade(project, source.id) is Grade.B
    assert sources.proposed_grade(project, "nothing") is None


def test_that_a_source_in_use_is_not_removed(project: Project, letter: Source, check_state: CheckState) -> None:
    sources.name_source(project, [GAS], letter.id)
    refused = refusal(lambda: sources.remove_source(project, letter.id))
    assert (refused.code, refused.parameters) == ("source.in_use", {"source": "Stadtwerke, letter", "count": "1"})
    sources.name_source(project, [GAS], "")
    check_state(lambda: sources.remove_source(project, letter.id))
    assert project.inventory.sources == {}


def test_that_a_source_taken_from_an_empty_cell_leaves_no_trace(project: Project, letter: Source) -> None:
    before = project.inventory.entries
    data_entry.record_notation_key(project, EMPTY, NotationKey.NE)
    sources.name_source(project, [EMPTY], letter.id, "p. 2")
    assert project.inventory.entries[EMPTY].source == "p. 2"
    sources.name_source(project, [EMPTY], "", "")
    data_entry.record_notation_key(project, EMPTY, None)
    assert project.inventory.entries == before


def test_that_values_without_a_source_are_found(project: Project, letter: Source) -> None:
    count = len(project.inventory.entries)
    assert len(sources.without_source(project)) == count
    sources.name_source(project, [GAS], letter.id)
    data_entry.record_source(project, OIL, "oil dealer")
    assert len(sources.without_source(project)) == count - 2
    assert sources.without_source(project)[0].year == 2020


def test_that_the_same_text_of_several_values_becomes_one_record(project: Project, check_state: CheckState) -> None:
    for key in (GAS, OIL):
        data_entry.record_source(project, key, "letter of the Stadtwerke")
        data_entry.record_grade(project, key, None)
    assert sources.same_texts(project) == (("letter of the Stadtwerke", (OIL, GAS)),)
    source = sources.new_source(project, supplier="Stadtwerke", kind="operator")
    check_state(lambda: sources.gather(project, "letter of the Stadtwerke", source))
    entry = project.inventory.entries[GAS]
    assert (entry.source_id, entry.source, entry.grade) == (source.id, "", Grade.A)
    assert sources.same_texts(project) == ()


def test_that_the_sources_used_last_come_first(project: Project) -> None:
    made = {name: sources.new_source(project, supplier=name) for name in ("A old", "B new", "C unused")}
    for source in made.values():
        sources.add_source(project, source)
    sources.name_source(project, [EntryKey(2010, "residential", "natural_gas")], made["A old"].id)
    sources.name_source(project, [GAS], made["B new"].id)
    assert [s.supplier for s in sources.recent_sources(project)] == ["C unused", "B new", "A old"]


def test_that_a_file_is_copied_in_and_written_out_again(
    project: Project, letter: Source, tmp_path: Path, check_state: CheckState
) -> None:
    content = b"%PDF-1.7 gas letter"
    scan = tmp_path / "Gas letter.pdf"
    scan.write_bytes(content)
    check_state(lambda: evidence.attach_file(project, letter.id, scan))
    scan.unlink()
    written = evidence.evidence(project, letter.id, tmp_path / "evidence")
    assert (written.name, written.read_bytes()) == ("Gas letter.pdf", content)
    assert not written.stat().st_mode & 0o222
    assert evidence.evidence(project, letter.id, tmp_path / "evidence") == written


def test_that_a_copy_that_was_tampered_with_is_written_anew(project: Project, letter: Source, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"true")
    evidence.attach_file(project, letter.id, scan)
    written = evidence.evidence(project, letter.id, tmp_path / "evidence")
    written.chmod(0o600)
    written.write_bytes(b"false")
    assert evidence.evidence(project, letter.id, tmp_path / "evidence").read_bytes() == b"true"


def test_that_the_same_content_is_kept_once_and_may_be_attached_again(
    project: Project, letter: Source, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"page")
    assert evidence.attach_file(project, letter.id, scan) is not None
    assert evidence.attach_file(project, letter.id, scan) is None


def test_that_a_detached_file_comes_back_by_undo(
    project: Project, letter: Source, tmp_path: Path, check_state: CheckState
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"page")
    evidence.attach_file(project, letter.id, scan)
    check_state(lambda: evidence.detach_file(project, letter.id))
    project.undo()
    assert evidence.evidence(project, letter.id, tmp_path / "out").read_bytes() == b"page"


def test_that_the_largest_file_is_kept_and_a_larger_one_refused(
    project: Project, letter: Source, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(bytes(MAX_FILE_BYTES))
    assert evidence.attach_file(project, letter.id, scan) is not None
    with scan.open("ab") as handle:
        handle.truncate(MAX_FILE_BYTES * 3)
    refused = refusal(lambda: evidence.attach_file(project, letter.id, scan))
    assert (refused.code, refused.parameters["size"]) == ("source.file_too_large", "30")


def test_that_what_is_no_readable_file_is_refused(project: Project, letter: Source, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    cases = {"source.file_folder": tmp_path, "source.file_empty": tmp_path / "empty.pdf"}
    cases["source.file_unreadable"] = tmp_path / "not there.pdf"
    for code, path in cases.items():
        assert refusal(partial(evidence.attach_file, project, letter.id, path)).code == code


def test_that_a_program_is_kept_but_not_opened(project: Project, letter: Source, tmp_path: Path) -> None:
    program = tmp_path / "letter.pdf.exe"
    program.write_bytes(b"MZ")
    evidence.attach_file(project, letter.id, program)
    assert refusal(lambda: evidence.evidence(project, letter.id, tmp_path / "out")).code == "source.file_not_opened"
    assert not (tmp_path / "out").exists()
    evidence.save_copy(project, letter.id, tmp_path / "copy.bin")
    assert (tmp_path / "copy.bin").read_bytes() == b"MZ"
