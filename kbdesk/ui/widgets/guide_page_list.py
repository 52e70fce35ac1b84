"""The pages of the guide as a list: every one can be gone to, with an icon and a word for how far it is."""

from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QListWidget
from PySide6.QtWidgets import QListWidgetItem
from PySide6.QtWidgets import QWidget

from kbdesk.services.guiding import PageState
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme

_ID = Qt.ItemDataRole.UserRole


def page_icon(page: PageState) -> str:
    """The icon of a page's state."""
    if page.absent:
        return "ban"
    return "circle-check" if page.answered else "circle"


def page_word(page: PageState, texts: Texts) -> str:
    """The word for a page's state."""
    if page.absent:
        return texts.tr("does not exist here")
    return texts.tr("answered") if page.answered else texts.tr("open")


class GuidePageList(QListWidget):
    """One line a page; a click or the arrow keys choose it."""

    page_chosen = Signal(str)

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._texts = theme, texts
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts.tr("Pages of the guide"))
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))
        self.setViewportMargins(GRID, MARGIN, GRID, 0)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.surface)
        palette.setColor(QPalette.ColorRole.Highlight, theme.tint(Meaning.ACCENT))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.accent)
        self.setPalette(palette)
        self.currentItemChanged.connect(self._tell)

    def show_pages(self, pages: tuple[tuple[PageState, str], ...], current: str) -> None:
        """Show these pages (state and title), this one chosen."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        while self.count() < len(pages):
            self.addItem(QListWidgetItem())
        for at, (page, title) in enumerate(pages):
            self._fill(self.item(at), page, title)
            if page.page == current:
                self.setCurrentRow(at)
        self.blockSignals(blocked)
        wide = max(self.fontMetrics().horizontalAdvance(title) for _, title in pages)
        self.setFixedWidth(wide + self.iconSize().width() + 2 * MARGIN + 4 * GRID)

    def _fill(self, item: QListWidgetItem, page: PageState, title: str) -> None:
        word = page_word(page, self._texts)
        colour = self._theme.ok if page.answered and not page.absent else self._theme.muted
        if item.data(_ID) != page.page or item.toolTip() != f"{title}, {word}":
            item.setData(_ID, page.page)
            item.setText(title)
            item.setIcon(self._theme.icon(page_icon(page), colour))
            item.setToolTip(f"{title}, {word}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {word}")
            item.setSizeHint(QSize(0, self.fontMetrics().height() + GRID + SMALL))

    def _tell(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.page_chosen.emit(current.data(_ID))
