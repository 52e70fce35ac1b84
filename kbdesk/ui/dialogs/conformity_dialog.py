"""What the BISKO label of a year lacks; each line leads to where it is entered."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget

from kbdesk.services import conforming
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.theme import Meaning
from kbdesk.ui.widgets.destinations import of_gap
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable
from kbdesk.ui.widgets.step_box import StateLabel

_WIDTH_CHARACTERS = 84
_LINES = 30


class ConformityDialog(FormDialog):
    """Shows the label of the window's year; choosing a line closes it and goes there."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("BISKO label of {year}", year=str(context.year)))
        self._context = context
        found = conforming.label(context.project, context.year)
        self._gaps = found.gaps if found is not None else ()
        self.label = StateLabel(context.theme)
        self.gaps = ScrollingTable(texts.tr("Missing for the BISKO label"), texts.tr("Copy"), wrapped=True)
        self.go_button = QPushButton(context.theme.icon("arrow-right"), texts.tr("&Go there"))
        if found is not None:
            icon, meaning = ("circle-check", Meaning.OK) if found.conform else ("circle-dashed", None)
            self.label.show_state(icon, conforming.label_text(found, texts), meaning)
        self._arrange()

    def _arrange(self) -> None:
        texts, metrics = self._context.texts, self.fontMetrics()
        explained = texts.tr(
            "A balance is called BISKO-conform when it uses the BISKO factors without a local mix, has a value or an "
            "explicit 0 in every required place and for every kind of transport, and a grade beside every value."
        )
        self.column.addWidget(words(self._context.theme, explained))
        self.column.addWidget(self.label)
        self.column.addWidget(self.gaps, 1)
        lines = [(conforming.gap_text(gap, texts),) for gap in self._gaps]
        self.gaps.rows.show_rows((texts.tr("Missing for the BISKO label"),), lines)
        self.gaps.stretch(0)
        self.gaps.setVisible(bool(lines))
        self.gaps.activated.connect(self._go)
        self.gaps.setCurrentIndex(self.gaps.rows.index(0, 0))
        self.go_button.setAutoDefault(False)
        self.go_button.setVisible(bool(lines))
        self.go_button.clicked.connect(lambda: self._go(self.gaps.currentIndex()))
        self.add_close_button(texts, self.go_button)
        room = self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        lines_high = _LINES if lines else _LINES // 3
        self.resize(wide, min(lines_high * metrics.height(), room.height() - 4 * metrics.height()))

    def _go(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        context = self._context
        wanted = of_gap(self._gaps[index.row()], context.year, context.project.reference.codebook)
        self.reject()
        context.bus.place_wanted.emit(wanted.place, wanted.target)
