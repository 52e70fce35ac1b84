"""The list of places at the left: icon and name, and how far the place is as an icon with a word."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import QRect
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtGui import QFont
from PySide6.QtGui import QFontMetrics
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QListWidget
from PySide6.QtWidgets import QListWidgetItem
from PySide6.QtWidgets import QStyle
from PySide6.QtWidgets import QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.theme import scaled

_ID = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1
_STATE = Qt.ItemDataRole.UserRole + 2
_CHARACTERS = 30
_STATE_FONT = 0.9
_BAR = 3
_MEANINGS = {
    "circle-check": Meaning.OK,
    "triangle-alert": Meaning.WARNING,
    "circle-alert": Meaning.ERROR,
    "circle-x": Meaning.ERROR,
}

Index = QModelIndex | QPersistentModelIndex


class PlaceList(QListWidget):
    """One line a place; a click, the arrow keys or Enter choose it."""

    place_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_PlaceDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.window)
        self.setPalette(palette)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS + 2 * MARGIN)
        self.currentItemChanged.connect(self._tell)

    def add_place(self, place_id: str, icon: str, title: str) -> None:
        """Add a place at the end."""
        item = QListWidgetItem(title)
        item.setData(_ID, place_id)
        item.setData(_ICON, icon)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
        self.addItem(item)

    def choose(self, place_id: str) -> None:
        """Show this place as the chosen one, without telling anyone."""
        item = self._item(place_id)
        if item is not None and item is not self.currentItem():
            blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.setCurrentItem(item)
            self.blockSignals(blocked)

    def show_state(self, place_id: str, state: PlaceState | None) -> None:
        """Show how far a place is."""
        item = self._item(place_id)
        if item is None or item.data(_STATE) == state:
            return
        item.setData(_STATE, state)
        name = item.text() if state is None else f"{item.text()}, {state.word}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        item.setToolTip(name)

    def _item(self, place_id: str) -> QListWidgetItem | None:
        return next((i for i in map(self.item, range(self.count())) if i.data(_ID) == place_id), None)

    def _tell(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.place_chosen.emit(current.data(_ID))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line to be drawn."""

    rect: QRect
    font: QFont
    state: QStyle.StateFlag

    @classmethod
    def of(cls, option: QStyleOptionViewItem) -> Self:
        """What the view says of the line."""
        return cls(option.rect, option.font, option.state)  # type: ignore[attr-defined]  # the stubs lack the fields

    @property
    def selected(self) -> bool:
        return bool(self.state & QStyle.StateFlag.State_Selected)

    @property
    def height(self) -> int:
        """The height of a line of text."""
        return QFontMetrics(self.font).height()


class _PlaceDelegate(QStyledItemDelegate):
    """Draws a line of the list: icon, name, below it the state."""

    def __init__(self, theme: Theme, view: PlaceList) -> None:
        super().__init__(view)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * _Line.of(option).height + 2 * GRID)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = _Line.of(option)
        state: PlaceState | None = index.data(_STATE)
        painter.save()
        painter.setFont(line.font)
        self._paint_ground(painter, line)
        rect, height = line.rect, line.height
        side = height + SMALL
        top = rect.top() + GRID if state else rect.center().y() - height // 2
        left = rect.left() + MARGIN + side + GRID + SMALL
        words = QRect(left, top, rect.right() - left - GRID, height)
        colour = self._theme.accent if line.selected else self._theme.text
        icon = QRect(rect.left() + MARGIN, top - SMALL // 2, side, side)
        self._theme.icon(index.data(_ICON), colour).paint(painter, icon)
        _write(painter, words, index.data(), colour)
        if state is not None:
            self._paint_state(painter, line.font, state, words.translated(0, height))
        painter.restore()

    def _paint_ground(self, painter: QPainter, line: _Line) -> None:
        rect = line.rect
        if line.selected:
            painter.fillRect(rect, self._theme.surface)
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), self._theme.accent)
        elif line.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.tint(Meaning.ACCENT))
        if line.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_state(self, painter: QPainter, font: QFont, state: PlaceState, rect: QRect) -> None:
        meaning = _MEANINGS.get(state.icon)
        colour = self._theme.colour(meaning) if meaning else self._theme.muted
        side = round(rect.height() * _STATE_FONT) - SMALL // 2
        icon = QRect(rect.left(), rect.center().y() - side // 2, side, side)
        self._theme.icon(state.icon, colour).paint(painter, icon)
        painter.setFont(scaled(font, _STATE_FONT))
        _write(painter, rect.adjusted(side + SMALL, 0, 0, 0), state.word, self._theme.muted)


def _write(painter: QPainter, rect: QRect, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
