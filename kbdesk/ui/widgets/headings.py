"""Headings: text larger by the theme's steps, told to assistive technology as what they are."""

from PySide6.QtCore import QEvent
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.theme import Theme


class Heading(QLabel):
    """A heading of level 1 (a place) or 2 (a group); it wraps and can be selected with the mouse."""

    def __init__(self, theme: Theme, level: int, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._level = level
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._follow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._follow()

    def _follow(self) -> None:
        parent = self.parentWidget()
        base = parent.font() if parent is not None else QLabel().font()
        self.setFont(self._theme.heading(base, self._level))
