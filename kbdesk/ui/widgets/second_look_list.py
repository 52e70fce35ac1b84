"""The second look at a year: one line a sector with values, ticked by who has checked it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.services.second_looks import SectorLook
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import paint_muted
from kbdesk.ui.widgets.running_text import RunningText


class SecondLookList(QWidget):
    """A tick records or takes back a look; who checks and on which day is known."""

    look_wanted = Signal(str, bool)
    """The sector, and whether it was checked (else the look is taken back)."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._texts = theme, texts
        self._rows: list[tuple[QCheckBox, QLabel]] = []
        self._sectors: tuple[str, ...] = ()
        self.heading = Heading(theme, 2, "", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.heading)
        how = RunningText(texts.tr("Tick the sectors you have checked. Any change of a value takes the tick back."))
        paint_muted(how, theme)
        column.addWidget(how)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)

    @property
    def boxes(self) -> tuple[QCheckBox, ...]:
        """The boxes shown, in order."""
        return tuple(box for box, _ in self._rows[: len(self._sectors)])

    @property
    def states(self) -> tuple[str, ...]:
        """The words behind the boxes, in order."""
        return tuple(words.text() for _, words in self._rows[: len(self._sectors)])

    def show_looks(self, year: int, looks: tuple[SectorLook, ...]) -> None:
        """Show the sectors of a year and who looked at them."""
        self.heading.setText(self._texts.tr("Second look at {year}", year=str(year)))
        self._sectors = tuple(look.sector for look in looks)
        while len(self._rows) < len(looks):
            self._add(len(self._rows))
        for at, (box, words) in enumerate(self._rows):
            box.setVisible(at < len(looks))
            words.setVisible(at < len(looks))
        for (box, words), look in zip(self._rows, looks, strict=False):
            blocked = box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.setText(self._texts.sector(look.sector).replace("&", "&&"))
            box.setChecked(look.look is not None)
            box.blockSignals(blocked)
            words.setText(look_text(look, self._texts))
            box.setAccessibleDescription(words.text())

    def _add(self, at: int) -> None:
        box, words = QCheckBox(), QLabel()
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        paint_muted(words, self._theme)
        self._grid.addWidget(box, at, 0)
        self._grid.addWidget(words, at, 1)
        box.clicked.connect(lambda checked: self.look_wanted.emit(self._sectors[at], checked))
        self._rows.append((box, words))


def look_text(found: SectorLook, texts: Texts) -> str:
    """Who checked a sector and when, else how many values wait; errors are said as well."""
    if found.look is not None:
        said = texts.tr("checked by {who} on {day}", who=found.look.who or "–", day=_day(found.look.on, texts))
    else:
        said = texts.trn("{count} value, not checked yet", "{count} values, not checked yet", found.values)
    if not found.errors:
        return said
    return f"{said} · {texts.trn('{count} error', '{count} errors', found.errors)}"


def _day(on: str, texts: Texts) -> str:
    """A day that another program wrote and nobody can read stands for itself."""
    try:
        return texts.numbers.day(date.fromisoformat(on))
    except ValueError:
        return on
