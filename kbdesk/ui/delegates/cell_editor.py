"""Editing in a cell: a plain line, saved on leaving, restored by Esc, left with Enter, Tab and the arrows."""

from PySide6.QtCore import QEvent
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QObject
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.delegates.grid_steps import GridStep

Index = QModelIndex | QPersistentModelIndex

_KEYS = {
    (Qt.Key.Key_Return, False): GridStep.NEXT_ROW,
    (Qt.Key.Key_Return, True): GridStep.FORMER_ROW,
    (Qt.Key.Key_Enter, False): GridStep.NEXT_ROW,
    (Qt.Key.Key_Enter, True): GridStep.FORMER_ROW,
    (Qt.Key.Key_Down, False): GridStep.NEXT_ROW,
    (Qt.Key.Key_Up, False): GridStep.FORMER_ROW,
    (Qt.Key.Key_Tab, False): GridStep.NEXT_FIELD,
    (Qt.Key.Key_Backtab, True): GridStep.FORMER_FIELD,
    (Qt.Key.Key_Backtab, False): GridStep.FORMER_FIELD,
}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def step_of(event: QKeyEvent) -> GridStep | None:
    """The step a key asks for."""
    if event.modifiers() & _COMMANDS:
        return None
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return _KEYS.get((Qt.Key(event.key()), shift))


class CellEditorDelegate(QStyledItemDelegate):
    """Line editors in cells. A value is committed before the cursor moves on."""

    stepped = Signal(GridStep)
    """The editor was left by the keyboard in this direction."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor: QLineEdit | None = None

    def save_pending(self) -> None:
        """Commit what stands in an open editor and close it."""
        if self._editor is not None:
            self._leave(self._editor)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setAutoFillBackground(True)
        self._editor = editor
        return editor

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._editor = None
        super().destroyEditor(editor, index)

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # what is being typed is not overwritten by a change of the same cell from elsewhere
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)  # type: ignore[attr-defined]  # the stubs lack the fields of style options

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, QLineEdit) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = step_of(event)
            if step is not None:
                self._leave(editor)
                self.stepped.emit(step)
                return True
        return super().eventFilter(editor, event)

    def _leave(self, editor: QLineEdit) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
