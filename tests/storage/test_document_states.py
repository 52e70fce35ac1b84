"""Random work on a document against a model of a dictionary and two stacks."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine
from hypothesis.stateful import invariant
from hypothesis.stateful import rule

from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import Record
from kbdesk.paths import DataDir
from kbdesk.storage.document import Document
from tests.builders import DUDENHOFEN
from tests.builders import records_in
from tests.storage.strategies import municipalities
from tests.storage.strategies import removable_records

Records = dict[tuple[str, ...], Record]


def records_of(inventory: Inventory) -> Records:
    return {record.identity: record for record in records_in(inventory)}


class DocumentStates(RuleBasedStateMachine):
    """The document must hold what the dictionary holds, and undo and redo what the stacks say."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.data_dir = DataDir(self.folder / "data")
        self.path = self.folder / "a.kbdesk"
        self.document = Document.create(self.path, DUDENHOFEN, who="A", data_dir=self.data_dir)
        self.model: Records = {DUDENHOFEN.identity: DUDENHOFEN}
        self.undoable: list[tuple[Records, Change]] = []
        self.redoable: list[tuple[Records, Change]] = []

    def teardown(self) -> None:
        self.document.close()
        shutil.rmtree(self.folder)

    @rule(records=st.lists(removable_records | municipalities, max_size=5))
    def record(self, records: list[Record]) -> None:
        self.step([Edit(self.model.get(record.identity), record) for record in _last_of_each(records)])

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        removable = [record for record in self.model.values() if not isinstance(record, Municipality)]
        if removable:
            self.step([Edit(record, None) for record in data.draw(st.lists(st.sampled_from(removable), max_size=1))])

    @rule()
    def undo(self) -> None:
        change = self.document.undo()
        if not self.undoable:
            assert change is None
            return
        before, done = self.undoable.pop()
        assert change is not None
        assert change.kind is StepKind.UNDO
        assert change.edits == tuple(Edit(edit.after, edit.before) for edit in done.edits)
        self.redoable.append((self.model, done))
        self.model = before

    @rule()
    def redo(self) -> None:
        change = self.document.redo()
        if not self.redoable:
            assert change is None
            return
        after, undone = self.redoable.pop()
        assert change is not None
        assert change.kind is StepKind.REDO
        assert change.edits == undone.edits
        self.undoable.append((self.model, undone))
        self.model = after

    @rule()
    def reopen(self) -> None:
        self.document.close()
        self.document = Document.open(self.path, who="A", data_dir=self.data_dir)

    @invariant()
    def holds_the_model(self) -> None:
        assert records_of(self.document.read_inventory()) == self.model

    @invariant()
    def offers_what_the_stacks_say(self) -> None:
        assert self.document.undoable == (self.undoable[-1][1] if self.undoable else None)
        assert self.document.redoable == (self.redoable[-1][1] if self.redoable else None)

    def step(self, edits: list[Edit]) -> None:
        effective = {edit for edit in edits if edit.before != edit.after}
        change = self.document.record("any", {"a": "b"}, edits)
        assert set(change.edits) == effective
        if effective:
            self.undoable.append((self.model, change))
            self.redoable.clear()
            self.model = dict(self.model)
            for edit in effective:
                if edit.after is None:
                    del self.model[edit.identity]
                else:
                    self.model[edit.identity] = edit.after


def _last_of_each(records: list[Record]) -> list[Record]:
    return list({record.identity: record for record in records}.values())


DocumentStates.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestDocumentStates = DocumentStates.TestCase
