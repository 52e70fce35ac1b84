"""Choosing the year the window is about."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID


class YearChooser(QWidget):
    """The years of the document, newest first, and the way to another one."""

    year_chosen = Signal(int)
    year_wanted = Signal()
    """*New year…* was chosen."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._year = 0
        self._box = QComboBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._box.setAccessibleName(texts.tr("Year"))
        self._box.setToolTip(texts.tr("The year the window shows (Ctrl+Page up, Ctrl+Page down)"))
        self._box.activated.connect(self._choose)
        label = QLabel(texts.tr("&Year"))
        label.setBuddy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self._box)

    @property
    def years(self) -> tuple[int, ...]:
        """The years offered, newest first."""
        return tuple(int(self._box.itemText(place)) for place in range(self._box.count() - 2))

    def show_years(self, years: Iterable[int], year: int) -> None:
        """Offer these years, this one chosen."""
        self._year = year
        self._box.clear()
        for each in sorted({*years, year}, reverse=True):
            self._box.addItem(str(each), each)
        self._box.insertSeparator(self._box.count())
        self._box.addItem(self._texts.tr("New year…"), None)
        self._box.setCurrentIndex(self._box.findData(year))

    def open(self) -> None:
        """Open the list for the keyboard."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.showPopup()

    def step(self, by: int) -> None:
        """Choose the next later (1) or earlier (-1) year, where there is one."""
        later = [year for year in self.years if (year - self._year) * by > 0]
        if later:
            self.year_chosen.emit(min(later, key=lambda year: abs(year - self._year)))

    def _choose(self, place: int) -> None:
        year = self._box.itemData(place)
        if year is None:
            self._box.setCurrentIndex(self._box.findData(self._year))
            self.year_wanted.emit()
        elif year != self._year:
            self.year_chosen.emit(year)
