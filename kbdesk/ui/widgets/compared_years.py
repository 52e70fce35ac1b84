"""Two years to compare, the earlier and the later one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.calm_combo import CalmCombo

_YEAR_CHARACTERS = 6
_FEWEST = 2


class ComparedYears(QWidget):
    """Offers the years there are; what a person chose stays until a year is gone."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._years: tuple[int, ...] = ()
        self._wished: tuple[int, int] | None = None
        self.first, self.last = CalmCombo(self), CalmCombo(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        described = (
            texts.tr("The change is counted from this year"),
            texts.tr("The change is counted up to this year"),
        )
        labels = (texts.tr("&Compare from"), texts.tr("&to"))
        for text, box, description in zip(labels, (self.first, self.last), described, strict=True):
            box.setMinimumContentsLength(_YEAR_CHARACTERS)
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            box.setAccessibleName(text.replace("&", ""))
            box.setAccessibleDescription(description)
            label = QLabel(text)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        row.insertSpacing(2, MARGIN - GRID)
        row.addStretch(1)
        self.first.activated.connect(self._choose)
        self.last.activated.connect(self._choose)

    @property
    def years(self) -> tuple[int, int] | None:
        """The earlier and the later year; ``None`` where there are no two."""
        if len(self._years) < _FEWEST:
            return None
        return int(self.first.value), int(self.last.value)

    def offer(self, years: Sequence[int], usual: tuple[int, int] | None) -> None:
        """Offer these years, ascending; ``usual`` is shown as long as no other two are wished."""
        self._years = tuple(years)
        self.setVisible(len(self._years) >= _FEWEST)
        if len(self._years) < _FEWEST or usual is None:
            return
        if self._wished is not None and not set(self._wished) <= set(self._years):
            self._wished = None
        self._show(*(self._wished or usual))

    def _show(self, first: int, last: int) -> None:
        """Only years before the last one and after the first one can be chosen."""
        self.first.offer([(str(year), str(year)) for year in self._years[:-1]], str(first))
        self.last.offer([(str(year), str(year)) for year in self._years if year > first], str(last))

    def _choose(self) -> None:
        first, last = int(self.first.value), int(self.last.value)
        self._wished = (first, last if last > first else self._years[-1])
        self._show(*self._wished)
        self.changed.emit()
