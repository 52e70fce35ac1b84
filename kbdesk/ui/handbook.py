"""The handbook in a window of its own, beside the work: read, searched, closed with Esc."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtGui import QShortcut
from PySide6.QtGui import QTextBlockFormat
from PySide6.QtGui import QTextCursor
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QTextBrowser
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import Theme

_SIZE = (760, 720)
_LINE_HEIGHT = 125.0
_SOURCE_LANGUAGE = "en"
_NO_FLAGS = QTextDocument.FindFlag(0)


class HandbookWindow(QWidget):
    """The handbook in the language of the program; it blocks nothing."""

    def __init__(self, parent: QWidget, resources: Path, texts: Texts, theme: Theme) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        tr = texts.tr
        self.language = texts.language
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Handbook – kbdesk"))
        self.resize(*_SIZE)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search in the handbook"))
        self.search.setAccessibleName(tr("Search in the handbook"))
        self.search.setAccessibleDescription(tr("Enter goes to the next place that has the words typed"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search", theme.muted), QLineEdit.ActionPosition.LeadingPosition)
        self.found = QLabel()
        self._not_found = tr("not found")
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Handbook"))
        self.text.setOpenExternalLinks(False)
        self.text.document().setDocumentMargin(GAP)
        self.show_page(handbook_page(resources, texts.language))
        self._arrange(tr("&Previous"), tr("Ne&xt"))
        self._connect()
        self.text.setFocus()

    def show_page(self, page: Path) -> None:
        """Show a page of the handbook; its pictures stand beside it."""
        self.text.setSearchPaths([str(page.parent)])
        self.text.document().setMarkdown(page.read_text(encoding="utf-8"))
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        airy = QTextBlockFormat()
        airy.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(airy)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def find_next(self) -> None:
        """Go to the next place with the words looked for, from the end on from the top."""
        self._find(_NO_FLAGS, QTextCursor.MoveOperation.Start)

    def find_previous(self) -> None:
        """Go to the place before, from the top on from the end."""
        self._find(QTextDocument.FindFlag.FindBackward, QTextCursor.MoveOperation.End)

    def _find(self, flags: QTextDocument.FindFlag, from_where: QTextCursor.MoveOperation) -> None:
        words = self.search.text()
        found = not words or self.text.find(words, flags)
        if not found:
            before = self.text.textCursor()
            self.text.moveCursor(from_where)
            found = self.text.find(words, flags)
            if not found:
                self.text.setTextCursor(before)
        self.found.setText("" if found else self._not_found)

    def _look(self) -> None:
        """Find while typing, from where the last find began."""
        cursor = self.text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.text.setTextCursor(cursor)
        self.find_next()

    def _arrange(self, previous: str, following: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.search, 1)
        row.addWidget(self.found)
        for words, find in ((previous, self.find_previous), (following, self.find_next)):
            button = QPushButton(words)
            button.clicked.connect(find)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addLayout(row)
        column.addWidget(self.text, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(self.find_next)
        for keys, carry_out in (
            (QKeySequence.StandardKey.Find, self._start_search),
            (QKeySequence.StandardKey.FindNext, self.find_next),
            (QKeySequence.StandardKey.FindPrevious, self.find_previous),
            (QKeySequence("Esc"), self.close),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.activated.connect(carry_out)

    def _start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def handbook_page(resources: Path, language: str) -> Path:
    """The handbook in a language, else in English."""
    page = resources / "help" / f"handbook.{language}.md"
    return page if page.is_file() else page.with_name(f"handbook.{_SOURCE_LANGUAGE}.md")
