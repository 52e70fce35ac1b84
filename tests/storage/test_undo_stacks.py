import pytest

from kbdesk.models.changes import StepKind
from kbdesk.storage.undo_stacks import StepLine
from kbdesk.storage.undo_stacks import UndoStacks

EDIT, UNDO, REDO = StepKind.EDIT, StepKind.UNDO, StepKind.REDO


def test_that_the_stacks_follow_the_journal() -> None:
    stacks = UndoStacks([StepLine(1, EDIT, None), StepLine(2, EDIT, None), StepLine(3, UNDO, 2), StepLine(4, UNDO, 1)])
    assert (stacks.undoable, stacks.redoable) == (None, 1)
    stacks.follow(StepLine(5, REDO, 1))
    assert (stacks.undoable, stacks.redoable) == (1, 2)
    stacks.follow(StepLine(6, EDIT, None))
    assert (stacks.undoable, stacks.redoable) == (6, None)


@pytest.mark.parametrize(
    "lines",
    [
        [StepLine(1, UNDO, 1)],
        [StepLine(1, EDIT, None), StepLine(2, EDIT, None), StepLine(3, UNDO, 1)],
        [StepLine(1, EDIT, None), StepLine(2, REDO, 1)],
    ],
)
def test_that_a_journal_that_makes_no_sense_is_not_followed(lines: list[StepLine]) -> None:
    with pytest.raises(ValueError, match="cannot"):
        UndoStacks(lines)
