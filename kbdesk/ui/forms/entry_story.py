"""What is known about one value: earlier years, how its emissions are computed, who changed it when."""

from collections.abc import Iterable

from PySide6.QtGui import QPalette
from PySide6.QtGui import QTextBlockFormat
from PySide6.QtGui import QTextCharFormat
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QTextEdit

from kbdesk.models.inventory import EntryKey
from kbdesk.services.comparing_nationally import average_sentence
from kbdesk.services.explaining import explain_cell
from kbdesk.services.history import history_of
from kbdesk.ui.context import Context
from kbdesk.ui.forms.earlier_values import earlier_values
from kbdesk.ui.forms.earlier_values import unit_of
from kbdesk.ui.theme import GRID

Parts = tuple[tuple[str, tuple[str, ...]], ...]


class EntryStory(QTextEdit):
    """Short texts under headings in one field that is read and copied with the keyboard; it scrolls by itself."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._told: Parts = ()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(context.texts.tr("Earlier values, how it is computed, history"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.document().setDocumentMargin(0)

    def show_entry(self, key: EntryKey | None) -> None:
        """Tell the story of a value."""
        told = self._parts(key) if key is not None else ()
        if told != self._told:
            self._told = told
            self._write()

    @property
    def told(self) -> Parts:
        """The headings with the lines below each."""
        return self._told

    def _parts(self, key: EntryKey) -> Parts:
        project, texts = self._context.project, self._context.texts
        earlier = tuple(each.line(unit_of(key), texts) for each in earlier_values(project, key, texts))
        computed = explain_cell(project, key, texts)[1:] if project.cell(key) is not None else ()
        average = average_sentence(project, key, texts)
        parts = (
            (texts.tr("Earlier values"), earlier),
            (texts.tr("Compared with the country"), (average,) if average else ()),
            (texts.tr("How it is computed"), tuple(computed)),
            (texts.tr("History"), tuple(history_of(project, key, texts))),
        )
        return tuple((heading, lines) for heading, lines in parts if lines)

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        title, body = QTextCharFormat(), QTextCharFormat()
        title.setFont(self._context.theme.heading(self.font(), 2))
        body.setFont(self.font())
        for at, (heading, lines) in enumerate(self._told):
            above = QTextBlockFormat()
            above.setTopMargin(GRID if at else 0)
            if at:
                cursor.insertBlock(above)
            cursor.insertText(heading, title)
            self._write_lines(cursor, lines, body)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @staticmethod
    def _write_lines(cursor: QTextCursor, lines: Iterable[str], body: QTextCharFormat) -> None:
        for line in lines:
            cursor.insertBlock(QTextBlockFormat())
            cursor.insertText(line, body)
