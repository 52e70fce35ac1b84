"""Source texts that several values have, each made one record with one click."""

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget

from kbdesk.services.sources import SharedText
from kbdesk.services.sources import gather
from kbdesk.services.sources import new_source
from kbdesk.services.sources import same_texts
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN

_SHOWN = 8


class SharedSourceTexts(QWidget):
    """A line a text, the most used first; those left come up when the first are done."""

    gathered = Signal(str)
    """Id of the record that was made."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._run = context, run
        self._shown: tuple[SharedText, ...] | None = None
        self.buttons: list[QPushButton] = []
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)

    def refresh(self) -> bool:
        """Show the texts as they are now; False where there are none."""
        shared = same_texts(self._context.project)[:_SHOWN]
        if shared != self._shown:
            self._shown = shared
            self._rebuild(shared)
        return bool(shared)

    def _rebuild(self, shared: tuple[SharedText, ...]) -> None:
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets, self.buttons = [], []
        texts = self._context.texts
        for row, each in enumerate(shared):
            words = QLabel(each.text)
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            count = QLabel(texts.trn("{count} value", "{count} values", len(each.keys)))
            button = QPushButton(texts.tr("Make it a source"))
            button.setAccessibleName(texts.tr("Make it a source: {text}", text=each.text))
            button.clicked.connect(lambda _checked=False, text=each.text: self._gather(text))
            for column, widget in enumerate((words, count, button)):
                self._grid.addWidget(widget, row, column)
                self._widgets.append(widget)
            self.buttons.append(button)

    def _gather(self, text: str) -> None:
        """What stands before the first comma is taken for the supplier; it can be corrected in the fields."""
        supplier, _, title = text.partition(",")
        project = self._context.project
        source = new_source(project, supplier=supplier.strip() or text, title=title if supplier.strip() else "")
        if self._run(lambda: gather(project, text, source)):
            self.gathered.emit(source.id)
