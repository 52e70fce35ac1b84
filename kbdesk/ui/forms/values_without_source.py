"""Values of which nothing says where they are from: go to one, or say of several at once which source it is."""

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.sources import Source
from kbdesk.services.sources import name_source
from kbdesk.services.sources import without_source
from kbdesk.texts.source_texts import source_line
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.value_list import ValueList


class ValuesWithoutSource(QWidget):
    """Hidden where there are none."""

    value_wanted = Signal(object)
    """``EntryKey`` of the value to go to."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._run = context, run
        self._source_id = ""
        self.heading = Heading(context.theme, 2)
        self.list = ValueList(context.texts.tr("Values without a source"), several=True)
        self.name = QPushButton(context.theme.icon("link"), "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.heading)
        column.addWidget(self.list)
        column.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.value_wanted.connect(self.value_wanted)
        self.name.clicked.connect(self._name_selected)

    def refresh(self) -> None:
        """Show the values as they are now."""
        texts, keys = self._context.texts, without_source(self._context.project)
        self.setVisible(bool(keys))
        count = texts.numbers.integer(len(keys))
        self.heading.setText(texts.tr("Values without a source: {count}", count=count))
        self.list.show_values(self._context.project, keys, texts)

    def offer_source(self, source: Source | None) -> None:
        """Offer to say that the selected values are from this source."""
        self._source_id = source.id if source else ""
        self.name.setVisible(source is not None)
        if source is not None:
            line = source_line(source, self._context.texts).replace("&", "&&")
            self.name.setText(self._context.texts.tr("The selected values are from: {source}", source=line))

    def _name_selected(self) -> None:
        if keys := self.list.selected:
            self._run(lambda: name_source(self._context.project, keys, self._source_id))
