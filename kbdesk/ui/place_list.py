"""The list of places at the left: icon and name, and how far the place is as an icon with a word."""

from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import QRect
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
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
_CHARACTERS = 26
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


class _PlaceDelegate(QStyledItemDelegate):
    """Draws a line of the list: icon, name, below it the state."""

    def __init__(self, theme: Theme, view: PlaceList) -> None:
        super().__init__(view)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + 2 * GRID)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, selected=selected)
        side = option.fontMetrics.height() + SMALL
        colour = self._theme.accent if selected else self._theme.text
        place_icon = self._theme.icon(index.data(_ICON), colour)
        state: PlaceState | None = index.data(_STATE)
        left = rect.left() + MARGIN + side + GRID + SMALL
        line = option.fontMetrics.height()
        top = rect.top() + GRID if state else rect.center().y() - line // 2
        place_icon.paint(painter, QRect(rect.left() + MARGIN, top - SMALL // 2, side, side))
        painter.setPen(colour)
        width = rect.right() - left - GRID
        title = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top, width, line), Qt.AlignmentFlag.AlignVCenter, title)
        if state is not None:
            self._paint_state(painter, option, state, QRect(left, top + line, width, line))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
        rect = option.rect
        if selected:
            painter.fillRect(rect, self._theme.surface)
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), self._theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.tint(Meaning.ACCENT))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, state: PlaceState, rect: QRect) -> None:
        meaning = _MEANINGS.get(state.icon)
        colour = self._theme.colour(meaning) if meaning else self._theme.muted
        side = round(rect.height() * _STATE_FONT) - SMALL // 2
        icon = QRect(rect.left(), rect.center().y() - side // 2, side, side)
        self._theme.icon(state.icon, colour).paint(painter, icon)
        painter.setFont(scaled(option.font, _STATE_FONT))
        painter.setPen(self._theme.muted)
        text = rect.adjusted(side + SMALL, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(state.word, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
