"""Frames of fields that can be seen on a white and on a dark page: the Fusion style alone lets them vanish there."""

from PySide6.QtWidgets import QApplication

from kbdesk.ui.theme import Theme

_FRAMED = ("QLineEdit", "QAbstractSpinBox", "QComboBox", "QTextEdit", "QPlainTextEdit", "QCheckBox", "QRadioButton")


def show_frames(application: QApplication, theme: Theme) -> None:
    """Give fields the palette from which the style makes a frame of enough contrast; other styles draw their own."""
    if application.style().objectName() == "fusion":
        for kind in _FRAMED:
            application.setPalette(theme.field_palette(), kind)  # type: ignore[arg-type]  # stubs: bytes, PySide: str
