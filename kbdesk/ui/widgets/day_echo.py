"""What a typed day was understood as, in words beside the field."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QSizePolicy

from kbdesk.texts.days import day_in_words
from kbdesk.texts.days import read_typed_day
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.page import paint

_CHARACTERS = 18
"""As wide as a day with the name of its month."""


class DayEcho(QLabel):
    """Follows a line in which a day is typed; the line's description says the same."""

    def __init__(self, line: QLineEdit, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._line, self._theme, self._texts = line, theme, texts
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line.setFixedWidth(line.fontMetrics().averageCharWidth() * _CHARACTERS + 2 * GRID)
        line.textChanged.connect(self._follow)
        self._follow()

    @property
    def day(self) -> date | None:
        """The day typed; ``None`` for nothing and for what is none."""
        return read_typed_day(self._line.text(), self._texts).day

    def _follow(self) -> None:
        read, tr = read_typed_day(self._line.text(), self._texts), self._texts.tr
        if read.day is None:
            said = tr("not a day; type 14.02.2023 or 2023-02-14") if read.problem else ""
        elif read.alternative is not None:
            other = day_in_words(read.alternative, self._texts)
            said = tr("{day}, not {other}", day=day_in_words(read.day, self._texts), other=other)
        else:
            said = day_in_words(read.day, self._texts)
        self.setText(said)
        self.setToolTip(said)
        paint(self, self._theme.error if read.problem else self._theme.muted)
        self._line.setAccessibleDescription(said or tr("A day, for example 14.02.2023 or 2023-02-14"))
