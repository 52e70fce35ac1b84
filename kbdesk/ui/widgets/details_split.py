"""A grid above the details of its current cell; where there is no room for both, one of them at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QSplitter
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QWidget

_GRID_SHARE, _DETAILS_SHARE = 3, 2


class DetailsSplit(QSplitter):
    """The details can be dragged shut and opened again by a button or by the keyboard."""

    def __init__(self, grid: QWidget, details: QWidget, button: QToolButton) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._details, self._button = details, button
        self._tight = False
        self._wanted = True
        self.addWidget(grid)
        self.addWidget(details)
        self.setCollapsible(0, False)  # noqa: FBT003 - Qt takes no names
        self.setCollapsible(1, True)  # noqa: FBT003 - Qt takes no names
        self.setStretchFactor(0, _GRID_SHARE)
        self.setStretchFactor(1, _DETAILS_SHARE)
        button.setCheckable(True)
        button.setChecked(True)
        button.clicked.connect(self._show)
        self.splitterMoved.connect(self._follow)

    @property
    def is_open(self) -> bool:
        """Whether the details are shown."""
        return not self._details.isHidden()

    def make_tight(self, *, tight: bool) -> None:
        """Where there is no room the details are shut until they are asked for."""
        if tight != self._tight:
            self._tight = tight
            self._show(wanted=not tight and self._wanted)

    def go_to_details(self) -> bool:
        """Open the details; False where the keyboard was in them, so that it goes back to the grid."""
        focused = QApplication.focusWidget()
        if focused is not None and self._details.isAncestorOf(focused):
            if self._tight:
                self._show(wanted=False)
            return False
        self.open_details()
        return True

    def open_details(self) -> None:
        """Show the details."""
        self._show(wanted=True)

    def _show(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signature
        if not self._tight:
            self._wanted = wanted
        self._details.setVisible(wanted)
        if wanted and self.sizes()[1] == 0:
            height = max(self.height(), 1)
            self.setSizes([height * _GRID_SHARE // 5, height * _DETAILS_SHARE // 5])
        self.widget(0).setVisible(not (wanted and self._tight))
        self._button.setChecked(wanted)

    def _follow(self) -> None:
        self._button.setChecked(self.sizes()[1] > 0)
