"""Which steps can be undone and redone: derived from the journal, so it survives a restart."""

from collections.abc import Iterable
from typing import NamedTuple

from kbdesk.models.changes import StepKind


class StepLine(NamedTuple):
    """What the stacks need to know of a journalled step; ``target`` is the step undone or redone."""

    step: int
    kind: StepKind
    target: int | None


class UndoStacks:
    """The edits that can be undone and redone, the next one last."""

    def __init__(self, lines: Iterable[StepLine] = ()) -> None:
        self._undoable: list[int] = []
        self._redoable: list[int] = []
        for line in lines:
            self.follow(line)

    @property
    def undoable(self) -> int | None:
        """The edit that is undone next."""
        return self._undoable[-1] if self._undoable else None

    @property
    def redoable(self) -> int | None:
        """The undone edit that is redone next."""
        return self._redoable[-1] if self._redoable else None

    def follow(self, line: StepLine) -> None:
        """A step was journalled.

        Raises:
            ValueError: The step undoes or redoes another than the one whose turn it is.
        """
        match line.kind:
            case StepKind.EDIT:
                self._undoable.append(line.step)
                self._redoable.clear()
            case StepKind.UNDO:
                self._move(line, self._undoable, self._redoable)
            case StepKind.REDO:
                self._move(line, self._redoable, self._undoable)

    def _move(self, line: StepLine, source: list[int], goal: list[int]) -> None:
        if not source or source[-1] != line.target:
            raise ValueError(f"step {line.step} cannot {line.kind} step {line.target}")
        goal.append(source.pop())
