"""A letter as it lies on the desk, drawn: who writes, the lines with figures, and the spot where the number stands."""

from collections.abc import Iterator
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtGui import QFont
from PySide6.QtGui import QFontMetricsF
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPaintEvent
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.absences import Place
from kbdesk.models.guide_numbers import LetterLine
from kbdesk.models.guide_numbers import LineKind
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme

_CHARACTERS = 44
_LEAST_CHARACTERS = 28
_RADIUS = 4.0
_MARK = 2.0
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_FIGURE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Row(NamedTuple):
    """A line of the letter with its place on the paper."""

    line: LetterLine
    rect: QRectF
    figure_width: float


class LetterPicture(QWidget):
    """One letter; the line of the number that is asked for has a frame and an arrow."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._texts = theme, texts
        self._lines: tuple[LetterLine, ...] = ()
        self._place: Place = ("", "")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_letter(self, lines: Sequence[LetterLine], place: Place) -> None:
        """Show a letter, with the figure for this place marked."""
        self._lines, self._place = tuple(lines), place
        self.setAccessibleName(self._texts.tr("Example: {letter}", letter=self._heading()))
        self.setAccessibleDescription(self._spoken())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * _CHARACTERS
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS, self.heightForWidth(self.width()))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return ceil(rows[-1].rect.bottom() + 2 * MARGIN) if rows else 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._lines:
            return
        painter, rows = QPainter(self), self._rows(self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.hatch, 1))
        painter.setBrush(self._theme.surface)
        bottom = rows[-1].rect.bottom() + MARGIN
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, bottom))
        for row in rows:
            self._paint(painter, row)
        painter.end()

    def _rows(self, width: int) -> list[_Row]:
        """The lines below each other; a long label takes as many lines of text as it needs."""
        top, rows = float(MARGIN), []
        figures = max((self._figure_width(line) for line in self._lines), default=0.0)
        for line in self._lines:
            wide = line.value is None
            room = width - 4 * MARGIN - (0 if wide else figures + MARGIN)
            metrics = QFontMetricsF(self._font(line))
            box = metrics.boundingRect(QRectF(0, 0, max(room, 1), 10_000), int(_WRAPPED), self._label(line))
            height = max(box.height(), metrics.height()) + GRID
            rows.append(_Row(line, QRectF(2 * MARGIN, top, width - 4 * MARGIN, height), figures))
            top += height + (GRID if line.kind is LineKind.TITLE else SMALL if line.kind is LineKind.FROM else 0)
        return rows

    def _paint(self, painter: QPainter, row: _Row) -> None:
        line, rect = row.line, row.rect
        spot = line.is_spot(self._place)
        if line.kind is LineKind.TOTAL:
            painter.setPen(QPen(self._theme.muted, 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
        if spot:
            self._paint_mark(painter, rect)
        painter.setFont(self._font(line))
        painter.setPen(self._colour(line, spot=spot))
        if line.value is None:
            painter.drawText(rect, int(_WRAPPED), self._label(line))
            return
        words = rect.adjusted(0, 0, -row.figure_width - MARGIN, 0)
        painter.drawText(words, int(_WRAPPED), self._label(line))
        painter.drawText(rect, int(_FIGURE), self._figure(line))

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(self._theme.accent, _MARK))
        painter.setBrush(self._theme.tint(Meaning.ACCENT))
        painter.drawRoundedRect(rect.adjusted(-GRID, 1, GRID, -1), _RADIUS, _RADIUS)
        side = round(MARGIN * 1.25)
        icon = self._theme.icon("arrow-right", self._theme.accent)
        left, top = round(rect.left() - GRID - side), round(rect.center().y() - side / 2)
        icon.paint(painter, left, top, side, side)

    def _font(self, line: LetterLine) -> QFont:
        if line.kind is LineKind.TITLE:
            return self._theme.heading(self.font(), 2)
        return self._theme.numerals(self.font())

    def _colour(self, line: LetterLine, *, spot: bool) -> QColor:
        quiet = line.kind in (LineKind.FROM, LineKind.ASIDE, LineKind.ROW) and not spot
        return self._theme.muted if quiet else self._theme.text

    def _label(self, line: LetterLine) -> str:
        return self._texts.trc("guide", line.label)

    def _figure(self, line: LetterLine) -> str:
        return "" if line.value is None else f"{self._texts.numbers.plain(line.value)} {line.unit}".strip()

    def _figure_width(self, line: LetterLine) -> float:
        return QFontMetricsF(self._font(line)).horizontalAdvance(self._figure(line))

    def _heading(self) -> str:
        return ", ".join(self._label(line) for line in self._lines if line.kind in (LineKind.FROM, LineKind.TITLE))

    def _spoken(self) -> str:
        marked = "; ".join(self._read(line) for line in self._lines if line.is_spot(self._place))
        others = "; ".join(self._read(line) for line in self._others())
        return self._texts.tr("Marked: {marked}. Other lines: {others}.", marked=marked or "–", others=others or "–")

    def _others(self) -> Iterator[LetterLine]:
        return (line for line in self._lines if line.value is not None and not line.is_spot(self._place))

    def _read(self, line: LetterLine) -> str:
        return f"{self._label(line)} {self._figure(line)}"
