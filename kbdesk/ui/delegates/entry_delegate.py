"""Paints a cell of the entry grid: number, small unit, marks for findings, notes and estimates."""

from PySide6.QtCore import QObject
from PySide6.QtCore import QPointF
from PySide6.QtCore import QRect
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtGui import QColor
from PySide6.QtGui import QFont
from PySide6.QtGui import QFontMetrics
from PySide6.QtGui import QIcon
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPalette
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyle
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from kbdesk.ui.delegates.cell_editor import CellEditorDelegate
from kbdesk.ui.delegates.cell_editor import Index
from kbdesk.ui.delegates.lines import paint_lines
from kbdesk.ui.item_models.entry_roles import CellFace
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_roles import EntryRole
from kbdesk.ui.item_models.entry_roles import FindingMark
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.theme import mixed
from kbdesk.ui.theme import scaled

_UNIT_SIZE = 0.85
_WIDEST_UNIT = 96
_DOT = 3.0
_WORDS = (CellKind.NOTATION, CellKind.EXPECTED)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


ACKNOWLEDGED_ICON, COMPUTED_ICON = "circle-check", "calculator"
"""Calm marks: a warning someone has explained, a value added up from bills."""


class EntryDelegate(CellEditorDelegate):
    """Units of a column stand in one lane, so that the numbers beside them line up."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lanes: dict[int, int] = {}
        self._marks: dict[tuple[str, int], QIcon] = {}
        self._measured: dict[tuple[str, bool], tuple[QFontMetrics, QFontMetrics]] = {}

    def narrow(self) -> None:
        """Forget the widths of all lanes and what was measured on another screen."""
        self._lanes.clear()
        self._measured.clear()

    def width(self, column: int, face: CellFace, font: QFont, *, marked: bool = False) -> int:
        """The width a cell needs; widens the column's lane for units where this one is longer.

        ``marked`` leaves room for a mark also where there is none yet.
        """
        metrics, units = self._metrics(font, words=face.kind in _WORDS)
        if face.unit:
            # One pixel more: the advance is rounded, and a unit that lacks a fraction of one is cut off.
            lane = min(units.horizontalAdvance(face.unit) + 1 + SMALL, _WIDEST_UNIT)
            self._lanes[column] = max(lane, self._lanes.get(column, 0))
        marks = metrics.height() + SMALL if marked or _icon(face) else 0
        lane = 0 if face.kind in _WORDS else self._lanes.get(column, 0)
        return metrics.horizontalAdvance(face.text) + lane + marks + 2 * GRID + SMALL

    def _metrics(self, font: QFont, *, words: bool) -> tuple[QFontMetrics, QFontMetrics]:
        """The measures of numbers, or of words, and of units; worked out once for a font."""
        known = self._measured.get((font.key(), words))
        if known is None:
            used = _italic(font) if words else self._theme.numerals(font)
            known = QFontMetrics(used), QFontMetrics(scaled(used, _UNIT_SIZE))
            self._measured[font.key(), words] = known
        return known

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face: CellFace = index.data(EntryRole.FACE)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stubs lack the fields of style options
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        painter.save()
        if face.kind is CellKind.CLOSED:
            painter.fillRect(rect, mixed(self._theme.text, self._theme.window, 0.05))
        else:
            selected = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, rect, face, palette, selected=selected)
            self._paint_content(painter, rect, face, font, index.column())
        paint_lines(painter, rect, self._theme)
        if face.kind is not CellKind.CLOSED and state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, rect)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, face: CellFace, palette: QPalette, *, selected: bool
    ) -> None:
        ground = palette.color(QPalette.ColorRole.Highlight) if selected else self._theme.surface
        painter.fillRect(rect, mixed(ground, self._theme.surface, 0.25) if selected else ground)
        if face.estimated:
            hatch = mixed(self._theme.hatch, self._theme.surface, 0.45)
            painter.fillRect(rect, QBrush(hatch, Qt.BrushStyle.BDiagPattern))

    def _paint_content(self, painter: QPainter, rect: QRect, face: CellFace, font: QFont, column: int) -> None:
        inner = rect.adjusted(SMALL, 0, -SMALL - 1, 0)
        if (icon := _icon(face)) is not None:
            inner.setLeft(self._paint_icon(painter, inner, icon, font))
        if face.has_note:
            self._paint_dot(painter, rect)
        if face.is_text:
            self._write(painter, inner, face.text, font, self._theme.text, _LEFT)
        elif face.kind is CellKind.VALUE:
            lane = self._lanes.get(column, 0)
            number = inner.adjusted(0, 0, -lane, 0)
            self._write(painter, number, face.text, self._theme.numerals(font), self._theme.text, _RIGHT)
            unit = QRect(number.right() + 1 + SMALL, inner.top(), max(0, lane - SMALL), inner.height())
            self._write(painter, unit, face.unit, scaled(font, _UNIT_SIZE), self._theme.muted, _LEFT)
        elif face.kind is CellKind.DRAFT:
            self._write(painter, inner, face.text, font, self._theme.error, _RIGHT)
        else:
            self._write(painter, inner, face.text, _italic(font), self._theme.muted, _RIGHT)

    def _paint_icon(self, painter: QPainter, inner: QRect, icon: tuple[str, Meaning | None], font: QFont) -> int:
        """Paint the mark of a cell; returns where the text may begin."""
        name, meaning = icon
        side = QFontMetrics(font).height()
        colour = self._theme.muted if meaning is None else self._theme.colour(meaning)
        spot = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        self._mark(name, colour).paint(painter, spot)
        return spot.right() + 1 + SMALL

    def _mark(self, name: str, colour: QColor) -> QIcon:
        """The icon of a mark; made once for each colour."""
        known = self._marks.get((name, colour.rgba()))
        if known is None:
            known = self._marks[name, colour.rgba()] = self._theme.icon(name, colour)
        return known

    def _paint_dot(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.accent)
        painter.drawEllipse(QPointF(rect.left() + _DOT + 3, rect.top() + _DOT + 3), _DOT, _DOT)

    def _paint_focus(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 - Qt takes no names
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self._theme.accent, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _write(
        self, painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor, alignment: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        elide = Qt.TextElideMode.ElideLeft if alignment == _RIGHT else Qt.TextElideMode.ElideRight
        painter.drawText(rect, alignment, painter.fontMetrics().elidedText(text, elide, rect.width()))


def _italic(font: QFont) -> QFont:
    quiet = QFont(font)
    quiet.setItalic(True)
    return quiet


def _icon(face: CellFace) -> tuple[str, Meaning | None] | None:
    """The mark of a cell and what it means: what asks for something goes before what is only said."""
    if face.kind is CellKind.DRAFT:
        return "circle-alert", Meaning.ERROR
    if face.finding in (FindingMark.ERROR, FindingMark.WARNING):
        return "triangle-alert", Meaning.ERROR if face.finding is FindingMark.ERROR else Meaning.WARNING
    if face.computed:
        return COMPUTED_ICON, None
    return (ACKNOWLEDGED_ICON, None) if face.finding is FindingMark.ACKNOWLEDGED else None
