from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.models.changes import apply_edits
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Record
from kbdesk.models.sources import Source
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.paths import DataDir
from kbdesk.storage.document import Document
from kbdesk.storage.document import utc_now
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import full_inventory
from tests.builders import typical_inventory
from tests.storage.clocks import SetClock
from tests.storage.refusals import refused
from tests.storage.strategies import EXACT

ELECTRICITY = entry(2022, "residential", "electricity", "9650")
CORRECTED = replace(ELECTRICITY, text="9660", quantity=Decimal(9660))
GAS = entry(2022, "residential", "natural_gas", "38000")
LETTER = bytes(range(256)) * 40


def typed(document: Document, *edits: Edit) -> Change:
    return document.record("entry.recorded", {"sector": "residential"}, edits)


def everything() -> list[Edit]:
    inventory = typical_inventory()
    records: list[Record] = [*inventory.entries.values(), *inventory.base_data.values()]
    return [Edit(None, record) for record in records]


def test_that_a_new_document_holds_the_municipality_and_nothing_else(document: Document) -> None:
    inventory = document.read_inventory()
    assert inventory.municipality == DUDENHOFEN
    assert inventory.years == ()
    assert document.undoable is None
    assert document.redoable is None
    assert document.undo() is None
    assert document.redo() is None


def test_that_what_was_recorded_is_there_after_reopening(document: Document, reopen: Callable[[], Document]) -> None:
    typed(document, *everything())
    document.close()
    with reopen() as again:
        assert again.read_inventory() == typical_inventory()


def test_that_a_change_says_what_when_and_by_whom(document: Document, clock: SetClock) -> None:
    change = typed(document, Edit(None, ELECTRICITY))
    assert change == Change(
        step=1,
        kind=StepKind.EDIT,
        action="entry.recorded",
        parameters=(("sector", "residential"),),
        edits=(Edit(None, ELECTRICITY),),
        at=clock.now,
        who="Anna Beck",
    )


def test_that_undo_and_redo_report_the_direction_applied(document: Document) -> None:
    inventory = document.read_inventory()
    done = typed(document, Edit(None, ELECTRICITY), Edit(None, GAS))
    undone = document.undo()
    assert undone is not None
    assert undone.kind is StepKind.UNDO
    assert undone.action == "entry.recorded"
    assert set(undone.edits) == {Edit(ELECTRICITY, None), Edit(GAS, None)}
    assert document.read_inventory() == inventory
    redone = document.redo()
    assert redone is not None
    assert redone.kind is StepKind.REDO
    assert redone.edits == done.edits
    assert document.read_inventory() == apply_edits(inventory, done.edits)


def test_that_undo_and_redo_survive_a_restart(document: Document, reopen: Callable[[], Document]) -> None:
    first = typed(document, Edit(None, ELECTRICITY))
    second = typed(document, Edit(ELECTRICITY, CORRECTED))
    document.undo()
    document.close()
    with reopen() as again:
        assert again.undoable == first
        assert again.redoable == second
        assert again.redo() is not None
    with reopen() as again:
        assert again.redoable is None
        assert again.undoable == second
        assert again.read_inventory().entries == {CORRECTED.key: CORRECTED}


def test_that_new_work_makes_redo_impossible(document: Document) -> None:
    typed(document, Edit(None, ELECTRICITY))
    document.undo()
    typed(document, Edit(None, GAS))
    assert document.redoable is None
    assert document.redo() is None


def test_that_every_step_is_remembered_beyond_those_kept_in_memory(document: Document) -> None:
    steps = [typed(document, Edit(None, entry(year, "residential", "diesel", "1"))) for year in range(1990, 2010)]
    for step in reversed(steps):
        assert document.undoable == step
        document.undo()
    assert document.read_inventory().entries == {}


def test_that_a_large_step_is_told_without_its_edits_and_undone_with_them(
    document: Document, reopen: Callable[[], Document]
) -> None:
    inventory = full_inventory(range(2020, 2021))
    done = document.record("import", {"file": "a.csv"}, [Edit(None, each) for each in inventory.entries.values()])
    assert document.undoable == replace(done, edits=())
    undone = document.undo()
    assert undone is not None
    assert {edit.before for edit in undone.edits} == set(inventory.entries.values())
    assert document.read_inventory().entries == {}
    document.close()
    with reopen() as again:
        assert again.redoable == replace(done, edits=())
        assert again.redo() is not None
        assert again.read_inventory().entries == inventory.entries


def test_that_the_last_saving_is_known_also_after_an_undo(document: Document, clock: SetClock) -> None:
    assert document.last_saved is None
    typed(document, Edit(None, ELECTRICITY))
    clock.forward(minutes=5)
    document.undo()
    assert document.last_saved == clock.now


def test_that_a_step_without_a_change_writes_nothing(document: Document) -> None:
    typed(document, Edit(None, ELECTRICITY))
    nothing = typed(document, Edit(ELECTRICITY, ELECTRICITY), Edit(None, GAS), Edit(GAS, None))
    assert nothing.edits == ()
    assert nothing.step == 0
    assert len(document.changes_since(0)) == 1


def test_that_several_edits_of_one_record_become_one(document: Document) -> None:
    change = typed(document, Edit(None, ELECTRICITY), Edit(ELECTRICITY, CORRECTED))
    assert change.edits == (Edit(None, CORRECTED),)
    document.undo()
    assert document.read_inventory().entries == {}


def test_that_edits_which_do_not_follow_on_each_other_are_a_bug(document: Document) -> None:
    with pytest.raises(ValueError, match="do not follow"):
        typed(document, Edit(None, ELECTRICITY), Edit(GAS, None), Edit(None, CORRECTED))


@pytest.mark.parametrize("before", [None, CORRECTED])
def test_that_an_edit_of_what_is_not_there_changes_nothing(document: Document, before: Entry | None) -> None:
    typed(document, Edit(None, ELECTRICITY))
    with pytest.raises(ValueError, match="the document holds"):
        typed(document, Edit(None, GAS), Edit(before, replace(CORRECTED, note="x")))
    assert document.read_inventory().entries == {ELECTRICITY.key: ELECTRICITY}
    assert len(document.changes_since(0)) == 1


def test_that_the_municipality_can_be_changed_but_not_removed(document: Document) -> None:
    later = replace(DUDENHOFEN, base_year=1995)
    typed(document, Edit(DUDENHOFEN, later))
    assert document.read_inventory().municipality == later
    document.undo()
    assert document.read_inventory().municipality == DUDENHOFEN
    with pytest.raises(ValueError, match="municipality"):
        typed(document, Edit(DUDENHOFEN, None))


@pytest.mark.parametrize("quantity", EXACT, ids=str)
def test_that_decimals_are_kept_to_the_last_digit(document: Document, quantity: Decimal) -> None:
    exact = replace(ELECTRICITY, text="as typed", quantity=quantity, parameters=(("net_calorific_value", quantity),))
    typed(document, Edit(None, exact))
    stored = document.read_inventory().entries[exact.key]
    assert str(stored.quantity) == str(quantity)
    assert str(dict(stored.parameters)["net_calorific_value"]) == str(quantity)
    document.undo()
    document.redo()
    assert str(document.read_inventory().entries[exact.key].quantity) == str(quantity)


def test_that_the_history_of_a_value_names_every_step_and_only_that_value(document: Document) -> None:
    typed(document, Edit(None, ELECTRICITY), Edit(None, GAS))
    typed(document, Edit(ELECTRICITY, CORRECTED))
    document.undo()
    history = document.history(ELECTRICITY.identity)
    assert [change.kind for change in history] == [StepKind.EDIT, StepKind.EDIT, StepKind.UNDO]
    assert [change.edits for change in history] == [
        (Edit(None, ELECTRICITY),),
        (Edit(ELECTRICITY, CORRECTED),),
        (Edit(CORRECTED, ELECTRICITY),),
    ]


def test_that_base_data_have_a_history(document: Document) -> None:
    typed(document, *everything())
    (change,) = document.history(("base", "2010", Indicator.POPULATION))
    assert change.edits[0].after == typical_inventory().base_data[2010, Indicator.POPULATION]


def test_that_changes_since_a_submission_can_be_listed(document: Document, clock: SetClock) -> None:
    typed(document, Edit(None, ELECTRICITY))
    handed_in = SubmissionEntry(2022, 1, "ab" * 32, "K7Q2M9X", "KB-DE-07338007-2022-r1.xlsx", clock.now, b"\x1f\x8b")
    registered = document.register_submission(handed_in)
    assert registered == replace(handed_in, step=1)
    correction = typed(document, Edit(ELECTRICITY, CORRECTED))
    assert document.submissions() == (registered,)
    assert document.changes_since(registered.step) == (correction,)


def test_that_a_revision_is_never_overwritten(document: Document, clock: SetClock) -> None:
    handed_in = SubmissionEntry(2022, 1, "ab" * 32, "K7Q2M9X", "one.xlsx", clock.now, b"1")
    document.register_submission(handed_in)
    with pytest.raises(Exception, match="UNIQUE"):
        document.register_submission(replace(handed_in, payload=b"2"))
    assert [kept.payload for kept in document.submissions()] == [b"1"]


def test_that_a_kept_file_is_kept_once_and_for_ever(document: Document, reopen: Callable[..., Document]) -> None:
    assert document.file_content(sha256(LETTER).hexdigest()) is None
    name = document.keep_file(LETTER)
    assert name == document.keep_file(LETTER) == sha256(LETTER).hexdigest()
    source = Source("s1", "Stadtwerke", file_name="letter.pdf", file_sha256=name)
    typed(document, Edit(None, source))
    document.undo()
    document.close()
    with reopen() as again:
        assert again.file_content(name) == LETTER
        assert again.redo() is not None
        assert again.read_inventory().sources == {"s1": source}


def test_that_keeping_a_file_is_no_step(document: Document) -> None:
    typed(document, Edit(None, ELECTRICITY))
    document.undo()
    document.keep_file(LETTER)
    assert document.redoable is not None
    assert document.undoable is None
    assert len(document.changes_since(0)) == 2


def test_that_a_document_opened_for_reading_cannot_be_changed(
    document: Document, reopen: Callable[..., Document], path: Path, clock: SetClock
) -> None:
    typed(document, Edit(None, ELECTRICITY))
    before = path.read_bytes()
    with reopen(read_only=True) as reader:
        assert reader.read_only
        assert reader.read_inventory() == document.read_inventory()
        with refused("document.read_only", path.name):
            typed(reader, Edit(None, GAS))
        with refused("document.read_only"):
            reader.undo()
        with refused("document.read_only"):
            reader.keep_file(LETTER)
        with refused("document.read_only"):
            reader.register_submission(SubmissionEntry(2022, 1, "", "", "", clock.now, b""))
    assert path.read_bytes() == before


def test_that_a_reader_sees_what_the_writer_saved_meanwhile(
    document: Document, reopen: Callable[..., Document]
) -> None:
    with reopen(read_only=True) as reader:
        typed(document, Edit(None, ELECTRICITY))
        assert reader.read_inventory().entries == {ELECTRICITY.key: ELECTRICITY}


def test_that_closing_twice_does_nothing(document: Document) -> None:
    document.close()
    document.close()


def test_that_the_usual_clock_knows_its_time_zone(path: Path, data_dir: DataDir) -> None:
    assert utc_now().utcoffset() is not None
    with Document.create(path, DUDENHOFEN, who="A", data_dir=data_dir) as document:
        assert typed(document, Edit(None, GAS)) == document.undoable
